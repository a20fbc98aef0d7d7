"""A delegation that waits more than once: which of its requests an act is about."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.waiting_order import ordinal, waiting
from tests.meeting.room import Room


def twice() -> Room:
    room = Room().opened()
    room.do("inscribe mex fra jpn", "inscribe! mex", "inscribe mex kind question")
    return room


def ids(room: Room) -> list[str]:
    return [each.id for each in waiting(room.state)]


def left(room: Room, line: str) -> list[Inscription]:
    before = waiting(room.state)
    room.do(line)
    after = ids(room)
    return [each for each in before if each.id not in after]


def test_insisting_puts_it_on_the_list_once_more() -> None:
    room = twice()
    assert room.waiting == ["MEX", "FRA", "JPN", "MEX", "MEX"]
    assert room.refused("inscribe mex") == "already_waits"


@pytest.mark.parametrize("act", ["withdraw", "absent", "text-only"])
def test_which_one_leaves_is_said_or_asked(act: str) -> None:
    room = twice()
    assert room.refused(f"{act} mex") == "waits_more_than_once"
    assert room.sentence(f"{act} mex") == (
        "Mexico waits more than once: 1st at place 1, 2nd at place 4, 3rd at place 5. "
        "Say which, such as 2nd behind the name."
    )
    (gone,) = left(room, f"{act} mex 2nd")
    assert gone.id == "i4"
    (gone,) = left(room, f"{act} mex 第1")
    assert gone.id == "i1"
    (gone,) = left(room, f"{act} mex")
    assert gone.kind == "question"


def test_the_others_take_the_one_that_is_said() -> None:
    room = twice()
    assert room.refused("move mex 1") == "waits_more_than_once"
    assert room.refused("swap mex fra") == "waits_more_than_once"
    assert room.refused("withdraw mex 4th") == "waits_not_so_often"
    room.do("move mex 3rd 1")
    assert ids(room) == ["i5", "i1", "i2", "i3", "i4"]
    room.do("swap mex 3rd and fra", "floor mex 3rd")
    assert room.state.interventions["s1"].inscription == "i4"
    room.do("floor mex")
    assert room.state.interventions["s2"].inscription == "i5"


def test_requests_of_other_items_and_replies_are_counted_behind() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe mex for 2", "reply mex", "inscribe! mex")
    assert room.sentence("withdraw mex").startswith(
        "Mexico waits more than once: 1st at place 1, 2nd at place 2, 3rd a right of reply"
    )
    assert room.refused("floor mex 4th") == "does_not_wait"
    room.do("withdraw mex 4th")
    assert room.state.lists["2"] == []
    room.do("floor mex 3rd!")
    assert room.state.asked_by(room.held).kind == "reply"


def test_the_capacity_says_it_too() -> None:
    room = Room().opened()
    room.do("inscribe fra", "inscribe fra(eu)")
    (gone,) = left(room, "withdraw fra(eu)")
    assert gone.group == "EU"


@pytest.mark.parametrize(
    ("n", "typed"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_an_ordinal_has_its_english_ending(n: int, typed: str) -> None:
    assert ordinal(n) == typed
