"""A point that two seats correct at the same time keeps both texts until one settles it."""

from __future__ import annotations

from msgspec.structs import replace

from meeting_tui.desk.intake import Seat
from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.notes import CorrectPoint, PointCorrected
from tests.meeting.room import Room, directory


def noted(line: str = "note one") -> Room:
    room = Room().opened()
    room.do("inscribe mex", "next", line)
    return room


def correct(room: Room, desk: str, text: str, seen: int | None) -> PointCorrected:
    room.seat = Seat(desk, desk[:2])
    (event,) = room.do(CorrectPoint("n1", text, seen=seen, desk=desk))
    assert isinstance(event, PointCorrected)
    return event


def rivals(room: Room) -> list[tuple[str, str]]:
    found = open_points(room.state, room.now, directory())
    return [(each.subject, each.place) for each in found if each.kind == "rival"]


def test_what_was_not_seen_is_kept_beside() -> None:
    room = noted()
    seen = room.meeting.last.seq
    assert correct(room, "desk", "two", seen).beside is None
    assert correct(room, "notes", "three", seen).beside

    assert room.state.points["n1"].text == "three"
    assert room.state.points["n1"].rival == "de: two"
    assert rivals(room) == [("n1", "3")]


def test_the_same_text_again_settles_it() -> None:
    room = noted()
    seen = room.meeting.last.seq
    correct(room, "desk", "two", seen)
    correct(room, "notes", "three", seen)

    correct(room, "desk", "three", room.meeting.last.seq)

    assert room.state.points["n1"].rival == ""
    assert rivals(room) == []


def test_ones_own_correction_and_one_that_was_seen_are_no_rivals() -> None:
    room = noted()
    seen = room.meeting.last.seq
    correct(room, "desk", "two", seen)
    assert correct(room, "desk", "three", seen).beside is None
    assert correct(room, "notes", "four", room.meeting.last.seq).beside is None
    assert correct(room, "desk", "five", None).beside is None


def test_a_note_on_an_item_has_rivals_too() -> None:
    room = Room().opened()
    room.do("note on item 3 one")
    seen = room.meeting.last.seq
    correct(room, "desk", "two", seen)
    correct(room, "notes", "three", seen)

    assert rivals(room) == [("n1", "3")]


def test_a_first_text_without_a_correction_stands_without_a_name() -> None:
    room = noted()
    entry = room.meeting.last
    room.meeting.state.corrected_at["n1"] = (entry.seq, "desk")
    assert correct(room, "notes", "two", entry.seq - 1).beside
    assert room.state.points["n1"].rival == "one"
    assert replace(room.state.points["n1"], rival="").text == "two"
