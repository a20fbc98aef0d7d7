"""Workbooks read back, cell by cell, and the tables they were made from."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from meeting_tui.report.excel import FILE, excel_files
from meeting_tui.report.excel.workbook import TABLES
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.model import Table, Term, Value
from meeting_tui.report.tables.teller import Teller
from meeting_tui.text import clean_block, xml_safe

_MADE: dict[int, tuple[MeetingReport, bytes]] = {}


def made(model: MeetingReport) -> bytes:
    """The workbook of a report, made once for as long as the tests run."""
    if id(model) not in _MADE:
        # The report is kept with it, so that no other gets its place in memory.
        _MADE[id(model)] = (model, excel_files(model)[FILE])
    return _MADE[id(model)][1]


def workbook_of(model: MeetingReport) -> Workbook:
    """What openpyxl reads of the workbook of a report."""
    return openpyxl.load_workbook(io.BytesIO(made(model)))


def values(sheet: Worksheet) -> list[list[Any]]:
    """What stands in each row."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def sheet_of(model: MeetingReport, title: str) -> Any:
    """One sheet; of no type, as its cells may hold anything."""
    return workbook_of(model)[title]


def parts_of(model: MeetingReport) -> dict[str, str]:
    """Every part of the file as text."""
    with zipfile.ZipFile(io.BytesIO(made(model))) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


def tables_of(model: MeetingReport) -> list[Table]:
    """The tables that the sheets but the last show."""
    teller = Teller(model)
    return [make(teller).without("notes") for make in TABLES]


def first_row(table: Table) -> int:
    """The row of its first line, counted from 1."""
    return 3 if any(each.above for each in table.heads) else 2


def shown(value: Value) -> Any:
    """What is read of a value."""
    if isinstance(value, Term):
        value = value.said
    if isinstance(value, str):
        return clean_block(xml_safe(value)) or None
    return value


def read_rows(sheet: Worksheet, first: int, count: int, width: int) -> list[list[Any]]:
    """Cells of some rows, times to the second."""
    rows = sheet.iter_rows(min_row=first, max_row=first + count - 1, max_col=width)
    return [[_rounded(cell.value) for cell in row] for row in rows] if count else []


def expected_rows(rows: tuple[tuple[Value, ...], ...]) -> list[list[Any]]:
    """The same of the table."""
    return [[_rounded(shown(value)) for value in row] for row in rows]


def _rounded(value: Any) -> Any:
    """Spreadsheets hold times as fractions of a day."""
    if isinstance(value, datetime):
        return (value + timedelta(milliseconds=500)).replace(microsecond=0)
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 2)
    if isinstance(value, float):
        return round(value, 6)
    return value
