"""What the day would become with a line that is typed but not entered: tried and not kept.

The desk's own decisions are used, so the preview shows, and refuses, what Enter would.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.desk.table import Table
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.ui.act_line import is_plan
from meeting_tui.views.look import Look
from meeting_tui.views.schedule_edit import BECAUSE, UNSAID

UNFINISHED = ("plan_because", "plan_title")
"""Refusals of a line that only needs more words."""


def try_line(table: Table, line: str, now: datetime) -> MeetingState | Refusal:
    """The state with that line entered at the instant `now`, or why it is refused.

    A missing title or reason is assumed to be given.
    """
    outcome = table.propose(line, now)
    if isinstance(outcome, Refusal) and outcome.code in UNFINISHED:
        outcome = table.propose(_finished(line, outcome.code == "plan_title"), now)
    if isinstance(outcome, Refusal):
        return outcome
    return replay((*table.meeting.entries, *outcome)).state


def look_with(glance: Look, state: MeetingState) -> Look:
    """The same moment of the meeting with another state."""
    projection = project(state, glance.now)
    return Look(state, glance.now, projection, glance.directory, glance.language, glance.pace)


def what_matters(line: str) -> str:
    """The part of a line that decides what it does: all except the reason."""
    before, because, _ = line.rpartition(BECAUSE.rstrip())
    return before.rstrip() if because else line.strip()


def _finished(line: str, wants_title: bool) -> str:
    title = f" {UNSAID}" if wants_title else ""
    return f"{what_matters(line)}{title}{BECAUSE}{UNSAID}"


class Preview:
    """The day with what is in the input line, as long as it is there."""

    def __init__(self) -> None:
        self._tried = ("", -1)
        self._state: MeetingState | None = None
        self._look: Look | None = None

    def is_of(self, line: str) -> bool:
        """Whether a line has anything to show."""
        return is_plan(line)

    def is_tried(self, line: str) -> bool:
        """Whether that line was tried already, or changes nothing and nothing is shown."""
        matters = what_matters(line) if is_plan(line) else ""
        return matters == self._tried[0]

    def try_line(self, table: Table, line: str, now: datetime) -> Refusal | None:
        """Try a line once; returns the refusal of a line that is whole except for its reason."""
        matters = what_matters(line) if is_plan(line) else ""
        asked = (matters, len(table.meeting.entries))
        if asked == self._tried:
            return None
        self._tried, self._state, self._look = asked, None, None
        if not matters:
            return None
        outcome = try_line(table, line, now)
        if isinstance(outcome, Refusal):
            is_whole = matters != line.strip() and outcome.code not in UNFINISHED
            return outcome if is_whole else None
        self._state = outcome
        return None

    def look(self, glance: Look) -> Look | None:
        """The look with the line that was tried; None if it changes nothing."""
        if self._state is None:
            return None
        if self._look is None or self._look.now != glance.now:
            self._look = look_with(glance, self._state)
        return self._look
