"""Who presides: the Chair, or whoever takes the chair for a while.

The act has its moment, which may be typed when it is noted later. Source: practice of working
groups, where a Vice-Chair presides while the Chair is away or speaks for the own delegation.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from typing import TYPE_CHECKING

from meeting_tui.meeting.declared import FLOOR, Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Presiding
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import at_time, part
from meeting_tui.meeting.typed_times import instant_meant
from meeting_tui.text import fold

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class ChairTaken(Event, frozen=True):
    """Somebody presides from here on."""

    name = "chair_taken"
    person: str
    """As typed; empty for the Chair."""
    since: datetime | None = None
    """From when on, where that was noted later; UTC."""


class TakeChair(Command, frozen=True):
    """Somebody presides from now on, or from a time that is typed."""

    person: str
    """Empty for the Chair."""
    at: time | None = None


def take_chair(
    state: MeetingState, command: TakeChair, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Record who presides; once the meeting is over only with the time from which it was so."""
    since = _moment(state, command.at, now)
    if isinstance(since, Refusal):
        return since
    before = [each for each in state.presiding if each.since <= (since or now)]
    if (before[-1].person if before else "") == command.person:
        return refuse("presides_already" if command.person else "chair_presides")
    return (ChairTaken(command.person, since),)


def _moment(state: MeetingState, at: time | None, now: datetime) -> datetime | None | Refusal:
    """The instant that was typed, on the day of the meeting; None for now."""
    if at is None:
        return refuse("presides_when") if state.phase == "adjourned" else None
    last = state.adjourned_at or now
    since = instant_meant(at, last, state.agenda.time_zone)
    return refuse("times_in_future") if not isinstance(since, Refusal) and since > last else since


def presided(state: MeetingState) -> tuple[Presiding, ...]:
    """Who presided from when to when, the Chair too, from the opening of the meeting on."""
    if state.opened_at is None:
        return ()
    return tuple(_spans(state, state.opened_at))


def _spans(state: MeetingState, opened: datetime) -> Iterator[Presiding]:
    person, since = "", opened
    for each in state.presiding:
        if each.person == person:
            continue
        if each.since > since:
            yield Presiding(person, since, each.since)
        person, since = each.person, max(each.since, opened)
    yield Presiding(person, since, state.adjourned_at)


def on_chair_taken(state: MeetingState, event: ChairTaken, entry: Entry) -> None:
    """That person presides from then on, until the next one does."""
    taken = Presiding(event.person, event.since or entry.at)
    others = [each for each in state.presiding if each.since != taken.since]
    state.presiding = sorted((*others, taken), key=lambda each: each.since)


def _presides(teller: Teller, event: ChairTaken) -> str:
    person = event.person or teller.say("room.the_chair")
    if event.since is None:
        return teller.told(event, person=person)
    return teller.told(event, "since", person=person, since=teller.clock(event.since))


HAPPENINGS = (Happening(ChairTaken, on_chair_taken, _presides, (FLOOR,), stays=True),)


_CHAIR = ("chair", "the chair", "主席")


def _person(reader: Reader) -> str | Refusal:
    """Who presides; empty for the Chair, by office or by name."""
    token = reader.peek()
    is_whole = token is not None and token.quoted and reader.peek(1) is None
    person = token.text if token and is_whole else reader.rest()
    if not person:
        return refuse("presides_who")
    if is_whole:
        reader.rest()
    names = (*_CHAIR, fold(reader.lexicon.agenda.chair or ""))
    return "" if fold(person) in names else person


ACTS = (
    Act(
        "preside",
        "sitting",
        {TakeChair: take_chair},
        (part("[at HH:MM]", "at", at_time), part("NAME", "person", _person)),
        When.EVER,
    ),
)
