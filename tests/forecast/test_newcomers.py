"""How many more will ask while the list is open: learned from how requests came in before."""

from __future__ import annotations

from datetime import timedelta
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.rules import TimekeeperRules
from meeting_tui.forecast.newcomers import (
    BINS,
    CASES,
    Arrivals,
    Asked,
    Asking,
    Newcomers,
    asking_after,
    asking_of,
    items_heard,
    learn_arrivals,
    newcomers,
)
from meeting_tui.forecast.projection import late_cases, project
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import newcomers_said
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe, OpenList
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, who

PLAN = agenda(
    item("1", 60, sitting="1"),
    item("2", 60, sitting="1"),
    item("3", 60, sitting="2"),
    item("4", 60, sitting="2"),
)
SILENT = TimekeeperRules()
NEXT, CARRY = Next(insist=True), CloseItem(waiting="carry")


def asks(first: int, last: int) -> Command:
    return inscribe(*(f"d{n}" for n in range(first, last)))


KNOWN = Arrivals(mean=6.0, early=0.9, shape=1.0, later=0.5, fading=1.0, drawn=0.0)


def taught() -> Room:
    """Item 1 is over: six asked at once, two during the second of four turns. Item 2 is open."""
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"), asks(0, 6))
    room.do("10:02", NEXT).do("10:04", Yield(), NEXT).do("10:05", asks(6, 8))
    room.do("10:06", Yield(), NEXT).do("10:08", Yield(), NEXT).do("10:10", Yield())
    return room.do("10:50", CARRY, OpenItem("2"), asks(0, 4))


def expected(room: Room, instant: str) -> Newcomers:
    return newcomers(room.state, at(instant))


def test_with_nothing_to_learn_from_nobody_is_expected() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"), asks(0, 6))

    assert expected(room, "10:02") == Newcomers()
    assert room.do("10:03", CARRY).see("10:03").item is None
    assert newcomers(room.state, at("10:03")) == Newcomers()
    # An item on which nobody asked teaches nothing either.
    silent = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))
    silent.do("10:05", CloseItem(), OpenItem("2"), asks(0, 6))
    assert expected(silent, "10:06") == Newcomers()


def test_items_that_are_over_teach_how_many_ask_before_and_during_the_turns() -> None:
    (heard,) = items_heard(taught().state)

    assert heard == Asked((0.0,) * 6, (0, 2, 0, 0))
    found = learn_arrivals(SILENT, [heard])
    assert (found.mean, found.shape) == (6.0, 1.0)
    assert found.early > SILENT.newcomers_early
    # The rules count as sixteen turns, the four that were heard as four.
    usual = 0.2 * (1 + 2**-0.5 + 2 * 3.5**-0.5) / 4
    assert found.during(1, 0) * usual / 0.2 == pytest.approx((16 * usual + 2) / 20)


def test_each_segment_is_opened_anew_once_somebody_was_heard() -> None:
    plan = agenda(item("1", 60, segment("1.1", "presentation"), segment("1.2"), segment("1.3")))
    room = Room(plan).do("10:00", OpenMeeting(), OpenItem("1"), asks(0, 1))
    # Nobody was heard before this: whoever asked so far did so for the same debate.
    room.do("10:01", OpenSegment("1.2")).do("10:02", asks(1, 3), NEXT).do("10:04", Yield())
    room.do("10:05", OpenSegment("1.3")).do("10:06", asks(5, 7)).do("10:20", CARRY)

    assert items_heard(room.state) == (
        Asked((0.0, 60.0, 60.0), (0,)),
        Asked((60.0, 60.0), ()),
    )


