"""A local time is one instant, or it is said why not; where one comes twice, its offset is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.agenda.local_times import (
    NotOne,
    clock_of,
    clocks_go_back,
    instant_of,
    instants_of,
    local_text,
    offset_where_twice,
    with_offset,
)
from meeting_tui.words import in_language

ZONES = ("Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "UTC")
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("instant", "zone", "offset"),
    [
        ("2026-10-24T23:59:59+00:00", "Europe/Zurich", ""),
        ("2026-10-25T00:00:00+00:00", "Europe/Zurich", "+02:00"),
        ("2026-10-25T01:59:59+00:00", "Europe/Zurich", "+01:00"),
        ("2026-10-25T02:00:00+00:00", "Europe/Zurich", ""),
        ("2026-03-29T01:00:00+00:00", "Europe/Zurich", ""),
        ("2026-11-01T05:30:00.250000+00:00", "America/New_York", "-04:00"),
        ("2026-11-01T06:30:00+00:00", "America/New_York", "-05:00"),
        ("2026-10-25T00:30:00+00:00", "Asia/Shanghai", ""),
    ],
)
def test_an_offset_is_told_where_an_hour_comes_twice(instant: str, zone: str, offset: str) -> None:
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))

    assert offset_where_twice(local) == offset


@given(INSTANTS, st.sampled_from(ZONES))
def test_with_it_a_local_time_is_one_instant(instant: datetime, zone: str) -> None:
    local = instant.astimezone(ZoneInfo(zone))
    others = (instant + timedelta(minutes=each) for each in (-60, -30, 30, 60))

    for other in (each.astimezone(ZoneInfo(zone)) for each in others):
        told, also = ((f"{each:%d %H:%M:%S}", offset_where_twice(each)) for each in (local, other))
        assert told != also


ZURICH = ZoneInfo("Europe/Zurich")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
HALF_PAST_TWO = time(2, 30)


@pytest.mark.parametrize(
    ("day", "clock", "utc"),
    [
        (AUTUMN, time(1, 59, 59), "2026-10-24T23:59:59+00:00"),
        (AUTUMN, with_offset(HALF_PAST_TWO, 120), "2026-10-25T00:30:00+00:00"),
        (AUTUMN, with_offset(HALF_PAST_TWO, 60), "2026-10-25T01:30:00+00:00"),
        (AUTUMN, time(3), "2026-10-25T02:00:00+00:00"),
        (SPRING, time(1, 59), "2026-03-29T00:59:00+00:00"),
        (SPRING, time(3), "2026-03-29T01:00:00+00:00"),
        (SPRING, with_offset(time(3), 120), "2026-03-29T01:00:00+00:00"),
    ],
)
def test_a_local_time_is_one_instant(day: date, clock: time, utc: str) -> None:
    found = instant_of(day, clock, ZURICH)

    assert isinstance(found, datetime)
    assert found.astimezone(UTC).isoformat() == utc
    assert instants_of(day, clock, ZURICH) == (found,)


@pytest.mark.parametrize(
    ("day", "clock", "english", "chinese"),
    [
        (
            AUTUMN,
            HALF_PAST_TWO,
            "02:30 comes twice on 25 October 2026; write 02:30+02:00 or 02:30+01:00",
            "2026年10月25日有两个 02:30；请写 02:30+02:00 或 02:30+01:00",
        ),
        (
            SPRING,
            time(2, 30, 15),
            "there is no 02:30:15 on 29 March 2026, because the clocks change; write 03:30:15",
            "2026年3月29日因调整时钟没有 02:30:15；请写 03:30:15",
        ),
        (
            SPRING,
            with_offset(HALF_PAST_TWO, 60),
            "there is no 02:30+01:00 on 29 March 2026, because the clocks change; write 03:30",
            "2026年3月29日因调整时钟没有 02:30+01:00；请写 03:30",
        ),
        (
            AUTUMN,
            with_offset(HALF_PAST_TWO, 180),
            "02:30+03:00 is not the time there on 25 October 2026;"
            " write 02:30+02:00 or 02:30+01:00",
            "2026年10月25日当地没有 02:30+03:00 这一时间；请写 02:30+02:00 或 02:30+01:00",
        ),
        (
            AUTUMN,
            with_offset(time(10), 120),
            "10:00+02:00 is not the time there on 25 October 2026; write 10:00",
            "2026年10月25日当地没有 10:00+02:00 这一时间；请写 10:00",
        ),
        (
            date(1, 1, 1),
            time(0),
            "the calendar has no 1 January 0001; write 00:00",
            "日历中没有0001年1月1日；请写 00:00",
        ),
    ],
)
def test_what_is_no_instant(day: date, clock: time, english: str, chinese: str) -> None:
    found = instant_of(day, clock, ZURICH)

    assert isinstance(found, NotOne)
    assert in_language(found.told, "en") == english
    assert in_language(found.told, "zh") == chinese
    assert instants_of(day, clock, ZURICH) == tuple(each.astimezone(UTC) for each in found.meant)


@given(INSTANTS, st.sampled_from(ZONES))
def test_what_is_shown_can_be_typed(instant: datetime, zone: str) -> None:
    local = instant.replace(microsecond=0).astimezone(ZoneInfo(zone))

    found = instant_of(local.date(), clock_of(local), ZoneInfo(zone))
    assert isinstance(found, datetime)
    assert found.astimezone(UTC) == local.astimezone(UTC)
    assert local_text(local, seconds=True) == clock_of(local).isoformat("seconds")


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)),  # noqa: DTZ001
    st.sampled_from(ZONES),
)
def test_any_local_time_is_one_instant_or_none_or_two(written: datetime, zone: str) -> None:
    found = instant_of(written.date(), written.time(), ZoneInfo(zone))

    if isinstance(found, datetime):
        local = found.astimezone(ZoneInfo(zone))
        assert local.replace(tzinfo=None, fold=0) == written
        assert not offset_where_twice(local)
    else:
        assert len(found.meant) == {"skipped": 1, "twice": 2}[found.why]
        apart = {each.astimezone(UTC) for each in found.meant}
        assert len(apart) == len(found.meant)


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Zurich",
        "Europe/Dublin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kathmandu",
    ],
)
def test_skipped_and_repeated_times_are_those_that_pendulum_knows(zone: str) -> None:
    around = [
        each + timedelta(minutes=15 * quarter)
        for each in _changes_of_clocks(zone, 2026)
        for quarter in range(-12, 13)
    ]
    for local in around or [datetime(2026, 3, 29, 2, 30)]:  # noqa: DTZ001
        found = instant_of(local.date(), local.time(), ZoneInfo(zone))
        why = found.why if isinstance(found, NotOne) else "one"

        assert why == _known_to_pendulum(local, zone), local


def _changes_of_clocks(zone: str, year: int) -> list[datetime]:
    """The local times, without a zone, at which the clocks of a zone are set in a year."""
    hours = [datetime(year, 1, 1, tzinfo=UTC) + timedelta(hours=each) for each in range(365 * 24)]
    local = [each.astimezone(ZoneInfo(zone)) for each in hours]
    changed = (b for a, b in pairwise(local) if a.utcoffset() != b.utcoffset())
    return [each.replace(tzinfo=None, fold=0) for each in changed]


def _known_to_pendulum(local: datetime, zone: str) -> str:
    try:
        pendulum.timezone(zone).convert(local, raise_on_unknown_times=True)
    except pendulum.tz.exceptions.NonExistingTime:
        return "skipped"
    except pendulum.tz.exceptions.AmbiguousTime:
        return "twice"
    return "one"


@pytest.mark.parametrize(
    ("day", "goes_back"), [(AUTUMN, True), (SPRING, False), (date(2026, 3, 19), False)]
)
def test_in_one_night_the_clocks_go_back(day: date, goes_back: bool) -> None:
    start, end = (instant_of(day, time(hour), ZURICH) for hour in (1, 4))
    assert isinstance(start, datetime) and isinstance(end, datetime)

    assert clocks_go_back(start, end, ZURICH) == goes_back
