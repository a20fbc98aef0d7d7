"""Names that are in no directory, identified later; and gaps of the machine's clock."""

from __future__ import annotations

from meeting_tui.delegations.model import GUEST
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.names import DelegationIdentified, Identify
from meeting_tui.meeting.state import free_names, unknown_names
from tests.meeting.room import Room


def test_an_unknown_name_is_accepted_marked_and_last_of_its_tier() -> None:
    room = Room().opened()
    room.do('inscribe "Tall man at the back" mex')
    asked = room.inscription("Tall man at the back")

    assert room.waiting == ["MEX", "Tall man at the back"]
    assert (asked.known, asked.delegation_kind, asked.tier) == (False, "unknown", "others")
    assert unknown_names(room.state) == ("Tall man at the back",)


def test_identifying_a_name_puts_everything_under_the_delegation() -> None:
    room = Room().opened()
    room.do("inscribe carms", 'inscribe "Nigerria"', 'document "NIGERRIA" paper', "order nigerria")
    room.do("ruling noted", "inscribe mex", "limit 1:00 for Nigerria", "limit 2:30")
    (event,) = room.do("identify nigerria as nga")

    assert event == DelegationIdentified("Nigerria", "NGA", "Nigeria", "state_party", "states")
    asked = room.inscription("NGA")
    assert (asked.name, asked.known, asked.capacity) == ("Nigeria", True, "national")
    assert room.state.documents[0].delegation == "NGA"
    assert next(iter(room.state.points_of_order.values())).name == "Nigeria"
    assert unknown_names(room.state) == ()
    assert room.waiting == ["NGA", "MEX", "CARMS"]
    assert room.state.limits == {("delegation", "NGA"): 60, ("default", ""): 150}
    (kept,) = room.state.corrections
    assert (kept.what, kept.before, kept.after) == ("delegation", "Nigerria", "Nigeria")


def test_identifying_who_spoke_for_a_group_leaves_the_capacity() -> None:
    room = Room().opened()
    room.do('inscribe "Dannmark"(eu)', "inscribe mex", 'document fra "paper"')
    room.do("order mex", "ruling no", "identify Dannmark as dnk")
    asked = room.inscription("DNK")

    assert (asked.capacity, asked.tier, asked.group) == ("group", "group", "EU")
    assert room.waiting == ["DNK(EU)", "MEX"]


def test_questions_are_marked_by_the_kind_it_turns_out_to_be() -> None:
    room = Room().opened()
    room.do('inscribe "Nigerria" mex', "next", "note p1 p4 x", "next!", "note p4 y")
    assert room.state.points["n2"].not_asked == ("P4",)
    room.do("identify Nigerria as nga")

    assert [each.not_asked for each in room.state.points.values()] == [(), ()]


def test_identifying_needs_a_name_in_use_and_a_delegation() -> None:
    room = Room().opened()

    assert room.refused("identify Nigerria as nga") == "no_unknown_names"
    room.do('inscribe "Nigerria"')
    assert room.refused("identify Nigeria as nga") == "no_such_unknown_name"
    assert room.refused('identify Nigerria as "nigerria"') == "not_in_directory"
    assert room.refused("identify Nigerria as caricom") == "not_in_directory"
    assert room.refused("identify Nigerria as Nobody").startswith("not_a_name")
    assert room.refused("identify Nigerria") == "identify_as_missing"
    assert room.refused("identify Nigerria as") == "name_missing"
    assert room.refused("identify Nigerria as nga now") == "words_left"


def test_a_free_name_is_given_to_one_who_still_waits() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "inscribe! mex", 'inscribe "Tall man"', "next")
    room.do('identify "Tall man" as "Ms Jane Roe"', 'identify mex as "Mr Smith"')

    assert room.speaker == "MEX"
    assert room.waiting == ["FRA", "Mr Smith", "Ms Jane Roe"]
    smith = room.inscription("Mr Smith")
    assert (smith.known, smith.delegation_kind, smith.tier) == (False, "unknown", "others")
    room.do("next!", "next!")
    assert room.speaker == "Mr Smith"
    assert room.refused('identify mex as "Nobody"') == "does_not_wait"
    assert unknown_names(room.state) == ("Mr Smith", "Ms Jane Roe")


