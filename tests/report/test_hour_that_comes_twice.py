"""In the night the clocks go back a table and a text tell which of two hours is meant."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from functools import cache

from openpyxl import load_workbook

from meeting_tui.report.csv_export import csv_files
from meeting_tui.report.draft import speakers_sheet
from meeting_tui.report.excel import excel_files
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.markdown_export import markdown
from meeting_tui.report.read_model import MeetingReport
from tests.meeting.room import Room, directory
from tests.report.draft_text import draft

OFFSET = "UTC offset"
NIGHT = date(2026, 10, 25)


@cache
def night(language: str = "en") -> MeetingReport:
    """Mexico speaks at half past two by summer time, France an hour later at the same clock."""
    room = Room(day=NIGHT).at("01:50:00")
    for line, minutes in (
        ("open", 0),
        ("item 3", 0),
        ("inscribe mex fra", 40),
        ("next", 1),
        ("yield", 0),
        ("decision As read out.", 59),
        ("next", 1),
        ("yield", 59),
        ("times 1 02:29:55+02:00 02:31:05+02:00", 0),
        ("adjourn!", 0),
    ):
        room.do(line)
        room.later(60 * minutes)
    return report_on(
        room.meeting, directory(), now=room.now, verified=True, language=language, naming="named"
    )


def rows(name: str) -> list[dict[str, str]]:
    text = csv_files(night())[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_tables_carry_the_offset_where_an_hour_comes_twice() -> None:
    given = [each["given at (Europe/Zurich)"] for each in rows("speeches.csv")]
    asked = [each["requested at (Europe/Zurich)"] for each in rows("speeches.csv")]

    assert given == ["2026-10-25 02:29:55+02:00", "2026-10-25 02:30:00+01:00"]
    assert asked == ["2026-10-25 01:50:00"] * 2


def test_no_instant_of_a_table_can_be_taken_for_another() -> None:
    told = [datetime.fromisoformat(each["at (Europe/Zurich)"]) for each in rows("events.csv")]

    assert len({each.tzinfo for each in told}) == 3
    assert all((each.tzinfo is not None) == (each.hour == 2) for each in told)


def test_the_report_says_which_of_the_two_it_was() -> None:
    english = draft(night())
    chinese = markdown(speakers_sheet(night("zh")))

    assert "02:29:55 (UTC+02:00) to 02:31:05 (UTC+02:00)" in english
    assert "02:29（UTC+02:00）" in chinese
    assert "03:30 (UTC" not in english


def sheet(name: str, language: str = "en") -> list[dict[str, object]]:
    """The rows of a sheet by their headings, the offset named after the column it stands behind."""
    book = load_workbook(io.BytesIO(excel_files(night(language))["report.xlsx"]))
    head, *body = ([cell.value for cell in row] for row in book[name].iter_rows())
    named = [
        f"{head[n - 1]} {each}" if each == OFFSET else str(each) for n, each in enumerate(head)
    ]
    return [dict(zip(named, row, strict=True)) for row in body]


def test_a_workbook_counts_with_the_time_of_day() -> None:
    moments = [value for row in sheet("Interventions") for value in row.values()]

    assert datetime(2026, 10, 25, 2, 30) in moments  # noqa: DTZ001


def test_a_workbook_has_the_offset_in_a_column_beside_an_hour_that_comes_twice() -> None:
    given, requested = "Given at (Europe/Zurich)", "Requested at (Europe/Zurich)"
    rows = sheet("Interventions")

    assert [each[f"{given} {OFFSET}"] for each in rows] == ["+02:00", "+01:00"]
    assert f"{requested} {OFFSET}" not in rows[0], "no hour of it comes twice"


def test_any_other_workbook_has_no_such_column() -> None:
    room = Room().opened()
    report = report_on(room.meeting, directory(), now=room.now, verified=True, language="en")
    book = load_workbook(io.BytesIO(excel_files(report)["report.xlsx"]))

    assert not [c for each in book for row in each.iter_rows() for c in row if c.value == OFFSET]
