"""The blocks of a document as the body of a Word file, in the styles of that file.

The same body goes into the built-in document and, as one placeholder, into a template of one's
own; it says nothing of fonts or sizes that a style could say. It is text and not the library's
objects, as a template takes it so, and as those take a table apart again for each of its cells.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import assert_never
from xml.sax.saxutils import escape

from msgspec import Struct

from meeting_tui.patterns import late_pattern
from meeting_tui.report.blocks import Block, Bullets, Heading, Inline, Notice, Paragraph, Run, Table
from meeting_tui.report.word import styles
from meeting_tui.words import say

_RTL_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = late_pattern(f"[{_RTL_LETTERS}](?:[{_RTL_LETTERS}\\W\\d_]*[{_RTL_LETTERS}])?")
_FIRST_LETTER = late_pattern(r"[^\W\d_]")
_CHINESE = late_pattern(
    "[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_LINE_END = late_pattern("\r\n|[\n\r\x85\u2028\u2029]")
_MUTED = "595959"
_CELL_MARGIN = 100
"""On both sides of a cell, in twentieths of a point."""
SIZES = (18, 17, 16, 15, 14, 13)
"""Sizes a table may be set in, in half points; the first is that of the cells' style."""
_BREAKS = late_pattern(r"[\s\u2010-\u2014-]+|(?<=[\u2e80-\u9fff\uff00-\uffef])(?=.)")
_CHINESE_FROM = "\u2e80"
_WIDEST = {
    **dict.fromkeys("ijlt/\\|'.,:;!()[]frI ", 0.33),
    **dict.fromkeys("mwMW@%&—", 0.92),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ+=<>", 0.70),
}
_OTHER = 0.5
_SPARE = 1.12
_LONGEST = 24
_AFTER_LIST = 120
BUILT_IN = {style.name: style.id for style in styles.OF_BODY}


def _is_right_to_left(text: str) -> bool:
    """Whether a text is set from the right: its first letter is Arabic, Hebrew or the like."""
    first = None if text.isascii() else _FIRST_LETTER.search(text)
    return first is not None and _RTL.match(first.group()) is not None


def inline_text(runs: Inline) -> str:
    """What a paragraph says, without its styles."""
    return "".join(run.text for run in runs)


def _inline_xml(runs: Inline, language: str) -> str:
    """The runs of a paragraph, as XML."""
    return "".join(run_xml(run.text, language, style=run.style) for run in runs)


def run_xml(text: str, language: str, *, style: str = "", half_points: int | None = None) -> str:
    """One text in one style as XML; its size in half points where it is not its style's."""
    if text.isascii():
        return _run(text, _properties(style, half_points))
    pieces = []
    start = 0
    for found in _RTL.finditer(text):
        pieces.append((text[start : found.start()], False))
        pieces.append((found.group(), True))
        start = found.end()
    pieces.append((text[start:], False))
    return "".join(
        _run(piece, _properties(style, half_points, language, piece, is_rtl=is_rtl))
        for piece, is_rtl in pieces
        if piece
    )


def _properties(
    style: str,
    half_points: int | None,
    language: str = "en",
    text: str = "",
    *,
    is_rtl: bool = False,
) -> str:
    """`w:rPr`, its parts in the order that the format asks for."""
    is_chinese = bool(text) and not is_rtl and _CHINESE.search(text) is not None
    parts = []
    if is_chinese and language == "zh":
        # Quotation marks and dashes are then taken from the Chinese font too; emphasis is a face
        # of its own, as slanted Chinese is hard to read.
        face = ' w:eastAsia="KaiTi"' if style == "emphasis" else ""
        parts.append(f'<w:rFonts w:hint="eastAsia"{face}/>')
    if style == "strong":
        parts.append("<w:b/><w:bCs/>")
    elif style == "emphasis" and not is_chinese:
        parts.append("<w:i/><w:iCs/>")
    elif style == "muted":
        parts.append(f'<w:color w:val="{_MUTED}"/>')
    if half_points is not None:
        parts.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if is_rtl:
        parts.append("<w:rtl/>")
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    lines = [
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
            for part in line.split("\t")
        )
        for line in _LINE_END.split(text)
    ]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def column_widths(table: Table, width: int) -> tuple[tuple[int, ...], int]:
    """Each column's width in twentieths of a point, and the size in half points they fit at.

    Together they are exactly `width`. Where even the smallest size breaks words, the columns stand
    in the proportion of their longest words.
    """
    longest = [_longest(column) for column in _columns(table)]
    needed: list[int] = []
    for size in SIZES:
        needed = [int(word * size * 10) + 2 * _CELL_MARGIN + 20 for word in longest]
        if sum(needed) <= width:
            shares = [max(1, column.share) for column in table.columns]
            return _shared(needed, shares, width), size
    return _exactly([need * width / sum(needed) for need in needed], width), SIZES[-1]


def _shared(needed: list[int], shares: list[int], width: int) -> tuple[int, ...]:
    """Widths by share; a column that would be too narrow gets what it needs, the others less."""
    fixed: dict[int, int] = {}
    while True:
        free = [number for number in range(len(needed)) if number not in fixed]
        unit = (width - sum(fixed.values())) / max(1, sum(shares[number] for number in free))
        narrow = [number for number in free if unit * shares[number] < needed[number]]
        if not narrow:
            break
        fixed |= {number: needed[number] for number in narrow}
    return _exactly([fixed.get(number, unit * share) for number, share in enumerate(shares)], width)


def _exactly(widths: list[float], width: int) -> tuple[int, ...]:
    whole = [int(each) for each in widths]
    whole[whole.index(max(whole))] += width - sum(whole)
    return tuple(whole)


