"""One seat at the meeting: a line goes in; once it is on disk it takes effect and is shown.

Lines are taken one after the other, each with the instant its key was pressed. When the disk does not
answer within a second the floor goes on in memory, in a state that says so until all is on disk.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from meeting_tui.desk.clock import Clock
from meeting_tui.desk.table import Table
from meeting_tui.desk.writer import OpenLog, Saved, Unsaved, Writer
from meeting_tui.meeting.commands import NoteClockJump
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState

PATIENCE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Accepted:
    """An act took effect."""

    line: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """An act was refused; nothing changed."""

    line: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Keeping:
    """How things stand with the disk."""

    saved_at: datetime | None = None
    """When everything was last on disk, UTC."""
    trouble: str | None = None
    """None, or why the disk refuses: `full`, `read_only`, `locked`, `slow`, `damaged`, `other`."""
    sentence: str = ""
    waiting: int = 0
    """Entries that are in memory alone."""


@dataclass(frozen=True, slots=True)
class _Asked:
    line: str
    at: datetime
    command: NoteClockJump | None = None
    draft_slot: str | None = None


Heard = Callable[[Accepted | Refused | Keeping], None]
Hand = Callable[[Callable[[], None]], None]


class Desk:
    """A seat with a writer behind it; all its methods belong to one thread."""

    def __init__(self, table: Table, clock: Clock, writer: Writer, hand_over: Hand) -> None:
        """`hand_over` brings a call from the writer's thread to the desk's."""
        self.table = table
        self.clock = clock
        self.keeping = Keeping(saved_at=clock.now())
        self._writer = writer
        self._asked: deque[_Asked] = deque()
        self._in_flight: tuple[_Asked, tuple[Entry, ...]] | None = None
        self._flight_since: float | None = None
        self._listeners: list[Heard] = []
        writer.listen(lambda told: hand_over(lambda: self._hear(told)))

    @property
    def state(self) -> MeetingState:
        """The meeting as it stands on disk (or in memory, while the disk refuses)."""
        return self.table.meeting.state

    def listen(self, heard: Heard) -> None:
        """Have `heard` called with everything that happens at this desk."""
        self._listeners.append(heard)

    def submit(self, line: str, draft_slot: str | None = None) -> None:
        """Do what a line says, at this instant; the draft it was typed in is settled with it."""
        self._asked.append(_Asked(line, self.clock.now(), draft_slot=draft_slot))
        self._next()

    def keep_draft(self, slot: str, text: str) -> None:
        """Keep text that is typed and not entered; an empty text forgets it."""
        self._writer.keep_draft(slot, text, self.clock.now())

    def tick(self) -> None:
        """To be called about every half second: notices jumps of the clock and a silent disk."""
        jump = self.clock.jump()
        if jump and self.state.phase != "adjourned":
            command = NoteClockJump(jump.cause, round(jump.seconds, 3))
            self._asked.append(_Asked("", self.clock.now(), command))
            self._next()
        since = self._flight_since
        if since is not None and time.monotonic() - since > PATIENCE_SECONDS:
            self._keep(replace(self.keeping, trouble="slow", sentence="", waiting=1))
            self._land()

    def go_on_in(self, open_log: OpenLog) -> None:
        """Keep the session in another log from now on, the whole of it first."""
        entries = list(self.table.meeting.entries)
        self._writer.move_to(open_log, entries)

    def leave(self) -> bool:
        """Write what waits and let the log go; False when something could not be written."""
        return self._writer.close()

    def _next(self) -> None:
        while self._asked and self._in_flight is None:
            asked = self._asked.popleft()
            proposed = (
                self.table.propose_command(asked.command, asked.at)
                if asked.command
                else self.table.propose(asked.line, asked.at)
            )
            if isinstance(proposed, Refusal):
                self._say(Refused(asked.line, proposed))
                continue
            self._in_flight = (asked, proposed)
            self._flight_since = time.monotonic()
            self._writer.append(proposed, asked.draft_slot)
            if self.keeping.trouble:
                self._land()

    def _hear(self, told: Saved | Unsaved) -> None:
        if isinstance(told, Saved):
            self._keep(Keeping(saved_at=self.clock.now()))
            if self._in_flight and told.seq >= self._in_flight[1][-1].seq:
                self._land()
            return
        self._keep(
            replace(self.keeping, trouble=told.reason, sentence=told.sentence, waiting=told.waiting)
        )
        self._land()

    def _land(self) -> None:
        if self._in_flight is None:
            return
        asked, entries = self._in_flight
        self._in_flight = self._flight_since = None
        self.table.accept(entries)
        self._say(Accepted(asked.line, entries))
        self._next()

    def _keep(self, keeping: Keeping) -> None:
        self.keeping = keeping
        self._say(keeping)

    def _say(self, what: Accepted | Refused | Keeping) -> None:
        for heard in list(self._listeners):
            heard(what)
