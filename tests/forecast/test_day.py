"""The day: what is done is actual, what is to come follows, what does not fit is shown."""

from __future__ import annotations

from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.sittings import Adjourn, OpenMeeting, Resume, Suspend
from meeting_tui.meeting.speakers_list import CloseList
from tests.forecast.room import SITTINGS, Room, agenda, at, clock, inscribe, item, segment, sitting

OPEN = OpenMeeting()
CLOSE = CloseItem()
NEXT = Next(insist=True)
PLAN = agenda(
    item("0", 10, sitting="1"),
    item("1", 40, sitting="1"),
    item("2", 120, segment("2.1", minutes=60), segment("2.2", minutes=60), sitting="1"),
    item("4", 150, sitting="2"),
    item("5", 10, sitting="1"),
    item("6", 30),
)


def times(room: Room, instant: str) -> dict[str, str]:
    """Item -> when it begins and ends, and how many minutes that is off the plan."""
    return {each.id: _times(each) for each in room.see(instant).day.items}


def _times(each: ItemTimes) -> str:
    off = "" if each.difference_seconds is None else f" {each.difference_seconds / 60:+g}"
    return f"{clock(each.starts_at)}-{clock(each.ends_at)}{off}"


def test_before_it_is_opened_the_day_is_as_planned() -> None:
    room = Room(PLAN)
    day = room.see("9:30").day

    assert times(room, "9:30") == {
        "0": "10:00-10:10 +0",
        "1": "10:10-10:50 +0",
        "2": "10:50-12:50 +0",
        "4": "15:00-17:30 +0",
        "5": "12:50-13:00 +0",
        "6": "17:30-18:00 +0",
    }
    assert (clock(day.planned_end), clock(day.ends_at)) == ("18:00", "18:00")
    assert (day.difference_seconds, day.overflow_seconds, day.not_reached) == (0, 0, ())
    assert [(each.id, each.opened_at) for each in day.sittings] == [("1", None), ("2", None)]


def test_a_late_opening_moves_the_morning_over_the_break_and_eats_the_afternoon() -> None:
    day = Room(PLAN).see("10:15").day

    assert times(Room(PLAN), "10:15") == {
        "0": "10:15-10:25 +15",
        "1": "10:25-11:05 +15",
        "2": "11:05-15:05 +15",
        "5": "15:05-15:15 +15",
        "4": "15:15-17:45 +15",
        "6": "17:45-18:15 +15",
    }
    assert (day.difference_seconds, day.overflow_seconds) == (900, 900)
    assert [each.overflow_seconds for each in day.items] == [0, 0, 0, 0, 0, 900]
    assert day.not_reached == ()


def test_opening_the_afternoon_late_moves_every_later_item() -> None:
    plan = agenda(
        item("1", 60, sitting="1"), item("4", 90, sitting="2"), item("5", 60, sitting="2")
    )
    room = Room(plan).do("10:00", OPEN, OpenItem("1")).do("11:00", CLOSE, Suspend())

    assert times(room, "14:00")["5"] == "16:30-17:30 +0"
    assert times(room, "15:30")["4"] == "15:30-17:00 +30"
    assert times(room, "15:30")["5"] == "17:00-18:00 +30"

    room.do("15:30", Resume(), OpenItem("4"))

    assert times(room, "15:30")["4"] == "15:30-17:00 +30"
    assert times(room, "15:40")["5"] == "17:00-18:00 +30"


def test_what_does_not_fit_before_the_last_end_is_named() -> None:
    room = Room(PLAN)
    day = room.see("16:50").day

    assert times(room, "16:50")["2"] == "17:40-19:40 +290"
    assert [each.overflow_seconds / 60 for each in day.items] == [0, 0, 100, 150, 10, 30]
    assert day.not_reached == ("4", "5", "6")
    assert day.overflow_seconds / 60 == 290


def test_no_item_is_taken_before_the_sitting_it_is_planned_in() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("0")).do("10:05", CLOSE)

    assert times(room, "10:05") == {
        "0": "10:00-10:05 -5",
        "1": "10:05-10:45 -5",
        "2": "10:45-12:45 -5",
        "5": "12:45-12:55 -5",
        "4": "15:00-17:30 +0",
        "6": "17:30-18:00 +0",
    }


def test_items_taken_in_another_order_are_actual_and_the_rest_follows() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("5")).do("10:20", CLOSE)

    assert times(room, "10:20") == {
        "5": "10:00-10:20 -160",
        "0": "10:20-10:30 +20",
        "1": "10:30-11:10 +20",
        "2": "11:10-15:10 +20",
        "4": "15:10-17:40 +10",
        "6": "17:40-18:10 +10",
    }


