"""That whoever presides has seen the slip: a tap on the tablet, told to the officer.

It says that what was proposed was seen, and nothing of what is done about it.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.declared import FLOOR, Given, Happening, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState


class NoteSlipSeen(Command, frozen=True):
    """The slip was seen."""


class SlipSeen(Event, frozen=True):
    """Whoever presides has seen what stands on the slip now."""

    name = "slip_seen"


def note_slip_seen(
    state: MeetingState, command: NoteSlipSeen, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Record that the slip was seen."""
    return (SlipSeen(),)


def on_seen(state: MeetingState, event: SlipSeen, entry: Entry) -> None:
    """Nothing of the meeting itself changes."""


HAPPENINGS = (
    Happening(
        SlipSeen,
        on_seen,
        lambda teller, event: teller.told(event),
        (FLOOR,),
        stays=True,
        never_undone=True,
        leaves_final=True,
    ),
)
GIVEN = (Given({NoteSlipSeen: note_slip_seen}, When.MEETING),)
