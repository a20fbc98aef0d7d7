"""What is put right in the week after: whose, when, where; what may not stay; the report.

A purge is the only event that changes what is stored of others: it names them, so that whoever
verifies the log knows which contents went and that nothing else did.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import ClassVar, TypeVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.meeting.note_events import PointCorrected, PointNoted
from meeting_tui.meeting.point_events import POINT_EVENTS, ItemNoted, StatementKept
from meeting_tui.record import record

PEOPLES_TEXTS = ("text", "ruling", "reason", "about")
"""Fields of events that hold what people typed freely."""

SomeEvent = TypeVar("SomeEvent", bound=Event)


@record
class InterventionAttributed(Event):
    """An intervention was another delegation's, or made in another capacity."""

    name: ClassVar[str] = "intervention_attributed"
    intervention: str
    delegation: str
    display_name: str
    delegation_kind: str
    tier: str
    capacity: str
    known: bool = True
    group: str | None = None
    aligned: tuple[str, ...] = ()
    group_known: bool = True
    is_member: bool = True


@record
class TimesCorrected(Event):
    """An intervention began and ended at other times."""

    name: ClassVar[str] = "times_corrected"
    intervention: str
    given_at: datetime
    yielded_at: datetime


@record
class BeginningCorrected(Event):
    """An intervention that still runs began at another time."""

    name: ClassVar[str] = "beginning_corrected"
    intervention: str
    given_at: datetime


@record
class PointFiled(Event):
    """A point belongs under an item; None: that of its intervention."""

    name: ClassVar[str] = "point_filed"
    point: str
    item: str | None


@record
class PointPurged(Event):
    """What a point off the record said was removed for good."""

    name: ClassVar[str] = "point_purged"
    point: str
    intervention: str
    redacted: tuple[int, ...] = ()
    """Numbers of the entries whose text went; filled in by whoever keeps the log."""
    seals: tuple[str, ...] = ()
    """For each of them the hash that what is left of it has behind the entry before it."""
    others: tuple[str, ...] | None = None
    """Ids of entries that are of no point and say the same: their text goes with it."""


@record
class BandsSet(Event):
    """From how many delegations on the report says which word."""

    name: ClassVar[str] = "bands_set"
    words: tuple[str, ...]
    at_least: tuple[int, ...]
    """As many, ascending."""
    has_most: bool = True
    """Whether more than half of those who spoke on a point are "most"."""


@record
class ChecklistTicked(Event):
    """Something on the checklist was looked at and stays as it is, or is open again."""

    name: ClassVar[str] = "checklist_ticked"
    subject: str
    """As the checklist has it: id of an intervention, a point, an item; the name."""
    kinds: tuple[str, ...]
    """What was open on it."""
    holds: bool = True


@record
class ReportFinalised(Event):
    """The report is no longer a draft."""

    name: ClassVar[str] = "report_finalised"
    open_points: int = 0
    """What the checklist still held when somebody insisted."""


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


def silenced(event: SomeEvent) -> SomeEvent:
    """What is left of an event of no point that said what was purged: that it was."""
    said = [name for name in PEOPLES_TEXTS if isinstance(getattr(event, name, None), str)]
    return replace(event, **dict.fromkeys(said, "")) if said else event


def without_text(event: SomeEvent, point: str) -> SomeEvent:
    """What is left of an event when its point is purged: that it was, and no word of it.

    The kind and the id of a proposal stay, as ids are counted by them; events of other points, and
    of no point, are left as they are.
    """
    if isinstance(event, ItemNoted) and event.point == point:
        return replace(event, text="", questions=(), audience="off-record", topics=())
    if isinstance(event, PointNoted | PointCorrected) and event.point == point:
        return replace(
            event,
            text="",
            questions=(),
            stance="none",
            audience="off-record",
            not_asked=(),
            topics=(),
            proposals=(),
            stance_on=None,
        )
    return event