def test_a_guest_with_a_name_stays_a_guest() -> None:
    room = Room().opened()
    room.do("inscribe guest", 'identify guest as "Ms Jane Roe"')
    asked = room.inscription("Ms Jane Roe")

    assert (asked.known, asked.delegation_kind) == (False, "guest")
    assert asked.is_identified
    assert unknown_names(room.state) == ()


def test_a_name_that_is_said_to_be_a_guests_is_kept_as_it_was_typed() -> None:
    room = Room().opened()
    room.do('inscribe "Dr Jane Roe"', "next", "note a text", 'identify "Dr Jane Roe" as guest')

    asked = room.inscription("Dr Jane Roe")
    assert (asked.delegation, asked.name, asked.delegation_kind) == (
        "Dr Jane Roe",
        "Dr Jane Roe",
        "guest",
    )
    assert asked.tier == "others" and asked.is_identified
    assert unknown_names(room.state) == () and free_names(room.state) == ("Dr Jane Roe",)
    assert room.state.corrections == [], "nothing reads otherwise"
    assert room.refused('identify "Dr Jane Roe" as guest') == "guest_already"
    room.do("undo")
    assert not room.inscription("Dr Jane Roe").is_identified
    assert unknown_names(room.state) == ("Dr Jane Roe",)


def test_a_guest_who_asks_again_is_the_same_guest() -> None:
    room = Room().opened()
    room.do('inscribe "Dr Jane Roe"', "identify dr jane roe as guest", "next", "yield")
    room.do("inscribe Dr Jane Roe")
    room.do('inscribe! "Dr Jane Roe"')

    kinds = [each.delegation_kind for each in room.state.inscriptions.values()]
    assert kinds == ["guest", "guest", "guest"]
    assert unknown_names(room.state) == ()


def test_a_guest_may_turn_out_to_be_a_delegation() -> None:
    room = Room().opened()
    room.do('inscribe "Dr Jane Roe"', 'identify "Dr Jane Roe" as 特邀发言嘉宾')
    assert room.inscription("Dr Jane Roe").is_identified
    room.do('identify "Dr Jane Roe" as mex')

    assert room.waiting == ["MEX"]
    assert (room.state.guests, free_names(room.state)) == (frozenset(), ())


def test_a_guest_who_only_raised_a_point_of_order_or_sent_a_text_is_known_too() -> None:
    room = Room().opened()
    room.do('order "Dr Jane Roe" the quorum', 'document "Dr Roe" a paper')
    assert unknown_names(room.state) == ("Dr Jane Roe", "Dr Roe")
    room.do('identify "Dr Jane Roe" as guest', 'identify "Dr Roe" as guest')
    assert unknown_names(room.state) == ()


def test_a_gap_counts_until_somebody_says_that_it_does_not() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    room.later(480 + 60).do(NoteClockJump("sleep", 480.0))
    assert room.used == 540

    room.do("gap out")
    assert room.used == 60
    assert room.refused("gap out") == "no_gap"
    room.do("undo")
    assert room.used == 540


def test_a_gap_may_be_discounted_after_the_speaker_has_ended() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(100).do(NoteClockJump("sleep", 60.0), "next", "gap out")

    assert room.spoken == [("MEX", 40), ("FRA", 0)]


def test_gaps_that_are_nobodys_time() -> None:
    room = Room().opened()
    assert room.refused("gap out") == "no_gap"
    room.do(NoteClockJump("sleep", 60.0))
    assert room.refused("gap out") == "no_gap"
    room.do("inscribe mex", "next", NoteClockJump("step", -3600.0))
    assert room.refused("gap out") == "no_gap"
    room.do("pause", NoteClockJump("sleep", 60.0))
    assert room.refused("gap out") == "no_gap"
    room.do("continue")
    room.later(10).do(NoteClockJump("sleep", 60.0))
    assert room.refused("gap out") == "gap_before_speaker"


def test_a_gap_is_never_taken_back() -> None:
    room = Room().opened()
    room.do("inscribe mex", NoteClockJump("sleep", 60.0), "undo")

    assert room.waiting == []
    assert len(room.state.gaps) == 1


def test_a_guest_is_one_also_where_the_list_has_no_such_place() -> None:
    found = read_line('identify "Dr Jane Roe" as Guest', Room().lexicon)

    assert isinstance(found, Identify)
    assert found.who == Who(GUEST, GUEST, "guest")
