"""The bell rings once as a limit passes, and only then."""

from __future__ import annotations

import pytest

from meeting_tui.ui.live_port import LimitBell
from tests.meeting.room import Room


def rings(seconds: list[float], *, between: dict[float, str] | None = None) -> int:
    """How often it rings when looked at so many seconds after Mexico got 3:00."""
    room, rung = Room().opened(), []
    room.do("inscribe mex fra", "next")
    began = room.now
    bell = LimitBell(lambda: rung.append(1))
    for second in seconds:
        room.later(second - (room.now - began).total_seconds())
        if between and second in between:
            room.do(between[second])
        bell.look(room.state, room.now)
    return len(rung)


@pytest.mark.parametrize(
    ("seconds", "between", "times"),
    [
        ([0, 179.9, 180, 180.5, 181, 240], {}, 1),
        ([0, 100, 179], {}, 0),
        ([200, 201, 260], {}, 0),
        ([0, 181, 190, 200, 221, 222], {190: "extend 0:40"}, 2),
        ([0, 100, 250, 300], {100: "pause"}, 0),
        ([0, 179, 181, 200, 400], {181: "yield"}, 0),
        ([0, 179, 185, 300, 366], {185: "next"}, 1),
    ],
)
def test_rings_as_the_limit_passes(
    seconds: list[float], between: dict[float, str], times: int
) -> None:
    assert rings(seconds, between=between) == times
