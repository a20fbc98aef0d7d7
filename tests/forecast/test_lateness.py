"""Differences count sitting time, of the minutes that are shown; later days are said."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from meeting_tui.forecast.clocks import clock_text, today
from meeting_tui.forecast.lateness import minutes_behind, minutes_late, seconds_late
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.items import CloseItem, OpenItem
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Resume, Suspend
from tests.forecast.room import Room, agenda, at, inscribe, item

PLAN = agenda(item("1", 180, sitting="1"), item("2", 180, sitting="2"))
OPEN = (OpenMeeting(), OpenItem("1"))


@pytest.mark.parametrize(
    ("planned", "ends", "late"),
    [
        ("13:00", "15:12", 12),
        ("13:00", "13:12", 12),
        ("12:50", "13:12", 22),
        ("12:50", "12:50", 0),
        ("15:30", "12:45", -45),
        ("18:00", "20:27", 147),
        ("10:30", "10:20", -10),
    ],
)
def test_lunch_is_no_delay_but_time_held_behind_the_end_is(
    planned: str, ends: str, late: int
) -> None:
    seen = Room(PLAN).see("9:00").seen
    assert seconds_late(seen, at(planned), at(ends)) == late * 60
    assert minutes_late(seen, at(planned), at(ends)) == late


def test_a_morning_held_until_a_quarter_past_is_time_of_all_that_follows() -> None:
    room = Room(PLAN).do("10:00", *OPEN)
    assert seconds_late(room.see("13:15").seen, at("13:00"), at("15:10")) == 25 * 60
    room.do("13:15", CloseItem(), Suspend())
    assert seconds_late(room.see("14:00").seen, at("13:00"), at("15:10")) == 25 * 60
    room.do("14:50", Resume())
    assert seconds_late(room.see("14:55").seen, at("13:00"), at("15:10")) == 35 * 60


def test_minutes_are_those_between_the_minutes_shown() -> None:
    seen = Room(PLAN).see("9:00").seen
    just = timedelta(seconds=59)
    assert minutes_late(seen, at("12:00"), at("12:00") + just) == 0
    assert minutes_late(seen, at("12:00"), at("12:01") + just) == 1
    assert minutes_behind(at("18:00"), at("18:01") + just) == 1
    assert minutes_behind(at("18:00"), at("18:00") + just) == 0
    assert minutes_behind(at("18:00"), at("17:00")) == 0


def test_the_item_and_the_day_are_late_by_what_runs_past_lunch() -> None:
    room = Room(PLAN).do("10:00", *OPEN).do("12:50", inscribe(*"abcdef"))
    seen = room.see("12:50")
    assert seen.item is not None
    assert seen.item.ends_at == at("15:09:40")
    assert seen.item.difference_seconds == 9 * 60 + 40
    assert seen.day.items[0].difference_seconds == 9 * 60 + 40


def test_clocks_of_another_day_say_how_many_days_later() -> None:
    names = [f"n{number}" for number in range(400)]
    room = Room(PLAN).do("10:00", *OPEN, inscribe(*names))
    seen = room.see("10:00")
    assert seen.item is not None
    assert Saying.of(seen, "en").clock(seen.item.ends_at).startswith("+1 d ")
    assert Saying.of(seen, "zh").clock(seen.item.ends_at).startswith("+1天 ")
    assert Saying.of(seen, "en").clock(at("18:00")) == "18:00"
    plain = Saying(room.state.agenda, room.state.rules)
    assert ":" in plain.clock(seen.item.ends_at)[:3]
    zone = ZoneInfo("Europe/Zurich")
    day = today(seen)
    assert clock_text(at("9:00") + timedelta(days=2), zone, day, "en") == "+2 d 09:00"
    assert clock_text(at("9:00") - timedelta(days=2), zone, day, "en") == "09:00"


def test_the_day_compared_with_is_that_of_the_sitting() -> None:
    room = Room(PLAN)
    assert today(room.see(at("9:00") - timedelta(days=30))) == at("9:00").date()
    room.do("10:00", OpenMeeting()).do("11:00", Adjourn(insist=True))
    assert today(room.see(at("9:00") + timedelta(days=30))) == at("9:00").date()
