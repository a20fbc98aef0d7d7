"""The day as it is planned now: moved, split, dropped and held, with the block protected still."""

from __future__ import annotations

from datetime import time

import pytest

from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.closing import closing_now_saves, more_that_fit
from meeting_tui.forecast.figures import Block, ItemTimes
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.schedule import PlanMove, PlanSitting, PlanSplit, PlanTime
from meeting_tui.meeting.schedule_changes import PlanAdd, PlanDrop, PlanHold
from meeting_tui.meeting.sittings import OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from tests.forecast.room import Room, agenda, at, clock, inscribe, item, segment, sitting, who

PLAN = agenda(
    item("1", 10, sitting="1"),
    item(
        "2",
        90,
        segment("2.1"),
        segment("2.2", "presentation", 10),
        segment("2.9", "presentation", 15, condition="if"),
        sitting="1",
    ),
    item("3", 30, sitting="1"),
    item("4", 180, sitting="2"),
    item("5", 10, sitting="1"),
)
WHY = "so it was decided"


def move(name: str, to: str | None = None, before: str | None = None) -> Command:
    return PlanMove(name, to, before, before is None and to is None, WHY)


def split(name: str, minutes: int, then: str = "2") -> Command:
    return PlanSplit(name, minutes, then, WHY)


def spans(each: ItemTimes) -> str:
    return " ".join(f"{clock(start)}-{clock(end)}" for start, end in each.coming)


def comes(room: Room, instant: str) -> dict[str, str]:
    return {each.id: spans(each) for each in room.see(instant).day.items}


def parts(each: ItemTimes) -> str:
    return " ".join(f"{part.sitting}:{clock(part.start)}-{clock(part.end)}" for part in each.parts)


def block(room: Room, instant: str) -> Block:
    found = room.see(instant).day.block
    assert found is not None
    return found


def eaten(room: Room, instant: str) -> tuple[float, ...]:
    """Minutes: because it starts late, because the sitting is shorter, by lists, and together."""
    seen = block(room, instant)
    each = (seen.late_start_seconds, seen.shorter_seconds, seen.carried_seconds, seen.eaten_seconds)
    return tuple(round(seconds / 60, 2) for seconds in each)


def at_two(*codes: str) -> Room:
    """Item 1 over, item 2 open since 10:10, and these wait."""
    room = Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))
    room.do("10:10", CloseItem(), OpenItem("2"), OpenSegment("2.2"))
    return room.do("10:10", inscribe(*codes)) if codes else room


def many(count: int) -> tuple[str, ...]:
    return tuple(f"d{n}" for n in range(count))


def test_every_item_says_where_it_is_planned_and_where_it_was() -> None:
    room = Room(PLAN).do("9:30", move("3", "2"), split("2", 60))
    day = {each.id: each for each in room.see("9:30").day.items}

    assert list(day) == ["1", "2", "3", "4", "5"]
    assert parts(day["2"]) == "1:10:10-11:10 2:15:00-15:30"
    assert (clock(day["2"].planned_start), clock(day["2"].planned_end)) == ("10:10", "15:30")
    assert (clock(day["2"].imported_start), clock(day["2"].imported_end)) == ("10:10", "11:40")
    assert (clock(day["3"].planned_start), clock(day["3"].imported_start)) == ("15:30", "11:40")
    assert clock(day["5"].planned_start) == "11:10"
    assert day["3"].difference_seconds == 0


def test_items_are_foreseen_as_they_are_planned_now_split_ones_piece_by_piece() -> None:
    room = Room(PLAN).do("9:30", move("5", before="2"), split("2", 60), move("3", "2"))

    assert comes(room, "9:30") == {
        "1": "10:00-10:10",
        "5": "10:10-10:20",
        "2": "10:20-11:20 15:00-15:30",
        "3": "15:30-16:00",
        "4": "16:00-19:00",
    }
    assert [(each.sitting, each.item) for each in room.see("9:30").day.cuts] == [("2", "4")]


def test_the_list_of_a_split_item_to_come_is_heard_with_its_last_piece() -> None:
    room = Room(PLAN).do(
        "9:30", split("2", 60), Inscribe(tuple(who(each) for each in many(30)), item="2")
    )

    # Thirty turns and the presentation: 30 x 3:00, 30 hand-overs but one before the first, 10:00.
    assert comes(room, "9:30")["2"] == "10:10-11:10 15:00-15:49:40"


