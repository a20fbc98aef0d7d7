"""Giving the floor, yielding it, letting the time stand still: at most one delegation speaks."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.speakers_list import Inscribed
from tests.meeting.room import Room, at_time, wgtr_rules


def test_next_yields_whoever_speaks_then_gives_the_floor_to_the_first() -> None:
    room = Room().opened()
    room.do("inscribe mex fra")
    (given,) = room.do("next")
    assert isinstance(given, FloorGiven)
    assert given.by_next

    yielded, given = room.later(90).do("next")
    assert isinstance(yielded, FloorYielded)
    assert isinstance(given, FloorGiven)
    assert room.speaker == "FRA"
    assert room.later(30).spoken == [("MEX", 90), ("FRA", 30)]
    assert not given.out_of_order


def test_next_while_somebody_speaks_and_nobody_waits_yields() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    (event,) = room.later(60).do("next")

    assert isinstance(event, FloorYielded)
    assert room.speaker is None
    assert room.refused("next!") == "nobody_waits"


def test_next_again_within_three_seconds_is_refused_and_insists_with_a_mark() -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn per", "next")

    assert room.later(2.9).refused("next") == "next_twice"
    assert room.speaker == "MEX"
    room.do("next!")
    assert room.speaker == "FRA"
    assert room.later(2).refused("next") == "next_twice"
    assert room.later(1).do("next")
    assert room.speaker == "JPN"


def test_the_guard_is_the_rules_and_no_clock_that_goes_back_locks_next() -> None:
    room = Room(rules=wgtr_rules(next_guard_seconds=0.0)).opened()
    room.do("inscribe mex fra", "next", "next")
    assert room.speaker == "FRA"

    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(-3600).do("next")
    assert room.speaker == "FRA"
    assert room.spoken == [("MEX", 0), ("FRA", 0)]


def test_next_after_an_undone_next_is_no_second_one() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(1).do("undo", "next")

    assert room.speaker == "MEX"


def test_floor_yields_whoever_speaks_and_is_kept_as_out_of_order() -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn", "floor mex")
    assert not room.inscription("MEX").out_of_order

    yielded, given = room.later(20).do("floor jpn")
    assert isinstance(yielded, FloorYielded)
    assert isinstance(given, FloorGiven)
    assert not given.by_next
    assert room.inscription("JPN").out_of_order
    assert room.waiting == ["FRA"]
    assert room.do("next")


def test_floor_with_a_mark_gives_it_to_somebody_on_no_list() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    events = room.later(10).do("floor jpn!")

    assert [type(each) for each in events] == [Inscribed, FloorYielded, FloorGiven]
    assert room.speaker == "JPN"
    assert room.inscription("JPN").out_of_order
    assert room.inscription("JPN").outcome == "speaking"
    room.do('floor! "Somebody at the back"')
    assert room.speaker == "Somebody at the back"
    assert not room.inscription("Somebody at the back").known


def test_floor_with_a_mark_for_somebody_who_waits_is_floor() -> None:
    room = Room().opened()
    room.do("inscribe mex")

    assert [type(each) for each in room.do("floor mex!")] == [FloorGiven]


@pytest.mark.parametrize("line", ["floor fra", "next"])
def test_undo_of_floor_and_next_gives_the_floor_back(line: str) -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(50).do(line)
    room.later(10).do("undo")

    assert room.speaker == "MEX"
    assert room.used == 60
    assert room.held.given_at == at_time("10:00:30")
    assert room.waiting == ["FRA"]
    assert room.outcome("FRA") == "waiting"


def test_undo_of_the_first_next_leaves_nobody_speaking() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "undo")

    assert room.speaker is None
    assert room.waiting == ["MEX"]
    assert room.state.last_intervention is None


def test_pauses_are_not_counted_and_what_was_left_is_left() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(60).do("pause")
    room.later(45)
    assert room.used == 60
    assert room.held.left_seconds(room.now) == 120
    room.do("continue")
    room.later(30)
    assert room.used == 90
    room.do("pause")
    room.later(5).do("yield")
    assert room.later(100).spoken == [("MEX", 90)]
    assert next(iter(room.state.interventions.values())).paused_seconds == 50


@pytest.mark.parametrize(
    ("lines", "line", "code"),
    [
        ((), "next", "nobody_waits"),
        ((), "yield", "nobody_speaks"),
        ((), "pause", "nobody_speaks"),
        ((), "continue", "nobody_speaks"),
        ((), "extend 1:00", "extend_sitting"),
        (("inscribe mex", "next", "pause"), "pause", "already_paused"),
        (("inscribe mex", "next"), "continue", "not_paused"),
    ],
)
def test_floor_acts_that_cannot_be(lines: tuple[str, ...], line: str, code: str) -> None:
    room = Room().opened()
    room.do(*lines)

    assert room.refused(line) == code


def test_the_clock_never_shows_less_than_nothing() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")

    assert room.held.used_seconds(at_time("09:00:00")) == 0
    assert room.held.left_seconds(at_time("10:04:00")) == -30
