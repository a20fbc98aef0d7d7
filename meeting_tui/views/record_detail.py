"""One event in full: everything the log holds of it, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.limits import LimitExtended
from meeting_tui.meeting.notes import ItemNoted, PointNoted, noted, point_line
from meeting_tui.meeting.telling import span
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Glance
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line
from meeting_tui.views.record import RecordBook
from meeting_tui.views.top import day_text
from meeting_tui.views.wrapped import wrap

LABEL_CELLS = 14

_VALUES = {"via", "capacity", "stance", "audience", "scope", "cause"}
_USUALLY_SO = ("known", "holds", "here", "group_known", "is_member")
"""Fields that say something only where they are not true."""
_SAID_BY_OTHERS = {"display_name", "not_asked", "seals"}


def detail_lines(glance: Glance, book: RecordBook, entry: Entry, width: int) -> list[Line]:
    """Everything about one entry, in lines of `width` cells."""
    row = book.row_of(entry).content
    head = glance.say("record.number_and_time", number=entry.seq, time=_when(glance, entry.at))
    lines = wrap((Piece(head, "heading"),), width)
    told: Line = (Piece(row.told, "strong"),)
    if row.word:
        told = (Piece(f"{row.word} ", "nearly" if row.mark == "undone" else "accent"), *told)
    lines += [*wrap(told, width), EMPTY]
    for label, value in (*_about(glance, book, entry), *_fields(glance, entry)):
        first = (*fit_line((Piece(label, "muted"),), LABEL_CELLS), Piece(" "))
        lines += hanging(first, value, width)
    return lines


def _about(glance: Glance, book: RecordBook, entry: Entry) -> Iterator[tuple[str, str]]:
    """Who entered it and when, what belongs to it, what became of it."""
    by_hand = {"hand": entry.hand, "desk": entry.desk}
    hand = glance.say("record.by_hand", **by_hand) if entry.hand else entry.desk
    yield glance.say("record.detail_by"), hand
    if entry.recorded_at != entry.at:
        yield glance.say("record.detail_recorded"), _when(glance, entry.recorded_at)
    of_act = book.entries_of(entry.act)
    if len(of_act) > 1:
        numbers = {"first": of_act[0].seq, "last": of_act[-1].seq}
        yield glance.say("record.detail_act"), glance.say("record.act_entries", **numbers)
    undone = book.undone_by.get(entry.act)
    if undone:
        time = glance.clock(undone.at, seconds=True)
        by = glance.say(
            "record.undone_by", number=undone.seq, time=time, hand=undone.hand or undone.desk
        )
        yield glance.say("record.detail_undone"), by
    event = entry.event
    if isinstance(event, PointNoted | ItemNoted):
        point = noted(glance.state, event.point)
        if point and point.corrected:
            now = point_line(point) if point.text else glance.say("corrections.nothing_left")
            yield glance.say("record.detail_now"), now
    name = glance.say("record.event_id", name=event.name, id=entry.id)
    yield glance.say("record.detail_event"), name


def _when(glance: Glance, instant: datetime) -> str:
    day = day_text(replace(glance, now=instant), long=False)
    return glance.say("record.when", time=glance.clock(instant, seconds=True), day=day)


def _fields(glance: Glance, entry: Entry) -> Iterator[tuple[str, str]]:
    """The event's own fields that say something."""
    event = entry.event
    for each in fields(event):
        value = getattr(event, each.name)
        is_usual = each.name in _USUALLY_SO
        says_nothing = value is True if is_usual else value in (None, "", (), False)
        if says_nothing or each.name in _SAID_BY_OTHERS:
            continue
        yield glance.say(f"record.field_{each.name}"), _value(glance, event, each.name, value)
    if getattr(event, "not_asked", ()):
        yield glance.say("record.field_not_asked"), ", ".join(getattr(event, "not_asked", ()))


def _value(glance: Glance, event: Event, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return glance.say("record.yes" if value else "record.no")
    if isinstance(value, datetime):
        return _when(glance, value)
    if name in _VALUES:
        return glance.say(f"record.value_{value}")
    written = _WRITTEN.get(name)
    if written:
        return written(glance, event, value)
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return str(value)


def _coded(glance: Glance, event: Event, code: str) -> str:
    name = glance.name(code)
    return name if name == code else f"{name} ({code})"


def _whose(glance: Glance, event: Event, thing: str) -> str:
    """`Mexico (i7)`; the id alone where the state no longer holds it."""
    state, found = glance.state, thing
    if found in state.interventions:
        found = state.interventions[found].inscription
    if found in state.inscriptions:
        return f"{glance.name(state.inscriptions[found].delegation)} ({thing})"
    if found in state.points_of_order:
        return f"{glance.name(state.points_of_order[found].delegation)} ({thing})"
    return thing


def _seconds(glance: Glance, event: Event, seconds: float) -> str:
    sign = "−" if seconds < 0 else "+" if isinstance(event, LimitExtended) else ""
    return glance.say("record.minutes", span=f"{sign}{span(seconds)}")


def _kind(glance: Glance, event: Event, kind: str) -> str:
    """A kind of speech by the rules' own name, a kind of point by ours."""
    if not hasattr(event, "inscription"):
        return glance.say(f"record.value_{kind}")
    found = glance.state.rules.kind(kind)
    return found.name.say(glance.language) if found else kind


def _tier(glance: Glance, event: Event, tier: str) -> str:
    found = glance.state.rules.tier(tier)
    return found.name.say(glance.language) if found else tier


def _item(glance: Glance, event: Event, item: str) -> str:
    found = glance.state.agenda.item(item)
    return f"{item} {found.title.say(glance.language)}" if found else item


def _segment(glance: Glance, event: Event, segment: str) -> str:
    found = glance.state.agenda.segment(segment)
    return f"{segment} {found.title.say(glance.language)}" if found else segment


def _agenda(glance: Glance, event: Event, agenda: Agenda) -> str:
    return agenda.title.say(glance.language)


def _rules(glance: Glance, event: Event, rules: Rules) -> str:
    return rules.name.say(glance.language)


def _group(glance: Glance, event: Event, group: str) -> str:
    return glance.directory.group_name(group, glance.language)


def _aligned(glance: Glance, event: Event, codes: tuple[str, ...]) -> str:
    return ", ".join(glance.name(code) for code in codes)


def _delegation_kind(glance: Glance, event: Event, kind: str) -> str:
    return glance.say(f"screen.kind_{kind}")


_WRITTEN: dict[str, Callable[[Glance, Event, Any], str]] = {
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
