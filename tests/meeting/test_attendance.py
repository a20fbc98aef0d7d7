"""Who was in the room, by kind, and whether that is a quorum."""

from __future__ import annotations

from meeting_tui.agenda.rules import Quorum
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.meeting.attendance import Attendance, KindPresent, QuorumNow, attendance
from tests.meeting.room import Room, wgtr_rules
from tests.meeting.room import directory as whole

FEW = Directory(
    Delegation(code, name, kind)
    for code, name, kind in (
        ("MEX", "Mexico", "state_party"),
        ("JPN", "Japan", "state_party"),
        ("FRA", "France", "state_party"),
        ("KEN", "Kenya", "observer_state"),
        ("USA", "United States", "signatory"),
        ("SEC", "Secretariat", "secretariat"),
    )
)
STATES = Quorum(("state_party", "signatory"), "1/3", "majority")


def seen(room: Room) -> Attendance:
    return attendance(room.state, FEW)


def test_whoever_was_marked_is_present_and_the_others_absent() -> None:
    room = Room().opened()
    room.do("present mex jpn ken")
    found = seen(room)

    assert found.kinds == (
        KindPresent("state_party", ("JPN", "MEX"), ("FRA",), is_podium=False, is_member=True),
        KindPresent("observer_state", ("KEN",), (), is_podium=False),
    )
    assert found.is_recorded
    assert (found.count, found.unlisted, found.quorum) == (3, (), None)


def test_whoever_asked_in_the_room_is_present_too_and_the_podium_does_not_count() -> None:
    room = Room().opened()
    room.do("inscribe fra", 'inscribe "Smith"', "inscribe sec")
    found = seen(room)

    present = {each.kind: (each.present, each.is_podium) for each in found.kinds}
    assert present["state_party"] == (("FRA",), False)
    assert present["secretariat"] == (("SEC",), True)
    assert found.unlisted == ("Smith",)
    assert found.count == 2
    assert not found.is_recorded
    room.do("present mex", "present not mex")
    assert not seen(room).is_recorded


def test_a_guest_by_name_is_on_the_podium_and_no_delegation_present() -> None:
    room = Room().opened()
    room.do("inscribe mex", 'inscribe "Jane Roe"', 'identify "Jane Roe" as guest')
    found = attendance(room.state, whole())

    present = {each.kind: (each.present, each.is_podium) for each in found.kinds if each.present}
    assert present == {"state_party": (("MEX",), False), "guest": (("Jane Roe",), True)}
    assert (found.count, found.unlisted) == (1, ())


def test_a_quorum_counts_the_kinds_that_the_rules_say() -> None:
    room = Room(rules=wgtr_rules(quorum=STATES)).opened()
    room.do("present mex ken")
    assert seen(room).quorum == QuorumNow(of=4, here=1, to_open=2, to_decide=3)
    room.do("present jpn usa")
    assert seen(room).quorum == QuorumNow(of=4, here=3, to_open=2, to_decide=3)


def test_the_whole_directory() -> None:
    room = Room().opened()
    room.do("present mex jpn ken")
    found = attendance(room.state, whole())
    parties = found.kinds[0]
    assert (parties.kind, len(parties.present) + len(parties.absent)) == ("state_party", 116)
    assert found.count == 3


def test_delegations_stand_in_the_english_alphabetical_order_of_their_names() -> None:
    room = Room().opened()
    room.do("present deu fra gbr bra aut", "present tcd syc tgo civ cmr")
    found = attendance(room.state, whole())

    here = " ".join(found.kinds[0].present)
    assert here == "AUT BRA CMR TCD CIV FRA DEU SYC TGO GBR"


def test_only_members_of_the_meeting_are_absent() -> None:
    with_quorum = Room(rules=wgtr_rules(quorum=STATES)).opened()
    with_quorum.do("present mex")
    without = Room().opened()
    without.do("present mex")

    absent = {each.kind: each.absent for each in seen(with_quorum).kinds}
    assert absent == {"state_party": ("FRA", "JPN"), "signatory": ("USA",)}
    assert [each.kind for each in seen(without).kinds] == ["state_party"]
