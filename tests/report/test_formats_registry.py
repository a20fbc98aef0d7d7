from __future__ import annotations

import pytest

from meeting_tui.report.formats import FORMATS, format_named
from tests.report.hard_day import begin, report

SHEETS = [
    *("speakers.md", "speakers.docx", "follow-ups.md", "follow-ups.docx"),
    *("handover.md", "handover.docx"),
]


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        ("json", ["session.json"]),
        ("markdown", ["report.md"]),
        ("MD", ["report.md"]),
        ("speakers", ["speakers.md", "speakers.docx"]),
        ("Follow-ups", ["follow-ups.md", "follow-ups.docx"]),
        ("handover", ["handover.md", "handover.docx"]),
        ("sheets", SHEETS),
        ("csv-speeches", ["speeches.csv"]),
        (" csv-events ", ["events.csv"]),
        ("csv-points", ["points.csv"]),
        ("csv-item-notes", ["item_notes.csv"]),
        ("csv-positions", ["positions.csv"]),
        ("csv-inscriptions", ["inscriptions.csv"]),
        (
            "csv",
            [
                "speeches.csv",
                "points.csv",
                "item_notes.csv",
                "positions.csv",
                "inscriptions.csv",
                "events.csv",
            ],
        ),
        ("excel", ["report.xlsx"]),
        ("XLSX", ["report.xlsx"]),
        ("word", ["report.docx"]),
        ("docx", ["report.docx"]),
    ],
)
def test_each_format_gives_its_files(asked: str, files: list[str]) -> None:
    chosen = format_named(asked)

    assert chosen is not None
    assert list(chosen.export(report(begin()))) == files


def test_what_is_no_format_is_none() -> None:
    assert format_named("toml") is None


def test_only_the_draft_and_its_sheets_leave_names_out() -> None:
    obeying = [each.name for each in FORMATS if each.obeys_naming]

    sheets = ["annex", "speakers", "follow-ups", "handover", "sheets"]
    assert obeying == ["markdown", "excel", "word", "pdf", *sheets]


def test_pages_are_set_and_then_printed() -> None:
    assert [each.name for each in FORMATS if each.is_of_pages] == ["word", "pdf"]
    assert [each.name for each in FORMATS if each.is_printed] == ["pdf"]


def test_a_naming_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="named, counted, anonymous"):
        report(begin(), naming="secret")
