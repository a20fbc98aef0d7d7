"""Who runs the floor, where several seats are at one meeting."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from meeting_tui.meeting.acts import OF_NOTES, SEAT_OF
from meeting_tui.meeting.declared import Seat
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.floor_control import (
    ActDisputed,
    AskControl,
    FloorControlAsked,
    FloorControlGiven,
    FloorControlTaken,
    GiveControl,
    TakeControl,
    ask_control,
    give_control,
    holder_among,
    may_run_floor,
    take_control,
)
from meeting_tui.meeting.items import ItemOpened
from meeting_tui.meeting.notes import Note
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.refusal import refuse
from meeting_tui.meeting.undo import Undo
from tests.meeting.room import Room

NOW = datetime(2026, 3, 19, 9, tzinfo=UTC)
FLOOR = ItemOpened("1")
NOTE = FloorControlAsked("CD", "AB")
DISPUTED = ActDisputed("x1", "yield", NOW, ("Mexico ended", "墨西哥发言完毕"), ("mex",))


def entries(*made: tuple[str, Event]) -> list[Entry]:
    return [
        Entry(n, f"{desk}-{n}", f"{desk}-{n}", NOW, NOW, desk, "", event)
        for n, (desk, event) in enumerate(made, 1)
    ]


def test_control_is_taken_and_asked_for_openly() -> None:
    state = object()
    assert take_control(state, TakeControl("CD", "AB"), NOW) == (  # type: ignore[arg-type]
        FloorControlTaken("CD", "AB"),
    )
    assert ask_control(state, AskControl("CD", "AB"), NOW) == (  # type: ignore[arg-type]
        FloorControlAsked("CD", "AB"),
    )
    for refused in (
        take_control(state, TakeControl("CD"), NOW),  # type: ignore[arg-type]
        ask_control(state, AskControl("CD"), NOW),  # type: ignore[arg-type]
    ):
        assert refused == refuse("control_is_yours")


def test_control_is_given_to_who_is_there_and_may_run_the_floor() -> None:
    room = Room()
    assert give_control(room.state, GiveControl("CD", "AB", "desk-2"), NOW) == (
        FloorControlGiven("AB", "CD", "desk-2"),
    )
    assert room.sentence("give control CD") == "Nobody else who may run the floor is here."
    assert room.sentence(GiveControl("XY", others=("CD", "EF"))) == (
        "No “XY” who may run the floor is here. You can give it to: CD, EF"
    )
    assert room.sentence("give control") == "To which seat? `give control` and initials"


@pytest.mark.parametrize(
    ("desk", "may"),
    [("desk", True), ("desk-2", True), ("notes", False), ("shell", False), ("desks", False)],
)
def test_which_desks_may_run_the_floor(desk: str, may: bool) -> None:
    assert may_run_floor(desk) is may


@pytest.mark.parametrize(
    ("made", "holder"),
    [
        ([], None),
        ([("notes", FLOOR)], None),
        ([("desk", FLOOR)], "desk"),
        ([("desk", FLOOR), ("desk-2", NOTE)], "desk"),
        ([("desk", FLOOR), ("shell", FLOOR)], "desk"),
        ([("desk", FLOOR), ("desk-2", FloorControlTaken("CD", "AB"))], "desk-2"),
        ([("desk", FLOOR), ("desk-2", FLOOR), ("desk", NOTE)], "desk-2"),
        ([("desk", FLOOR), ("desk-2", DISPUTED)], "desk"),
        ([("desk", FLOOR), ("desk", FloorControlGiven("AB", "CD", "desk-2"))], "desk-2"),
    ],
)
def test_who_used_or_took_it_last_has_it(made: list[tuple[str, Event]], holder: str) -> None:
    assert holder_among(entries(*made), OF_NOTES) == holder


def test_what_a_seat_for_notes_may_do_is_declared_with_the_acts() -> None:
    assert SEAT_OF[Note] is Seat.NOTES
    assert SEAT_OF[Undo] is Seat.NOTES
    assert SEAT_OF[TakeControl] is Seat.FLOOR
    assert PointPurged.name in OF_NOTES
