"""What on the checklist somebody has looked at and leaves as it is: it is ticked off by its id."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.checklist import all_open, open_points
from meeting_tui.meeting.correction_commands import TickOff
from meeting_tui.meeting.correction_events import ChecklistTicked
from meeting_tui.meeting.events import Entry, Event
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState


def tick_off(state: MeetingState, command: TickOff, now: datetime) -> tuple[Event, ...] | Refusal:
    """Everything that is open under that id."""
    wanted = command.id.strip('"“”').casefold()
    found = [
        each for each in all_open(state, now, command.directory) if each.id.casefold() == wanted
    ]
    if not found:
        ids = dict.fromkeys(each.id for each in open_points(state, now, command.directory))
        return refuse("not_on_checklist", id=command.id, ids=", ".join(ids) or "–")
    kinds = tuple(
        each.kind for each in found if ((each.kind, each.subject) in state.ticked) != command.holds
    )
    if not kinds:
        return refuse("ticked_already" if command.holds else "not_ticked", id=found[0].id)
    return (ChecklistTicked(found[0].subject, kinds, command.holds),)


def on_ticked(state: MeetingState, event: ChecklistTicked, entry: Entry) -> None:
    """It is off the checklist, or on it again."""
    ticked = {(kind, event.subject) for kind in event.kinds}
    state.ticked = state.ticked | ticked if event.holds else state.ticked - ticked
