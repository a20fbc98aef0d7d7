"""A session left open with somebody on the floor: whether that time counts is asked once."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.clock_gaps import (
    ClockJumped,
    GapCounted,
    GapDiscounted,
    NoteClockJump,
    gap_asked,
    whose,
)
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell, tell_newest
from tests.meeting.room import Room, directory

HOUR = 3600.0


def left_open(hours: float = 5.0) -> Room:
    """Mexico has spoken for a minute when the session is left, and it is opened again later."""
    room = Room().opened()
    room.do("floor mex!")
    room.later(60).do("note a1 first words")
    room.later(hours * HOUR).do(NoteClockJump("closed", hours * HOUR))
    return room


def used(room: Room) -> float:
    return room.state.interventions["s1"].used_seconds(room.now)


def test_the_time_stands_still_and_is_asked_about() -> None:
    room = left_open()
    (gap,) = room.state.gaps

    assert used(room) == 60
    assert gap_asked(room.state) == gap
    assert whose(room.state, gap) == "MEX"
    assert (gap.cause, gap.spoke, gap.discounted, gap.is_settled) == ("closed", "s1", True, False)
    assert used(room.later(30)) == 90


def test_it_does_not_count() -> None:
    room = left_open()
    (event,) = room.do("gap out")

    assert event == GapDiscounted("s1", 5 * HOUR)
    assert used(room) == 60
    assert gap_asked(room.state) is None
    assert room.refused("gap out") == room.refused("gap in") == "no_gap"


def test_it_counts_after_all() -> None:
    room = left_open()
    (event,) = room.do("gap in")

    assert event == GapCounted("s1", 5 * HOUR)
    assert used(room) == 60 + 5 * HOUR
    assert room.state.interventions["s1"].pauses == ()
    assert gap_asked(room.state) is None
    assert [each.kind for each in open_points(room.state, room.now, directory())].count(
        "clock_gap"
    ) == 0
    room.do("undo")
    assert used(room) == 60
    assert gap_asked(room.state) is not None


def test_the_answer_may_come_after_the_statement() -> None:
    room = left_open()
    room.later(60).do("yield")
    room.later(60).do("gap in")

    assert used(room) == 120 + 5 * HOUR


def test_who_asks_nothing_is_not_asked_twice() -> None:
    room = left_open()
    room.later(60).do("next")

    assert gap_asked(room.state) is None
    assert used(room) == 120


@pytest.mark.parametrize("line", ["pause", "yield"])
def test_nobody_is_asked_for_where_no_time_ran(line: str) -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(60).do(line)
    room.later(HOUR).do(NoteClockJump("closed", HOUR))

    assert gap_asked(room.state) is None
    assert room.state.gaps[-1].spoke is None


def test_a_sleep_of_the_machine_counts_until_it_is_said_otherwise() -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(300).do(NoteClockJump("sleep", 240.0))
    assert used(room) == 300
    assert gap_asked(room.state) is not None
    assert [each.kind for each in open_points(room.state, room.now, directory())].count(
        "clock_gap"
    ) == 1

    room.do("gap in")
    assert used(room) == 300
    assert gap_asked(room.state) is None
    assert [each.kind for each in open_points(room.state, room.now, directory())].count(
        "clock_gap"
    ) == 0
    room.do("undo", "gap out")
    assert used(room) == 60


def test_a_clock_that_was_set_is_not_asked_about() -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(300).do(NoteClockJump("step", 240.0))

    assert gap_asked(room.state) is None
    assert room.refused("gap in") == "no_gap"


def test_the_log_tells_it_the_same_again() -> None:
    room = left_open()
    room.do("gap in")
    events = [type(each.event) for each in room.meeting.entries[-2:]]

    assert events == [ClockJumped, GapCounted]
    assert replay(room.meeting.entries).state == room.state


def test_a_step_of_the_clock_does_not_hide_the_question() -> None:
    room = left_open()
    room.do(NoteClockJump("step", HOUR))

    assert gap_asked(room.state) is not None
    room.do("gap in")
    assert used(room) == 60 + 5 * HOUR
    assert [each.is_settled for each in room.state.gaps] == [True, False]


def test_where_the_clock_was_put_forward_no_time_passed() -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(60 + HOUR).do(NoteClockJump("moved", HOUR))

    assert used(room) == 60
    assert gap_asked(room.state) is None
    assert room.refused("gap in") == "no_gap"
    assert replay(room.meeting.entries).state == room.meeting.state


def test_what_a_restart_of_the_computer_took_counts_until_somebody_says_otherwise() -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(90).do(NoteClockJump("restarted", 80))

    assert used(room) == 90
    assert gap_asked(room.state) is not None
    room.do("gap out")
    assert used(room) == 10


@pytest.mark.parametrize(("cause", "listed"), [("sleep", 1), ("restarted", 1), ("step", 0)])
def test_only_time_that_counts_is_left_to_look_at(cause: str, listed: int) -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(90).do(NoteClockJump(cause, 80))

    kinds = [each.kind for each in open_points(room.state, room.now, directory())]
    assert kinds.count("clock_gap") == listed


def order_left_open(*lines: str) -> Room:
    """France is heard on a point of order for a minute, then the session is left for 5 hours."""
    room = Room().opened()
    room.do(*lines, "order fra")
    room.later(60 + 5 * HOUR).do(NoteClockJump("closed", 5 * HOUR))
    return room


def heard(room: Room) -> float:
    since = heard_since(room.state)
    assert since is not None
    return (room.now - since).total_seconds()


@pytest.mark.parametrize("lines", [("floor mex!",), ()])
def test_the_clock_of_a_point_of_order_stands_still_and_is_asked_about(
    lines: tuple[str, ...],
) -> None:
    room = order_left_open(*lines)
    gap = gap_asked(room.state)

    assert gap is not None
    assert (gap.spoke, gap.heard, gap.discounted) == (None, "o1", True)
    assert whose(room.state, gap) == "FRA"
    assert heard(room) == 60
    (event,) = room.do("gap out")
    assert event == GapDiscounted("", 5 * HOUR, "o1")
    assert (heard(room), gap_asked(room.state)) == (60, None)
    room.do("undo")
    entries = room.tried("gap in")
    assert not isinstance(entries, Refusal)
    assert entries[0].event == GapCounted("", 5 * HOUR, "o1")
    told = tell(room.state, entries[0], "en", directory().name)
    assert told == "France: the gap of 5:00:00 counts"
    assert heard(room) == 60 + 5 * HOUR
    assert replay(room.meeting.entries).state == room.state


def test_a_ruling_ends_the_question_and_the_speaker_keeps_the_time() -> None:
    room = order_left_open("floor mex!")
    room.do("ruling noted", "continue")

    assert gap_asked(room.state) is None
    assert used(room.later(30)) == 30
    assert [
        e for e in open_points(room.state, room.now, directory()) if e.kind == "clock_gap"
    ] == []


def test_a_sleep_longer_than_the_point_of_order_is_nobodys() -> None:
    room = Room().opened()
    room.do("order fra")
    room.later(10).do(NoteClockJump("sleep", 60))

    assert heard(room) == 10
    assert room.refused("gap out") == "gap_before_speaker"


def test_the_open_item_and_its_segment_lose_no_time_either() -> None:
    room = Room().opened("2")
    room.do("segment 2.2")
    room.later(60 + HOUR).do(NoteClockJump("moved", HOUR))
    room.later(10)

    assert room.state.items["2"].open_seconds(room.now) == 100
    assert room.state.segment_times["2.2"].at(room.now) == 70
    room.do("suspend")
    room.later(HOUR).do(NoteClockJump("moved", HOUR))
    assert room.state.items["2"].open_seconds(room.now) == 100
    assert replay(room.meeting.entries).state == room.meeting.state


@pytest.mark.parametrize("line", ["suspend", "adjourn!"])
def test_a_stop_that_is_taken_back_long_after_asks_about_the_time_since(line: str) -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(60).do(line)
    entries = room.later(1200).tried("undo")

    assert not isinstance(entries, Refusal)
    assert used(room) == 60
    assert gap_asked(room.state) == room.state.gaps[-1]
    told = tell_newest(room.meeting, entries, "en", directory().name)
    assert "Mexico has the floor again; the 20:00 since then do not count" in told
    room.later(30).do("gap in")
    assert used(room) == 60 + 1200 + 30
    assert replay(room.meeting.entries).state == room.state


def test_a_stop_taken_back_twice_counts_the_time_since_each() -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(60).do("suspend")
    room.later(600).do("undo")
    room.later(10).do("redo")
    room.later(300).do("undo")

    assert used(room) == 70
    assert [gap.seconds for gap in room.state.gaps] == [600, 300]
    assert replay(room.meeting.entries).state == room.state


@pytest.mark.parametrize(
    ("lines", "seconds"), [((), 30.0), (("pause",), 600.0), (("yield",), 600.0)]
)
def test_a_stop_by_a_slip_or_with_nobodys_time_running_asks_nothing(
    lines: tuple[str, ...], seconds: float
) -> None:
    room = Room().opened()
    room.do("floor mex!")
    room.later(60).do(*lines, "suspend")
    room.later(seconds).do("undo")

    assert room.state.gaps == []
    assert gap_asked(room.state) is None


def test_a_point_of_order_that_lapsed_by_a_stop_is_heard_again_without_the_time_since() -> None:
    room = Room().opened()
    room.do("floor mex!", "order fra")
    room.later(60).do("suspend")
    entries = room.later(600).tried("undo")

    assert not isinstance(entries, Refusal)
    assert "France has the floor again" in tell_newest(
        room.meeting, entries, "en", directory().name
    )
    assert heard(room) == 60
    assert gap_asked(room.state) is not None
