"""One event changes the state: the only place where a meeting's state is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting import (
    attributions,
    bands,
    clock_gaps,
    decisions,
    details,
    finalising,
    floor,
    group_names,
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
    purged_points,
    schedule_changes,
    sittings,
    speakers_list,
    statement_texts,
    striking,
    ticking,
    turn_times,
)
from meeting_tui.meeting import events as happened
from meeting_tui.meeting.events import Entry, Event
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.records import ItemRun
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Sentence

_CHANGES: dict[type[Event], Callable[[MeetingState, Any, Entry], None]] = {
    happened.SittingOpened: sittings.on_sitting_begun,
    happened.SittingResumed: sittings.on_sitting_begun,
    happened.SittingSuspended: sittings.on_suspended,
    happened.MeetingAdjourned: sittings.on_adjourned,
    happened.ChairTaken: presiding.on_chair_taken,
    happened.ItemOpened: items.on_item_opened,
    happened.ItemsJoined: joint_items.on_joined,
    happened.ItemReopened: items.on_item_opened,
    happened.SegmentOpened: items.on_segment_opened,
    happened.ItemClosed: items.on_item_closed,
    happened.Inscribed: speakers_list.on_inscribed,
    happened.Withdrawn: leaving.on_left,
    happened.FoundAbsent: leaving.on_left,
    happened.TextHandedIn: leaving.on_left,
    happened.NotReached: leaving.on_left,
    happened.Moved: speakers_list.on_moved,
    happened.Swapped: speakers_list.on_swapped,
    happened.ListOpened: speakers_list.on_list_opened,
    happened.ListClosed: speakers_list.on_list_closed,
    happened.FloorGiven: floor.on_floor_given,
    happened.FloorYielded: floor.on_floor_yielded,
    happened.FloorPaused: floor.on_floor_paused,
    happened.FloorContinued: floor.on_floor_continued,
    happened.PointOfOrderRaised: point_of_order.on_raised,
    happened.PointOfOrderRuled: point_of_order.on_ruled,
    happened.PointOfOrderLapsed: point_of_order.on_lapsed,
    happened.LimitSet: limits.on_limit_set,
    happened.LimitExtended: limits.on_limit_extended,
    happened.PointNoted: notes.on_noted,
    happened.PointCorrected: notes.on_corrected,
    happened.DelegationIdentified: names.on_identified,
    happened.GroupIdentified: group_names.on_group_identified,
    happened.DecisionTaken: decisions.on_decision,
    happened.DocumentReceived: decisions.on_document,
    happened.ItemReplanned: schedule_changes.on_replanned,
    happened.PlannedTimeSet: schedule_changes.on_time_set,
    happened.ItemSplit: schedule_changes.on_split,
    happened.MatterAdded: schedule_changes.on_added,
    happened.SegmentDropped: schedule_changes.on_dropped,
    happened.SegmentKept: schedule_changes.on_kept,
    happened.SittingRetimed: schedule_changes.on_retimed,
    happened.LanguageHeard: details.on_language,
    happened.PersonNamed: details.on_person,
    happened.StatementMarked: details.on_marked,
    happened.TextReceived: details.on_text,
    happened.AlignmentChanged: details.on_alignment,
    happened.PresenceNoted: details.on_presence,
    happened.InterventionAttributed: attributions.on_attributed,
    happened.TimesCorrected: attributions.on_times,
    happened.BeginningCorrected: turn_times.on_beginning,
    happened.PointFiled: attributions.on_filed,
    happened.PointPurged: purged_points.on_purged,
    happened.ItemNoted: item_notes.on_item_noted,
    happened.PointMoved: item_notes.on_moved,
    happened.PointStruck: striking.on_point_struck,
    happened.StatementKept: statement_texts.on_statement_kept,
    happened.InterventionStruck: striking.on_statement_struck,
    happened.BandsSet: bands.on_bands,
    happened.ChecklistTicked: ticking.on_ticked,
    happened.ReportFinalised: finalising.on_finalised,
    happened.ClockJumped: clock_gaps.on_jump,
    happened.GapDiscounted: clock_gaps.on_discounted,
    happened.GapCounted: clock_gaps.on_counted,
    happened.EventsLost: losses.on_lost,
    happened.EventsSetApart: losses.on_set_apart,
    happened.LossesSeen: losses.on_seen,
}

_COUNTED: dict[type[Event], str] = {
    happened.Inscribed: "inscription",
    happened.FloorGiven: "intervention",
    happened.PointOfOrderRaised: "point_of_order",
    happened.PointNoted: "point",
    happened.ItemNoted: "point",
    happened.DecisionTaken: "decision",
    happened.DocumentReceived: "document",
}


def begin(event: happened.SessionStarted) -> MeetingState:
    """The state of a session in which nothing has happened yet."""
    return MeetingState(
        session=event.session,
        agenda=event.agenda,
        rules=event.rules,
        imported=event.agenda,
        rehearsal=event.rehearsal,
        demonstration=bool(event.demonstration),
        items={item.id: ItemRun(item.id) for item in event.agenda.items},
        running_order=tuple(item.id for item in event.agenda.items),
    )


def evolve(state: MeetingState, entry: Entry) -> None:
    """Let one entry take effect on the state, in place.

    Raises LogDamaged when it speaks of something that the log before it does not hold.
    """
    count(state, entry)
    # Whatever somebody records once the report was final makes it a draft again.
    if not isinstance(entry.event, happened.ClockJumped | happened.LossesSeen):
        state.finalised_at = None
    try:
        _CHANGES[type(entry.event)](state, entry.event, entry)
    except (KeyError, IndexError, ValueError) as fault:
        what = Sentence("log_fault.contradicts", seq=entry.seq, name=entry.event.name)
        raise LogDamaged(what) from fault


def count(state: MeetingState, entry: Entry) -> None:
    """Count the id an entry uses, so that it is never given out again, even after an undo."""
    sorts = [_COUNTED.get(type(entry.event))]
    if isinstance(entry.event, happened.MatterAdded):
        sorts.append(f"segment {entry.event.item}")
    if notes.makes_proposal(entry.event):
        sorts.append(PROPOSAL)
    for sort in filter(None, sorts):
        state.counts[sort] = state.counts.get(sort, 0) + 1
