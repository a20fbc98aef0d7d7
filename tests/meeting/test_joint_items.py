"""Two items taken together on the day: one list and one clock, all counts for both and once."""

from __future__ import annotations

import pytest

from meeting_tui.forecast.projection import project
from meeting_tui.meeting.facts import Together
from meeting_tui.meeting.heard import not_heard, unheard
from meeting_tui.meeting.items import ItemOpened, ItemReopened, ItemsJoined
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.questions import coverage
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speaking_time import speaking_time, spoken
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, at_time, directory


def joined() -> Room:
    """Item 2 was opened at 10:00; Mexico spoke on it for a minute; from 11:20 with item 3."""
    room = Room()
    room.do("inscribe jpn for 3")
    room.opened("2")
    room.do("inscribe mex ken", "next")
    room.later(60).do("yield")
    room.at("11:20:00").do("join 3")
    return room


def test_they_are_both_open_with_one_list_and_one_clock() -> None:
    room = joined()
    assert room.state.joined == ("3",)
    assert room.state.items["3"].phase == "open"
    assert room.state.items["3"].opened_at == at_time("11:20:00")
    assert room.waiting == ["JPN", "KEN"], "who waited for item 3 waits on the one list"
    room.do("inscribe fra for 3", "inscribe per")
    assert sorted(room.waiting) == ["FRA", "JPN", "KEN", "PER"]
    assert room.refused("inscribe jpn for 3") == "already_waits"


def test_what_is_said_belongs_to_both_and_is_counted_once() -> None:
    room = joined()
    room.do("next", "note a6 in their law")
    room.later(90).do("yield")
    room.later(30)
    turn = room.state.interventions["s2"]

    assert (turn.item, turn.items) == ("2", ("2", "3"))
    seconds = {
        item: speaking_time(room.state, room.now, directory(), item=item).total.seconds
        for item in (None, "2", "3", "1")
    }
    assert seconds == {None: 150, "2": 150, "3": 90, "1": 0}
    assert spoken(room.state, room.now)["JPN"].interventions == 1
    assert not_heard(room.state, directory(), "3").elsewhere == ("MEX",)
    assert "UNRG:AG" in unheard(room.state, "3", directory()).regions
    rows = coverage(room.state, "3", members=directory().members).rows
    assert [each.delegation for each in rows] == ["JPN"]


def test_they_are_closed_together_and_their_time_is_that_of_each() -> None:
    room = joined()
    room.at("12:00:00").do("suspend")
    room.at("12:10:00").do("resume")
    room.at("12:30:00").do("close item not-reached")

    assert [room.state.items[each].phase for each in ("2", "3")] == ["closed", "closed"]
    assert room.state.items["2"].seconds == (2 * 60 + 20) * 60
    assert room.state.items["3"].seconds == 60 * 60
    assert room.state.joined == ()
    assert room.state.together == [
        Together(("2", "3"), at_time("11:20:00"), at_time("12:30:00")),
    ]
    room.do("reopen 3")
    assert (room.state.item, room.state.joined) == ("3", ())


def test_carried_over_together_they_are_reopened_together() -> None:
    room = joined()
    room.at("12:50:00").do("close item carry")
    assert [room.state.items[each].phase for each in ("2", "3")] == ["carried", "carried"]
    room.at("12:55:00").do("reopen 2")
    assert room.state.joined == ("3",)
    assert room.waiting == ["JPN", "KEN"]
    assert room.state.items["3"].seconds == 90 * 60
    assert room.state.together[1] == Together(("2", "3"), at_time("12:55:00"))


def test_one_of_those_carried_over_may_be_reopened_alone() -> None:
    room = joined()
    room.do("close item carry", "reopen 3")
    assert (room.state.item, room.state.joined, room.waiting) == ("3", (), [])
    room.do("close item", "reopen 2")
    assert room.state.joined == ()


def test_three_items_and_the_moment_each_came_in() -> None:
    room = joined()
    room.at("11:40:00").do("join 1")
    assert room.state.joined == ("1", "3")
    assert [(each.items, each.until) for each in room.state.together] == [
        (("2", "3"), at_time("11:40:00")),
        (("1", "2", "3"), None),
    ]


def test_where_none_is_open_the_first_is_opened_with_the_other() -> None:
    room = Room().at("10:00:00")
    room.do("open")
    assert room.do("join 2 and 3") == (ItemOpened("2"), ItemsJoined("2", ("3",)))
    room.do("close item")
    assert room.do("join 3 2") == (ItemReopened("3"), ItemsJoined("3", ("2",)))
    assert room.state.joined == ("2",)


