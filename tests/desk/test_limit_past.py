"""A limit that fits by a time that is past."""

from __future__ import annotations

from meeting_tui.desk.limit_fit import Suggestion, fit_limit
from meeting_tui.views.look import Look
from tests.meeting.room import Room, directory


def suggested(room: Room, clock: str, language: str = "en") -> Suggestion:
    return fit_limit(Look.of(room.state, room.now, directory(), language), clock)


def test_a_time_that_is_past_is_said_to_be_past() -> None:
    room = Room().opened()
    room.do("inscribe mex fra zaf")
    room.at("10:12:00")
    assert suggested(room, "9:40").sentence == "09:40 is past."
    assert suggested(room, "9:40", "zh").sentence == "09:40已过。"
    assert not suggested(room, "9:40").suffices
