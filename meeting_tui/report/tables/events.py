"""The session log as a table, for a record: it names everybody."""

from __future__ import annotations

from meeting_tui.report.leaving import EventLine
from meeting_tui.report.tables.model import NAMED, Column, Table, table
from meeting_tui.report.tables.teller import Teller


def events(teller: Teller) -> Table:
    """One row for each event that may leave, in the order of the log."""
    columns: list[Column[tuple[int, EventLine]]] = [
        Column("number", lambda each: each[0]),
        Column("at", lambda each: teller.local(each[1].at)),
        Column("recorded_at", lambda each: teller.local(each[1].recorded_at)),
        Column("event", lambda each: each[1].event),
        Column("item", lambda each: each[1].item),
        Column("segment", lambda each: each[1].segment),
        Column("delegation", lambda each: each[1].delegation),
        Column("name", lambda each: teller.report.name(each[1].delegation)),
        Column("subject", lambda each: each[1].subject),
        Column("text", lambda each: each[1].text),
        Column("details", lambda each: each[1].details),
        Column("taken_back", lambda each: each[1].is_taken_back),
        Column("desk", lambda each: each[1].desk),
        Column("hand", lambda each: each[1].hand),
    ]
    return table("events", columns, enumerate(teller.report.events, 1), NAMED)
