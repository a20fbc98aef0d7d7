"""The session log as a table of events, with everything that may leave and nothing that may not.

Rows are not numbered as in the log and an undo of a withheld note is withheld with it, so that no
gap tells that something was said off the record.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.point_of_order import PointOfOrderRaised
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.report.read_model import REPORTED, EventLine
from meeting_tui.report.speaking_of import speaking_of

_SUBJECTS = ("point", "point_of_order", "decision", "document", "intervention", "inscription")
_TEXTS = ("text", "ruling", "about", "reason")
_IN_COLUMNS = {"item", "segment", "delegation", "act", "display_name", *_SUBJECTS, *_TEXTS}


def event_lines(meeting: Meeting) -> tuple[EventLine, ...]:
    """Every entry that may leave, in the order of the log; `is_taken_back` marks undone acts."""
    origins, zone = _Origins(meeting), meeting.state.agenda.time_zone
    told = proposals_made(meeting.state, REPORTED)
    withheld = _withheld_points(meeting, told)
    kept = [_told(each, told) for each in meeting.entries if not _is_of(each.event, withheld)]
    acts = {each.act for each in kept}
    undone = {each.event.act for each in meeting.entries if isinstance(each.event, ActUndone)}
    undone -= set(meeting.done_acts)
    return tuple(
        _line(each, origins, zone, is_taken_back=each.act in undone)
        for each in kept
        if not isinstance(each.event, ActUndone | ActRedone) or each.event.act in acts
    )


def _withheld_points(meeting: Meeting, told: Container[str]) -> set[str]:
    """Points that were ever, if only by mistake, for others than the report, or were taken back.

    So are those that only took a position on a proposal that is not `told`.
    """
    done = set(meeting.done_acts)
    return {
        each.event.point
        for each in meeting.entries
        if isinstance(each.event, PointNoted | PointCorrected | ItemNoted)
        and (
            each.event.audience not in REPORTED
            or each.act not in done
            or _is_silent(each.event, told)
        )
    }


def _is_silent(event: PointNoted | PointCorrected | ItemNoted, told: Container[str]) -> bool:
    return not isinstance(event, ItemNoted) and speaking_of(event, told) is None


def _told(entry: Entry, told: Container[str]) -> Entry:
    """The entry without proposals that are not `told`."""
    if not isinstance(entry.event, PointNoted | PointCorrected):
        return entry
    return replace(entry, event=speaking_of(entry.event, told) or entry.event)


def _is_of(event: Event, points: set[str]) -> bool:
    return getattr(event, "point", None) in points


class _Origins:
    """Of whom and of which item an id is, those of undone acts included."""

    def __init__(self, meeting: Meeting) -> None:
        self._state = meeting.state
        self._inscribed: dict[str, Inscribed] = {}
        self._raised: dict[str, str] = {}
        self._given: dict[str, FloorGiven] = {}
        self._noted: dict[str, str] = {}
        for each in meeting.entries:
            event = each.event
            if isinstance(event, Inscribed):
                self._inscribed[event.inscription] = event
            elif isinstance(event, FloorGiven):
                self._given[event.intervention] = event
            elif isinstance(event, PointNoted):
                self._noted[event.point] = event.intervention
            elif isinstance(event, PointOfOrderRaised):
                self._raised[event.point_of_order] = event.delegation

    def delegation(self, event: Event) -> str:
        """The delegation an event is of, as it is known now; empty for none."""
        given = self._intervention(event)
        asked = _value(event, "inscription") or (given.inscription if given else "")
        raised = _value(event, "point_of_order")
        if asked in self._state.inscriptions:
            return self._state.inscriptions[asked].delegation
        if asked in self._inscribed:
            return self._inscribed[asked].delegation
        if raised in self._state.points_of_order:
            return self._state.points_of_order[raised].delegation
        return self._raised.get(raised) or _value(event, "delegation")

    def place(self, event: Event, name: str) -> str:
        """The `item` or `segment` an event belongs to; empty for none."""
        given = self._intervention(event)
        asked = self._inscribed.get(_value(event, "inscription"))
        holders: tuple[Event | None, ...] = (event, given, asked)
        return next((value for each in holders if each and (value := _value(each, name))), "")

    def _intervention(self, event: Event) -> FloorGiven | None:
        noted_on = self._noted.get(_value(event, "point"), "")
        return self._given.get(_value(event, "intervention") or noted_on)


def _line(entry: Entry, origins: _Origins, zone: ZoneInfo, *, is_taken_back: bool) -> EventLine:
    event = entry.event
    return EventLine(
        at=entry.at,
        recorded_at=entry.recorded_at,
        desk=entry.desk,
        hand=entry.hand,
        event=event.name,
        item=origins.place(event, "item"),
        segment=origins.place(event, "segment"),
        delegation=origins.delegation(event),
        subject=_first(event, _SUBJECTS),
        text=_first(event, _TEXTS),
        details=_details(event, zone),
        is_taken_back=is_taken_back,
    )


def _first(event: Event, names: tuple[str, ...]) -> str:
    return next((value for name in names if (value := _value(event, name))), "")


def _details(event: Event, zone: ZoneInfo) -> str:
    if isinstance(event, SessionStarted):
        return f"session={event.session}; agenda={event.agenda.id}; rules={event.rules.id}"
    held = ((name, getattr(event, name)) for name in event.__struct_fields__)
    return "; ".join(
        f"{name}={_plain(value, zone)}" for name, value in held if name not in _IN_COLUMNS and value
    )


def _plain(value: object, zone: ZoneInfo) -> str:
    if isinstance(value, tuple):
        return " ".join(str(each) for each in value)
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(event: Event, name: str) -> str:
    value = getattr(event, name, None)
    return value if isinstance(value, str) else ""
