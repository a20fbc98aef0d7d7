"""Acts that ask before they do harm, or offer what was perhaps meant."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.sittings import MeetingAdjourned, break_over_since
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import DAY, Room, at_time, directory, said


def told(room: Room, line: str, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), line
    return tell_act(room.state, entries, language, directory().name)


def floor(room: Room) -> tuple[str | None, list[str]]:
    """Who has the floor, and who waits."""
    return room.speaker, room.waiting


def all_taken_up() -> Room:
    room = Room().opened("1")
    room.do("close item", "item 2", "close item", "item 3")
    return room


def test_adjourning_asks_while_names_wait_or_items_are_left() -> None:
    room = Room().opened("3")
    assert room.sentence("adjourn") == (
        "Items not taken up: 1, 2. To adjourn anyway, type `adjourn!`."
    )
    room.do("inscribe mex fra")
    assert room.sentence("adjourn thanks") == (
        "To adjourn anyway, type `adjourn!`. Items not taken up: 1, 2. "
        "Still waiting (2): Mexico, France."
    )
    assert room.do("adjourn! thanks")[-1] == MeetingAdjourned("thanks")


def test_adjourning_asks_for_names_alone_and_for_a_list_that_was_carried() -> None:
    room = all_taken_up()
    room.do("inscribe mex", "close item carry")
    assert (
        room.sentence("adjourn") == "To adjourn anyway, type `adjourn!`. Still waiting (1): Mexico."
    )
    room.do("suspend")
    assert room.refused("adjourn") == "adjourn_leaves_names"


def test_adjourning_counts_replies_apart_from_the_names_waiting() -> None:
    room = all_taken_up()
    room.do("reply per")
    assert room.sentence("adjourn") == (
        "To adjourn anyway, type `adjourn!`. Still waiting (1 right of reply): Peru."
    )
    assert room.sentence("close item").startswith("1 right of reply is waiting: Peru. To keep")
    room.do("inscribe mex fra", "reply jpn")
    assert room.sentence("adjourn") == (
        "To adjourn anyway, type `adjourn!`. "
        "Still waiting (2 names and 2 rights of reply): Mexico, France, Peru, Japan."
    )
    assert room.sentence("close item").startswith(
        "2 names and 2 rights of reply are waiting: Mexico"
    )
    refused = room.tried("adjourn")
    assert isinstance(refused, Refusal)
    assert "仍在等候发言（2个代表团和2项答辩）" in said(refused, "zh")


def test_adjourning_when_all_is_done_asks_nothing() -> None:
    room = all_taken_up()
    room.do("adjourn")
    assert room.state.phase == "adjourned"


def test_a_reply_given_under_another_item_says_on_which_it_is() -> None:
    room = Room().opened("2")
    room.do("inscribe mex", "reply per", "close item carry", "item 3")
    assert told(room, "floor per") == "Peru (Right of reply, on item 2) has the floor, 2:00"
    room.do("undo")
    room.do("inscribe jpn")
    assert told(room, "floor per").startswith("Peru (Right of reply, on item 2) has the floor")
    room.do("undo")
    assert told(room, "floor per", "zh").startswith("Peru（答辩权，项目2）发言")


@pytest.mark.parametrize(
    ("suspended", "resumed", "sentence"),
    [
        ("11:00:00", "11:15:00", "Sitting 1 continues until 13:00"),
        ("13:00:00", "15:02:00", "Sitting 2 has begun; it ends at 18:00"),
        (
            "12:50:00",
            "13:30:00",
            "Sitting 2, planned for 15:00, has begun early; it ends at 18:00",
        ),
    ],
)
def test_resuming_says_which_sitting_begins_or_goes_on(
    suspended: str, resumed: str, sentence: str
) -> None:
    room = Room().opened()
    room.at(suspended).do("suspend")
    assert told(room.at(resumed), "resume") == sentence
    room.later(60).do("suspend")
    assert "continues" in told(room.later(60), "resume")


@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("12:59:00", None),  # the sitting that was suspended would go on
        ("14:59:59", None),
        ("15:00:00", "15:00:00"),
        ("15:20:00", "15:00:00"),
        ("18:00:00", None),  # over by plan
    ],
)
def test_a_break_is_over_when_the_next_sitting_should_have_begun(
    now: str, since: str | None
) -> None:
    room = Room().opened()
    assert break_over_since(room.state, at_time(now)) is None
    room.at("12:50:00").do("suspend lunch")
    assert break_over_since(room.state, at_time(now)) == (at_time(since) if since else None)


def test_more_time_with_nobody_speaking_is_offered_to_the_sitting() -> None:
    room = Room().opened()
    assert room.sentence("extend 10:00") == (
        "Nobody has the floor. To extend sitting 1 to 13:10, give the reason: "
        "`plan sitting 1 10:00 13:10 because …`"
    )
    room.do("plan sitting 1 10:00 13:10 because the list is long")
    assert "13:25" in room.sentence("extend 14:30"), "whole minutes, rounded up"


@pytest.mark.parametrize("line", ["extend 0:30", "extend 150:00", "extend 900:00"])
def test_more_time_that_no_sitting_can_have_is_not_offered(line: str) -> None:
    room = Room().opened()
    assert room.refused(line) == "nobody_speaks"


def test_a_sitting_the_plan_does_not_know_is_not_extended() -> None:
    room = Room().opened()
    room.meeting.state.sitting = "9"
    assert room.refused("extend 10:00") == "nobody_speaks"


def test_a_point_of_order_is_heard_since_it_was_raised_or_the_one_before_was_ruled() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    assert heard_since(room.state) is None
    room.at("10:05:00").do("order per")
    room.at("10:06:00").do("order nga")
    assert heard_since(room.state) == at_time("10:05:00")
    room.at("10:07:30").do("ruling not in order")
    assert heard_since(room.state) == at_time("10:07:30")
    room.do("ruling so it is", "continue")
    room.at("10:20:00").do("order per")
    assert heard_since(room.state) == at_time("10:20:00")


class TestUndoingAnActOfTheFloor:
    """`undo floor`: somebody was given the floor by mistake, and names were typed since."""

    def test_names_inscribed_since_stay(self) -> None:
        room = Room().opened()
        room.do("inscribe mex fra", "next")
        given_at = room.held.given_at
        room.later(60).do("next", "inscribe jpn", "close list", "limit 2:00", "present ken")
        room.later(20).do("undo floor")

        assert floor(room) == ("MEX", ["FRA", "JPN"])
        assert room.held.given_at == given_at and room.used == 80
        assert not room.state.items["3"].is_list_open
        assert room.state.present.keys() == {"KEN"}

    def test_it_is_brought_back_and_taken_back_again(self) -> None:
        room = Room().opened()
        room.do("inscribe mex fra", "next", "inscribe jpn", "undo floor")
        assert floor(room)[0] is None
        room.do("redo")
        assert floor(room) == ("MEX", ["FRA", "JPN"])
        room.do("undo", "undo", "redo", "redo")
        assert floor(room) == ("MEX", ["FRA", "JPN"])

    def test_the_latest_is_taken_back_and_then_the_one_before(self) -> None:
        room = Room().opened()
        room.do("inscribe mex", "next", "inscribe fra", "yield", "inscribe jpn")
        room.do("undo floor")
        assert floor(room)[0] == "MEX"
        room.do("undo floor")
        assert floor(room) == (None, ["MEX", "FRA", "JPN"])
        assert room.refused("undo floor") == "no_floor_act"

    def test_somebody_called_from_no_list_leaves_it_again(self) -> None:
        room = Room().opened()
        room.do("floor mex!", "inscribe fra", "undo floor")
        assert floor(room) == (None, ["FRA"])

    @pytest.mark.parametrize(
        "since",
        [
            ("note a point on this speaker",),  # it would be on nobody
            ("heard fr",),
            ("suspend lunch",),
            ("inscribe mex",),  # it would wait twice
            ("yield", "close item"),
            ("item 2", "yield"),
        ],
    )
    def test_what_depends_on_it_comes_first(self, since: tuple[str, ...]) -> None:
        room = Room().opened()
        room.do("inscribe mex", "next")
        for line in since:
            room.tried(line)
        before = room.state.snapshot()
        if since[-1] == "yield":
            room.do("undo floor", "undo floor")
            assert room.waiting == ["MEX"]
            return
        assert room.refused("undo floor") == "floor_act_needed"
        assert room.state == before

    def test_a_note_on_the_item_does_not_depend_on_who_speaks(self) -> None:
        room = Room().opened()
        room.do("note on item 3 of the Chair", "inscribe mex", "next", "inscribe fra", "undo floor")
        assert floor(room) == (None, ["MEX", "FRA"])

    def test_there_may_be_none(self) -> None:
        room = Room()
        assert room.refused("undo floor") == "no_floor_act"
        room.at("10:00:00", DAY).do("open", "item 1", "inscribe mex")
        assert room.refused("undo floor") == "no_floor_act"


def test_what_adjourning_would_leave_names_three_and_says_how_many_more() -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn per zaf che nor deu")

    told = room.sentence("adjourn")
    assert told.startswith("To adjourn anyway, type `adjourn!`."), "what to do stands first"
    assert told.endswith("Still waiting (8): Mexico, France, Japan and 5 more.")
    assert room.sentence("close item").startswith("8 still wait: Mexico, France, Japan and 5 more.")
