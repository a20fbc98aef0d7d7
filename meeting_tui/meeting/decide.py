"""A command, the meeting and the time now go in; events or a refusal come out.

Nothing is changed here and no clock is read. What may be done between sittings is one table.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from meeting_tui.meeting import (
    attributions,
    bands,
    clock_gaps,
    decisions,
    details,
    floor,
    item_notes,
    items,
    leaving,
    limits,
    losses,
    names,
    notes,
    point_of_order,
    presiding,
    right_of_reply,
    schedule,
    schedule_parts,
    sittings,
    speakers_list,
    statement_texts,
    striking,
    turn_times,
)
from meeting_tui.meeting.attributions import Attribute, CorrectTimes, FilePoint
from meeting_tui.meeting.bands import SetBands
from meeting_tui.meeting.checklist import Finalise, TickOff, finalise, tick_off
from meeting_tui.meeting.clock_gaps import CountGap, DiscountGap, NoteClockJump
from meeting_tui.meeting.decisions import Decide, ReceiveDocument
from meeting_tui.meeting.details import (
    ChangeAlignment,
    HearLanguage,
    MarkStatement,
    NamePerson,
    NotePresence,
    ReceiveText,
)
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.floor import Continue, GiveFloor, Next, Pause, Yield
from meeting_tui.meeting.item_notes import MovePoint
from meeting_tui.meeting.items import (
    CloseItem,
    JoinItems,
    OpenItem,
    OpenSegment,
    ReopenItem,
    join_items,
)
from meeting_tui.meeting.leaving import MarkAbsent, TakeTextOnly, Withdraw
from meeting_tui.meeting.limits import Extend, SetLimit
from meeting_tui.meeting.losses import SeeLosses
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.names import Identify
from meeting_tui.meeting.notes import CorrectPoint, Note, TagPoint
from meeting_tui.meeting.point_of_order import RaisePointOfOrder, Rule
from meeting_tui.meeting.purging import PurgePoint, purge
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.schedule import PlanMove, PlanSitting, PlanSplit, PlanTime
from meeting_tui.meeting.schedule_parts import PlanAdd, PlanDrop, PlanHold
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe, Move, OpenList, Swap
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.statement_texts import KeepStatement, NotePoints
from meeting_tui.meeting.striking import StrikePoint, StrikeStatement
from meeting_tui.meeting.turn_times import CorrectBeginning, CorrectEnd
from meeting_tui.meeting.undo import Redo, Undo, UndoFloor, redo, undo, undo_floor

Outcome = tuple[Event, ...] | Refusal

_RULES: dict[type[Command], Callable[[MeetingState, Any, datetime], Outcome]] = {
    OpenMeeting: sittings.open_meeting,
    Suspend: sittings.suspend,
    Resume: sittings.resume,
    Adjourn: sittings.adjourn,
    presiding.TakeChair: presiding.take_chair,
    OpenItem: items.open_item,
    JoinItems: join_items,
    OpenSegment: items.open_segment,
    CloseItem: items.close_item,
    ReopenItem: items.reopen_item,
    Inscribe: speakers_list.inscribe,
    Withdraw: leaving.withdraw,
    MarkAbsent: leaving.mark_absent,
    TakeTextOnly: leaving.take_text_only,
    Move: speakers_list.move,
    Swap: speakers_list.swap,
    OpenList: speakers_list.open_list,
    CloseList: speakers_list.close_list,
    Next: floor.give_next,
    GiveFloor: floor.give_floor,
    Yield: floor.yield_floor,
    Pause: floor.pause,
    Continue: floor.resume_speaker,
    RaisePointOfOrder: point_of_order.raise_point_of_order,
    Rule: point_of_order.rule,
    AskReply: right_of_reply.ask_reply,
    SetLimit: limits.set_limit,
    Extend: limits.extend,
    Note: notes.note,
    CorrectPoint: notes.correct_point,
    Identify: names.identify,
    Decide: decisions.take_decision,
    ReceiveDocument: decisions.receive_document,
    HearLanguage: details.hear_language,
    NamePerson: details.name_person,
    MarkStatement: details.mark_statement,
    ReceiveText: details.receive_text,
    ChangeAlignment: details.change_alignment,
    NotePresence: details.note_presence,
    PlanMove: schedule.move_item,
    PlanTime: schedule.set_time,
    PlanSplit: schedule.split_item,
    PlanSitting: schedule.retime_sitting,
    PlanAdd: schedule_parts.add_matter,
    PlanDrop: schedule_parts.drop_segment,
    PlanHold: schedule_parts.hold_segment,
    Attribute: attributions.attribute,
    CorrectTimes: attributions.correct_times,
    CorrectBeginning: turn_times.correct_beginning,
    CorrectEnd: turn_times.correct_end,
    FilePoint: attributions.file_point,
    MovePoint: item_notes.move_point,
    TagPoint: notes.tag_point,
    KeepStatement: statement_texts.keep_statement,
    NotePoints: statement_texts.note_points,
    StrikePoint: striking.strike_point,
    StrikeStatement: striking.strike_statement,
    SetBands: bands.set_bands,
    TickOff: tick_off,
    Finalise: finalise,
    NoteClockJump: clock_gaps.note_jump,
    DiscountGap: clock_gaps.discount_gap,
    CountGap: clock_gaps.count_gap,
    SeeLosses: losses.see_losses,
}

ONLY_IN_SITTING = (
    OpenItem,
    JoinItems,
    OpenSegment,
    CloseItem,
    ReopenItem,
    Next,
    GiveFloor,
    Yield,
    Pause,
    Continue,
    RaisePointOfOrder,
    Rule,
    Extend,
    Decide,
    DiscountGap,
    CountGap,
)
"""Acts refused before the meeting opens, between sittings and after it is adjourned."""

AFTER_ADJOURNMENT = (
    OpenMeeting,
    Resume,
    Withdraw,
    MarkAbsent,
    TakeTextOnly,
    Note,
    CorrectPoint,
    Identify,
    ReceiveDocument,
    presiding.TakeChair,
    HearLanguage,
    NamePerson,
    MarkStatement,
    ReceiveText,
    ChangeAlignment,
    NotePresence,
    Attribute,
    CorrectTimes,
    CorrectBeginning,
    CorrectEnd,
    FilePoint,
    MovePoint,
    TagPoint,
    KeepStatement,
    NotePoints,
    StrikePoint,
    StrikeStatement,
    PurgePoint,
    SetBands,
    TickOff,
    Finalise,
    SeeLosses,
    Undo,
    Redo,
)
"""What may still be done once the meeting is adjourned: putting right what is recorded, and what
comes in late. The first five refuse in a sentence of their own: nobody waits any more."""


def decide(meeting: Meeting, command: Command, now: datetime) -> Outcome:
    """What a command comes to at the instant `now` (UTC): events, at least one, or a refusal."""
    if isinstance(command, Undo):
        return undo(meeting, now)
    if isinstance(command, Redo):
        return redo(meeting)
    state = meeting.state
    if state.phase == "adjourned" and not isinstance(command, AFTER_ADJOURNMENT):
        return refuse("adjourned")
    if isinstance(command, UndoFloor):
        return undo_floor(meeting)
    if isinstance(command, PurgePoint):
        return purge(meeting, command)
    if isinstance(command, ONLY_IN_SITTING) and state.phase != "open":
        return refuse("not_in_sitting" if state.phase == "planned" else state.phase)
    return _RULES[type(command)](state, command, now)
