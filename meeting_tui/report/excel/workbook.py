"""All tables of a meeting in one workbook, and its last sheet that says what it is.

The library is loaded here, when a workbook is made.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from meeting_tui.report.blocks import Dropped
from meeting_tui.report.excel.sheet import SPAN, CellTexts, Sheet, Styles
from meeting_tui.report.read_model import MeetingReport, days_iso
from meeting_tui.report.tables.course import corrections, schedule, schedule_changes
from meeting_tui.report.tables.model import Head, Table, Term, Value, with_offsets
from meeting_tui.report.tables.people import groupings, presence, speaking_time
from meeting_tui.report.tables.positions import coverage, positions
from meeting_tui.report.tables.statements import inscriptions, item_notes, points, speeches
from meeting_tui.report.tables.teller import Teller, heading
from meeting_tui.text import clean_line, fit, xml_safe

if TYPE_CHECKING:
    from xlsxwriter.chart_bar import ChartBar
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet


TABLES = (
    speeches,
    points,
    item_notes,
    coverage,
    positions,
    speaking_time,
    inscriptions,
    presence,
    schedule,
    schedule_changes,
    corrections,
)
"""One sheet each, in this order."""

_A4 = 9
_PAGE = 330
"""Letters beside each other that can still be read on a page."""
_HEADER = 60
"""Cells of the meeting's name on top of a page; all of it may have 255 characters."""
_UNITS = (60, 120, 300, 600, 900, 1800, 3600)
"""Seconds from one line of the grid to the next."""
_MOST_LINES = 10
_DAY = 86_400
_WIDTH, _BAR, _AROUND, _ROW = 760, 20, 110, 20
"""In pixels; a row of the sheet as it is without a height of its own."""


def workbook_file(report: MeetingReport) -> tuple[bytes, tuple[Dropped, ...]]:
    """The content of an `.xlsx`, the same bytes for the same report, and what texts lost."""
    import xlsxwriter

    content, teller, texts = io.BytesIO(), Teller(report), CellTexts()
    book = xlsxwriter.Workbook(
        content,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(_properties(report))
    styles = Styles(book)
    for make in TABLES:
        # What was noted has a sheet of its own, line by line.
        _add(book, with_offsets(make(teller).without("notes")), teller, styles, texts)
    _add(book, _about(teller, texts), teller, styles, texts)
    book.close()
    return content.getvalue(), tuple(texts.dropped)


def _properties(report: MeetingReport) -> dict[str, object]:
    agenda, language = report.agenda, report.language
    return {
        "title": xml_safe(clean_line(agenda.title.say(language))),
        "subject": xml_safe(clean_line(agenda.body.say(language))),
        "author": "meeting_tui",
        # Of the log's newest entry, not of the clock: equal sessions give equal files.
        "created": report.now.astimezone(UTC).replace(tzinfo=None, microsecond=0),
    }


def _add(book: Workbook, table: Table, teller: Teller, styles: Styles, texts: CellTexts) -> None:
    say = teller.voice.say
    sheet = book.add_worksheet(say(f"excel.sheet_{table.name}"))
    writer = Sheet(sheet, table, styles, texts)
    writer.write(
        [heading(each, teller.report, is_sheet=True) for each in table.heads],
        say(_nothing(table, teller)),
    )
    _set_pages(sheet, teller, writer)
    if table.name == "speaking_time":
        from meeting_tui.report.excel.workbook import add_charts

        titles = {by: say(f"times.by_{by}") for by in groupings(teller)}
        add_charts(book, sheet, table, writer.first_row, titles)


def _nothing(table: Table, teller: Teller) -> str:
    """What an empty table says: that there is nothing, or that it may not be told."""
    is_withheld = table.name == "presence" and teller.report.attendance.is_recorded
    return "room.recorded_not_told" if is_withheld else "excel.nothing"


def _set_pages(sheet: Worksheet, teller: Teller, writer: Sheet) -> None:
    """How it is printed: A4 across, the head again on each page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(math.ceil(sum(writer.widths) / _PAGE), 0)
    sheet.repeat_rows(0, writer.head_row)
    agenda = teller.report.agenda
    meeting = fit(xml_safe(teller.voice.words(agenda.short_title)), _HEADER).rstrip()
    # `&` begins what Excel fills in.
    meeting = meeting.replace("&", "&&")
    draft = "" if teller.report.finalised_at else f"{teller.voice.say('excel.draft')} "
    sheet.set_header(f"&L{meeting}&C&A&R{draft}{days_iso(teller.report)}")
    sheet.set_footer("&C&P / &N")


def _about(teller: Teller, texts: CellTexts) -> Table:
    """What the workbook is and is not; made last, as it tells what the others lost."""
    return Table(
        name="about",
        heads=(Head("fact"), Head("value", text="", is_prose=True)),
        rows=tuple(
            (teller.voice.say(f"excel.about_{key}"), value) for key, value in _facts(teller, texts)
        ),
    )


def _facts(teller: Teller, texts: CellTexts) -> Iterator[tuple[str, Value]]:
    report, voice = teller.report, teller.voice
    yield "meeting", voice.words(report.agenda.title)
    yield "body", voice.words(report.agenda.body)
    yield "date", days_iso(report)
    yield "session", report.session
    yield "as_of", teller.local(report.now)
    yield "zone", report.agenda.zone
    yield "state", voice.say("excel.is_final" if report.finalised_at else "excel.is_draft")
    if report.finalised_at:
        yield "finalised_at", teller.local(report.finalised_at)
    yield "naming", voice.say(f"excel.naming_{report.naming}")
    yield "members", voice.say(f"excel.members_{report.group_members}")
    if report.rehearsal:
        yield "demonstration" if report.demonstration else "rehearsal", True
    if not report.verified:
        yield "verified", False
    if voice.discretion and voice.discretion.touched:
        yield "names_taken_out", " ".join(voice.discretion.touched)
    for each in tuple(texts.dropped):
        yield "dropped", f"{each.place}: {' '.join(each.signs)} ({each.nearby})"


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