def begun(*first: str) -> Room:
    room = Room(PLAN).do("10:00", OPEN)
    for name in first:
        room.do("10:00", OpenItem(name), CLOSE)
    return room


def test_open_item_keeps_its_planned_minutes_while_requests_are_expected() -> None:
    room = begun("0").do("10:05", OpenItem("1"), inscribe("mex", "fra"))

    assert times(room, "10:10")["1"] == "10:05-10:45 -5"
    assert times(room, "10:10")["2"] == "10:45-12:45 -5"
    assert times(room, "10:50")["1"] == "10:05-10:56:20 +6.33333"


def test_closed_list_ends_the_open_item() -> None:
    room = begun("0").do("10:05", OpenItem("1"), inscribe("mex", "fra"), CloseList())

    assert times(room, "10:10")["1"] == "10:05-10:16:20 -33.6667"


def test_last_segment_ends_with_its_list_once_somebody_was_heard_in_it() -> None:
    room = begun("0", "1").do("10:50", OpenItem("2"), OpenSegment("2.1"))
    room.do("10:50", inscribe("mex", "fra"), NEXT)

    assert times(room, "10:50")["2"] == "10:50-12:50 +0"

    room.do("11:50", OpenSegment("2.2"))

    assert times(room, "11:50")["2"] == "10:50-12:50 +0"

    room.do("11:50", NEXT)

    assert times(room, "11:50")["2"] == "10:50-11:53 -57"


def test_long_list_moves_the_open_item_and_all_behind_it() -> None:
    room = begun("0").do("10:00", OpenItem("1"), inscribe(*[f"d{n}" for n in range(18)]))

    assert times(room, "10:00")["1"] == "10:00-10:59:40 +9.66667"
    assert times(room, "10:00")["2"] == "10:59:40-12:59:40 +9.66667"


def test_time_between_sittings_is_not_counted_as_used() -> None:
    room = begun("0", "1").do("12:00", OpenItem("2")).do("13:00", Suspend())

    assert times(room, "13:30")["2"] == "12:00-16:00 +70"
    assert times(room, "13:30")["4"] == "16:10-18:40 +70"

    room.do("15:00", Resume())

    assert times(room, "15:30")["2"] == "12:00-16:00 +70"


def test_carried_item_is_as_it_was_until_it_is_reopened() -> None:
    room = begun("0").do("10:00", OpenItem("1"), inscribe("mex"))
    room.do("10:30", CloseItem("carry"))

    assert times(room, "10:30")["1"] == "10:00-10:30 -20"

    room.do("10:40", ReopenItem("1"))

    assert times(room, "10:40")["1"] == "10:00-10:50 +0"


def test_actual_times_alone_once_the_meeting_is_adjourned() -> None:
    room = begun("0").do("10:00", OpenItem("1")).do("10:40", Adjourn(insist=True))
    day = room.see("23:00").day

    assert times(room, "23:00") == {
        "0": "10:00-10:00 -10",
        "1": "10:00-10:40 -10",
        "2": "---",
        "4": "---",
        "5": "---",
        "6": "---",
    }
    assert day == room.see(at("9:00")).day
    assert (clock(day.ends_at), day.difference_seconds) == ("10:40", -320 * 60)
    assert (day.not_reached, day.overflow_seconds) == (("2", "4", "5", "6"), 0)
    assert [(each.id, clock(each.opened_at)) for each in day.sittings] == [
        ("1", "10:00"),
        ("2", "-"),
    ]


def test_item_closed_after_the_last_end_shows_by_how_much() -> None:
    plan = agenda(item("1", 60), sittings=(sitting("1", "10:00", "11:00"),))
    room = Room(plan).do("10:00", OPEN, OpenItem("1")).do("11:12", Adjourn(insist=True))
    day = room.see("11:12").day

    assert (day.items[0].overflow_seconds, day.overflow_seconds) == (720, 720)
    assert day.not_reached == ()


def test_an_afternoon_of_the_next_day_is_reached_over_the_night() -> None:
    morrow = SITTINGS[0].start.date().replace(day=20)
    plan = agenda(
        item("1", 180),
        item("2", 60),
        sittings=(SITTINGS[0], sitting("2", "15:00", "18:00", morrow)),
    )
    room = Room(plan).do("10:30", OPEN, OpenItem("1"))
    first, second = room.see("10:30").day.items

    assert first.ends_at == at("15:30", morrow)
    assert (second.starts_at, second.ends_at) == (at("15:30", morrow), at("16:30", morrow))