def test_the_rules_are_outweighed_by_what_was_seen() -> None:
    known = replace(SILENT, newcomers=20.0, newcomers_items=2, newcomers_spread=0.5)
    seen = Asked((0.0,) * 5, (1,) * 20)

    assert learn_arrivals(known, []).mean == 20
    assert learn_arrivals(known, []).shape == 4
    assert 5 < learn_arrivals(known, [seen] * 8).mean < 9
    assert learn_arrivals(known, [Asked((), (0, 0))]).mean == 20
    assert learn_arrivals(known, [seen] * 9).later > 3 * learn_arrivals(known, []).later
    assert learn_arrivals(replace(known, newcomers_early=0.0), []).early < 0.001


def test_those_who_ask_before_the_first_turn_are_in_after_some_minutes() -> None:
    assert KNOWN.opening(0, 0)[0] == 6
    assert KNOWN.opening(0, 300)[0] == pytest.approx(0.6)
    mean, variance = KNOWN.opening(6, 150)
    assert mean == pytest.approx(6 * 0.1**0.5 * exp(-1))
    assert variance == pytest.approx(mean + mean**2)


def test_what_was_asked_during_the_turns_tells_how_many_are_still_to_come() -> None:
    def to_come(*during: int, waiting: int = 4, is_spoken: bool = True) -> float:
        item = Asked((0.0,) * 4, during)
        return KNOWN.to_come(item, 600, waiting, is_spoken=is_spoken).mean

    assert to_come(0, 0, 0) < to_come(1, 0, 1) < to_come(2, 2, 2)
    assert to_come(0, 0, 0) < to_come(0, 0, 0, waiting=8)
    assert to_come(0) > to_come(0, 0) > to_come(0, 0, 0)
    assert to_come(0, 0, waiting=0, is_spoken=False) == 0
    assert to_come(0, 0, waiting=0) > 0
    drawn = replace(KNOWN, drawn=1.0)
    assert drawn.during(2, 3) == 4 * KNOWN.during(2, 3)
    # However lively a debate is, it ends.
    assert replace(KNOWN, later=5.0, fading=0.0).to_come(Asked(), 0, 9, is_spoken=False).mean < 600


def test_they_are_counted_at_pace_and_in_the_late_case_and_never_at_full_time() -> None:
    room, silent = taught(), taught()
    silent.do("10:55", CloseList())
    seen, closed = room.see("10:55").item, silent.see("10:55").item
    assert seen is not None and closed is not None

    assert seen.newcomers.count == 2
    assert closed.newcomers == Newcomers()
    assert seen.list_ends_at == closed.list_ends_at
    assert seen.list_pace_ends_at == closed.list_pace_ends_at
    late = room.see("12:10").item
    ended = silent.see("12:10").item
    assert late is not None and ended is not None
    assert (late.ends_at, late.list_ends_at) == (ended.ends_at, ended.ends_at)
    assert late.pace_ends_at > ended.pace_ends_at
    assert late.late_ends_at > ended.late_ends_at
    assert late.pace_ends_at <= late.ends_at + timedelta(seconds=200 * late.newcomers.mean)


def test_a_list_that_is_closed_has_none_and_one_that_is_opened_again_has_some() -> None:
    room = taught().do("10:55", CloseList())
    assert expected(room, "10:56") == Newcomers()
    assert expected(room.do("10:57", OpenList()), "10:57").count == 1


def test_replies_and_requests_taken_back_are_nobody_who_asked() -> None:
    room = taught()
    before = expected(room, "10:56").mean
    room.do("10:56", AskReply(who("per")), inscribe("sec", kind="presentation"))
    assert expected(room, "10:56").mean == before
    assert expected(room.do("10:56", asks(4, 5)), "10:56").mean > before
    assert expected(room.do("10:56", Withdraw(who("d4"))), "10:56").mean == before


def test_requests_from_before_an_item_was_opened_are_none_of_its_opening() -> None:
    room = taught().do("10:51", Inscribe((who("x1"), who("x2")), item="3"))
    room.do("12:00", CARRY).do("13:00", Suspend()).do("15:00", Resume(), OpenItem("3"), NEXT)
    room.do("15:01", Yield(), CARRY)

    assert items_heard(room.state)[-1] == Asked((), (0,))


