"""Clocks of a meeting of several days: one of another day names it, today's are bare."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from meeting_tui.agenda.model import Sitting
from meeting_tui.forecast.clocks import RoomClock, meeting_day, sitting_days, today
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from tests.forecast.room import GENEVA, THAT_DAY, Room, agenda, at, inscribe, item, sitting

MORROW = THAT_DAY + timedelta(days=1)
NEXT_WEEK = THAT_DAY + timedelta(days=7)
PLAN = agenda(
    item("1", 60),
    sittings=(
        sitting("1", "10:00", "13:00"),
        sitting("2", "10:00", "13:00", MORROW),
        sitting("3", "10:00", "13:00", NEXT_WEEK),
    ),
)
OPEN = (OpenMeeting(), OpenItem("1"))


def clock(room: Room, instant: datetime, language: str = "en") -> RoomClock:
    return RoomClock.of(room.see(instant), language)


def opened() -> Room:
    return Room(PLAN).do("10:00", *OPEN)


@pytest.mark.parametrize(
    ("instant", "english", "chinese"),
    [
        (at("10:42"), "10:42", "10:42"),
        (at("10:42", MORROW), "Fri 10:42", "周五 10:42"),
        (at("10:42", NEXT_WEEK), "26 March 10:42", "3月26日 10:42"),
        (at("16:34", THAT_DAY + timedelta(days=2)), "+2 d 16:34", "+2天 16:34"),
        (at("17:30", THAT_DAY - timedelta(days=1)), "Wed 17:30", "周三 17:30"),
        (at("17:30", THAT_DAY - timedelta(days=14)), "5 March 17:30", "3月5日 17:30"),
    ],
)
def test_another_day_is_named(instant: datetime, english: str, chinese: str) -> None:
    room = opened()

    assert clock(room, at("11:00")).text(instant) == english
    assert clock(room, at("11:00"), "zh").text(instant) == chinese


def test_on_the_second_day_the_first_is_named() -> None:
    room = opened().do("13:00", Suspend())
    room.do(at("10:00", MORROW), Resume())

    assert clock(room, at("10:05", MORROW)).text(at("10:00")) == "Thu 10:00"
    assert clock(room, at("10:05", MORROW)).text(at("12:00", MORROW)) == "12:00"


def test_in_the_evening_between_the_days_tomorrows_sitting_is_named() -> None:
    room = opened().do("13:00", Suspend())

    assert clock(room, at("20:00")).text(at("10:00", MORROW)) == "Fri 10:00"
    assert clock(room, at("20:00")).text(at("13:00")) == "13:00"


def test_while_the_meeting_is_to_come_clocks_are_of_its_first_day() -> None:
    projection = Room(PLAN).see(at("9:00", THAT_DAY - timedelta(days=30)))

    assert today(projection) == THAT_DAY
    assert RoomClock.of(projection, "en").text(at("10:00", MORROW)) == "Fri 10:00"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (at("10:00"), at("12:00"), ("10:00", "12:00")),
        (at("10:00", MORROW), at("12:00", MORROW), ("Fri 10:00", "12:00")),
        (at("12:00"), at("10:12", MORROW), ("12:00", "Fri 10:12")),
        (at("23:00", MORROW), at("10:00", NEXT_WEEK), ("Fri 23:00", "26 March 10:00")),
        (at("23:50", THAT_DAY - timedelta(days=1)), at("10:00"), ("Wed 23:50", "Thu 10:00")),
    ],
)
def test_from_when_to_when_says_a_day_that_both_have_once(
    start: datetime, end: datetime, told: tuple[str, str]
) -> None:
    assert clock(opened(), at("11:00")).texts(start, end) == told


def night(start: str, end: str) -> Sitting:
    return Sitting(
        id="1", start=at(start).astimezone(GENEVA), end=at(end, MORROW).astimezone(GENEVA)
    )


def test_over_midnight_the_evening_is_that_of_the_day_before() -> None:
    room = Room(agenda(item("1", 60), sittings=(night("22:00", "1:30"),))).do("22:00", *OPEN)

    assert clock(room, at("23:00")).text(at("1:30", MORROW)) == "Fri 01:30"
    assert clock(room, at("0:30", MORROW)).text(at("1:30", MORROW)) == "01:30"
    assert clock(room, at("0:30", MORROW)).text(at("22:00")) == "Thu 22:00"


def test_what_ends_at_midnight_is_of_its_day_alone() -> None:
    room = Room(agenda(item("1", 60), sittings=(night("22:00", "0:00"),)))

    assert sitting_days(room.see("21:00")) == {THAT_DAY}
    assert not clock(room, at("21:00")).is_of_several


def names_day(room: Room, instant: datetime) -> bool:
    return clock(room, instant).names_day


def test_the_day_is_news_where_there_are_several_or_it_is_not_the_agendas() -> None:
    one_day = agenda(item("1", 60))
    trial = THAT_DAY + timedelta(days=5)

    assert names_day(opened(), at("11:00"))
    assert not names_day(Room(one_day).do("10:00", *OPEN), at("11:00"))
    assert names_day(Room(one_day).do(at("10:00", trial), *OPEN), at("11:00", trial))
    assert names_day(Room(one_day).do("10:00", *OPEN), at("9:00", MORROW)), "left open overnight"


def test_a_moment_says_its_day_where_that_is_news() -> None:
    one_day = clock(Room(agenda(item("1", 60))).do("10:00", *OPEN), at("11:00"))
    several = clock(opened(), at("11:00"))

    assert one_day.moment(at("11:00")) == "11:00"
    assert one_day.moment(at("11:00"), seconds=True) == "11:00:00"
    assert several.moment(at("11:00")) == "Thu 19 March, 11:00"
    assert Saying.of(opened().see("11:00"), "en").moment(at("11:00")) == "Thu 19 March, 11:00"
    assert clock(opened(), at("11:00"), "zh").moment(at("11:00"), seconds=True) == (
        "3月19日 周四 11:00:00"
    )


def test_without_a_day_to_compare_with_it_is_left_away() -> None:
    assert RoomClock(GENEVA, "en").text(at("10:00", MORROW)) == "10:00"


def test_a_list_that_goes_on_the_next_day_ends_on_it() -> None:
    names = [f"n{number}" for number in range(70)]
    room = opened().do("11:00", inscribe(*names))
    projection = room.see("11:00")

    assert projection.item is not None
    assert clock(room, at("11:00")).text(projection.item.ends_at).startswith("Fri ")
    assert isinstance(today(projection), date)


def test_the_day_of_the_meeting_is_the_one_its_sitting_is_held_on() -> None:
    assert meeting_day(opened().see("11:00")) == THAT_DAY
