"""Which States stand behind a statement, by the members of its group that are counted."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.counting import members_counted, states_behind, states_behind_all
from meeting_tui.meeting.questions import answered_by, coverage
from tests.meeting.room import Room, directory


def test_members_are_counted_as_chosen() -> None:
    room = Room().opened("3")
    room.do("present deu pol mex")
    members = directory().members

    assert members_counted(room.state, members, "none")("EU") == ()
    assert set(members_counted(room.state, members, "present")("EU")) == {"DEU", "POL"}
    assert members_counted(room.state, members, "all")("EU") == members("EU")
    with pytest.raises(ValueError, match="none, present, all, not some"):
        members_counted(room.state, members, "some")


def test_each_state_is_counted_once_behind_several_statements() -> None:
    room = Room().opened("3")
    room.do("inscribe fra(eu+alb) fra carms mex")
    members = members_counted(room.state, directory().members, "none")
    asked = list(room.state.inscriptions.values())

    assert states_behind(asked[0], members) == {"FRA", "ALB"}
    assert states_behind(asked[2], members) == frozenset()
    assert states_behind_all(asked, members) == {"FRA", "ALB", "MEX"}
    assert states_behind_all((), members) == frozenset()


def test_coverage_and_positions_count_the_podium_and_what_is_kept_nowhere() -> None:
    room = Room().opened("3")
    room.do("floor sec!", "note a1 from the podium")
    room.do("floor mex!", "note a1 /internal kept", "floor bra!", "note a1 told", "note p4 too")
    found = coverage(room.state, None, members=directory().members)
    a1 = [each.id for each in found.questions].index("A1")

    assert answered_by(room.state) == {"A1": ("BRA",), "P4": ("BRA",)}
    assert (found.answered[a1], found.states_behind[a1]) == (1, 1)
    assert [(row.points[a1], row.kept[a1]) for row in found.rows] == [(1, 0), (0, 1), (1, 0)]
