"""States behind a position are counted by one function, and each figure says how."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.counting import GROUP_MEMBERS, members_counted
from meeting_tui.meeting.positions import Subject, position_on
from meeting_tui.meeting.questions import coverage
from meeting_tui.report.csv_export import positions_files
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.report.tables.positions import coverage as coverage_table
from meeting_tui.report.tables.teller import Teller
from tests.report.draft_text import draft, issued
from tests.report.hard_day import begin, directory, local, run

DAY = """
10:00:00 open
10:00:00 item 1
10:00:00 present deu pol mex
10:00:00 floor eu!
10:00:00 aligned alb
10:00:00 note a1 /supports yes
10:00:00 note a1 /internal /opposes to be checked
10:00:00 floor carms!
10:00:00 note a1 /supports yes
10:00:00 floor sec!
10:00:00 note a1 /supports from the podium
"""
BEHIND = {"none": 1, "present": 3, "all": 28}
SAID = {
    "none": "no members of groups counted",
    "present": "group members present counted",
    "all": "all group members counted",
}


@pytest.mark.parametrize("members", GROUP_MEMBERS)
def test_every_surface_counts_the_same_states_and_says_which_members(members: str) -> None:
    meeting = run(begin(), DAY)
    model = report_on(
        meeting, directory(), now=local("10:30:00"), verified=True, group_members=members
    )
    made = tables(model)
    a1 = next(each for each in made["positions"] if each["id"] == "A1")
    text = positions_files(model)["positions.csv"].decode("utf-8-sig")
    row = next(each for each in csv.DictReader(io.StringIO(text)) if each["stance"] == "supports")
    counted = members_counted(meeting.state, directory().members, members)
    shown = coverage(meeting.state, "1", members=counted)
    held = position_on(
        meeting.state,
        Subject("question", "A1"),
        members_of=directory().members,
        group_members=members,
    )

    assert len(held.states) == BEHIND[members]
    assert shown.states_behind[0] == BEHIND[members]
    assert len(a1["supports"]["states"]) == BEHIND[members]
    assert row[f"States ({SAID[members]})"] == str(BEHIND[members])
    assert made["group_members"] == members
    assert made["coverage"]["A1"] == ["CARMS", "EU"]
    assert shown.answered[0] == 2
    assert a1["opposes"] == {"statements": [], "states": [], "by_class": {}}


def test_no_surface_counts_a_question_as_an_answer() -> None:
    asked = "floor mex!|note a1 /asks how often?|floor chn!|note a1 yearly|note p4 /asks by whom?"
    lines = "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *asked.split("|")))
    model = report_on(run(begin(), lines), directory(), now=local("10:30:00"), verified=True)

    assert tables(model)["coverage"] == {"A1": ["CHN"]}
    by_code = {
        row[1]: row[4:6] for row in coverage_table(Teller(replace(model, naming="named"))).rows
    }
    assert (by_code["MEX"], by_code["CHN"]) == ((None, None), (1, None))
    annex, clean = draft(model), issued(model)
    for text in (annex, clean):
        assert text.count("No delegation addressed the question") == 1
        assert "by whom?" in text and "how often?" in text
