"""What a purge leaves in memory: no word of the point, and that it was.

Whoever keeps the log removes the text from what is stored; here it goes from what is remembered.
"""

from __future__ import annotations

from dataclasses import replace

from meeting_tui.meeting.correction_events import PointPurged, silenced, without_text
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.item_notes import taken_out
from meeting_tui.meeting.notes import noted
from meeting_tui.meeting.records import Correction
from meeting_tui.meeting.state import MeetingState


def on_purged(state: MeetingState, event: PointPurged, entry: Entry) -> None:
    """The point is no more, nor what its corrections say; that it was is among the corrections."""
    if noted(state, event.point):
        taken_out(state, event.point)
    state.struck.pop(event.point, None)
    state.corrections[:] = [
        replace(each, before="", after="")
        if each.what in ("point", "strike") and each.subject == event.point
        else each
        for each in state.corrections
    ]
    state.corrections.append(
        Correction(entry.at, entry.hand, "purge", event.point, event.intervention, "")
    )


def purged(entries: list[Entry], event: PointPurged) -> None:
    """Let no entry of the list say what that point said."""
    others = event.others or ()
    for n, each in enumerate(entries):
        left = silenced(each.event) if each.id in others else without_text(each.event, event.point)
        if left is not each.event:
            entries[n] = replace(each, event=left)
