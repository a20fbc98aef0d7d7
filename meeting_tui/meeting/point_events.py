"""Notes on an item itself, and points put right: moved, struck."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class ItemNoted(Event):
    """A note-taker wrote a line on an item, which nobody said: a note of its own."""

    name: ClassVar[str] = "item_noted"
    point: str
    item: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    audience: str = "report"
    topics: tuple[str, ...] = ()


@record
class PointMoved(Event):
    """A point belongs to another intervention, or to an item itself."""

    name: ClassVar[str] = "point_moved"
    point: str
    intervention: str | None
    item: str | None = None
    """The item itself, where it belongs to no intervention."""
    not_asked: tuple[str, ...] = ()


@record
class PointStruck(Event):
    """A point is out of the notes; what it said stays in the log."""

    name: ClassVar[str] = "point_struck"
    point: str
    reason: str


@record
class InterventionStruck(Event):
    """A statement never was, with all that was noted on it; the log keeps it."""

    name: ClassVar[str] = "intervention_struck"
    intervention: str
    reason: str
    points: tuple[str, ...] = ()


@record
class StatementKept(Event):
    """The text of a statement as it was made; paragraphs are lines. It replaces one kept before."""

    name: ClassVar[str] = "statement_kept"
    intervention: str
    text: str


POINT_EVENTS = (ItemNoted, PointMoved, PointStruck, InterventionStruck, StatementKept)
