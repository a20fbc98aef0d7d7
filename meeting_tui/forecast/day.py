"""The day: every item as planned, as it was and as it comes.

Items to come follow each other at their planned minutes, in the order in which they are planned; a
delay moves them all, and what no longer fits stands behind the last sitting's end for all to see.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from meeting_tui.agenda.plan import PlannedItem
from meeting_tui.forecast.figures import Day, ItemTimes
from meeting_tui.forecast.sitting_time import SittingTime
from meeting_tui.meeting.records import SittingRun
from meeting_tui.meeting.state import MeetingState

Spans = dict[str, tuple[datetime, datetime]]
"""Item -> when it, or what is left of it, begins and ends."""


def project_day(
    state: MeetingState,
    plan: tuple[PlannedItem, ...],
    sittings: tuple[SittingRun, ...],
    comes: Spans,
) -> Day:
    """The day as a whole; `comes` holds what is open or to come, all else is actual."""
    last_end = sittings[-1].planned_end
    items = tuple(
        _item_times(state, each, last_end, comes.get(each.item, (None, None))) for each in plan
    )
    planned_end = max(each.planned_end for each in items)
    ends_at = state.adjourned_at or max(each.ends_at for each in items if each.ends_at)
    return Day(
        sittings=sittings,
        items=items,
        planned_end=planned_end,
        ends_at=ends_at,
        difference_seconds=(ends_at - planned_end).total_seconds(),
        overflow_seconds=_behind(last_end, None, ends_at),
        not_reached=tuple(each.id for each in items if _is_not_reached(each, last_end)),
    )


def lay_items_to_come(
    state: MeetingState,
    plan: tuple[PlannedItem, ...],
    sittings: tuple[SittingRun, ...],
    time: SittingTime,
    free_from: datetime,
) -> Spans:
    """Projected start and end of every item not taken up yet, from the instant the day is free.

    None begins before the sitting it is planned in.
    """
    minutes = {item.id: item.minutes for item in state.agenda.items}
    begins = {run.id: start for run, (start, _) in zip(sittings, time.spans, strict=True)}
    comes: Spans = {}
    for each in sorted(plan, key=lambda planned: planned.start):
        if state.items[each.item].phase == "planned":
            start = time.earliest(max(free_from, begins[each.sitting]))
            free_from = time.after(start, timedelta(minutes=minutes[each.item]))
            comes[each.item] = (start, free_from)
    return comes


def _item_times(
    state: MeetingState,
    planned: PlannedItem,
    last_end: datetime,
    comes: tuple[datetime, datetime] | tuple[None, None],
) -> ItemTimes:
    run = state.items[planned.item]
    starts_at = run.opened_at or comes[0]
    ends_at = comes[1] or run.closed_at
    return ItemTimes(
        id=planned.item,
        phase=run.phase,
        planned_sitting=planned.sitting,
        planned_start=planned.start,
        planned_end=planned.end,
        opened_at=run.opened_at,
        closed_at=run.closed_at,
        starts_at=starts_at,
        ends_at=ends_at,
        difference_seconds=(ends_at - planned.end).total_seconds() if ends_at else None,
        overflow_seconds=_behind(last_end, starts_at, ends_at),
    )


def _behind(last_end: datetime, start: datetime | None, end: datetime | None) -> float:
    """How much of a span lies behind the end of the last sitting."""
    if end is None:
        return 0.0
    return max(0.0, (end - max(last_end, start or last_end)).total_seconds())


def _is_not_reached(item: ItemTimes, last_end: datetime) -> bool:
    if item.phase != "planned":
        return False
    return item.starts_at is None or item.starts_at >= last_end
