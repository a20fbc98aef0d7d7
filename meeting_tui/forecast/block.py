"""The protected block: an item that was given a sitting of its own, and what is eaten of it.

It is not moved and not shortened by anything here; it is only said, in time for the Chair to
decide, that it will begin late, that its sitting is too short for it, or that lists carried over
will want a part of it. Of one that is open nothing is eaten that it will not need: by its list it
ends before it is planned to. It stays protected when other items are planned into its sitting.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.forecast.figures import Block, ItemTimes
from meeting_tui.forecast.legs import later_pieces
from meeting_tui.forecast.lists import carried_lists, list_outlook
from meeting_tui.forecast.seen import Seen


def block_of_day(seen: Seen, items: tuple[ItemTimes, ...]) -> Block | None:
    """The first item to come, or open, that has a sitting of its own.

    By the agenda as it was imported, or as it is now, also where items too long for the sitting
    before go on in its own; none that is split over sittings.
    """
    named = _named_whole(seen)
    now = {(run.planned_start, run.planned_end) for run in seen.sittings}
    for each in items:
        is_whole = (each.planned_start, each.planned_end) in now
        was_whole = (each.imported_start, each.imported_end) in seen.imported_sittings
        is_to_come = each.phase in ("planned", "open") and each.id not in seen.state.splits
        if (is_whole or was_whole or each.id in named) and is_to_come and each.starts_at:
            return _block(seen, each)
    return None


def lists_left_out(seen: Seen) -> tuple[str, ...]:
    """Items whose kept lists no end counts: when they are heard is not planned yet."""
    return tuple(each for each in carried_lists(seen.state) if not _comes_by_itself(seen, each))


def _named_whole(seen: Seen) -> set[str]:
    """The items that name a sitting and take all of its minutes."""
    minutes = {
        run.id: (run.planned_end - run.planned_start).total_seconds() / 60 for run in seen.sittings
    }
    return {
        each.id
        for each in seen.state.agenda.items
        if each.sitting and each.minutes == minutes[each.sitting]
    }


def _block(seen: Seen, item: ItemTimes) -> Block | None:
    """None for an open item that began late and, by its list, loses nothing by that."""
    carried = [list_outlook(seen, each) for each in lists_left_out(seen)]
    full, pace, late_case = (sum(each[n] for each in carried) for n in range(3))
    planned = 60.0 * next(each.minutes for each in seen.state.agenda.items if each.id == item.id)
    run = next(each for each in seen.sittings if each.id == item.planned_sitting)
    spare = (run.planned_end - run.planned_start).total_seconds() - planned
    shorter = max(0.0, -spare)
    starts = (item.starts_at, item.pace_starts_at, item.late_starts_at)
    ends = (item.ends_at, item.pace_ends_at, item.late_ends_at)
    spare = max(0.0, spare)
    late = [
        max(0.0, seen.time.seconds_between(run.planned_start, start or run.planned_start) - spare)
        for start in starts
    ]
    eaten = [
        without((late_start, shorter, wanted), _unused(seen, item, end))
        for late_start, wanted, end in zip(late, (full, pace, late_case), ends, strict=True)
    ]
    if max(late) > 0 and not any(map(sum, eaten)):
        return None
    at_full_time = eaten[0]
    return Block(
        item=item.id,
        planned_seconds=planned,
        late_start_seconds=at_full_time[0],
        shorter_seconds=at_full_time[1],
        carried_seconds=at_full_time[2],
        eaten_seconds=min(planned, sum(at_full_time)),
        pace_eaten_seconds=min(planned, sum(eaten[1])),
        late_eaten_seconds=min(planned, sum(eaten[2])),
    )


def _unused(seen: Seen, item: ItemTimes, end: datetime | None) -> float:
    """Seconds between the end of an open item and its planned end; what is to come has none."""
    if item.phase != "open" or end is None:
        return 0.0
    return max(0.0, seen.time.seconds_between(end, item.planned_end))


def without(parts: tuple[float, float, float], unused: float) -> tuple[float, ...]:
    """What is eaten by each cause in turn, once the time that is not needed is taken off."""
    left: list[float] = []
    for each in parts:
        left.append(max(0.0, each - unused))
        unused = max(0.0, unused - each)
    return tuple(left)


def _comes_by_itself(seen: Seen, item: str) -> bool:
    """Whether what is left of a carried item is planned in a piece of its own."""
    return item in seen.state.splits and bool(later_pieces(seen, item)[1])
