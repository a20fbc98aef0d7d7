"""Where a list's cursor may stand and what is in view, as plain arithmetic on row numbers."""

from __future__ import annotations

from collections.abc import Sequence


def next_stop(can_stop: Sequence[bool], place: int, steps: int) -> int:
    """The row `steps` rows on (back if negative), counting only rows where the cursor may stop.

    At the edge it stays on the last possible row; -1 if there is none at all. `place` -1 stands
    before the first row.
    """
    direction = 1 if steps > 0 else -1
    reached, at = place, place + direction
    left = abs(steps)
    while left and 0 <= at < len(can_stop):
        if can_stop[at]:
            reached = at
            left -= 1
        at += direction
    return reached


def stop_near(can_stop: Sequence[bool], place: int) -> int:
    """The row at `place` or the first possible after it, else before it; -1 if there is none."""
    for at in range(place, len(can_stop)):
        if can_stop[at]:
            return at
    for at in range(min(place, len(can_stop)) - 1, -1, -1):
        if can_stop[at]:
            return at
    return -1


def scroll_for(top: int, page: int, total: int, cursor: int, kept: int = -1) -> int:
    """The first row in view, moved as little as needed from `top`, with `page` rows in view.

    The row of the cursor is always in view, the `kept` row as well if both have room; -1 means
    that there is no such row.
    """
    last_top = max(total - page, 0)
    top = min(max(top, 0), last_top)
    for wanted in (kept, cursor):  # the cursor last, so that it wins
        if 0 <= wanted < top:
            top = wanted
        elif wanted >= top + page:
            top = wanted - page + 1
    if kept >= 0 and cursor >= 0 and abs(kept - cursor) < page:
        first, last = sorted((kept, cursor))
        top = min(max(top, last - page + 1), first)
    return min(max(top, 0), last_top)
