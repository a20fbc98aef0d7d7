"""Every act of the meeting, collected from the files of the nouns, and what comes of one.

Key, footer, help, palette, typed line and the command reference in `docs/` are made from it; what
an act does is said in the catalogue under `act.<id>`. A command, the meeting and the time now go
in; events or a refusal come out. Nothing is changed here and no clock is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import datetime

from msgspec.structs import replace

from meeting_tui.meeting import (
    attributions,
    bands,
    checklist,
    clock_gaps,
    decisions,
    details,
    floor,
    floor_control,
    item_notes,
    items,
    leaving,
    limits,
    losses,
    names,
    note_turns,
    notes,
    point_of_order,
    positions,
    presiding,
    purging,
    right_of_reply,
    schedule,
    schedule_changes,
    sittings,
    slip_seen,
    speakers_list,
    statement_texts,
    striking,
    turn_times,
    undo,
)
from meeting_tui.meeting.declared import Act, Given, Outcome, Seat, When
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.meeting import Meeting, evolve
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Sentence

ACTS: tuple[Act, ...] = (
    *sittings.ACTS,
    *presiding.ACTS,
    *items.ACTS,
    *speakers_list.ACTS,
    *leaving.ACTS,
    *floor.ACTS,
    *turn_times.ACTS,
    *limits.ACTS,
    *point_of_order.ACTS,
    *right_of_reply.ACTS,
    *notes.ACTS,
    *note_turns.ACTS,
    *positions.ACTS,
    *details.ACTS,
    *statement_texts.ACTS,
    *decisions.ACTS,
    *schedule.ACTS,
    *schedule_changes.ACTS,
    *names.ACTS,
    *attributions.ACTS,
    *item_notes.ACTS,
    *striking.ACTS,
    *purging.ACTS,
    *bands.ACTS,
    *checklist.ACTS,
    *clock_gaps.ACTS,
    *losses.ACTS,
    *undo.ACTS,
    *floor_control.ACTS,
)
"""Every act, in the order in which help and palette show them."""

GIVEN = (*clock_gaps.GIVEN, *slip_seen.GIVEN)
"""What the desk asks for, and nobody types."""

OF_NOTES = frozenset(
    event.name for each in ACTS if each.seat is Seat.NOTES for event in each.events
) | {event.name for event in floor_control.OF_ANY}
"""Names of the kinds of events that a seat for notes may enter."""

SEAT_OF = {command: each.seat for each in ACTS for command in each.rules}
"""What may be asked for -> which seat may ask."""

BY_ID = {each.id: each for each in ACTS}


def act(act_id: str) -> Act:
    """The act of that id.

    Raises KeyError for an id that is no act.
    """
    return BY_ID[act_id]


def act_meant(state: MeetingState, act_id: str) -> Act:
    """The act a key stands for now: one key pauses and continues, one raises and rules."""
    speaking = state.speaking()
    if act_id in ("pause", "continue") and speaking:
        return act("continue" if speaking.paused_since else "pause")
    return act("ruling" if act_id == "order" and state.pending_order else act_id)


_DECLARED: tuple[Act | Given, ...] = (*ACTS, *GIVEN)
_RULES = {
    command: (rule, each.when, isinstance(each, Act) and each.of_log)
    for each in _DECLARED
    for command, rule in each.rules.items()
}


def decide(meeting: Meeting, command: Command, now: datetime) -> Outcome:
    """What a command comes to at the instant `now` (UTC): events, at least one, or a refusal."""
    rule, when, of_log = _RULES[type(command)]
    state = meeting.state
    if state.phase == "adjourned" and when is not When.EVER:
        return refuse("adjourned")
    if state.phase != "open" and when is When.SITTING:
        return refuse("not_in_sitting" if state.phase == "planned" else state.phase)
    outcome = rule(meeting if of_log else state, command, now)
    if isinstance(command, floor_control.AcceptDisputed) and isinstance(outcome, tuple):
        return _done_now(meeting, outcome, command.again, now)
    return outcome


def _done_now(
    meeting: Meeting,
    settled: Sequence[Event],
    again: Sequence[Command | Refusal],
    now: datetime,
) -> Outcome:
    """What disputed acts come to now, one after the other, each with that it is settled.

    Refused as a whole where one of them makes no sense, or would be about others than it was.
    """
    twin, done = copy(meeting), list[Event]()
    state = twin.state = meeting.state.snapshot()
    for each, command in zip(settled, again, strict=True):
        assert isinstance(each, floor_control.DisputeSettled)
        dispute = state.disputes[each.dispute]
        events = _decided_now(twin, command, now)
        if isinstance(events, Refusal):
            why = Sentence(f"refusal.{events.code}", **events.params)
            return refuse("dispute_not_now", id=dispute.id, why=why)
        for event in (*events, each):
            evolve(state, replace(meeting.last, at=now, event=event))
        if not set(floor_control.concerned(state, events)) <= set(dispute.about):
            return refuse("dispute_otherwise", id=dispute.id, line=dispute.whole_line)
        done += (*events, each)
    return tuple(done)


def _decided_now(meeting: Meeting, command: Command | Refusal, now: datetime) -> Outcome:
    if isinstance(command, Refusal):
        return command
    of_log = _RULES[type(command)][2]
    return refuse("dispute_of_log") if of_log else decide(meeting, command, now)
