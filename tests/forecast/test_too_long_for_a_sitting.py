"""An item too long for its sitting goes on in the next one, in the plan as in the forecast."""

from __future__ import annotations

from meeting_tui.agenda.plan import planned_items
from meeting_tui.meeting.sittings import OpenMeeting
from tests.forecast.room import Room, agenda, at, clock, item

# Item 5 is planned in the morning although its number is behind that of item 4.
PLAN = agenda(item("1", 170, sitting="1"), item("4", 180, sitting="2"), item("5", 152, sitting="1"))


def test_the_plan_goes_on_before_what_is_planned_in_the_next_sitting() -> None:
    planned = {each.item: each for each in planned_items(PLAN)}
    assert [(part.sitting, clock(part.start), clock(part.end)) for part in planned["5"].parts] == [
        ("1", "12:50", "13:00"),
        ("2", "15:00", "17:22"),
    ]
    assert (clock(planned["4"].start), clock(planned["4"].end)) == ("17:22", "20:22")


def test_nothing_is_ahead_of_its_plan_before_anything_was_held() -> None:
    day = Room(PLAN).see("9:00").day
    assert [each.difference_seconds for each in day.items] == [0, 0, 0]
    assert (day.difference_seconds, day.overflow_seconds) == (0, 142 * 60)


def test_the_block_behind_it_is_said_to_be_eaten() -> None:
    block = Room(PLAN).see("9:00").day.block
    assert block is not None
    assert (block.item, block.late_start_seconds) == ("4", 142 * 60)


def test_a_piece_stays_behind_what_is_planned_before_it_in_its_sitting() -> None:
    plan = agenda(item("1", 60, sitting="1"), item("3", 30, sitting="2"), item("2", 60))
    room = Room(plan).do("10:00", OpenMeeting())
    seen = room.see("10:00").seen
    planned = planned_items(seen.state.agenda, None, {"2": (("1", 40), ("2", 20))})
    assert [(clock(each.start), clock(each.end)) for each in planned[2].parts] == [
        ("11:00", "11:40"),
        ("15:30", "15:50"),
    ]
    assert planned[1].start == at("15:00")


def test_a_later_piece_begins_no_earlier_than_the_first_one_ended() -> None:
    plan = agenda(item("1", 170, sitting="1"), item("2", 60))
    planned = planned_items(plan, None, {"2": (("1", 40), ("1", 20))})
    assert [(clock(each.start), clock(each.end)) for each in planned[1].parts] == [
        ("12:50", "13:00"),
        ("15:00", "15:30"),
        ("15:30", "15:50"),
    ]
