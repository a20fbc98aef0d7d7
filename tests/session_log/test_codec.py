"""An entry is read back as it was written, and nothing else is read at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.model import Sitting
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.clock_gaps import ClockJumped
from meeting_tui.meeting.decisions import DocumentReceived
from meeting_tui.meeting.entry import SCHEMA_VERSION, Event, SessionStarted
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.items import ItemOpened
from meeting_tui.meeting.limits import LimitExtended
from meeting_tui.session_log import codec
from meeting_tui.session_log.chain import GENESIS, link
from meeting_tui.session_log.codec import (
    UPCASTS,
    NewerSchema,
    canonical,
    decode,
    decode_bytes,
    encode,
    parse,
    upcast,
)
from tests.session_log.meeting_day import ZURICH, entry, meeting_day, turn
from tests.strategies import entries, texts


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.name)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_decoding_is_the_inverse_of_encoding(kind: type[Event], data: st.DataObject) -> None:
    written = data.draw(entries(kind))

    content = canonical(encode(written))

    assert decode_bytes(content) == written
    assert canonical(encode(decode_bytes(content))) == content
    assert canonical(parse(content)) == content


def test_names_of_events_are_unique() -> None:
    assert len({kind.name for kind in EVENTS}) == len(EVENTS)
    assert all(kind.name for kind in EVENTS)


def test_plain_values_are_what_a_reader_expects() -> None:
    inscribed = encode(turn(4)[0])

    assert inscribed["schema"] == SCHEMA_VERSION
    assert inscribed["at"] == "2026-03-19T09:04:00.000004Z"
    assert inscribed["name"] == "inscribed"
    assert isinstance(inscribed["what"], dict)
    assert inscribed["what"]["aligned"] == []
    assert "group" not in inscribed["what"]


def test_an_absent_value_without_default_reads_as_none() -> None:
    written = entry(1, DocumentReceived("d-1", "MEX", "Mexico", None, "a text"))

    assert "item" not in str(encode(written)["what"])
    assert decode(encode(written)) == written


def test_a_whole_number_of_seconds_is_spelled_as_a_float() -> None:
    assert b'"seconds":3.0' in canonical(encode(entry(1, ClockJumped("sleep", 3))))


def test_sittings_come_back_in_the_zone_of_the_agenda() -> None:
    started = decode(encode(meeting_day(0)[0])).event

    assert isinstance(started, SessionStarted)
    assert started.agenda.sittings[0].start.tzinfo == ZURICH
    assert started.agenda.sittings[0].start.hour == 10


@pytest.mark.parametrize("zone", ["No/Where", "../zone", ""])
def test_a_zone_this_machine_lacks_is_no_reason_to_refuse_a_log(zone: str) -> None:
    content: dict[str, Any] = encode(meeting_day(0)[0])
    content["what"]["agenda"]["zone"] = zone

    started = decode(content).event

    assert isinstance(started, SessionStarted)
    assert started.agenda.sittings[0].start.hour == 10


def test_an_instant_in_any_zone_is_kept_as_utc() -> None:
    shanghai = datetime(2026, 3, 19, 17, tzinfo=ZoneInfo("Asia/Shanghai"))
    written = turn(4)[0]
    moved = type(written)(4, "a", "a", shanghai, shanghai, "a", "b", written.event)

    assert encode(moved)["at"] == "2026-03-19T09:00:00Z"
    assert decode(encode(moved)).at.tzinfo is UTC


def test_an_instant_without_zone_is_not_logged() -> None:
    naive = datetime(2026, 3, 19, 9)  # noqa: DTZ001 (the defect under test)
    with pytest.raises(ValueError, match="without a zone"):
        encode(type(turn(4)[0])(1, "a", "a", naive, naive, "a", "b", ItemOpened("4")))


def test_a_value_of_a_foreign_type_is_not_logged() -> None:
    with pytest.raises(ValueError, match="a set cannot be logged"):
        encode(entry(1, ItemOpened({"4"})))  # type: ignore[arg-type]


@pytest.mark.parametrize("seconds", [float("nan"), float("inf")])
def test_a_number_that_is_none_is_not_logged(seconds: float) -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical(encode(entry(1, ClockJumped("sleep", seconds))))


def what(**values: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda content: {**content, "what": {**content["what"], **values}}


def top(**values: object) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda content: {**content, **values}


def without(key: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda content: {name: value for name, value in content.items() if name != key}


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (top(hnad="x"), "event 4: unknown key 'hnad'"),
        (what(vai="desk"), "event 4: inscribed: unknown key 'vai'"),
        (what(via=3), "event 4: inscribed.via: Input should be a valid string"),
        (what(known="yes"), "event 4: inscribed.known: Input should be a valid boolean"),
        (what(aligned=["ALB", 3]), "event 4: inscribed.aligned.1: Input should be a valid string"),
        (without("act"), "event 4: act is missing"),
        (without("schema"), "event 4: schema is not a version: None"),
        (top(schema="1"), "event 4: schema is not a version: '1'"),
        (top(schema=True), "event 4: schema is not a version: True"),
        (top(schema=-1), "event 4: schema is not a version: -1"),
        (top(seq=0), "event 0: seq is not a number from 1"),
        (top(seq="4"), "event 4: seq is not a number from 1"),
        (top(hand=None), "event 4: hand is not a text"),
        (top(at=5), "event 4: at is not an instant: 5"),
        (top(at="noon"), "event 4: at is not an instant: 'noon'"),
        (top(at="2026-03-19T09:00:00"), "event 4: at has no zone: '2026-03-19T09:00:00'"),
        (top(name="inscripted"), "event 4: there is no event called 'inscripted'"),
        (top(what=[]), "event 4: inscribed is not a table"),
        (what(via="\ud800"), "event 4: inscribed: "),
    ],
)
def test_damage_is_refused_with_its_place(
    damage: Callable[[dict[str, Any]], dict[str, Any]], said: str
) -> None:
    with pytest.raises(LogDamaged) as refused:
        decode(damage(dict(encode(turn(4)[0]))))

    assert str(refused.value).startswith(said)


def test_an_unknown_key_deep_in_the_agenda_is_refused() -> None:
    content: dict[str, Any] = encode(meeting_day(0)[0])
    content["what"]["agenda"]["items"][0]["titel"] = "x"

    with pytest.raises(LogDamaged, match=r"session_started\.agenda\.items\.0\.titel"):
        decode(content)


@pytest.mark.parametrize("seconds", [10**400, 1e999, True, "3"])
def test_a_number_that_is_none_is_not_read(seconds: object) -> None:
    content: dict[str, Any] = encode(entry(1, ClockJumped("sleep", 3)))
    content["what"]["seconds"] = seconds

    with pytest.raises(LogDamaged, match="event 1: clock_jumped"):
        decode(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff",
        b"[" * 100_000,
        b'{"a":NaN}',
        b'{"a":"\\ud800"}',
        '{"a":1}'.encode("utf-16"),
    ],
)
def test_what_is_no_table_is_damage(content: bytes) -> None:
    with pytest.raises(LogDamaged):
        decode_bytes(content)


@given(texts, st.text(max_size=9))
def test_any_text_in_a_content_is_an_entry_or_damage(name: str, at: str) -> None:
    content = {**encode(entry(1, LimitExtended("v-1", 60))), "name": name, "at": at}

    with pytest.raises(LogDamaged):
        decode(content)


def test_a_newer_log_is_named_as_such() -> None:
    with pytest.raises(NewerSchema, match=f"schema {SCHEMA_VERSION + 1}") as refused:
        decode({**encode(turn(4)[0]), "schema": SCHEMA_VERSION + 1})

    assert refused.value.schema == SCHEMA_VERSION + 1


def test_every_older_version_has_its_upcast() -> None:
    assert sorted(UPCASTS) == list(range(SCHEMA_VERSION))


def test_version_0_gets_a_hand_and_a_way() -> None:
    old = dict(encode(turn(4)[0]))
    old["schema"] = 0
    del old["hand"]
    assert isinstance(old["what"], dict)
    old["what"] = {("route" if key == "via" else key): v for key, v in old["what"].items()}

    lifted = upcast(old)

    assert decode(old).hand == "desk-1"
    assert lifted["what"]["via"] == "desk"
    assert "route" in old["what"]


def test_what_our_program_wrote_is_read_without_pydantic() -> None:
    codec._adapter.cache_clear()

    for each in meeting_day():
        assert decode(encode(each)) == each

    assert codec._adapter.cache_info().currsize == 0


EVERY_KIND = Path(__file__).with_name("fixtures") / "every-kind.log"
"""Two entries of each kind of version 2 as they were stored: the hash, a blank, the content."""


def test_a_log_of_every_kind_that_was_stored_once_opens_unchanged() -> None:
    codec._adapter.cache_clear()
    names, before = set(), GENESIS
    for line in EVERY_KIND.read_bytes().splitlines():
        kept, content = line[:64].decode(), line[65:]
        read = decode_bytes(content)

        assert canonical(encode(read)) == content
        assert link(before, content) == kept
        names.add(read.event.name)
        before = kept

    assert len(names) == 69
    assert codec._adapter.cache_info().currsize == 0


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.name)
@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_the_careful_reading_and_the_quick_one_say_the_same(
    kind: type[Event], data: st.DataObject
) -> None:
    content = canonical(encode(data.draw(entries(kind))))

    assert codec._read_carefully(parse(content)) == codec._as_written(content)


@pytest.mark.parametrize(("year", "zone"), [(1919, "Europe/Amsterdam"), (1960, "Africa/Monrovia")])
def test_a_plan_of_a_time_when_zones_had_seconds_is_read(year: int, zone: str) -> None:
    first = meeting_day(0)[0]
    assert isinstance(first.event, SessionStarted)
    start = datetime(year, 3, 19, 10, tzinfo=ZoneInfo(zone))
    sitting = Sitting("1", start, start + timedelta(hours=3))
    plan = replace(first.event.agenda, zone=zone, sittings=(sitting,))
    written = replace(first, event=replace(first.event, agenda=plan))

    content = canonical(encode(written))

    assert start.isoformat().count(":") == 4  # with the seconds of the offset
    assert decode_bytes(content) == written
    assert canonical(encode(decode_bytes(content))) == content


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"sittings": "none"}, "agenda.sittings: Input should be a valid array"),
        ({"sittings": [3]}, "agenda.sittings.0: Input should be an object"),
        (
            {"sittings": [{"id": "1", "start": "Then+01:00:00", "end": "T9+01:00:00"}]},
            "agenda.sittings.0.start: Input should be a valid datetime",
        ),
    ],
)
def test_sittings_that_cannot_be_read_are_damage(damage: dict[str, object], said: str) -> None:
    content: dict[str, Any] = encode(meeting_day(0)[0])
    content["what"]["agenda"].update(damage)

    with pytest.raises(LogDamaged) as refused:
        decode(content)

    assert str(refused.value).startswith(f"event 1: session_started.{said}")


@pytest.mark.parametrize("name", ["events_lost", "group_identified"])
@pytest.mark.parametrize("told", [[], "x", 3, None, True])
def test_an_event_that_is_no_table_is_damage(name: str, told: object) -> None:
    content: dict[str, Any] = {**encode(turn(4)[0]), "name": name, "what": told}

    with pytest.raises(LogDamaged, match=f"event 4: {name} is not a table"):
        decode_bytes(canonical(content))


@pytest.mark.parametrize("seconds", [60.0, "60", True])
def test_a_whole_number_is_written_as_one(seconds: object) -> None:
    content: dict[str, Any] = encode(entry(1, LimitExtended("v-1", 60)))
    key = next(key for key, value in content["what"].items() if value == 60)
    content["what"][key] = seconds

    with pytest.raises(LogDamaged, match=f"limit_extended.{key}: Input should be a valid integer"):
        decode_bytes(canonical(content))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"sittings": []}, "agenda.sittings: Tuple should have at least 1 item"),
        ({"id": "a b"}, "agenda.id: String should match pattern"),
        ({"chair": ""}, "agenda.chair: String should have at least 1 character"),
        ({"title": {"zh": "\u4f1a\u8bae"}}, "agenda.title.en: Field required"),
        ({"date": "19 March"}, "agenda.date: Input should be a valid date"),
        ({"schema_version": "1"}, "agenda.schema_version: Input should be a valid integer"),
    ],
)
def test_a_plan_that_no_file_could_say_is_refused(damage: dict[str, object], said: str) -> None:
    content: dict[str, Any] = encode(meeting_day(0)[0])
    content["what"]["agenda"].update(damage)

    with pytest.raises(LogDamaged) as refused:
        decode(content)

    assert str(refused.value).startswith(f"event 1: session_started.{said}")
