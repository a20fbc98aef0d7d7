"""The protected block: an item that was given a sitting of its own, and what is eaten of it.

It is not moved and not shortened by anything here; it is only said, in time for the Chair to
decide, that it will begin late, or that lists carried over will want a part of it.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.forecast.figures import Block, ItemTimes
from meeting_tui.forecast.lists import carried_lists, list_outlook
from meeting_tui.forecast.seen import Seen


def block_of_day(seen: Seen, items: tuple[ItemTimes, ...]) -> Block | None:
    """The first item to come, or open, that is planned from the start of a sitting to its end."""
    whole = {(run.planned_start, run.planned_end) for run in seen.sittings}
    for each in items:
        is_whole = (each.planned_start, each.planned_end) in whole
        if is_whole and each.phase in ("planned", "open") and each.starts_at:
            return _block(seen, each)
    return None


def _block(seen: Seen, item: ItemTimes) -> Block:
    carried = [list_outlook(seen, each) for each in carried_lists(seen.state)]
    full, pace, late = (sum(each[n] for each in carried) for n in range(3))
    planned = (item.planned_end - item.planned_start).total_seconds()
    starts = (item.starts_at, item.pace_starts_at, item.late_starts_at)
    late_full, late_pace, late_late = (_late_by(seen, item, start) for start in starts)
    return Block(
        item=item.id,
        planned_seconds=planned,
        late_start_seconds=late_full,
        carried_seconds=full,
        eaten_seconds=min(planned, late_full + full),
        pace_eaten_seconds=min(planned, late_pace + pace),
        late_eaten_seconds=min(planned, late_late + late),
    )


def _late_by(seen: Seen, item: ItemTimes, starts_at: datetime | None) -> float:
    """How much sitting time lies between the planned and the projected start."""
    found = starts_at or item.planned_start
    return max(0.0, seen.time.seconds_between(item.planned_start, found))
