"""A statement given as a text of many paragraphs: kept whole with it, or as points in one act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting.declared import NOTES, Act, Happening, Seat, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.notes import (
    ItemNoted,
    Note,
    PointNoted,
    intervention_meant,
    latest_here,
    note,
)
from meeting_tui.meeting.point_marks import point_marks
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import (
    NAMES,
    Fields,
    Part,
    on_a_statement,
    on_item,
    on_statement,
    paragraphs,
    part,
)

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class KeepStatement(Command, frozen=True):
    """The text of a statement, its paragraphs as lines."""

    text: str
    on: Who | int | None = None


class NotePoints(Command, frozen=True):
    """Several points at once, to be taken back at once."""

    notes: tuple[Note, ...]


class StatementKept(Event, frozen=True):
    """The text of a statement as it was made; paragraphs are lines. It replaces one kept before."""

    name = "statement_kept"
    intervention: str
    text: str


def keep_statement(
    state: MeetingState, command: KeepStatement, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Keep the text of a statement with it."""
    latest = latest_here(state) if command.on is None else None
    about = latest or intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    if state.statement_texts.get(about.id) == command.text:
        return refuse("statement_kept_so", name=state.asked_by(about).name, number=about.number)
    return (StatementKept(about.id, command.text),)


def on_statement_kept(state: MeetingState, event: StatementKept, entry: Entry) -> None:
    """The statement has that text."""
    state.statement_texts[state.interventions[event.intervention].id] = event.text


def note_points(
    state: MeetingState, command: NotePoints, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Add the points one after the other, or none of them."""
    ids, proposals = state.new_ids("point"), state.new_ids(PROPOSAL)
    events: list[Event] = []
    for each in command.notes:
        found = note(state, each, now)
        if isinstance(found, Refusal):
            return found
        events += (_with_own_ids(event, ids, proposals) for event in found)
    return tuple(events)


def _with_own_ids(event: Event, ids: Iterator[str], proposals: Iterator[str]) -> Event:
    if isinstance(event, PointNoted):
        proposal = next(proposals) if event.proposal else None
        return replace(event, point=next(ids), proposal=proposal)
    assert isinstance(event, ItemNoted)
    return replace(event, point=next(ids))


def _kept(teller: Teller, event: StatementKept) -> str:
    text = " ¶ ".join(event.text.split("\n")) or teller.say("corrections.nothing_left")
    return teller.say("points.statement_kept", name=teller.who(event.intervention), text=text)


HAPPENINGS = (Happening(StatementKept, on_statement_kept, _kept, (NOTES,), stays=True),)


def _text(reader: Reader) -> str | Refusal:
    return "\n".join(paragraphs(reader.rest())) or refuse("text_missing")


def _points(reader: Reader) -> Fields | Refusal:
    """Points, each with tags and marks of its own."""
    on = on_item(reader) or on_statement(reader)
    if isinstance(on, Refusal):
        return on
    notes: list[Note] = []
    for each in paragraphs(reader.rest()):
        of_point = reader.of(each)
        marks = point_marks(of_point)
        if isinstance(marks, Refusal):
            return marks
        notes.append(Note(of_point.rest(), on=on, **marks))
    return {"notes": tuple(notes)} if notes else refuse("text_missing")


ACTS = (
    Act(
        "statement",
        "notes",
        {KeepStatement: keep_statement},
        (on_a_statement(), part("TEXT [¶ TEXT ...]", "text", _text)),
        When.EVER,
        Seat.NOTES,
        events=(StatementKept,),
    ),
    Act(
        "points",
        "notes",
        {NotePoints: note_points},
        (Part("[on D|N|item ID] TEXT [¶ TEXT ...]", _points, NAMES),),
        When.EVER,
        Seat.NOTES,
        events=(PointNoted, ItemNoted),
    ),
)
