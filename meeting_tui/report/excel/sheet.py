"""One table as a sheet: its head in sight, with filters, each value as what it is.

No text becomes a formula, a link or a number: texts are written as texts and by no other way.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from meeting_tui.report.excel.cell_text import CellTexts, library_text
from meeting_tui.report.excel.styles import Styles
from meeting_tui.report.excel.widths import column_width
from meeting_tui.report.tables.coverage import NOT_ASKED
from meeting_tui.report.tables.model import Head, Table, Term, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's times have no zone)
_DAY = timedelta(days=1)
_OWN_LOOK = ("share", "late_minutes")
"""Columns whose numbers have a format of their own, by their keys."""
_MOMENT_SHOWN, _SPAN_SHOWN, _FLAG_SHOWN = "2026-03-19 10:00:00", "10:00:00", "FALSE"
"""As wide as such values are."""

_Shown = str | float | bool | None


class Sheet:
    """Writes one table into a sheet of the workbook."""

    def __init__(self, sheet: Worksheet, table: Table, styles: Styles, texts: CellTexts) -> None:
        self._sheet, self._table, self._styles, self._texts = sheet, table, styles, texts
        self._widest: list[list[str]] = [[] for _ in table.heads]
        self.head_row = 1 if any(each.above for each in table.heads) else 0
        """The row with the headings; rows and columns are counted from 0."""
        self.first_row = self.head_row + 1

    def write(self, headings: list[str], nothing: str) -> None:
        """The whole table; `nothing` is what an empty one says."""
        table, last = self._table, self.head_row + len(self._table.rows)
        for column, (head, heading) in enumerate(zip(table.heads, headings, strict=True)):
            self._head(column, head, heading)
        for number, cells in enumerate(table.rows, self.first_row):
            self._row(number, cells, is_sum=False)
        # A row apart: sorting and filtering leave the sums alone.
        for number, cells in enumerate(table.feet, last + 2):
            self._row(number, cells, is_sum=True)
        if not table.rows:
            self._string(self.first_row, 0, nothing, self._styles("nothing"))
        for column, (head, heading) in enumerate(zip(table.heads, headings, strict=True)):
            width = column_width(heading, self._widest[column], is_prose=head.is_prose)
            self._sheet.set_column(column, column, width)
        self._sheet.autofilter(self.head_row, 0, last, len(table.heads) - 1)
        self._sheet.freeze_panes(self.first_row, min(table.held, len(table.heads) - 1))

    def _head(self, column: int, head: Head, heading: str) -> None:
        if self.head_row:
            self._string(0, column, head.above, self._styles("above"))
        self._string(self.head_row, column, heading, self._styles("head"))

    def _row(self, row: int, cells: tuple[Value, ...], *, is_sum: bool) -> None:
        for column, value in enumerate(cells):
            self._cell(row, column, value, is_sum=is_sum)

    def _cell(self, row: int, column: int, value: Value, *, is_sum: bool) -> None:
        head = self._table.heads[column]
        if value is None or value == "":
            if is_sum:
                self._sheet.write_blank(row, column, None, self._styles("text", is_sum=True))
            return
        look, shown = _look(head, value)
        style = self._styles(look, is_sum=is_sum)
        if isinstance(shown, str):
            self._widest[column].append(self._string(row, column, shown, style))
        elif isinstance(shown, bool):
            self._sheet.write_boolean(row, column, shown, style)
            self._widest[column].append(_FLAG_SHOWN)
        else:
            self._sheet.write_number(row, column, shown, style)
            self._widest[column].append(_number_shown(look, value))

    def _string(self, row: int, column: int, text: str, style: Format) -> str:
        from xlsxwriter.utility import xl_rowcol_to_cell

        place = f"{self._sheet.get_name()}, {xl_rowcol_to_cell(row, column)}"
        fitting = self._texts.fitting(text, place)
        self._sheet.write_string(row, column, library_text(fitting), style)
        return fitting


def _look(head: Head, value: Value) -> tuple[str, str | float]:
    """The format of a value, and the value as the file holds it."""
    if isinstance(value, Term):
        return "text", value.said
    if isinstance(value, str):
        if value == NOT_ASKED and head.text is not None:
            return "not_asked", value
        return ("prose" if head.is_prose else "text"), value
    if isinstance(value, bool):
        return "flag", value
    if isinstance(value, datetime):
        return "moment", (value - _EPOCH) / _DAY
    if isinstance(value, timedelta):
        return "span", value / _DAY
    assert value is not None  # an empty cell has no look
    if head.key in _OWN_LOOK:
        return head.key, value
    return ("number" if isinstance(value, int) else "figure"), value


def _number_shown(look: str, value: Value) -> str:
    """About what a number looks like, to be measured."""
    return {"moment": _MOMENT_SHOWN, "span": _SPAN_SHOWN, "share": "100.0%"}.get(look, str(value))
