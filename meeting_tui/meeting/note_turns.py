"""Who writes on which statement, where several take notes: by saying so, or in turns."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from meeting_tui.meeting.declared import NOTES, Act, Happening, Seat
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Intervention
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import next_word, part

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


_EVERY = {"second": 2, "third": 3, "fourth": 4, "2nd": 2, "3rd": 3, "4th": 4}
_FARTHEST = 12
"""So many statements are looked through for one that nobody else's turn is."""


class TakeThis(Command, frozen=True):
    """Write on whoever has the floor."""

    by: str = ""
    """Initials or desk of who takes it; the desk of the seat fills them in."""


class TakeEvery(Command, frozen=True):
    """Write on every second, third or fourth statement from now on; 0: on none by turns."""

    every: int
    by: str = ""


class StatementTaken(Event, frozen=True):
    """Somebody writes on a statement."""

    name = "statement_taken"
    intervention: str
    by: str


class NoteTurnsTaken(Event, frozen=True):
    """Somebody writes on every so manieth statement from a number on."""

    name = "note_turns_taken"
    by: str
    every: int
    """0: on none by turns from now on."""
    number: int
    """Of the first one."""


def take_this(state: MeetingState, command: TakeThis, now: datetime) -> tuple[Event, ...] | Refusal:
    """Say that one writes on the statement that is being made."""
    speaking = state.speaking()
    if speaking is None:
        return refuse("nobody_speaks")
    if state.writers.get(speaking.id) == command.by:
        return refuse("writes_already", by=command.by)
    return (StatementTaken(speaking.id, command.by),)


def take_every(
    state: MeetingState, command: TakeEvery, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take turns: from this statement on, or the first that is nobody else's turn."""
    if not command.every and command.by not in state.note_turns:
        return refuse("takes_no_turns", by=command.by)
    newest = max((each.number for each in state.interventions.values()), default=0)
    first = newest if state.floor else newest + 1
    others = {by: turns for by, turns in state.note_turns.items() if by != command.by}
    free = (n for n in range(first, first + _FARTHEST) if not _in_turn(others, n))
    return (NoteTurnsTaken(command.by, command.every, next(free, first)),)


def writer_of(state: MeetingState, turn: Intervention) -> str:
    """Who writes on a statement: who took it, whose turn it is, who wrote on it last; or nobody."""
    taken = state.writers.get(turn.id) or _in_turn(state.note_turns, turn.number)
    if taken:
        return taken
    points = state.points_of.get(turn.id, [])
    return state.points[points[-1]].author if points else ""


def _in_turn(turns: dict[str, tuple[int, int]], number: int) -> str:
    for by, (every, first) in turns.items():
        if number >= first and (number - first) % every == 0:
            return by
    return ""


def on_taken(state: MeetingState, event: StatementTaken, entry: Entry) -> None:
    """That one writes on it, whoever's turn it is."""
    state.writers[state.interventions[event.intervention].id] = event.by


def on_turns(state: MeetingState, event: NoteTurnsTaken, entry: Entry) -> None:
    """The turns of one note-taker are so from now on."""
    state.note_turns.pop(event.by, None)
    if event.every:
        state.note_turns[event.by] = (event.every, event.number)


def _read_every(reader: Reader) -> int | Refusal:
    word = next_word(reader).casefold()
    return _EVERY.get(word) or refuse("every_which", found=word)


ACTS = (
    Act(
        "take_this",
        "notes",
        {TakeThis: take_this},
        seat=Seat.NOTES,
        events=(StatementTaken,),
        probe=TakeThis(),
    ),
    Act(
        "take_every",
        "notes",
        {TakeEvery: take_every},
        (part("second|third|fourth", "every", _read_every),),
        seat=Seat.NOTES,
        events=(NoteTurnsTaken,),
    ),
    Act(
        "take_none",
        "notes",
        {TakeEvery: take_every},
        seat=Seat.NOTES,
        events=(NoteTurnsTaken,),
        make=lambda: TakeEvery(0),
    ),
)
HAPPENINGS = (
    Happening(
        StatementTaken,
        on_taken,
        lambda t, e: t.told(e, by=e.by, name=t.who(e.intervention)),
        (NOTES,),
        stays=True,
    ),
    Happening(
        NoteTurnsTaken,
        on_turns,
        lambda t, e: t.told(e, "" if e.every else "none", by=e.by, every=e.every, number=e.number),
        (NOTES,),
        stays=True,
    ),
)
