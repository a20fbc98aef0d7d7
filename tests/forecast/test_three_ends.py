"""Ends at full time, at today's pace and in the late case, in a meeting as it is held."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meeting_tui.forecast.figures import OpenItem
from meeting_tui.forecast.projection import late_cases
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenSegment, ReopenItem
from meeting_tui.meeting.items import OpenItem as OpenItemAsked
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.point_of_order import RaisePointOfOrder
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import Inscribe
from tests.forecast.room import Room, agenda, at, clock, inscribe, item, segment, who

PLAN = agenda(item("1", 60, sitting="1"), item("2", 60, sitting="1"), item("4", 180, sitting="2"))
OPEN = (OpenMeeting(), OpenItemAsked("1"))
NEXT = Next(insist=True)
CERTAIN = {"spread": 0.0, "items_spread": 0.0, "drift": 0.0, "taper": 0.0, "handover_spread": 0.0}


def opened(**timekeeper: float) -> Room:
    return Room(PLAN, known=timekeeper).do("10:00", *OPEN)


def seen(room: Room, instant: str) -> OpenItem:
    found = room.see(instant).item
    assert found is not None
    return found


def held(room: Room, count: int, seconds: int, gap: int = 20) -> Room:
    """So many turns of so many seconds, one behind the other from 10:00 on."""
    now = at("10:00")
    room.do(now, inscribe(*[f"h{n}" for n in range(count)]))
    for _ in range(count):
        room.do(now, NEXT)
        now += timedelta(seconds=seconds)
        room.do(now, Yield())
        now += timedelta(seconds=gap)
    return room


def test_without_any_spread_the_pace_is_the_share_of_the_rules() -> None:
    room = opened(share=0.5, **CERTAIN).do("10:00", inscribe("a", "b", "c"))
    found = seen(room, "10:00")

    assert clock(found.list_ends_at) == "10:09:40"
    assert clock(found.list_pace_ends_at) == clock(found.list_late_ends_at) == "10:05:10"
    assert [clock(each.pace_turn_at) for each in found.turns] == ["10:00", "10:01:50", "10:03:40"]
    ends = ["10:01:30", "10:03:20", "10:05:10"]
    assert [clock(each.pace_ends_at) for each in found.turns] == ends
    assert [clock(each.late_ends_at) for each in found.turns] == ends
    assert clock(found.turns[1].late_turn_at) == "10:01:50"


def test_short_turns_bring_the_pace_forward_and_leave_full_time_where_it_is() -> None:
    room = held(opened(), 8, 60)
    room.do("10:11", inscribe("a", "b", "c", "d"))
    before = seen(opened().do("10:11", inscribe("a", "b", "c", "d")), "10:11")
    found = seen(room, "10:11")

    assert found.list_ends_at == before.list_ends_at
    assert found.list_pace_ends_at < before.list_pace_ends_at
    assert found.list_pace_ends_at < found.list_late_ends_at < found.list_ends_at


def test_whoever_speaks_is_foreseen_from_the_time_used_so_far() -> None:
    room = opened(share=0.5, spread=0.3).do("10:00", inscribe("a"), NEXT)
    early, middle, over = (seen(room, each) for each in ("10:00:10", "10:02:00", "10:04:00"))

    assert clock(early.list_pace_ends_at) < "10:01:45"
    assert "10:02:00" < clock(middle.list_pace_ends_at) < "10:03:00"
    assert clock(over.list_ends_at) == "10:04"
    assert over.list_pace_ends_at > over.list_ends_at
    assert over.list_late_ends_at > over.list_pace_ends_at


def test_hand_overs_are_learned_from_gaps_in_which_somebody_waited() -> None:
    assert seen(held(opened(), 5, 60, gap=8), "10:06").hand_over_seconds == 16
    idle = opened()
    for minute in (0, 5, 10, 15):
        idle.do(f"10:{minute:02}", inscribe("a"), NEXT).do(f"10:{minute + 2:02}", Yield())
    assert seen(idle, "10:20").hand_over_seconds == 20


def test_gap_with_a_break_in_it_is_no_hand_over() -> None:
    room = opened().do("10:00", inscribe("a", "b", "c"), NEXT).do("10:02", Yield())
    room.do("10:02", Suspend()).do("10:30", Resume()).do("10:30:30", NEXT)

    assert seen(room, "10:31").hand_over_seconds == 20

    room.do("10:32", Yield()).do("10:33", CloseItem("carry"), OpenItemAsked("2"))
    room.do("10:40", CloseItem(), ReopenItem("1")).do("10:41", NEXT)

    assert seen(room, "10:41").hand_over_seconds == 20


def test_gap_between_items_is_no_hand_over() -> None:
    room = opened().do("10:00", inscribe("a"), Inscribe((who("b"),), item="2"))
    room.do("10:00", NEXT).do("10:01", Yield(), CloseItem())
    room.do("10:02", OpenItemAsked("2"), NEXT)

    assert seen(room, "10:02").hand_over_seconds == 20


def test_closing_words_count_at_the_end() -> None:
    room = opened(closing_words_seconds=90).do("10:00", inscribe("a"))

    assert clock(seen(room, "10:00").list_ends_at) == "10:04:30"
    assert clock(seen(opened(closing_words_seconds=90), "10:00").list_ends_at) == "10:01:30"
    assert seen(room, "10:00").closing_seconds == 90


def test_points_of_order_count_as_the_rules_say() -> None:
    room = opened(point_of_order_seconds=60).do("10:00", RaisePointOfOrder(who("per")))

    assert clock(seen(room, "10:00").list_ends_at) == "10:01"
    assert clock(seen(room, "10:00:45").list_ends_at) == "10:01"
    assert clock(seen(room, "10:05").list_ends_at) == "10:05"
    assert seen(room, "10:00:45").order_seconds == 15


def test_turn_without_a_limit_teaches_by_what_stands_for_one() -> None:
    plan = agenda(item("1", 60, segment("1.1", "presentation", each=10)))
    room = Room(plan).do("10:00", *OPEN, OpenSegment("1.1"))
    room.do("10:00", inscribe("sec", kind="presentation"), NEXT).do("10:05", Yield())
    room.do("10:05", inscribe("bra", kind="presentation"))
    found = seen(room, "10:06")

    assert clock(found.list_ends_at) == "10:16"
    assert found.list_pace_ends_at < found.list_ends_at


def test_turns_are_a_list_that_is_made_when_looked_at() -> None:
    room = opened().do("10:00", inscribe("a", "b", "c"))
    turns = seen(room, "10:00").turns

    assert len(turns) == 3
    assert turns[1:] == tuple(turns)[1:]
    assert turns[-1] == turns[2]
    assert turns == seen(room, "10:00").turns
    assert hash(turns) == hash(seen(room, "10:00").turns)
    assert turns != seen(room, "10:05").turns
    assert turns != "abc"
    assert turns != 3
    assert {turns[0]} == {seen(room, "10:00").turns[0]}


def test_late_case_of_a_speaker_who_runs_over_the_end_goes_on_in_the_next_sitting() -> None:
    room = opened(**(CERTAIN | {"share": 2.0})).do("12:59", inscribe("a", "b"), NEXT)
    found = seen(room, "12:59")

    assert clock(found.turns[0].turn_at) == "15:00:20"
    assert clock(found.turns[0].pace_turn_at) >= "15:00:20"
    assert found.list_late_ends_at >= found.list_pace_ends_at


def test_limits_and_counts_of_a_suspended_item_are_as_they_were() -> None:
    room = opened().do("10:00", inscribe("a", "b", "c"), SetLimit(120), NEXT)
    room.do("10:02", Yield(), SetLimit(60, "delegation", "c"), Suspend())
    room.do("15:00", Resume())
    found = seen(room, "15:00")

    assert [each.limit_seconds for each in found.turns] == [120, 60]
    assert clock(found.list_ends_at) == "15:03:20"


@pytest.mark.parametrize("phase", ["before", "after"])
def test_nothing_to_be_seen_of_an_item_that_is_not_open(phase: str) -> None:
    room = Room(PLAN) if phase == "before" else opened().do("10:30", CloseItem())

    assert room.see("10:30").item is None


def test_a_late_case_is_drawn_from_those_who_wait_and_else_there_is_none() -> None:
    room = opened()
    assert late_cases(room.see("10:00")) == frozenset()
    beforehand = opened().do("10:00", Inscribe((who("a"),), item="2"))
    assert late_cases(beforehand.see("10:00")) == {"2", "4"}
    room.do("10:00", inscribe("a"))
    assert late_cases(room.see("10:00")) == {"1", "2", "4"}
    room.do("10:01", NEXT, Yield(), CloseItem())
    assert late_cases(room.see("10:05")) == frozenset()