def test_lunch_is_no_time_of_the_item() -> None:
    room = taught().do("13:00", Suspend()).do("15:00", Resume())

    assert expected(room, "15:00") == newcomers(taught().state, at("13:00"))


def test_an_item_that_was_carried_goes_on_where_it_stood() -> None:
    room = taught().do("10:58", CARRY).do("10:59", OpenItem("3"))
    room.do("11:00", CARRY, ReopenItem("2"))
    assert expected(room, "11:00").mean == pytest.approx(expected(taught(), "10:58").mean, rel=0.05)


def test_while_somebody_speaks_and_nobody_waits_those_to_come_have_a_late_case() -> None:
    room = taught().do("10:51", NEXT, Yield())
    for _ in range(2):
        room.do("10:52", NEXT, Yield())
    room.do("10:53", NEXT)
    seen = room.see("12:00")
    assert seen.item is not None
    assert not seen.item.turns and seen.item.is_uncertain
    assert "2" in late_cases(seen)
    assert seen.item.late_ends_at > seen.item.pace_ends_at > at("12:00")


def test_they_are_told_behind_those_who_wait() -> None:
    room = taught()
    voice, found = Saying(PLAN, room.state.rules), room.see("10:55").item

    assert newcomers_said(voice, found, "all 4 can speak") == (
        "all 4 can speak, and about 2 more to come"
    )
    assert newcomers_said(voice, found) == "about 2 more to come"
    closed = room.do("10:55", CloseList()).see("10:55").item
    assert newcomers_said(voice, closed, "all 4 can speak") == "all 4 can speak"
    assert newcomers_said(voice, None) == ""


@given(
    st.builds(
        Arrivals,
        mean=st.floats(0.1, 200),
        early=st.floats(0, 1),
        shape=st.floats(0.1, 100),
        later=st.floats(0, 5),
        fading=st.floats(0, 1.5),
        drawn=st.floats(0, 1.25),
    ),
    st.lists(st.integers(0, 3), max_size=8).map(tuple),
    st.integers(0, 9),
    st.integers(0, 30),
    st.floats(0, 1e4),
    st.booleans(),
)
def test_more_time_without_a_request_never_raises_them_and_a_request_never_lowers_them(
    found: Arrivals,
    during: tuple[int, ...],
    before: int,
    waiting: int,
    seconds: float,
    is_spoken: bool,
) -> None:
    def to_come(item: Asked, waiting: int, seconds: float) -> Newcomers:
        return found.to_come(item, seconds, waiting, is_spoken=is_spoken)

    item = Asked((0.0,) * before, during)
    now = to_come(item, waiting, seconds)
    assert to_come(item, waiting, seconds + 60).mean <= now.mean + 1e-9
    if during:
        again = replace(item, during=(*during[:-1], during[-1] + 1))
        assert to_come(again, waiting + 1, seconds).mean >= now.mean - 1e-9
    assert now.variance >= now.mean * (1 - 1e-9) >= 0
    numbers = now.numbers()
    assert len(numbers) == CASES
    assert list(numbers) == sorted(numbers) or now.mean > 100


@given(st.integers(0, 12), st.integers(0, 200))
def test_full_time_is_the_same_whoever_is_expected(count: int, minute: int) -> None:
    now = at("10:00") + timedelta(minutes=minute)
    figures = []
    for known in (0.0, 30.0):
        room = Room(PLAN, known={"newcomers": known}).do("10:00", OpenMeeting(), OpenItem("1"))
        if count:
            room.do("10:00", asks(0, count))
        seen = project(room.state, now)
        assert seen.item is not None
        turns = [(each.turn_at, each.ends_at) for each in seen.item.turns]
        figures.append((seen.item.ends_at, seen.item.list_pace_ends_at, turns, seen.day.ends_at))
        assert known or not seen.item.newcomers.mean
        assert seen.item.late_ends_at >= seen.item.pace_ends_at
    assert figures[0] == figures[1]


