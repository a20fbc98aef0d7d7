"""The tables of a meeting and its log, as they leave, withhold the same versions of a point."""

from __future__ import annotations

import json
from typing import Any

import pytest

from meeting_tui.desk.reading import Reading, leaving_log
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.session_log.chain import Head
from meeting_tui.session_log.purges import sealed
from meeting_tui.session_log.store import EMPTY
from tests.meeting.room import Room, directory

WORDS = ("alpha", "beta", "gamma", "delta")


def read(room: Room) -> Reading:
    """What a reader of the room's log has of it."""
    rows = sealed(room.meeting.entries, EMPTY, ()).rows
    return Reading(room.meeting, rows, Head(rows[-1].seq, rows[-1].hash), True)


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
    log = leaving_log(read(room))
    report = report_on(room.meeting, directory(), now=room.now, verified=True)

    for held in (json.dumps(log.table()), json.dumps(tables(report))):
        assert [each for each in WORDS if each in held] == leave.split()


def test_only_the_log_tells_that_something_was_off_the_record() -> None:
    room = Room().at("10:00:00")
    room.do(
        "open", "item 3", "floor mex!", "propose a1 /off-record alpha", "position mex supports r1"
    )
    log = leaving_log(read(room))
    (noted,) = (each["what"] for each in log.table()["events"] if _is_off(each))
    report = report_on(room.meeting, directory(), now=room.now, verified=True)

    assert log.withheld == log.table()["withheld"] == 1
    assert (noted["kind"], noted["proposal"], noted["point"]) == ("proposal", "r1", "n1")
    assert "alpha" not in json.dumps(log.table())
    told = json.dumps(tables(report))
    assert not [sign for sign in ("off-record", "alpha", '"r1"', '"n1"', '"n2"') if sign in told]


def _is_off(event: dict[str, Any]) -> bool:
    return bool(event["what"].get("audience") == "off-record")