def test_a_shifted_afternoon_shifts_what_comes_in_it() -> None:
    room = Room(PLAN).do("9:30", PlanSitting("2", time(15, 30), time(18, 30), WHY))

    assert comes(room, "9:30")["4"] == "15:30-18:30"
    assert comes(room, "9:30")["5"] == "12:10-12:20", "lunch is not dragged along"
    assert eaten(room, "9:30") == (0, 0, 0, 0)


def test_a_segment_that_is_dropped_is_not_counted_and_one_that_is_held_is() -> None:
    room = at_two()
    assert room.see("10:20").turns == ()
    before = room.see("10:20").item
    assert before is not None
    assert before.presentation_seconds == 0
    room.do("10:20", PlanHold("2.9", WHY))
    held = room.see("10:20").item
    assert held is not None
    assert held.presentation_seconds == 15 * 60
    assert clock(held.planned_end) == "11:55"
    room.do("10:20", PlanDrop("2.9", WHY))
    dropped = room.see("10:20").item
    assert dropped is not None
    assert dropped.presentation_seconds == 0
    assert clock(dropped.planned_end) == "11:40"


def test_an_added_matter_makes_the_item_longer() -> None:
    room = Room(PLAN).do("9:30", PlanAdd("5", 20, "Next meeting", WHY))

    assert comes(room, "9:30")["5"] == "12:10-12:40"


def test_what_is_left_of_the_open_item_comes_in_its_later_piece() -> None:
    room = at_two(*many(25)).do("11:00", split("2", 60))
    seen = room.see("11:00")

    assert seen.item is not None
    assert [clock(turn.turn_at) for turn in seen.turns[:5]] == [
        *("11:00", "11:03:20", "11:06:40", "15:00", "15:03:20"),
    ]
    assert [turn.is_after_sitting for turn in seen.turns[:4]] == [False, False, False, True]
    assert (seen.item.fits, seen.item.left_over) == (3, 22)
    assert clock(seen.item.cut_at) == "11:10", "where its first part ends, not the sitting"
    assert comes(room, "11:00") == {
        "1": "",
        "2": "11:00-11:10 15:00-16:13",
        "3": "11:10-11:40",
        "5": "11:40-11:50",
        "4": "16:13-19:13",
    }
    found = next(each for each in seen.day.items if each.id == "2")
    assert (found.starts_at, clock(found.ends_at)) == (at("10:10"), "16:13")
    assert clock(seen.item.ends_at) == "16:13"
    room_left = more_that_fit(seen, at("16:30"))
    assert room_left is not None
    assert room_left.count == 5
    saves = closing_now_saves(seen)
    assert saves is not None
    assert (saves.seconds, clock(saves.open_ends_at)) == (0, "16:13")


def test_whoever_speaks_when_the_first_piece_is_over_ends_and_the_others_come_later() -> None:
    room = at_two(*many(3)).do("11:00", split("2", 60)).do("11:09", Next())

    assert comes(room, "11:11")["2"] == "11:11-11:12 15:00-15:06:40"
    assert [clock(turn.turn_at) for turn in room.see("11:11").turns] == ["15:00:20", "15:03:40"]
    assert comes(room, "11:11")["3"] == "11:12-11:42"


def test_a_short_list_leaves_nothing_for_the_later_piece_once_it_is_closed() -> None:
    room = at_two("mex").do("11:00", split("2", 60), CloseList())

    assert comes(room, "11:00")["2"] == "11:00-11:03"
    assert comes(room, "11:00")["4"] == "15:00-18:00"


def test_a_carried_item_comes_in_its_later_piece_and_is_not_counted_twice() -> None:
    room = at_two(*many(12)).do("11:00", split("2", 60)).do("11:10", CloseItem("carry"))

    assert comes(room, "11:12")["2"] == "15:00-15:39:40"
    assert comes(room, "11:12")["3"] == "11:12-11:42"
    assert eaten(room, "11:12") == (39.67, 0, 0, 39.67)
    room.do("15:00", Suspend(), Resume(), ReopenItem("2"))
    assert comes(room, "15:05")["2"] == "15:05-15:44:40"
    room.do("15:10", CloseItem("carry"))
    assert comes(room, "15:10")["2"] == "", "it was in its last piece"
    assert eaten(room, "15:10")[2] == 39.67


def test_a_carried_item_that_is_not_split_stays_as_it_is() -> None:
    room = at_two(*many(3)).do("11:10", CloseItem("carry"))

    assert comes(room, "11:12")["2"] == ""
    assert eaten(room, "11:12") == (0, 0, 9.67, 9.67)


