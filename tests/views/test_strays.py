"""Tags that belong elsewhere, and words that only look like tags: kept, and said."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.entry import Entry
from meeting_tui.text import cells
from meeting_tui.views.notes import questions_of
from meeting_tui.views.noting import Noting, not_a_question
from meeting_tui.views.points import (
    KEPT_CELLS,
    kept_and_to_mind,
    stray_sentences,
    tag_examples,
    tag_in_doubt,
    to_mind,
)
from tests.views.held import Held, mexico_then_japan


@pytest.fixture(scope="module")
def held() -> Held:
    return mexico_then_japan()


@pytest.mark.parametrize(
    ("item", "examples"),
    [("0", ""), ("1", "p1"), ("2", "p2 p5"), ("4", "a1 a6"), ("6", ""), (None, "")],
)
def test_the_hint_names_questions_of_the_item(held: Held, item: str | None, examples: str) -> None:
    assert tag_examples(questions_of(held.state, item)) == examples


@pytest.mark.parametrize(
    ("tags", "item", "told"),
    [
        (("A1", "P7"), "4", []),
        (("A1",), "2", ["A1 belongs to item 4"]),
        (("P2", "A1", "A3", "P1"), "2", ["A1, A3 belong to item 4", "P1 belongs to item 1"]),
        (("A1",), None, ["A1 belongs to item 4"]),
        ((), "2", []),
    ],
)
def test_a_tag_of_another_item_says_whose_it_is(
    held: Held, tags: tuple[str, ...], item: str | None, told: list[str]
) -> None:
    assert stray_sentences(held.look(), tags, item) == told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("p9", "p9"),
        ("a9 x", "a9"),
        ("A12, perhaps", "A12"),
        ("a1 x", None),
        ("G7 countries", None),
        ("a 9", None),
        ("said a9", None),
        ('"a9" x', None),
        ("a9x", None),
        ("(A9) x", "A9"),
        ("A5/A99 x", "A99"),
        ("A1-A99: x", "A99"),
        ("A5/A6 x", None),
        ("A9/G7 x", None),
        ("• a99 x", "a99"),
        ("2) (A9) x", "A9"),
        ("1. G7 countries", None),
        ("", None),
    ],
)
def test_what_only_looks_like_a_question(held: Held, text: str, word: str | None) -> None:
    assert not_a_question(held.state.agenda, text) == word


@pytest.mark.parametrize(
    ("tags", "value", "word"),
    [
        (("A1",), "a99 text", "a99"),
        (("A1", "A3"), "(A99) text", "A99"),
        (("A1",), "/figure a99 text", "a99"),
        (("A1",), "a99", "a99"),
        (("A1",), "text", None),
        ((), "a99 text", "a99"),
        ((), "a99", "a99"),
        ((), "/figure a99", "a99"),
        ((), "A5/A99", "A99"),
        ((), "text", None),
    ],
)
def test_a_line_that_begins_with_a_tag_that_is_none_is_asked_about(
    held: Held, tags: tuple[str, ...], value: str, word: str | None
) -> None:
    left_over = tag_in_doubt(held.look(), Noting(tags, is_left_over=True), value)
    put_on = tag_in_doubt(held.look(), Noting(tags), value)
    if word is None:
        assert left_over is put_on is None
        return
    asked, on = f"{word} is not a question. Enter: keep", " ".join(tags)
    if tags:
        assert left_over == (
            f"{asked} the line as text, without {on} · Tab: with {on} · Esc: back to the line"
        )
        assert put_on == f"{asked} it as text, with {on} · Esc: back to the line"
    else:
        assert left_over == put_on == f"{asked} the line as text · Esc: back to the line"


@pytest.mark.parametrize("tags", [(), ("A1",)])
def test_a_tag_that_is_none_behind_one_of_the_line_is_asked_about(
    held: Held, tags: tuple[str, ...]
) -> None:
    asked = "a99 is not a question. Enter: keep it as text, with A3 · Esc: back to the line"
    assert tag_in_doubt(held.look(), Noting(tags), "a3 a99 text") == asked
    assert tag_in_doubt(held.look(), Noting(tags), "a3 a6 text") is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("note a1 text", ""),
        ("note p1 text", "P1 belongs to item 1"),
        ("note p1 p9 text", "P1 belongs to item 1; p9 is not a question; kept as text"),
        ("correct n1 p2 text", "P2 belongs to item 2"),
        ("inscribe fra", ""),
    ],
)
def test_what_to_mind_about_a_point_that_was_kept(line: str, told: str) -> None:
    held = mexico_then_japan()
    held.do(line)
    last = held.intake.meeting.entries[-1]
    assert to_mind(held.look(), last, "EK") == told
    assert to_mind(held.look(), last, "somebody else") == ""
    assert "属于项目" in to_mind(held.look("zh"), last, "EK") or "belong" not in told


def newest_act(held: Held) -> list[Entry]:
    entries = held.intake.meeting.entries
    return [each for each in entries if each.act == entries[-1].act]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "points a99 one ¶ two",
            "2 points noted on Japan; a99 is not a question; kept as text",
        ),
        (
            "file n1 on 2 as p1 x",
            "Point n1 belongs to Japan (2); Point n1 now reads…; P1 belongs to item 1",
        ),
        ("note a1 text", ""),
        ("note (P1) customs", "Note on Japan: p1 customs; P1 belongs to item 1"),
        ("note on mex p1 customs", "Note on Mexico: p1 customs; P1 belongs to item 1"),
        ("correct n1 p2 text", "Point n1 now reads: p2 text; P2 belongs to item 2"),
    ],
)
def test_what_to_mind_stands_behind_what_was_kept_and_on_whom(line: str, told: str) -> None:
    held = mexico_then_japan()
    held.do(line)
    assert kept_and_to_mind(held.look(), newest_act(held), "EK") == told


def test_a_long_point_leaves_room_for_what_to_mind_about_it() -> None:
    held = mexico_then_japan()
    held.do("note p1 " + "customs " * 40)
    told = kept_and_to_mind(held.look(), newest_act(held), "EK")
    kept, minded = told.split("…")
    assert kept.startswith("Note on Japan: p1 customs")
    assert (minded, cells(kept) < KEPT_CELLS) == ("; P1 belongs to item 1", True)
