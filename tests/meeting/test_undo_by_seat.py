"""Each seat takes back what it did itself; what another did only by saying whose."""

from __future__ import annotations

import pytest

from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.undo import is_own
from tests.meeting.room import Room, directory


class Table:
    """Several seats at one meeting, each by its own line."""

    def __init__(self) -> None:
        self.room = Room().opened()

    def do(self, desk: str, line: str) -> str:
        """Do a line at a seat; the code of its refusal, or nothing."""
        hand = {"desk": "ab", "notes": "cd", "notes-2": "ef"}.get(desk, "")
        role = "notes" if desk.startswith("notes") else "floor"
        seat = Seat(desk, hand, role=role)  # type: ignore[arg-type]
        intake = Intake(self.room.meeting, directory(), seat)
        outcome = intake.propose(line, self.room.now)
        if isinstance(outcome, Refusal):
            return outcome.code
        intake.accept(outcome)
        return ""

    def all(self, *done: tuple[str, str]) -> list[str]:
        return [self.do(*each) for each in done]

    @property
    def points(self) -> list[str]:
        return [each.text for each in self.room.state.points.values()]


def spoken() -> Table:
    table = Table()
    for line in ("inscribe mex", "inscribe fra", "next"):
        assert table.do("desk", line) == ""
    return table


def test_undo_takes_back_ones_own_latest_act() -> None:
    table = spoken()
    table.all(("notes", "note one"), ("notes-2", "note two"), ("notes", "note three"))

    assert table.do("notes-2", "undo") == ""
    assert table.points == ["one", "three"]
    assert table.do("notes", "undo") == ""
    assert table.points == ["one"]
    assert table.do("notes-2", "redo") == "", "what others do stands in nobody's way"
    assert table.points == ["one", "two"]


def test_what_another_did_is_taken_back_only_by_saying_whose() -> None:
    table = spoken()
    assert table.do("notes", "undo") == "nothing_of_yours"
    table.all(("notes", "note one"), ("notes-2", "note two"))

    assert table.do("notes", "undo EF") == ""
    assert table.points == ["one"]
    assert table.do("notes", "undo notes") == ""
    assert table.points == []
    assert table.do("notes", "undo gh") == "nothing_of_theirs"


def test_what_others_noted_since_hinders_taking_the_floor_back() -> None:
    table = spoken()
    table.do("notes", "note one")

    assert table.do("desk", "undo") == "undo_needed"
    assert table.do("notes", "undo") == ""
    assert table.do("desk", "undo") == ""
    assert table.room.state.floor is None


def test_what_others_did_since_and_needs_nothing_of_it_hinders_nothing() -> None:
    table = spoken()
    table.all(("desk", "inscribe ken"), ("notes", "note one"))

    assert table.do("desk", "undo") == ""
    assert table.points == ["one"]
    assert "KEN" not in table.room.waiting


def test_what_cannot_hold_any_more_is_not_brought_back() -> None:
    table = spoken()
    table.all(("desk", "inscribe ken"), ("desk", "undo"), ("desk-2", "inscribe ken"))

    assert table.do("desk", "redo") == "undo_needed"
    assert table.do("desk-2", "undo") == ""
    assert table.do("desk", "redo") == ""
    assert table.room.waiting == ["FRA", "KEN"]


def test_a_seat_that_has_nothing_to_bring_back() -> None:
    table = spoken()
    table.all(("notes", "note one"), ("notes", "undo"))

    assert table.do("notes-2", "redo") == "nothing_to_redo"
    assert table.do("notes", "note two") == ""
    assert table.do("notes", "redo") == "nothing_to_redo"


@pytest.mark.parametrize(
    ("act", "desk", "own"),
    [
        ("desk-7", "desk", True),
        ("desk-7", "", True),
        ("desk-2-7", "desk", False),
        ("notes-7", "desk", False),
        ("notes-7", "notes-2", False),
        ("shell-7", "desk", True),
        ("desk-7", "shell", True),
        ("shell-7", "notes", False),
        ("notes-7", "shell", False),
    ],
)
def test_whose_an_act_is(act: str, desk: str, own: bool) -> None:
    assert is_own(act, desk) is own


def test_what_speaks_of_an_act_hinders_taking_it_back() -> None:
    table = spoken()
    table.all(("desk", "inscribe ken"), ("desk-2", "withdraw ken"))

    assert table.do("desk", "undo") == "undo_needed"
    assert table.do("desk-2", "undo") == ""
    assert table.do("desk", "undo") == ""
