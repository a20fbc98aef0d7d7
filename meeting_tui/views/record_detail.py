"""One event in full: everything the log holds of it, in words, and what Enter offers on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.attributions import times_typed
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.limits import LimitExtended
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted, point_line
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import unknown_names
from meeting_tui.meeting.undo import is_own
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line, hanging, wrap
from meeting_tui.views.record import RecordBook
from meeting_tui.views.top import day_text

LABEL_CELLS = 14

_VALUES = {"via", "capacity", "stance", "audience", "scope", "cause"}
_USUALLY_SO = ("known", "holds", "here", "group_known", "is_member")
"""Fields that say something only where they are not true."""
_SAID_BY_OTHERS = {"display_name", "not_asked", "seals"}


def detail_lines(look: Look, book: RecordBook, entry: Entry, width: int) -> list[Line]:
    """Everything about one entry, in lines of `width` cells."""
    row = book.row_of(entry).content
    head = look.say("record.number_and_time", number=entry.seq, time=_when(look, entry.at))
    lines = wrap((Piece(head, "heading"),), width)
    told: Line = (Piece(row.told, "strong"),)
    if row.word:
        told = (Piece(f"{row.word} ", "nearly" if row.mark == "undone" else "accent"), *told)
    lines += [*wrap(told, width), EMPTY]
    for label, value in (*_about(look, book, entry), *_fields(look, entry)):
        first = (*fit_line((Piece(label, "muted"),), LABEL_CELLS), Piece(" "))
        lines += hanging(first, value, width)
    return lines


def _about(look: Look, book: RecordBook, entry: Entry) -> Iterator[tuple[str, str]]:
    """Who entered it and when, what belongs to it, what became of it."""
    by_hand = {"hand": entry.hand, "desk": entry.desk}
    hand = look.say("record.by_hand", **by_hand) if entry.hand else entry.desk
    yield look.say("record.detail_by"), hand
    if entry.recorded_at != entry.at:
        yield look.say("record.detail_recorded"), _when(look, entry.recorded_at)
    of_act = book.entries_of(entry.act)
    if len(of_act) > 1:
        numbers = {"first": of_act[0].seq, "last": of_act[-1].seq}
        yield look.say("record.detail_act"), look.say("record.act_entries", **numbers)
    undone = book.undone_by.get(entry.act)
    if undone:
        time = look.clock(undone.at, seconds=True)
        by = look.say(
            "record.undone_by", number=undone.seq, time=time, hand=undone.hand or undone.desk
        )
        yield look.say("record.detail_undone"), by
    event = entry.event
    if isinstance(event, PointNoted | ItemNoted):
        point = noted(look.state, event.point)
        if point and point.corrected:
            now = point_line(point) if point.text else look.say("corrections.nothing_left")
            yield look.say("record.detail_now"), now
    name = look.say("record.event_id", name=event.name, id=entry.id)
    yield look.say("record.detail_event"), name


def _when(look: Look, instant: datetime) -> str:
    day = day_text(replace(look, now=instant), long=False)
    return look.say("record.when", time=look.clock(instant, seconds=True), day=day)


def _fields(look: Look, entry: Entry) -> Iterator[tuple[str, str]]:
    """The event's own fields that say something."""
    event = entry.event
    for name in event.__struct_fields__:
        value = getattr(event, name)
        is_usual = name in _USUALLY_SO
        says_nothing = value is True if is_usual else value in (None, "", (), False)
        if says_nothing or name in _SAID_BY_OTHERS:
            continue
        yield look.say(f"record.field_{name}"), _value(look, event, name, value)
    if getattr(event, "not_asked", ()):
        yield look.say("record.field_not_asked"), ", ".join(getattr(event, "not_asked", ()))


