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
from meeting_tui.meeting.items import CloseItem, OpenItem, ReopenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe, OpenList
from tests.forecast.room import Room, agenda, at, inscribe, item, who

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


def taught() -> Room:
    """Item 1 is over: six asked at once, two after 35 minutes. Item 2 is open for 5 minutes."""
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"), asks(0, 6))
    room.do("10:35", asks(6, 8)).do("10:50", CARRY, OpenItem("2"), asks(0, 4))
    return room


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


def test_items_that_are_over_teach_how_many_ask_and_when() -> None:
    (heard,) = items_heard(taught().state)

    assert heard == Asked(3000.0, 3600.0, (0.0,) * 6 + (2100.0,) * 2)
    found = learn_arrivals(SILENT, [heard])
    # Of seven behind the first, five came in the first five minutes.
    assert found.early == pytest.approx((20 * 0.7 + 5) / 27)
    assert found.place == pytest.approx((20 * 0.5 + 2 * 1800 / 3300) / 22)
    assert found.mean == pytest.approx(8 / found.share(heard))
    assert found.shape == 1.0


def test_the_rules_are_outweighed_by_what_was_seen() -> None:
    known = replace(SILENT, newcomers=20.0, newcomers_items=2, newcomers_spread=0.5)
    seen = Asked(3600.0, 3600.0, (0.0,) * 5)

    assert learn_arrivals(known, []).mean == 20
    assert learn_arrivals(known, []).shape == 4
    assert 5 < learn_arrivals(known, [seen] * 8).mean < 9
    assert learn_arrivals(known, [replace(seen, at=())]).mean == 20


def test_the_share_that_is_in_grows_from_the_opening_to_all() -> None:
    found = Arrivals(mean=10.0, early=0.6, place=0.5, shape=1.0)

    assert found.share(Asked(0.0, 3900.0, (0.0,))) == 0.6
    assert found.share(Asked(300.0, 3900.0, (0.0,))) == 0.6
    assert found.share(Asked(2100.0, 3900.0, (0.0,))) == pytest.approx(1 - 0.4 * exp(-1))
    # However short an item is, its later requests take as long as its opening.
    assert found.share(Asked(450.0, 60.0, (0.0,))) == pytest.approx(1 - 0.4 * exp(-1))


def test_whoever_has_asked_tells_how_many_are_still_to_come() -> None:
    found = Arrivals(mean=10.0, early=0.6, place=0.5, shape=1.0)
    few, many = (found.to_come(Asked(0.0, 3600.0, (0.0,) * count)) for count in (2, 11))

    assert few.mean == pytest.approx(3 / 0.7 * 0.4)
    assert many.mean == pytest.approx(12 / 0.7 * 0.4)
    assert many.variance == pytest.approx(many.mean + many.mean**2 / 12)
    assert (few.count, many.count) == (2, 7)


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
    assert expected(room.do("10:57", OpenList()), "10:57").count == 2


def test_replies_and_requests_taken_back_are_nobody_who_asked() -> None:
    room = taught()
    before = expected(room, "10:56").mean
    room.do("10:56", AskReply(who("per")), inscribe("sec", kind="presentation"))
    assert expected(room, "10:56").mean == before
    assert expected(room.do("10:56", asks(4, 5)), "10:56").mean > before
    assert expected(room.do("10:56", Withdraw(who("d4"))), "10:56").mean == before


def test_requests_from_before_an_item_was_opened_tell_nothing() -> None:
    room = taught().do("10:51", Inscribe((who("x1"), who("x2")), item="3"))
    room.do("12:00", CARRY).do("13:00", Suspend()).do("15:00", Resume(), OpenItem("3"))
    alone = taught().do("12:00", CARRY).do("13:00", Suspend()).do("15:00", Resume())
    assert expected(room, "15:00") == expected(alone.do("15:00", OpenItem("3")), "15:00")


def test_lunch_is_no_time_of_the_item() -> None:
    room = taught().do("13:00", Suspend()).do("15:00", Resume())
    before = expected(room, "15:00")
    assert before == newcomers(taught().state, at("13:00"))
    room.do("15:10", asks(4, 6)).do("15:20", CARRY)
    heard = items_heard(room.state)[1]
    assert heard.open_seconds == 150 * 60
    assert max(heard.at) == 150 * 60


