"""Random events and entries, built from what the values and models themselves declare.

A new kind of event is covered by every property test from the moment it exists.
"""

from __future__ import annotations

import types
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from hypothesis import strategies as st
from msgspec import Meta
from msgspec.structs import replace

from meeting_tui.agenda.checks import (
    A_SHARE,
    AN_ID,
    FIRST_YEAR,
    LAST_YEAR,
    UPPER_CASE,
    Frozen,
    in_pydantics_words,
)
from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.session_log.bounds import MOST_TIME

texts_alphabet = st.characters(exclude_categories=["Cs"])
ids = st.text("AZaz09._-", min_size=1, max_size=5)
texts = st.text(texts_alphabet, max_size=20)
"""Any text a file can hold: controls, quotes, Chinese and emoji included."""

# No zone of these changes its clock in this time: instants within a change equal nothing.
_FIRST, _LAST = datetime(2026, 1, 1), datetime(2026, 3, 5)  # noqa: DTZ001 (the zone is drawn)
zones = st.sampled_from(["Europe/Zurich", "Asia/Shanghai", "America/New_York", "UTC"])
instants = st.datetimes(
    _FIRST,
    _LAST,
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-9, minutes=-30))]
    ),
)


def of_type(hint: Any, metadata: tuple[Any, ...] = ()) -> st.SearchStrategy[Any]:
    """Values of a declared type that keep within its constraints."""
    least, shortest, is_id = _constraints(metadata)
    if A_SHARE in metadata:
        return st.sampled_from(("1/3", "12/25", "majority"))
    if is_id:
        return ids.map(str.upper) if UPPER_CASE in metadata else ids
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(texts_alphabet, min_size=shortest, max_size=20),
        bool: st.booleans(),
        int: st.integers(max(least, 0), MOST_TIME),
        float: st.floats(0.05, 0.5),  # within what each figure of the timekeeper may be
        datetime: instants,
        date: st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)),
        type(None): st.none(),
    }
    if hint in plain:
        return plain[hint]
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return of_type(parts[0], parts[1:])
    if origin in (Union, types.UnionType):
        return st.one_of([of_type(part) for part in parts])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is tuple:
        return st.lists(of_type(parts[0]), min_size=shortest, max_size=2).map(tuple)
    if issubclass(hint, Frozen):
        return models(hint)
    raise TypeError(f"no values are known for {hint}")


def _constraints(metadata: tuple[Any, ...]) -> tuple[int, int, bool]:
    """Least number, shortest length, and whether it is an id (a text with a pattern)."""
    told: dict[str, int] = {}
    for mark in metadata:
        told.update(in_pydantics_words(mark) if isinstance(mark, Meta) else {})
    return told.get("ge", 0), told.get("min_length", 0), AN_ID in metadata


@cache
def models(kind: type[Frozen]) -> st.SearchStrategy[Frozen]:
    """Models of that kind, valid by their own declaration."""
    hints = get_type_hints(kind, include_extras=True)
    values = {name: of_type(hints[name]) for name in kind.__struct_fields__}
    bounded = [name for name in values if name in TIMEKEEPER_BOUNDS and hints[name] is float]
    values |= {name: st.floats(*TIMEKEEPER_BOUNDS[name]) for name in bounded}
    if kind is Agenda:
        return st.builds(kind, **{**values, "zone": zones}).map(_in_zone)
    return st.builds(kind, **values)


def _in_zone(agenda: Agenda) -> Agenda:
    zone = ZoneInfo(agenda.zone)
    sittings = [
        replace(sitting, start=sitting.start.astimezone(zone), end=sitting.end.astimezone(zone))
        for sitting in agenda.sittings
    ]
    return replace(agenda, sittings=tuple(sittings))


def events(kind: type[Event]) -> st.SearchStrategy[Event]:
    """Events of that kind."""
    return _named(kind.name)


@cache
def _named(name: str) -> st.SearchStrategy[Event]:
    kind = next(kind for kind in EVENTS if kind.name == name)
    hints = get_type_hints(kind)
    values = {name: of_type(hints[name]) for name in kind.__struct_fields__}
    if "file" in values:
        values["file"] = ids.filter(lambda name: name.strip("."))
    return st.builds(kind, **values)


def entries(kind: type[Event] | None = None, seq: int | None = None) -> st.SearchStrategy[Entry]:
    """Entries with an event of that kind, or of any."""
    return st.builds(
        Entry,
        seq=st.integers(1, 2**40) if seq is None else st.just(seq),
        id=texts,
        act=texts,
        at=instants,
        recorded_at=instants,
        desk=texts,
        hand=texts,
        event=events(kind) if kind else st.one_of([events(kind) for kind in EVENTS]),
    )