def _value(look: Look, event: Event, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return look.say("record.yes" if value else "record.no")
    if isinstance(value, datetime):
        return _when(look, value)
    if name in _VALUES:
        return look.say(f"record.value_{value}")
    written = _WRITTEN.get(name)
    if written:
        return written(look, event, value)
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return str(value)


def _coded(look: Look, event: Event, code: str) -> str:
    name = look.name(code)
    return name if name == code else f"{name} ({code})"


def _whose(look: Look, event: Event, thing: str) -> str:
    """`Mexico (i7)`; the id alone where the state no longer holds it."""
    state, found = look.state, thing
    if found in state.interventions:
        found = state.interventions[found].inscription
    if found in state.inscriptions:
        return f"{look.name(state.inscriptions[found].delegation)} ({thing})"
    if found in state.points_of_order:
        return f"{look.name(state.points_of_order[found].delegation)} ({thing})"
    return thing


def _seconds(look: Look, event: Event, seconds: float) -> str:
    sign = "−" if seconds < 0 else "+" if isinstance(event, LimitExtended) else ""
    return look.say("record.minutes", span=f"{sign}{span(seconds)}")


def _kind(look: Look, event: Event, kind: str) -> str:
    """A kind of speech by the rules' own name, a kind of point by ours."""
    if not hasattr(event, "inscription"):
        return look.say(f"record.value_{kind}")
    found = look.state.rules.kind(kind)
    return found.name.say(look.language) if found else kind


def _tier(look: Look, event: Event, tier: str) -> str:
    found = look.state.rules.tier(tier)
    return found.name.say(look.language) if found else tier


def _item(look: Look, event: Event, item: str) -> str:
    found = look.state.agenda.item(item)
    return f"{item} {found.title.say(look.language)}" if found else item


def _segment(look: Look, event: Event, segment: str) -> str:
    found = look.state.agenda.segment(segment)
    return f"{segment} {found.title.say(look.language)}" if found else segment


def _agenda(look: Look, event: Event, agenda: Agenda) -> str:
    return agenda.title.say(look.language)


def _rules(look: Look, event: Event, rules: Rules) -> str:
    return rules.name.say(look.language)


def _group(look: Look, event: Event, group: str) -> str:
    return look.directory.group_name(group, look.language)


def _aligned(look: Look, event: Event, codes: tuple[str, ...]) -> str:
    return ", ".join(look.name(code) for code in codes)


def _delegation_kind(look: Look, event: Event, kind: str) -> str:
    return look.say(f"screen.kind_{kind}")


_WRITTEN: dict[str, Callable[[Look, Event, Any], str]] = {
    **dict.fromkeys(("inscription", "intervention", "point_of_order", "first", "second"), _whose),
    **dict.fromkeys(("seconds", "limit_seconds"), _seconds),
    "delegation": _coded,
    "delegation_kind": _delegation_kind,
    "kind": _kind,
    "tier": _tier,
    "item": _item,
    "segment": _segment,
    "agenda": _agenda,
    "rules": _rules,
    "group": _group,
    "aligned": _aligned,
}


class Offer(Struct, frozen=True):
    """A line to begin with, and what to say about it."""

    line: str
    """Empty when nothing can be done about the event."""
    sentence: str


def offer(look: Look, meeting: Meeting, book: RecordBook, entry: Entry) -> Offer:
    """What can be done about an event now."""
    event, state = entry.event, meeting.state
    if entry.act in book.undone_by:
        if meeting.undone_acts and meeting.undone_acts[-1] == entry.act:
            what = book.told_of(entry.act)
            return Offer("redo", look.say("record.would_bring_back", what=what))
        return Offer("", look.say("record.is_undone"))
    point = noted(state, str(getattr(event, "point", "")))
    if isinstance(event, PointNoted | ItemNoted | PointCorrected) and point:
        now = point_line(point)
        sentence = look.say("record.would_correct", point=event.point)
        return Offer(f"correct {event.point} {now}", sentence)
    name = str(getattr(event, "delegation", ""))
    if getattr(event, "known", True) is False and name in unknown_names(state):
        sentence = look.say("record.would_identify", name=name)
        return Offer(f'identify "{name}" as ', sentence)
    own = (act for act in reversed(meeting.done_acts) if is_own(act, look.desk))
    if entry.act in (next(own, ""), *meeting.done_acts[-1:]):
        what, is_mine = book.told_of(entry.act), is_own(entry.act, look.desk)
        line = "undo" if is_mine else f"undo {entry.hand or entry.desk}"
        return Offer(line, look.say("record.would_take_back", what=what))
    return _statement_put_right(look, event) or Offer("", look.say("record.only_latest"))


def _statement_put_right(look: Look, event: Event) -> Offer | None:
    """On who had the floor: whose it was; on its end: its times. Once the statement is over."""
    if not isinstance(event, FloorGiven | FloorYielded):
        return None
    turn = look.state.interventions.get(event.intervention)
    if turn is None or turn.yielded_at is None:
        return None
    number = turn.number
    if isinstance(event, FloorGiven):
        return Offer(f"attribute {number} ", look.say("corrections.would_attribute", n=number))
    times = " ".join(times_typed(look.state, turn))
    return Offer(f"times {number} {times}", look.say("corrections.would_time", n=number))
