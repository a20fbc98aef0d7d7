"""Blocks in Markdown: whatever stands in them is shown as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Notice,
    Paragraph,
    Run,
    Table,
    plain,
)
from meeting_tui.report.markdown_export import escaped, markdown, markdown_files
from meeting_tui.text import clean_line
from tests.report.hard_day import begin, report


def document(*blocks: Block) -> Document:
    return Document(
        title="A *title*",
        subtitle="A body",
        head="Meeting: DRAFT",
        foot="The log",
        language="en",
        is_draft=True,
        blocks=blocks,
    )


def body(*blocks: Block) -> str:
    return markdown(document(*blocks)).split("\n\n", 3)[3].rpartition("\n\n---\n\n")[0]


def test_a_document_has_its_title_head_and_foot() -> None:
    assert markdown(document()) == (
        "# A \\*title\\*\n\n**A body**\n\nMeeting: DRAFT\n\n---\n\nThe log\n"
    )


def test_headings_are_one_deeper_than_the_title() -> None:
    assert body(Heading(1, "One #"), Heading(2, "1. Two")) == "## One \\#\n\n### 1\\. Two"


def test_numbered_paragraphs_are_numbered_through() -> None:
    blocks = (
        Paragraph(plain("first"), numbered=True),
        Paragraph(plain("- between")),
        Heading(1, "Next"),
        Paragraph(plain("second"), numbered=True),
    )

    assert body(*blocks) == "1. first\n\n\\- between\n\n## Next\n\n2. second"


def test_styles_stand_close_to_their_words() -> None:
    runs = (
        Run("Mexico: ", "strong"),
        Run("it *is*"),
        Run(" (so)", "muted"),
        Run(" "),
        Run("x", "emphasis"),
    )

    assert body(Paragraph(runs)) == "**Mexico:** it \\*is\\* (so) *x*"


def test_lists_notices_and_tables() -> None:
    columns = (Column("Item | x"), Column("Minutes", is_figure=True))
    blocks = (
        Bullets((plain("# one"), plain("two"))),
        Notice("<b>"),
        Table(columns, (("a|b", "1"), ("c\nd", "2"))),
    )

    assert body(*blocks) == (
        "- \\# one\n- two\n\n> **\\<b\\>**\n\n"
        "| Item \\| x | Minutes |\n| --- | ---: |\n| a\\|b | 1 |\n| c d | 2 |"
    )


def test_bold_before_a_bracket_is_still_bold() -> None:
    text = body(Bullets(((Run("《条约》秘书处：", "strong"), Run("文字")),)))

    assert "<strong>" in MarkdownIt().render(text)


def test_the_draft_is_one_file() -> None:
    files = markdown_files(report(begin()))

    assert list(files) == ["report.md"]
    assert files["report.md"].decode().startswith("# Draft report of the Chair\n")


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
