"""A report in the built-in style, and the sample that templates of one's own begin with.

The library's own blank document brings a Japanese setting, a picture of a page and hundreds of
looks that nobody asked for; all of that is put away, so that what people open is plain. A file is
the same bytes whenever the document is: no times, one order.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from meeting_tui.errors import MeetingTuiError
from meeting_tui.report.blocks import Document, Run
from meeting_tui.report.word import styles
from meeting_tui.report.word.body import (
    BUILT_IN,
    Setting,
    body_xml,
    paragraph_xml,
    run_xml,
    text_width,
)
from meeting_tui.report.word.styles import W
from meeting_tui.words import Sentence, say

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16
_BODY = "word/document.xml"
_PAGE = b"<w:sectPr"
"""What comes behind all text."""
_FIRST = "[Content_Types].xml"
"""Programs that read a stream look for it at the beginning."""
_UNUSED = ("stylesWithEffects", "customXml", "thumbnail", "webSettings")
_FOOTER_SIZE = 17
_PAGE_FIELDS_WIDTH = 2000
_SETTINGS = (
    f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
_FONTS = (
    ("Times New Roman", "Liberation Serif", "roman"),
    ("SimSun", "Noto Serif CJK SC", "auto"),
    ("SimHei", "Noto Sans CJK SC", "auto"),
    ("KaiTi", "Noto Serif CJK SC", "auto"),
)
"""Each font, what stands in for it where it is not installed, and its family."""
_APPLICATION = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>meeting_tui</Application></Properties>"
)
_LOCALES = {"en": "en-GB", "zh": "zh-CN"}


def packed(document: WordDocument, body: str = "") -> bytes:
    """The document as the content of a `.docx`, the same bytes for the same content.

    Raises MeetingTuiError where the machine's date is before 1980.
    `body`: paragraphs and tables as XML, put in at its end; a long one is not taken apart again.
    """
    saved = io.BytesIO()
    try:
        document.save(saved)
    except ValueError as fault:
        if "1980" not in str(fault):
            raise
        # The library stamps what it saves with the machine's date.
        raise MeetingTuiError(Sentence("fault.clock_before_1980")) from fault
    steady = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, date_time=_EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            content = source.read(name)
            if name == _BODY and body:
                content = content.replace(_PAGE, body.encode("utf-8") + _PAGE, 1)
            target.writestr(entry, content)
    return steady.getvalue()


def _skeleton(*, title: str, subtitle: str, head: str, foot: str, language: str) -> WordDocument:
    """A document with all that stands on every page, and no body."""
    document = docx.Document()
    _put_away(document)
    _set_page(document)
    _set_looks(document)
    _set_edges(document, head, foot, language)
    _set_properties(document, title, subtitle, language)
    return document


def _put_away(document: WordDocument) -> None:
    for holder in (document.part, document.part.package):
        for number, relation in list(holder.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED:
                del holder.rels[number]


def _set_page(document: WordDocument) -> None:
    """A4, upright, as UN documents are."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(26), Mm(24)
    section.header_distance, section.footer_distance = Mm(13), Mm(11)


def _set_looks(document: WordDocument) -> None:
    _replace_content(document.styles.element, styles.style_sheet())
    _replace_content(document.settings.element, _SETTINGS)
    definitions = styles.list_definitions(styles.NUMBERED, styles.BULLETED)
    uses = [styles.list_use(number, number) for number in (styles.NUMBERED, styles.BULLETED)]
    _replace_content(
        document.part.numbering_part.element,
        f'<w:numbering xmlns:w="{W}">{"".join([*definitions, *uses])}</w:numbering>',
    )
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in _FONTS
    )
    held: Any = document.part.part_related_by(RT.FONT_TABLE)
    held._blob = f'<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'.encode()


def _replace_content(root: BaseOxmlElement, xml: str) -> None:
    """Put other children into a part that is held as a tree."""
    for child in list(root):
        root.remove(child)
    for child in list(parse_xml(xml)):
        root.append(child)


def _set_edges(document: WordDocument, head: str, foot: str, language: str) -> None:
    section = document.sections[0]
    header = section.header.part.element
    header.clear()
    header.append(_edge(run_xml(head, language), "Header", rule="bottom"))
    footer = section.footer.part.element
    footer.clear()
    pages = _page_fields_xml(language)
    if text_width(foot, _FOOTER_SIZE) > styles.BODY_WIDTH - _PAGE_FIELDS_WIDTH:
        footer.append(_edge(run_xml(foot, language), "Footer", rule="top"))
        footer.append(_edge(f"<w:r><w:tab/></w:r>{pages}", "Footer"))
    else:
        line = f"{run_xml(foot, language)}<w:r><w:tab/></w:r>{pages}"
        footer.append(_edge(line, "Footer", rule="top"))


def _edge(runs: str, style_id: str, rule: str = "") -> object:
    border = (
        f'<w:pBdr><w:{rule} w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/></w:pBdr>'
        if rule
        else ""
    )
    return parse_xml(
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style_id}"/>{border}</w:pPr>{runs}</w:p>'
    )


def _page_fields_xml(language: str) -> str:
    """`Page x of y` as runs; Word and LibreOffice fill the numbers in."""
    words = say("word.page_of", language, page="\n", pages="\n").split("\n")
    fields = [_field("PAGE"), _field("NUMPAGES"), ""]
    return "".join(
        run_xml(text, language) + field for text, field in zip(words, fields, strict=True)
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _set_properties(document: WordDocument, title: str, subtitle: str, language: str) -> None:
    """Title and language; no author and no times, which would differ between two exports."""
    properties = document.core_properties
    properties.title, properties.subject = title[:255], subtitle[:255]
    properties.language = _LOCALES[language]
    forget(document, "created", "modified", "creator", "description")
    application: Any = document.part.package.part_related_by(RT.EXTENDED_PROPERTIES)
    application._blob = _APPLICATION.encode()


def forget(document: WordDocument, *names: str) -> None:
    """Take out those of its properties: equal reports give equal files, whoever saved it when."""
    properties = document.core_properties._element
    for element in list(properties):
        if element.tag.rpartition("}")[2] in names:
            properties.remove(element)


def built_in_file(document: Document) -> bytes:
    """The document as the content of a `.docx`."""
    setting = Setting(document.language, styles.BODY_WIDTH, BUILT_IN)
    made = _skeleton(
        title=document.title,
        subtitle=document.subtitle,
        head=document.head,
        foot=document.foot,
        language=document.language,
    )
    front = _front(document.title, document.subtitle, document.language)
    return packed(made, front + body_xml(document.blocks, setting))


def sample_file(language: str) -> bytes:
    """A template that gives the built-in look, as the content of a `.docx`: one to change."""
    title, subtitle = "{{ title }}", "{{ subtitle }}"
    made = _skeleton(
        title=title, subtitle=subtitle, head="{{ head }}", foot="{{ foot }}", language=language
    )
    body = paragraph_xml((Run("{{p body }}"),), styles.PLAIN.id, language)
    return packed(made, _front(title, subtitle, language) + body)


def _front(title: str, subtitle: str, language: str) -> str:
    """The title, and under it the meeting where it is named."""
    lines = [paragraph_xml((Run(title),), styles.TITLE.id, language)]
    if subtitle:
        lines.append(paragraph_xml((Run(subtitle),), styles.SUBTITLE.id, language))
    return "".join(lines)
