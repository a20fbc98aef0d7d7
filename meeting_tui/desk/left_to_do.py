"""What an export says of a report that is not to be issued as it is."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.left_to_do import BLANKS, BY_HAND
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.words import say

OF_THE_CHAIR = ("markdown", "word", "pdf")
"""Formats of the Chair's report."""


def left_to_do(report: MeetingReport) -> Iterator[str]:
    """A sentence for lines to rewrite, and once the meeting is over for blanks to fill.

    Counted on the checklist: what was ticked off it is not told again.
    """
    kinds = [each.kind for each in report.open_points]
    lines = kinds.count(BY_HAND) if report.naming != "named" else 0
    if lines:
        yield say("export.by_hand", report.language, count=lines)
    blanks = sum(each in BLANKS for each in kinds)
    if blanks:
        yield say("export.blanks", report.language, count=blanks)
