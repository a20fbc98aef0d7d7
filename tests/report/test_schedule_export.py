"""What was planned otherwise leaves with its reason, in JSON and in the table of events."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import jsonschema

from meeting_tui.report.csv_export import events_files
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import json_files
from meeting_tui.report.read_model import MeetingReport
from tests.meeting.plan_room import day
from tests.meeting.room import Room, directory

SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "docs" / "session.schema.json").read_text("utf-8")
)


def report() -> MeetingReport:
    room = Room(day())
    room.do("plan move 3 to 2 because the speaker comes at three")
    room.do("plan split 2 60 then 2 because late", "plan time 5 20 because x", "undo")
    room.do('plan add 6 10 "Next meeting" because Peru asked', "plan drop 2.9 because none came")
    room.do("plan sitting 2 15:30 18:30 because lunch")
    return report_on(room.meeting, directory(), now=room.now, verified=True)


def test_changes_of_the_schedule_leave_as_json() -> None:
    tables = json.loads(json_files(report())["session.json"])
    jsonschema.validate(tables, SCHEMA, format_checker=jsonschema.FormatChecker())

    at = {"at": "2026-03-19T09:55:00+01:00", "by": "EK"}
    assert tables["schedule_changes"] == [
        {
            **at,
            "change": "move",
            "place": "3",
            "was": "1 before 5",
            "becomes": "2 before 4",
            "reason": "the speaker comes at three",
        },
        {
            **at,
            "change": "split",
            "place": "2",
            "was": "1: 90",
            "becomes": "1: 60, 2: 30",
            "reason": "late",
        },
        {
            **at,
            "change": "add",
            "place": "6.1",
            "was": "",
            "becomes": "10 Next meeting",
            "reason": "Peru asked",
        },
        {
            **at,
            "change": "drop",
            "place": "2.9",
            "was": "on_condition",
            "becomes": "dropped",
            "reason": "none came",
        },
        {
            **at,
            "change": "sitting",
            "place": "2",
            "was": "15:00-18:00",
            "becomes": "15:30-18:30",
            "reason": "lunch",
        },
    ]
    assert [each["id"] for each in tables["items"]] == ["1", "2", "3", "4", "5", "6"]
    assert tables["sittings"][1]["planned_start"] == "2026-03-19T15:30:00+01:00"
    items = {each["id"]: each for each in tables["forecast"]["items"]}
    assert items["3"]["imported_start"] == "2026-03-19T11:40:00+01:00"
    assert items["2"]["parts"] == [
        {
            "sitting": "1",
            "start": "2026-03-19T10:10:00+01:00",
            "end": "2026-03-19T11:10:00+01:00",
        },
        {
            "sitting": "2",
            "start": "2026-03-19T15:30:00+01:00",
            "end": "2026-03-19T16:00:00+01:00",
        },
    ]


def test_the_table_of_events_has_the_reason_in_its_text() -> None:
    (content,) = events_files(report()).values()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    told = {row["event"]: row for row in rows}

    assert told["item_replanned"]["text"] == "the speaker comes at three"
    assert told["matter_added"]["segment"] == "6.1"
    assert "title=Next meeting" in told["matter_added"]["details"]
    assert told["planned_time_set"]["undone"] == "1"
