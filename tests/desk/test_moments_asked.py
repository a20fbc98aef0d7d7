"""What `--at` takes, and which moment of a meeting of several days it means."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.agenda.local_times import NotOne, instant_of
from meeting_tui.desk.as_it_stood import MomentAsked, instant_asked, moment_asked
from meeting_tui.desk.replay import Guide, moments_of
from meeting_tui.errors import InvalidInput
from meeting_tui.forecast.clocks import RoomClock
from tests.meeting.room import DAY, Room, agenda, at_time, directory, sitting

ZONE = ZoneInfo("Europe/Zurich")
MORROW = DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("10:42", MomentAsked(time(10, 42))),
        (" 9:05:07 ", MomentAsked(time(9, 5, 7))),
        ("10：42", MomentAsked(time(10, 42))),
        ("2026-03-20 10:42", MomentAsked(time(10, 42), day=date(2026, 3, 20))),
        ("2026-03-20T10:42:30", MomentAsked(time(10, 42, 30), day=date(2026, 3, 20))),
        ("+1d 10:42", MomentAsked(time(10, 42), days=1)),
        ("+ 2D 00:10", MomentAsked(time(0, 10), days=2)),
        ("+1天 10:42", MomentAsked(time(10, 42), days=1)),
        ("2026-02-30 10:42", None),
        ("9999-12-31 23:59", None),
        ("0001-01-01 00:00", None),
        ("2026-03-20", None),
        ("+1d 3 p.m.", MomentAsked(time(15), days=1)),
        ("2026-03-20 10.05", MomentAsked(time(10, 5), day=date(2026, 3, 20))),
        ("+1d", None),
        ("+1d10:42", None),
        ("-1d 10:42", None),
        ("02:30+02:00", MomentAsked(time(2, 30, tzinfo=timezone(timedelta(hours=2))))),
        (
            "2026-10-25T02:30:00+01:00",
            MomentAsked(time(2, 30, tzinfo=timezone(timedelta(hours=1))), day=date(2026, 10, 25)),
        ),
        ("24:00", None),
        ("10:60", None),
        ("", None),
        ("mexico", None),
    ],
)
def test_what_is_typed_as_a_moment(typed: str, asked: MomentAsked | None) -> None:
    assert moment_asked(typed) == asked


def two_days(first: date) -> Room:
    """A meeting of two days, opened on that day."""
    plan = agenda(
        sitting("1", "10:00:00", "13:00:00"),
        sitting("2", "10:00:00", "13:00:00", MORROW),
    )
    room = Room(plan, day=first).at("10:00:00")
    room.do("open", "item 3")
    room.at("13:00:00").do("suspend")
    room.at("10:00:00", first + timedelta(days=1)).do("resume")
    return room


def meant(room: Room, typed: str) -> str:
    asked = moment_asked(typed)
    assert asked is not None
    return f"{instant_asked(room.meeting, room.now, asked).astimezone(ZONE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("10:42", "2026-03-19 10:42"),
        ("09:00", "2026-03-19 09:00"),
        ("+0d 10:42", "2026-03-19 10:42"),
        ("+1d 09:00", "2026-03-20 09:00"),
        ("2026-03-20 10:42", "2026-03-20 10:42"),
    ],
)
def test_a_time_alone_is_of_the_first_day(typed: str, instant: str) -> None:
    assert meant(two_days(DAY), typed) == instant


def test_days_are_counted_from_the_day_the_meeting_is_held() -> None:
    room = two_days(date(2026, 3, 24))

    assert meant(room, "10:42") == "2026-03-24 10:42"
    assert meant(room, "+1d 10:42") == "2026-03-25 10:42"
    assert meant(room, "2026-03-25 10:42") == "2026-03-25 10:42"


def night() -> Room:
    """A sitting from 22:00 to 00:30 that ended at 01:10."""
    room = Room(agenda(sitting("1", "22:00:00", "23:59:00"))).at("22:05:00")
    room.do("open", "item 3", "plan sitting 1 22:00 00:30 because nearly done", "floor mex!")
    room.at("00:20:00", MORROW).do("yield")
    room.at("01:10:00").do("adjourn!")
    return room


@pytest.mark.parametrize(
    "day",
    [
        "20 March 2026",
        "20 march 2026",
        "20 Mar 2026",
        "March 20, 2026",
        "Mar 20 2026",
        "2026-3-20",
        "20260320",
        "20.03.2026",
        "20.3.2026",
        "Fri 20 March 2026",
        "Friday, 20 March 2026",
        "20 mars 2026",
        "vendredi 20 mars 2026",
        "20 marzo 2026",
        "20 марта 2026",
        "2026年3月20日",
        "2026年03月20日 星期五",
        "20 March",
        "Fri 20 March,",
        "3月20日",
        "3月20日 周五",
        "Fri",
        "friday",
        "周五",
        "пятница",
    ],
)
@pytest.mark.parametrize("clock", ["10:42", "10.42", "10 h 42", "10:42 a.m.", "上午10时42分"])
def test_a_day_is_read_as_it_is_written(day: str, clock: str) -> None:
    assert meant(two_days(DAY), f"{day} {clock}") == "2026-03-20 10:42"


@pytest.mark.parametrize(
    "typed",
    [
        "3/4/2026 10:42",
        "20/03/2026 10:42",
        "30 February 2026 10:42",
        "30 February 10:42",
        "20 Foo 2026 10:42",
        "20 mar. 2026 10:42",
        "20 mars 26 10:42",
        "20 March 1800 10:42",
        "Fri Sat 10:42",
        "March 10:42",
        "mar 10:42",
        "20 10:42",
        "2026 10:42",
        "item 3 10:42",
        "tomorrow 10:42",
        "20 March",
        "Fri",
    ],
)
def test_what_may_be_another_day_is_no_moment(typed: str) -> None:
    assert moment_asked(typed) is None


@pytest.mark.parametrize(
    ("first", "typed", "instant"),
    [
        (date(2026, 12, 31), "1 January 10:42", "2027-01-01 10:42"),
        (date(2026, 1, 2), "31 December 10:42", "2025-12-31 10:42"),
        (date(2026, 3, 19), "29 February 10:42", "2028-02-29 10:42"),
        (date(2026, 3, 19), "Thu 10:42", "2026-03-19 10:42"),
        (date(2026, 3, 19), "Wed 10:42", "2026-03-25 10:42"),
        (date(2026, 3, 24), "周三 10:42", "2026-03-25 10:42"),
    ],
)
def test_a_day_in_part_is_the_one_nearest_the_meeting(
    first: date, typed: str, instant: str
) -> None:
    asked = moment_asked(typed)
    assert asked is not None
    begins = instant_of(first, time(10), ZONE)
    assert isinstance(begins, datetime)
    found = asked.of(begins, ZONE, lambda each: False)

    assert isinstance(found, datetime)
    assert f"{found.astimezone(ZONE):%Y-%m-%d %H:%M}" == instant


@pytest.mark.parametrize("typed", ["Thu 20 March 10:42", "Thursday 20 March 2026 10:42"])
def test_a_day_that_is_on_another_day_of_the_week_is_asked_about(typed: str) -> None:
    room, asked = two_days(DAY), moment_asked(typed)
    assert asked is not None

    with pytest.raises(InvalidInput) as refused:
        instant_asked(room.meeting, room.now, asked)
    assert refused.value.sentence("en") == (
        "20 March 2026 is on another day of the week; expected Fri 20 March 2026 10:42"
    )
    assert refused.value.sentence("zh") == (
        "2026年3月20日不是所写的星期几；应为：2026年3月20日 周五 10:42"
    )
    going = Guide(moments_of(room.meeting, room.now), directory(), "en").to_clock(typed, room.now)
    assert going is not None and going.at is None
    assert going.sentence == (
        "20 March 2026 is on another day of the week; write Fri 20 March 2026 10:42."
    )


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001
    st.integers(0, 6),
    st.sampled_from(["en", "zh"]),
)
def test_a_moment_is_read_as_it_is_shown(begun: datetime, later: int, language: str) -> None:
    first = begun.replace(tzinfo=UTC, second=0, microsecond=0)
    instant = first + timedelta(days=later)
    day = first.astimezone(ZONE).date()
    others = frozenset({day + timedelta(days=later)})
    clock = RoomClock(ZONE, language, day, others, names_day=True)

    for shown in (clock.moment(instant), clock.text(instant)):
        asked = moment_asked(shown)
        assert asked is not None, shown
        found = asked.of(first, ZONE, lambda each: False)
        assert isinstance(found, datetime), shown
        assert found.astimezone(UTC) == instant, shown


@pytest.mark.parametrize(
    ("typed", "is_loaded"),
    [("10:42", False), ("2026-03-20 10:42", False), ("+1d 10:42", False), ("20 March 10:42", True)],
)
def test_only_a_day_in_words_loads_what_reads_it(typed: str, is_loaded: bool) -> None:
    script = (
        "import sys; from meeting_tui.desk.as_it_stood import moment_asked; "
        f"assert moment_asked({typed!r}); print('pendulum' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == str(is_loaded)


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("22:30", "2026-03-19 22:30"),
        ("00:20", "2026-03-20 00:20"),
        ("01:05", "2026-03-20 01:05"),
        ("01:20", "2026-03-20 01:20"),
        ("21:55", "2026-03-19 21:55"),
        ("+0d 00:20", "2026-03-19 00:20"),
    ],
)
def test_after_midnight_it_is_of_the_night_that_is_sat_through(typed: str, instant: str) -> None:
    assert meant(night(), typed) == instant


def test_a_time_typed_in_a_replay_is_of_the_night_in_view() -> None:
    room = night()
    moments = moments_of(room.meeting, room.now)

    def clock(wanted: str, at: datetime) -> str:
        found = moments.clock(time.fromisoformat(wanted), at)
        assert not isinstance(found, NotOne)
        return f"{found.astimezone(ZONE):%d %H:%M}"

    assert clock("00:20", at_time("23:50:00")) == "20 00:20"
    assert clock("23:50", at_time("00:20:00", MORROW)) == "19 23:50"
    assert clock("23:50", at_time("22:10:00")) == "19 23:50"


def test_a_night_that_is_still_sat_through_goes_on_beyond_its_planned_end() -> None:
    room = Room(agenda(sitting("1", "22:00:00", "23:59:00"))).at("22:05:00")
    room.do("open", "item 3", "plan sitting 1 22:00 01:00 because nearly done", "floor mex!")
    room.at("00:58:00", MORROW).do("note a1 words")

    told = [meant(room, each) for each in ("23:50", "00:06", "00:59", "01:05", "21:00")]
    assert told == [
        "2026-03-19 23:50",
        "2026-03-20 00:06",
        "2026-03-20 00:59",
        "2026-03-20 01:05",
        "2026-03-19 21:00",
    ]


AUTUMN = date(2026, 10, 25)


def autumn_night() -> Room:
    plan = agenda(sitting("1", "01:00:00", "04:00:00", AUTUMN))
    room = Room(plan, day=AUTUMN - timedelta(days=1)).at("01:00:00", AUTUMN)
    room.do("open", "item 3")
    room.at("04:00:00").do("adjourn!")
    return room


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("02:30+02:00", "2026-10-25T00:30:00+00:00"),
        ("02:30+01:00", "2026-10-25T01:30:00+00:00"),
        ("2026-10-25 02:30+01:00", "2026-10-25T01:30:00+00:00"),
        ("+0d 02:30+01:00", "2026-10-25T01:30:00+00:00"),
        ("01:30", "2026-10-24T23:30:00+00:00"),
    ],
)
def test_an_offset_says_which_of_two_is_meant(typed: str, instant: str) -> None:
    room, asked = autumn_night(), moment_asked(typed)
    assert asked is not None
    found = instant_asked(room.meeting, room.now, asked).astimezone(UTC)

    assert found.isoformat() == instant
    guide = Guide(moments_of(room.meeting, room.now), directory(), "en")
    going = guide.to_clock(typed, room.now)
    assert going is not None and going.at == found


@pytest.mark.parametrize("typed", ["02:30", "2026-10-25 02:30", "+0d 02:30"])
def test_without_it_it_is_asked_for(typed: str) -> None:
    room, asked = autumn_night(), moment_asked(typed)
    assert asked is not None

    with pytest.raises(InvalidInput) as refused:
        instant_asked(room.meeting, room.now, asked)
    assert refused.value.sentence("en") == (
        "02:30 comes twice on 25 October 2026; expected 02:30+02:00 or 02:30+01:00"
    )
    guide = Guide(moments_of(room.meeting, room.now), directory(), "en")
    going = guide.to_clock(typed, room.now)
    assert going is not None and going.at is None
    assert going.sentence.endswith("write 02:30+02:00 or 02:30+01:00.")


def test_a_day_beyond_the_calendar_is_none() -> None:
    room = autumn_night()

    with pytest.raises(InvalidInput):
        instant_asked(room.meeting, room.now, MomentAsked(time(0), day=date(1, 1, 1)))
