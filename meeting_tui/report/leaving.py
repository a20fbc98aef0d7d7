"""What of the session log may leave: no word of what was struck, withheld or taken back.

A position on a proposal that was made off the record would tell by its `r1` that there was one: so
the tag goes, a stance that was on nothing else with it, and a point that said no more than that.
Events are not numbered as in the log, and an undo of a withheld note is withheld with it, so that
no gap tells that something was said off the record.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event, SessionStarted
from meeting_tui.meeting.facts import STANCES, Correction, Point, Struck
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, is_bare
from meeting_tui.meeting.point_marks import recorded
from meeting_tui.meeting.point_of_order import PointOfOrderRaised
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.patterns import late_pattern

OFF_RECORD = "off-record"
"""The audience whose points leave in nothing."""
LEAVING = ("report", "internal")
"""Audiences whose points leave at all; `internal` ones in JSON alone."""
REPORTED = ("report",)
"""Audiences whose points may stand in a text that is handed on."""

_Noted = TypeVar("_Noted", bound=Point | PointNoted | PointCorrected)
_PROPOSAL = late_pattern(r"r\d+")
_NOT_TOLD = frozenset(f"/{each}" for each in LEAVING if each not in REPORTED) | {"/off-record"}
_SUBJECTS = ("point", "point_of_order", "decision", "document", "intervention", "inscription")
_TEXTS = ("text", "ruling", "about", "reason")
_IN_COLUMNS = {"item", "segment", "delegation", "act", "display_name", *_SUBJECTS, *_TEXTS}


def speaking_of(point: _Noted, told: Container[str]) -> _Noted | None:
    """The point with no proposals among its tags but those of `told`; None where nothing is left.

    The same point comes back where all of them are.
    """
    kept = tuple(each for each in point.proposals if each in told)
    if kept == point.proposals:
        return point
    objects = tuple(
        each for each in point.stance_on or () if each not in point.proposals or each in told
    )
    point = replace(point, stance_on=objects or None)
    tags = (*point.questions, *point.topics, *kept)
    if is_bare(point):
        text = recorded(point.stance, tags) if point.text else ""
        return replace(point, proposals=kept, text=text) if tags else None
    return replace(point, proposals=kept, stance=point.stance if tags else STANCES[0])


def corrections_speaking_of(
    corrections: Iterable[Correction], agenda: Agenda, told: Container[str]
) -> tuple[Correction, ...]:
    """The same for what was corrected; without those that changed nothing but what is not told."""
    found = []
    for each in corrections:
        before, after = (_typed(line, agenda, told) for line in (each.before, each.after))
        if each.what != "point" or (before, after) == (each.before, each.after):
            found.append(each)
        elif before != after:
            found.append(replace(each, before=before, after=after))
    return tuple(found)


def _typed(line: str, agenda: Agenda, told: Container[str]) -> str:
    """A point as it is typed, tags and marks before its text."""
    words = line.split(" ")
    leading, is_closed = 0, False
    while leading < len(words) and not is_closed and _is_leading(words[leading], agenda):
        is_closed = words[leading].endswith(":")
        leading += 1
    before, text = [each.removesuffix(":") for each in words[:leading]], " ".join(words[leading:])
    kept = [each for each in before if not _PROPOSAL.fullmatch(each) or each in told]
    if kept == before:
        return line
    for stance in STANCES[1:]:
        if text == recorded(stance, _tags(before)):
            text = recorded(stance, _tags(kept))
    if is_closed and kept:
        kept[-1] += ":"
    return " ".join([*kept, text])


def _is_leading(word: str, agenda: Agenda) -> bool:
    """Whether it is a mark or a tag; a tag may have a colon behind it, which ends the tags."""
    tag = word.removesuffix(":")
    is_tag = agenda.question(tag) or agenda.topic(tag) or _PROPOSAL.fullmatch(tag)
    return bool(is_tag) or word.startswith("/")


def _tags(words: list[str]) -> tuple[str, ...]:
    return tuple(each for each in words if not each.startswith("/"))


def strikes(state: MeetingState) -> tuple[Correction, ...]:
    """Each with its reason after it, and before it where the point was: `on 7`, `on item 3`.

    A statement has its number for its subject and nothing before it. Points struck with their
    statement are not told by themselves, and none that was ever for others than the report.
    """
    found = []
    hidden = {
        each.subject
        for each in state.corrections
        if not _NOT_TOLD.isdisjoint(f"{each.before} {each.after}".split())
    }
    for key, each in state.struck.items():
        if each.intervention is not None:
            found.append(_strike(each, str(each.intervention.number), ""))
        elif each.point is not None and each.point.audience in REPORTED and key not in hidden:
            place = _place(state, each.point)
            if place:
                found.append(_strike(each, key, place))
    return tuple(found)


def _strike(struck: Struck, subject: str, place: str) -> Correction:
    return Correction(struck.at, struck.author, "strike", subject, place, struck.reason)


def _place(state: MeetingState, point: Point) -> str:
    """Nothing where the statement itself was struck."""
    if not point.intervention:
        return f"on item {point.item}"
    turn = state.interventions.get(point.intervention)
    return f"on {turn.number}" if turn else ""


class EventLine(Struct, frozen=True):
    """One entry of the session log, as it leaves."""

    at: datetime
    recorded_at: datetime
    desk: str
    hand: str
    event: str
    """Name of the event in the log: `floor_given`."""
    item: str
    segment: str
    delegation: str
    """Code, or the name as typed; empty where the event is of no delegation."""
    subject: str
    """Id of the inscription, intervention, point ... it is about."""
    text: str
    """What people wrote."""
    details: str
    """What else the event holds, as `field=value` parted by semicolons."""
    is_taken_back: bool
    """Its act was undone and not redone."""


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
