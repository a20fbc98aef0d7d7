"""What happened to the plan while the meeting is run: each change with the reason given for it.

The numbers of the agenda and the order in which it lists its items never change; only when, for how
long and whether something is planned.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class ItemReplanned(Event):
    """An item is planned in a sitting, before another item; whole, also where it was split."""

    name: ClassVar[str] = "item_replanned"
    item: str
    sitting: str
    before: str | None
    """The item it is planned before in the running order; None: behind all others."""
    reason: str


@record
class PlannedTimeSet(Event):
    """An item or a segment is planned for so many minutes."""

    name: ClassVar[str] = "planned_time_set"
    place: str
    """The item or segment."""
    minutes: int
    before_minutes: int | None
    """What was planned until then; None for a segment without minutes of its own."""
    reason: str


@record
class ItemSplit(Event):
    """The first minutes of an item stay where they are planned, the rest comes in a sitting."""

    name: ClassVar[str] = "item_split"
    item: str
    minutes: int
    sitting: str
    reason: str


@record
class MatterAdded(Event):
    """A matter was added under an item, as its next segment."""

    name: ClassVar[str] = "matter_added"
    item: str
    segment: str
    title: str
    minutes: int
    reason: str


@record
class SegmentDropped(Event):
    """A segment that was held on condition, or added, will not be held."""

    name: ClassVar[str] = "segment_dropped"
    segment: str
    reason: str


@record
class SegmentKept(Event):
    """A segment will be held: its condition has come true, or it was dropped before."""

    name: ClassVar[str] = "segment_kept"
    segment: str
    reason: str


@record
class SittingRetimed(Event):
    """A sitting has new planned times, on the day of the agenda."""

    name: ClassVar[str] = "sitting_retimed"
    sitting: str
    planned_start: datetime
    planned_end: datetime
    reason: str


SCHEDULE_EVENTS = (
    ItemReplanned,
    PlannedTimeSet,
    ItemSplit,
    MatterAdded,
    SegmentDropped,
    SegmentKept,
    SittingRetimed,
)
