"""A line of the screen as plain values: pieces of text, each with a role, before any colour.

Views make lines without a terminal and are tested so; only the screen's `paint` turns roles into
styles. As pieces are never parsed, text of people cannot become markup, and `fit_line` is the
last border where what could steer a terminal is taken out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from meeting_tui.text import cells, display, fit

Align = Literal["left", "right", "centre"]


class Piece(NamedTuple):
    """Text in one role (see `theme.Palette`); several roles are separated by spaces."""

    text: str
    role: str = ""


Line = tuple[Piece, ...]
"""One line of the screen, left to right."""

EMPTY: Line = ()


def line(*parts: Piece | str) -> Line:
    """A line of these parts; a bare string has no role."""
    return tuple(Piece(part) if isinstance(part, str) else part for part in parts)


def plain(of: Iterable[Piece]) -> str:
    """The text of a line without its roles."""
    return "".join(piece.text for piece in of)


def line_cells(of: Iterable[Piece]) -> int:
    """How many terminal cells the line takes once made safe."""
    return sum(cells(_shown(piece.text)) for piece in of)


def _shown(text: str) -> str:
    """The text safe to write, and at its ends nothing that would change its neighbours' width."""
    return display(text).rstrip("\u200d").lstrip("\u200d\ufe0f") if text else text


def fit_line(of: Line, width: int, align: Align = "left") -> Line:
    """The line exactly `width` cells wide and safe to write: cut with an ellipsis, or padded.

    `align` is left, right or centre. A wide character is never cut in two.
    """
    if width <= 0:
        return EMPTY
    shown = [Piece(_shown(piece.text), piece.role) for piece in of if piece.text]
    spare = width - line_cells(shown)
    if spare < 0:
        return _cut_line(shown, width)
    if spare == 0:
        return tuple(shown)
    before = {"left": 0, "right": spare, "centre": spare // 2}[align]
    after = spare - before
    if before:
        shown.insert(0, Piece(" " * before))
    if after:
        shown.append(Piece(" " * after))
    return tuple(shown)


def _cut_line(shown: list[Piece], width: int) -> Line:
    """The beginning of the line in `width` cells, ending in an ellipsis."""
    kept: list[Piece] = []
    left = width
    for index, piece in enumerate(shown):
        size = cells(piece.text)
        rest_is_empty = not any(cells(later.text) for later in shown[index + 1 :])
        if size < left or (size == left and rest_is_empty):
            kept.append(piece)
            left -= size
            continue
        # Something follows that has no room, so the ellipsis must come within this piece.
        text = piece.text if size > left else piece.text + " "
        kept.append(Piece(fit(text, left), piece.role))
        break
    return tuple(kept)


def sides(left: Line, right: Line, width: int, gap: int = 2) -> Line:
    """`left` at the left edge and `right` at the right edge; `left` is cut when both do not fit."""
    right_size = line_cells(right)
    if right_size + gap >= width:
        return fit_line(left, width)
    return (*fit_line(left, width - right_size - gap), Piece(" " * gap), *right)
