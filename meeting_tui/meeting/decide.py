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
    finalising,
    floor,
    item_notes,
    items,
    joint_items,
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
    ticking,
    turn_times,
)
from meeting_tui.meeting import commands as asked
from meeting_tui.meeting import correction_commands as right
from meeting_tui.meeting import detail_commands as detail
from meeting_tui.meeting import point_commands as on_points
from meeting_tui.meeting.commands import Command
from meeting_tui.meeting.events import Event
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.purging import purge
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.undo import redo, undo, undo_floor

Outcome = tuple[Event, ...] | Refusal

_RULES: dict[type[Command], Callable[[MeetingState, Any, datetime], Outcome]] = {
    asked.OpenMeeting: sittings.open_meeting,
    asked.Suspend: sittings.suspend,
    asked.Resume: sittings.resume,
    asked.Adjourn: sittings.adjourn,
    presiding.TakeChair: presiding.take_chair,
    asked.OpenItem: items.open_item,
    joint_items.JoinItems: joint_items.join_items,
    asked.OpenSegment: items.open_segment,
    asked.CloseItem: items.close_item,
    asked.ReopenItem: items.reopen_item,
    asked.Inscribe: speakers_list.inscribe,
    asked.Withdraw: leaving.withdraw,
    asked.MarkAbsent: leaving.mark_absent,
    asked.TakeTextOnly: leaving.take_text_only,
    asked.Move: speakers_list.move,
    asked.Swap: speakers_list.swap,
    asked.OpenList: speakers_list.open_list,
    asked.CloseList: speakers_list.close_list,
    asked.Next: floor.give_next,
    asked.GiveFloor: floor.give_floor,
    asked.Yield: floor.yield_floor,
    asked.Pause: floor.pause,
    asked.Continue: floor.resume_speaker,
    asked.RaisePointOfOrder: point_of_order.raise_point_of_order,
    asked.Rule: point_of_order.rule,
    asked.AskReply: right_of_reply.ask_reply,
    asked.SetLimit: limits.set_limit,
    asked.Extend: limits.extend,
    asked.Note: notes.note,
    asked.CorrectPoint: notes.correct_point,
    right.Identify: names.identify,
    asked.Decide: decisions.take_decision,
    asked.ReceiveDocument: decisions.receive_document,
    detail.HearLanguage: details.hear_language,
    detail.NamePerson: details.name_person,
    detail.MarkStatement: details.mark_statement,
    detail.ReceiveText: details.receive_text,
    detail.ChangeAlignment: details.change_alignment,
    detail.NotePresence: details.note_presence,
    asked.PlanMove: schedule.move_item,
    asked.PlanTime: schedule.set_time,
    asked.PlanSplit: schedule.split_item,
    asked.PlanSitting: schedule.retime_sitting,
    asked.PlanAdd: schedule_parts.add_matter,
    asked.PlanDrop: schedule_parts.drop_segment,
    asked.PlanHold: schedule_parts.hold_segment,
    right.Attribute: attributions.attribute,
    right.CorrectTimes: attributions.correct_times,
    right.CorrectBeginning: turn_times.correct_beginning,
    right.CorrectEnd: turn_times.correct_end,
    right.FilePoint: attributions.file_point,
    on_points.MovePoint: item_notes.move_point,
    on_points.TagPoint: notes.tag_point,
    on_points.KeepStatement: statement_texts.keep_statement,
    on_points.NotePoints: statement_texts.note_points,
    on_points.StrikePoint: striking.strike_point,
    on_points.StrikeStatement: striking.strike_statement,
    right.SetBands: bands.set_bands,
    right.TickOff: ticking.tick_off,
    right.Finalise: finalising.finalise,
    asked.NoteClockJump: clock_gaps.note_jump,
    asked.DiscountGap: clock_gaps.discount_gap,
    asked.CountGap: clock_gaps.count_gap,
    asked.SeeLosses: losses.see_losses,
}

ONLY_IN_SITTING = (
    asked.OpenItem,
    joint_items.JoinItems,
    asked.OpenSegment,
    asked.CloseItem,
    asked.ReopenItem,
    asked.Next,
    asked.GiveFloor,
    asked.Yield,
    asked.Pause,
    asked.Continue,
    asked.RaisePointOfOrder,
    asked.Rule,
    asked.Extend,
    asked.Decide,
    asked.DiscountGap,
    asked.CountGap,
)
"""Acts refused before the meeting opens, between sittings and after it is adjourned."""

AFTER_ADJOURNMENT = (
    asked.OpenMeeting,
    asked.Resume,
    asked.Withdraw,
    asked.MarkAbsent,
    asked.TakeTextOnly,
    asked.Note,
    asked.CorrectPoint,
    right.Identify,
    asked.ReceiveDocument,
    presiding.TakeChair,
    detail.HearLanguage,
    detail.NamePerson,
    detail.MarkStatement,
    detail.ReceiveText,
    detail.ChangeAlignment,
    detail.NotePresence,
    right.Attribute,
    right.CorrectTimes,
    right.CorrectBeginning,
    right.CorrectEnd,
    right.FilePoint,
    on_points.MovePoint,
    on_points.TagPoint,
    on_points.KeepStatement,
    on_points.NotePoints,
    on_points.StrikePoint,
    on_points.StrikeStatement,
    right.PurgePoint,
    right.SetBands,
    right.TickOff,
    right.Finalise,
    asked.SeeLosses,
    asked.Undo,
    asked.Redo,
)
"""What may still be done once the meeting is adjourned: putting right what is recorded, and what
comes in late. The first five refuse in a sentence of their own: nobody waits any more."""


def decide(meeting: Meeting, command: Command, now: datetime) -> Outcome:
    """What a command comes to at the instant `now` (UTC): events, at least one, or a refusal."""
    if isinstance(command, asked.Undo):
        return undo(meeting, now)
    if isinstance(command, asked.Redo):
        return redo(meeting)
    state = meeting.state
    if state.phase == "adjourned" and not isinstance(command, AFTER_ADJOURNMENT):
        return refuse("adjourned")
    if isinstance(command, asked.UndoFloor):
        return undo_floor(meeting)
    if isinstance(command, right.PurgePoint):
        return purge(meeting, command)
    if isinstance(command, ONLY_IN_SITTING) and state.phase != "open":
        return refuse("not_in_sitting" if state.phase == "planned" else state.phase)
    return _RULES[type(command)](state, command, now)
