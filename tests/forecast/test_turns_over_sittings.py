"""When turns come that a sitting's end, a break or another sitting stands between."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.sittings import Adjourn, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList
from tests.forecast.room import SITTINGS, Room, clock, inscribe, who
from tests.forecast.turn_room import NEXT, PLAN, ends, opened, turns


def test_turns_behind_the_sittings_end_are_in_the_next_sitting() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a", "b", "c", "d", "e"))
    seen = room.see("12:50")

    assert turns(room, "12:50") == [
        "a 12:50",
        "b 12:53:20",
        "c 12:56:40",
        "d 15:00",
        "e 15:03:20",
    ]
    assert seen.item is not None
    assert (seen.item.fits, seen.item.left_over) == (3, 2)


def test_turn_that_runs_into_the_break_goes_on_behind_it() -> None:
    room = opened(instant="12:59").do("12:59", inscribe("a", "b"))
    first, second = room.see("12:59").turns

    assert (clock(first.turn_at), clock(first.ends_at)) == ("12:59", "15:02")
    assert (clock(second.turn_at), clock(second.ends_at)) == ("15:02:20", "15:05:20")
    assert first.is_after_sitting


def test_whoever_speaks_is_not_sent_into_the_next_sitting() -> None:
    room = opened(instant="12:59").do("12:59", inscribe("a", "b"), NEXT)

    assert ends(room.do("12:59", Withdraw(who("b"))), "12:59:30") == "13:02"


def test_in_a_sitting_that_runs_over_the_next_speakers_are_in_the_next_one() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a"))
    seen = room.see("13:05")

    assert turns(room, "13:05") == ["a 15:00"]
    assert seen.sitting is not None
    assert (seen.sitting.id, seen.sitting.seconds_left) == ("1", -300)
    assert seen.item is not None
    assert (seen.item.fits, seen.item.left_over) == (0, 1)


def test_behind_the_last_sitting_turns_go_on_and_are_marked() -> None:
    room = opened(instant="17:58").do("17:58", inscribe("a", "b"))

    assert turns(room, "17:58") == ["a 17:58", "b 18:01:20"]
    assert [t.is_after_sitting for t in room.see("17:58").turns] == [True, True]


@pytest.mark.parametrize(
    ("instant", "name", "is_held", "left"),
    [
        ("9:30", "1", False, 3 * 3600),
        ("10:30", "1", False, 2.5 * 3600),
        ("13:30", "2", False, 3 * 3600),
        ("18:30", "2", False, -1800),
    ],
)
def test_sitting_shown_before_the_meeting_is_opened(
    instant: str, name: str, is_held: bool, left: float
) -> None:
    seen = Room(PLAN).see(instant)

    assert seen.sitting is not None
    assert (seen.sitting.id, seen.sitting.is_held) == (name, is_held)
    assert seen.sitting.seconds_left == left
    assert (seen.item, seen.turns) == (None, ())


def test_between_sittings_the_next_one_is_counted_from() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a", "b"), NEXT)
    room.do("13:00", Suspend())

    assert turns(room, "13:00:05") == ["b 15:00"]
    assert turns(room, "14:00") == ["b 15:00"]
    assert turns(room, "15:02") == ["b 15:02"]
    assert ends(room.do("15:02", Withdraw(who("b"))), "14:00") == "15:00"


def test_a_break_within_the_sitting_may_end_at_any_moment() -> None:
    room = opened().do("10:10", inscribe("a")).do("11:00", Suspend())

    assert turns(room, "11:05") == ["a 11:05"]


def test_sitting_that_was_opened_early_is_held() -> None:
    room = opened(instant="9:50").do("9:50", inscribe("a"))
    seen = room.see("9:55")

    assert turns(room, "9:55") == ["a 09:55"]
    assert seen.sitting is not None
    assert seen.sitting.is_held
    assert seen.sitting.seconds_left == 3 * 3600 + 300


def test_second_sitting_begun_in_the_break_is_the_one_that_is_held() -> None:
    room = opened(instant="12:00").do("13:00", Suspend()).do("14:30", Resume())
    room.do("14:30", inscribe("a"))

    assert turns(room, "14:40") == ["a 14:40"]


def test_difference_is_against_the_planned_end_of_the_item() -> None:
    room = opened(instant="10:20").do("10:20", inscribe(*"abcde"))
    seen = room.see("10:20").item

    assert seen is not None
    assert clock(seen.planned_end) == "10:30"
    assert seen.difference_seconds == 30 * 60 - 10 * 60, "its planned minutes, begun 20 min late"
    closed = room.do("10:20", CloseList()).see("10:20").item
    assert closed is not None
    assert closed.difference_seconds == 5 * 180 + 4 * 20 - 600


def test_nothing_is_projected_once_the_meeting_is_adjourned() -> None:
    room = opened().do("10:00", inscribe("a")).do("11:00", Adjourn(insist=True))
    seen = room.see("11:30")

    assert (seen.sitting, seen.item, seen.turns) == (None, None, ())


def test_time_now_may_be_given_in_any_zone() -> None:
    room = opened().do("10:00", inscribe("a"))
    local = SITTINGS[0].start.replace(hour=10, minute=5)

    assert room.see(local) == room.see("10:05")
