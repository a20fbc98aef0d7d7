"""Striking what is not to stand, with a reason: a point, or a statement that never was.

It goes from the notes, from every count and from the report; the log keeps what it was, and undo
brings it back.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting.attributions import capacity_line, times_line
from meeting_tui.meeting.declared import (
    CORRECTIONS,
    FLOOR,
    NOTES,
    Act,
    Happening,
    Seat,
    Teller,
    When,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Struck
from meeting_tui.meeting.item_notes import taken_out
from meeting_tui.meeting.notes import intervention_meant, noted, point_line
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import BECAUSE, Fields, Part, insisted, said

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class StrikePoint(Command, frozen=True):
    """That a point is not to stand."""

    point: str
    reason: str


class StrikeStatement(Command, frozen=True):
    """That a statement never was."""

    number: int
    reason: str
    insist: bool = False
    """With what was noted on it."""


class PointStruck(Event, frozen=True):
    """A point is out of the notes; what it said stays in the log."""

    name = "point_struck"
    point: str
    reason: str


class InterventionStruck(Event, frozen=True):
    """A statement never was, with all that was noted on it; the log keeps it."""

    name = "intervention_struck"
    intervention: str
    reason: str
    points: tuple[str, ...] = ()


def strike_point(
    state: MeetingState, command: StrikePoint, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take a point out of the notes."""
    if command.point in state.struck:
        return refuse("struck_already", what=command.point)
    if noted(state, command.point) is None:
        return refuse("no_such_point", point=command.point)
    return (PointStruck(command.point, command.reason),)


def strike_statement(
    state: MeetingState, command: StrikeStatement, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Take out a statement that never was; with what was noted on it only where one insists."""
    for each in state.struck.values():
        if each.intervention and each.intervention.number == command.number:
            return refuse("struck_already", what=str(command.number))
    found = intervention_meant(state, command.number)
    if isinstance(found, Refusal):
        return found
    name = state.asked_by(found).name
    if state.floor == found.id:
        return refuse("strike_while_speaking", name=name)
    points = tuple(state.points_of.get(found.id, ()))
    texts = [found.text.file or "–"] if found.text else []
    texts += ["¶"] if found.id in state.statement_texts else []
    if (points or texts) and not command.insist:
        kept = [*points, *texts]
        return refuse("strike_has_notes", number=found.number, name=name, points=", ".join(kept))
    return (InterventionStruck(found.id, command.reason, points),)


def on_point_struck(state: MeetingState, event: PointStruck, entry: Entry) -> None:
    """The point stands no more."""
    point = taken_out(state, event.point)
    state.struck[point.id] = Struck(entry.at, entry.hand, event.reason, point)
    _keep(state, entry, point.id, point_line(point), event.reason)


def on_statement_struck(state: MeetingState, event: InterventionStruck, entry: Entry) -> None:
    """The statement stands no more, nor the request it came from, nor what was noted on it."""
    turn = state.interventions[event.intervention]
    asked = state.made_by(turn)
    for each in event.points:
        point = taken_out(state, each)
        state.struck[each] = Struck(entry.at, entry.hand, event.reason, point)
    line = f"{capacity_line(asked)} {times_line(state, turn)}"
    state.statement_texts.pop(turn.id, None)
    del state.interventions[turn.id]
    del state.inscriptions[asked.id]
    state.left[:] = [each for each in state.left if each != asked.id]
    for key, order in state.points_of_order.items():
        if order.interrupted == turn.id:
            state.points_of_order[key] = replace(order, interrupted=None)
    state.gaps[:] = [
        replace(each, spoke=None) if each.spoke == turn.id else each for each in state.gaps
    ]
    for code, ids in list(state.asked_as.items()):
        state.asked_as[code] = tuple(each for each in ids if each != asked.id)
    if state.last_intervention == turn.id:
        state.last_intervention = next(reversed(state.interventions), None)
    state.struck[turn.id] = Struck(entry.at, entry.hand, event.reason, None, turn, asked)
    _keep(state, entry, turn.id, line, event.reason)


def _keep(state: MeetingState, entry: Entry, subject: str, before: str, reason: str) -> None:
    state.keep_correction(entry, "strike", subject, before, reason)


def _statement_told(teller: Teller, event: InterventionStruck) -> str:
    name, number = teller.who(event.intervention), teller.number(event.intervention)
    return teller.say("points.statement_struck", name=name, number=number, reason=event.reason)


HAPPENINGS = (
    Happening(
        PointStruck,
        on_point_struck,
        lambda t, e: t.say("points.struck", point=e.point, reason=e.reason),
        (NOTES, CORRECTIONS),
        stays=True,
        corrects=True,
    ),
    Happening(
        InterventionStruck,
        on_statement_struck,
        _statement_told,
        (NOTES, FLOOR, CORRECTIONS),
        corrects=True,
    ),
)


def _strike(reader: Reader) -> Fields | Refusal:
    """`POINT because TEXT`, `N because TEXT`."""
    if reader.is_done:
        return refuse("strike_what")
    token = reader.take()
    said(reader, BECAUSE)
    reason = reader.rest()
    if not reason:
        return refuse("strike_reason", what=token.text)
    what = token.word if token.number is None else token.number
    return {"what": what, "reason": reason}


def _struck(what: str | int, reason: str, *, insist: bool) -> StrikePoint | StrikeStatement:
    return (
        StrikePoint(what, reason)
        if isinstance(what, str)
        else StrikeStatement(what, reason, insist)
    )


ACTS = (
    Act(
        "strike",
        "record",
        {StrikePoint: strike_point, StrikeStatement: strike_statement},
        (insisted(), Part("POINT|N because TEXT", _strike)),
        When.EVER,
        Seat.NOTES,
        make=_struck,
        events=(PointStruck, InterventionStruck),
    ),
)
