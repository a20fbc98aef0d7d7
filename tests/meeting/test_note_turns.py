"""Who writes on which statement: who said so, whose turn it is, or who wrote on it last."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.note_turns import TakeEvery, TakeThis, writer_of
from meeting_tui.meeting.refusal import refuse
from tests.meeting.room import Room


def speaking(*names: str) -> Room:
    """The last of these has the floor."""
    room = Room().opened()
    for name in names:
        room.later(60).do(f"floor {name}!")
    return room


def writers(room: Room) -> list[str]:
    return [writer_of(room.state, turn) for turn in room.state.interventions.values()]


def test_nobody_writes_until_somebody_does() -> None:
    room = speaking("mex")
    assert writers(room) == [""]
    room.do("note one")
    assert writers(room) == [room.seat.hand]


def test_who_takes_it_writes_on_who_speaks() -> None:
    room = speaking("mex")
    room.do("note one", TakeThis("CD"))
    assert writers(room) == ["CD"]
    assert room.refused(TakeThis("CD")) == "writes_already"
    room.do(TakeThis("EF"), "undo")
    assert writers(room) == ["CD"]


def test_where_nobody_speaks_there_is_nothing_to_take() -> None:
    assert Room().opened().refused("take this") == "nobody_speaks"


def test_two_take_turns_from_who_speaks_on() -> None:
    room = speaking("mex")
    room.do(TakeEvery(2, "CD"), TakeEvery(2, "EF"))
    for name in ("fra", "ken", "bra"):
        room.later(60).do(f"floor {name}!")
    assert writers(room) == ["CD", "EF", "CD", "EF"]

    room.do(TakeThis("CD"))
    assert writers(room) == ["CD", "EF", "CD", "CD"]


def test_turns_begin_with_the_next_where_nobody_speaks() -> None:
    room = Room().opened()
    room.do(TakeEvery(2, "CD"))
    room.do("floor mex!")
    assert writers(room) == ["CD"]


def test_somebody_takes_no_turns_any_more() -> None:
    room = speaking("mex")
    assert room.refused(TakeEvery(0, "CD")) == "takes_no_turns"
    room.do(TakeEvery(2, "CD"), TakeEvery(0, "CD"))
    assert writers(room) == [""]


@pytest.mark.parametrize(("word", "every"), [("second", 2), ("3rd", 3), ("Fourth", 4)])
def test_every_which_is_typed_in_a_word(word: str, every: int) -> None:
    room = speaking("mex")
    (event,) = room.do(f"take every {word}")
    assert event.every == every  # type: ignore[attr-defined]


def test_another_word_is_refused_with_those_there_are() -> None:
    room = speaking("mex")
    assert room.tried("take every tenth") == refuse("every_which", found="tenth")
    assert room.refused("take every") == "every_which"
