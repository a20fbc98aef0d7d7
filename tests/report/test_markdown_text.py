"""People's text is never Markdown: what is shown is what was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meeting_tui.report.markdown_text import clock_span, escaped
from meeting_tui.text import clean_line

HARD = [
    "[State Party] asked",
    "[缔约国]…",
    "![x](http://e.org)",
    "[a]: http://e.org",
    "<b>bold</b> <!-- gone --> <http://e.org>",
    "| a | b |",
    "# heading",
    "heading ##",
    "1. one",
    "12) twelve",
    "1.5 million",
    "- bullet",
    "+ bullet",
    "--- ",
    "=== ",
    "> quoted",
    "*stars* **two** _under_ __score__ snake_case_name",
    "`code` ``` ~~~ ~~struck~~",
    "back\\slash \\* at the end \\",
    "&amp; &lt; &#35; AT&T",
    "$x$ ^up^ :smile:",
    "-0:15",
    "=HYPERLINK(1)",
    "http://e.org www.e.org someone@e.org",
    "(round) \"quoted\" 'single' {braces}",
    "Côte d'Ivoire, Türkiye, São Tomé",
]
TEXTS = st.one_of(
    st.sampled_from(HARD), st.text(alphabet="ab1 .)#*_[]<>|`~\\&;:-+=!(", max_size=12)
)


def shown(line: str) -> list[str]:
    """The kinds of block and inline token a line makes, and the text a reader sees."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(line)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in tokens} | {child.type for child in inline}
    return [*sorted(kinds), "".join(child.content for child in inline)]


def lines(prefix: str, suffix: str, text: str) -> str:
    return f"{prefix}{escaped(text)}{suffix}"


@pytest.mark.parametrize("text", HARD)
def test_hard_text_is_a_plain_paragraph(text: str) -> None:
    assert shown(escaped(text)) == shown_plain("paragraph", clean_line(text))


def shown_plain(block: str, text: str) -> list[str]:
    return [*sorted({f"{block}_open", "inline", "text", f"{block}_close"}), text]


@given(TEXTS)
def test_any_text_reads_as_written_wherever_it_stands(text: str) -> None:
    plain = clean_line(text)
    if not plain:
        return
    assert shown(escaped(text)) == shown_plain("paragraph", plain)
    assert shown(f"## {escaped(text)}") == shown_plain("heading", plain)
    assert shown(f"Mexico (supports): {escaped(text)}")[-1] == f"Mexico (supports): {plain}"
    bullet = shown(f"- {escaped(text)}")
    assert bullet[-1] == plain
    assert "list_item_open" in bullet
    assert {"link_open", "html_inline", "em_open", "strong_open", "code_inline"}.isdisjoint(bullet)


def test_text_is_one_line_and_right_to_left_text_is_isolated() -> None:
    assert escaped("one\r\ntwo\tthree\x1b[0m") == "one two three\\[0m"
    assert escaped("تقرير (نسخة)") == "\u2068تقرير (نسخة)\u2069"
    assert escaped("我们不同意“这一点”") == "我们不同意“这一点”"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (59.4, "0:59"),
        (59.9, "1:00"),
        (60, "1:00"),
        (3599.999, "1:00:00"),
        (7199, "1:59:59"),
    ],
)
def test_spans_never_say_sixty(seconds: float, text: str) -> None:
    assert clock_span(seconds) == text
