"""Speaking time as bars beside its table, the longest on top."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from meeting_tui.report.excel.styles import SPAN
from meeting_tui.report.tables.model import Table, Term, Value

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_UNITS = (60, 120, 300, 600, 900, 1800, 3600)
"""Seconds from one line of the grid to the next."""
_MOST_LINES = 10
_DAY = 86_400
_WIDTH, _BAR, _AROUND, _ROW = 760, 20, 110, 20
"""In pixels; a row of the sheet as it is without a height of its own."""


def add_charts(
    book: Workbook, sheet: Worksheet, table: Table, first_row: int, titles: dict[str, str]
) -> None:
    """A chart for each grouping of speaking time that somebody spoke in; `titles` by its id."""
    keys = [head.key for head in table.heads]
    by, seconds = keys.index("by"), keys.index("seconds")
    top = 0
    for grouping, title in titles.items():
        rows = [
            number
            for number, cells in enumerate(table.rows, first_row)
            if _is_by(cells[by], grouping) and cells[seconds]
        ]
        if rows:
            chart = book.add_chart({"type": "bar"})
            names, values = (
                [sheet.get_name(), rows[0], column, rows[-1], column]
                for column in (keys.index("called"), seconds)
            )
            longest = max(_seconds(table.rows[row - first_row][seconds]) for row in rows)
            height = _AROUND + _BAR * len(rows)
            _draw(chart, title, names, values, longest)
            chart.set_size({"width": _WIDTH, "height": height})
            sheet.insert_chart(top, len(keys) + 1, chart, {"description": title})
            top += height // _ROW + 2


def _draw(
    chart: ChartBar, title: str, names: list[object], values: list[object], longest: float
) -> None:
    """Bars from cells, the first on top, with a line every so many whole minutes."""
    unit = next((each for each in _UNITS if longest <= _MOST_LINES * each), _UNITS[-1])
    fill = {"color": "#1F4E79"}
    chart.add_series({"categories": names, "values": values, "fill": fill, "gap": 40})
    chart.set_title({"name": title, "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "interval_unit": 1})
    chart.set_x_axis(
        {
            "num_format": SPAN,
            "label_position": "high",
            "major_unit": unit / _DAY,
            "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
        }
    )


def _seconds(value: Value) -> float:
    return value.total_seconds() if isinstance(value, timedelta) else 0.0


def _is_by(value: Value, grouping: str) -> bool:
    return isinstance(value, Term) and value.id == grouping
