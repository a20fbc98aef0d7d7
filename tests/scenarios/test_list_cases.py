"""Complaints about other programs' speakers' lists, each with what is right here."""

from __future__ import annotations

from itertools import pairwise

from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.speaking_time import spoken
from meeting_tui.meeting.waiting_order import waiting
from tests.meeting.room import Room, shown, wgtr_rules


def test_a_new_order_is_the_order_everywhere_at_once() -> None:
    room = Room().opened()
    room.do("inscribe arg bel che", "move che 1")

    assert room.waiting == ["CHE", "ARG", "BEL"]
    assert [shown(each) for each in waiting(room.state.snapshot())] == room.waiting
    assert [shown(each) for each in waiting(replay(room.meeting.entries).state)] == room.waiting


def test_the_point_of_order_raised_first_is_heard_first() -> None:
    room = Room().opened()
    room.do("inscribe deu est", "order arg", "order bel")
    heard = [room.state.points_of_order[each].delegation for each in room.state.pending_order]
    assert [*heard, *room.waiting] == ["ARG", "BEL", "DEU", "EST"]

    room = Room(rules=wgtr_rules(points_of_order_first="last_raised")).opened()
    room.do("inscribe deu est", "order arg", "order bel")
    heard = [room.state.points_of_order[each].delegation for each in room.state.pending_order]
    assert heard == ["BEL", "ARG"]


def test_removing_who_waits_leaves_the_clock_running() -> None:
    room = Room().opened()
    room.do("inscribe arg bel che", "next")
    room.later(90).do("withdraw bel")

    assert room.held.left_seconds(room.now) == 90
    assert room.later(5).held.left_seconds(room.now) == 85
    assert room.waiting == ["CHE"]


def test_the_second_speech_is_counted_as_the_second() -> None:
    room = Room().opened()
    room.do("inscribe arg")
    assert "ARG" not in spoken(room.state, room.now)
    room.do("next")
    assert spoken(room.state, room.now)["ARG"].interventions == 1
    room.later(30).do("yield", "inscribe arg", "next")

    assert spoken(room.state, room.now)["ARG"].interventions == 2


def test_a_speaker_nobody_knows_is_timed_and_named_later() -> None:
    room = Room().opened()
    room.do("floor unknown!")
    room.later(60).do("pause")
    room.later(60).do("continue")
    room.later(60).do("yield")
    assert room.spoken == [("unknown", 120)]

    room.later(600).do("identify unknown as arg")
    assert room.spoken == [("ARG", 120)]


def test_speaking_time_is_summed_over_the_items() -> None:
    room = Room().opened("3")
    room.do("inscribe arg", "next")
    room.later(70).do("yield", "close item", "item 1", "inscribe arg", "next")
    room.later(50).do("yield")

    assert spoken(room.state, room.now)["ARG"].seconds == 120
    assert spoken(room.state, room.now, "1")["ARG"].seconds == 50


def test_past_speakers_are_in_the_order_they_began() -> None:
    room = Room().opened()
    room.do("inscribe che arg bel", "next")
    room.later(0.2).do("next!")
    room.later(0.2).do("next!", "yield")
    order = [code for code, _ in room.spoken]

    assert order == ["CHE", "ARG", "BEL"]
    again = replay(room.meeting.entries).state
    assert [again.asked_by(each).delegation for each in again.interventions.values()] == order


def test_ending_the_last_speaker_twice_says_that_nobody_speaks() -> None:
    room = Room().opened()
    room.do("inscribe arg", "next")
    room.later(30).do("yield")

    assert room.sentence("yield") == "Nobody has the floor."
    assert room.speaker is None
    assert room.waiting == []


def test_a_wrong_click_is_taken_back_whole_and_the_log_keeps_both() -> None:
    room = Room().opened()
    room.do("inscribe arg bel che", "next")
    room.later(30)
    before, length = room.state.snapshot(), len(room.meeting.entries)
    room.do("floor che")
    room.later(10).do("undo")

    assert room.state.interventions == before.interventions
    assert room.state.inscriptions == before.inscriptions
    assert room.state.lists == before.lists
    assert room.used == 40
    assert spoken(room.state, room.now)["ARG"].seconds == 40
    assert len(room.meeting.entries) == length + 3


def test_next_pressed_at_two_screens_advances_once() -> None:
    room = Room().opened()
    room.do("inscribe arg bel che deu", "next")
    room.later(180).do(Next())

    assert room.later(0.3).refused(Next()) == "next_twice"
    assert room.speaker == "BEL"
    assert room.later(300).speaker == "BEL"


def test_a_name_changed_while_it_waits_does_not_break_next() -> None:
    room = Room().opened()
    room.do('inscribe arg "Delegate of Beligum"', "next")
    room.do('identify "Delegate of Beligum" as bel')
    room.later(30).do("next")

    assert room.speaker == "BEL"


def test_hands_raised_within_a_second_stand_in_the_order_of_entry() -> None:
    room = Room().opened()
    for code in ("zmb", "alb", "nor", "che"):
        room.later(0.2).do(f"inscribe {code}")

    assert room.waiting == ["ZMB", "ALB", "NOR", "CHE"]
    assert [shown(each) for each in waiting(replay(room.meeting.entries).state)] == room.waiting


def test_the_list_is_by_time_and_not_by_name() -> None:
    room = Room().opened()
    room.do("inscribe zmb", "inscribe alb")

    assert room.waiting == ["ZMB", "ALB"]


def test_who_asked_first_can_be_seen_of_sixty() -> None:
    room = Room().opened()
    for number in range(60):
        room.later(5).do(f'inscribe "Organisation {number:02}"')
    held = waiting(room.state)

    assert [each.delegation for each in held] == [f"Organisation {n:02}" for n in range(60)]
    assert all(a.inscribed_at < b.inscribed_at for a, b in pairwise(held))


def test_who_is_missing_from_the_directory_is_listed_and_marked() -> None:
    room = Room().opened()
    room.do('inscribe "Institute of Nowhere" mex', "next", "next!")

    assert room.speaker == "Institute of Nowhere"
    assert not room.inscription("Institute of Nowhere").known


def test_each_kind_of_speech_goes_where_it_belongs() -> None:
    room = Room().opened()
    room.do("inscribe arg", "inscribe bel kind question", "reply che", "order deu")

    assert room.waiting == ["ARG", "BEL"]
    assert room.replies == ["CHE"]
    assert [each.delegation for each in room.state.points_of_order.values()] == ["DEU"]
    assert "order D" in room.sentence("inscribe est kind point_of_order")
    assert "reply D" in room.sentence("inscribe est kind reply")
