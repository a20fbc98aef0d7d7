"""The report as it would be exported now, made again and again while the meeting goes on.

It has its own meeting that follows the log. So it can be made in another thread than the one that
gives the floor, and only new entries are folded.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.session_log.chain import verify


class Previewing:
    """Makes one report after another of one session; never two at a time."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._meeting: Meeting | None = None
        self._verified: bool | None = None

    def report(
        self,
        entries: Sequence[Entry],
        folder: SessionFolder,
        *,
        language: str,
        naming: str,
        group_members: str = "present",
    ) -> MeetingReport:
        """The report on the log so far, as an export would have it now.

        `entries` is a copy that nobody changes; `folder` holds the log, which is verified once.
        """
        self._follow(entries)
        if self._verified is None:
            self._verified = _is_unaltered(folder)
        return report_on(
            self.meeting,
            self._directory,
            now=self.now,
            verified=self._verified,
            language=language,
            naming=naming,
            group_members=group_members,
        )

    @property
    def meeting(self) -> Meeting:
        """The meeting of the last report; read it only where reports are made."""
        assert self._meeting is not None  # a report was made
        return self._meeting

    @property
    def state(self) -> MeetingState:
        """Its state."""
        return self.meeting.state

    @property
    def now(self) -> datetime:
        """The time of its newest act, UTC."""
        return max(entry.at for entry in self.meeting.entries)

    def _follow(self, entries: Sequence[Entry]) -> None:
        """Bring the meeting up to the last entry; rebuild it if the entries are other ones."""
        meeting = self._meeting
        known = len(meeting.entries) if meeting else 0
        if meeting is None or known > len(entries) or meeting.last.id != entries[known - 1].id:
            self._meeting = replay(entries)
            return
        for entry in entries[known:]:
            meeting.apply(entry)


def _is_unaltered(folder: SessionFolder) -> bool:
    """Whether the log on disk is unaltered; False if it cannot be read."""
    try:
        with closing(folder.read()) as log:
            return not verify(log.rows(), log.head())
    except MeetingTuiError:
        return False
