"""Joining and leaving the speakers' list, and its order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.rules import SpeechKind
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.speakers_list import Inscribe, Inscribed, left_out
from meeting_tui.words import say
from tests.meeting.room import Room, wgtr_rules, words_for


def test_one_line_inscribes_several() -> None:
    room = Room().opened()
    events = room.do("inscribe mex fra(eu) zaf")

    assert [type(each) for each in events] == [Inscribed, Inscribed, Inscribed]
    assert room.waiting == ["FRA(EU)", "MEX", "ZAF"]
    room.do("undo")
    assert room.waiting == []


def test_pre_inscribed_before_the_meeting_opens() -> None:
    room = Room()
    room.do("inscribe mex fra for 2 via email", "inscribe nga for 2.2 via desk kind question")
    asked = room.inscription("NGA")

    assert room.inscription("MEX").via == "email"
    assert (asked.item, asked.segment, asked.kind, asked.via) == ("2", "2.2", "question", "desk")
    assert asked.inscribed_at == room.now
    assert room.refused("inscribe mex") == "no_item_open"
    room.opened("2")
    assert room.waiting == ["MEX", "FRA", "NGA"]


def test_on_behalf_of_a_group_with_aligned_states() -> None:
    room = Room().opened()
    (event,) = room.do("inscribe cyp(eu+alb+mda)")

    assert isinstance(event, Inscribed)
    assert (event.delegation, event.capacity, event.group) == ("CYP", "group", "EU")
    assert event.aligned == ("ALB", "MDA")
    assert event.tier == "group"


def test_a_groups_own_speaker_is_in_the_group_tier() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe eu")
    asked = room.inscription("EU")

    assert (asked.group, asked.capacity, asked.tier) == ("EU", "group", "group")
    assert asked.aligned
    assert room.waiting == ["EU", "MEX"]


def test_capacity_of_those_who_speak_for_themselves() -> None:
    room = Room().opened()
    room.do('inscribe mex carms "Friends of the List"')

    assert [room.inscription(c).capacity for c in ("MEX", "CARMS", "Friends of the List")] == [
        "national",
        "organisation",
        "organisation",
    ]


def test_the_order_is_by_tier_then_by_time_of_request() -> None:
    room = Room().opened()
    # an organisation, an observer State, a State Party, a signatory, a group statement
    room.do("inscribe carms", "inscribe irn", "inscribe mex", "inscribe usa", "inscribe fra(eu)")
    room.do("inscribe nga", "inscribe eu")

    assert room.waiting == ["FRA(EU)", "EU", "MEX", "USA", "NGA", "IRN", "CARMS"]


def test_presentations_lead_in_their_segment_and_later_segments_wait_behind() -> None:
    room = Room().opened("2")
    room.do(
        "segment 2.1", "inscribe nga for 2.2", "inscribe mex", "inscribe carms kind presentation"
    )
    assert room.waiting == ["CARMS", "MEX", "NGA"]

    room.do("inscribe jpn kind presentation", "inscribe zaf for 2.1")
    assert room.waiting == ["JPN", "CARMS", "MEX", "ZAF", "NGA"]

    room.do("move zaf 1", "segment 2.2")
    assert room.waiting == ["ZAF", "NGA", "MEX", "JPN", "CARMS"]


def test_move_and_swap_override_the_order_and_stay() -> None:
    room = Room().opened()
    room.do("inscribe mex fra nga", "move nga 1")
    assert room.waiting == ["NGA", "MEX", "FRA"]
    room.do("inscribe eu")
    assert room.waiting == ["NGA", "EU", "MEX", "FRA"]
    room.do("swap eu fra", "inscribe jpn")
    assert room.waiting == ["NGA", "FRA", "MEX", "JPN", "EU"]
    assert room.do("next") and room.speaker == "NGA"
    assert not room.inscription("NGA").out_of_order


def test_who_is_moved_behind_all_lets_new_ones_of_the_tier_before_it() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "move mex 2", "inscribe nga")

    assert room.waiting == ["FRA", "NGA", "MEX"]


def test_who_waits_already_so_stays_in_place() -> None:
    room = Room().opened()
    room.do("inscribe mex fra")

    assert room.refused("inscribe fra") == "already_waits"
    assert "place 2" in room.sentence("inscribe fra")
    room.do("inscribe fra nga nga")
    assert room.waiting == ["MEX", "FRA", "NGA"]


def test_several_requests_in_different_capacities_kinds_or_segments() -> None:
    room = Room().opened("2")
    room.do(
        "inscribe fra", "inscribe fra(eu)", "inscribe fra kind question", "inscribe fra for 2.3"
    )
    assert room.waiting == ["FRA(EU)", "FRA", "FRA", "FRA"]

    assert room.refused("inscribe fra for 2.3") == "already_waits"
    room.do("segment 2.3")
    assert room.refused("inscribe fra") == "already_waits"


def test_the_named_capacity_is_meant_first() -> None:
    room = Room().opened()
    room.do("inscribe fra(eu) fra mex")
    room.do("withdraw fra")
    assert room.waiting == ["FRA(EU)", "MEX"]
    room.do("undo", "withdraw fra(eu)")
    assert room.waiting == ["FRA", "MEX"]
    room.do("withdraw fra(eu)")
    assert room.waiting == ["MEX"]


def test_a_delegation_may_wait_again_while_it_speaks_and_after() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "inscribe mex", "yield", "next!", "yield", "inscribe mex")

    assert room.waiting == ["MEX"]
    assert len(room.spoken) == 2


@pytest.mark.parametrize(
    ("line", "outcome"),
    [("withdraw mex", "withdrew"), ("absent mex", "absent"), ("text-only mex", "text_only")],
)
def test_leaving_the_list_unheard_has_its_outcome(line: str, outcome: str) -> None:
    room = Room().opened()
    room.do("inscribe mex fra", line)

    assert room.outcome("MEX") == outcome
    assert room.waiting == ["FRA"]
    assert room.refused(line) == "does_not_wait"


@pytest.mark.parametrize(
    "line",
    ["withdraw nga", "absent nga", "text-only nga", "floor nga", "move nga 1", "swap nga mex"],
)
def test_a_name_that_does_not_wait_is_refused_saying_who_does(line: str) -> None:
    room = Room().opened()
    room.do("inscribe mex fra")

    assert room.refused(line) == "does_not_wait"
    assert room.sentence(line) == "Nigeria is not waiting. Waiting: Mexico, France."
    room.do("withdraw mex", "withdraw fra")
    assert room.refused(line) == "does_not_wait_nobody_does"


def test_a_long_list_is_named_in_part() -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn per zaf che nor deu")

    assert room.sentence("withdraw nga").endswith("South Africa and 3 more.")


def test_withdrawing_finds_those_who_wait_on_other_items() -> None:
    room = Room()
    room.do("inscribe mex for 2", "withdraw mex")
    assert room.outcome("MEX") == "withdrew"

    room.do("inscribe nga for 2")
    assert room.sentence("withdraw mex") == "Mexico is not waiting. Waiting: Nigeria."


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("move mex 0", "no_such_place"),
        ("move mex 3", "no_such_place"),
        ("move per 1", "reply_has_no_place"),
        ("swap mex mex", "cannot_swap"),
        ("swap mex per", "cannot_swap"),
        ("swap mex jpn", "cannot_swap"),
        ("swap mex nga", "does_not_wait"),
    ],
)
def test_moves_that_cannot_be(line: str, code: str) -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "reply per", "inscribe jpn for 2")

    assert room.refused(line) == code


def test_a_closed_list_takes_names_only_when_insisted() -> None:
    room = Room().opened()
    room.do("inscribe mex", "close list")

    assert room.refused("close list") == "list_is_closed"
    assert room.refused("inscribe fra") == "list_closed"
    room.do("inscribe! fra")
    assert room.waiting == ["MEX", "FRA"]
    room.do("open list", "inscribe nga")
    assert room.refused("open list") == "list_is_open"
    assert room.waiting == ["MEX", "FRA", "NGA"]


def test_points_of_order_and_replies_have_their_own_acts() -> None:
    room = Room().opened()

    assert room.refused("inscribe mex kind point_of_order") == "use_order"
    assert room.refused("inscribe mex kind reply") == "use_reply"


def test_a_kind_of_speech_is_data() -> None:
    kinds = (*wgtr_rules().kinds, SpeechKind(id="tribute", name=words_for("Tribute"), rank=0))
    room = Room(rules=wgtr_rules(kinds=kinds)).opened()
    room.do("inscribe eu mex", "inscribe nga kind tribute")

    assert room.waiting == ["NGA", "EU", "MEX"]


def test_an_unknown_kind_in_a_command_ranks_as_a_statement() -> None:
    room = Room().opened()
    who = room.lexicon.directory.get("MEX")
    assert who is not None
    room.do("inscribe fra carms")
    command = Inscribe((Who(who.code, who.name, who.kind),), kind="toast")
    room.do(command)

    assert room.waiting == ["FRA", "MEX", "CARMS"]


def test_names_of_a_line_that_wait_already_are_told_with_their_place() -> None:
    room = Room().opened()
    room.do("inscribe mex fra")
    command = read_line("inscribe zaf fra", room.lexicon)
    assert isinstance(command, Inscribe)

    told = [str(each) for each in left_out(room.state, command)]
    assert told == [say("refusal.already_waits", name="France", place=2)]
    assert left_out(room.state, replace(command, insist=True)) == ()
    assert left_out(Room().state, command) == ()
