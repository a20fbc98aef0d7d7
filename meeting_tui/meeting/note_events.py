"""What was written down: points, decisions, texts received."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class PointNoted(Event):
    """A note-taker wrote a line on an intervention."""

    name: ClassVar[str] = "point_noted"
    point: str
    intervention: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    not_asked: tuple[str, ...] = ()
    """Those of `questions` that do not ask this kind of delegation."""
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    """Proposals it speaks to."""
    proposal: str | None = None
    """The id given to it as a proposal."""
    stance_on: tuple[str, ...] | None = None
    """Those of its tags that the stance is on; None: all."""


@record
class PointCorrected(Event):
    """The point reads so from now on; what it read before stays in the log."""

    name: ClassVar[str] = "point_corrected"
    point: str
    text: str
    questions: tuple[str, ...]
    kind: str
    stance: str
    audience: str
    not_asked: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    proposal: str | None = None
    """The id given to it as a proposal by this; one it has already stays without being said."""
    stance_on: tuple[str, ...] | None = None


@record
class DecisionTaken(Event):
    """The meeting decided; recorded for the item."""

    name: ClassVar[str] = "decision_taken"
    decision: str
    item: str
    text: str


@record
class DocumentReceived(Event):
    """A delegation handed in a text."""

    name: ClassVar[str] = "document_received"
    document: str
    delegation: str
    display_name: str
    item: str | None
    text: str
    known: bool = True
