"""What is noted of a session that was left: only where somebody's time ran, and only after long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.desk.opening import LEFT_SECONDS, left_open_told, note_left_open
from meeting_tui.meeting.clock_gaps import ClockJumped
from meeting_tui.meeting.entry import Entry
from tests.meeting.room import Room, directory


def noted(room: Room, seconds: float) -> tuple[list[Entry], Intake]:
    """What is kept when the session is opened again so much later."""
    kept: list[Entry] = []
    intake = Intake(room.meeting, directory(), Seat("desk", "EK"))
    note_left_open(intake, ScriptClock(room.now + timedelta(seconds=seconds)), kept.extend)
    return kept, intake


def speaking(*lines: str) -> Room:
    room = Room().opened()
    room.do("floor mex!", *lines)
    return room


def test_the_gap_is_that_since_the_newest_entry() -> None:
    kept, intake = noted(speaking("note a1 x"), 18_000.5006)

    assert [each.event for each in kept] == [ClockJumped("closed", 18_000.5)]
    assert "closed for 5:00 hours while Mexico had the floor" in left_open_told(intake, "en")
    assert intake.meeting.last == kept[-1]


@pytest.mark.parametrize("seconds", [0.0, 60.0, LEFT_SECONDS - 1])
def test_a_short_while_is_no_gap(seconds: float) -> None:
    kept, intake = noted(speaking(), seconds)

    assert kept == []
    assert left_open_told(intake, "en") == ""


@pytest.mark.parametrize("line", ["yield", "pause", "suspend", "adjourn!"])
def test_where_nobodys_time_ran_no_gap_is_noted(line: str) -> None:
    assert noted(speaking(line), 86_400)[0] == []


def test_the_answer_ends_the_question() -> None:
    room = speaking()
    _, intake = noted(room, 86_400)
    room.later(86_400).do("gap out")

    assert left_open_told(intake, "en") == ""


def test_a_point_of_order_that_waits_for_its_ruling_is_asked_about_too() -> None:
    kept, intake = noted(speaking("order fra"), 18_000)

    assert [each.event for each in kept] == [ClockJumped("closed", 18_000)]
    assert "closed for 5:00 hours while France had the floor" in left_open_told(intake, "en")
    assert noted(speaking("order fra", "ruling noted"), 18_000)[0] == []
