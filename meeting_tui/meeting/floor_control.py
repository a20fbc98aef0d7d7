"""Which seat runs the floor, where several work on one meeting.

One seat at a time has the floor control: whose act of the floor was the last, unless another took
it over since or was given it, which is an act of its own and told on all screens. So a meeting with
one seat needs nothing. That a seat which has left holds nobody up is for the desk to see: it knows
who is there.

A seat that was cut off may have run the floor while another did. What it did then is disputed: it
is listed until whoever runs the floor accepts it, which does it now, or sets it aside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from meeting_tui.meeting.declared import (
    CORRECTIONS,
    FLOOR,
    Act,
    Happening,
    Seat,
    Teller,
    Together,
    When,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Dispute
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import next_word, part

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader

FLOOR_DESK = "desk"
"""Names of the desks that may run the floor begin with it: `desk`, `desk-2`."""
ALL = "all"


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


class GiveControl(Command, frozen=True):
    """Let another seat run the floor."""

    to: str
    """Initials, name or desk of who is to have it."""
    by: str = ""
    """Who gives it; the desk fills in this and what follows."""
    desk: str = ""
    """The desk that is meant; empty where none of that name may run the floor."""
    others: tuple[str, ...] = ()
    """Those who are there and may."""


class AcceptDisputed(Command, frozen=True):
    """Do now what a disputed act did."""

    dispute: str
    """Its id, or `all`."""
    again: tuple[Command | Refusal, ...] = ()
    """What each that is meant asks for now, as its line is read; the desk fills them in."""


class SetAsideDisputed(Command, frozen=True):
    """Take a disputed act off the list without doing it."""

    dispute: str
    """Its id, or `all`."""


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


class FloorControlGiven(Event, frozen=True):
    """The seat that had the floor control gave it to another."""

    name = "floor_control_given"
    by: str
    to: str
    to_desk: str


class ActDisputed(Event, frozen=True):
    """A seat did something while another ran the floor, and neither knew: it had no effect."""

    name = "act_disputed"
    makes = "dispute"
    dispute: str
    line: str
    """As it may be typed, without `text`."""
    done_at: datetime
    told: tuple[str, ...]
    """What it was, with a gap for `text`: in English and in Chinese."""
    concerns: tuple[str, ...]
    """Whom and what it was about, as `concerned` says it."""
    text: str = ""
    """What somebody wrote in it."""


class DisputeSettled(Event, frozen=True):
    """A disputed act was done after all, or set aside for good."""

    name = "dispute_settled"
    dispute: str
    accepted: bool


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
    """Ask for it; nothing changes until somebody takes it or gives it."""
    if not command.had:
        return refuse("control_is_yours")
    return (FloorControlAsked(command.by, command.had),)


def give_control(
    state: MeetingState, command: GiveControl, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Give it to another seat, openly."""
    if command.desk:
        return (FloorControlGiven(command.by, command.to, command.desk),)
    if not command.others:
        return refuse("control_to_nobody")
    return refuse("control_to_whom", name=command.to, names=command.others)


def accept_disputed(
    state: MeetingState, command: AcceptDisputed, now: datetime
) -> tuple[Event, ...] | Refusal:
    """That they are settled; what they did is decided on again by whoever decides."""
    return _settled(state, command.dispute, accepted=True)


