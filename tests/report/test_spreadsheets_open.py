"""LibreOffice opens the tables and the workbook, and every cell is what was written."""

from __future__ import annotations

import csv
import io
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from meeting_tui.report.csv_export import csv_files, points_files
from meeting_tui.report.excel import FILE, excel_files
from tests.report.hard_tables import HARD, hard_report
from tests.report.libreoffice import as_opened, as_texts, needs_libreoffice, read_in

pytestmark = needs_libreoffice

MORE_COLUMNS = 40


def cells_of(path: Path) -> list[list[list[Any]]]:
    """Sheet by sheet and row by row, as openpyxl reads them."""
    book = openpyxl.load_workbook(path)
    return [
        [[_plain(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    ]


def _plain(value: Any) -> Any:
    # So LibreOffice saves yes and no.
    if value in ("=TRUE()", "=FALSE()"):
        return value == "=TRUE()"
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).replace(microsecond=0)
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 1)
    if isinstance(value, time):
        return float(value.hour * 3600 + value.minute * 60 + value.second)
    return round(value, 6) if isinstance(value, float) else value


@pytest.mark.unmeasured
def test_every_cell_of_the_tables_is_equal(tmp_path: Path) -> None:
    files = csv_files(hard_report(language="zh"))
    saved = read_in(files, tmp_path, infilter=as_texts(MORE_COLUMNS))

    for name, content in files.items():
        written = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        (read,) = cells_of(saved[name])
        assert [[value or "" for value in row] for row in read] == written, name


@pytest.mark.unmeasured
def test_a_double_click_runs_nothing_and_reads_times_as_times(tmp_path: Path) -> None:
    (saved,) = read_in(points_files(hard_report()), tmp_path, infilter=as_opened()).values()
    sheet = openpyxl.load_workbook(saved).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    column = heads.index("text")
    found: dict[str, Any] = {str(row[0].value): row[column] for row in sheet.iter_rows(2)}
    read = {HARD[int(name[1:])][0]: cell for name, cell in found.items() if name[0] == "h"}

    assert {cell.data_type for cell in read.values()} & {"f", "e"} == set()
    assert read["=1+1"].value == "'=1+1"
    assert read["-5"].value == -5
    assert _plain(read["-0:15"].value) != "-0:15"
    assert read["-0:15"].data_type in ("n", "d")


@pytest.mark.unmeasured
def test_the_workbook_is_read_as_it_was_written(tmp_path: Path) -> None:
    content = excel_files(hard_report())[FILE]
    (saved,) = read_in({FILE: content}, tmp_path).values()
    original = tmp_path / "original.xlsx"
    original.write_bytes(content)

    for before, after in zip(cells_of(original), cells_of(saved), strict=True):
        assert [_filled(row) for row in after][: len(before)] == [_filled(row) for row in before]


def _filled(row: list[Any]) -> list[Any]:
    """Without empty cells at the end."""
    while row and row[-1] is None:
        row = row[:-1]
    return row
