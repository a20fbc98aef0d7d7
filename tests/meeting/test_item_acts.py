"""Items and segments: one open at a time, closed twice over when names wait, taken up again."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.facts import SegmentRun
from meeting_tui.meeting.items import ItemClosed, ItemOpened, ItemReopened
from meeting_tui.meeting.leaving import NotReached
from tests.meeting.room import Room, at_time


def test_one_item_is_open_at_a_time() -> None:
    room = Room().opened("3")

    assert room.refused("item 1") == "item_open"
    assert room.refused("reopen 1") == "item_open"
    assert room.do("close item") == (ItemClosed("3"),)
    assert room.do("item 1") == (ItemOpened("1"),)


def test_close_item_with_names_waiting_is_refused_and_names_them() -> None:
    room = Room().opened()
    room.do("inscribe mex fra")

    assert room.refused("close item") == "names_wait"
    assert "2 still wait: Mexico, France." in room.sentence("close item")

    room.do("reply per")
    told = room.sentence("close item")
    assert "2 names and 1 right of reply are waiting: Mexico, France, Peru." in told


def test_close_item_while_somebody_speaks_is_refused_in_every_form() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")

    for line in ("close item", "close item carry", "close item not-reached"):
        assert room.refused(line) == "somebody_speaks"


def test_close_item_waits_for_the_ruling() -> None:
    room = Room().opened()
    room.do("order mex")

    assert room.refused("close item") == "point_of_order_pending"


def test_carry_keeps_the_list_for_when_the_item_is_reopened() -> None:
    room = Room().opened("3")
    room.do("inscribe mex fra", "reply per")
    room.at("10:20:00").do("close item carry")

    assert room.state.items["3"].phase == "carried"
    room.do("item 1", "inscribe nga", "inscribe jpn for 3")
    assert room.waiting == ["NGA"]
    room.do("close item not-reached")
    assert room.at("10:30:00").do("reopen 3") == (ItemReopened("3"),)
    assert room.waiting == ["MEX", "FRA", "JPN"]
    assert room.replies == ["PER"]
    assert room.outcome("MEX") == "waiting"
    run = room.at("10:31:00").state.items["3"]
    assert run.opened_at == at_time("10:00:00")
    assert run.closed_at is None
    assert run.open_seconds(room.now) == 21 * 60


def test_not_reached_marks_those_who_wait_for_the_floor_or_a_reply() -> None:
    room = Room().opened("3")
    room.do("inscribe mex", "reply per", "inscribe nga for 2")
    events = room.do("close item not-reached")

    assert events == (
        NotReached(room.inscription("MEX").id),
        NotReached(room.inscription("PER").id),
        ItemClosed("3"),
    )
    assert room.outcome("NGA") == "waiting"


@pytest.mark.parametrize("line", ["close item carry", "close item not-reached", "close item"])
def test_closing_with_nobody_waiting_is_one_and_the_same(line: str) -> None:
    room = Room().opened("3")

    assert room.do(line) == (ItemClosed("3"),)
    assert room.state.items["3"].phase == "closed"


def test_a_closed_item_takes_no_names_until_it_is_reopened() -> None:
    room = Room().opened("3")
    room.do("close item")

    assert room.refused("inscribe mex for 3") == "item_closed"
    room.do("reopen 3", "inscribe mex")
    assert room.waiting == ["MEX"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("item 3", "item_was_open"),
        ("item 9", "no_such_item"),
        ("item", "item_missing"),
        ("item 2.1", "is_segment"),
        ("reopen 2.1", "is_segment"),
        ("reopen 1", "item_never_open"),
        ("close item", "no_item_open"),
        ("segment 2.1", "no_item_open"),
        ("segment 9", "no_such_segment"),
        ("segment", "segment_missing"),
        ("open list", "no_item_open"),
        ("close list", "no_item_open"),
        ("inscribe mex", "no_item_open"),
        ("next", "no_item_open"),
        ("floor mex", "no_item_open"),
    ],
)
def test_refused_with_no_item_open(line: str, code: str) -> None:
    room = Room().opened("3")
    room.do("close item")

    assert room.refused(line) == code


def test_without_any_item_yet_there_is_nothing_to_reply_or_decide_on() -> None:
    room = Room().at("10:00:00")
    room.do("open")

    assert room.refused("reply mex") == "no_item_open"
    assert room.refused("decision adopted") == "no_item_open"


def test_segments_follow_each_other_within_their_item() -> None:
    room = Room().opened("2")
    room.at("10:05:00").do("segment 2.1")
    room.at("10:15:00").do("segment 2.2")

    assert room.refused("segment 2.2") == "segment_is_open"
    first, second = room.state.segments["2.1"], room.state.segments["2.2"]
    assert (first.opened_at, first.closed_at) == (at_time("10:05:00"), at_time("10:15:00"))
    assert second == SegmentRun("2.2", at_time("10:15:00"))
    room.at("10:20:00").do("segment 2.1")
    assert room.state.segments["2.1"] == SegmentRun("2.1", at_time("10:05:00"))
    room.at("10:25:00").do("close item")
    assert room.state.segments["2.1"].closed_at == at_time("10:25:00")
    room.do("reopen 2")
    assert room.state.segments["2.1"] == SegmentRun("2.1", at_time("10:05:00"))
    room.do("close item", "item 3")
    assert room.refused("segment 2.1") == "segment_of_other_item"


def segment_seconds(room: Room, segment: str) -> float:
    return room.state.segment_times[segment].at(room.now)


def test_the_time_of_a_segment_ends_with_the_item_and_the_sitting() -> None:
    room = Room().opened("2")
    room.at("10:05:00").do("segment 2.1")
    assert segment_seconds(room.later(60), "2.1") == 60
    room.at("10:15:00").do("close item")
    assert segment_seconds(room.at("11:00:00"), "2.1") == 600
    room.do("reopen 2")
    room.at("11:05:00").do("suspend")
    assert segment_seconds(room.at("15:00:00"), "2.1") == 900
    room.do("resume")
    room.at("15:01:00").do("segment 2.2")

    assert segment_seconds(room.at("15:31:00"), "2.1") == 960
    assert segment_seconds(room, "2.2") == 1800
    room.at("16:00:00").do("segment 2.1")
    room.at("16:10:00").do("adjourn!")
    assert segment_seconds(room.at("18:00:00"), "2.1") == 1560


def test_a_break_is_no_time_of_an_item_without_segments() -> None:
    room = Room().opened("3")
    room.at("10:05:00").do("suspend")
    room.at("10:20:00").do("resume")

    assert room.state.segment_times == {}