def test_an_item_that_was_carried_goes_on_where_it_stood() -> None:
    room = taught().do("10:58", CARRY).do("10:59", OpenItem("3"))
    room.do("11:00", CARRY, ReopenItem("2"))
    assert expected(room, "11:00").mean == pytest.approx(expected(taught(), "10:58").mean, rel=0.05)


def test_while_nobody_waits_those_to_come_have_a_late_case() -> None:
    room = taught().do("10:51", NEXT, Yield())
    for _ in range(3):
        room.do("10:52", NEXT, Yield())
    seen = room.see("12:00")
    assert seen.item is not None
    assert not seen.item.turns and seen.item.is_uncertain
    assert "2" in late_cases(seen)
    assert seen.item.ends_at == at("12:00")
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
    st.floats(0.5, 60),
    st.floats(0, 0.99),
    st.floats(0.05, 5),
    st.floats(0.1, 3),
    st.lists(st.floats(0, 7200), max_size=8),
    st.integers(0, 10_800),
    st.integers(0, 10_800),
)
def test_more_time_without_a_request_never_raises_them_and_a_request_never_lowers_them(
    mean: float,
    early: float,
    place: float,
    spread: float,
    times: list[float],
    planned: int,
    more: int,
) -> None:
    known = replace(
        SILENT,
        newcomers=mean,
        newcomers_early=early,
        newcomers_place=place,
        newcomers_spread=spread,
    )
    found = learn_arrivals(known, [])
    at = tuple(each - min(times) for each in sorted(times))
    now = Asked(max(at, default=0.0), float(planned), at)
    later = replace(now, open_seconds=now.open_seconds + more)
    assert found.to_come(later).mean <= found.to_come(now).mean + 1e-9
    again = replace(now, at=(*at, now.open_seconds))
    assert found.to_come(again).mean >= found.to_come(now).mean - 1e-9
    assert found.to_come(now).variance >= found.to_come(now).mean >= 0


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
        assert (seen.item.newcomers.mean > 0) == (known > 0)
        assert seen.item.late_ends_at >= seen.item.pace_ends_at
    assert figures[0] == figures[1]


def test_items_of_earlier_meetings_teach_as_those_of_this_one() -> None:
    heard = [Asked(3000.0, 3600.0, (0.0,) * 6 + (2100.0,) * 2), Asked(3600.0, 3600.0, (0.0, 10.0))]
    found, own = asking_after(SILENT, asking_of(heard, SILENT)), learn_arrivals(SILENT, heard)

    assert found.newcomers == pytest.approx(own.mean, abs=1e-4)
    assert found.newcomers_early == pytest.approx(own.early, abs=1e-4)
    assert found.newcomers_place == pytest.approx(own.place, abs=1e-4)
    assert found.newcomers_items == SILENT.newcomers_items
    assert asking_after(SILENT, asking_of((), SILENT)) is SILENT


def test_how_far_numbers_of_requests_are_apart_is_learned_beyond_chance() -> None:
    def spread(*counts: int) -> float:
        heard = [Asked(3600.0, 3600.0, (0.0,) * count) for count in counts]
        return asking_after(SILENT, asking_of(heard * 200, SILENT)).newcomers_spread

    assert spread(9, 10, 11) == pytest.approx(0.1)
    assert spread(5, 15) == pytest.approx((15 / 100) ** 0.5, rel=0.05)


def test_sums_of_requests_add_up_and_only_those_of_meetings_are_whole() -> None:
    one, two = (
        asking_of([Asked(3600.0, 3600.0, (0.0,) * count + (400.0,))], SILENT) for count in (2, 4)
    )
    both = one + two

    assert (both.items, both.requests, both.squares, both.later) == (2, 8, 34, 2)
    assert both.is_whole and Asking().is_whole
    for wrong in (
        replace(both, items=-1),
        replace(both, items=9),
        replace(both, later=7),
        replace(both, squares=31),
        replace(both, squares=10**12),
        replace(both, places=-1.0),
        replace(both, shares=3.0),
        replace(both, shares=float("nan")),
    ):
        assert not wrong.is_whole