def test_items_of_earlier_meetings_teach_as_those_of_this_one() -> None:
    heard = [Asked((0.0,) * 6, (0, 2, 0, 0)), Asked((0.0, 10.0), (0,))]
    found, own = asking_after(SILENT, asking_of(heard)), learn_arrivals(SILENT, heard)

    assert found.newcomers == pytest.approx(own.mean, abs=1e-4)
    assert found.newcomers_early == pytest.approx(own.early, abs=1e-4)
    assert found.newcomers_items == 2 + 2
    assert asking_after(SILENT, asking_of(heard * 50)).newcomers_items == 20
    assert asking_after(SILENT, asking_of(())) is SILENT
    # Where all ask during the turns nobody is before the first.
    found = asking_after(SILENT, asking_of([Asked((), (1, 1))] * 9))
    assert (found.newcomers, found.newcomers_spread) == (0, 1)


def test_how_requests_become_fewer_and_go_with_those_before_is_learned() -> None:
    def learned(*items: Asked) -> TimekeeperRules:
        return asking_after(SILENT, asking_of(items * 20))

    fewer = learned(Asked((0.0,) * 4, (4, 2, 1, 1, 0, 0, 0, 0)))
    alike = learned(Asked((0.0,) * 4, (1,) * 8))
    drawn = learned(Asked((0.0,), (0, 1, 0, 0)), Asked((0.0,) * 15, (4,) * 12))

    assert fewer.newcomers_fading > 1 > alike.newcomers_fading
    assert alike.newcomers_fading < 0.2
    assert drawn.newcomers_drawn > 0.5
    assert learned(Asked((0.0,) * 4, (0,) * 8)).newcomers_fading == SILENT.newcomers_fading


def test_how_far_numbers_of_requests_are_apart_is_learned_beyond_chance() -> None:
    def spread(*counts: int) -> float:
        heard = [Asked((0.0,) * count) for count in counts]
        return asking_after(SILENT, asking_of(heard * 200)).newcomers_spread

    assert spread(9, 10, 11) == pytest.approx(0.1)
    assert spread(5, 15) == pytest.approx((15 / 100) ** 0.5, rel=0.05)


def test_numbers_that_are_equally_likely_are_as_far_apart_as_chance_puts_them() -> None:
    few, sure = Newcomers(0.4, 0.6).numbers(), Newcomers(50.0, 50.0).numbers()

    assert few[:5] == (0,) * 5
    assert 1 <= few[-1] <= 3
    assert 36 < sure[0] < 50 < sure[-1] < 65
    assert Newcomers(5000.0, 5000.0).numbers() == (5000.0,) * CASES


def test_sums_of_requests_add_up_and_only_those_of_meetings_are_whole() -> None:
    one, two = (asking_of([Asked((1.0,) * count, (1, 0))]) for count in (2, 4))
    both = one + two

    assert (both.items, both.requests, both.squares, both.seconds) == (2, 6, 20, 6.0)
    assert (sum(both.turns), sum(both.later)) == (4, 2)
    assert both.is_whole and Asking().is_whole
    none = (0,) * len(BINS) ** 2
    for wrong in (
        replace(both, items=-1),
        replace(both, items=0),
        replace(both, requests=7),
        replace(both, requests=-1),
        replace(both, squares=10**12),
        replace(both, seconds=float("nan")),
        replace(both, turns=()),
        replace(both, turns=none),
        replace(both, later=(-1, *none[1:])),
    ):
        assert not wrong.is_whole


def test_presentations_are_no_turns_during_which_others_ask() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))
    room.do("10:00", inscribe("sec", kind="presentation"), NEXT).do("10:05", asks(0, 2))
    room.do("10:20", Yield(), NEXT, Yield(), CARRY)

    assert items_heard(room.state) == (Asked((300.0, 300.0), (0,)),)
