"""What is said in, and about, files of Word and PDF."""

SENTENCES: dict[str, tuple[str, str]] = {
    "word.page_of": ("Page {page} of {pages}", "第 {page} 页，共 {pages} 页"),
    "word.no_rows": ("Nothing to list.", "无内容。"),
    "word.not_a_template": (
        "this is not a Word document (.docx); a template (.dotx) or an old document (.doc) is first saved as one",
        "这不是 Word 文档（.docx）；模板（.dotx）或旧文档（.doc）请先另存为 .docx",
    ),
    "word.tag_unknown": (
        "there is no “{name}” for a template to use",
        "模板中没有可用的“{name}”",
    ),
    "word.tag_forbidden": (
        "this reaches beyond the report's own values, and a template may not",
        "模板只能使用报告本身的内容，不得越出",
    ),
    "word.tag_too_much": (
        "this makes more than a report can hold, and was stopped",
        "其内容超出报告所能容纳，已停止",
    ),
    "word.tag_syntax": ("this cannot be read: {reason}", "无法识别：{reason}"),
    "word.tag_failed": ("this cannot be worked out: {reason}", "无法得出结果：{reason}"),
    "word.tag_misplaced": (
        "it begins in one paragraph or cell and ends in another; such tags stand alone in a paragraph, as {example}",
        "标签在一个段落或单元格内开始、在另一处结束；此类标签须独占一段，写作 {example}",
    ),
    "word.tag_needs_p": (
        "whole paragraphs stand alone in a paragraph and are written with p, as {example}",
        "整段内容须独占一段，并加 p，写作 {example}",
    ),
    "word.tag_open": ("“{name}” begins and nowhere ends", "“{name}”有开头而没有结尾"),
    "word.pdf_without_libreoffice": (
        "LibreOffice is not installed here, and it makes the PDF; the Word file can be saved as PDF from Word",
        "本机未安装生成 PDF 所需的 LibreOffice；可在 Word 中将 Word 文件另存为 PDF",
    ),
    "word.pdf_failed": (
        "LibreOffice did not make the PDF: {reason}",
        "LibreOffice 未能生成 PDF：{reason}",
    ),
    "word.pdf_late": (
        "LibreOffice took more than {seconds} seconds and was stopped; there is no PDF",
        "LibreOffice 超过 {seconds} 秒仍未完成，已停止；没有生成 PDF",
    ),
    "word.dropped": (
        "Left out, as no Word file can hold it: {signs}, under “{place}”, in “{nearby}”",
        "Word 文件无法容纳，已略去：{signs}，位于“{place}”下的“{nearby}”",
    ),
    "word.sample_written": ("A template to begin with: {path}", "可供修改的模板：{path}"),
    "word.sample_exists": (
        "{path} is there already, and a template may have been worked on; give another name",
        "{path} 已存在，其中可能有改动；请另取文件名",
    ),
}
