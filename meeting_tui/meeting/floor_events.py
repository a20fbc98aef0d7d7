"""What happened on the floor: given, paused, yielded, interrupted, limited."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class FloorGiven(Event):
    """A delegation has the floor."""

    name: ClassVar[str] = "floor_given"
    intervention: str
    inscription: str
    item: str
    segment: str | None = None
    limit_seconds: int | None = None
    out_of_order: bool = False
    by_next: bool = False


@record
class FloorYielded(Event):
    """The intervention ended."""

    name: ClassVar[str] = "floor_yielded"
    intervention: str
    by_next: bool = False
    """By a `next` that found nobody waiting."""


@record
class FloorPaused(Event):
    """The speaker's time stands still."""

    name: ClassVar[str] = "floor_paused"
    intervention: str


@record
class FloorContinued(Event):
    """The speaker's time runs again."""

    name: ClassVar[str] = "floor_continued"
    intervention: str


@record
class PointOfOrderRaised(Event):
    """Interrupts; the speaker's time stands still from here until `FloorContinued`."""

    name: ClassVar[str] = "point_of_order_raised"
    point_of_order: str
    delegation: str
    display_name: str
    known: bool = True
    item: str | None = None
    text: str = ""


@record
class PointOfOrderRuled(Event):
    """The Chair ruled."""

    name: ClassVar[str] = "point_of_order_ruled"
    point_of_order: str
    ruling: str


@record
class PointOfOrderLapsed(Event):
    """The sitting ended before the Chair ruled."""

    name: ClassVar[str] = "point_of_order_lapsed"
    point_of_order: str


@record
class LimitSet(Event):
    """A limit from now on; whoever speaks keeps the limit they were given."""

    name: ClassVar[str] = "limit_set"
    scope: str
    """`default`, `tier`, `kind`, `delegation` or `inscription`."""
    key: str
    """Id within the scope; empty for the default."""
    seconds: int


@record
class LimitExtended(Event):
    """Whoever speaks was given more time."""

    name: ClassVar[str] = "limit_extended"
    intervention: str
    seconds: int
