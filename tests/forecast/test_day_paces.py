"""The day at three paces: what sittings cut, what is eaten of the block, what is left over."""

from __future__ import annotations

import pytest

from meeting_tui.forecast.block import without
from meeting_tui.forecast.figures import Block, Cut
from meeting_tui.forecast.lists import list_outlook
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from tests.forecast.room import Room, agenda, clock, inscribe, item, segment, who

PLAN = agenda(
    item("1", 60, sitting="1"),
    item("2", 90, sitting="1"),
    item("3", 30, sitting="1"),
    item("4", 180, sitting="2"),
)
OPEN = OpenMeeting()
NEXT = Next(insist=True)


def room_with(count: int, first: str = "1", instant: str = "10:00", **timekeeper: float) -> Room:
    room = Room(PLAN, known=timekeeper).do(instant, OPEN, OpenItem(first))
    return room.do(instant, inscribe(*[f"d{n}" for n in range(count)])) if count else room


def block(room: Room, instant: str) -> Block:
    found = room.see(instant).day.block
    assert found is not None
    return found


def test_every_item_has_a_start_and_an_end_at_each_pace() -> None:
    day = room_with(40).see("10:00").day
    first, second = day.items[:2]

    assert clock(first.ends_at) == "12:13"
    assert first.pace_ends_at is not None
    assert first.late_ends_at is not None
    assert first.ends_at is not None
    assert first.pace_ends_at < min(first.late_ends_at, first.ends_at)
    assert (second.starts_at, second.pace_starts_at) == (first.ends_at, first.pace_ends_at)
    assert second.late_starts_at == first.late_ends_at
    assert day.pace_ends_at <= day.ends_at < day.late_ends_at


def test_what_was_held_is_the_same_at_every_pace() -> None:
    room = room_with(0).do("10:30", CloseItem())
    first = room.see("11:00").day.items[0]

    assert clock(first.pace_starts_at) == clock(first.late_starts_at) == "10:00"
    assert clock(first.pace_ends_at) == clock(first.late_ends_at) == "10:30"


def test_names_put_down_beforehand_count_where_they_take_more_than_the_planned_minutes() -> None:
    room = Room(PLAN, known={"closing_words_seconds": 60})
    names = tuple(who(f"d{n}") for n in range(20))
    room.do("9:00", Inscribe(names[:10], item="3"))

    assert clock(room.see("9:30").day.items[2].ends_at) == "15:04"

    room.do("9:00", *[Withdraw(each) for each in names[:3]])

    assert clock(room.see("9:30").day.items[2].ends_at) == "13:00"

    room.do("9:00", Inscribe(names[10:], item="3"))
    third = room.see("9:30").day.items[2]

    assert clock(third.starts_at) == "12:30"
    assert clock(third.ends_at) == "15:27:20"
    assert third.pace_ends_at is not None
    assert third.ends_at is not None
    assert third.pace_ends_at < third.ends_at


def test_presentations_count_in_the_list_of_an_item_to_come() -> None:
    plan = agenda(item("1", 10, segment("1.1", "presentation", 20), segment("1.2")))
    room = Room(plan).do("9:00", Inscribe((who("a"),), item="1", segment="1.2"))

    assert clock(room.see("9:30").day.items[0].ends_at) == "10:23:20"


def test_ends_of_sittings_cut_the_agenda() -> None:
    on_time = room_with(0).see("10:00").day
    late = room_with(45).see("10:00").day
    later = room_with(57).see("10:00").day

    assert on_time.cuts == ()
    assert [(each.sitting, each.item, each.behind) for each in late.cuts] == [
        ("1", "2", ("3",)),
        ("2", "4", ()),
    ]
    assert [(each.sitting, each.item, each.behind) for each in later.cuts] == [
        ("1", "1", ("2", "3")),
        ("2", "4", ()),
    ]
    assert clock(late.cuts[0].at) == "13:00"
    assert isinstance(late.cuts[0], Cut)
    assert [each.sitting for each in room_with(45).see("14:00").day.cuts] == ["2"]
    assert room_with(45).do("11:00", Adjourn(insist=True)).see("11:00").day.cuts == ()


