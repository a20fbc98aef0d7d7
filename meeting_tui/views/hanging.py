"""Text behind a beginning that stands out; further lines are indented below it."""

from __future__ import annotations

from meeting_tui.text import display
from meeting_tui.views.pieces import Line, Piece, line_cells, plain
from meeting_tui.views.wrapped import wrap


def hanging(first: Line, text: str, width: int, role: str = "", indent: int = 0) -> list[Line]:
    """`text` behind `first`; further lines are indented by `indent` cells (0: as wide as `first`).

    If the beginning leaves less than a third of the width, it has a line of its own.
    """
    taken = line_cells(first)
    lines: list[Line] = []
    rest = display(text).strip()
    if width - taken < max(width // 3, 2):
        indent = min(indent or 2, width // 3)
        lines += wrap(first, width)
    else:
        head = wrap((Piece(rest, role),), width - taken)[0]
        rest = rest[len(plain(head)) :].lstrip()
        lines.append((*first, *head))
        indent = indent or taken
    if rest:
        blank = Piece(" " * indent)
        lines += [(blank, *each) for each in wrap((Piece(rest, role),), width - indent)]
    return lines
