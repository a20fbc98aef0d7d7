"""Breaks that no plan names: when a body takes them, how long they are, and what that means."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import TimekeeperRules
from meeting_tui.forecast.breaks import (
    STEPS,
    Breaks,
    Stretch,
    Stretches,
    breaks_after,
    breaks_to_come,
    stretches,
)
from meeting_tui.forecast.figures import OpenItem
from meeting_tui.forecast.learning import rules_after, taught_in
from meeting_tui.forecast.spread import mixed
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import OpenItem as OpenItemAsked
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from tests.forecast.room import Room, agenda, at, inscribe, item

PLAN = agenda(item("1", 170, sitting="1"), item("2", 170, sitting="2"))
UNKNOWN = TimekeeperRules()
USUAL = {"break_minutes": 120.0, "break_power": 8.0, "break_length": 30.0}
NEXT = Next(insist=True)


def opened(**known: float) -> Room:
    return Room(PLAN, known=known).do("10:00", OpenMeeting(), OpenItemAsked("1"))


def heard(room: Room, who: str, begins: str, ends: str) -> Room:
    return room.do(begins, inscribe(who), NEXT).do(ends, Yield())


def seen(room: Room, instant: datetime | str) -> OpenItem:
    found = room.see(instant).item
    assert found is not None
    return found


def after(*minutes: int, broken: float | None = 1800.0) -> Stretches:
    """Sittings that went on for so many minutes until a break of so many seconds."""
    begin = at("10:00")
    return Stretches.of([Stretch(begin, begin + timedelta(minutes=m), broken) for m in minutes])


def test_a_quarter_of_an_hour_with_nobody_on_the_floor_was_a_break() -> None:
    room = heard(opened(), "a", "10:02", "10:10")
    heard(heard(room, "b", "10:24", "10:30"), "c", "10:50", "11:00")
    # What is longer than an hour and a half was something else, and lunch is no break.
    heard(room, "d", "12:40", "12:50").do("13:00", Suspend()).do("15:00", Resume())
    heard(room, "e", "15:20", "15:30").do("15:40", inscribe("f"), NEXT)

    told = [(each.begins, each.ends, each.break_seconds) for each in stretches(room.state)]
    assert told == [
        (at("10:00"), at("10:30"), 1200.0),
        (at("10:50"), at("11:00"), None),
        (at("12:40"), at("12:50"), None),
        (at("15:00"), at("15:40"), None),
    ]
    assert stretches(opened().state) == []


def test_stretches_are_counted_by_steps_of_ten_minutes() -> None:
    sums = after(25) + after(10, broken=None) + after(9 * 60)

    assert sums.held[:3] == (3.0, 2.0, 1.5)
    assert sums.held[-1] == pytest.approx(1.0, abs=0.01)
    assert (sums.ended[2], sums.ended[-1], sums.breaks, sums.count) == (1, 1, 2, 3)
    assert sums.lengths == pytest.approx(2 * log(1800))


def test_only_sums_that_sittings_can_have_are_whole() -> None:
    sums = after(25, 130)

    assert Stretches().is_whole
    assert sums.is_whole
    for wrong in (
        replace(sums, held=()),
        replace(sums, held=(9.0, *sums.held[1:])),
        replace(sums, ended=(-1, *sums.ended[1:])),
        replace(sums, ended=(9,) * STEPS),
        replace(sums, held=(0.0,) * STEPS),
        replace(sums, lengths=0.0),
        replace(sums, lengths=float("nan")),
        replace(sums, squares=1.0),
    ):
        assert not wrong.is_whole


def test_without_a_break_seen_nothing_is_learned() -> None:
    assert breaks_after(UNKNOWN, Stretches()) == UNKNOWN
    assert breaks_after(UNKNOWN, after(100, 170, broken=None)) == UNKNOWN


def test_breaks_that_come_after_the_same_time_are_learned_as_regular() -> None:
    regular = breaks_after(UNKNOWN, after(*[118, 120, 122] * 6))
    irregular = breaks_after(UNKNOWN, after(*[10, 40, 80, 150, 240] * 4))

    assert regular.break_power > 6
    assert regular.break_minutes == pytest.approx(120, abs=8)
    assert irregular.break_power < 2
    assert regular.break_length == pytest.approx(28, abs=2)
    assert regular.break_length_spread < 0.3


def test_few_breaks_teach_little() -> None:
    one, many = breaks_after(UNKNOWN, after(120)), breaks_after(UNKNOWN, after(*[120] * 20))

    assert one.break_minutes > 1.1 * many.break_minutes
    assert one.break_length < many.break_length
    # Gaps at the very beginning are no sign of a body that rises every few minutes.
    assert breaks_after(UNKNOWN, after(1, 2)).break_minutes > 30
    known = replace(UNKNOWN, **USUAL)
    found = breaks_after(known, after(60, 60))
    assert 60 < found.break_minutes < 120
    assert one.break_power < found.break_power < 8


def test_the_chance_of_a_break_goes_by_how_long_there_was_none() -> None:
    known = replace(UNKNOWN, **USUAL)

    def chance(age: float, seconds: float, room: float = 1e6) -> float:
        return Breaks(known, 60 * age, room).chance(seconds)

    assert chance(0, 7200) == pytest.approx(0.5)
    assert chance(0, 1800) < 0.001
    assert chance(110, 1800) > 0.6
    assert chance(110, 1800, 0.0) == 0
    assert chance(0, 0) == 0
    assert Breaks(UNKNOWN, 0, 1e6).chance(7200) == 0
    assert Breaks(known, 0, 0).mean == pytest.approx(1800 * exp(known.break_length_spread**2 / 2))


def test_how_long_a_sitting_has_gone_on_is_counted_since_its_last_break() -> None:
    end = at("13:00")
    room = heard(opened(**USUAL), "a", "10:05", "10:30")

    def age(instant: str) -> float:
        found = breaks_to_come(room.state, at(instant), end)
        assert found is not None
        return found.age / 60

    assert breaks_to_come(opened().state, at("10:00"), end) is None
    assert age("10:40") == 40
    # Nobody has the floor for so long: the break is on.
    assert age("10:45") == 0
    heard(room, "b", "10:50", "11:00")
    assert age("11:10") == 20
    room.do("11:20", Suspend())
    assert age("11:30") == 0
    room.do("15:00", Resume())
    assert age("15:10") == 10
    assert opened(**USUAL).see("10:10").item is not None


def test_a_break_that_is_likely_moves_the_pace_and_the_late_case_and_never_full_time() -> None:
    plain, known = opened(), opened(**USUAL)
    for room in (plain, known):
        heard(room, "a", "10:00", "10:05")
        for begins in ("10:15", "10:29", "10:43", "10:57", "11:11", "11:25", "11:39"):
            heard(room, f"at {begins}", begins, f"{begins}:40")
        room.do("11:40", inscribe(*[f"d{n}" for n in range(10)]))

    def later(by: str) -> float:
        one, other = (getattr(seen(room, "11:40"), by) for room in (plain, known))
        return float((other - one).total_seconds())

    assert 30 < later("list_pace_ends_at") < 1200 < later("list_late_ends_at") < 2400
    assert later("list_ends_at") == 0


@given(
    st.integers(0, 150),
    st.integers(1, 12),
    st.floats(30, 240),
    st.floats(1, 8),
    st.floats(1, 90),
)
def test_no_break_brings_an_end_forward_nor_does_one_more_speaker(
    minutes: int, count: int, middle: float, power: float, length: float
) -> None:
    now = at("10:00") + timedelta(minutes=minutes)
    figures = {"break_minutes": middle, "break_power": power, "break_length": length}
    plain, known = opened(), opened(**figures)
    before = None
    for n in range(count):
        for room in (plain, known):
            room.do(now, inscribe(f"d{n}"))
        one, other = seen(plain, now), seen(known, now)
        close = timedelta(seconds=0.1)
        assert other.ends_at == one.ends_at
        assert other.list_pace_ends_at >= one.list_pace_ends_at - close
        assert other.list_late_ends_at >= one.list_late_ends_at - close
        assert other.list_pace_ends_at <= other.list_late_ends_at
        ends = [each.pace_ends_at for each in other.turns]
        assert all(a <= b + close for a, b in pairwise(ends))
        if before is not None:
            assert other.list_pace_ends_at >= before.list_pace_ends_at - close
            assert other.list_late_ends_at >= before.list_late_ends_at - close
        before = other


def test_a_finished_meeting_teaches_when_its_breaks_came() -> None:
    room = opened()
    heard(heard(room, "a", "10:00", "10:20"), "b", "10:21", "10:30")
    heard(heard(room, "c", "11:00", "11:10"), "d", "11:11", "11:20")

    found = rules_after(load_rules("flat"), taught_in(room.state)).timekeeper

    assert taught_in(room.state).stretches.breaks == 1
    assert 30 < found.break_minutes < 300
    assert found.break_length > 20


def test_what_may_come_in_several_ways_is_mixed_by_how_likely_each_is() -> None:
    one, other = (1.0, 100.0, 0.5), (0.5, 100.0, 0.0)

    assert mixed([one], 0.0) == 100
    assert mixed([one], 1.0) == pytest.approx(100 * exp(0.5))
    assert mixed([other, (0.5, 300.0, 0.0)], 1.0) == pytest.approx(300, abs=0.1)
    assert mixed([(0.5, 1.0, 0.0), (0.5, 1e13, 0.0)], 1.0) == pytest.approx(1e13, rel=1e-9)
    assert mixed([other, (0.5, 300.0, 0.0)], -1.0) == pytest.approx(100, abs=0.1)
    assert mixed([(0.9, 100.0, 0.1), (0.1, 1000.0, 0.1)], 0.0) == pytest.approx(101.4, abs=0.2)
    assert mixed([(0.5, 0.0, 0.0), (0.5, 50.0, 0.2)], 1.0) > 50
