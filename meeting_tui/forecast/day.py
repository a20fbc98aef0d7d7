"""The day: every item as planned, as it was and as it comes.

Items to come follow each other at their planned minutes, or with their list where that is longer,
in the order in which they are planned; a delay moves them all, and what no longer fits stands
behind the last sitting's end for all to see.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from meeting_tui.agenda.plan import PlannedItem
from meeting_tui.forecast.block import block_of_day
from meeting_tui.forecast.figures import Cut, Day, ItemTimes
from meeting_tui.forecast.lists import list_outlook
from meeting_tui.forecast.seen import Seen

Spans = dict[str, tuple[datetime, datetime]]
"""Item -> when it, or what is left of it, begins and ends."""


def project_day(
    seen: Seen,
    comes: tuple[Spans, Spans, Spans],
) -> Day:
    """The day as a whole.

    `comes` holds what is open or to come at the three paces; all else is actual.
    """
    state, sittings = seen.state, seen.sittings
    last_end = sittings[-1].planned_end
    items = tuple(_item_times(seen, each, last_end, comes) for each in seen.plan)
    planned_end = max(each.planned_end for each in items)
    ends_at, pace_ends_at, late_ends_at = (
        state.adjourned_at or max(end for end in ends if end)
        for ends in (
            [each.ends_at for each in items],
            [each.pace_ends_at for each in items],
            [each.late_ends_at for each in items],
        )
    )
    return Day(
        sittings=sittings,
        items=items,
        planned_end=planned_end,
        ends_at=ends_at,
        pace_ends_at=pace_ends_at,
        late_ends_at=late_ends_at,
        difference_seconds=(ends_at - planned_end).total_seconds(),
        overflow_seconds=_behind(last_end, None, ends_at),
        not_reached=tuple(each.id for each in items if _is_not_reached(each, last_end)),
        cuts=tuple(_cuts(seen, items)) if state.phase != "adjourned" else (),
        block=block_of_day(seen, items),
    )


def lay_items_to_come(
    seen: Seen,
    free_from: tuple[datetime, datetime, datetime],
) -> tuple[Spans, Spans, Spans]:
    """Projected start and end of every item not taken up yet, from when the day is free.

    None begins before the sitting it is planned in.
    """
    state, time = seen.state, seen.time
    minutes = {item.id: item.minutes for item in state.agenda.items}
    begins = {run.id: start for run, (start, _) in zip(seen.sittings, time.spans, strict=True)}
    free = list(free_from)
    comes: tuple[Spans, Spans, Spans] = ({}, {}, {})
    for each in sorted(seen.plan, key=lambda planned: planned.start):
        if state.items[each.item].phase != "planned":
            continue
        of_list = list_outlook(seen, each.item)
        planned, first = minutes[each.item] * 60, begins[each.sitting]
        for n, spans in enumerate(comes):
            start = time.earliest(max(free[n], first))
            free[n] = time.after(start, timedelta(seconds=max(planned, of_list[n])))
            spans[each.item] = (start, free[n])
    return comes


def _item_times(
    seen: Seen,
    planned: PlannedItem,
    last_end: datetime,
    comes: tuple[Spans, Spans, Spans],
) -> ItemTimes:
    run = seen.state.items[planned.item]
    nothing = (None, None)
    full, pace, late = (spans.get(planned.item, nothing) for spans in comes)
    starts_at = run.opened_at or full[0]
    ends_at = full[1] or run.closed_at
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
        pace_starts_at=run.opened_at or pace[0],
        pace_ends_at=pace[1] or run.closed_at,
        late_starts_at=run.opened_at or late[0],
        late_ends_at=late[1] or run.closed_at,
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


def _cuts(seen: Seen, items: tuple[ItemTimes, ...]) -> list[Cut]:
    """What the end of each sitting that is not over cuts through, and what it cuts off."""
    cuts = []
    for run in seen.sittings:
        at = run.planned_end
        to_come = [each for each in items if each.phase in ("planned", "open")]
        through = next((each.id for each in to_come if _runs_through(each, at)), None)
        behind = tuple(
            each.id
            for each in to_come
            if each.starts_at and each.planned_start < at <= each.starts_at
        )
        if at > seen.now and (through or behind):
            cuts.append(Cut(run.id, at, through, behind))
    return cuts


def _runs_through(item: ItemTimes, at: datetime) -> bool:
    return bool(item.starts_at and item.ends_at and item.starts_at < at < item.ends_at)
