"""Notes on an item itself; points moved, tagged anew and struck; statements that never were."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.item_notes import notes_on
from meeting_tui.meeting.notes import point_line
from meeting_tui.meeting.questions import answered_by, coverage
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speaking_time import spoken
from meeting_tui.meeting.telling import tell
from tests.meeting.room import Room, directory


def noted(*lines: str) -> Room:
    """Mexico (1) and Japan (2) have spoken on item 3, with one point each."""
    room = Room().opened("3")
    room.do("inscribe mex jpn nga", "next", "note a1 annual report", "yield")
    room.later(5).do("next", "note a6 in law")
    room.later(5).do("yield", *lines)
    return room


def told(room: Room, language: str = "en") -> str:
    return tell(room.state, room.meeting.last, language, lambda code: code)


def test_before_anybody_speaks_on_an_item_a_note_is_on_the_item_itself() -> None:
    room = noted("close item carry", "item 2", "note p1 /figure 40 of 116")
    (note,) = notes_on(room.state, "2")
    assert (note.text, note.questions, note.kind) == ("40 of 116", ("P1",), "figure")
    assert room.state.points.keys() == {"n1", "n2"}, "it is nobody's point"
    assert "P1" not in answered_by(room.state)
    assert told(room) == "Noted on item 2: p1 /figure 40 of 116"
    assert told(room, "zh") == "记于项目2：p1 /figure 40 of 116"
    room.do("inscribe fra", "next!", "note said by France", "note on item 2 again")
    assert room.state.points["n4"].intervention == "s3"
    assert [each.id for each in notes_on(room.state, "2")] == ["n3", "n5"]
    room.do("yield", "note who spoke last")
    assert room.state.points["n6"].intervention == "s3"


def test_on_an_item_that_is_reopened_a_note_belongs_to_who_spoke_last_on_it() -> None:
    room = noted("close item carry", "item 2", "inscribe fra", "next!", "yield", "close item carry")
    room.do("reopen 3", "note said by Japan before")
    assert room.state.points["n3"].intervention == "s2"
    room.do("statement what Japan read out")
    assert room.state.statement_texts == {"s2": "what Japan read out"}
    assert not notes_on(room.state, "3")
    room.do("close item carry", "item 1", "note nobody has spoken on it")
    assert [each.id for each in notes_on(room.state, "1")] == ["n4"]


def test_behind_a_reply_on_another_item_a_note_belongs_to_who_replied() -> None:
    room = noted("reply mex", "close item carry", "item 2", "inscribe fra", "next!", "yield")
    room.later(5).do("floor mex!", "yield", "note a reply")
    assert room.state.interventions["s4"].item == "3"
    assert room.state.points["n3"].intervention == "s4"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("person on item 2 Jane Roe", "not_on_an_item"),
        ("mark on item 2 awaited", "not_on_an_item"),
        ("propose on item 2 x", "not_on_an_item"),
        ("heard fr on item 2", "not_on_an_item"),
        ("received on item 9", "no_such_item"),
    ],
)
def test_what_is_about_a_statement_is_not_about_an_item(line: str, code: str) -> None:
    assert noted().refused(line) == code


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("note on item 2 /supports x", "item_takes_no_position"),
        ("note on item 2 /proposal x", "item_takes_no_position"),
        ("note on item 9 x", "no_such_item"),
        ("note on item", "item_missing"),
        ("note on item 2", "empty_note"),
        ("file n1 on item 9", "no_such_item"),
        ("file n1 on 9", "no_such_intervention"),
        ("file n1 on nga", "has_not_spoken"),
        ("file n1 on 1", "moved_so"),
        ("file n1 on item 3 now", "words_left"),
        ("file n9 on 2", "no_such_point"),
        ("file n1 on", "file_under_missing"),
        ("file n1 on mxe", "not_a_name_near"),
        ("file n1 on 2 as", "empty_note"),
        ("file n1 on 2 as a1 /supports", "empty_note"),
        ("file n1 on 2 as /supports /opposes a1 text", "two_stances"),
        ("file n1 on item 2 as /supports a1 text", "item_takes_no_position"),
        ("file n1", "file_under_missing"),
        ("file", "point_missing"),
        ("tag", "point_missing"),
        ("tag n9 a1", "no_such_point"),
        ("tag n1 a1", "tagged_so"),
        ("tag n1", "tag_missing"),
        ("tag n1 words", "no_such_tag"),
        ("tag n1 a6 words", "no_such_tag"),
        ("tag n1 a6 /supports", "no_such_tag"),
        ("tag n1 /zzz", "no_such_mark"),
        ("tag n1 none at all", "words_left"),
        ("strike", "strike_what"),
        ("strike n1", "strike_reason"),
        ("strike n1 because", "strike_reason"),
        ("strike n9 because not there", "no_such_point"),
        ("strike 9 because not there", "no_such_intervention"),
        ("strike 1 because of a slip", "strike_has_notes"),
    ],
)
def test_what_cannot_be_put_right_so_is_refused(line: str, code: str) -> None:
    assert noted().refused(line) == code


def test_a_point_is_moved_to_another_statement_and_back() -> None:
    room = noted("file n1 on jpn")
    assert room.state.points_of == {"s1": [], "s2": ["n1", "n2"]}, "in the order noted"
    assert told(room) == "Point n1 belongs to JPN (2)"
    assert room.state.points["n1"].corrected
    last = room.state.corrections[-1]
    assert (last.what, last.before, last.after) == ("place", "on 1", "on 2")
    room.do("file n1 on 1")
    assert room.state.points_of == {"s1": ["n1"], "s2": ["n2"]}
    room.do("undo", "undo")
    assert not room.state.points["n1"].corrected


def test_a_point_moves_with_another_text_in_one_act() -> None:
    room = noted()
    events = room.do("file n1 on jpn as a6 /supports a report a year")
    assert [each.name for each in events] == ["point_moved", "point_corrected"]
    point = room.state.points["n1"]
    assert (point.intervention, point.text, point.stance) == ("s2", "a report a year", "supports")
    room.do("file n1 on item 2 as a report a year")
    assert [point_line(each) for each in notes_on(room.state, "2")] == ["a report a year"]
    room.do("undo", "undo")
    assert point_line(room.state.points["n1"]) == "a1 annual report"
    assert room.state.points["n1"].intervention == "s1"
    assert [each.name for each in room.do("file n1 on 2 as a1 annual report")] == ["point_moved"]


def test_a_point_becomes_a_note_on_the_item_and_a_note_somebodys_point() -> None:
    room = noted("file n1 on item 2")
    assert [each.id for each in notes_on(room.state, "2")] == ["n1"]
    assert told(room) == "Point n1 is a note on item 2"
    assert room.refused("file n1 on item 2") == "filed_so"
    assert room.refused("file n1 under 2") == "filed_so"
    room.do("file n1 under 1")
    assert notes_on(room.state, "1")[0].id == "n1"
    room.do("correct n1 a6 otherwise")
    assert point_line(notes_on(room.state, "1")[0]) == "a6 otherwise"
    assert room.refused("correct n1 /supports x") == "item_takes_no_position"
    assert room.refused("correct n1 /proposal x") == "item_takes_no_position"
    room.do("file n1 on 2")
    assert (room.state.points["n1"].intervention, room.state.points["n1"].item) == ("s2", None)
    room.do("note on 2 /supports a1 yes")
    assert room.refused("file n3 on item 3") == "item_takes_no_position"


def test_moving_marks_anew_what_a_question_does_not_ask() -> None:
    room = Room().opened("2")
    room.do("floor mex!", "note p4 yes", "floor carms!", "file n1 on carms")
    assert room.state.points["n1"].not_asked == ("P4",)


def test_a_point_is_tagged_anew_and_its_text_stays() -> None:
    room = noted("tag n1 a6 p1")
    assert point_line(room.state.points["n1"]) == "a6 p1 annual report"
    room.do("tag n1 none")
    assert point_line(room.state.points["n1"]) == "annual report"
    assert answered_by(room.state) == {"A6": ("JPN",)}


def test_a_struck_point_counts_nowhere_and_comes_back_with_undo() -> None:
    room = noted("strike n1 because Japan said it")
    assert room.state.points.keys() == {"n2"}
    assert answered_by(room.state) == {"A6": ("JPN",)}
    assert told(room) == "Point n1 is struck: Japan said it"
    struck = room.state.struck["n1"]
    assert struck.point is not None
    assert (struck.point.text, struck.reason) == ("annual report", "Japan said it")
    last = room.state.corrections[-1]
    assert (last.what, last.before, last.after) == ("strike", "a1 annual report", "Japan said it")
    assert room.refused("strike n1 because again") == "struck_already"
    assert room.refused("correct n1 text") == "no_such_point"
    room.do("undo")
    assert answered_by(room.state) == {"A1": ("MEX",), "A6": ("JPN",)}
    room.do("note on item 2 a note", "strike n3 wrong item")
    assert notes_on(room.state, "2") == ()


def test_a_statement_that_never_was_is_struck_from_every_count() -> None:
    room = noted()
    room.later(60).do("floor bra!")
    room.later(4).do("floor nga!")
    room.later(3600).do("strike 3 because the floor was given by mistake")

    assert [each.number for each in room.state.interventions.values()] == [1, 2, 4]
    assert "BRA" not in spoken(room.state, room.now)
    rows = coverage(room.state, "3", members=directory().members).rows
    assert [row.delegation for row in rows] == ["MEX", "JPN", "NGA"]
    assert "BRA" not in {each.delegation for each in room.state.inscriptions.values()}
    assert told(room) == "Intervention 3 of BRA is struck: the floor was given by mistake"
    assert told(room, "zh") == "BRA的第3个发言已删去：the floor was given by mistake"
    struck = room.state.struck["s3"]
    assert struck.intervention is not None
    assert struck.intervention.used_seconds(room.now) == 4.0, "the original is kept"
    assert room.state.corrections[-1].before.startswith("BRA ")
    assert room.refused("strike 3 because once more") == "struck_already"
    room.do("yield", "floor fra!")
    assert room.held.number == 5, "the number is not given again"
    room.do("undo", "undo", "undo")
    assert [each.number for each in room.state.interventions.values()] == [1, 2, 3, 4]


def test_a_statement_is_not_struck_while_it_is_made_nor_with_notes_unasked() -> None:
    room = noted("floor bra!")
    assert room.refused("strike 3 because wrong") == "strike_while_speaking"
    room.do("note on 3 a word", "yield")
    assert room.refused("strike 3 because wrong") == "strike_has_notes"
    room.do("strike! 3 because wrong")
    assert room.state.last_intervention == "s2"
    assert "n3" not in room.state.points
    assert told(room) == "Intervention 3 of BRA is struck: wrong"
    room.do("undo", "strike n3 because wrong", "strike 3 because wrong")
    assert room.state.struck.keys() == {"n3", "s3"}


def test_what_spoke_of_a_struck_statement_speaks_of_nobody() -> None:
    room = noted("floor nga!", "order per the quorum", "ruling noted", "floor bra!")
    room.do("order per the hour", "ruling noted", "yield", "strike 4 because no")
    assert [each.interrupted for each in room.state.points_of_order.values()] == ["s3", None]
    assert isinstance(room.tried("attribute 4 fra"), Refusal)


def test_a_note_on_an_item_can_be_purged_too() -> None:
    room = noted("note on item 2 /off-record marmalade", "purge! n3")
    assert notes_on(room.state, "2") == ()
    assert "marmalade" not in str(room.meeting.entries)


def test_an_act_of_the_floor_is_not_taken_back_from_under_a_strike() -> None:
    room = noted("floor bra!", "yield", "strike 3 because no")
    assert room.refused("undo floor") == "floor_act_needed"
    room.do("undo", "undo floor")
    assert room.state.floor == "s3"
    room.do("yield", "note on item 2 a note", "file n1 on 3")
    room.do("undo floor")
    assert room.state.points["n1"].intervention == "s3", "a point that was moved may stay"
