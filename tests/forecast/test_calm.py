"""Advice is told once there has been something to decide for a minute, and stays while there is."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given

from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.calm import calm_advice
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.sittings import OpenMeeting
from tests.forecast.room import Room, agenda, inscribe, item, who
from tests.forecast.test_forecast_properties import rooms

PLAN = agenda(item("1", 40, sitting="1"), item("2", 60, sitting="1"), item("3", 60, sitting="2"))


def late(instant: str = "10:00", count: int = 14) -> Room:
    """So many on an item of 40 minutes."""
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))
    return room.do(instant, inscribe(*(f"d{n}" for n in range(count))))


def told(room: Room, instant: str | datetime) -> Advice | None:
    return calm_advice(room.see(instant), room.meeting.stood)


def test_it_is_told_after_a_minute_and_then_with_the_figures_of_now() -> None:
    room = late("10:02")

    assert advice(room.see("10:02")) is not None
    assert told(room, "10:02") is None
    assert told(room, "10:02:59") is None
    found = told(room, "10:03")
    assert found is not None and found == advice(room.see("10:03"))


def test_what_was_over_in_between_begins_anew() -> None:
    room = late("10:02").do("10:05:20", *[Withdraw(who(f"d{n}")) for n in range(6)])
    assert told(room, "10:05:20") is None
    room.do("10:05:45", inscribe(*(f"e{n}" for n in range(6))))

    assert told(room, "10:05:50") is None
    assert told(room, "10:06:40") is None
    assert told(room, "10:06:45") is not None


def test_another_thing_to_decide_waits_its_minute_and_one_more_name_does_not() -> None:
    room = late("10:02")
    assert getattr(told(room, "10:04"), "step", None) == "limit"
    room.do("10:04", inscribe("more"))
    again = told(room, "10:04")
    assert again is not None and (again.step, again.waiting) == ("limit", 15)
    room.do("10:05", inscribe(*(f"f{n}" for n in range(110))))
    assert told(room, "10:05:30") is None
    assert getattr(told(room, "10:06"), "step", None) == "carry_over"


def test_what_mends_it_ends_it_at_once() -> None:
    room = late("10:02")
    assert told(room, "10:10") is not None
    assert told(room.do("10:10", SetLimit(90)), "10:10") is None


def test_without_the_past_what_there_is_to_decide_now_is_told() -> None:
    room = late("10:02")
    assert calm_advice(room.see("10:02"), None) == advice(room.see("10:02"))


@given(rooms())
def test_what_is_told_is_true_now_and_was_a_minute_before(drawn: tuple[Room, datetime]) -> None:
    room, now = drawn
    for seconds in (0, 30, 61, 400):
        later = now + timedelta(seconds=seconds)
        found = told(room, later)
        if found is None:
            continue
        assert found == advice(room.see(later))
        before = later - timedelta(minutes=1)
        was = advice(project(room.meeting.stood(before), before))
        assert was is not None and was.step == found.step
