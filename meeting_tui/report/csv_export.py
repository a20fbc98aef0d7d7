"""The meeting's tables for a spreadsheet or a program, a file each.

UTF-8 with a byte order mark, so that a double click shows every script; lines end and cells are
quoted as RFC 4180 says; no cell is taken for a formula. Excel takes the list separator of the
computer: where that is a semicolon, fractions have a decimal comma. Points for others than the
report stay out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import datetime, timedelta

from meeting_tui.report.plain_values import duration
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.course import events
from meeting_tui.report.tables.model import Table, Term, Value
from meeting_tui.report.tables.positions import positions
from meeting_tui.report.tables.statements import inscriptions, item_notes, points, speeches
from meeting_tui.report.tables.teller import Teller, heading
from meeting_tui.text import spreadsheet_safe, unsteered

BYTE_ORDER_MARK = "\ufeff"


def csv_files(report: MeetingReport, *, obeys_naming: bool = False) -> dict[str, bytes]:
    """All tables. `obeys_naming`: name delegations only as the report does, not all of them.

    The events of the log are there only where all are named: they cannot be told without names.
    """
    teller = Teller(report, names_all=not obeys_naming)
    tables = [speeches, points, item_notes, positions, inscriptions]
    made = [make(teller) for make in (*tables, *([events] if teller.is_named else []))]
    return {f"{each.name}.csv": _file(each, teller.report) for each in made}


def _alone(make: Callable[[Teller], Table]) -> Callable[[MeetingReport], dict[str, bytes]]:
    def files(report: MeetingReport) -> dict[str, bytes]:
        found = make(Teller(report, names_all=True))
        return {f"{found.name}.csv": _file(found, report)}

    return files


speeches_files = _alone(speeches)
"""`speeches.csv`: one line for each intervention, in the order the floor was given."""
points_files = _alone(points)
"""`points.csv`: one line for each point for the report."""
item_notes_files = _alone(item_notes)
"""`item_notes.csv`: one line for each note on an item itself for the report."""
positions_files = _alone(positions)
"""`positions.csv`: one line for each subject and stance."""
inscriptions_files = _alone(inscriptions)
"""`inscriptions.csv`: one line for each request for the floor."""
events_files = _alone(events)
"""`events.csv`: one line for each event of the session log that may leave, in its order."""


def _file(table: Table, report: MeetingReport) -> bytes:
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    # The writer's own defaults are those of RFC 4180.
    writer = csv.writer(text, lineterminator="\r\n", delimiter=report.separator)
    writer.writerow(spreadsheet_safe(heading(each, report)) for each in table.heads)
    mark = "," if report.separator == ";" else "."
    for row in table.rows:
        writer.writerow([_cell(value, mark) for value in row])
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Value, decimal_mark: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, timedelta):
        value = duration(value.total_seconds())
    if isinstance(value, int | float):
        return str(value).replace(".", decimal_mark)
    return spreadsheet_safe(unsteered(value.id if isinstance(value, Term) else value))
