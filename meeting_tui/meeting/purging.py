"""Removing for good what was said off the record, on purpose and by name.

Only the trace stays: that something was noted, on which intervention, by whom, and that it went.
What says the same elsewhere goes with it, whether it was taken back or not.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.declared import Act, Seat, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted
from meeting_tui.meeting.purged_points import PEOPLES_TEXTS, PointPurged
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.syntax import insisted, point
from meeting_tui.text import fold


class PurgePoint(Command, frozen=True):
    """That what a point said may not stay."""

    point: str
    insist: bool = False
    """It was asked and is meant."""


_OF_POINTS = PointNoted | ItemNoted | PointCorrected


def purge(meeting: Meeting, command: PurgePoint, now: datetime) -> tuple[Event, ...] | Refusal:
    """Remove a point that is off the record, also one that was taken back; it asks first."""
    told = [
        each.event
        for each in meeting.entries
        if isinstance(each.event, _OF_POINTS) and each.event.point == command.point
    ]
    if not told or not any(each.text for each in told):
        return refuse("purged_already" if told else "no_such_point", point=command.point)
    point = noted(meeting.state, command.point)
    audience = point.audience if point else told[-1].audience
    if audience != "off-record":
        return refuse("purge_needs_off_record", point=command.point)
    texts = {_plain(each.text) for each in told if each.text}
    points = _points_saying(meeting, texts, command.point)
    others = tuple(each.id for each in meeting.entries if _says(each, texts))
    if not command.insist:
        if len(points) > 1 or others:
            also = ", ".join((*points[1:], *others))
            return refuse("purge_asks_also", point=command.point, also=also)
        return refuse("purge_asks", point=command.point)
    return tuple(
        PointPurged(each, _noted_on(meeting, each), others=others or None if n == 0 else None)
        for n, each in enumerate(points)
    )


def _points_saying(meeting: Meeting, texts: set[str], first: str) -> list[str]:
    """The points that said one of the texts at any time, the one asked for first."""
    told = (each.event for each in meeting.entries if isinstance(each.event, _OF_POINTS))
    saying = (each.point for each in told if each.text and _plain(each.text) in texts)
    return list(dict.fromkeys((first, *saying)))


def _says(entry: Entry, texts: set[str]) -> bool:
    """Whether an entry of no point says one of the texts, or has it as a paragraph."""
    if isinstance(entry.event, _OF_POINTS):
        return False
    said = (getattr(entry.event, name, None) for name in PEOPLES_TEXTS)
    return any(
        _plain(part) in texts for text in said if isinstance(text, str) for part in text.split("\n")
    )


def _noted_on(meeting: Meeting, point: str) -> str:
    """The intervention a point was noted on; empty for an item itself."""
    noted_as = (each.event for each in meeting.entries if isinstance(each.event, PointNoted))
    return next((each.intervention for each in noted_as if each.point == point), "")


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


ACTS = (
    Act(
        "purge",
        "record",
        {PurgePoint: purge},
        (point(), insisted()),
        When.EVER,
        Seat.NOTES,
        events=(PointPurged,),
        of_log=True,
    ),
)
