from __future__ import annotations

import pytest

from meeting_tui.report.formats import FORMATS, format_named
from tests.report.hard_day import begin, report


@pytest.mark.parametrize(
    ("asked", "files"),
    [
        ("json", ["session.json"]),
        ("markdown", ["report.md"]),
        ("MD", ["report.md"]),
        ("sheets", ["speakers.md", "follow-ups.md", "handover.md"]),
        ("csv-speeches", ["speeches.csv"]),
        (" csv-events ", ["events.csv"]),
        ("csv", ["speeches.csv", "events.csv"]),
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

    assert obeying == ["markdown", "sheets", "word", "pdf"]


def test_pages_are_set_and_then_printed() -> None:
    assert [each.name for each in FORMATS if each.is_of_pages] == ["word", "pdf"]
    assert [each.name for each in FORMATS if each.is_printed] == ["pdf"]


def test_a_naming_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="named, counted, anonymous"):
        report(begin(), naming="secret")
