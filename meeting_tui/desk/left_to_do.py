"""What an export says of a report that is not to be issued as it is."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.report.draft.left_to_do import blanks, by_hand
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.words import say

OF_THE_CHAIR = ("markdown", "word", "pdf")
"""Formats of the Chair's report."""


def left_to_do(report: MeetingReport) -> Iterator[str]:
    """A sentence for lines to rewrite, and once the meeting is over for blanks to fill."""
    lines = by_hand(report)
    if lines:
        yield say("export.by_hand", report.language, count=lines)
    empty = blanks(report) if report.phase == "adjourned" else 0
    if empty:
        yield say("export.blanks", report.language, count=empty)
