"""What the meeting decided, and the texts delegations handed in."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.declared import DECISIONS, NOTES, Act, Happening, Seat, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Decision, Document, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import delegation, text


class Decide(Command, frozen=True):
    text: str


class ReceiveDocument(Command, frozen=True):
    who: Who
    text: str


class DecisionTaken(Event, frozen=True):
    """The meeting decided; recorded for the item."""

    name = "decision_taken"
    makes = "decision"
    decision: str
    item: str
    text: str


class DocumentReceived(Event, frozen=True):
    """A delegation handed in a text."""

    name = "document_received"
    makes = "document"
    document: str
    delegation: str
    display_name: str
    item: str | None
    text: str
    known: bool = True


def take_decision(
    state: MeetingState, command: Decide, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Record a decision for the open item, or for the last one that was open."""
    item = state.item or state.last_item
    if item is None:
        return refuse("no_item_open")
    return (DecisionTaken(next(state.new_ids("decision")), item, command.text),)


def receive_document(
    state: MeetingState, command: ReceiveDocument, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Record that a delegation handed in a text."""
    return (
        DocumentReceived(
            document=next(state.new_ids("document")),
            delegation=command.who.code,
            display_name=command.who.name,
            item=state.item or state.last_item,
            text=command.text,
            known=command.who.known,
        ),
    )


def on_decision(state: MeetingState, event: DecisionTaken, entry: Entry) -> None:
    """The decision stands for its item."""
    state.decisions.append(Decision(event.decision, event.item, entry.at, event.text))


def on_document(state: MeetingState, event: DocumentReceived, entry: Entry) -> None:
    """The text is among those received."""
    state.documents.append(
        Document(
            id=event.document,
            delegation=event.delegation,
            name=event.display_name,
            known=event.known,
            item=event.item,
            at=entry.at,
            text=event.text,
        )
    )


HAPPENINGS = (
    Happening(
        DecisionTaken,
        on_decision,
        lambda t, e: t.told(e, item=e.item, text=e.text),
        (DECISIONS,),
        stays=True,
    ),
    Happening(
        DocumentReceived,
        on_document,
        lambda t, e: t.told(e, name=t.name_of(e.delegation), text=e.text),
        (NOTES,),
        stays=True,
    ),
)


ACTS = (
    Act(
        "decision",
        "notes",
        {Decide: take_decision},
        (text(),),
        When.SITTING,
        Seat.NOTES,
        events=(DecisionTaken,),
    ),
    Act(
        "document",
        "notes",
        {ReceiveDocument: receive_document},
        (delegation(apart=False), text()),
        When.EVER,
        Seat.NOTES,
        events=(DocumentReceived,),
    ),
)
