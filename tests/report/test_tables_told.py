"""What tables tell of the schedule, of corrections and of how a statement was heard."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from meeting_tui.report.csv_export import events_files
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import json_files
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.course import corrections, schedule, schedule_changes
from meeting_tui.report.tables.model import Table, Term
from meeting_tui.report.tables.people import speaking_time
from meeting_tui.report.tables.statements import points, speeches
from meeting_tui.report.tables.teller import Teller
from tests.meeting.plan_room import day
from tests.meeting.room import Room, directory
from tests.report.hard_day import begin, report, run
from tests.report.workbooks import parts_of


def told(table: Table) -> list[dict[str, object]]:
    """Each row by the keys of its columns, words by what they are called."""
    keys = [each.key for each in table.heads]
    rows = [[each.said if isinstance(each, Term) else each for each in row] for row in table.rows]
    return [dict(zip(keys, row, strict=True)) for row in rows]


def replanned(naming: str) -> MeetingReport:
    room = Room(day())
    room.do("plan move 3 to 2 because Peru comes at three")
    room.do("plan time 5 20 because there is more")
    room.do('plan add 6 10 "A matter of Peru" because it was asked')
    return report_on(room.meeting, directory(), now=room.now, verified=True, naming=naming)


def test_the_schedule_shows_what_was_imported_where_that_is_not_the_plan() -> None:
    rows = {each["subject_id"]: each for each in told(schedule(Teller(replanned("named"))))}

    assert rows["3"]["imported_start"] == datetime(2026, 3, 19, 11, 40)  # noqa: DTZ001 (a cell)
    assert rows["3"]["reason"] == "Peru comes at three"
    assert rows["1"]["imported_start"] is None
    assert rows["5"]["reason"] == "there is more"


def test_minutes_later_are_those_between_the_minutes_that_clocks_show() -> None:
    lines = "10:00:00 open|10:00:10 item 1|10:24:50 close item|10:24:55 item 2_b"
    meeting = run(
        begin(), f"{lines}|12:59:40 suspend|15:00:00 resume|15:14:30 close item".replace("|", "\n")
    )
    rows = {
        each["subject_id"]: each for each in told(schedule(Teller(report(meeting, "15:20:00"))))
    }
    items = [
        each
        for each in told(schedule(Teller(report(meeting, "15:20:00"))))
        if each["sort"] == "item"
    ]

    # Planned until 10:30 and 11:30; the second went on over lunch, which is no delay.
    assert [each["late_minutes"] for each in items] == [-6, 104, None]
    assert rows["2_b"]["held_end"] == datetime(2026, 3, 19, 15, 14, 30)  # noqa: DTZ001 (a cell)


def test_changes_of_the_schedule_have_their_reasons() -> None:
    moved, _, added = told(schedule_changes(Teller(replanned("named"))))

    assert (moved["change"], moved["place"], moved["reason"]) == (
        "moved",
        "3",
        "Peru comes at three",
    )
    assert (added["change"], added["becomes"]) == ("added", "10 A matter of Peru")


def test_reasons_and_titles_name_nobody_where_nobody_is_named() -> None:
    teller = Teller(replanned("counted"))
    moved, _, added = told(schedule_changes(teller))
    rows = {each["subject_id"]: each for each in told(schedule(teller))}

    assert moved["reason"] == rows["3"]["reason"] == "A delegation comes at three"
    assert added["becomes"] == "10 A matter of a delegation"
    assert rows["6.1"]["called"] == "A matter of a delegation"
    assert "hand" not in moved


def test_corrections_of_names_are_not_told_without_names() -> None:
    lines = "open|item 3|floor Nowhere!|note as Mexico said|yield|identify Nowhere as per"
    lines += "|correct n1 as Chile said"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    named = told(corrections(Teller(report(meeting))))
    counted = told(corrections(Teller(report(meeting, naming="counted"))))

    assert [(each["what"], each["before"]) for each in named] == [
        ("name", "Nowhere"),
        ("point", "as Mexico said"),
    ]
    assert [(each["before"], each["after"]) for each in counted] == [
        ("as a delegation said", "as a delegation said"),
    ]


@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_corrections_of_points_that_were_ever_internal_are_in_no_sheet(naming: str) -> None:
    lines = "open|item 3|floor mex!|note a1 /internal a cable|correct n1 a1 public|note a1 b"
    lines += "|correct n2 a1 /internal another cable|note a1 once|correct n3 a1 twice"
    lines += "|file n1 under 2_b|file n3 under 2_b"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    model = report(meeting, naming=naming)
    rows = told(corrections(Teller(model)))

    assert [(each["before"], each["after"]) for each in rows if each["what"] == "point"] == [
        ("a1 once", "a1 twice")
    ]
    assert [each.get("subject") for each in rows] == (["n3"] * 2 if naming == "named" else [None])
    assert "cable" not in str(parts_of(model))
    marked = {each.get("point"): each.get("corrected") for each in told(points(Teller(model)))}
    assert naming != "named" or marked == {"n1": False, "n3": True}


def test_the_chair_is_of_a_kind_of_its_own() -> None:
    lines = "open|item 3|floor chair!|yield|floor sec!|yield|floor per!|yield|floor chn!|yield"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    given = told(speeches(Teller(report(meeting))))
    times = told(speaking_time(Teller(report(meeting, naming="counted"))))

    assert [each["delegation_kind"] for each in given] == [
        "Chair",
        "Secretariat",
        "State Party",
        "State Party",
    ]
    spoke = [each["called"] for each in times if each["by"] == "kind" and each["interventions"]]
    assert sorted(map(str, spoke)) == ["Chair", "Secretariat", "State Party"]


def test_how_a_statement_was_heard_is_told_to_those_who_see_names() -> None:
    lines = "open|item 3|floor per!|heard es interpreted|person Ana Paz, Ambassador|yield"
    lines += "|floor mex!|heard Nahuatl|mark awaited"
    meeting = run(begin(), "\n".join(f"10:00:00 {each}" for each in lines.split("|")))
    first, second = told(speeches(Teller(report(meeting))))
    counted = told(speeches(Teller(report(meeting, naming="counted"))))

    assert (first["language"], first["interpreted"]) == ("Spanish", True)
    assert (first["person"], first["title"]) == ("Ana Paz", "Ambassador")
    assert (second["language"], second["text_awaited"]) == ("Nahuatl", True)
    assert not {"language", "person", "title", "group", "notes"} & {*counted[0]}
    assert [(each["name"], each["statements"]) for each in counted] == [(None, 2)]
    assert "delegation_kind" not in counted[0]


SCHEMA = json.loads(
    (Path(__file__).resolve().parents[2] / "docs" / "session.schema.json").read_text("utf-8")
)


def planned_otherwise() -> MeetingReport:
    room = Room(day())
    room.do("plan move 3 to 2 because the speaker comes at three")
    room.do("plan split 2 60 then 2 because late", "plan time 5 20 because x", "undo")
    room.do('plan add 6 10 "Next meeting" because Peru asked', "plan drop 2.9 because none came")
    room.do("plan sitting 2 15:30 18:30 because lunch")
    return report_on(room.meeting, directory(), now=room.now, verified=True)


def test_changes_of_the_schedule_leave_as_json() -> None:
    tables = json.loads(json_files(planned_otherwise())["session.json"])
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
    (content,) = events_files(planned_otherwise()).values()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    told = {row["event"]: row for row in rows}

    assert told["item_replanned"]["text"] == "the speaker comes at three"
    assert told["matter_added"]["segment"] == "6.1"
    assert "title=Next meeting" in told["matter_added"]["details"]
    assert told["planned_time_set"]["undone"] == "1"
