"""What happened, in the past tense; the only things a session log holds.

Events are frozen and versioned: an old one is upgraded while it is read, never edited. An
`Entry` is an event with its place in the log: number, id, act, instants and who entered it.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.correction_events import (
    BandsSet,
    BeginningCorrected,
    ChecklistTicked,
    InterventionAttributed,
    PointFiled,
    PointPurged,
    ReportFinalised,
    TimesCorrected,
    silenced,
    without_text,
)
from meeting_tui.meeting.detail_events import (
    AlignmentChanged,
    LanguageHeard,
    PersonNamed,
    PresenceNoted,
    StatementMarked,
    TextReceived,
)
from meeting_tui.meeting.event_base import (
    Event,
)
from meeting_tui.meeting.floor_events import (
    FloorContinued,
    FloorGiven,
    FloorPaused,
    FloorYielded,
    LimitExtended,
    LimitSet,
    PointOfOrderLapsed,
    PointOfOrderRaised,
    PointOfOrderRuled,
)
from meeting_tui.meeting.list_events import (
    DelegationIdentified,
    FoundAbsent,
    GroupIdentified,
    Inscribed,
    ListClosed,
    ListOpened,
    Moved,
    NotReached,
    Swapped,
    TextHandedIn,
    Withdrawn,
)
from meeting_tui.meeting.note_events import (
    DecisionTaken,
    DocumentReceived,
    PointCorrected,
    PointNoted,
)
from meeting_tui.meeting.point_events import (
    POINT_EVENTS,
    InterventionStruck,
    ItemNoted,
    PointMoved,
    PointStruck,
    StatementKept,
)
from meeting_tui.meeting.schedule_events import (
    ItemReplanned,
    ItemSplit,
    MatterAdded,
    PlannedTimeSet,
    SegmentDropped,
    SegmentKept,
    SittingRetimed,
)
from meeting_tui.meeting.sitting_events import (
    ActRedone,
    ActUndone,
    ChairTaken,
    ClockJumped,
    EventsLost,
    EventsSetApart,
    GapCounted,
    GapDiscounted,
    ItemClosed,
    ItemOpened,
    ItemReopened,
    ItemsJoined,
    LossesSeen,
    MeetingAdjourned,
    SegmentOpened,
    SessionStarted,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from meeting_tui.record import record

__all__ = [
    "EVENTS",
    "SCHEMA_VERSION",
    "ActRedone",
    "ActUndone",
    "AlignmentChanged",
    "BandsSet",
    "BeginningCorrected",
    "ChairTaken",
    "ChecklistTicked",
    "ClockJumped",
    "DecisionTaken",
    "DelegationIdentified",
    "DocumentReceived",
    "Entry",
    "Event",
    "EventsLost",
    "EventsSetApart",
    "FloorContinued",
    "FloorGiven",
    "FloorPaused",
    "FloorYielded",
    "FoundAbsent",
    "GapCounted",
    "GapDiscounted",
    "GroupIdentified",
    "Inscribed",
    "InterventionAttributed",
    "InterventionStruck",
    "ItemClosed",
    "ItemNoted",
    "ItemOpened",
    "ItemReopened",
    "ItemReplanned",
    "ItemSplit",
    "ItemsJoined",
    "LanguageHeard",
    "LimitExtended",
    "LimitSet",
    "ListClosed",
    "ListOpened",
    "LossesSeen",
    "MatterAdded",
    "MeetingAdjourned",
    "Moved",
    "NotReached",
    "PersonNamed",
    "PlannedTimeSet",
    "PointCorrected",
    "PointFiled",
    "PointMoved",
    "PointNoted",
    "PointOfOrderLapsed",
    "PointOfOrderRaised",
    "PointOfOrderRuled",
    "PointPurged",
    "PointStruck",
    "PresenceNoted",
    "ReportFinalised",
    "SegmentDropped",
    "SegmentKept",
    "SegmentOpened",
    "SessionStarted",
    "SittingOpened",
    "SittingResumed",
    "SittingRetimed",
    "SittingSuspended",
    "StatementKept",
    "StatementMarked",
    "Swapped",
    "TextHandedIn",
    "TextReceived",
    "TimesCorrected",
    "Withdrawn",
    "silenced",
    "without_text",
]

SCHEMA_VERSION = 2

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


@record
class Entry:
    """An event at its place in the session log."""

    seq: int
    """From 1, without gaps."""
    id: str
    """Unique over all desks: `<desk>-<n>`."""
    act: str
    """Id of the first entry of the same act."""
    at: datetime
    """UTC; when it took effect."""
    recorded_at: datetime
    """UTC; when it was entered."""
    desk: str
    hand: str
    """Who entered it: initials or a login name."""
    event: Event