def _columns(table: Table) -> list[list[str]]:
    """The texts of each column, its heading first."""
    return [
        [column.heading, *(row[number] for row in table.rows)]
        for number, column in enumerate(table.columns)
    ]


def _longest(texts: list[str]) -> float:
    """The widest word, in sizes of the letters; one that no column could hold may be broken."""
    words = {word for text in set(texts) for word in _BREAKS.split(text) if word}
    # The widest is among those of most letters.
    likely = sorted(words, key=len, reverse=True)[:_LONGEST]
    return min(max((_size(word) for word in likely), default=1.0), _LONGEST * _OTHER)


def _size(word: str) -> float:
    if word >= _CHINESE_FROM and len(word) == 1:
        return 2.0  # two characters a line at least, so that no punctuation stands alone
    return _SPARE * _letters(word)


def _letters(text: str) -> float:
    return sum(_WIDEST.get(letter, 1.0 if letter >= _CHINESE_FROM else _OTHER) for letter in text)


def text_width(text: str, half_points: int) -> int:
    """About how wide a line of text is, in twentieths of a point."""
    return int(_letters(text) * half_points * 10)


class Setting(Struct, frozen=True):
    """Where a body is set: the language, the room between the margins, its styles' ids."""

    language: str
    width: int
    """In twentieths of a point."""
    ids: dict[str, str]
    """Name of a style -> its id in this file."""


def body_xml(blocks: Iterable[Block], setting: Setting) -> str:
    """Paragraphs and tables, one after the other; prefix `w` is to be declared around them."""
    held = [*blocks]
    return "".join(
        _block(block, follower, setting)
        for block, follower in zip_longest(held, held[1:])
        if block is not None
    )


def paragraph_xml(
    runs: Inline,
    style_id: str,
    language: str,
    *,
    kept: bool = False,
    after: int | None = None,
    on_new_page: bool = False,
) -> str:
    """One paragraph in one style; set from the right where it begins so.

    `kept`: on the same page as what follows; `after`: the space behind it where it is not that of
    its style, in twentieths of a point; `on_new_page`: with a page break before it.
    """
    keep = "<w:keepNext/>" if kept else ""
    keep += "<w:pageBreakBefore/>" if on_new_page else ""
    bidi = "<w:bidi/>" if _is_right_to_left(inline_text(runs)) else ""
    space = "" if after is None else f'<w:spacing w:after="{after}"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{keep}{bidi}{space}</w:pPr>'
        f"{_inline_xml(runs, language)}</w:p>"
    )


def _block(block: Block, follower: Block | None, setting: Setting) -> str:
    language, ids = setting.language, setting.ids
    # What announces a list or a table is not left behind alone.
    kept = isinstance(follower, Bullets | Table)
    match block:
        case Heading(level=level, text=text, on_new_page=on_new_page):
            style = styles.HEADINGS[min(max(level, 1), len(styles.HEADINGS)) - 1]
            return paragraph_xml((Run(text),), ids[style.name], language, on_new_page=on_new_page)
        case Paragraph(runs=runs, numbered=numbered):
            style = styles.NUMBERED_PARAGRAPH if numbered else styles.PLAIN
            return paragraph_xml(runs, ids[style.name], language, kept=kept)
        case Bullets(lines=lines):
            bullet = ids[styles.BULLET.name]
            first = [paragraph_xml(line, bullet, language) for line in lines[:-1]]
            return "".join([*first, paragraph_xml(lines[-1], bullet, language, after=_AFTER_LIST)])
        case Notice(text=text):
            return paragraph_xml((Run(text),), ids[styles.NOTICE.name], language)
        case Table():
            return _table(block, setting)
        case _:
            assert_never(block)


def _table(table: Table, setting: Setting) -> str:
    """The table, and a small gap after it: two tables in a row would become one."""
    widths, size = column_widths(table, setting.width)
    half_points = None if size == SIZES[0] else size
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _row(
        tuple(column.heading for column in table.columns),
        table,
        widths,
        half_points,
        setting,
        is_head=True,
    )
    rows = "".join(_row(row, table, widths, half_points, setting) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{setting.ids[styles.TABLE.name]}"/>'
        f'<w:tblW w:w="{setting.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows or _nothing(table, setting)}</w:tbl>"
        f'<w:p><w:pPr><w:pStyle w:val="{setting.ids[styles.GAP.name]}"/></w:pPr></w:p>'
    )


def _row(
    cells: tuple[str, ...],
    table: Table,
    widths: tuple[int, ...],
    half_points: int | None,
    setting: Setting,
    *,
    is_head: bool = False,
) -> str:
    style_id = setting.ids[(styles.HEAD_CELL if is_head else styles.CELL).name]
    repeated = "<w:tblHeader/>" if is_head else ""
    content = []
    for text, column, width in zip(cells, table.columns, widths, strict=True):
        bidi = "<w:bidi/>" if _is_right_to_left(text) else ""
        side = '<w:jc w:val="right"/>' if column.is_figure and not bidi else ""
        content.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{bidi}{side}</w:pPr>'
            f"{run_xml(text, setting.language, half_points=half_points)}</w:p></w:tc>"
        )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(content)}</w:tr>"


def _nothing(table: Table, setting: Setting) -> str:
    """One row across the table that says that it has none."""
    return (
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{setting.width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(table.columns)}"/></w:tcPr>'
        + paragraph_xml(
            (Run(say("word.no_rows", setting.language), "muted"),),
            setting.ids[styles.CELL.name],
            setting.language,
        )
        + "</w:tc></w:tr>"
    )
