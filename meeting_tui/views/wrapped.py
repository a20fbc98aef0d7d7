"""Text broken into lines by its width in cells, each piece keeping its role.

English breaks between words, Chinese between characters but not before closing punctuation; a word
longer than the line is cut between characters as they are seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.text import cells, display, graphemes
from meeting_tui.views.pieces import Line, Piece, fit_line, line_cells, plain, sides

_NOT_FIRST = frozenset("，。、；：！？）」』》〉】〕”’…—·％,.;:!?)]}%")
_NOT_LAST = " ,;:，；：、"
_SPACES = " \u3000"
_LEAST_KEPT = 0.6
"""A line shortened at a word keeps so much of its room; else the word is cut."""


def wrap(of: Line, width: int) -> list[Line]:
    """The line as lines of at most `width` cells (at least 2); an empty one is one empty line."""
    width = max(width, 2)
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0
    gap: Piece | None = None
    for unit in _units(of):
        if unit.text[0] in _SPACES:
            gap = unit if current else None
            continue
        size = cells(unit.text) + (cells(gap.text) if gap else 0)
        if current and used + size > width:
            lines.append(_joined(current))
            current, used, gap = [], 0, None
        if gap:
            current.append(gap)
            used, gap = used + cells(gap.text), None
        for part in _parts(unit.text, width):
            if current and used + cells(part) > width:
                lines.append(_joined(current))
                current, used = [], 0
            current.append(Piece(part, unit.role))
            used += cells(part)
    return [*lines, _joined(current)] if current or not lines else lines


def fit_words(of: Line, width: int) -> Line:
    """The line in at most `width` cells, shortened behind a word where that keeps most of it."""
    if line_cells(of) <= width:
        return of
    text = plain(of)
    indent = len(text) - len(text.lstrip(" "))
    first = wrap(of, width - indent - 1)[0]
    if indent + line_cells(first) < width * _LEAST_KEPT:
        return fit_line(of, width)
    *before, last = first
    shortened = Piece(f"{last.text.rstrip(_NOT_LAST)}…", last.role)
    return (*([Piece(" " * indent)] if indent else []), *before, shortened)


def sides_by_word(left: Line, right: Line, width: int, gap: int = 2) -> Line:
    """As `sides`, but `left` is shortened behind a word where both do not fit."""
    return sides(fit_words(left, max(width - line_cells(right) - gap, 1)), right, width, gap)


def _units(of: Line) -> Iterator[Piece]:
    """What is not broken: words, runs of spaces, wide characters with what follows them."""
    for piece in of:
        unit = ""
        for sign in graphemes(display(piece.text)):
            if unit and _may_break(unit, sign):
                yield Piece(unit, piece.role)
                unit = ""
            unit += sign
        if unit:
            yield Piece(unit, piece.role)


def _may_break(unit: str, sign: str) -> bool:
    spaces = unit[0] in _SPACES, sign in _SPACES
    if any(spaces):
        return not all(spaces)
    if sign in _NOT_FIRST:
        return False
    return cells(sign) > 1 or cells(unit[-1]) > 1


def _parts(word: str, width: int) -> Iterator[str]:
    """A word in parts that each fit into a line."""
    if cells(word) <= width:
        yield word
        return
    part = ""
    for sign in graphemes(word):
        if part and cells(part + sign) > width:
            yield part
            part = ""
        part += sign
    yield part


def _joined(pieces: list[Piece]) -> Line:
    """Neighbours in the same role as one piece."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].role == piece.role:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.role)
        else:
            joined.append(piece)
    return tuple(joined)
