"""A limit that fits by a time that is past."""

from __future__ import annotations

from meeting_tui.desk.limit_fit import fit_limit
from tests.meeting.room import Room


def test_a_time_that_is_past_is_said_to_be_past() -> None:
    room = Room().opened()
    room.do("inscribe mex fra zaf")
    room.at("10:12:00")
    assert fit_limit(room.state, room.now, "9:40", "en").sentence == "09:40 is past."
    assert fit_limit(room.state, room.now, "9:40", "zh").sentence == "09:40已过。"
    assert not fit_limit(room.state, room.now, "9:40", "en").suffices
