"""When the report is no longer a draft: a person says so, and any change makes it one again."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.correction_commands import Finalise
from meeting_tui.meeting.correction_events import ReportFinalised
from meeting_tui.meeting.events import Entry, Event
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState


def finalise(state: MeetingState, command: Finalise, now: datetime) -> tuple[Event, ...] | Refusal:
    """Call the report final; with open points only when somebody insists."""
    if state.phase != "adjourned":
        return refuse("finalise_before_end")
    if state.finalised_at is not None:
        return refuse("finalised_already")
    found = len(open_points(state, now, command.directory))
    if found and not command.insist:
        return refuse("finalise_open_one") if found == 1 else refuse("finalise_open", count=found)
    return (ReportFinalised(found),)


def on_finalised(state: MeetingState, event: ReportFinalised, entry: Entry) -> None:
    """It is final from here."""
    state.finalised_at = entry.at
