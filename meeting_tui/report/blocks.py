"""What a text that leaves is made of, whatever its format: headings, paragraphs, lists, tables.

One writer says what stands in a report; Markdown, Word and the screen each show the same blocks.
Texts are as people wrote them: every format escapes or sets them in its own way. Characters that
cannot stand in an office file are left out, and said: which, and where.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.text import clean_line, fit, not_xml, xml_safe

_NEARBY = 40


class Run(Struct, frozen=True):
    """A piece of a paragraph in one style."""

    text: str
    style: str = ""
    """`` (plain), `strong`, `emphasis` or `muted`."""


Inline = tuple[Run, ...]
"""One paragraph's text."""


class Heading(Struct, frozen=True):
    """The head of a part."""

    level: int
    """1 for the parts of the document, up to 4."""
    text: str
    place: str = ""
    """What it is about, for finding it: `item 4`, `question A1`, `topic advisory-group`."""
    on_new_page: bool = False
    """Whether it begins a page, where there are pages."""


class Paragraph(Struct, frozen=True):
    """A paragraph; those of a report are numbered through."""

    runs: Inline
    numbered: bool = False


class Bullets(Struct, frozen=True):
    """A list without numbers, at least one line."""

    lines: tuple[Inline, ...]


class Column(Struct, frozen=True):
    """One column of a table."""

    heading: str
    share: int = 1
    """Its width in proportion to those of the others."""
    is_figure: bool = False
    """Set to the right."""


class Table(Struct, frozen=True):
    """A table with a head row that is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells each as there are columns."""


class Notice(Struct, frozen=True):
    """Something the reader must not miss: that it is a draft, an oddity, what is missing."""

    text: str


Block = Heading | Paragraph | Bullets | Table | Notice


class Document(Struct, frozen=True):
    """A whole text, ready to be set in any format."""

    title: str
    subtitle: str
    head: str
    """In the header of every page: the meeting, and DRAFT until it is declared final."""
    foot: str
    language: str
    """`en` or `zh`."""
    is_draft: bool
    blocks: tuple[Block, ...]


def plain(text: str, style: str = "") -> Inline:
    """A paragraph's text in one style."""
    return (Run(text, style),)


def numbered(text: str) -> Paragraph:
    """A paragraph of that text that is numbered."""
    return Paragraph(plain(text), numbered=True)


def listed(lines: Iterable[Inline], empty: Paragraph) -> Bullets | Paragraph:
    """A list of those lines; `empty` where there are none."""
    held = tuple(lines)
    return Bullets(held) if held else empty


class Dropped(Struct, frozen=True):
    """Characters left out of one text."""

    place: str
    """The heading it stands under; the document's title before the first."""
    nearby: str
    """How the text begins, without them, for finding it."""
    signs: tuple[str, ...]
    """Each by its number, `U+0000`, in their order."""


def legible(document: Document) -> tuple[Document, tuple[Dropped, ...]]:
    """The document without the characters no XML can hold, and what was left out of it.

    The same document comes back where there are none.
    """
    dropped = _dropped_from(document)
    if not dropped:
        return document, ()
    cleaned = replace(
        document,
        title=xml_safe(document.title),
        subtitle=xml_safe(document.subtitle),
        head=xml_safe(document.head),
        foot=xml_safe(document.foot),
        blocks=tuple(_cleaned(block) for block in document.blocks),
    )
    return cleaned, dropped


def _dropped_from(document: Document) -> tuple[Dropped, ...]:
    found: list[Dropped] = []
    place = clean_line(xml_safe(document.title))
    for text in (document.title, document.subtitle, document.head, document.foot):
        _note(text, place, found)
    for block in document.blocks:
        if isinstance(block, Heading):
            place = clean_line(xml_safe(block.text))
        for text in _texts(block):
            _note(text, place, found)
    return tuple(found)


def _note(text: str, place: str, found: list[Dropped]) -> None:
    if signs := not_xml(text):
        nearby = fit(clean_line(xml_safe(text)), _NEARBY).rstrip()
        found.append(Dropped(place, nearby, tuple(f"U+{ord(sign):04X}" for sign in signs)))


def _texts(block: Block) -> list[str]:
    """Every text of a block, in reading order."""
    match block:
        case Heading(text=text) | Notice(text=text):
            return [text]
        case Paragraph(runs=runs):
            return [run.text for run in runs]
        case Bullets(lines=lines):
            return [run.text for line in lines for run in line]
        case Table(columns=columns, rows=rows):
            cells = [cell for row in rows for cell in row]
            return [*(column.heading for column in columns), *cells]
        case _:
            assert_never(block)


def _cleaned(block: Block) -> Block:
    match block:
        case Heading() | Notice():
            return replace(block, text=xml_safe(block.text))
        case Paragraph():
            return replace(block, runs=_cleaned_runs(block.runs))
        case Bullets():
            return replace(block, lines=tuple(_cleaned_runs(line) for line in block.lines))
        case Table():
            return replace(
                block,
                columns=tuple(
                    replace(column, heading=xml_safe(column.heading)) for column in block.columns
                ),
                rows=tuple(tuple(xml_safe(cell) for cell in row) for row in block.rows),
            )
        case _:
            assert_never(block)


def _cleaned_runs(runs: Inline) -> Inline:
    return tuple(Run(xml_safe(run.text), run.style) for run in runs)
