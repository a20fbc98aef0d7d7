"""What is said in, and about, files of Word and PDF."""

SENTENCES: dict[str, tuple[str, str]] = {
    "word.page_of": ("Page {page} of {pages}", "第 {page} 页，共 {pages} 页"),
    "word.no_rows": ("Nothing to list.", "无内容。"),
    "word.not_a_template": (
        "this is not a Word document (.docx); save a template (.dotx) or an old document (.doc) as"
        " .docx first",
        "这不是 Word 文档（.docx）；模板（.dotx）或旧文档（.doc）请先另存为 .docx",
    ),
    "word.tag_unknown": ("a template has no “{name}”", "模板中没有可用的“{name}”"),
    "word.tag_forbidden": (
        "a template may only use the report's own values",
        "模板只能使用报告本身的内容，不得越出",
    ),
    "word.tag_too_much": (
        "this makes more text than a report can hold, so it was stopped",
        "其内容超出报告所能容纳，已停止",
    ),
    "word.tag_syntax": ("this cannot be read: {reason}", "无法识别：{reason}"),
    "word.tag_failed": ("this gives no result: {reason}", "无法得出结果：{reason}"),
    "word.tag_misplaced": (
        "the tag begins in one paragraph or cell and ends in another; such tags need a paragraph of"
        " their own, as {example}",
        "标签在一个段落或单元格内开始、在另一处结束；此类标签须独占一段，写作 {example}",
    ),
    "word.tag_needs_p": (
        "whole paragraphs need a paragraph of their own and the letter p, as {example}",
        "整段内容须独占一段，并加 p，写作 {example}",
    ),
    "word.tag_open": ("“{name}” begins but does not end", "“{name}”有开头而没有结尾"),
    "word.pdf_without_libreoffice": (
        "LibreOffice is not installed here; it is needed for PDF. You can open the Word file in Word"
        " and save it as PDF",
        "本机未安装生成 PDF 所需的 LibreOffice；可在 Word 中将 Word 文件另存为 PDF",
    ),
    "word.pdf_failed": (
        "LibreOffice did not make the PDF: {reason}",
        "LibreOffice 未能生成 PDF：{reason}",
    ),
    "word.pdf_late": (
        "LibreOffice took more than {seconds} {seconds:second|seconds} and was stopped; there is no PDF",
        "LibreOffice 超过 {seconds} 秒仍未完成，已停止；没有生成 PDF",
    ),
    "word.dropped": (
        "Left out, because a Word file cannot hold it: {signs}, under “{place}”, in “{nearby}”",
        "Word 文件无法容纳，已略去：{signs}，位于“{place}”下的“{nearby}”",
    ),
    "word.sample_written": ("Template to start from: {path}", "可供修改的模板：{path}"),
    "word.sample_exists": (
        "{path} already exists and may hold changes; give another name",
        "{path} 已存在，其中可能有改动；请另取文件名",
    ),
}
