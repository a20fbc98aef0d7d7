"""What a text that leaves is made of, whatever its format: headings, paragraphs, lists, tables.

One writer says what stands in a report; Markdown, Word and the screen each show the same blocks.
Texts are as people wrote them: every format escapes or sets them in its own way.
"""

from __future__ import annotations

from msgspec import Struct


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
