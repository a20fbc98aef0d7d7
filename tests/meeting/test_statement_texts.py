"""A statement given as a text of many paragraphs: kept whole, or as points in one act."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.telling import tell
from tests.meeting.room import Room


def speaking() -> Room:
    room = Room().opened("3")
    room.do("floor mex!", "note a first point")
    return room


def told(room: Room, language: str = "en") -> str:
    return tell(room.state, room.meeting.last, language, lambda code: code)


def test_a_text_is_kept_with_the_statement_a_paragraph_a_line() -> None:
    room = speaking()
    room.do("statement Thank you, Chair. ¶ Mexico reports yearly. ¶¶ It will go on.")
    assert room.state.statement_texts == {
        "s1": "Thank you, Chair.\nMexico reports yearly.\nIt will go on."
    }
    assert told(room) == (
        "Text of the statement of MEX: Thank you, Chair. ¶ Mexico reports yearly. ¶ It will go on."
    )
    assert room.refused(
        "statement Thank you, Chair. ¶ Mexico reports yearly. ¶ It will go on."
    ) == ("statement_kept_so")
    room.do("statement on mex Another text")
    assert room.state.statement_texts == {"s1": "Another text"}
    room.do("undo", "undo")
    assert room.state.statement_texts == {}
    assert len(room.state.points) == 1


def test_several_points_are_one_act_and_one_undo_takes_them_back() -> None:
    room = speaking()
    room.do("points on 1 a1 one ¶ A6: /figure two ¶ /proposal three ¶ /proposal four")
    new = [room.state.points[f"n{n}"] for n in (2, 3, 4, 5)]
    assert [each.text for each in new] == ["one", "two", "three", "four"]
    assert [each.questions for each in new] == [("A1",), ("A6",), (), ()]
    assert [each.proposal for each in new] == [None, None, "r1", "r2"]
    room.do("undo")
    assert room.state.points.keys() == {"n1"}
    room.do("points on item 2 one ¶ two")
    assert [each.id for each in room.state.item_notes.values()] == ["n6", "n7"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("statement", "text_missing"),
        ("statement ¶", "text_missing"),
        ("statement on jpn text", "has_not_spoken"),
        ("statement on", "text_missing"),
        ("points ¶ ¶", "text_missing"),
        ("points on item 9 x", "no_such_item"),
        ("statement on (eu) text", "group_apart"),
        ("points one ¶ /zzz two", "no_such_mark"),
        ("points one ¶ a1", "empty_note"),
        ("points on item 2 /supports one", "item_takes_no_position"),
    ],
)
def test_what_is_not_whole_is_refused_whole(line: str, code: str) -> None:
    room = speaking()
    if line == "statement on":
        room.do(line)
        assert room.state.statement_texts == {"s1": "on"}
        return
    assert room.refused(line) == code
    assert room.state.points.keys() == {"n1"}


def test_a_struck_statement_takes_its_text_along() -> None:
    room = speaking()
    room.do("strike n1 because no", "statement A text", "yield")
    assert room.refused("strike 1 because of a slip") == "strike_has_notes"
    room.do("strike! 1 because of a slip")
    assert room.state.statement_texts == {}
