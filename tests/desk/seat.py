"""A desk at a real plan whose disk fails as a script says, and whose clock stands still."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.clock import Jump
from meeting_tui.desk.desk import Accepted, Desk, Followed, Refused, What
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.writer import OpenLog, Writer
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.store import Reason, WriteRefused
from meeting_tui.views.keeping import Keeping
from tests.session_log.memory_log import MemoryLog

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
MORNING = datetime(2026, 3, 19, 9, 1, tzinfo=UTC)
SEAT = Seat("desk", "ab")


@lru_cache
def plan() -> Agenda:
    """The plan of 19 March."""
    return load_agenda(AGENDA)


@lru_cache
def first_entry() -> Entry:
    """The start of a session on it."""
    return started("day", plan(), load_rules(plan().rules), MORNING, SEAT)


class HandClock:
    """Time that moves when it is told to."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.at = now
        self.jumps: deque[Jump] = deque()

    def now(self) -> datetime:
        return self.at

    def jump(self) -> Jump | None:
        return self.jumps.popleft() if self.jumps else None

    def pass_by(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class FaultyLog(MemoryLog):
    """A log whose next writes end as told: a reason, an error, an event to wait for, or None."""

    def __init__(self, *faults: Reason | Exception | threading.Event | None) -> None:
        super().__init__()
        super().append([first_entry()], 0)
        self.faults = deque(faults)
        self.stays: Reason | Exception | None = None
        """How every write ends while this is set."""
        self.appends = 0
        self.is_closed = False

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        self._fail()
        super().append(entries, expected_seq, drops_draft=drops_draft)
        self.appends += 1

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        self._fail()
        super().keep_draft(slot, text, at)

    def drop_draft(self, slot: str) -> None:
        self._fail()
        super().drop_draft(slot)

    def close(self) -> None:
        self.is_closed = True

    def _fail(self) -> None:
        fault = self.faults.popleft() if self.faults else self.stays
        if isinstance(fault, threading.Event):
            fault.wait(10)
        elif isinstance(fault, Exception):
            raise fault
        elif fault is not None:
            raise WriteRefused(fault, "log.db")


class Pumped:
    """A desk with everything it says, pumped by hand as a screen's loop would."""

    desk: Desk

    def __init__(self) -> None:
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.heard: list[What] = []

    def sit_at(self, desk: Desk) -> None:
        """Hear all that this desk says; its calls come by `calls`."""
        self.desk = desk
        desk.listen(self.heard.append)

    def pump(self) -> None:
        """Do what has come so far."""
        while not self.calls.empty():
            self.calls.get()()

    def until(self, holds: Callable[[], bool], seconds: float = 30.0) -> None:
        """Pump until something holds; fails when it never does."""
        give_up = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < give_up, "it never came to hold"
            try:
                self.calls.get(timeout=0.02)()
            except queue.Empty:
                self.desk.tick()

    def do(self, line: str, slot: str | None = None) -> Accepted | Refused:
        """Do one line and wait for what becomes of it."""
        answers = len(self.answers)
        self.desk.submit(line, slot)
        self.until(lambda: len(self.answers) > answers)
        return self.answers[-1]

    def reach(self, seq: int) -> None:
        """Wait until this seat knows that entry."""
        self.until(lambda: self.last >= seq)

    @property
    def last(self) -> int:
        """Number of the last entry it knows."""
        return self.desk.intake.meeting.last.seq

    @property
    def answers(self) -> list[Accepted | Refused]:
        """What became of its lines."""
        return [each for each in self.heard if isinstance(each, (Accepted, Refused))]

    @property
    def followed(self) -> list[Entry]:
        """What other seats entered."""
        return [e for each in self.heard if isinstance(each, Followed) for e in each.entries]


class Room(Pumped):
    """One desk on a log of its own, with a writer and a clock set by hand."""

    def __init__(
        self,
        log: MemoryLog | None = None,
        clock: HandClock | None = None,
        open_log: OpenLog | None = None,
    ) -> None:
        super().__init__()
        self.log = log or FaultyLog()
        self.clock = clock or HandClock()
        self.writer = Writer(open_log or (lambda: self.log))
        meeting = replay(self.writer.load().entries)
        intake = Intake(meeting, load_directory(), SEAT)
        self.sit_at(Desk(intake, self.clock, self.writer, self.calls.put))

    @property
    def troubles(self) -> list[str | None]:
        """The troubles told, one after the other."""
        return [each.trouble for each in self.heard if isinstance(each, Keeping)]
