"""What every part of a projection looks at: the state, the time now, the plan and the pace."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from meeting_tui.agenda.plan import PlannedItem
from meeting_tui.forecast.pace import HandOver, Pace
from meeting_tui.forecast.sitting_time import SittingTime, Spans
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.state import MeetingState


class Seen(Struct, frozen=True):
    """One look at a meeting."""

    state: MeetingState
    now: datetime
    sittings: tuple[SittingRun, ...]
    """All of the agenda, on the day held."""
    plan: tuple[PlannedItem, ...]
    """Of every item, on the day held, in the order of the agenda."""
    imported: tuple[PlannedItem, ...]
    """The same by the agenda as it was imported."""
    imported_sittings: Spans
    """Start and end of its sittings, on the day held."""
    held: Spans
    """The sittings as planned, longer where they were or are held longer."""
    time: SittingTime
    pace: Pace
    hand_over: HandOver

    @property
    def resumes(self) -> datetime:
        """Now in a sitting, also in one that runs over; else when the next one begins."""
        return self.now if self.state.phase == "open" else self.time.earliest(self.now)
