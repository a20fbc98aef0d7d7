"""Blocks in Markdown: whatever stands in them is shown as it was written."""

from __future__ import annotations

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
from meeting_tui.report.markdown_export import markdown, markdown_files
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
