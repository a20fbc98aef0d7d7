"""The instants that `times` means: where the clocks change, over midnight, and beside pauses."""

from __future__ import annotations

from datetime import date

import pytest

from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.meeting import replay
from tests.meeting.room import DAY, Room

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

        assert room.refused(line) == "time_not_one"

    def test_what_lies_around_it_is_two_minutes(self) -> None:
        room = spoken(SPRING, "01:59:00", 300)

        room.do("times 1 01:59:30 03:01:30")

        assert times(room) == ("29 00:59:30", "29 01:01:30", 120)
        assert replay(room.meeting.entries).state == room.meeting.state

    def test_of_an_hour_that_comes_twice_the_offset_is_asked_for(self) -> None:
        room = spoken(AUTUMN, "02:58:00", 14 * 60)

        assert room.refused("times 1 02:57 02:13+01:00") == "time_not_one"
        assert room.sentence("times 1 02:57+02:00 02:13") == (
            "02:13 comes twice on 25 October 2026; write 02:13+02:00 or 02:13+01:00."
        )
        room.do("times 1 02:57+02:00 02:13+01:00")

        assert times(room) == ("25 00:57:00", "25 01:13:00", 16 * 60)


class TestOverMidnight:
    """An end before the beginning is on the next day where the intervention got there."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("times 1 23:51 00:09", ("19 22:51:00", "19 23:09:00", 18 * 60)),
            ("times 1 23:51 23:59", ("19 22:51:00", "19 22:59:00", 8 * 60)),
            ("times 1 00:01 00:09", ("19 23:01:00", "19 23:09:00", 8 * 60)),
        ],
    )
    def test_one_that_was_recorded_over_it(
        self, line: str, expected: tuple[str, str, float]
    ) -> None:
        room = spoken(DAY, "23:50:00", 20 * 60, "21:00:00")

        room.do(line)

        assert times(room) == expected

    def test_one_that_ended_just_before_it(self) -> None:
        room = spoken(DAY, "23:50:00", 5 * 60, "21:00:00")

        room.do("times 1 23:51 00:02")

        assert times(room) == ("19 22:51:00", "19 23:02:00", 11 * 60)

    def test_one_that_began_just_after_it(self) -> None:
        room = spoken(DAY, "21:00:00", 60, "20:00:00")
        room.at("00:05:00", SPRING).do("floor fra!")
        room.later(600).do("yield")

        room.later(60).do("times 2 23:58 00:14")

        turn = room.state.interventions["s2"]
        assert turn.used_seconds(room.now) == 16 * 60

    def test_one_nobody_ended_in_the_evening(self) -> None:
        room = spoken(DAY, "17:50:00", 15 * 3600, "15:00:00")

        assert room.refused("times 1 17:50 17:45") == "times_backwards"
        room.do("times 1 17:50 18:00")

        assert times(room) == ("19 16:50:00", "19 17:00:00", 600)

    @pytest.mark.parametrize("line", ["times 1 10:02 10:01", "times 1 23:50 00:01"])
    def test_nothing_else_is_taken_for_the_next_day(self, line: str) -> None:
        room = spoken(DAY, "10:01:00", 60, "10:00:00")

        assert room.refused(line) == "times_backwards"

    def test_the_evening_before_is_not_meant_for_a_morning(self) -> None:
        room = spoken(DAY, "09:00:00", 60, "08:00:00")

        assert room.refused("times 1 22:00 22:10") == "times_in_future"


class TestBesidePauses:
    """Only what a pause has within the times typed is not counted."""

    @staticmethod
    def paused() -> Room:
        """Mexico spoke from 10:00:30 to 10:09, of which 10:02 to 10:08 was a pause."""
        room = Room().opened("2")
        room.do("floor mex!")
        room.at("10:02:00").do("pause")
        room.at("10:08:00").do("continue")
        room.at("10:09:00").do("yield")
        return room.at("11:00:00")

    @pytest.mark.parametrize(
        ("line", "used"),
        [
            ("times 1 10:00:30 10:01:00", 30),
            ("times 1 10:08:10 10:08:30", 20),
            ("times 1 10:01:00 10:03:00", 60),
            ("times 1 10:07:00 10:08:30", 30),
            ("times 1 10:01:00 10:09:00", 120),
        ],
    )
    def test_a_shorter_one(self, line: str, used: float) -> None:
        room = self.paused()

        room.do(line)

        assert times(room)[2] == used
        assert replay(room.meeting.entries).state == room.meeting.state

    def test_the_pause_is_back_when_it_lasts_longer_again(self) -> None:
        room = self.paused()

        room.do("times 1 10:00:30 10:01:00", "times 1 10:00:30 10:08:30")

        assert times(room)[2] == 120

    def test_a_sleep_that_does_not_count_is_one(self) -> None:
        room = Room().opened("2")
        room.do("floor mex!")
        room.at("10:05:00").do(NoteClockJump("sleep", 120.0))
        room.do("gap out")
        room.at("10:06:00").do("yield")

        room.later(60).do("times 1 10:04:00 10:06:00")

        assert times(room)[2] == 60
