"""Complaints about other programs' clocks, each with what is right here."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.telling import tell
from tests.meeting.room import Room, agenda, at_time, sitting


def test_a_sleep_of_eight_minutes_counts_and_is_noted() -> None:
    room = Room().opened()
    room.do("limit 10:00", "inscribe mex", "next")
    room.later(8 * 60).do(NoteClockJump("sleep", 480.0))

    assert room.held.left_seconds(room.now) == 120
    assert tell(room.state, room.meeting.last, "en", str) == "The computer slept for 8:00"
    room.do("gap out")
    assert room.held.left_seconds(room.now) == 600


def test_a_clock_set_back_gives_no_absurd_times() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(-3600).do(NoteClockJump("step", -3600.0))
    assert room.used == 0
    room.do("pause")
    room.later(-30).do("continue", "yield")

    assert room.spoken == [("MEX", 0)]
    (gap,) = room.state.gaps
    assert (gap.cause, gap.seconds) == ("step", -3600.0)


def test_a_limit_that_passed_in_sleep_is_over_and_next_goes_on() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(400).do(NoteClockJump("sleep", 350.0))

    assert room.held.left_seconds(room.now) == -220
    room.do("next")
    assert room.speaker == "FRA"
    assert room.held.left_seconds(room.now) == 180


@pytest.mark.parametrize(
    ("day", "offset"), [(date(2026, 3, 19), "+01:00"), (date(2026, 3, 29), "+02:00")]
)
def test_the_plan_is_in_the_meetings_own_time_on_either_side_of_summer(
    day: date, offset: str
) -> None:
    plan = agenda(sitting("1", "10:00:00", "18:00:00", day))
    room = Room(plan, day=day).at("10:00:00")
    room.do("open")
    opened = room.state.sittings["1"].opened_at
    assert opened is not None
    local = opened.astimezone(ZoneInfo("Europe/Zurich"))

    assert opened.tzinfo is UTC
    assert local.isoformat() == f"{day}T10:00:00{offset}"
    assert room.state.sittings["1"].planned_end == at_time("18:00:00", day)


def test_a_trial_run_in_summer_keeps_the_hours_of_the_plan() -> None:
    summer = date(2026, 7, 1)
    room = Room(day=summer).at("09:59:00")
    room.do("open")
    planned = room.state.sittings["1"].planned_start

    assert planned.astimezone(ZoneInfo("Europe/Zurich")).isoformat() == "2026-07-01T10:00:00+02:00"


def test_minutes_are_minutes_and_the_zone_is_the_meetings() -> None:
    day = date(2026, 5, 7)
    plan = agenda(sitting("1", "10:42:00", "13:05:00", day))
    room = Room(plan, day=day).at("10:42:00")
    room.do("open")

    assert tell(room.state, room.meeting.last, "en", str) == "Sitting 1 is open until 13:05"
