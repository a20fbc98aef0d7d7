"""Who leaves the speakers' list unheard: withdrawn, absent, text handed in, not reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from meeting_tui.meeting.declared import LIST, Act, Happening, Teller, Together, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import request
from meeting_tui.meeting.waiting_order import find_waiting


class Withdraw(Command, frozen=True):
    who: Who


class MarkAbsent(Command, frozen=True):
    who: Who


class TakeTextOnly(Command, frozen=True):
    who: Who


class Withdrawn(Event, frozen=True):
    """A delegation took its request back."""

    name = "withdrawn"
    inscription: str


class FoundAbsent(Event, frozen=True):
    """A delegation was called and not in the room."""

    name = "found_absent"
    inscription: str


class TextHandedIn(Event, frozen=True):
    """Statement only: the text is taken, not read."""

    name = "text_handed_in"
    inscription: str


class NotReached(Event, frozen=True):
    """The item or meeting ended before it was called."""

    name = "not_reached"
    inscription: str


def withdraw(state: MeetingState, command: Withdraw, now: datetime) -> tuple[Event, ...] | Refusal:
    """Take a delegation off the list at its own wish."""
    return _leave(state, command.who, Withdrawn)


def mark_absent(
    state: MeetingState, command: MarkAbsent, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take a delegation off the list because it was not in the room when called."""
    return _leave(state, command.who, FoundAbsent)


def take_text_only(
    state: MeetingState, command: TakeTextOnly, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take a delegation off the list because its text is handed in, not read."""
    return _leave(state, command.who, TextHandedIn)


def _leave(
    state: MeetingState, who: Who, event: Callable[[str], Event]
) -> tuple[Event, ...] | Refusal:
    found = find_waiting(state, who, is_one=True)
    return found if isinstance(found, Refusal) else (event(found.id),)


def on_left(
    state: MeetingState, event: Withdrawn | FoundAbsent | TextHandedIn | NotReached, entry: Entry
) -> None:
    """A request ends without the floor."""
    outcomes: dict[type[Event], str] = {
        Withdrawn: "withdrew",
        FoundAbsent: "absent",
        TextHandedIn: "text_only",
        NotReached: "not_reached",
    }
    state.leave_list(event.inscription, outcomes[type(event)])


def _left(teller: Teller, event: Withdrawn | FoundAbsent | TextHandedIn) -> str:
    return teller.told(event, name=teller.who(event.inscription))


def _not_reached(teller: Teller, events: Sequence[NotReached]) -> str:
    return teller.told(events[0], names=teller.both(teller.who(e.inscription) for e in events))


HAPPENINGS = (
    Happening(Withdrawn, on_left, _left, (LIST,), stays=True),
    Happening(FoundAbsent, on_left, _left, (LIST,), stays=True),
    Happening(TextHandedIn, on_left, _left, (LIST,), stays=True),
    Happening(
        NotReached,
        on_left,
        lambda t, e: _not_reached(t, (e,)),
        (LIST,),
        Together(lambda t, e: "", _not_reached),
    ),
)


ACTS = (
    Act("withdraw", "list", {Withdraw: withdraw}, (request(),), When.EVER),
    Act("absent", "list", {MarkAbsent: mark_absent}, (request(),), When.EVER),
    Act(
        "text_only",
        "list",
        {TakeTextOnly: take_text_only},
        (request(),),
        When.EVER,
        words=("text-only",),
    ),
)
