"""How many more fit, when to close the list, what more time costs."""

from __future__ import annotations

from meeting_tui.forecast.closing import closing_now_saves, latest_close, more_that_fit
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from tests.forecast.room import Room, agenda, at, clock, inscribe, item, segment

PLAN = agenda(
    item("1", 30, sitting="1"),
    item("2", 120, segment("2.1"), sitting="1"),
    item("3", 30, sitting="1"),
    item("4", 180, sitting="2"),
)
NEXT = Next(insist=True)


def opened(handover: int = 20, instant: str = "10:00", **timekeeper: float) -> Room:
    return Room(PLAN, handover, known=timekeeper).do(instant, OpenMeeting(), OpenItem("1"))


def fit(room: Room, instant: str, until: str | None = None, limit: int | None = None) -> int:
    found = more_that_fit(room.see(instant), at(until) if until else None, limit)
    assert found is not None
    return found.count


def test_reference_twenty_minutes_at_ninety_seconds_hold_thirteen() -> None:
    assert fit(opened(handover=0), "10:00", "10:20", 90) == 13


def test_reference_three_hours_with_a_podium() -> None:
    plan = agenda(item("4", 180, segment("4.1", "presentation", 30), segment("4.2")))
    room = Room(plan).do("10:00", OpenMeeting(), OpenItem("4"))

    # The first of them follows the podium without a hand-over: nobody waits yet.
    assert [fit(room, "10:00", "13:00", limit) for limit in (180, 150, 300)] == [45, 53, 28]

    room.do("10:00", inscribe("a", segment="4.2"))

    assert [fit(room, "10:00", "13:00", limit) + 1 for limit in (180, 150, 300)] == [45, 52, 28]


def test_more_fit_behind_who_waits_until_the_end_of_the_sitting() -> None:
    room = opened(instant="12:30").do("12:30", inscribe("a", "b"))

    assert fit(room, "12:30") == 7
    assert fit(room, "12:30", "12:36") == 0
    assert fit(room.do("12:30", SetLimit(60)), "12:30") == 20


def test_closing_words_and_hand_overs_take_their_room() -> None:
    assert fit(opened(), "10:00", "10:09:40") == 3
    assert fit(opened(closing_words_seconds=60), "10:00", "10:09:40") == 2
    assert fit(opened(handover=60), "10:00", "10:09:40") == 2


def test_first_of_an_empty_list_waits_for_the_rest_of_the_hand_over() -> None:
    room = opened().do("10:00", inscribe("a"), NEXT).do("10:02", Yield())

    assert fit(room, "10:02", "10:05:19") == 0
    assert fit(room, "10:02", "10:05:20") == 1


def test_list_may_stay_open_as_long_as_requests_come_as_they_came() -> None:
    room = opened(closing_words_seconds=60)
    for minute in (2, 4, 6, 8, 10):
        room.do(f"10:{minute:02}", inscribe(f"d{minute}"))
    found = latest_close(room.see("10:10"), at("10:40"))

    assert found is not None
    assert (found.more, found.each_seconds, found.every_seconds) == (3, 200, 100)
    assert clock(found.at) == "10:15"


def test_nobody_asks_so_it_may_stay_open_until_one_more_can_be_heard() -> None:
    found = latest_close(opened().see("12:00"))

    assert found is not None
    assert (clock(found.at), found.every_seconds, found.more) == ("12:56:40", None, 18)
    assert clock(found.target) == "13:00"


def test_list_that_is_too_long_is_closed_now_and_a_closed_one_not_at_all() -> None:
    room = opened(instant="12:50").do("12:50", inscribe(*"abcd"))
    found = latest_close(room.see("12:51"))

    assert found is not None
    assert (clock(found.at), found.more) == ("12:51", 0)
    assert latest_close(room.do("12:51", CloseList()).see("12:51")) is None
    assert closing_now_saves(room.see("12:51")) is None


def test_names_put_down_beforehand_are_no_requests_that_come() -> None:
    room = Room(PLAN).do("9:00", OpenMeeting(), inscribe_for("1")).do("9:30")
    room.do("10:00", OpenItem("1"))
    found = latest_close(room.see("10:05"))

    assert found is not None
    assert found.every_seconds is None


def inscribe_for(name: str) -> Inscribe:
    wanted = inscribe("a", "b")
    assert isinstance(wanted, Inscribe)
    return Inscribe(wanted.whom, item=name)


def test_closing_now_saves_what_would_still_come() -> None:
    room = opened()
    for minute in (25, 29, 33, 37, 41):
        room.do(f"10:{minute}", inscribe(f"d{minute}"))
    found = closing_now_saves(room.see("10:45"))

    assert found is not None
    assert (found.more, found.each_seconds, found.seconds) == (3, 200, 3 * 200)
    assert (clock(found.ends_at), clock(found.open_ends_at)) == ("11:01:20", "11:11:20")


def test_the_flurry_at_the_opening_says_nothing_about_later_requests() -> None:
    room = opened()
    for minute in range(1, 5):
        room.do(f"10:0{minute}", inscribe(*[f"d{minute}{n}" for n in range(5)]))
    for instant in ("10:05", "10:12", "10:19"):
        found = closing_now_saves(room.see(instant))
        open_until = latest_close(room.see(instant))

        assert found is not None
        assert open_until is not None
        assert (found.is_settled, found.more, found.every_seconds) == (False, 0, None), instant
        assert found.ends_at == found.open_ends_at
        assert open_until.every_seconds is None

    # Twenty minutes on, the opening is no longer recent.
    rested = closing_now_saves(room.see("10:26"))
    assert rested is not None
    assert (rested.is_settled, rested.more) == (True, 0)


def test_closing_now_frees_the_planned_minutes_that_nobody_asks_for() -> None:
    found = closing_now_saves(opened().do("9:59", inscribe("a")).see("10:10"))

    assert found is not None
    assert (clock(found.ends_at), clock(found.open_ends_at)) == ("10:13", "10:30")
    assert (found.more, found.seconds) == (0, 17 * 60)


def test_nothing_to_answer_without_an_open_item() -> None:
    seen = Room(PLAN).see("10:00")

    assert more_that_fit(seen) is None
    assert latest_close(seen) is None
    assert closing_now_saves(seen) is None
