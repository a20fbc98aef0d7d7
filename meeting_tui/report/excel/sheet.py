"""One table as a sheet: its head in sight, with filters, each value as what it is.

No text becomes a formula, a link or a number: texts are written as texts and by no other way.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from meeting_tui.report.excel.cell_text import CellTexts, library_text
from meeting_tui.report.excel.styles import Styles
from meeting_tui.report.excel.widths import column_width, lines, row_height
from meeting_tui.report.tables.coverage import NOT_ASKED
from meeting_tui.report.tables.model import Head, Table, Term, Value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's times have no zone)
_DAY = timedelta(days=1)
_OWN_LOOK = ("share", "late_minutes")
"""Columns whose numbers have a format of their own, by their keys."""
_ABOUT = {"moment": "2026-03-19 10:00:00", "span": "10:00:00", "share": "100.0%", "flag": "FALSE"}
"""What is as wide as values of that look are shown."""


class _Cell(NamedTuple):
    """A value as the file holds it."""

    look: str
    content: str | float
    shown: str
    """About what is seen of it, to be measured."""


_Cells = list[_Cell | None]
"""A row; None is an empty cell."""


class Sheet:
    """Writes one table into a sheet of the workbook."""

    def __init__(self, sheet: Worksheet, table: Table, styles: Styles, texts: CellTexts) -> None:
        self._sheet, self._table, self._styles, self._texts = sheet, table, styles, texts
        self._name = sheet.get_name()
        self.head_row = 1 if any(each.above for each in table.heads) else 0
        """The row with the headings; rows and columns are counted from 0."""
        self.first_row = self.head_row + 1
        self.widths: list[int] = []
        """Of its columns, in letters."""

    def write(self, headings: list[str], nothing: str) -> None:
        """The whole table; `nothing` is what an empty one says."""
        table, last = self._table, self.head_row + len(self._table.rows)
        body = [self._row(*each) for each in enumerate(table.rows, self.first_row)]
        # A row apart: sorting and filtering leave the sums alone.
        feet = [self._row(*each) for each in enumerate(table.feet, last + 2)]
        self._set_widths(headings, [*body, *feet])
        self._write_heads(headings)
        for number, cells in enumerate(body, self.first_row):
            self._write_row(number, cells)
        for number, cells in enumerate(feet, last + 2):
            self._write_row(number, cells, foot="first" if number == last + 2 else "other")
        if not table.rows:
            self._sheet.write_string(self.first_row, 0, nothing, self._styles("nothing"))
        self._sheet.autofilter(self.head_row, 0, last, len(table.heads) - 1)
        # Ids such as `1.2` are texts, and no mistake.
        self._sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self._sheet.freeze_panes(self.first_row, min(table.held, len(table.heads) - 1))

    def _set_widths(self, headings: list[str], rows: list[_Cells]) -> None:
        columns = zip(*rows, strict=True) if rows else [()] * len(headings)
        for number, (head, heading, cells) in enumerate(
            zip(self._table.heads, headings, columns, strict=True)
        ):
            width = column_width(head, heading, {cell.shown for cell in cells if cell})
            self._sheet.set_column(number, number, width)
            self.widths.append(width)

    def _write_heads(self, headings: list[str]) -> None:
        above = [each.above for each in self._table.heads]
        rows = [("above", above), ("head", headings)] if self.head_row else [("head", headings)]
        for number, (look, texts) in enumerate(rows):
            fitting = [
                self._texts.fitting(text, self._place(number, column))
                for column, text in enumerate(texts)
            ]
            for column, text in enumerate(fitting):
                if text:
                    written = library_text(text)
                    self._sheet.write_string(number, column, written, self._styles(look))
                else:
                    self._sheet.write_blank(number, column, None, self._styles(look))
            highest = max(map(lines, fitting, self.widths))
            self._sheet.set_row(number, row_height(highest))

    def _row(self, row: int, values: tuple[Value, ...]) -> _Cells:
        return [
            None if _is_empty(value) else self._cell(row, column, value)
            for column, value in enumerate(values)
        ]

    def _cell(self, row: int, column: int, value: Value) -> _Cell:
        head = self._table.heads[column]
        look, content = _look(head, value)
        if isinstance(content, str):
            content = self._texts.fitting(content, self._place(row, column))
            return _Cell(look, content, content)
        return _Cell(look, content, _ABOUT.get(look) or str(content))

    def _write_row(self, row: int, cells: _Cells, *, foot: str = "") -> None:
        """Texts too long for their column are set in lines, and the row is as high as those."""
        highest = 1
        for column, cell in enumerate(cells):
            if cell is None:
                if foot:
                    self._sheet.write_blank(row, column, None, self._styles("text", foot))
            elif isinstance(cell.content, str):
                needed = lines(cell.content, self.widths[column])
                highest = max(highest, needed)
                look = "prose" if needed > 1 and cell.look == "text" else cell.look
                text = library_text(cell.content)
                self._sheet.write_string(row, column, text, self._styles(look, foot))
            elif isinstance(cell.content, bool):
                self._sheet.write_boolean(row, column, cell.content, self._styles("flag", foot))
            else:
                style = self._styles(cell.look, foot)
                self._sheet.write_number(row, column, cell.content, style)
        if highest > 1:
            self._sheet.set_row(row, row_height(highest))

    def _place(self, row: int, column: int) -> tuple[str, int, int]:
        return self._name, row, column


def _is_empty(value: Value) -> bool:
    return value is None or value == "" or (isinstance(value, Term) and not value.said)


def _look(head: Head, value: Value) -> tuple[str, str | float]:
    """The format of a value, and the value as the file holds it."""
    if isinstance(value, Term):
        return "text", value.said
    if isinstance(value, str):
        if value == NOT_ASKED and head.above:
            return "not_asked", value
        return ("prose" if head.is_prose else "text"), value
    if isinstance(value, bool):
        return "flag", value
    if isinstance(value, datetime):
        return "moment", (value.replace(tzinfo=None) - _EPOCH) / _DAY
    if isinstance(value, timedelta):
        return "span", value / _DAY
    assert value is not None  # an empty cell has no look
    if head.above:
        return "count", value
    if head.key in _OWN_LOOK:
        return head.key, value
    return ("number" if isinstance(value, int) else "figure"), value
