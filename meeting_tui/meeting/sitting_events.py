"""What happened to the session, its sittings, items and clock, and what was taken back."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class SessionStarted(Event):
    """A session log begins; the plan and rules are kept in it, so it stands alone."""

    name: ClassVar[str] = "session_started"
    session: str
    agenda: Agenda
    rules: Rules
    rehearsal: bool = False
    demonstration: bool | None = None
    """True for a rehearsal in which every statement is invented."""


@record
class SittingOpened(Event):
    """The Chair opened the meeting; plan times are given as they apply on that day."""

    name: ClassVar[str] = "sitting_opened"
    sitting: str
    planned_start: datetime
    planned_end: datetime


@record
class SittingSuspended(Event):
    """The sitting stopped; whoever spoke has ended."""

    name: ClassVar[str] = "sitting_suspended"
    sitting: str
    text: str = ""


@record
class SittingResumed(Event):
    """A sitting began again, or the next one began."""

    name: ClassVar[str] = "sitting_resumed"
    sitting: str
    planned_start: datetime
    planned_end: datetime


@record
class MeetingAdjourned(Event):
    """The meeting is over."""

    name: ClassVar[str] = "meeting_adjourned"
    text: str = ""


@record
class ChairTaken(Event):
    """Somebody presides from here on."""

    name: ClassVar[str] = "chair_taken"
    person: str
    """As typed; empty for the Chair."""
    since: datetime | None = None
    """From when on, where that was noted later; UTC."""


@record
class ItemOpened(Event):
    """An item was taken up."""

    name: ClassVar[str] = "item_opened"
    item: str


@record
class ItemsJoined(Event):
    """Further items are taken together with the open one from here on."""

    name: ClassVar[str] = "items_joined"
    item: str
    others: tuple[str, ...]


@record
class ItemReopened(Event):
    """A closed item was taken up again."""

    name: ClassVar[str] = "item_reopened"
    item: str


@record
class SegmentOpened(Event):
    """A segment of the open item began."""

    name: ClassVar[str] = "segment_opened"
    item: str
    segment: str


@record
class ItemClosed(Event):
    """The item is done with for now."""

    name: ClassVar[str] = "item_closed"
    item: str
    carried: bool = False
    """Names still wait, for when the item is reopened."""


@record
class ClockJumped(Event):
    """The machine slept, its clock was set, or the session was closed while somebody spoke.

    A sleep, and a restart of the machine, counts until somebody says otherwise; time the session
    was closed does not. Where the session's clock was put forward, no time passed.
    """

    name: ClassVar[str] = "clock_jumped"
    cause: str
    """`sleep`, `step`, `closed`, `restarted`,
    `moved`, or `stopped`: the stop of a sitting was undone."""
    seconds: float
    """How far; negative when the clock went back."""


@record
class GapDiscounted(Event):
    """The last gap does not count as time used by whoever has the floor."""

    name: ClassVar[str] = "gap_discounted"
    intervention: str
    """Empty where a point of order was heard."""
    seconds: float
    point_of_order: str | None = None


@record
class GapCounted(Event):
    """The last gap does count as time used by whoever had the floor."""

    name: ClassVar[str] = "gap_counted"
    intervention: str
    """Empty where a point of order was heard."""
    seconds: float
    point_of_order: str | None = None


@record
class EventsLost(Event):
    """Events that were recorded and cannot be read any more; found when the session was opened."""

    name: ClassVar[str] = "events_lost"
    first_number: int
    last_number: int
    since: datetime | None
    """When the last event before them was recorded; UTC."""
    until: datetime | None
    """When the next event was recorded, or, at the end, the last of them; where that is known."""
    file: str | None = None
    """Name of the file the damaged log was kept in, if it was."""
    replaced: bool | None = None
    """True where other events have their numbers: the log was exchanged for another."""


@record
class EventsSetApart(Event):
    """Events that are in the log and have no effect: they depend on what was lost."""

    name: ClassVar[str] = "events_set_apart"
    numbers: tuple[int, ...]


@record
class LossesSeen(Event):
    """Somebody has seen what was lost."""

    name: ClassVar[str] = "losses_seen"
    numbers: tuple[int, ...]
    """Of the entries that told of it."""


@record
class ActUndone(Event):
    """An act was taken back; it stays in the log."""

    name: ClassVar[str] = "act_undone"
    act: str


@record
class ActRedone(Event):
    """An act taken back holds again."""

    name: ClassVar[str] = "act_redone"
    act: str
