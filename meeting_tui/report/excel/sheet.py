"""One table as a sheet: its head in sight, with filters, each value as what it is.

No text becomes a formula, a link or a number: texts are written as texts and by no other way. What
a cell cannot hold is left out, and it is noted where.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.sax.saxutils import escape

from meeting_tui.patterns import late_pattern
from meeting_tui.report.blocks import Dropped
from meeting_tui.report.tables.model import Head, Table, Term, Value
from meeting_tui.report.tables.positions import NOT_ASKED
from meeting_tui.text import ELLIPSIS, cells, clean_block, clean_line, fit, not_xml, xml_safe

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


LONGEST = 32_767
_NEARBY = 40
_ESCAPE_LIKE = late_pattern("_(?=x[0-9A-Fa-f]{4}_)")
_MOMENT = "yyyy-mm-dd hh:mm:ss"
SPAN = "[h]:mm:ss"
_LATE = "+0;-0;0"
_TOP: dict[str, Any] = {"valign": "top"}
_RIGHT: dict[str, Any] = {**_TOP, "align": "right", "indent": 1}
"""Apart from a text in the next column."""
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "bottom",
        "bg_color": "#DCE6F1",
        "bottom": 1,
    },
    "above": {"text_wrap": True, "valign": "bottom", "font_size": 9, "bg_color": "#DCE6F1"},
    "text": _TOP,
    "prose": {**_TOP, "text_wrap": True},
    "count": {**_TOP, "num_format": "0", "align": "center"},
    "number": {**_RIGHT, "num_format": "0"},
    "figure": {**_RIGHT, "num_format": "0.###"},
    "moment": {**_TOP, "num_format": _MOMENT, "align": "left"},
    "span": {**_RIGHT, "num_format": SPAN},
    "share": {**_RIGHT, "num_format": "0.0%"},
    "late_minutes": {**_RIGHT, "num_format": _LATE},
    "flag": {**_TOP, "align": "center"},
    "not_asked": {**_TOP, "align": "center", "font_color": "#808080", "bg_color": "#EDEDED"},
    "nothing": {"italic": True},
}
_FEET: dict[str, dict[str, Any]] = {
    "": {},
    "first": {"bold": True, "top": 1},
    "other": {"bold": True},
}
_NARROWEST, _NARROWEST_WITH_MORE = 6, 13
"""The second where a question stands above the heading."""
_WIDEST, _WIDEST_PROSE = 44, 64
_LINE = 15.0
"""Height of a line in points."""
_HIGHEST = 400.0
"""Excel takes no row higher than 409 points."""
_SHORT = 12
_ARROW, _MARGIN = 3, 1
"""Letters that the filter's arrow hides; space beside a cell's content."""
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 (a spreadsheet's times have no zone)
_DAY = timedelta(days=1)
_OWN_LOOK = ("share", "late_minutes")
"""Columns whose numbers have a format of their own, by their keys."""
_ABOUT = {"moment": "2026-03-19 10:00:00", "span": "10:00:00", "share": "100.0%", "flag": "FALSE"}
"""What is as wide as values of that look are shown."""


class CellTexts:
    """Makes texts fit for cells and remembers what they lost."""

    def __init__(self) -> None:
        self.dropped: list[Dropped] = []
        """What was left out, cell by cell."""

    def fitting(self, text: str, cell: tuple[str, int, int]) -> str:
        """`text` as that cell (sheet, row and column from 0) shows it."""
        if text.isascii() and text.isprintable() and len(text) <= LONGEST:
            return text.strip()
        signs = [f"U+{ord(sign):04X}" for sign in not_xml(text)]
        shown = clean_block(xml_safe(text))
        if _units(shown) > LONGEST:
            shown = _beginning(shown)
            signs.append(ELLIPSIS)
        if signs:
            nearby = fit(clean_line(shown), _NEARBY).rstrip()
            self.dropped.append(Dropped(_place(*cell), nearby, tuple(signs)))
        return shown


def _place(sheet: str, row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return f"{sheet}, {xl_rowcol_to_cell(row, column)}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _beginning(text: str) -> str:
    """As much as fits, ending in `…`."""
    cut = text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
    return cut + ELLIPSIS


def _library_text(text: str) -> str:
    """`text` as XlsxWriter is told it, so that the cell reads so.

    A text in `<r>` and `</r>` would be taken for the XML of a cell in several styles: such a one is
    handed over as that XML.
    """
    if not (text.startswith("<r>") and text.endswith("</r>")):
        return text
    inside = escape(_ESCAPE_LIKE.sub("_x005F_", text))
    return f'<r><t xml:space="preserve">{inside}</t></r>'


class Styles:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Format] = {}

    def __call__(self, name: str, foot: str = "") -> Format:
        """The format of that name; `foot`: as in the `first` or an `other` row of sums."""
        key = (name, foot)
        if key not in self._made:
            self._made[key] = self._book.add_format({**_LOOKS[name], **_FEET[foot]})
        return self._made[key]


def _column_width(head: Head, heading: str, shown: Iterable[str]) -> int:
    """The width of a column in letters, for what its cells show; longer ones are set in lines.

    The library's own takes a Chinese sign for as wide as a letter, and no heading into two lines.
    """
    longest = max((_longest_line(text) for text in shown), default=0)
    narrowest = _NARROWEST_WITH_MORE if head.above else _NARROWEST
    widest = _WIDEST_PROSE if head.is_prose else _WIDEST
    return max(narrowest, _head_width(heading), min(longest + _MARGIN, widest))


def _longest_line(text: str) -> int:
    return max(map(cells, text.split("\n"))) if "\n" in text else cells(text)


def _head_width(heading: str) -> int:
    """A heading is set in two lines, but no word of it is broken, nor a short one in Chinese."""
    whole = cells(heading)
    if whole <= _SHORT and " " not in heading:
        return whole + _ARROW
    longest_word = max((cells(word) for word in heading.split() if word.isascii()), default=0)
    return max(math.ceil(whole / 2), longest_word) + _ARROW


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of that width."""
    if "\n" not in text and len(text) * 2 < width:
        return 1
    room = width - _MARGIN
    return sum(max(1, math.ceil(cells(line) / room)) for line in text.split("\n"))


