"""A point that two seats correct at the same time keeps both texts until one settles it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.desk.intake import Seat
from meeting_tui.meeting.attributions import Attribute
from meeting_tui.meeting.checklist import open_points, tell_open
from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.left_to_do import counted_as
from meeting_tui.meeting.notes import CorrectPoint, PointCorrected, TagPoint
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


def tag(room: Room, desk: str, base: Point | None, seen: int, *questions: str) -> PointCorrected:
    room.seat = Seat(desk, desk[:2])
    (event,) = room.do(TagPoint("n1", questions, seen=seen, desk=desk, base=base))
    assert isinstance(event, PointCorrected)
    return event


def test_tags_that_two_add_at_once_are_both_there() -> None:
    room = noted("note a1 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    tag(room, "desk", base, seen, "A1", "A6")
    tag(room, "notes", base, seen, "A1", "P1")

    point = room.state.points["n1"]
    assert (point.questions, point.rival) == (("A1", "A6", "P1"), "")


def test_a_tag_that_one_takes_away_is_gone_also_where_the_other_adds_one() -> None:
    room = noted("note a1 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    tag(room, "desk", base, seen)
    tag(room, "notes", base, seen, "A1", "P1")

    assert room.state.points["n1"].questions == ("P1",)


def test_a_stance_of_one_and_a_text_of_the_other_go_together() -> None:
    room = noted("note a1 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    of_one = CorrectPoint(
        "n1", "one", ("A1",), stance="supports", seen=seen, desk="desk", base=base
    )
    room.do(of_one)
    of_other = CorrectPoint("n1", "two", ("A1", "A6"), seen=seen, desk="notes", base=base)
    room.do(of_other)

    point = room.state.points["n1"]
    assert (point.text, point.stance, point.questions) == ("two", "supports", ("A1", "A6"))
    assert rivals(room) == []


@pytest.mark.parametrize("field", ["kind", "stance", "audience"])
def test_what_both_changed_is_kept_and_marked(field: str) -> None:
    values = {
        "kind": ("offer", "request"),
        "stance": ("supports", "opposes"),
        "audience": ("internal", "off-record"),
    }[field]
    room = noted("note a1 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    for desk, value in zip(("desk", "notes"), values, strict=True):
        room.seat = Seat(desk, desk[:2])
        said = CorrectPoint("n1", "one", ("A1",), seen=seen, desk=desk, base=base)
        room.do(replace(said, **{field: value}))

    point = room.state.points["n1"]
    assert getattr(point, field) == values[1]
    assert point.rival == f"de: a1 /{values[0]} one"
    assert rivals(room) == [("n1", "3")]


def test_a_bare_position_that_two_tag_at_once_says_what_it_is_on() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "position mex supports a1")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    tag(room, "desk", base, seen, "A1", "A6")
    tag(room, "notes", base, seen, "P1")

    point = room.state.points["n1"]
    assert (point.text, point.questions) == ("supports a6 p1", ("A6", "P1"))
    assert point.rival == ""


def test_a_stance_stays_on_what_it_was_on() -> None:
    room = noted("note a6 /supports a1 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    assert base.stance_on == ("A1",)
    theirs = CorrectPoint(
        "n1",
        "two",
        ("A6", "A1"),
        stance="supports",
        stance_on=("A1",),
        seen=seen,
        desk="desk",
        base=base,
    )
    room.do(theirs)
    mine = replace(theirs, text="one", questions=("A6",), stance_on=None, desk="notes")
    room.do(mine)

    point = room.state.points["n1"]
    assert (point.text, point.questions, point.stance_on) == ("two", ("A6",), None)


def test_a_stance_is_on_what_is_left_of_its_tags() -> None:
    room = noted("note p1 /supports a1 a6 one")
    base, seen = room.state.points["n1"], room.meeting.last.seq
    assert base.stance_on == ("A1", "A6")
    theirs = CorrectPoint(
        "n1", "two", ("P1", "A1", "A6"), stance="supports", seen=seen, desk="desk", base=base
    )
    room.do(replace(theirs, stance_on=base.stance_on))
    room.do(
        replace(theirs, text="one", questions=("P1", "A6"), stance_on=("A1", "A6"), desk="notes")
    )

    point = room.state.points["n1"]
    assert (point.text, point.questions, point.stance_on) == ("two", ("P1", "A6"), ("A6",))


def test_whose_a_statement_is_is_kept_of_both_until_one_settles_it() -> None:
    room = noted()
    seen = room.meeting.last.seq
    for desk, line in (("desk", "attribute 1 fra"), ("notes", "attribute 1 ken(eu)")):
        room.seat = Seat(desk, desk[:2])
        command = read_line(line, room.lexicon)
        assert isinstance(command, Attribute)
        room.do(replace(command, seen=seen, desk=desk))

    found = [
        tell_open(each, room.state, "en", directory().name)
        for each in open_points(room.state, room.now, directory())
        if each.kind == "rival_whose"
    ]
    assert found == [
        "s1: Two seats said whose statement 1 is at the same time: Kenya, and de: FRA."
        " `attribute 1 …`"
    ]
    assert counted_as("rival_whose") == counted_as("rival") == "rival"
    room.do("yield", "strike! 1 because it was never made")
    assert not [e for e in open_points(room.state, room.now, directory()) if e.kind != "times"]
    room.do("undo", "attribute 1 ken(eu)")
    assert room.state.rivals == {}
    assert room.refused("attribute 1 ken(eu)") == "attributed_so"
