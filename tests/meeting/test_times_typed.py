"""The instants that `times` means: where the clocks change, over midnight, and beside pauses."""

from __future__ import annotations

from datetime import date

import pytest

from meeting_tui.meeting.meeting import replay
from tests.meeting.room import Room

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def spoken(day: date, began: str, seconds: float, opens: str = "00:30:00") -> Room:
    """Mexico spoke for that long as number 1; five hours later nobody does."""
    room = Room(day=day)
    room.at(opens).do("open", "item 2")
    room.at(began).do("floor mex!")
    room.later(seconds).do("yield")
    return room.later(5 * 3600)


def times(room: Room) -> tuple[str, str, float]:
    """When it began and ended in UTC, and the seconds it counts."""
    turn = room.state.interventions["s1"]
    assert turn.yielded_at is not None
    used = turn.used_seconds(room.now)
    return f"{turn.given_at:%d %H:%M:%S}", f"{turn.yielded_at:%d %H:%M:%S}", used


class TestClocksChange:
    """In the zone of the meeting, while an intervention lasts."""

    @pytest.mark.parametrize("line", ["times 1 02:30 03:01", "times 1 01:59 02:00"])
    def test_an_hour_that_is_skipped_is_refused(self, line: str) -> None:
        room = spoken(SPRING, "01:59:00", 120)

        assert room.refused(line) == "plan_no_such_time"

    def test_what_lies_around_it_is_two_minutes(self) -> None:
        room = spoken(SPRING, "01:59:00", 300)

        room.do("times 1 01:59:30 03:01:30")

        assert times(room) == ("29 00:59:30", "29 01:01:30", 120)
        assert replay(room.meeting.entries).state == room.meeting.state

    def test_of_an_hour_that_comes_twice_the_one_recorded_is_meant(self) -> None:
        room = spoken(AUTUMN, "02:58:00", 14 * 60)

        room.do("times 1 02:57 02:13")

        assert times(room) == ("25 00:57:00", "25 01:13:00", 16 * 60)
