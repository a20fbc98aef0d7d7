"""The day: every item as planned, as it was and as it comes.

Items to come follow each other at their planned minutes, or with their list where that is longer,
in the order in which they are planned; a delay moves them all, and what no longer fits stands
behind the last sitting's end for all to see.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.agenda.plan import PlannedItem
from meeting_tui.forecast.block import block_of_day
from meeting_tui.forecast.figures import Cut, Day, ItemTimes, Span
from meeting_tui.forecast.lateness import seconds_late
from meeting_tui.forecast.legs import Leg, lay, legs_to_come
from meeting_tui.forecast.seen import Seen

Comes = dict[str, tuple[Span, ...]]
"""Item -> when it, or what is left of it, is held, piece by piece."""


def project_day(
    seen: Seen,
    comes: tuple[Comes, Comes, Comes],
) -> Day:
    """The day as a whole.

    `comes` holds what is open or to come at the three paces; all else is actual.
    """
    state, sittings = seen.state, seen.sittings
    last_end = sittings[-1].planned_end
    items = tuple(
        _item_times(each, imported, seen, comes)
        for each, imported in zip(seen.plan, seen.imported, strict=True)
    )
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
        difference_seconds=seconds_late(seen, planned_end, ends_at),
        overflow_seconds=_behind(last_end, None, ends_at),
        not_reached=tuple(each.id for each in items if _is_not_reached(each, last_end)),
        cuts=tuple(_cuts(seen, items)) if state.phase != "adjourned" else (),
        block=block_of_day(seen, items),
    )


def lay_items_to_come(
    seen: Seen,
    free_from: tuple[datetime, datetime, datetime],
    rest: tuple[Leg, ...] = (),
) -> tuple[Comes, Comes, Comes]:
    """When every item not taken up yet is held, and the `rest` of the open one, from then on.

    None begins before the sitting it is planned in.
    """
    legs = legs_to_come(seen, rest)
    comes: tuple[Comes, Comes, Comes] = ({}, {}, {})
    for case, spans in enumerate(comes):
        for leg, start, end in lay(seen, legs, free_from[case], case):
            spans[leg.item] = (*spans.get(leg.item, ()), (start, end))
    return comes


def _item_times(
    planned: PlannedItem,
    imported: PlannedItem,
    seen: Seen,
    comes: tuple[Comes, Comes, Comes],
) -> ItemTimes:
    run = seen.state.items[planned.item]
    full, pace, late = (_start_and_end(spans.get(planned.item)) for spans in comes)
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
        difference_seconds=seconds_late(seen, planned.end, ends_at) if ends_at else None,
        overflow_seconds=_behind(seen.sittings[-1].planned_end, starts_at, ends_at),
        pace_starts_at=run.opened_at or pace[0],
        pace_ends_at=pace[1] or run.closed_at,
        late_starts_at=run.opened_at or late[0],
        late_ends_at=late[1] or run.closed_at,
        parts=planned.parts,
        coming=comes[0].get(planned.item, ()),
        imported_start=imported.start,
        imported_end=imported.end,
    )


def _start_and_end(spans: tuple[Span, ...] | None) -> tuple[datetime | None, datetime | None]:
    return (spans[0][0], spans[-1][1]) if spans else (None, None)


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
        to_come = [each for each in items if each.coming]
        through = next((each.id for each in to_come if _runs_through(each, at)), None)
        behind = tuple(
            each.id
            for each in to_come
            if each.starts_at and at <= each.starts_at
            if each.planned_start < at or run is seen.sittings[-1]
        )
        if at > seen.now and (through or behind):
            cuts.append(Cut(run.id, at, through, behind))
    return cuts


def _runs_through(item: ItemTimes, at: datetime) -> bool:
    return any(start < at < end for start, end in item.coming)