def test_an_item_open_at_the_break_goes_on_in_its_piece_of_the_next_sitting() -> None:
    room = at_two(*many(12)).do("11:00", split("2", 60)).do("13:00", Suspend())

    assert comes(room, "13:30")["2"] == "15:00-15:39:40"
    assert comes(room, "18:30")["2"] == "18:30-19:09:40", "behind the last sitting time runs on"


def test_three_pieces_and_one_behind_the_last_sitting() -> None:
    three = (
        sitting("1", "10:00", "11:00"),
        sitting("2", "12:00", "13:00"),
        sitting("3", "15:00", "16:00"),
    )
    plan = agenda(item("1", 100, sitting="1"), item("2", 70, sitting="3"), sittings=three)
    room = Room(plan).do("9:00", split("1", 30, "2"), split("1", 50, "3"))
    assert comes(room, "9:00") == {"1": "10:00-10:30 12:00-12:20 15:00-15:50", "2": "15:50-17:00"}
    room.do("10:00", OpenMeeting(), OpenItem("1"))
    assert comes(room, "10:10")["1"] == "10:10-10:30 12:00-12:20 15:00-15:50"
    room.do("10:10", inscribe(*many(60)))
    assert comes(room, "10:10")["1"] == "10:10-10:30 12:00-12:20 15:00-17:39:40"


def test_a_piece_that_comes_behind_the_last_sitting() -> None:
    plan = agenda(item("2", 190, sitting="2"), item("1", 100, sitting="1"))
    room = Room(plan).do("9:00", split("1", 40))
    room.do("10:00", OpenMeeting(), OpenItem("1"))
    assert comes(room, "10:10")["1"] == "10:10-10:40 18:10-19:10"
    room.do("10:10", inscribe(*many(12)))
    assert clock(room.see("10:10").turns[-1].turn_at) == "18:16:40"


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ((), (0, 0, 0, 0)),
        ((move("3", "2"),), (30, 0, 0, 30)),
        ((move("3", "2"), PlanTime("4", 150, WHY)), (0, 0, 0, 0)),
        ((PlanTime("4", 120, WHY),), (0, 0, 0, 0)),
        ((PlanSitting("2", time(15), time(17, 30), WHY),), (0, 30, 0, 30)),
        ((PlanSitting("2", time(14), time(18), WHY), move("3", "2")), (0, 0, 0, 0)),
        ((split("2", 60),), (30, 0, 0, 30)),
    ],
)
def test_the_block_stays_protected_whatever_is_planned_otherwise(
    edits: tuple[Command, ...], expected: tuple[float, ...]
) -> None:
    room = Room(PLAN).do("9:30", *edits)

    assert block(room, "9:30").item == "4"
    assert eaten(room, "9:30") == expected


def test_a_block_that_somebody_splits_is_none() -> None:
    three = (
        sitting("1", "10:00", "13:00"),
        sitting("2", "15:00", "18:00"),
        sitting("3", "18:30", "19:30"),
    )
    plan = agenda(item("1", 30, sitting="1"), item("4", 180, sitting="2"), sittings=three)
    room = Room(plan)
    assert block(room, "9:30").item == "4"
    room.do("9:30", split("4", 120, "3"))
    assert room.see("9:30").day.block is None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Item 4 loses 30 min of its 3 h because the sitting is shorter"),
        ("zh", "项目4的3小时将被占用30分钟，因会议较短"),
    ],
)
def test_a_shorter_sitting_is_said(language: str, sentence: str) -> None:
    room = Room(PLAN).do("9:30", PlanSitting("2", time(15), time(17, 30), WHY))
    saying = Saying(room.state.agenda, room.state.rules, language)

    assert saying.block(block(room, "9:30")) == sentence


def test_no_advice_while_a_split_item_keeps_to_its_plan() -> None:
    room = at_two(*many(12)).do("10:40", split("2", 50))
    seen = room.see("10:40")
    assert seen.item is not None
    assert clock(seen.item.planned_end) == "15:40"
    assert seen.item.ends_at <= seen.item.planned_end
    assert advice(seen) is None
    found = advice(room.do("10:41", inscribe(*(f"e{n}" for n in range(14)))).see("10:41"))
    assert found is not None
    assert (found.step, clock(found.until)) == ("limit", "15:40")
    endless = advice(room.do("10:42", inscribe(*(f"f{n}" for n in range(80)))).see("10:42"))
    assert endless is None or endless.step == "close_now"
