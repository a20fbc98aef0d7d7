"""A desk at which one only looks: any session as it stood at a moment that one chooses.

The log is read and let go at once, so that whoever writes the session is never in the way of this
nor this of them; no writer is there that could keep anything.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from meeting_tui.desk.as_it_stood import moment_of
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.desk import Desk, Heard, Moved
from meeting_tui.desk.minting import Seat
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.replaying import Moments, PastStates, Unit, moments_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.table import Table
from meeting_tui.desk.writer import OpenLog
from meeting_tui.errors import SessionError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.views.keeping import Keeping
from meeting_tui.words import Sentence


class Replay:
    """A whole session, read to be looked at."""

    restored = None
    """Nothing is ever got back or found unsent: nothing was left here."""

    def __init__(self, folder: SessionFolder) -> None:
        """Raises SessionError where there is no log, LogDamaged where it cannot be read."""
        self.folder = folder
        self.meeting: Meeting
        """All of it."""
        self.moments: Moments
        self._take(_entries_of(folder, 0))

    def look(self) -> None:
        """Take in what was written since; raises as reading the log does."""
        newer = _entries_of(self.folder, len(self.meeting.entries))
        if newer:
            self._take([*self.meeting.entries, *newer])
        else:
            self.moments = moments_of(self.meeting, moment_of(self.meeting, self.folder))

    def _take(self, entries: list[Entry]) -> None:
        self.meeting = replay(entries)
        self.moments = moments_of(self.meeting, moment_of(self.meeting, self.folder))
        self._past = PastStates(entries)

    def meeting_at(self, at: datetime) -> Meeting:
        """The meeting at an instant; there is no act in it that could be taken back."""
        number = self._past.entries_by(at)
        stood = Meeting(self.meeting.entries[0])
        stood.entries = self.meeting.entries[:number]
        stood.state = self._past.after(number)
        return stood


class ReplayDesk(Desk):
    """Shows one moment after another, and takes nothing."""

    def __init__(self, replay: Replay, seat: Seat, at: datetime) -> None:
        """Begin at an instant, UTC and a whole second."""
        self.replay = replay
        self.clock: ScriptClock = ScriptClock(at)
        self.table = Table(replay.meeting_at(at), directory_of(replay.folder.path), seat)
        self._listeners: list[Heard] = []

    @property
    def keeping(self) -> Keeping:
        """Nothing waits for any disk."""
        return Keeping()

    @property
    def is_at_work(self) -> bool:
        """Nothing is on its way to any disk."""
        return False

    @property
    def at(self) -> datetime:
        """The instant in view."""
        return self.clock.now()

    def go(self, at: datetime) -> None:
        """Show another moment."""
        self.clock.set(at)
        self.table.meeting = self.replay.meeting_at(at)

    def step(self, unit: Unit, by: Literal[-1, 1]) -> bool:
        """Go on (1) or back (-1) by one; False where there is nothing further that way.

        Before it says that nothing comes any more it looks whether something was written since.
        """
        to = self.replay.moments.stepped(self.at, unit, by)
        if by > 0 and to == self.replay.moments.end:
            self.replay.look()
            to = self.replay.moments.stepped(self.at, unit, by)
        if to == self.at:
            return False
        self.go(to)
        return True

    def submit(self, line: str, draft_slot: str | None = None) -> None:
        """Nothing can be entered here; raises SessionError."""
        raise SessionError(
            Sentence("meeting_fault.only_looked_at", path=str(self.replay.folder.path))
        )

    def keep_draft(self, slot: str, text: str) -> None:
        """What is typed here is not kept."""

    def tick(self) -> None:
        """Time stands still here."""

    def go_on_in(self, open_log: OpenLog, moved: Moved | None = None) -> None:
        """As `submit`."""
        self.submit("")

    def leave(self) -> bool:
        """Nothing waits to be written."""
        self._listeners.clear()
        return True


def _entries_of(folder: SessionFolder, after: int) -> list[Entry]:
    log = folder.read()
    try:
        return list(log.read(after))
    finally:
        log.close()
