"""Every cell of the workbook is what the table has there, and speaking time is shown as bars."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache

import pytest
from msgspec.structs import replace
from openpyxl.workbook import Workbook

from meeting_tui.report.blocks import Dropped
from meeting_tui.report.excel import FILE, excel_files
from meeting_tui.report.excel.sheet import LONGEST, CellTexts
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.model import Table
from meeting_tui.report.tables.positions import NOT_ASKED
from meeting_tui.report.tables.teller import heading
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, begin, mid_day, report
from tests.report.hard_tables import HARD, hard_report, long_report, with_points
from tests.report.workbooks import (
    expected_rows,
    first_row,
    parts_of,
    read_rows,
    sheet_of,
    tables_of,
    values,
    workbook_of,
)

MODELS: dict[str, Callable[[], MeetingReport]] = {
    "hard.named.en": hard_report,
    "hard.counted.zh": lambda: hard_report("counted", "zh"),
    "hard.anonymous.en": lambda: hard_report("anonymous"),
    "empty.zh": lambda: report(begin(rehearsal=True), "09:30:00", language="zh", verified=False),
    "middle.en": lambda: report(mid_day()),
    "day.en": lambda: full_report("named"),
    "day.counted.zh": lambda: full_report("counted", "zh", with_names=True),
    "long.en": long_report,
}


@cache
def opened(name: str) -> tuple[MeetingReport, Workbook, list[Table]]:
    """A report, its workbook read back, and the tables that it shows."""
    model = MODELS[name]()
    return model, workbook_of(model), tables_of(model)


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_cell_is_what_the_table_has(name: str) -> None:
    model, book, tables = opened(name)

    assert len(book.worksheets) == len(tables) + 1
    for sheet, table in zip(book.worksheets, tables, strict=False):
        first, width = first_row(table), len(table.heads)
        heads = [heading(each, model, is_sheet=True) for each in table.heads]
        assert read_rows(sheet, first - 1, 1, width) == [heads]
        count = len(table.rows)
        assert read_rows(sheet, first, count, width) == expected_rows(table.rows)
        feet = read_rows(sheet, first + count + 1, len(table.feet), width)
        assert feet == expected_rows(table.feet)


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", sorted(MODELS))
def test_no_text_is_a_formula_or_a_link(name: str) -> None:
    model, book, _ = opened(name)

    for sheet in book.worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
        assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    for part, xml in parts_of(model).items():
        assert "<f>" not in xml or part.startswith("xl/charts/")


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", sorted(MODELS))
def test_heads_stay_in_sight_and_filter(name: str) -> None:
    _, book, tables = opened(name)

    for sheet, table in zip(book.worksheets, tables, strict=False):
        first, last = first_row(table), first_row(table) + len(table.rows) - 1
        assert sheet.freeze_panes is not None
        assert sheet.freeze_panes.endswith(str(first))
        head = sheet.cell(first - 1, 1).coordinate
        tail = sheet.cell(last, len(table.heads)).coordinate
        assert sheet.auto_filter.ref == (head if head == tail else f"{head}:{tail}")


def test_texts_of_people_come_back_as_they_were() -> None:
    sheet = sheet_of(hard_report(), "Points")
    texts = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    column = [cell.value for cell in sheet[1]].index("Text")

    for number, (_, left) in enumerate(HARD):
        cell = texts[f"h{number}"][column]
        assert (cell.value, cell.data_type) == (left, "s")


def test_what_was_dropped_is_said_with_its_place() -> None:
    heard: list[Dropped] = []
    excel_files(hard_report(), heard.append)
    about = [[cell.value for cell in row] for row in sheet_of(hard_report(), "About")]

    assert [(each.signs, each.nearby) for each in heard] == [
        (("U+0000", "U+000B", "U+FFFF"), "nul, tab, end"),
        (("U+D800",), "lone  half"),
    ]
    assert all(each.place.startswith("Points, ") for each in heard)
    assert [value for what, value in about if what == "Characters left out"] == [
        f"{each.place}: {' '.join(each.signs)} ({each.nearby})" for each in heard
    ]


def test_a_text_longer_than_a_cell_holds_is_cut_and_said() -> None:
    model = with_points(report(adjourned()), ("a" * LONGEST, "b" * (LONGEST + 1), "𠀋" * 20_000))
    heard: list[Dropped] = []
    excel_files(model, heard.append)
    sheet = sheet_of(model, "Points")
    column = [cell.value for cell in sheet[1]].index("Text")
    whole, cut, wide = (
        str(row[column].value)
        for row in sheet.iter_rows(min_row=2)
        if str(row[0].value).startswith("h")
    )

    assert whole == "a" * LONGEST
    assert cut == "b" * (LONGEST - 1) + "…"
    assert len(wide.encode("utf-16-le")) // 2 <= LONGEST
    assert wide.rstrip("…") == "𠀋" * (len(wide) - 1)
    assert [each.signs for each in heard] == [("…",), ("…",)]


def test_times_are_times_in_the_zone_of_the_agenda() -> None:
    sheet = sheet_of(report(adjourned(), "18:30:00"), "Interventions")
    heads = [cell.value for cell in sheet[1]]
    row = sheet[3]
    given = row[heads.index("Given at (Europe/Zurich)")]
    spoken = row[heads.index("Time spoken")]

    assert given.value == datetime(2026, 3, 19, 10, 13)  # noqa: DTZ001 (as a sheet holds it)
    assert given.number_format == "yyyy-mm-dd hh:mm:ss"
    assert spoken.value == timedelta(minutes=5, seconds=15)
    assert spoken.number_format == "[h]:mm:ss"


@pytest.mark.unmeasured
def test_columns_are_as_wide_as_their_content() -> None:
    english = sheet_of(full_report("named"), "Interventions")
    chinese = workbook_of(full_report("named", "zh")).worksheets[0]
    widths = [english.column_dimensions[each].width for each in "ABCDEFG"]

    assert widths[4] > 20 > widths[0]
    assert all(6 <= width <= 45 for width in widths)
    # Names of a few Chinese signs, each twice as wide as a letter.
    assert chinese.column_dimensions["E"].width > 20


def test_rows_are_as_high_as_texts_set_in_lines() -> None:
    text = "a sentence of some length, with more to say. " * 6
    sheet = sheet_of(with_points(report(adjourned()), (text, "short")), "Points")
    heights = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}

    assert heights["h0"] >= 60
    assert heights["h1"] is None


def test_the_coverage_has_its_questions_above_and_its_sums_below() -> None:
    sheet = sheet_of(full_report("named"), "Coverage")
    rows = values(sheet)
    model = full_report("named")

    assert rows[0][4].startswith("Item 1: ")
    assert rows[1][:5] == ["What", "Delegation", "Kind of delegation", "Group", "P1"]
    feet = [row[0] for row in rows]
    assert feet[-6:] == [
        "States that spoke to it",
        "Regional organisations that spoke to it",
        "International organisations that spoke to it",
        "Civil society organisations that spoke to it",
        "Statements on it",
        "States behind them (group members present counted)",
    ]
    podium = {"SEC", "CHAIR", "GUEST"}
    for column, question in enumerate(rows[1][4:], 4):
        spoke = {row[1] for row in rows[2:-7] if isinstance(row[column], int)} - podium
        assert spoke == {*model.coverage.get(question, ())}
        assert sum(int(str(row[column])) for row in rows[-6:-2]) == len(spoke)
    assert NOT_ASKED in {value for row in rows for value in row}


def test_without_names_the_coverage_counts_in_all_or_not_at_all() -> None:
    counted = values(sheet_of(full_report("counted"), "Coverage"))
    anonymous = values(sheet_of(full_report("anonymous"), "Coverage"))
    named = values(sheet_of(full_report("named"), "Coverage"))

    assert [row[0] for row in counted[2:]] == [
        "States that spoke to it",
        "Organisations and others that spoke to it",
        "Statements on it",
        "States behind them (group members present counted)",
    ]
    assert [row[1:] for row in counted[4:]] == [row[4:] for row in named[-2:]]
    assert anonymous[2] == ["Addressed", *(bool(each) for each in counted[4][1:])]
    assert len(anonymous) == 3


def test_an_empty_day_says_so_on_each_sheet() -> None:
    book = workbook_of(report(begin(), "09:30:00"))

    for title in ("Interventions", "Points", "Positions", "Inscriptions", "Corrections"):
        assert book[title]["A2"].value == "Nothing was recorded."
    assert book["Schedule"]["A2"].value == "sitting"


def test_pages_say_draft_until_it_is_final() -> None:
    model = full_report("named")
    final = replace(model, finalised_at=model.now)

    assert sheet_of(model, "Points").oddHeader.right.text == "DRAFT 2026-03-19"
    assert sheet_of(final, "Points").oddHeader.right.text == "2026-03-19"
    assert "not adopted" in dict(values(sheet_of(model, "About")))["State"]
    assert "Finalised at" in dict(values(sheet_of(final, "About")))


@pytest.mark.unmeasured
def test_equal_reports_give_equal_bytes() -> None:
    one, other = full_report("named"), replace(full_report("named"))

    assert excel_files(one)[FILE] == excel_files(other)[FILE]
    assert workbook_of(one).properties.created == datetime(2026, 3, 19, 17, 10)  # noqa: DTZ001


def test_a_plain_text_is_looked_at_once() -> None:
    texts = CellTexts()

    assert texts.fitting("plain", ("Points", 1, 2)) == "plain"
    assert texts.dropped == []


RANGE = re.compile(r"<c:f>'?([^'!]+)'?!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)</c:f>")


def charts(model: MeetingReport) -> list[str]:
    return [xml for name, xml in sorted(parts_of(model).items()) if name.startswith("xl/charts/")]


@pytest.mark.parametrize(
    ("naming", "titles"),
    [
        ("named", ["by delegation", "by kind", "by region"]),
        ("counted", ["by kind", "by region"]),
        ("anonymous", ["by kind", "by region"]),
    ],
)
def test_there_is_a_chart_for_each_grouping(naming: str, titles: list[str]) -> None:
    found = charts(full_report(naming))

    assert len(found) == len(titles)
    for xml, title in zip(found, titles, strict=True):
        assert f"<a:t>Speaking time {title}</a:t>" in xml
        assert '<c:barDir val="bar"/>' in xml


def test_bars_are_the_cells_of_their_grouping() -> None:
    model = full_report("named")
    rows = values(sheet_of(model, "Speaking time"))
    column = rows[0].index("Time spoken")

    for xml, by in zip(charts(model), ("delegation", "kind", "region"), strict=True):
        (_, names, first, last), (sheet, times, *same) = RANGE.findall(xml)
        assert (sheet, [first, last]) == ("Speaking time", same)
        assert (names, times) == ("A", chr(ord("A") + column))
        shown = rows[int(first) - 1 : int(last)]
        assert {row[1] for row in shown} == {by}
        # Nobody who spoke is left out; who did not may stand between.
        spoke = [row[0] for row in rows if row[1] == by and row[column]]
        assert [row[0] for row in shown if row[column]] == spoke


def test_the_chart_of_a_chinese_workbook_is_chinese() -> None:
    found = charts(full_report("named", "zh"))

    assert "各代表团发言时间" in found[0]
    assert "'发言时间'!" in found[0] or "发言时间!" in found[0]


def test_there_is_no_chart_where_nobody_spoke() -> None:
    assert charts(report(begin(), "09:30:00")) == []
