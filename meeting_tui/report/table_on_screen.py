"""A table of a report in terminal cells: columns as wide as they need, with wrapped texts."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.report.blocks import Table
from meeting_tui.text import cells
from meeting_tui.views.pieces import Line, Piece, fit_line
from meeting_tui.views.wrapped import wrap

GAP = 2
LEAST = 3
"""No column is narrower, whatever it costs the others."""


def table_lines(table: Table, width: int) -> list[Line]:
    """Head row, a rule and the rows, in at most `width` cells unless the columns are too many."""
    widths = column_widths(table, width)
    head = tuple(each.heading for each in table.columns)
    lines = _row(table, head, widths, "muted")
    lines.append((Piece("─" * (sum(widths) + GAP * (len(widths) - 1)), "track"),))
    for row in table.rows:
        lines += _row(table, row, widths, "")
    return lines


def column_widths(table: Table, width: int) -> list[int]:
    """What each column needs, with its heading in several lines; the widest give way to the others.

    So times and figures stay whole, and texts are wrapped.
    """
    wanted = [
        max(cells(text) for text in (*column.heading.split(), *(row[place] for row in table.rows)))
        for place, column in enumerate(table.columns)
    ]
    room = width - GAP * (len(wanted) - 1)
    while sum(wanted) > room:
        places = [place for place, each in enumerate(wanted) if each > LEAST]
        if not places:
            break
        wanted[max(places, key=lambda place: wanted[place])] -= 1
    return wanted


def _row(table: Table, row: Sequence[str], widths: Sequence[int], role: str) -> list[Line]:
    """One row; as many lines as its longest cell needs."""
    wrapped = [wrap((Piece(text, role),), width) for text, width in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(len(each) for each in wrapped)):
        parts: list[Piece] = []
        for column, width, text in zip(table.columns, widths, wrapped, strict=True):
            if parts:
                parts.append(Piece(" " * GAP))
            shown: Line = text[number] if number < len(text) else ()
            parts += fit_line(shown, width, "right" if column.is_figure else "left")
        lines.append(tuple(parts))
    return lines
