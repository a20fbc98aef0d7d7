"""Documents with hard content, as they are set in Word and printed."""

from __future__ import annotations

from meeting_tui.report.blocks import (
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

ARABIC = "مصر"
HEBREW = "ישראל"
HARD_TEXTS = (
    "A & B <c> “quoted” 'single' \"double\" ¹",
    "=1+1; @SUM(A1); -0:15; {{ 7 * 7 }} {% if x %}",
    "first line\nsecond line\r\nthird\tafter a tab",
    "Côte d’Ivoire, Türkiye, São Tomé and Príncipe, Ελλάδα, Việt Nam",
    "中国建议设立咨询小组，并欢迎“在线工具”。",
    f"The delegation of Egypt ({ARABIC}) said: «{ARABIC} تؤيد الاقتراح r1»",
)


def hard_document(language: str = "en") -> Document:
    """One of every block, with all that has broken exports before."""
    return Document(
        title="Working Group on Transparency and Review",
        subtitle="Summary of the meeting of 19 March 2026",
        head="WGTR · 19 March 2026 · DRAFT",
        foot="Made from the session log; figures are counted from it.",
        language=language,
        is_draft=True,
        blocks=(
            Notice("This is a draft: 3 points stand under no question."),
            Heading(1, "I. Opening & <attendance>", "opening"),
            Paragraph(plain("The meeting was opened at 10:00."), numbered=True),
            Paragraph(
                (
                    Run("Several delegations", "strong"),
                    Run(" asked for it, "),
                    Run("一些", "emphasis"),
                ),
                numbered=True,
            ),
            *(Paragraph(plain(text), numbered=True) for text in HARD_TEXTS),
            Heading(2, "Question A1"),
            Bullets((plain("one"), plain(f"{ARABIC}، الأردن"), plain("中国", "muted"))),
            Heading(3, "Coverage"),
            Table(
                (Column("Delegation", 2), Column("مصر", 1), Column("Time", 1, is_figure=True)),
                ((ARABIC, "3", "0:15"), ("Egypt & <co>", f"{HEBREW} (x)", "-0:15")),
            ),
            Heading(4, "Not reached"),
            Table((Column("Delegation"), Column("Minutes", is_figure=True)), ()),
            Heading(1, "II. Empty day"),
            Paragraph(plain("No intervention was made."), numbered=True),
        ),
    )


def long_document(rows: int = 300) -> Document:
    """A day of 300 interventions as one table of narrow columns."""
    columns = (
        Column("No.", 1, is_figure=True),
        Column("Time", 1),
        Column("Delegation", 2),
        Column("Capacity", 1),
        Column("Item", 1),
        Column("Minutes", 1, is_figure=True),
        Column("What was said", 5),
    )
    said = "The delegation welcomed the recommendations and asked that implementation be reported."
    return Document(
        title="A long day",
        subtitle="",
        head="A long day",
        foot="",
        language="en",
        is_draft=False,
        blocks=(
            Heading(1, "Interventions"),
            Table(
                columns,
                tuple(
                    (
                        str(number),
                        f"{10 + number // 60:02}:{number % 60:02}",
                        "Liechtenstein" if number % 2 else "Bosnia and Herzegovina",
                        "observer",
                        "4",
                        "3:15",
                        said,
                    )
                    for number in range(1, rows + 1)
                ),
            ),
        ),
    )
