"""The projection: when it will end at full time, at today's pace and in the late case.

One pure function of the state and the time now; screens, exports and commands all show what it
says, so that they cannot disagree. `docs/timekeeping.md` explains each figure.
"""

from __future__ import annotations

from datetime import UTC, datetime

from meeting_tui.forecast.day import lay_items_to_come, project_day
from meeting_tui.forecast.figures import Day, OpenItem, Projection, SittingNow
from meeting_tui.forecast.lateness import held_spans
from meeting_tui.forecast.observed import observe
from meeting_tui.forecast.open_item import project_open_item
from meeting_tui.forecast.plan import imported_plan, plan_of_day, sittings_of_day
from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import SittingTime
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.state import MeetingState


def project(state: MeetingState, now: datetime) -> Projection:
    """When each turn, the open item and every other item come and end, as seen at `now` (aware)."""
    seen = look(state, now)
    sitting = sitting_now(seen)
    item = open_item_of(seen, sitting) if sitting else None
    return Projection(seen.now, sitting, item, day_from(seen, item), seen)


def look(state: MeetingState, now: datetime) -> Seen:
    """What a projection is made from."""
    now = now.astimezone(UTC)
    sittings = sittings_of_day(state, now)
    pace, hand_over = observe(state, now)
    plan = plan_of_day(state, sittings)
    imported, imported_sittings = imported_plan(state, now, sittings, plan)
    return Seen(
        state=state,
        now=now,
        sittings=sittings,
        plan=plan,
        imported=imported,
        imported_sittings=imported_sittings,
        held=held_spans(state, sittings, now),
        time=_sitting_time(state, sittings, now),
        pace=pace,
        hand_over=hand_over,
    )


def open_item_of(seen: Seen, sitting: SittingNow) -> OpenItem | None:
    """The projection of the open item; None while none is open."""
    state = seen.state
    item = state.agenda.item(state.item) if state.item else None
    if item is None:
        return None
    together = (item.id, *state.joined)
    planned_end = max(each.end for each in seen.plan if each.item in together)
    return project_open_item(seen, item, planned_end, sitting)


def day_from(seen: Seen, open_item: OpenItem | None) -> Day:
    """The day if the open item ends so."""
    state = seen.state
    if state.phase == "adjourned":
        return project_day(seen, ({}, {}, {}))
    item = state.agenda.item(state.item) if state.item else None
    if item is None or open_item is None:
        return project_day(seen, lay_items_to_come(seen, (seen.resumes,) * 3))
    time = open_item.time
    ends = (open_item.ends_at, open_item.pace_ends_at, open_item.late_ends_at)
    here, rest = time.parted(seen, ends)
    comes = lay_items_to_come(seen, here, rest)
    for spans, end in zip(comes, here, strict=True):
        for each in (item.id, *state.joined):
            spans[each] = ((seen.resumes, end), *spans.get(each, ()))
    return project_day(seen, comes)


def _sitting_time(
    state: MeetingState, sittings: tuple[SittingRun, ...], now: datetime
) -> SittingTime:
    """The spans of all sittings; one that was opened early is held from now on."""
    held = state.sitting if state.phase == "open" else None
    return SittingTime(
        tuple(
            (min(run.planned_start, now) if run.id == held else run.planned_start, run.planned_end)
            for run in sittings
        )
    )


def sitting_now(seen: Seen) -> SittingNow | None:
    """The sitting that is held; else the next one by plan, or the last when all are over.

    None once the meeting is adjourned.
    """
    state, sittings, now = seen.state, seen.sittings, seen.now
    if state.phase == "adjourned":
        return None
    is_held = state.phase == "open"
    found = next(
        (
            run
            for run in sittings
            if (run.id == state.sitting if is_held else now < run.planned_end)
        ),
        sittings[-1],
    )
    begins = now if is_held else max(now, found.planned_start)
    return SittingNow(
        id=found.id,
        planned_start=found.planned_start,
        planned_end=found.planned_end,
        is_held=is_held,
        seconds_left=(found.planned_end - begins).total_seconds(),
    )


def late_cases(projection: Projection) -> frozenset[str]:
    """The items to come whose late case is drawn from somebody who waits, or is expected to ask.

    For the item itself or for one that comes before it; the late case of any other is its end at
    pace, and nothing that needs to be shown.
    """
    lists, item = projection.seen.state.lists, projection.item
    found: set[str] = set()
    waits = False
    for each in sorted(projection.day.items, key=lambda times: times.coming[:1]):
        is_open = item is not None and each.id == item.id
        waits = waits or bool(item.is_uncertain if is_open and item else lists.get(each.id))
        if each.coming and waits:
            found.add(each.id)
    return frozenset(found)
