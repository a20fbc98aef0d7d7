"""Which seat runs the floor, where several work on one meeting.

One seat at a time has the floor control: whose act of the floor was the last, unless another took
it over since, which is an act of its own and told on all screens. So a meeting with one seat needs
nothing. That a seat which has left holds nobody up is for the desk to see: it knows who is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from meeting_tui.meeting.declared import FLOOR, Act, Happening, Seat, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState

FLOOR_DESK = "desk"
"""Names of the desks that may run the floor begin with it: `desk`, `desk-2`."""


class TakeControl(Command, frozen=True):
    """Run the floor from this seat."""

    by: str = ""
    """Initials or desk of who takes it; the desk of the seat fills them in."""
    had: str = ""
    """Who has it now; empty where nobody has, or this seat has it already."""


class AskControl(Command, frozen=True):
    """Ask whoever runs the floor to let this seat do it."""

    by: str = ""
    had: str = ""


class FloorControlTaken(Event, frozen=True):
    """A seat took over the floor control."""

    name = "floor_control_taken"
    by: str
    had: str


class FloorControlAsked(Event, frozen=True):
    """A seat asked for the floor control."""

    name = "floor_control_asked"
    by: str
    had: str


def take_control(
    state: MeetingState, command: TakeControl, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take the floor control over from another seat, openly."""
    if not command.had:
        return refuse("control_is_yours")
    return (FloorControlTaken(command.by, command.had),)


def ask_control(
    state: MeetingState, command: AskControl, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Ask for it; nothing changes until somebody takes it."""
    if not command.had:
        return refuse("control_is_yours")
    return (FloorControlAsked(command.by, command.had),)


def may_run_floor(desk: str) -> bool:
    """Whether a desk of that name is one that can have the floor control."""
    return desk.partition("-")[0] == FLOOR_DESK


def holder_among(entries: Sequence[Entry], of_notes: frozenset[str]) -> Entry | None:
    """The newest entry of a desk that can have the floor control and used or took it; or None.

    `of_notes` are the names of events that any seat may enter.
    """
    for entry in reversed(entries):
        if entry.event.name not in of_notes and may_run_floor(entry.desk):
            return entry
    return None


def on_said(
    state: MeetingState, event: FloorControlTaken | FloorControlAsked, entry: Entry
) -> None:
    """Nothing of the meeting itself changes."""


ACTS = (
    Act(
        "take_control",
        "sitting",
        {TakeControl: take_control},
        when=When.EVER,
        probe=TakeControl(),
    ),
    Act(
        "ask_control",
        "sitting",
        {AskControl: ask_control},
        when=When.EVER,
        seat=Seat.NOTES,
        events=(FloorControlAsked,),
        probe=AskControl(),
    ),
)
HAPPENINGS = (
    Happening(
        FloorControlTaken,
        on_said,
        lambda t, e: t.told(e, by=e.by, had=e.had),
        (FLOOR,),
        stays=True,
        never_undone=True,
        leaves_final=True,
    ),
    Happening(
        FloorControlAsked,
        on_said,
        lambda t, e: t.told(e, by=e.by, had=e.had),
        (FLOOR,),
        stays=True,
        never_undone=True,
        leaves_final=True,
    ),
)
