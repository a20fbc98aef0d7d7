"""Beside the speaker what is kept of a statement; topics and proposals offered while one types."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from meeting_tui.ui.completing import Completer, NoteCompleter
from meeting_tui.ui.widgets.typed_line import Completion
from meeting_tui.views.notes import details_said, points_of, target_lines, who_line
from meeting_tui.views.noting import Noting, leading, with_next_kind
from meeting_tui.views.pieces import Line, line_cells
from meeting_tui.views.points import point_lines
from meeting_tui.views.record import FILTERS
from tests.views.held import Held, mexico_then_japan

MADE = {"r1": "to meet every year in Geneva and nowhere else at all", "r12": "x"}


def text(lines: Sequence[Line]) -> str:
    return "\n".join("".join(piece.text for piece in each).rstrip() for each in lines)


def offered(held: Held, line: str) -> list[str]:
    complete = Completer(lambda: held.intake.lexicon, "en")
    return [each.text for each in complete(line, len(line))]


def noted(held: Held, line: str) -> list[Completion]:
    complete = NoteCompleter(lambda text, caret: (), lambda: held.state.agenda, "en", lambda: MADE)
    return list(complete(line, len(line)))


def said(held: Held, language: str = "en") -> str:
    speaking = held.state.speaking()
    assert speaking is not None
    return details_said(held.look(language), speaking)


def test_nothing_is_said_of_a_statement_on_which_nothing_is_kept() -> None:
    assert said(mexico_then_japan()) == ""


@pytest.mark.parametrize(
    ("lines", "english", "chinese"),
    [
        (["heard fr"], "French", "法语"),
        (["heard fr interpreted"], "French, interpreted", "法语，经口译"),
        (["person Ana Paz"], "Ana Paz", "Ana Paz"),
        (
            ["person [b]Paz, Embajadora", "mark awaited"],
            "text awaited · [b]Paz, Embajadora",
            "待收文本 · [b]Paz，Embajadora",
        ),
        (
            ["received", "mark check", "mark record"],
            "text received · check delivery · for record",
            "已收文本 · 以发言为准 · 载入记录",
        ),
    ],
)
def test_what_is_kept_is_said_in_few_words(lines: list[str], english: str, chinese: str) -> None:
    held = mexico_then_japan()
    held.do(*lines)

    assert said(held) == english
    assert said(held, "zh") == chinese


def test_it_stands_beside_whom_is_noted_on() -> None:
    held = mexico_then_japan()
    held.do("heard fr interpreted", "mark awaited")

    shown = text(target_lines(held.look(), Noting(), 100))
    assert "JAPAN" in shown
    assert "text awaited · French, interpreted" in shown
    assert shown.endswith("intervention 2, no points yet")
    assert "speaking now" in shown
    for width, rest in ((86, "speaking now"), (70, "no points"), (50, "JAPAN")):
        narrow = text(target_lines(held.look(), Noting(), width))
        assert all(len(each) <= width for each in narrow.splitlines())
        assert rest in narrow and "text awaited · French, interpreted" in narrow


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("noting", [Noting(), Noting(chosen="s1")])
def test_nothing_of_what_is_kept_is_ever_cut(width: int, noting: Noting) -> None:
    held = mexico_then_japan()
    title = "Deputy Permanent Representative to the Conference on Disarmament"
    on = " on mex" if noting.chosen else ""
    held.do(f"heard{on} fr interpreted", f"person{on} Ms Milagros Winkelried Salazar, {title}")
    held.do(f"mark{on} awaited", f"mark{on} check", f"mark{on} record")

    shown = target_lines(held.look(), noting, width)
    first, *below = text(shown).splitlines()
    assert ("MEXICO" if on else "JAPAN") in first
    assert all(line_cells(each) <= width for each in shown)
    told = " ".join(" ".join(below).split())
    assert told.startswith("text awaited · check delivery · for record · French, interpreted · Ms")
    assert told.endswith(title)


def test_the_speaker_stands_with_whom_aligned_with_the_statement() -> None:
    held = Held("floor fra(eu+alb)!", "aligned alb ukr mda")

    assert "27+3" in text([who_line(held.look(), 100)])


def test_a_proposal_is_shown_with_its_id_and_points_with_what_they_are_on() -> None:
    held = mexico_then_japan()
    held.do("propose to meet", "note a1 r1 advisory-group /supports yes")
    target = Noting().target(held.state)
    shown = text(point_lines(held.look(), points_of(held.look(), target), 100))

    assert "r1 proposal: to meet" in shown
    assert "A1 r1" in shown
    assert "advisory-group, supports: yes" in shown


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("ad", ["advisory-group "]),
        ("a1 too", ["tool-and-platform "]),
        ("advisory-group /sup", ["/supports "]),
        ("r", ["r1 ", "r12 "]),
        ("r1", ["r12 "]),
        ("r1 /opp", ["/opposes "]),
        ("t", []),
        ("we ad", []),
        ("advisory-group", []),
    ],
)
def test_tags_are_offered_before_the_text(line: str, found: list[str]) -> None:
    assert [each.text for each in noted(mexico_then_japan(), line)] == found


def test_an_offer_says_what_it_is() -> None:
    held = mexico_then_japan()
    assert [each.label for each in noted(held, "ad")] == ["Informal advisory group"]
    (first, _) = noted(held, "r")
    assert first.label.startswith("to meet every year")
    assert len(first.label) <= 40


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("position per", ["per "]),
        ("position mex su", ["supports "]),
        ("position mex supports ne", ["next-mandate "]),
        ("position mex supports r", ["r1 "]),
        ("position mex supports r1 ad", ["advisory-group "]),
        ("position mex supports r1 we ad", []),
        ("note ad", ["advisory-group "]),
        ("note on mex /supports ad", ["advisory-group "]),
        ("propose a1 ad", ["advisory-group "]),
        ("note we ad", []),
        ("mark aw", ["awaited "]),
        ("mark n", ["not "]),
        ("heard f", []),
        ("received rep", []),
    ],
)
def test_the_typed_line_offers_what_may_stand_there(line: str, found: list[str]) -> None:
    held = mexico_then_japan()
    held.do("propose to meet")

    names = offered(held, line)
    assert names[: len(found)] == found if found == ["per "] else names == found


@pytest.mark.parametrize("line", ["aligned ukra", "present ukra", "heard on ukra", "mark on ukra"])
def test_delegations_are_offered_where_one_may_stand(line: str) -> None:
    assert offered(mexico_then_japan(), line)[0] == "ukr "


def test_topics_and_proposals_stay_in_the_line() -> None:
    held = mexico_then_japan()
    agenda = held.state.agenda
    found = leading("a1 advisory-group r1 /supports text", agenda, MADE)

    assert found.questions == ("A1",)
    assert [token.text for token in found.marks] == ["advisory-group", "r1", "/supports"]
    assert leading("r1 text", agenda).end == 0
    assert not leading("advisory-group", agenda).is_tags_alone
    assert Noting(text="advisory-group a1 text").lifted(agenda) == Noting(
        tags=("A1",), text="advisory-group text"
    )
    assert with_next_kind("advisory-group text", agenda) == "advisory-group /proposal text"


def test_the_record_finds_details_among_notes() -> None:
    held = mexico_then_japan()
    held.do("heard fr")

    assert type(held.intake.meeting.last.event) in FILTERS["/notes"]
