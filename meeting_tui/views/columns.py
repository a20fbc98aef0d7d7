"""Rows of a list, and rows in columns: which columns fit, how wide each is, and one row as a line.

A list on 80 cells shows what matters and drops the rest; on 120 everything has its place. The same
layout makes the heading and the rows, so they always agree, also with Chinese names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from meeting_tui.views.pieces import Align, Line, Piece, fit_line

Content = TypeVar("Content")


class Row(Struct, Generic[Content], frozen=True):
    """One row; two rows that are equal look the same and are not painted again."""

    key: str
    """Names the row in its list; the cursor stays with it when others come and go."""
    content: Content
    """What the list's `draw` makes a line of; compared with `==`."""
    can_select: bool = True
    """False for a heading or a divider, which the cursor passes over."""


class Column(Struct, frozen=True):
    """One column; widths are in terminal cells."""

    key: str
    least: int
    """Never narrower, unless it is the only column left."""
    weight: int = 0
    """Share of the cells left over; 0 keeps the column at `least`."""
    priority: int = 1
    """The lowest priority is dropped first when the row is too narrow; among equals the last."""
    align: Align = "left"
    most: int | None = None
    """Never wider, if given."""


class Placed(Struct, frozen=True):
    """A column that is shown, with its width in cells."""

    column: Column
    width: int


Cell = str | Piece | Line
"""What a row has for a column: bare text, text in a role, or several pieces."""


@lru_cache(maxsize=256)
def lay_out(columns: tuple[Column, ...], width: int, gap: int = 1) -> tuple[Placed, ...]:
    """The columns that fit into `width` cells with `gap` cells between, in their given order."""
    kept = list(columns)
    while len(kept) > 1 and _least(kept, gap) > width:
        lowest = min(column.priority for column in kept)
        last = max(index for index, column in enumerate(kept) if column.priority == lowest)
        del kept[last]
    if len(kept) == 1 and kept[0].least > width:
        return (Placed(kept[0], max(width, 0)),)
    return _shared(kept, width - _least(kept, gap))


def _least(columns: Sequence[Column], gap: int) -> int:
    return sum(column.least for column in columns) + gap * max(len(columns) - 1, 0)


def _shared(columns: Sequence[Column], spare: int) -> tuple[Placed, ...]:
    """Gives out the spare cells by weight; what a full column cannot take goes to the others."""
    widths = [column.least for column in columns]
    while spare > 0:
        growing = [
            index
            for index, column in enumerate(columns)
            if column.weight and (column.most is None or widths[index] < column.most)
        ]
        if not growing:
            break
        total, on_offer = sum(columns[index].weight for index in growing), spare
        for index in growing:
            column = columns[index]
            share = max(1, on_offer * column.weight // total)
            room = spare if column.most is None else column.most - widths[index]
            more = min(share, room, spare)
            widths[index] += more
            spare -= more
    return tuple(Placed(column, size) for column, size in zip(columns, widths, strict=True))


def row_line(
    columns: tuple[Column, ...],
    cells_of_row: Mapping[str, Cell],
    width: int,
    gap: int = 1,
    role: str = "",
) -> Line:
    """One row exactly `width` cells wide; a column without a cell is blank.

    `role` is laid under every cell that has none of its own.
    """
    parts: list[Piece] = []
    for placed in lay_out(columns, width, gap):
        if parts:
            parts.append(Piece(" " * gap))
        cell = _as_line(cells_of_row.get(placed.column.key, ""), role)
        parts.extend(fit_line(cell, placed.width, placed.column.align))
    return fit_line(tuple(parts), width)


def _as_line(cell: Cell, role: str) -> Line:
    pieces: Line
    if isinstance(cell, str):
        pieces = (Piece(cell),)
    elif isinstance(cell, Piece):
        pieces = (cell,)
    else:
        pieces = cell
    if not role:
        return pieces
    return tuple(Piece(piece.text, piece.role or role) for piece in pieces)
