"""Advice is told once there has been something to decide for a minute, and stays while there is."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given

from meeting_tui.forecast import calm
from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.calm import ToDecide, minutes_over
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import day_proposal_said, day_said
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.schedule import PlanTime
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting
from meeting_tui.meeting.state import MeetingState
from tests.forecast.room import Room, agenda, inscribe, item, who
from tests.forecast.test_forecast_properties import rooms

PLAN = agenda(item("1", 40, sitting="1"), item("2", 60, sitting="1"), item("3", 60, sitting="2"))


def late(instant: str = "10:00", count: int = 14) -> Room:
    """So many on an item of 40 minutes."""
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))
    return room.do(instant, inscribe(*(f"d{n}" for n in range(count))))


def told(room: Room, instant: str | datetime) -> Advice | None:
    return ToDecide(room.see(instant), room.meeting.stood).advice


def day_over(room: Room, instant: str) -> int:
    return ToDecide(room.see(instant), room.meeting.stood).day_over


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
    assert ToDecide(room.see("10:02"), None).advice == advice(room.see("10:02"))


def test_a_day_that_is_too_long_is_told_after_a_minute_while_nothing_else_is() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting(), PlanTime("3", 200, "long"))
    over = minutes_over(room.see("10:00"))
    assert over == 20
    assert ToDecide(room.see("10:00"), None).day_over == over
    assert day_over(room, "10:00:59") == 0
    assert day_over(room, "10:01") == over
    late = room.do("10:01", OpenItem("1"), inscribe(*(f"d{n}" for n in range(14))))
    assert day_over(late, "10:01:59") >= over
    assert day_over(late, "10:02") == 0
    assert told(late, "10:02") is not None, "so there is always one thing to decide"
    late.do("10:05", inscribe(*(f"f{n}" for n in range(110))))
    assert told(late, "10:05:30") is None, "another thing waits, and the day does not come between"
    assert day_over(late, "10:05:30") == 0
    assert day_over(late, "10:05") == 0
    assert ToDecide(Room(PLAN).see("10:00"), None).day_over == 0
    ended = Room(PLAN).do("10:00", OpenMeeting(), PlanTime("3", 200, "long"))
    assert ToDecide(ended.do("18:10", Adjourn(insist=True)).see("18:10"), None).day_over == 0


def test_the_last_minute_is_worked_out_once_for_the_item_and_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room = late("10:02").do("10:02", PlanTime("3", 200, "long"))
    seen: list[datetime] = []

    def noted(state: MeetingState, at: datetime) -> Projection:
        seen.append(at)
        return project(state, at)

    monkeypatch.setattr(calm, "project", noted)
    found = ToDecide(room.see("10:10"), room.meeting.stood)

    assert found.advice and not found.day_over
    assert ToDecide(room.see("10:10"), None).advice and len(seen) == len(set(seen)) == 3


def test_a_day_that_is_too_long_is_said_in_minutes_or_hours() -> None:
    voice = Saying(PLAN, Room(PLAN).state.rules)
    assert day_said(voice, 0) == day_proposal_said(voice, 0) == ""
    assert day_said(voice, 15) == ("which items to shorten or move. The day is 15 min too long")
    assert day_said(voice, 93) == ("which items to shorten or move. The day is 1 h 33 too long")
    told = (
        "The agenda is {} too long for our sittings. "
        "I propose to decide which items to shorten or move."
    )
    assert day_proposal_said(voice, 15) == told.format("15 minutes")
    assert day_proposal_said(voice, 93) == told.format("one hour and 33 minutes")
    assert day_proposal_said(voice, 66) == told.format("one hour and six minutes")
    assert day_proposal_said(voice, 120) == told.format("two hours")
    chinese = Saying(PLAN, Room(PLAN).state.rules, "zh")
    assert "长1小时33分钟。" in day_proposal_said(chinese, 93)


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
