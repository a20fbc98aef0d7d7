"""Reports with texts that spreadsheets have broken on, and days that are empty or very long."""

from __future__ import annotations

from msgspec.structs import replace

from meeting_tui.meeting.facts import Point
from meeting_tui.report.read_model import MeetingReport
from tests.report.hard_day import adjourned, report

HARD = (
    ("=1+1", "=1+1"),
    ("-0:15", "-0:15"),
    ("@SUM(A1)", "@SUM(A1)"),
    ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0"),
    ("'=1+1", "'=1+1"),
    ("''@x", "''@x"),
    ("-5", "-5"),
    ("＝1+1", "＝1+1"),
    ("007", "007"),
    ("1.10", "1.10"),
    ("http://example.org/?a=1&b=2", "http://example.org/?a=1&b=2"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("<r>not a style</r>", "<r>not a style</r>"),
    ("<r>_x0041_ & <t>b</t></r>", "<r>_x0041_ & <t>b</t></r>"),
    ("_x0041_ stays", "_x0041_ stays"),
    ('said "so"; and, more', 'said "so"; and, more'),
    ("two\nlines", "two\nlines"),
    ("A & B <c> 'd' \u201ce\u201d", "A & B <c> 'd' \u201ce\u201d"),
    ("Côte d’Ivoire, Türkiye, Ελλάδα, Việt Nam", "Côte d’Ivoire, Türkiye, Ελλάδα, Việt Nam"),
    ("تقرير سنوي (نسخة) إلى البرلمان", "تقرير سنوي (نسخة) إلى البرلمان"),
    ("我们不同意“这一点”；理由：[见附件]", "我们不同意“这一点”；理由：[见附件]"),
    ("👩\u200d👧 and 𠀋", "👩\u200d👧 and 𠀋"),
    ("nul\x00, tab\x0b, end\uffff", "nul, tab, end"),
    ("lone \ud800 half", "lone  half"),
    ("TRUE", "TRUE"),
    ("#N/A", "#N/A"),
    ("{=1+1}", "{=1+1}"),
)
"""What is written, and what may be left of it."""


def hard_report(naming: str = "named", language: str = "en") -> MeetingReport:
    """The hard day with each of those texts as one point, `h0` and so on, of its second speaker."""
    model = report(adjourned(), "18:30:00", naming=naming, language=language)
    return with_points(model, tuple(text for text, _ in HARD))


def with_points(model: MeetingReport, texts: tuple[str, ...]) -> MeetingReport:
    """A report whose second statement has those points."""
    first, second, *others = model.statements
    like: Point = second.points[0]
    points = tuple(replace(like, id=f"h{number}", text=text) for number, text in enumerate(texts))
    statements = (first, replace(second, points=points), *others)
    return replace(model, statements=statements, positions={})


def long_report(statements: int = 300, points: int = 4) -> MeetingReport:
    """A day of many interventions, four points each."""
    model = report(adjourned(), "18:30:00")
    like = next(each for each in model.statements if each.points and each.reported)
    point = like.reported[0]
    said = tuple(
        replace(
            like,
            intervention=replace(like.intervention, id=f"s{number}", number=number),
            points=tuple(
                replace(point, id=f"n{number}-{line}", text=f"{point.text} {number} {line}")
                for line in range(points)
            ),
        )
        for number in range(1, statements + 1)
    )
    return replace(model, statements=said, positions={})
