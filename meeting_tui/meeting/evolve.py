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
    purged_points,
    schedule_changes,
    sittings,
    speakers_list,
    statement_texts,
    striking,
    turn_times,
)
from meeting_tui.meeting.attributions import InterventionAttributed, PointFiled, TimesCorrected
from meeting_tui.meeting.bands import BandsSet
from meeting_tui.meeting.checklist import ChecklistTicked, ReportFinalised, on_finalised, on_ticked
from meeting_tui.meeting.clock_gaps import ClockJumped, GapCounted, GapDiscounted
from meeting_tui.meeting.decisions import DecisionTaken, DocumentReceived
from meeting_tui.meeting.details import (
    AlignmentChanged,
    LanguageHeard,
    PersonNamed,
    PresenceNoted,
    StatementMarked,
    TextReceived,
)
from meeting_tui.meeting.entry import Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorContinued, FloorGiven, FloorPaused, FloorYielded
from meeting_tui.meeting.item_notes import PointMoved
from meeting_tui.meeting.items import (
    ItemClosed,
    ItemOpened,
    ItemReopened,
    ItemsJoined,
    SegmentOpened,
    on_joined,
)
from meeting_tui.meeting.leaving import FoundAbsent, NotReached, TextHandedIn, Withdrawn
from meeting_tui.meeting.limits import LimitExtended, LimitSet
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, LossesSeen
from meeting_tui.meeting.names import DelegationIdentified, GroupIdentified, on_group_identified
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.point_of_order import (
    PointOfOrderLapsed,
    PointOfOrderRaised,
    PointOfOrderRuled,
)
from meeting_tui.meeting.presiding import ChairTaken
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.records import ItemRun
from meeting_tui.meeting.schedule import ItemReplanned, ItemSplit, PlannedTimeSet, SittingRetimed
from meeting_tui.meeting.schedule_parts import MatterAdded, SegmentDropped, SegmentKept
from meeting_tui.meeting.sittings import (
    MeetingAdjourned,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from meeting_tui.meeting.speakers_list import Inscribed, ListClosed, ListOpened, Moved, Swapped
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.statement_texts import StatementKept
from meeting_tui.meeting.striking import InterventionStruck, PointStruck
from meeting_tui.meeting.turn_times import BeginningCorrected
from meeting_tui.words import Sentence

_CHANGES: dict[type[Event], Callable[[MeetingState, Any, Entry], None]] = {
    SittingOpened: sittings.on_sitting_begun,
    SittingResumed: sittings.on_sitting_begun,
    SittingSuspended: sittings.on_suspended,
    MeetingAdjourned: sittings.on_adjourned,
    ChairTaken: presiding.on_chair_taken,
    ItemOpened: items.on_item_opened,
    ItemsJoined: on_joined,
    ItemReopened: items.on_item_opened,
    SegmentOpened: items.on_segment_opened,
    ItemClosed: items.on_item_closed,
    Inscribed: speakers_list.on_inscribed,
    Withdrawn: leaving.on_left,
    FoundAbsent: leaving.on_left,
    TextHandedIn: leaving.on_left,
    NotReached: leaving.on_left,
    Moved: speakers_list.on_moved,
    Swapped: speakers_list.on_swapped,
    ListOpened: speakers_list.on_list_opened,
    ListClosed: speakers_list.on_list_closed,
    FloorGiven: floor.on_floor_given,
    FloorYielded: floor.on_floor_yielded,
    FloorPaused: floor.on_floor_paused,
    FloorContinued: floor.on_floor_continued,
    PointOfOrderRaised: point_of_order.on_raised,
    PointOfOrderRuled: point_of_order.on_ruled,
    PointOfOrderLapsed: point_of_order.on_lapsed,
    LimitSet: limits.on_limit_set,
    LimitExtended: limits.on_limit_extended,
    PointNoted: notes.on_noted,
    PointCorrected: notes.on_corrected,
    DelegationIdentified: names.on_identified,
    GroupIdentified: on_group_identified,
    DecisionTaken: decisions.on_decision,
    DocumentReceived: decisions.on_document,
    ItemReplanned: schedule_changes.on_replanned,
    PlannedTimeSet: schedule_changes.on_time_set,
    ItemSplit: schedule_changes.on_split,
    MatterAdded: schedule_changes.on_added,
    SegmentDropped: schedule_changes.on_dropped,
    SegmentKept: schedule_changes.on_kept,
    SittingRetimed: schedule_changes.on_retimed,
    LanguageHeard: details.on_language,
    PersonNamed: details.on_person,
    StatementMarked: details.on_marked,
    TextReceived: details.on_text,
    AlignmentChanged: details.on_alignment,
    PresenceNoted: details.on_presence,
    InterventionAttributed: attributions.on_attributed,
    TimesCorrected: attributions.on_times,
    BeginningCorrected: turn_times.on_beginning,
    PointFiled: attributions.on_filed,
    PointPurged: purged_points.on_purged,
    ItemNoted: item_notes.on_item_noted,
    PointMoved: item_notes.on_moved,
    PointStruck: striking.on_point_struck,
    StatementKept: statement_texts.on_statement_kept,
    InterventionStruck: striking.on_statement_struck,
    BandsSet: bands.on_bands,
    ChecklistTicked: on_ticked,
    ReportFinalised: on_finalised,
    ClockJumped: clock_gaps.on_jump,
    GapDiscounted: clock_gaps.on_discounted,
    GapCounted: clock_gaps.on_counted,
    EventsLost: losses.on_lost,
    EventsSetApart: losses.on_set_apart,
    LossesSeen: losses.on_seen,
}

_COUNTED: dict[type[Event], str] = {
    Inscribed: "inscription",
    FloorGiven: "intervention",
    PointOfOrderRaised: "point_of_order",
    PointNoted: "point",
    ItemNoted: "point",
    DecisionTaken: "decision",
    DocumentReceived: "document",
}


def begin(event: SessionStarted) -> MeetingState:
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
    if not isinstance(entry.event, ClockJumped | LossesSeen):
        state.finalised_at = None
    try:
        _CHANGES[type(entry.event)](state, entry.event, entry)
    except (KeyError, IndexError, ValueError) as fault:
        what = Sentence("log_fault.contradicts", seq=entry.seq, name=entry.event.name)
        raise LogDamaged(what) from fault


def count(state: MeetingState, entry: Entry) -> None:
    """Count the id an entry uses, so that it is never given out again, even after an undo."""
    sorts = [_COUNTED.get(type(entry.event))]
    if isinstance(entry.event, MatterAdded):
        sorts.append(f"segment {entry.event.item}")
    if notes.makes_proposal(entry.event):
        sorts.append(PROPOSAL)
    for sort in filter(None, sorts):
        state.counts[sort] = state.counts.get(sort, 0) + 1
