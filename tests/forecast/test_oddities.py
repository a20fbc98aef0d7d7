"""What looks unreal of a day is named; an ordinary day has nothing odd."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from meeting_tui.forecast.oddities import oddities, say_oddity
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem
from meeting_tui.meeting.sittings import OpenMeeting
from tests.forecast.room import Room, agenda, at, inscribe, item

PLAN = agenda(item("1", 60), item("2", 60), item("3", 30))
OPEN = OpenMeeting()
NEXT = Next(insist=True)
CLOSE = CloseItem()


def odd(room: Room, instant: str, language: str = "en") -> list[str]:
    """What is said at that time."""
    seen = room.see(instant)
    saying = Saying(room.state.agenda, room.state.rules, language)
    return [say_oddity(saying, each) for each in oddities(seen)]


def test_an_ordinary_day_has_nothing_odd() -> None:
    room = Room(PLAN).do("10:05", OPEN, OpenItem("1"), inscribe("a", "b"), NEXT)
    assert odd(room.do("10:08", NEXT), "10:09") == []
    assert odd(Room(PLAN), "23:00") == []


def test_a_speech_of_three_hours_is_named_while_it_goes_on_and_afterwards() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("1"), inscribe("a"), NEXT)
    expected = ["Looks odd: interventions of one hour or more: 1 (3 h)"]
    assert odd(room, "13:00") == expected
    assert odd(room.do("13:00", Yield()), "13:20") == expected


def test_speeches_of_an_instant_are_named_five_at_most_and_never_while_they_begin() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("1"), inscribe(*"abcdefgh"), NEXT)
    assert odd(room, "10:00") == []
    for second in range(1, 8):
        room.do(f"10:00:{second:02}", NEXT)
    assert odd(room, "10:00:08") == [
        "Looks odd: interventions of less than three seconds: "
        "1 (0:01), 2 (0:01), 3 (0:01), 4 (0:01), 5 (0:01) and 2 more"
    ]


def test_the_seconds_that_are_told_are_those_that_were_looked_at() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("1"), inscribe(*"ab"), NEXT)
    second = timedelta(seconds=1)
    room.do(at("10:00") + 2.6 * second, NEXT).do(at("10:00") + 5.7 * second, Yield())
    assert odd(room, "10:01") == ["Looks odd: interventions of less than three seconds: 1 (0:02)"]


def test_an_item_open_longer_than_its_sitting_is_named() -> None:
    room = Room(PLAN).do("10:00", OPEN, OpenItem("1"))
    assert odd(room, "13:59") == []
    assert odd(room, "14:30") == [
        "Looks odd: items open an hour or more longer than their sittings: 1 (4 h 30)"
    ]


def test_a_sitting_opened_hours_from_its_plan_is_named() -> None:
    late = Room(PLAN).do("11:30", OPEN)
    assert odd(late, "11:31") == [
        "Looks odd: sittings that began one hour or more late: 1 (1 h 30)"
    ]
    by_five_hours = Room(PLAN).do("15:00", OPEN)
    assert odd(by_five_hours, "15:03") == ["Looks odd: sittings that were not held: 1"]
    early = Room(PLAN).do("9:00", OPEN)
    assert odd(early, "9:01") == ["Looks odd: sittings that began one hour or more early: 1 (1 h)"]


def test_items_without_minutes_and_out_of_order_are_named() -> None:
    plan = agenda(item("1", 60), item("2", 0), item("3", 30))
    room = Room(plan).do("10:00", OPEN)
    for name in ("3", "1"):
        room.do("10:10" if name == "3" else "10:20", OpenItem(name), CLOSE)
    assert odd(room, "10:30") == [
        "Looks odd: items with no planned time: 2",
        "Looks odd: items opened in another order than planned: 3, 1",
    ]
    assert odd(room, "10:30", "zh")[1] == "看来异常：未按计划次序讨论的项目：3、1"


def test_items_in_the_official_or_in_the_planned_order_are_not_odd() -> None:
    plan = agenda(
        item("1", 60, sitting="1"), item("4", 180, sitting="2"), item("5", 20, sitting="1")
    )
    for order in (("1", "4", "5"), ("1", "5", "4")):
        room = Room(plan).do("10:00", OPEN)
        for number, name in enumerate(order):
            room.do(f"1{number}:10", OpenItem(name), CLOSE)
        assert odd(room, "12:30") == [], order
    room = Room(plan).do("10:00", OPEN)
    for number, name in enumerate(("5", "1", "4")):
        room.do(f"1{number}:10", OpenItem(name), CLOSE)
    assert odd(room, "12:30") == ["Looks odd: items opened in another order than planned: 5, 1"]


def test_a_list_longer_than_the_day_is_named() -> None:
    names = [f"n{number}" for number in range(150)]
    room = Room(PLAN).do("10:00", OPEN, OpenItem("1"), inscribe(*names))
    assert odd(room, "10:00") == ["Looks odd: a list longer than all sittings: item 1 (8 h 19)"]
    assert room.see("10:00").now == at("10:00")
    shorter = replace(room.state.rules, default_limit_seconds=60)
    held = Room(PLAN, rules=shorter).do("10:00", OPEN, OpenItem("1"), inscribe(*names))
    assert odd(held, "10:00") == []
