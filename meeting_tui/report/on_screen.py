"""A report as lines for the screen: the same blocks as in Word or Markdown.

The layout is made in the thread that makes the draft; an unchanged block is not wrapped again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct

from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Notice,
    Paragraph,
    Table,
)
from meeting_tui.report.table_on_screen import table_lines
from meeting_tui.views.pieces import EMPTY, Line, Piece, line_cells
from meeting_tui.views.wrapped import wrap

WIDEST = 100
"""Longer lines are hard to read."""
NUMBER_CELLS = 5
_ROLES = {"strong": "strong", "emphasis": "italic", "muted": "muted"}
_HEADS = {1: "heading", 2: "strong", 3: "strong", 4: "italic"}


class Part(Struct, frozen=True):
    """A part of the report that one may jump to."""

    key: str
    """The same in another language and with other names, if the part has a place."""
    level: int
    title: str
    line: int
    """Where its heading is."""


class Laid(Struct, frozen=True):
    """A whole report in lines of at most `width` cells."""

    width: int
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]

    def part_at(self, line: int) -> int:
        """The index of the part that contains the line."""
        starts = [each.line for each in self.parts]
        return max(0, sum(start <= line for start in starts) - 1)

    def same_place(self, other: Laid, line: int) -> int:
        """The line of `other` that shows what `line` shows here: as far into the same part."""
        if not self.parts or not other.parts:
            return 0
        at = self.part_at(line)
        here = self.parts[at]
        keys = [each.key for each in other.parts]
        to = keys.index(here.key) if here.key in keys else min(at, len(keys) - 1)
        ends = [each.line for each in other.parts[to + 1 :]] or [len(other.lines)]
        start = other.parts[to].line
        return min(start + max(line - here.line, 0), max(ends[0] - 1, start))


class Layout:
    """Lays out one report after another, and keeps what it wrapped last time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Block, int, int], tuple[Line, ...]] = {}

    def lay_out(self, document: Document, width: int) -> Laid:
        """The document in `width` cells; lines are never longer than `WIDEST`."""
        width = max(min(width, WIDEST), 20)
        kept: dict[tuple[Block, int, int], tuple[Line, ...]] = {}
        lines: list[Line] = [*_title(document, width)]
        parts = [Part("top", 1, document.title, 0)]
        number = 0
        for before, block in pairwise((None, *document.blocks)):
            assert block is not None
            numbered = isinstance(block, Paragraph) and block.numbered
            number += numbered
            if _stands_apart(before, block):
                lines.append(EMPTY)
            if isinstance(block, Heading):
                key = block.place or f"{len(parts)}"
                parts.append(Part(key, block.level, block.text, len(lines)))
            asked = (block, number if numbered else 0, width)
            drawn = self._kept.get(asked) or tuple(_block(block, number, width))
            kept[asked] = drawn
            lines += drawn
        self._kept = kept
        lines += [EMPTY, *wrap((Piece(document.foot, "muted"),), width)]
        return Laid(width, tuple(lines), tuple(parts))


def _title(document: Document, width: int) -> Iterator[Line]:
    yield from wrap((Piece(document.title, "heading"),), width)
    yield from wrap((Piece(document.subtitle, "strong"),), width)
    yield from wrap((Piece(document.head, "muted"),), width)


def _stands_apart(before: Block | None, block: Block) -> bool:
    """Whether there is a blank line between the block and the one before it."""
    if isinstance(block, Notice) and isinstance(before, Notice):
        return False
    is_listed = isinstance(block, Bullets) and isinstance(before, Paragraph)
    return not is_listed and not isinstance(before, Heading)


def _block(block: Block, number: int, width: int) -> Iterable[Line]:
    match block:
        case Heading():
            return wrap((Piece(block.text, _HEADS.get(block.level, "italic")),), width)
        case Paragraph():
            mark = f"{number}." if block.numbered else ""
            return _hung(Piece(mark.ljust(NUMBER_CELLS), "muted"), _pieces(block.runs), width)
        case Bullets():
            mark = " " * NUMBER_CELLS + "• "
            return [
                each
                for runs in block.lines
                for each in _hung(Piece(mark, "muted"), _pieces(runs), width)
            ]
        case Table():
            return table_lines(block, width)
        case Notice():
            return _hung(Piece("! ", "nearly"), (Piece(block.text, "nearly"),), width)


def _pieces(runs: Inline) -> Line:
    return tuple(Piece(each.text, _ROLES.get(each.style, "")) for each in runs)


def _hung(mark: Piece, text: Line, width: int) -> Iterator[Line]:
    """The text behind its mark; its further lines are indented as far."""
    indent = line_cells((mark,))
    blank = Piece(" " * indent)
    for place, each in enumerate(wrap(text, width - indent)):
        yield (blank if place else mark, *each)
