"""The tables of a meeting and its log, as they leave, withhold the same versions of a point."""

from __future__ import annotations

import json

import pytest

from meeting_tui.desk.leaving_log import leaving_log
from meeting_tui.desk.reading import Reading
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.session_log.chain import Head
from meeting_tui.session_log.purges import sealed
from meeting_tui.session_log.store import EMPTY
from tests.meeting.room import Room, directory

WORDS = ("alpha", "beta", "gamma", "delta")


@pytest.mark.parametrize(
    ("lines", "leave"),
    [
        ("note a1 /off-record alpha|correct n1 beta|correct n1 a6 /supports gamma", "gamma"),
        ("note a1 alpha|correct n1 /off-record beta|correct n1 gamma|correct n1 delta", "delta"),
        ("note a1 alpha|correct n1 /off-record beta|undo|correct n1 gamma", "alpha gamma"),
        ("note a1 alpha|correct n1 /off-record beta|undo|redo", ""),
        ("note a1 /off-record alpha|correct n1 beta|file n1 under 2|purge n1", "beta"),
        ("note a1 /internal alpha|correct n1 beta|correct n1 /internal gamma", "alpha beta gamma"),
    ],
)
def test_log_and_tables_hold_the_same_words(lines: str, leave: str) -> None:
    room = Room().at("10:00:00")
    room.do("open", "item 3", "floor mex!")
    for line in lines.split("|"):
        room.later(5).tried(line)
    rows = sealed(room.meeting.entries, EMPTY, ()).rows
    log = leaving_log(Reading(room.meeting, rows, Head(rows[-1].seq, rows[-1].hash), True))
    report = report_on(room.meeting, directory(), now=room.now, verified=True)

    for held in (json.dumps(log.table()), json.dumps(tables(report))):
        assert [each for each in WORDS if each in held] == leave.split()
