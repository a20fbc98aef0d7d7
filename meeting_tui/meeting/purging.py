"""Removing for good what was said off the record, on purpose and by name.

Only the trace stays: that something was noted, on which intervention, by whom, and that it went.
"""

from __future__ import annotations

from meeting_tui.meeting.correction_commands import PurgePoint
from meeting_tui.meeting.correction_events import PointPurged
from meeting_tui.meeting.events import Event, ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import noted
from meeting_tui.meeting.refusal import Refusal, refuse


def purge(meeting: Meeting, command: PurgePoint) -> tuple[Event, ...] | Refusal:
    """Remove a point that is off the record, also one that was taken back."""
    told = [
        each.event
        for each in meeting.entries
        if isinstance(each.event, PointNoted | ItemNoted | PointCorrected)
        and each.event.point == command.point
    ]
    if not told or not any(each.text for each in told):
        return refuse("purged_already" if told else "no_such_point", point=command.point)
    point = noted(meeting.state, command.point)
    audience = point.audience if point else told[-1].audience
    if audience != "off-record":
        return refuse("purge_needs_off_record", point=command.point)
    first = next((each for each in told if isinstance(each, PointNoted)), None)
    return (PointPurged(command.point, first.intervention if first else ""),)
