"""Every kind of event there is."""

from __future__ import annotations

from meeting_tui.meeting.attributions import InterventionAttributed, PointFiled, TimesCorrected
from meeting_tui.meeting.bands import BandsSet
from meeting_tui.meeting.checklist import ChecklistTicked, ReportFinalised
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
from meeting_tui.meeting.entry import ActRedone, ActUndone, Event, SessionStarted
from meeting_tui.meeting.floor import FloorContinued, FloorGiven, FloorPaused, FloorYielded
from meeting_tui.meeting.item_notes import PointMoved
from meeting_tui.meeting.items import (
    ItemClosed,
    ItemOpened,
    ItemReopened,
    ItemsJoined,
    SegmentOpened,
)
from meeting_tui.meeting.leaving import FoundAbsent, NotReached, TextHandedIn, Withdrawn
from meeting_tui.meeting.limits import LimitExtended, LimitSet
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, LossesSeen
from meeting_tui.meeting.names import DelegationIdentified, GroupIdentified
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.point_of_order import (
    PointOfOrderLapsed,
    PointOfOrderRaised,
    PointOfOrderRuled,
)
from meeting_tui.meeting.presiding import ChairTaken
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.schedule import ItemReplanned, ItemSplit, PlannedTimeSet, SittingRetimed
from meeting_tui.meeting.schedule_parts import MatterAdded, SegmentDropped, SegmentKept
from meeting_tui.meeting.sittings import (
    MeetingAdjourned,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from meeting_tui.meeting.speakers_list import Inscribed, ListClosed, ListOpened, Moved, Swapped
from meeting_tui.meeting.statement_texts import StatementKept
from meeting_tui.meeting.striking import InterventionStruck, PointStruck
from meeting_tui.meeting.turn_times import BeginningCorrected

DETAIL_EVENTS = (
    LanguageHeard,
    PersonNamed,
    StatementMarked,
    TextReceived,
    AlignmentChanged,
    PresenceNoted,
)


POINT_EVENTS = (ItemNoted, PointMoved, PointStruck, InterventionStruck, StatementKept)


SCHEDULE_EVENTS = (
    ItemReplanned,
    PlannedTimeSet,
    ItemSplit,
    MatterAdded,
    SegmentDropped,
    SegmentKept,
    SittingRetimed,
)


CORRECTION_EVENTS = (
    InterventionAttributed,
    TimesCorrected,
    BeginningCorrected,
    PointFiled,
    PointPurged,
    BandsSet,
    ChecklistTicked,
    ReportFinalised,
    *POINT_EVENTS,
)


NOTED_ANEW = (ItemNoted, StatementKept)
"""Those of them that put nothing right."""


EVENTS: tuple[type[Event], ...] = (
    SessionStarted,
    SittingOpened,
    SittingSuspended,
    SittingResumed,
    MeetingAdjourned,
    ItemOpened,
    ItemReopened,
    SegmentOpened,
    ItemClosed,
    ClockJumped,
    GapCounted,
    GapDiscounted,
    EventsLost,
    EventsSetApart,
    LossesSeen,
    ActUndone,
    ActRedone,
    Inscribed,
    Withdrawn,
    FoundAbsent,
    TextHandedIn,
    NotReached,
    Moved,
    Swapped,
    ListOpened,
    ListClosed,
    DelegationIdentified,
    GroupIdentified,
    FloorGiven,
    FloorYielded,
    FloorPaused,
    FloorContinued,
    PointOfOrderRaised,
    PointOfOrderRuled,
    PointOfOrderLapsed,
    LimitSet,
    LimitExtended,
    PointNoted,
    PointCorrected,
    DecisionTaken,
    DocumentReceived,
    ItemReplanned,
    PlannedTimeSet,
    ItemSplit,
    MatterAdded,
    SegmentDropped,
    SegmentKept,
    SittingRetimed,
    LanguageHeard,
    PersonNamed,
    StatementMarked,
    TextReceived,
    AlignmentChanged,
    PresenceNoted,
    InterventionAttributed,
    TimesCorrected,
    PointFiled,
    PointPurged,
    BandsSet,
    ChecklistTicked,
    ReportFinalised,
    BeginningCorrected,
    ChairTaken,
    *POINT_EVENTS,
    ItemsJoined,
)
"""Every kind of event there is."""
