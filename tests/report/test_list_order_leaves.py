"""What leaves has those who wait, and those who were not reached, in the order of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.draft import annex_draft, handover_sheet
from meeting_tui.report.json_export import tables
from meeting_tui.report.markdown_export import markdown
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.tables.statements import inscriptions
from meeting_tui.report.tables.teller import Teller
from tests.report.hard_day import begin, report, run

ASKED = """
10:00:00 open
10:00:01 item 3
10:00:02 inscribe mex jpn bra fra
10:00:03 inscribe zaf ken for 2_b
10:00:04 move fra 1
10:00:05 swap mex bra
10:00:06 move ken 1
"""
LISTED = ["KEN", "ZAF", "FRA", "BRA", "JPN", "MEX"]
NAMES = ["France", "Brazil", "Japan", "Mexico"]


@cache
def waiting() -> MeetingReport:
    return report(run(begin(), ASKED), "10:01:00")


@cache
def not_reached() -> MeetingReport:
    meeting: Meeting = run(begin(), ASKED + "10:02:00 close item not-reached")
    return report(meeting, "10:03:00")


def follow(text: str, names: list[str]) -> bool:
    """Whether the names stand one behind the other in one line."""
    return any(
        all(name in line for name in names) and sorted(names, key=line.index) == names
        for line in text.splitlines()
    )


@pytest.mark.parametrize("model", [waiting, not_reached])
def test_json_and_tables_have_the_order_of_the_list(model: Callable[[], MeetingReport]) -> None:
    told = model()
    rows = inscriptions(Teller(told)).rows

    assert [each["delegation"] for each in tables(told)["inscriptions"]] == LISTED
    assert [row[3] for row in rows] == LISTED


def test_the_texts_have_the_order_of_the_list() -> None:
    assert follow(markdown(annex_draft(waiting())), NAMES)
    assert follow(markdown(annex_draft(waiting())), ["Kenya", "South Africa"])
    assert follow(markdown(handover_sheet(waiting())), [*NAMES, "Kenya", "South Africa"])
    assert follow(markdown(annex_draft(not_reached())), NAMES)
