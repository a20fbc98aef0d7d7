"""The plain projection: when it will end if every limit is used to the full.

One pure function of the state and the time now; screens, exports and commands all show what it
says, so that they cannot disagree. `docs/timekeeping.md` explains each figure.
"""

from __future__ import annotations

from datetime import UTC, datetime

from meeting_tui.forecast.day import Spans, lay_items_to_come, project_day
from meeting_tui.forecast.figures import OpenItem, Projection, SittingNow
from meeting_tui.forecast.open_item import expected_end, project_open_item
from meeting_tui.forecast.plan import plan_of_day, sittings_of_day
from meeting_tui.forecast.sitting_time import SittingTime
from meeting_tui.meeting.records import SittingRun
from meeting_tui.meeting.state import MeetingState


def project(state: MeetingState, now: datetime) -> Projection:
    """When each turn, the open item and every other item come and end, as seen at `now` (aware)."""
    now = now.astimezone(UTC)
    sittings = sittings_of_day(state, now)
    plan = plan_of_day(state.agenda, sittings)
    time = _sitting_time(state, sittings, now)
    sitting = None if state.phase == "adjourned" else _sitting_now(state, sittings, now)
    open_item: OpenItem | None = None
    comes: Spans = {}
    if sitting is not None:
        item = state.agenda.item(state.item) if state.item else None
        free_from = now if sitting.is_held else time.earliest(now)
        if item is not None:
            planned_end = next(each.end for each in plan if each.item == item.id)
            open_item = project_open_item(state, item, planned_end, sitting, time, now)
            free_from = expected_end(state, item, open_item.ends_at, time, now)
            comes[item.id] = (now, free_from)
        comes |= lay_items_to_come(state, plan, sittings, time, free_from)
    return Projection(now, sitting, open_item, project_day(state, plan, sittings, comes))


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


def _sitting_now(
    state: MeetingState, sittings: tuple[SittingRun, ...], now: datetime
) -> SittingNow:
    """The sitting that is held; else the next one by plan, or the last when all are over."""
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
