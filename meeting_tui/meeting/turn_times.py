"""When a turn began and ended, put right while it runs or as the latest one.

The clock is started by whoever has a hand free, so the beginning is often noted late. Where one
key ended the turn before and began this one, the end before moves with the beginning.
"""

from __future__ import annotations

from datetime import datetime, time

from msgspec.structs import replace

from meeting_tui.meeting.attributions import (
    TimesCorrected,
    overlap,
    span_refused,
    times_kept,
)
from meeting_tui.meeting.declared import CORRECTIONS, FLOOR, Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Intervention, On
from meeting_tui.meeting.floor import FloorYielded
from meeting_tui.meeting.notes import intervention_meant
from meeting_tui.meeting.point_of_order import pending_refusal
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import clock, on_a_statement
from meeting_tui.meeting.typed_times import instant_meant


class CorrectBeginning(Command, frozen=True):
    """When a turn began, a local time; it may still run."""

    at: time
    on: On = None


class CorrectEnd(Command, frozen=True):
    """When a turn ended, a local time; one that still runs ends so."""

    at: time
    on: On = None


class BeginningCorrected(Event, frozen=True):
    """An intervention that still runs began at another time."""

    name = "beginning_corrected"
    intervention: str
    given_at: datetime


Outcome = tuple[Event, ...] | Refusal


def correct_beginning(state: MeetingState, command: CorrectBeginning, now: datetime) -> Outcome:
    """Say when a turn began; it may still run."""
    turn = intervention_meant(state, command.on)
    if isinstance(turn, Refusal):
        return turn
    began = instant_meant(command.at, turn.given_at, state.agenda.time_zone)
    if isinstance(began, Refusal):
        return began
    before = _handed_over_by(state, turn) if began < turn.given_at else None
    refusal = _refused(state, turn, began, turn.yielded_at or now, now, before)
    if refusal:
        return refusal
    if before is None:
        return (_begun(turn, began),)
    if before.given_at >= began or _stood_still(before, before.given_at, began):
        return overlap(state, before, began, turn.yielded_at or now)
    return (TimesCorrected(before.id, before.given_at, began), _begun(turn, began))


def _begun(turn: Intervention, began: datetime) -> TimesCorrected | BeginningCorrected:
    if turn.yielded_at is None:
        return BeginningCorrected(turn.id, began)
    return TimesCorrected(turn.id, began, turn.yielded_at)


def correct_end(state: MeetingState, command: CorrectEnd, now: datetime) -> Outcome:
    """Say when a turn ended; one that still runs ends with it."""
    turn = intervention_meant(state, command.on)
    if isinstance(turn, Refusal):
        return turn
    runs = turn.yielded_at is None
    if runs and state.pending_order:
        return pending_refusal(state)
    ended = instant_meant(command.at, turn.yielded_at or now, state.agenda.time_zone)
    if isinstance(ended, Refusal):
        return ended
    refusal = _refused(state, turn, turn.given_at, ended, now, None)
    if refusal:
        return refusal
    corrected = TimesCorrected(turn.id, turn.given_at, ended)
    return (FloorYielded(turn.id), corrected) if runs else (corrected,)


def _refused(
    state: MeetingState,
    turn: Intervention,
    began: datetime,
    ended: datetime,
    now: datetime,
    handed_over_by: Intervention | None,
) -> Refusal | None:
    """Why a turn cannot have lasted from then to then."""
    if max(began, ended) > now:
        return refuse("times_in_future")
    if began >= ended:
        return refuse("times_backwards")
    if (began, ended) == (turn.given_at, turn.yielded_at or now):
        return refuse("times_are_so", number=turn.number)
    if _stood_still(turn, began, ended):
        return refuse("times_within_pauses", number=turn.number)
    return span_refused(state, turn, began, ended, handed_over_by)


def _stood_still(turn: Intervention, began: datetime, ended: datetime) -> bool:
    """Whether its time stood still for all of a span, of which some is left."""
    since = turn.paused_since
    standing = (ended - max(since, began)).total_seconds() if since else 0.0
    paused = turn.paused_between(began, ended) + max(0.0, standing)
    return (ended - began).total_seconds() <= paused


def _handed_over_by(state: MeetingState, turn: Intervention) -> Intervention | None:
    """The turn that ended in the moment in which this one began."""
    turns = (each for each in state.interventions.values() if each.id != turn.id)
    return next((each for each in turns if each.yielded_at == turn.given_at), None)


def on_beginning(state: MeetingState, event: BeginningCorrected, entry: Entry) -> None:
    """It began then and still runs; of its pauses, what lies since then counts."""
    before = state.interventions[event.intervention]
    paused = before.paused_between(event.given_at, entry.at)
    after = replace(before, given_at=event.given_at, paused_seconds=paused)
    state.interventions[after.id] = after
    was, became = times_kept(state, before), times_kept(state, after)
    state.keep_correction(entry, "times", after.id, was, became)


def _began(teller: Teller, event: BeginningCorrected) -> str:
    began = teller.clock(event.given_at, seconds=True)
    return teller.say("corrections.began", name=teller.who(event.intervention), began=began)


HAPPENINGS = (
    Happening(
        BeginningCorrected,
        on_beginning,
        _began,
        (FLOOR, CORRECTIONS),
        of_floor=True,
        corrects=True,
    ),
)


ACTS = (
    Act(
        "began",
        "floor",
        {CorrectBeginning: correct_beginning},
        (on_a_statement(), clock("at")),
        When.EVER,
    ),
    Act("ended", "floor", {CorrectEnd: correct_end}, (on_a_statement(), clock("at")), When.EVER),
)
