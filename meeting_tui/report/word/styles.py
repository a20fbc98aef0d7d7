"""The looks of a report in Word: a document of the UN kind, in Times and Song, numbered through.

Each look is a style with a name, so that whoever has the file can change it in one place; a
template of one's own may bring styles of the same names and is then followed. They are written as
XML: the library's objects reach no Chinese font, no border, no ground and no numbering.
"""

from __future__ import annotations

from docx.oxml.ns import nsmap
from msgspec import Struct

W = nsmap["w"]
CHINESE_FONT = "SimSun"
BODY_WIDTH = 9071
"""Between the margins of the built-in page, in twentieths of a point."""

_FONTS = (
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"'
    f' w:eastAsia="{CHINESE_FONT}"/>'
)
_HEAD_FONTS = '<w:rFonts w:eastAsia="SimHei"/>'
_LANGUAGES = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_THIN = 'w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"'
_DARK = 'w:val="single" w:sz="6" w:space="0" w:color="404040"'

NUMBERED = 1
BULLETED = 2
"""The lists of the built-in numbering; each style that is numbered names its own."""


class Style(Struct, frozen=True):
    """One style, as a style sheet holds it."""

    name: str
    """As Word knows it; its own styles have small letters (`heading 1`)."""
    id: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next_id: str = ""
    paragraph: str = ""
    """Content of `w:pPr`, in the order that the format asks for."""
    letters: str = ""
    """Content of `w:rPr`."""
    more: str = ""
    list_number: int = 0
    """The list it is numbered in; 0 where it is in none."""

    def xml(self, *, list_number: int | None = None) -> str:
        """The style as XML; `list_number` where the numbering is not the built-in one."""
        number = self.list_number if list_number is None else list_number
        numbering = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
        paragraph = self.paragraph.replace("<!--list-->", numbering)
        custom = "" if self.name in _OF_WORD else ' w:customStyle="1"'
        default = ' w:default="1"' if self.id in _DEFAULTS else ""
        return (
            f'<w:style xmlns:w="{W}" w:type="{self.kind}"{default}{custom} w:styleId="{self.id}">'
            f'<w:name w:val="{self.name}"/>'
            + (f'<w:basedOn w:val="{self.based_on}"/>' if self.based_on else "")
            + (f'<w:next w:val="{self.next_id}"/>' if self.next_id else "")
            + (
                '<w:uiPriority w:val="99"/><w:semiHidden/>'
                if self.id in _HIDDEN
                else "<w:qFormat/>"
            )
            + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
            + (f"<w:rPr>{self.letters}</w:rPr>" if self.letters else "")
            + f"{self.more}</w:style>"
        )


