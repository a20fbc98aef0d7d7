"""The beginning and the end of a turn, put right while it runs: clock and limit follow."""

from __future__ import annotations

import pytest

from meeting_tui.forecast.projection import project
from meeting_tui.meeting.attributions import TimesCorrected
from meeting_tui.meeting.floor import FloorYielded
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from meeting_tui.meeting.turn_times import BeginningCorrected
from tests.meeting.room import Room, at_time, directory


def running() -> Room:
    """Mexico spoke from 10:01:00; France has had the floor since 10:12:40, given by `next`."""
    room = Room().opened("2")
    room.do("inscribe mex fra jpn")
    room.at("10:01:00").do("next")
    room.at("10:12:40").do("next")
    return room.at("10:13:00")


def told(room: Room, line: str, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), line
    return tell_act(room.state, entries, language, lambda code: directory().name(code, language))


def span(room: Room, key: str) -> tuple[str, str | None]:
    turn = room.state.interventions[key]
    given, yielded = turn.given_at, turn.yielded_at
    return f"{given:%M:%S}", f"{yielded:%M:%S}" if yielded else None


def test_a_clock_started_late_is_put_right_while_it_runs() -> None:
    room = Room().opened("3")
    room.at("10:12:40").do("floor mex!", "inscribe fra")
    before = project(room.at("10:13:00").state, room.now).item

    assert room.do("began 10:12:00") == (BeginningCorrected("s1", at_time("10:12:00")),)

    assert room.used == 60
    assert room.held.left_seconds(room.now) == 120
    after = project(room.state, room.now).item
    assert before is not None and after is not None
    assert (before.turns[0].turn_at - after.turns[0].turn_at).total_seconds() == 40
    assert [(c.before, c.after) for c in room.state.corrections] == [("10:12:40", "10:12:00")]
    room.do("undo")
    assert room.used == 20
    assert replay(room.meeting.entries).state == room.state


def test_one_key_that_came_late_ended_the_turn_before_late_too() -> None:
    room = running()
    sentence = told(room, "began 10:12")

    assert sentence == "Intervention 1 (Mexico): now 10:01:00–10:12:00; France began at 10:12:00"
    assert (span(room, "s1"), span(room, "s2")) == (("01:00", "12:00"), ("12:00", None))
    assert room.used == 60
    room.do("undo")
    assert (span(room, "s1"), span(room, "s2")) == (("01:00", "12:40"), ("12:40", None))


def test_a_later_beginning_leaves_the_turn_before_alone() -> None:
    room = running()
    assert told(room, "began 10:12:50", "zh") == "法国于 10:12:50 开始发言"
    assert (span(room, "s1"), room.used) == (("01:00", "12:40"), 10)


def test_an_end_noted_late_ends_the_turn_when_it_ended() -> None:
    room = running()
    events = room.do("ended 10:12:55")

    assert [type(each) for each in events] == [FloorYielded, TimesCorrected]
    assert room.speaker is None
    assert span(room, "s2") == ("12:40", "12:55")
    assert room.outcome("FRA") == "spoke"
    room.do("undo floor")
    assert room.used == 20


def test_pauses_before_a_later_beginning_do_not_count() -> None:
    room = running()
    room.at("10:13:00").do("pause")
    room.at("10:14:00").do("continue")
    room.at("10:15:00").do("began 10:13:30")
    assert room.used == 60
    room.do("pause")
    room.later(30)
    assert room.refused("began 10:15:10") == "times_within_pauses"
    assert room.refused("ended 10:13:50") == "times_within_pauses"
    room.do("began 10:14:30")
    assert room.used == 30
    room.do("ended 10:15:20")
    assert room.state.interventions["s2"].used_seconds(room.now) == 30


def test_the_latest_turn_or_another_is_put_right_when_it_is_over() -> None:
    room = running()
    room.do("yield")
    assert room.do("ended 10:12:58") == (
        TimesCorrected("s2", at_time("10:12:40"), at_time("10:12:58")),
    )
    room.do("began on fra 10:12:41", "ended on 1 10:12:30", "began on 1 10:01:30")
    assert (span(room, "s1"), span(room, "s2")) == (("01:30", "12:30"), ("12:41", "12:58"))


def test_over_midnight_the_nearest_day_is_meant() -> None:
    room = Room().opened("2")
    room.at("23:59:50").do("floor mex!")
    room.later(60).do("began 23:59:40", "ended 00:00:30")
    assert room.state.interventions["s1"].used_seconds(room.now) == 50


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("began", "clock_missing"),
        ("began mex", "clock_expected"),
        ("began on zzz 10:12", "has_not_spoken"),
        ("began 10:12 now", "words_left"),
        ("began on (x) 10:12", "group_apart"),
        ("began on 9 10:12", "no_such_intervention"),
        ("ended on 9 10:12", "no_such_intervention"),
        ("began 10:14", "times_in_future"),
        ("ended 10:14", "times_in_future"),
        ("began 10:13:00", "times_backwards"),
        ("ended 10:12:40", "times_backwards"),
        ("began 10:12:40", "times_are_so"),
        ("began 10:01:00", "times_overlap"),  # the turn before would have no time left
        ("began 10:00:30", "times_overlap"),
        ("began on 1 10:12:40", "times_backwards"),
        ("ended on 1 10:12:50", "times_overlap"),
    ],
)
def test_what_cannot_have_been_is_refused(line: str, code: str) -> None:
    room = running()
    assert room.refused(line) == code
    assert span(room, "s2") == ("12:40", None)


def test_a_turn_that_ended_apart_from_this_beginning_is_not_changed() -> None:
    room = Room().opened("2")
    room.at("10:01:00").do("floor mex!")
    room.at("10:12:20").do("yield")
    room.at("10:12:40").do("floor fra!")
    refusal = room.at("10:13:00").tried("began 10:12:00")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "times_overlap_first"
    assert refusal.params["first"] == "times 1 10:01:00 10:12:00"

    room.do("times 1 10:01:00 10:12:00")
    room.do("began 10:12:00")
    assert span(room, "s2") == ("12:00", None)


def test_nobody_spoke_or_a_point_of_order_is_heard() -> None:
    room = Room().opened("2")
    assert room.refused("began 10:00") == "nobody_has_spoken"
    room.do("floor mex!")
    room.later(60).do("order per")
    assert room.later(5).refused("ended 10:01") == "point_of_order_pending"


def test_an_hour_that_the_clocks_skip_is_refused() -> None:
    from datetime import date

    room = Room(day=date(2026, 3, 29))
    room.at("00:30:00").do("open", "item 2")
    room.at("01:59:00").do("floor mex!")
    room.later(300)
    assert room.refused("began 02:30") == "time_not_one"
    assert room.refused("ended 02:30") == "time_not_one"