def _row_height(number_of_lines: int) -> float:
    """The height of a row in points."""
    return min(_LINE * number_of_lines, _HIGHEST)


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
        for number, each in enumerate(body, self.first_row):
            self._write_row(number, each)
        for number, each in enumerate(feet, last + 2):
            self._write_row(number, each, foot="first" if number == last + 2 else "other")
        if not table.rows:
            self._sheet.write_string(self.first_row, 0, nothing, self._styles("nothing"))
        self._sheet.autofilter(self.head_row, 0, last, len(table.heads) - 1)
        # Ids such as `1.2` are texts, and no mistake.
        self._sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self._sheet.freeze_panes(self.first_row, min(table.held, len(table.heads) - 1))

    def _set_widths(self, headings: list[str], rows: list[_Cells]) -> None:
        columns = zip(*rows, strict=True) if rows else [()] * len(headings)
        for number, (head, heading, column) in enumerate(
            zip(self._table.heads, headings, columns, strict=True)
        ):
            width = _column_width(head, heading, {cell.shown for cell in column if cell})
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
                    written = _library_text(text)
                    self._sheet.write_string(number, column, written, self._styles(look))
                else:
                    self._sheet.write_blank(number, column, None, self._styles(look))
            highest = max(map(_lines, fitting, self.widths))
            self._sheet.set_row(number, _row_height(highest))

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

    def _write_row(self, row: int, held: _Cells, *, foot: str = "") -> None:
        """Texts too long for their column are set in lines, and the row is as high as those."""
        highest = 1
        for column, cell in enumerate(held):
            if cell is None:
                if foot:
                    self._sheet.write_blank(row, column, None, self._styles("text", foot))
            elif isinstance(cell.content, str):
                needed = _lines(cell.content, self.widths[column])
                highest = max(highest, needed)
                look = "prose" if needed > 1 and cell.look == "text" else cell.look
                text = _library_text(cell.content)
                self._sheet.write_string(row, column, text, self._styles(look, foot))
            elif isinstance(cell.content, bool):
                self._sheet.write_boolean(row, column, cell.content, self._styles("flag", foot))
            else:
                style = self._styles(cell.look, foot)
                self._sheet.write_number(row, column, cell.content, style)
        if highest > 1:
            self._sheet.set_row(row, _row_height(highest))

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
