"""The moments of a log: where each step leads, and that each shows the meeting as it stood."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.desk.replay import (
    Moments,
    Opening,
    PastStates,
    Turn,
    Unit,
    moments_of,
    whole_second,
)
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.meeting import replay
from tests.meeting.room import Room
from tests.properties import typed_lines

DAY = date(2026, 3, 19)


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), UTC)


MOMENTS = Moments(
    start=at("09:00:00"),
    end=at("09:40:00"),
    turns=(
        Turn(at("09:10:00"), "MEX", "1"),
        Turn(at("09:20:00"), "FRA", "1"),
        Turn(at("09:30:00"), "MEX", "2"),
    ),
    openings=(
        Opening(at("09:05:00"), "1", is_item=True),
        Opening(at("09:06:00"), "1.1", is_item=False),
        Opening(at("09:25:00"), "2", is_item=True),
    ),
    midday=at("12:00:00"),
)


@pytest.mark.parametrize(
    ("unit", "by", "here", "there"),
    [
        ("turn", 1, "09:00:00", "09:10:00"),
        ("turn", 1, "09:10:00", "09:20:00"),
        ("turn", 1, "09:15:00", "09:20:00"),
        ("turn", 1, "09:30:00", "09:40:00"),
        ("turn", 1, "09:40:00", "09:40:00"),
        ("turn", -1, "09:40:00", "09:30:00"),
        ("turn", -1, "09:35:00", "09:30:00"),
        ("turn", -1, "09:30:00", "09:20:00"),
        ("turn", -1, "09:10:00", "09:00:00"),
        ("turn", -1, "09:00:00", "09:00:00"),
        ("minute", 1, "09:10:07", "09:11:07"),
        ("minute", 1, "09:39:30", "09:40:00"),
        ("minute", -1, "09:10:07", "09:09:07"),
        ("minute", -1, "09:00:30", "09:00:00"),
        ("item", 1, "09:00:00", "09:05:00"),
        ("item", 1, "09:05:00", "09:25:00"),
        ("item", 1, "09:25:00", "09:40:00"),
        ("item", -1, "09:40:00", "09:25:00"),
        ("item", -1, "09:24:00", "09:05:00"),
        ("item", -1, "09:05:00", "09:00:00"),
        ("edge", 1, "09:15:00", "09:40:00"),
        ("edge", -1, "09:15:00", "09:00:00"),
    ],
)
def test_where_a_step_leads(unit: Unit, by: Literal[-1, 1], here: str, there: str) -> None:
    assert MOMENTS.stepped(at(here), unit, by) == at(there)


def test_a_time_is_of_the_day_in_view_but_of_no_day_before_the_meeting() -> None:
    assert MOMENTS.clock(time(9, 15), at("09:30:00")) == at("09:15:00")
    assert MOMENTS.clock(time(9, 15), at("09:30:00") - timedelta(days=9)) == at("09:15:00")
    next_day = at("09:30:00") + timedelta(days=1)
    assert MOMENTS.clock(time(9, 15), next_day) == at("09:15:00") + timedelta(days=1)


def test_turns_are_counted_as_they_begin() -> None:
    clocks = ("09:00:00", "09:10:00", "09:29:59", "09:40:00")
    assert [MOMENTS.turns_begun(at(each)) for each in clocks] == [0, 1, 2, 3]


def test_every_moment_is_a_whole_second() -> None:
    assert whole_second(at("09:10:00")) == at("09:10:00")
    assert whole_second(at("09:10:00.000001")) == at("09:10:01")


@given(
    st.sampled_from(["turn", "item"]),
    st.integers(0, 2400),
)
def test_on_and_back_leads_to_where_one_was(unit: Unit, seconds: int) -> None:
    here = MOMENTS.stepped(MOMENTS.start + timedelta(seconds=seconds), unit, 1)
    on = MOMENTS.stepped(here, unit, 1)
    assert MOMENTS.stepped(on, unit, -1) == here or on == here == MOMENTS.end
    back = MOMENTS.stepped(here, unit, -1)
    assert MOMENTS.stepped(back, unit, 1) == here


@given(st.integers(60, 2340))
def test_a_minute_on_and_back_too(seconds: int) -> None:
    here = MOMENTS.start + timedelta(seconds=seconds)
    assert MOMENTS.stepped(MOMENTS.stepped(here, "minute", 1), "minute", -1) == here
    assert MOMENTS.stepped(MOMENTS.stepped(here, "minute", -1), "minute", 1) == here


def test_what_was_taken_back_is_no_turn_and_no_item() -> None:
    room = Room()
    room.at("10:00:00").do("open", "item 1", "undo", "item 2", "mex fra")
    room.at("10:01:00").do("next")
    room.at("10:01:30").do("undo")
    room.at("10:02:00").do("floor fra")
    room.at("10:03:00").do("order gha", "ruling overruled")
    found = moments_of(room.meeting, room.now)

    assert [(each.delegation, f"{each.at:%M:%S}") for each in found.turns] == [
        ("FRA", "02:00"),
        ("GHA", "03:00"),
    ]
    assert [each.id for each in found.openings] == ["2"]
    assert found.end == room.now


def test_a_log_without_its_beginning_is_none() -> None:
    with pytest.raises(LogDamaged):
        PastStates([])


@given(
    st.lists(
        st.one_of(typed_lines.any_lines, typed_lines.steering, typed_lines.back_and_forth),
        max_size=40,
    ),
    st.lists(st.integers(0, 10_000), min_size=1, max_size=12),
    st.integers(1, 9),
)
@settings(deadline=None)
def test_each_state_is_that_of_the_log_until_then(
    lines: list[str], looks: list[int], every: int
) -> None:
    room = Room().opened("2")
    for line in lines:
        room.later(7).tried(line)
    entries = room.meeting.entries
    past = PastStates(entries, every)

    for look in looks:
        number = 1 + look % len(entries)
        assert past.after(number) == replay(entries[:number]).state


def test_entries_are_counted_until_the_first_that_came_later() -> None:
    room = Room().opened("2")
    entries = [*room.meeting.entries, replace(room.meeting.last, at=room.now - timedelta(hours=1))]
    past = PastStates(entries)

    assert past.entries_by(entries[0].at - timedelta(days=1)) == 1
    assert past.entries_by(room.now) == len(entries)
    assert past.entries_by(entries[1].at - timedelta(seconds=1)) == 1
