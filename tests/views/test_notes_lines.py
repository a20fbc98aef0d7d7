"""What the Notes screen says, without a terminal."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.text import cells
from meeting_tui.views.floor import speaker_lines
from meeting_tui.views.notes import (
    around_line,
    item_shown,
    lead_line,
    points_of,
    question_lines,
    question_rows,
    target_line,
    who_line,
)
from meeting_tui.views.noting import Noting
from meeting_tui.views.pieces import Line, Piece, line, line_cells, plain, wrap
from meeting_tui.views.points import in_view, point_lines
from meeting_tui.words import LANGUAGES, sentences
from tests.views.held import Held, mexico_then_japan


def text(lines: list[Line]) -> str:
    return "\n".join(plain(each).rstrip() for each in lines)


@pytest.mark.parametrize(
    ("told", "width", "lines"),
    [
        ("hello brave new world", 10, ["hello", "brave new", "world"]),
        ("你好，世界，再见。", 8, ["你好，世", "界，再", "见。"]),
        ("ab superlongword x", 6, ["ab", "superl", "ongwor", "d x"]),
        ("", 10, [""]),
        ("[State Party] x", 9, ["[State", "Party] x"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("a\u00a0b c", 4, ["a\u00a0b", "c"]),
    ],
)
def test_text_is_broken_where_a_reader_expects_it(told: str, width: int, lines: list[str]) -> None:
    broken = wrap(line(Piece(told)), width)
    assert [plain(each) for each in broken] == lines
    assert all(line_cells(each) <= width for each in broken)


def test_each_piece_keeps_its_role_when_broken() -> None:
    broken = wrap(line(Piece("proposal: ", "accent"), Piece("to meet")), 12)
    assert broken == [(Piece("proposal: ", "accent"), Piece("to")), (Piece("meet"),)]


def test_a_point_shows_time_tags_marks_text_and_author() -> None:
    held = mexico_then_japan()
    held.do(
        "note a1 a6 /proposal /supports /internal to collect model provisions",
        "correct n2 a1 a6 /proposal to collect all model provisions",
    )
    look = held.look()
    shown = text(point_lines(look, points_of(look, Noting().target(held.state)), 80))
    assert shown == (
        " 15:03:30  A1 A6  r1 proposal: to collect all model provisions (corrected)   EK"
    )


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("/off-record", "OFF THE RECORD ours"),
        ("/internal /figure", "INTERNAL figure: ours"),
        ("/request /conditional", "request for assistance, supports with conditions: ours"),
        ("p4", "ours (P4: not meant for it)"),
    ],
)
def test_marks_are_said_in_words(marks: str, said: str) -> None:
    held = Held("inscribe carms", "next", f"note {marks} ours")
    look = held.look()
    assert said in text(point_lines(look, points_of(look, Noting().target(held.state)), 100))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 118])
def test_no_letter_of_a_point_is_cut(language: str, width: int) -> None:
    held = mexico_then_japan()
    words = "每个缔约国，[State Party] reports，报告 " * 12
    held.do(f"note a1 a2 a3 a4 a5 {words}")
    look = held.look(language)
    lines = point_lines(look, points_of(look, Noting().target(held.state)), width)
    assert all(line_cells(each) < width for each in lines), "the edge stays free"
    letters = "".join(text(lines).split())
    assert "…" not in letters
    assert letters.count("缔约国") + letters.count("缔约") >= 12
    assert all(tag in text(lines) for tag in ("A1", "A2", "A3", "A4", "A5"))


def test_the_newest_point_is_at_the_bottom_and_the_rest_can_be_reached() -> None:
    held = mexico_then_japan()
    held.do(*(f"note point {n}" for n in range(1, 10)))
    look = held.look()
    lines = point_lines(look, points_of(look, Noting().target(held.state)), 80)
    shown = text(in_view(look, lines, 5, 0)).split("\n")
    assert shown[0] == " ↑ 5 earlier lines, PgUp"
    assert "point 9" in shown[-1] and "point 6" in shown[1]
    up = text(in_view(look, lines, 5, 3)).split("\n")
    assert "point 5" in up[3] and up[-1] == " ↓ 4 later lines, PgDn"
    assert "point 1" in text(in_view(look, lines, 5, 99))
    assert text(in_view(look, [], 3, 0)).strip().startswith("No notes yet. Type a line")
    looks_on = replace(look, desk="view-2")
    assert text(in_view(looks_on, [], 3, 0)).strip().startswith("No notes yet. They are shown")


def test_who_writes_takes_the_room_of_the_number_and_not_of_who_speaks() -> None:
    held = mexico_then_japan()
    look = replace(held.look(), others=("CD",))
    told = plain(target_line(look, Noting(("A1",)), 62))

    assert told.startswith(" Notes on JAPAN  speaking now  ")
    assert told.endswith("no points yet, nobody writes ")
    assert "intervention 2, no points yet" in plain(target_line(look, Noting(("A1",)), 80))


def test_who_is_noted_on_is_plain_when_it_is_not_who_speaks() -> None:
    held = mexico_then_japan()
    look = held.look()
    follow, before = Noting(("A1",)), Noting(("A1",), chosen="s1")
    assert plain(target_line(look, follow, 80)).startswith(" Notes on JAPAN  speaking now")
    assert plain(lead_line(look, follow, 40)) == " A1 ▏"
    told = target_line(look, before, 110)
    assert plain(told).startswith(
        " ▲ EARLIER: notes on MEXICO  not speaking now · Esc: now · Japan is speaking"
    )
    assert told[0].role == "nearly strong reverse" and told[1].role == "nearly strong"
    assert plain(told).endswith("intervention 1, 1 point ")
    narrow = plain(target_line(look, before, 80))
    assert narrow.startswith(" ▲ EARLIER: notes on MEXICO  not speaking now · Esc")
    tight = plain(target_line(look, before, 62))
    assert "not speaking now" in tight and tight.endswith("  1 point "), "the number gives way"
    assert plain(target_line(look, before, 50)).endswith("intervention 1, 1 point ")
    begun = Noting(text="x", begun_on="s1")
    assert "Esc" not in plain(target_line(look, begun, 110)), "it leaves a text where it is"
    assert plain(lead_line(look, before, 40)) == "  ▲ Mexico (earlier)  A1 ▏"
    assert plain(lead_line(look, Noting(text=":next"), 40)) == " act  "
    held.do("yield")
    assert "spoke last" in plain(target_line(held.look(), follow, 80))
    assert "not the last speaker" in plain(target_line(held.look(), before, 80))
    lost = Noting(text="x", begun_on="s77")
    assert "undone" in plain(target_line(look, lost, 80))
    assert "undone" in plain(lead_line(look, lost, 40))
    fresh = Held()
    itself = plain(target_line(fresh.look(), follow, 80))
    assert itself.startswith(" Noting on item 4 itself  nobody has spoken on it yet")
    assert itself.endswith("no points yet ")
    assert plain(lead_line(fresh.look(), follow, 40)) == "  item 4  A1 ▏"
    fresh.do("close item")
    assert "Nobody has spoken" in plain(target_line(fresh.look(), follow, 80))


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (120, " JAPAN  State Party, national  4  National implementation"),
        (40, " JAPAN  State Party, national  4"),
        (24, " JAPAN  national  4"),
        (10, " JAPAN  national  4"),
    ],
)
def test_who_speaks_gives_way_from_the_right(width: int, shown: str) -> None:
    held = mexico_then_japan()
    assert plain(who_line(held.look(), width)).startswith(shown)


def test_who_spoke_before_and_who_comes_next() -> None:
    held = mexico_then_japan()
    told = plain(around_line(held.look(), Noting(), 80))
    assert told.startswith(" ↑ Earlier: Mexico 1") and told.endswith("next: Benin ")
    held.do("order bra the quorum")
    assert plain(who_line(held.look(), 60)) == " Point of order: Brazil  the quorum"
    assert "JAPAN  interrupted" in plain(target_line(held.look(), Noting(), 80))
    assert "下一位：贝宁" in plain(around_line(held.look("zh"), Noting(), 80))


def test_questions_tell_who_answered_in_shape_and_word() -> None:
    held = mexico_then_japan()
    held.do("note a2 all transfers")
    look = held.look()
    assert item_shown(look, Noting()) == "4"
    target = Noting().target(held.state)
    rows = question_rows(held.state, "4", target, ("A3",), "en")
    assert [row.id for row in rows][:3] == ["A1", "A2", "A3"]
    assert rows[8].id == "P7", "a question on one segment comes after those on the whole item"
    assert [row.sign.text for row in rows][:3] == ["○", "●", " "]
    assert [row.is_tagged for row in rows][:3] == [False, False, True]
    long = text(question_lines(look, "4", rows, 80, 10)).split("\n")
    assert len(long) == 10
    assert long[2].split()[:3] == ["2", "●", "A2"] and "1 this speaker" in long[2]
    assert long[3].endswith("0 nobody yet")
    beside = text(question_lines(look, "4", rows, 44, 28))
    assert "Cabinet/Parliament?" in beside and "● this speaker" in beside
    short = text(question_lines(look, "4", rows, 80, 3))
    assert short.count("\n") == 2 and "9   P7 0" in short


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("width", "height"), [(80, 10), (80, 3), (44, 28), (66, 40), (80, 2)])
def test_questions_fit_their_place(language: str, width: int, height: int) -> None:
    held = mexico_then_japan()
    rows = question_rows(held.state, "4", Noting().target(held.state), (), language)
    lines = question_lines(held.look(language), "4", rows, width, height)
    assert len(lines) <= height
    assert all(cells(plain(each)) <= width for each in lines)


def test_a_question_that_does_not_ask_the_speaker_says_so_in_words() -> None:
    held = Held("inscribe carms", "next")
    rows = question_rows(held.state, "2", Noting().target(held.state), (), "en")
    for height in (8, 30):
        shown = text(question_lines(held.look(), "2", rows, 90, height))
        assert shown.count("not asked") == 1, shown


def test_an_item_without_questions_says_so() -> None:
    look = mexico_then_japan().look()
    assert "asks no questions" in text(question_lines(look, "6", [], 80, 3))
    assert "No item" in text(question_lines(look, None, [], 80, 3))


def test_every_sentence_is_in_both_languages() -> None:
    assert all(all(pair) and len(pair) == len(LANGUAGES) for pair in sentences("notes").values())


@pytest.mark.parametrize("width", [66, 100])
def test_a_reply_heard_under_another_item_says_on_which_it_is(width: int) -> None:
    held = mexico_then_japan()
    held.do("reply fra", "yield", "floor ben", "yield", "close item carry", "item 3", "floor fra")
    turn = held.state.speaking()
    assert turn is not None
    assert (turn.item, held.state.item) == ("4", "3")
    assert "Right of reply, on item 4" in plain(who_line(held.look(), width))
    assert "Right of reply, on item 4" in plain(speaker_lines(held.look(), width)[-1])
    held.do("note what it answers")
    assert held.state.points["n2"].intervention == turn.id