def _heading(level: int, size: int, before: int, *, italic: bool = False) -> Style:
    slant = "<w:i/><w:iCs/>" if italic else ""
    return Style(
        f"heading {level}",
        f"Heading{level}",
        next_id="Normal",
        paragraph=f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="120"'
        ' w:line="252" w:lineRule="auto"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>',
        letters=f'{_HEAD_FONTS}<w:b/><w:bCs/>{slant}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


NORMAL = Style(
    "Normal",
    "Normal",
    based_on="",
    paragraph='<w:spacing w:after="120" w:line="252" w:lineRule="auto"/>',
)
HEADINGS = (
    _heading(1, 28, 360),
    _heading(2, 24, 280),
    _heading(3, 22, 220),
    _heading(4, 21, 180, italic=True),
)
TITLE = Style(
    "Title",
    "Title",
    next_id="Subtitle",
    paragraph='<w:keepNext/><w:spacing w:before="120" w:after="80"/>',
    letters=f"{_HEAD_FONTS}<w:b/><w:bCs/>{_size(36)}",
)
SUBTITLE = Style(
    "Subtitle",
    "Subtitle",
    next_id="Normal",
    paragraph='<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="A6A6A6"/></w:pBdr>'
    '<w:spacing w:after="280"/>',
    letters=f'<w:color w:val="404040"/>{_size(24)}',
)
NUMBERED_PARAGRAPH = Style(
    "Report Paragraph", "ReportParagraph", paragraph="<!--list-->", list_number=NUMBERED
)
PLAIN = Style("Report Text", "ReportText")
BULLET = Style(
    "Report Bullet",
    "ReportBullet",
    paragraph='<!--list--><w:spacing w:after="60"/>',
    list_number=BULLETED,
)
NOTICE = Style(
    "Report Notice",
    "ReportNotice",
    paragraph="<w:keepLines/>"
    '<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="9A6700"/></w:pBdr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="FFF4D6"/>'
    '<w:spacing w:before="60" w:after="160"/><w:ind w:left="227"/>',
)
CELL = Style(
    "Report Cell",
    "ReportCell",
    paragraph='<w:spacing w:before="30" w:after="30" w:line="240" w:lineRule="auto"/>',
    letters=_size(18),
)
HEAD_CELL = Style(
    "Report Head Cell",
    "ReportHeadCell",
    based_on="ReportCell",
    paragraph="<w:keepNext/>",
    letters="<w:b/><w:bCs/>",
)
GAP = Style(
    "Report Gap",
    "ReportGap",
    paragraph='<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>',
    letters=_size(8),
)
TABLE = Style(
    "Report Table",
    "ReportTable",
    kind="table",
    based_on="TableNormal",
    more=f"<w:tblPr><w:tblBorders><w:top {_DARK}/><w:bottom {_DARK}/><w:insideH {_THIN}/>"
    "</w:tblBorders>"
    '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    '</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/></w:tcPr></w:tblStylePr>',
)
OF_BODY = (
    *HEADINGS,
    NUMBERED_PARAGRAPH,
    PLAIN,
    BULLET,
    NOTICE,
    CELL,
    HEAD_CELL,
    GAP,
    TABLE,
)
"""What the body of a report needs, also inside a template of one's own."""

_PAGE_EDGE = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
_HEADER = Style("header", "Header", paragraph=_PAGE_EDGE, letters=_size(17))
_FOOTER = Style(
    "footer",
    "Footer",
    paragraph=f'<w:tabs><w:tab w:val="right" w:pos="{BODY_WIDTH}"/></w:tabs>{_PAGE_EDGE}',
    letters=_size(17),
)
_LETTERS = Style("Default Paragraph Font", "DefaultParagraphFont", kind="character", based_on="")
_PLAIN_TABLE = Style(
    "Normal Table",
    "TableNormal",
    kind="table",
    based_on="",
    more='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
)
_NO_LIST = Style("No List", "NoList", kind="numbering", based_on="")
_BASIC = (NORMAL, _LETTERS, _PLAIN_TABLE, _NO_LIST, TITLE, SUBTITLE, _HEADER, _FOOTER)
_DEFAULTS = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
_HIDDEN = _DEFAULTS - {"Normal"}
_OF_WORD = {each.name for each in (*_BASIC, *HEADINGS)}


def style_sheet() -> str:
    """The whole built-in `styles.xml`."""
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}{_size(21)}'
        f"{_LANGUAGES}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        + "".join(style.xml() for style in (*_BASIC, *OF_BODY))
        + "</w:styles>"
    )


def list_definitions(numbered: int, bulleted: int) -> tuple[str, str]:
    """The lists of the body's styles as `w:abstractNum`, with the numbers they are to have."""
    return (
        _definition(
            numbered,
            NUMBERED_PARAGRAPH,
            '<w:numFmt w:val="decimal"/>',
            "%1.",
            '<w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="0" w:firstLine="0"/>',
        ),
        _definition(
            bulleted,
            BULLET,
            '<w:numFmt w:val="bullet"/>',
            "\u2022",
            '<w:ind w:left="992" w:hanging="425"/>',
        ),
    )


def _definition(number: int, style: Style, form: str, text: str, place: str) -> str:
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'{form}<w:pStyle w:val="{style.id}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{place}</w:pPr></w:lvl></w:abstractNum>"
    )


def list_use(number: int, definition: int) -> str:
    """A list in use, as `w:num`."""
    return (
        f'<w:num xmlns:w="{W}" w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>'
    )
