"""The blocks of a document as the body of a Word file, in the styles of that file.

The same body goes into the built-in document and, as one placeholder, into a template of one's
own; it says nothing of fonts or sizes that a style could say.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import assert_never

from msgspec import Struct

from meeting_tui.report.blocks import Block, Bullets, Heading, Inline, Notice, Paragraph, Run, Table
from meeting_tui.report.word import styles
from meeting_tui.report.word.runs import inline_text, inline_xml, is_right_to_left, run_xml
from meeting_tui.report.word.widths import SIZES, column_widths
from meeting_tui.words import say


class Setting(Struct, frozen=True):
    """Where a body is set: the language, the room between the margins, its styles' ids."""

    language: str
    width: int
    """In twentieths of a point."""
    ids: dict[str, str]
    """Name of a style -> its id in this file."""


_AFTER_LIST = 120
BUILT_IN = {style.name: style.id for style in styles.OF_BODY}


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
    bidi = "<w:bidi/>" if is_right_to_left(inline_text(runs)) else ""
    space = "" if after is None else f'<w:spacing w:after="{after}"/>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{keep}{bidi}{space}</w:pPr>'
        f"{inline_xml(runs, language)}</w:p>"
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
        bidi = "<w:bidi/>" if is_right_to_left(text) else ""
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
