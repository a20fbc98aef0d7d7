"""Speeches and events as tables for a spreadsheet.

UTF-8 with a byte order mark, so that a double click shows every script; lines end and cells are
quoted as RFC 4180 says; no cell is taken for a formula. Points for others than the report stay out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import datetime

from meeting_tui.report.json_export import duration
from meeting_tui.report.read_model import EventLine, MeetingReport, Statement
from meeting_tui.text import spreadsheet_safe
from meeting_tui.words import say

BYTE_ORDER_MARK = "\ufeff"

SPEECHES = (
    "number",
    "item",
    "segment",
    "delegation",
    "name",
    "delegation_kind",
    "kind",
    "capacity",
    "group",
    "aligned",
    "via",
    "inscribed_at",
    "given_at",
    "yielded_at",
    "seconds",
    "paused_seconds",
    "limit_seconds",
    "over_seconds",
    "out_of_order",
    "questions",
    "points",
    "notes",
)
"""Columns of the speeches; their headings are `report.column.<name>`."""

EVENTS = (
    "number",
    "at",
    "recorded_at",
    "event",
    "item",
    "segment",
    "delegation",
    "name",
    "subject",
    "text",
    "details",
    "taken_back",
    "desk",
    "hand",
)
"""Columns of the events; their headings are `report.column.<name>`."""

Cell = str | int | float | bool | None


def speeches_files(report: MeetingReport) -> dict[str, bytes]:
    """`speeches.csv`: one line for each intervention, in the order the floor was given."""
    rows = (_speech(report, each) for each in report.statements)
    return {"speeches.csv": _table(report, SPEECHES, rows)}


def events_files(report: MeetingReport) -> dict[str, bytes]:
    """`events.csv`: one line for each event of the session log that may leave, in its order."""
    rows = (_event(report, n, each) for n, each in enumerate(report.events, 1))
    return {"events.csv": _table(report, EVENTS, rows)}


def _table(report: MeetingReport, columns: tuple[str, ...], rows: Iterable[list[Cell]]) -> bytes:
    language, zone = report.language, report.agenda.zone
    text = io.StringIO(newline="")
    text.write(BYTE_ORDER_MARK)
    # The writer's own defaults are those of RFC 4180.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(say(f"report.column.{name}", language, zone=zone) for name in columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else spreadsheet_safe(str(value))


def _speech(report: MeetingReport, statement: Statement) -> list[Cell]:
    given, asked = statement.intervention, statement.asked
    points = statement.reported
    questions = dict.fromkeys(question for each in points for question in each.questions)
    return [
        given.number,
        given.item,
        given.segment,
        asked.delegation,
        report.name(asked.delegation),
        asked.delegation_kind,
        asked.kind,
        asked.capacity,
        asked.group,
        " ".join(asked.aligned),
        asked.via,
        _local(report, asked.inscribed_at),
        _local(report, given.given_at),
        _local(report, given.yielded_at),
        duration(statement.seconds),
        duration(statement.paused_seconds),
        given.limit_seconds,
        duration(statement.over_seconds),
        asked.out_of_order,
        " ".join(questions),
        len(points),
        "\n".join(each.text for each in points),
    ]


def _event(report: MeetingReport, number: int, line: EventLine) -> list[Cell]:
    return [
        number,
        _local(report, line.at),
        _local(report, line.recorded_at),
        line.event,
        line.item,
        line.segment,
        line.delegation,
        report.name(line.delegation),
        line.subject,
        line.text,
        line.details,
        line.is_taken_back,
        line.desk,
        line.hand,
    ]


def _local(report: MeetingReport, instant: datetime | None) -> str:
    """Date and time of the agenda's zone, as spreadsheets read them."""
    return report.local(instant).strftime("%Y-%m-%d %H:%M:%S") if instant else ""
