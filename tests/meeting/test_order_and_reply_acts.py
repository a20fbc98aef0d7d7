"""Points of order interrupt and are ruled before the list moves; replies wait in their own lane."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.point_of_order import PointOfOrderRaised, PointOfOrderRuled
from meeting_tui.meeting.refusal import Refusal
from tests.meeting.room import Room, said, wgtr_rules


def test_a_point_of_order_pauses_the_speaker_until_continue() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    (event,) = room.later(70).do("order nga The language of the draft")

    assert isinstance(event, PointOfOrderRaised)
    assert (event.delegation, event.text) == ("NGA", "The language of the draft")
    room.later(40).do("ruling It is noted.")
    assert room.later(5).used == 70
    room.do("continue")
    assert room.later(10).used == 80
    assert room.held.left_seconds(room.now) == 100
    found = next(iter(room.state.points_of_order.values()))
    assert (found.ruling, found.interrupted) == ("It is noted.", room.held.id)
    assert len(room.state.interventions) == 1


def test_while_a_point_is_pending_the_list_does_not_move() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next", "order nga")
    for line in ("next", "next!", "floor fra", "floor jpn!", "yield", "continue"):
        assert room.refused(line) == "point_of_order_pending"
    assert "Nigeria has raised a point of order" in room.sentence("next")

    room.do("inscribe jpn", "withdraw fra", "note the point was on language")
    room.do("ruling granted", "continue", "yield")
    assert room.speaker is None


def test_several_points_are_ruled_in_the_order_raised() -> None:
    room = Room().opened()
    room.do("order mex first", "order fra second")

    assert room.do("ruling one") == (PointOfOrderRuled("o1", "one"),)
    assert room.refused("next") == "point_of_order_pending"
    assert room.do("ruling two") == (PointOfOrderRuled("o2", "two"),)
    assert room.refused("ruling three") == "no_point_of_order"
    assert [(each.name, each.ruling) for each in room.state.points_of_order.values()] == [
        ("Mexico", "one"),
        ("France", "two"),
    ]


def test_the_rules_may_hear_the_last_point_first() -> None:
    room = Room(rules=wgtr_rules(points_of_order_first="last_raised")).opened()
    room.do("order mex", "order fra")

    assert room.do("ruling so it is") == (PointOfOrderRuled("o2", "so it is"),)


def test_a_point_raised_while_the_speaker_is_paused_keeps_the_first_moment() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(30).do("pause")
    room.later(10).do("order nga")
    room.later(10).do("ruling noted", "continue")

    assert room.used == 30


def test_after_the_ruling_the_floor_may_go_to_somebody_else() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(20).do("order nga", "ruling noted")
    room.later(20).do("next")

    assert room.spoken == [("MEX", 20), ("FRA", 0)]


def test_undo_of_a_point_of_order_lets_the_clock_run_as_if_it_had_never_stopped() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(20).do("order nga")
    room.later(20).do("undo")

    assert room.used == 40
    assert room.refused("ruling x") == "no_point_of_order"


def test_a_ruling_needs_words_and_a_point_needs_a_name() -> None:
    room = Room().opened()

    assert room.refused("ruling") == "text_missing"
    assert room.refused("order") == "name_missing"
    assert room.refused("order per(eu+qqq)") == "aligned_unknown"


def test_replies_are_heard_after_the_list() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "reply nga", "reply per")
    assert room.replies == ["NGA", "PER"]
    assert room.waiting == ["MEX", "FRA"]

    for _ in range(4):
        room.later(30).do("next")
    assert [code for code, _ in room.spoken] == ["MEX", "FRA", "NGA", "PER"]
    assert not room.inscription("NGA").out_of_order


def test_floor_gives_a_reply_at_once_and_it_is_not_out_of_order() -> None:
    room = Room().opened()
    room.do("inscribe mex", "reply nga", "floor nga")

    assert room.speaker == "NGA"
    assert not room.inscription("NGA").out_of_order


def test_floor_asks_whether_the_request_or_the_reply_is_meant() -> None:
    room = Room().opened()
    room.do("inscribe mex, nga", "reply nga")

    found = room.tried("floor nga")
    assert isinstance(found, Refusal)
    assert said(found) == (
        "Nigeria waits more than once: 1st at place 2, 2nd a right of reply. Say which, such as "
        "2nd behind the name."
    )
    room.do("floor nga 2nd")
    assert room.state.asked_by(room.state.interventions["s1"]).kind == "reply"


@pytest.mark.parametrize("rest", ["to 2", "on 2", "under 2"])
def test_a_reply_to_an_item_says_how_its_points_come_under_it(rest: str) -> None:
    found = Room().opened().tried(f"reply rus {rest}")
    assert isinstance(found, Refusal)
    assert said(found) == (
        f"A reply is on the open item: leave out “{rest}”. `file n5 under 2` puts a point of it "
        "under item 2."
    )
    assert said(found, "zh")


def test_replies_have_their_limits_and_their_number() -> None:
    room = Room().opened()
    room.do("reply nga")
    assert room.refused("reply nga") == "reply_waits"
    room.do("next", "inscribe nga")
    assert room.held.limit_seconds == 120
    room.do("reply nga", "withdraw nga")
    assert room.replies == ["NGA"]
    room.do("floor nga")
    assert room.held.limit_seconds == 60
    assert room.refused("reply nga") == "replies_used_up"
    assert "the rules allow 2" in room.sentence("reply nga")
    room.do("yield", "close item", "item 1", "reply nga")
    assert room.replies == ["NGA"]


def test_a_withdrawn_reply_is_not_one_of_those_allowed() -> None:
    room = Room().opened()
    for _ in range(3):
        room.do("reply nga", "withdraw nga")

    assert room.outcome("NGA") == "withdrew"
    assert room.replies == []


def test_a_reply_after_the_item_is_closed_is_on_the_last_one() -> None:
    room = Room().opened("3")
    room.do("close item", "reply nga", "item 1", "next")

    assert room.speaker == "NGA"
    assert room.held.item == "3"
    assert room.held.segment is None


def test_a_meeting_without_replies_says_so() -> None:
    kinds = tuple(kind for kind in wgtr_rules().kinds if not kind.own_lane)
    room = Room(rules=wgtr_rules(kinds=kinds)).opened()

    assert room.refused("reply nga") == "no_replies_in_rules"


@pytest.mark.parametrize("line", ["reply", "withdraw", "floor", "swap mex", "document"])
def test_acts_on_a_delegation_need_one(line: str) -> None:
    assert Room().opened().refused(line) == "name_missing"
