"""Taking an act back and bringing it back: one at a time, always by appending."""

from __future__ import annotations

from meeting_tui.meeting.events import ActRedone, ActUndone, Event, PointPurged
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal, refuse


def undo(meeting: Meeting) -> tuple[Event, ...] | Refusal:
    """Take back the latest act that holds; what was purged is gone for good."""
    if not meeting.done_acts:
        return refuse("nothing_to_undo")
    latest = meeting.done_acts[-1]
    for entry in reversed(meeting.entries):
        if entry.act == latest and isinstance(entry.event, PointPurged):
            return refuse("purge_not_undone", point=entry.event.point)
    return (ActUndone(latest),)


def redo(meeting: Meeting) -> tuple[Event, ...] | Refusal:
    """Bring back the act taken back last, as long as nothing new was done since."""
    if not meeting.undone_acts:
        return refuse("nothing_to_redo")
    return (ActRedone(meeting.undone_acts[-1]),)
