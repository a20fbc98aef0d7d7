"""The words of a point stand as they were typed: quotation marks and brackets of every sort."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.notes import point_line
from meeting_tui.meeting.point_tags import tagged_line
from meeting_tui.views.notes import points_of
from meeting_tui.views.noting import Noting, from_draft
from meeting_tui.views.pieces import plain
from meeting_tui.views.points import point_lines
from tests.views.held import Held, mexico_then_japan

TEXTS = [
    '"quoted" from the first word to "the last"',
    '"A4" paper, "a1" and (a6)',
    '"one quotation alone, never closed',
    '"""',
    "“the Chair's text” and ‘half’",
    "「引文」在前，（括号）在后",
    "[State Party] asked [/] [b]not bold[/b]",
    "(a1) in brackets (twice)",
    "name(eu+alb) is no group here",
    "{curly} <angle> `tick` \\back",
    "12 countries! (of 118)",
    "on 1 this is text",
    "- a dash first",
    ", a comma first; and last,",
    "'",
]


@pytest.fixture(scope="module")
def held() -> Held:
    return mexico_then_japan()


@pytest.mark.parametrize("tags", [(), ("A1", "A6")])
@pytest.mark.parametrize("marks", ["", "/proposal "])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_kept_as_typed(held: Held, text: str, marks: str, tags: tuple[str, ...]) -> None:
    meant = Noting(tags).typed(marks + text, "s1").meant(marks + text, held.state)
    assert meant.kind == "note"
    held.do(meant.line)
    point = list(held.state.points.values())[-1]
    assert (point.text, point.questions, point.intervention) == (text, tags, "s1")
    shown = [plain(each) for each in point_lines(held.look(), [point], 400)]
    assert text in shown[0]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_kept_when_it_is_corrected_or_brought_back(held: Held, text: str) -> None:
    held.do("note on 1 a2 wrong")
    point = points_of(held.look(), held.state.interventions["s1"])[-1]
    held.do(f"correct {point.id} {tagged_line(('A2',), text)}")
    corrected = held.state.points[point.id]
    assert (corrected.text, corrected.questions) == (text, ("A2",))
    held.do(f"correct {point.id} other", f"correct {point.id} {point_line(corrected)}")
    assert held.state.points[point.id].text == text
    begun = Noting(("A1",), text, begun_on="s1")
    assert from_draft(begun.draft(held.state), held.state) == begun
