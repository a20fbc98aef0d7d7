"""What is wrong with a list of delegations, and what was expected there."""

SENTENCES: dict[str, tuple[str, str]] = {
    "list_fault.not_readable": (
        "the text cannot be read as {encoding}",
        "文字无法按 {encoding} 编码读取",
    ),
    "list_fault.not_there": ("the file cannot be read", "无法读取该文件"),
    "list_fault.want_file": ("a CSV or Excel file", "CSV 或 Excel 文件"),
    "list_fault.want_participants": (
        "a list of participants as text, Word (.docx), CSV or Excel (.xlsx)",
        "文本、Word、CSV 或 Excel 格式的与会者名单",
    ),
    "list_fault.no_document": ("the document cannot be read", "无法读取该文档"),
    "list_fault.want_names": (
        "lines or cells that are names of delegations",
        "每行或每格为一个代表团名称",
    ),
    "list_fault.no_workbook": ("the workbook cannot be read", "无法读取该工作簿"),
    "list_fault.want_workbook": (
        "an Excel workbook (.xlsx) with the list on its first sheet",
        "名单位于第一张工作表的 Excel 工作簿",
    ),
    "list_fault.too_wide": (
        "the table has more than {most} columns",
        "表格超过{most}列",
    ),
    "list_fault.want_utf8": (
        "a CSV saved as UTF-8 (in Excel: CSV UTF-8)",
        "以 UTF-8 编码保存的 CSV（在 Excel 中选“CSV UTF-8”）",
    ),
    "list_fault.cells": (
        "{cells} {cells:cell|cells} in a table of {columns} {columns:column|columns}",
        "表有{columns}列，这一行却有{cells}格",
    ),
    "list_fault.want_quoted": (
        "quotation marks around a cell that contains the separator",
        "含有分隔符的单元格加引号",
    ),
    "list_fault.unreadable_row": ("the row cannot be read ({said})", "这一行无法读取（{said}）"),
    "list_fault.want_closed": (
        "a closing quotation mark for each opening one",
        "每个引号都有收尾的引号",
    ),
    "list_fault.code_twice": ("{code} is already on line {line}", "{code} 已在第{line}行"),
    "list_fault.letters_twice": ("{code} already belongs to {whose}", "{code} 已属于 {whose}"),
    "list_fault.nobody": ("it has no delegations", "其中没有代表团"),
    "list_fault.want_columns": ("the columns {names}", "列 {names}"),
    "list_fault.no_column": ("the column is missing", "缺少这一列"),
    "list_fault.empty": ("empty", "是空的"),
    "list_fault.want_value": ("a value in each row", "每一行都有值"),
    "list_fault.given": ("“{text}”", "“{text}”"),
    "list_fault.want_code": (
        "2 to 12 letters and digits, such as {first} or {second}",
        "2 至 12 个字母和数字，如 {first} 或 {second}",
    ),
    "list_fault.want_letters": ("two letters, such as {example}", "两个字母，如 {example}"),
    "list_fault.want_day": ("a day, such as {example}", "日期，如 {example}"),
    "list_fault.want_yes_no": ("yes, no or nothing", "yes、no 或留空"),
}
