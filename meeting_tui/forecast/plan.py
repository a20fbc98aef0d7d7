"""The plan as instants: of the agenda alone, and as it applies on the day the meeting is held.

A trial run on another day has the plan moved to that day. Until it is opened, a meeting that is
still to come stands on its own day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from meeting_tui.agenda.model import Agenda, Sitting
from meeting_tui.agenda.plan import PlannedItem, planned_items
from meeting_tui.meeting.records import SittingRun
from meeting_tui.meeting.sittings import planned_span
from meeting_tui.meeting.state import MeetingState


def planned_times(agenda: Agenda) -> dict[str, tuple[datetime, datetime]]:
    """Planned start and end (UTC) of every item, by its id, in the order of the agenda."""
    return {
        each.item: (each.start.astimezone(UTC), each.end.astimezone(UTC))
        for each in planned_items(agenda)
    }


def sittings_of_day(state: MeetingState, now: datetime) -> tuple[SittingRun, ...]:
    """All sittings of the agenda, held or not, with their planned times (UTC) on the day held."""
    day = state.opened_at or max(now, state.agenda.sittings[0].start)
    return tuple(_as_held(state, sitting, day) for sitting in state.agenda.sittings)


def _as_held(state: MeetingState, sitting: Sitting, day: datetime) -> SittingRun:
    run = state.sittings.get(sitting.id)
    if run is None:
        run = SittingRun(sitting.id, *planned_span(state, sitting, day))
    return replace(
        run,
        planned_start=run.planned_start.astimezone(UTC),
        planned_end=run.planned_end.astimezone(UTC),
    )


def plan_of_day(agenda: Agenda, sittings: tuple[SittingRun, ...]) -> tuple[PlannedItem, ...]:
    """The planned time (UTC) of every item, laid over the sittings of the day it is held."""
    moved = tuple(
        Sitting(id=each.id, start=each.planned_start, end=each.planned_end) for each in sittings
    )
    return planned_items(replace(agenda, sittings=moved))
