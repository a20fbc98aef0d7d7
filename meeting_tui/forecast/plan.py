"""The plan as instants, as it applies on the day the meeting is held.

A trial run on another day has the plan moved to that day. Until it is opened, a meeting that is
still to come stands on its own day.
"""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from meeting_tui.agenda.model import Sitting
from meeting_tui.agenda.plan import PlannedItem, planned_items
from meeting_tui.forecast.sitting_time import Spans
from meeting_tui.meeting.days import day_held, planned_span, span_on_day
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.state import MeetingState


def sittings_of_day(state: MeetingState, now: datetime) -> tuple[SittingRun, ...]:
    """All sittings of the agenda, held or not, with their planned times (UTC) on the day held."""
    return tuple(_as_held(state, sitting, now) for sitting in state.agenda.sittings)


def _as_held(state: MeetingState, sitting: Sitting, now: datetime) -> SittingRun:
    run = state.sittings.get(sitting.id)
    if run is None:
        run = SittingRun(sitting.id, *span_on_day(state, sitting, now))
    return replace(
        run,
        planned_start=run.planned_start.astimezone(UTC),
        planned_end=run.planned_end.astimezone(UTC),
    )


def plan_of_day(state: MeetingState, sittings: tuple[SittingRun, ...]) -> tuple[PlannedItem, ...]:
    """The planned time (UTC) of every item, laid over the sittings of the day it is held."""
    moved = tuple(
        Sitting(id=each.id, start=each.planned_start, end=each.planned_end) for each in sittings
    )
    agenda = replace(state.agenda, sittings=moved)
    return planned_items(agenda, state.running_order, state.splits)


def imported_plan(
    state: MeetingState,
    now: datetime,
    sittings: tuple[SittingRun, ...],
    plan: tuple[PlannedItem, ...],
) -> tuple[tuple[PlannedItem, ...], Spans]:
    """The planned time (UTC) of every item in the agenda as it was imported, and its sittings.

    On the day held. While nothing was changed they are `plan` and `sittings` as they are now.
    """
    if not state.schedule_changes:
        return plan, tuple((each.planned_start, each.planned_end) for each in sittings)
    day = day_held(state, now)
    spans = tuple(planned_span(state, each, day) for each in state.imported.sittings)
    moved = tuple(
        Sitting(id=each.id, start=start.astimezone(UTC), end=end.astimezone(UTC))
        for each, (start, end) in zip(state.imported.sittings, spans, strict=True)
    )
    planned = planned_items(replace(state.imported, sittings=moved))
    return planned, tuple((each.start, each.end) for each in moved)