def set_aside_disputed(
    state: MeetingState, command: SetAsideDisputed, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Nothing of them is done."""
    return _settled(state, command.dispute, accepted=False)


def _settled(state: MeetingState, asked: str, *, accepted: bool) -> tuple[Event, ...] | Refusal:
    if not state.disputes:
        return refuse("nothing_disputed")
    if asked != ALL and asked not in state.disputes:
        return refuse("no_such_dispute", id=asked, ids=", ".join(state.disputes))
    return tuple(DisputeSettled(each.id, accepted) for each in disputes_meant(state, asked))


def disputes_meant(state: MeetingState, asked: str) -> tuple[Dispute, ...]:
    """The one of that id, or all; nothing where there is none."""
    return tuple(each for each in state.disputes.values() if asked in (ALL, each.id))


def concerned(state: MeetingState, events: Iterable[Event]) -> tuple[str, ...]:
    """Whom and what events are about, told from the state after them: `mex`, `item 2`."""
    return tuple(dict.fromkeys(each for event in events for each in _about(state, event)))


_THINGS = ("item", "segment", "sitting", "point", "key")
_PEOPLE = ("intervention", "inscription", "point_of_order", "first", "second", "delegation")


def _about(state: MeetingState, event: Event) -> Iterator[str]:
    for name in _PEOPLE:
        key = getattr(event, name, None)
        if isinstance(key, str) and key:
            yield _whose(state, key)
    for name in _THINGS:
        key = getattr(event, name, None)
        if isinstance(key, str) and key and name != event.makes:
            yield f"{name} {key}"


def _whose(state: MeetingState, key: str) -> str:
    turn = state.interventions.get(key)
    asked = state.inscriptions.get(turn.inscription if turn else key)
    asked_order = asked or state.points_of_order.get(key)
    return asked_order.delegation if asked_order else key


def may_run_floor(desk: str) -> bool:
    """Whether a desk of that name is one that can have the floor control."""
    return desk.partition("-")[0] == FLOOR_DESK


def holder_among(entries: Sequence[Entry], of_notes: frozenset[str]) -> str | None:
    """The desk that can have the floor control and used it, took it or was given it last; or None.

    `of_notes` are the names of events that any seat may enter.
    """
    for entry in reversed(entries):
        if isinstance(entry.event, FloorControlGiven):
            return entry.event.to_desk
        if entry.event.name not in of_notes and may_run_floor(entry.desk):
            return entry.desk
    return None


def on_said(
    state: MeetingState,
    event: FloorControlTaken | FloorControlAsked | FloorControlGiven,
    entry: Entry,
) -> None:
    """Nothing of the meeting itself changes."""


def on_disputed(state: MeetingState, event: ActDisputed, entry: Entry) -> None:
    """It is listed until somebody settles it."""
    state.disputes[event.dispute] = Dispute(
        id=event.dispute,
        desk=entry.desk,
        author=entry.hand or entry.desk,
        line=event.line,
        text=event.text,
        done_at=event.done_at,
        told=event.told,
        about=event.concerns,
    )


def on_settled(state: MeetingState, event: DisputeSettled, entry: Entry) -> None:
    """It is off the list."""
    del state.disputes[event.dispute]


def dispute_told(dispute: Dispute, teller: Teller) -> str:
    """When it was done, by whom, and what it was."""
    at = teller.clock(dispute.done_at)
    return teller.say(
        "seats.disputed", at=at, by=dispute.author, what=dispute.said(teller.language)
    )


def _disputed(teller: Teller, event: ActDisputed) -> str:
    dispute = teller.state.disputes.get(event.dispute)
    what = dispute_told(dispute, teller) if dispute else event.told[0]
    return teller.told(event, id=event.dispute, what=what)


def _all_disputed(teller: Teller, events: Sequence[ActDisputed]) -> str:
    return teller.say("seats.acts_disputed", count=len(events))


def _told_settled(teller: Teller, event: DisputeSettled) -> str:
    return teller.told(event, "" if event.accepted else "aside", id=event.dispute)


def _which(reader: Reader) -> str | Refusal:
    """The id of a disputed act, or `all`."""
    return next_word(reader).casefold() or refuse("dispute_missing")


def _to_whom(reader: Reader) -> str | Refusal:
    return reader.rest().strip('"“”') or refuse("control_name_missing")


_WHICH = part("X|all", "dispute", _which)
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
        events=(FloorControlAsked, ActDisputed),
        probe=AskControl(),
    ),
    Act(
        "give_control",
        "sitting",
        {GiveControl: give_control},
        (part("NAME", "to", _to_whom),),
        when=When.EVER,
    ),
    Act(
        "accept",
        "sitting",
        {AcceptDisputed: accept_disputed},
        (_WHICH,),
        when=When.EVER,
    ),
    Act(
        "set_aside",
        "sitting",
        {SetAsideDisputed: set_aside_disputed},
        (_WHICH,),
        when=When.EVER,
    ),
)
OF_ANY = (ActDisputed,)
"""What the desk of any seat may enter by itself."""


def _said_openly(kind: type[Event], told: Callable[[Teller, Any], str]) -> Happening:
    """What is said between seats, and changes nothing of the meeting."""
    return Happening(
        kind, on_said, told, (FLOOR,), stays=True, never_undone=True, leaves_final=True
    )


HAPPENINGS = (
    _said_openly(FloorControlTaken, lambda t, e: t.told(e, by=e.by, had=e.had)),
    _said_openly(FloorControlAsked, lambda t, e: t.told(e, by=e.by, had=e.had)),
    _said_openly(FloorControlGiven, lambda t, e: t.told(e, by=e.by, to=e.to)),
    Happening(
        ActDisputed,
        on_disputed,
        _disputed,
        (FLOOR, CORRECTIONS),
        Together(lambda t, e: "", _all_disputed),
        stays=True,
        never_undone=True,
    ),
    Happening(DisputeSettled, on_settled, _told_settled, (FLOOR, CORRECTIONS), stays=True),
)