def test_a_reply_asked_on_an_item_taken_along_is_given_on_the_open_one() -> None:
    room = Room().opened("3")
    room.do("inscribe mex", "next", "yield", "reply per", "close item carry")
    room.do("item 2", "join 3")
    assert room.refused("close item") == "replies_wait"
    room.do("floor per")
    assert room.held.items == ("2", "3")


def test_the_segments_of_an_item_taken_along_can_be_opened() -> None:
    room = Room().opened("3")
    room.at("10:10:00").do("join 2", "inscribe mex for 2.2", "inscribe fra")
    room.at("10:20:00").do("segment 2.1")
    assert (room.state.items["2"].segment, room.state.items["3"].segment) == ("2.1", None)
    assert room.refused("segment 2.1") == "segment_is_open"
    room.at("10:30:00").do("segment 2.2")
    room.at("10:40:00").do("suspend")
    room.at("10:50:00").do("resume")
    room.at("11:00:00").do("next", "yield")
    assert [room.state.interventions["s1"].item, room.speaker] == ["3", None]
    room.do("close item not-reached")
    seconds = {key: run.at(room.now) for key, run in room.state.segment_times.items()}
    assert seconds == {"2.1": 600, "2.2": 1200}
    assert room.state.segments["2.2"].closed_at == at_time("11:00:00")
    assert replay(room.meeting.entries).state == room.state


def test_the_segment_an_item_was_at_goes_on_when_it_is_taken_along() -> None:
    room = Room().opened("2")
    room.at("10:10:00").do("segment 2.1")
    room.at("10:20:00").do("close item carry", "item 3")
    room.at("10:30:00").do("join 2")
    room.at("10:45:00").do("close item")
    assert room.state.segment_times["2.1"].at(room.now) == 25 * 60


def test_a_segment_of_an_item_that_is_not_open_is_refused() -> None:
    room = Room().opened("3")
    assert room.refused("segment 2.1") == "segment_of_other_item"
    room.do("join 2", "close item")
    assert room.refused("segment 2.1") == "no_item_open"


def test_the_forecast_has_the_minutes_of_both_and_counts_the_time_once() -> None:
    plain = Room().opened("2")
    alone = project(plain.at("10:30:00").state, plain.now)
    assert alone.item is not None
    room = Room().opened("2")
    room.at("10:30:00").do("join 3")
    both = project(room.state, room.now)
    assert both.item is not None
    assert (both.item.ends_at - alone.item.ends_at).total_seconds() == 30 * 60
    ends = {each.id: each.ends_at for each in both.day.items}
    assert ends["2"] == ends["3"] == both.item.ends_at
    later = project(room.at("10:50:00").state, room.now)
    assert later.item is not None
    assert later.item.ends_at == both.item.ends_at, "the time of both runs once"
    assert both.day.ends_at == alone.day.ends_at
    planned = {each.id: each.planned_end for each in both.day.items}
    assert both.item.planned_end == max(planned["2"], planned["3"])


def test_it_is_told_taken_back_and_read_again() -> None:
    room = Room().opened("2")
    before = room.state.snapshot()
    entries = room.tried("join 3")
    assert not isinstance(entries, Refusal)
    assert tell_act(room.state, entries, "en", directory().name) == "Items 2, 3 are taken together"
    assert tell_act(room.state, entries, "zh", directory().name) == "项目2、3合并审议"
    assert replay(room.meeting.entries).state == room.state
    closed = room.later(60).tried("close item")
    assert not isinstance(closed, Refusal)
    assert tell_act(room.state, closed, "en", directory().name) == "Items 2, 3 are closed"
    room.do("undo")
    room.do("inscribe mex")
    carried = room.tried("close item carry")
    assert not isinstance(carried, Refusal)
    told = tell_act(room.state, carried, "en", directory().name)
    assert told == "Items 2, 3 are closed; their list is kept"
    room.do("undo", "undo", "undo")
    assert (room.state.items, room.state.together) == (before.items, before.together)


@pytest.mark.parametrize(
    ("lines", "line", "code"),
    [
        (("item 2",), "join", "item_missing"),
        (("item 2",), "join 9", "no_such_item"),
        (("item 2",), "join and", "item_missing"),
        (("item 2",), "join 2", "joined_already"),
        (("item 2", "join 3"), "join 3", "joined_already"),
        ((), "join 2", "join_with_what"),
        (("suspend",), "join 2 3", "suspended"),
        (("item 2", "join 3"), "item 3", "item_open"),
    ],
)
def test_what_cannot_be_joined_is_refused(lines: tuple[str, ...], line: str, code: str) -> None:
    room = Room().at("10:00:00")
    room.do("open", *lines)
    assert room.refused(line) == code
