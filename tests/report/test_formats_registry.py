from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from meeting_tui.report.formats import FORMATS, format_named
from tests.report.hard_day import adjourned, begin, report
from tests.report.name_search import names_in, presenters

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


OBEYING = [each.name for each in FORMATS if each.obeys_naming and not each.is_printed]


def text_of(content: bytes) -> str:
    """All text of a file, the parts of a package one after the other."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    with ZipFile(BytesIO(content)) as package:
        parts = [each for each in package.namelist() if each.endswith(".xml")]
        return "\n".join(re.sub("<[^>]+>", " ", package.read(each).decode()) for each in parts)


@pytest.mark.parametrize("name", OBEYING)
def test_what_may_be_handed_on_names_nobody_where_names_are_left_out(name: str) -> None:
    told = report(adjourned(), "18:00:00", naming="anonymous")
    found = format_named(name)
    assert found is not None
    files = found.export(told)
    chair = [told.agenda.chair or ""]
    assert files
    for each in files.values():
        assert names_in(text_of(each), allowed=presenters(told), set_aside=chair) == []


def test_pages_are_set_and_then_printed() -> None:
    assert [each.name for each in FORMATS if each.is_of_pages] == ["word", "pdf"]
    assert [each.name for each in FORMATS if each.is_printed] == ["pdf"]


def test_a_naming_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="named, counted, anonymous"):
        report(begin(), naming="secret")