def test_block_is_whole_while_it_begins_in_time() -> None:
    found = block(room_with(0), "10:00")

    assert (found.item, found.planned_seconds) == ("4", 3 * 3600)
    assert (found.late_start_seconds, found.carried_seconds, found.eaten_seconds) == (0, 0, 0)


def test_a_late_start_eats_the_block() -> None:
    found = block(room_with(45), "10:00")

    assert found.late_start_seconds == found.eaten_seconds == 45 * 200 - 20 - 3600
    assert found.pace_eaten_seconds < found.eaten_seconds < found.late_eaten_seconds


def test_a_carried_list_eats_the_block() -> None:
    room = room_with(10).do("11:00", CloseItem("carry"))
    found = block(room, "11:00")

    assert found.late_start_seconds == 0
    assert found.carried_seconds == found.eaten_seconds == 10 * 200 - 20
    assert found.pace_eaten_seconds < found.eaten_seconds < found.late_eaten_seconds


def test_no_more_than_the_block_is_eaten_and_nothing_of_one_that_is_over() -> None:
    room = room_with(200)

    assert block(room, "10:00").eaten_seconds == 3 * 3600

    over = Room(PLAN).do("15:00", OPEN, OpenItem("4")).do("17:00", CloseItem())

    assert over.see("17:00").day.block is None
    assert over.do("17:00", Adjourn(insist=True)).see("18:00").day.block is None


def test_block_that_is_open_was_eaten_by_when_it_was_opened() -> None:
    room = Room(PLAN).do("15:20", OPEN, OpenItem("4"))

    assert block(room, "15:30").late_start_seconds == 1200


def opened_late(count: int) -> Block | None:
    """The block, opened 20 minutes late, with so many on its list, which is closed."""
    room = Room(PLAN).do("15:20", OPEN, OpenItem("4"))
    room = room.do("15:20", inscribe(*[f"d{n}" for n in range(count)]), CloseList())
    return room.see("15:20").day.block


def test_an_open_item_loses_nothing_that_its_list_does_not_need() -> None:
    assert opened_late(10) is None, "nothing is said of it"
    late_alone, in_part, long = opened_late(40), opened_late(46), opened_late(80)

    assert late_alone and in_part and long
    assert late_alone.eaten_seconds == 0 < late_alone.late_eaten_seconds
    assert 0 < in_part.late_start_seconds == in_part.eaten_seconds < 1200
    assert in_part.pace_eaten_seconds == 0 < in_part.late_eaten_seconds
    assert long.late_start_seconds == long.eaten_seconds == 1200


@pytest.mark.parametrize(
    ("parts", "unused", "eaten"),
    [
        ((60, 0, 0), 0, (60, 0, 0)),
        ((60, 0, 0), 20, (40, 0, 0)),
        ((60, 30, 90), 100, (0, 0, 80)),
        ((60, 30, 90), 500, (0, 0, 0)),
    ],
)
def test_time_that_is_not_needed_is_taken_off_each_cause_in_turn(
    parts: tuple[float, float, float], unused: float, eaten: tuple[float, ...]
) -> None:
    assert without(parts, unused) == eaten


def test_agenda_without_an_item_that_fills_a_sitting_has_no_block() -> None:
    assert Room(agenda(item("1", 60))).see("10:00").day.block is None


def test_replies_of_an_item_that_is_not_open_are_in_its_list() -> None:
    room = room_with(1).do("10:05", NEXT).do("10:06", Yield())
    room.do("10:06", inscribe("x"), AskReply(who("per")), CloseItem("carry"))

    assert list_outlook(room.see("10:06").seen, "1")[0] == 180 + 20 + 120

    room.do("10:07", OpenItem("2"))

    assert list_outlook(room.see("10:07").seen, "1")[0] == 180
    assert len(room.see("10:07").turns) == 1
