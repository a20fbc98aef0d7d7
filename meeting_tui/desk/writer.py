"""The one thread that writes a session's log.

Entries are kept in order; while the disk refuses they wait here, are tried again every half second,
and the desk is told, so that nothing pretends to be saved and the floor never waits for a disk.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime

from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.events import Entry
from meeting_tui.session_log.store import Draft, SessionLog, WriteRefused

RETRY_SECONDS = 0.5

OpenLog = Callable[[], SessionLog]


@dataclass(frozen=True, slots=True)
class Saved:
    """All entries up to `seq` and all drafts given so far are on disk."""

    seq: int


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The disk refuses; what waits is kept in memory and tried again."""

    reason: str
    """`full`, `read_only`, `locked`, `other` or `damaged`."""
    sentence: str
    waiting: int
    """How many entries are not on disk."""


Told = Callable[[Saved | Unsaved], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a log held when it was opened."""

    entries: tuple[Entry, ...]
    drafts: Mapping[str, Draft]


@dataclass(slots=True)
class _Job:
    entries: tuple[Entry, ...] = ()
    drafts: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    move_to: OpenLog | None = None
    stop: bool = False
    done: threading.Event | None = None


class Writer:
    """Appends to one session log in a thread of its own."""

    def __init__(self, open_log: OpenLog) -> None:
        """`open_log` runs in the writer's thread, as a log belongs to the thread that opened it."""
        self._open_log = open_log
        self._told: Told = _nobody
        self._jobs: queue.Queue[_Job] = queue.Queue()
        self._seq = 0
        self._entries: list[Entry] = []
        self._drafts: dict[str, tuple[str, datetime]] = {}
        self._dropped: set[str] = set()
        self._log: SessionLog | None = None
        self._loaded: Future[Loaded] = Future()
        self._thread = threading.Thread(target=self._run, name="session-log", daemon=True)
        self._thread.start()

    def load(self) -> Loaded:
        """What the log holds; waits for it. Raises what opening the log raises."""
        return self._loaded.result()

    def listen(self, told: Told) -> None:
        """Have `told` called after each try, in the writer's thread: it must hand over to its own."""
        self._told = told

    def append(self, entries: Sequence[Entry], drops_draft: str | None = None) -> None:
        """Have entries made durable, and the draft they settle dropped with them."""
        dropped = (drops_draft,) if drops_draft else ()
        self._jobs.put(_Job(entries=tuple(entries), dropped=dropped))

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Have the text of a draft made durable; an empty text drops it."""
        job = _Job(drafts={slot: (text, at)}) if text else _Job(dropped=(slot,))
        self._jobs.put(job)

    def move_to(self, open_log: OpenLog, entries: Sequence[Entry]) -> None:
        """Go on in another log, which gets all the entries of the session first."""
        self._jobs.put(_Job(entries=tuple(entries), move_to=open_log))

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until what was given is tried once; False when that took longer."""
        done = threading.Event()
        self._jobs.put(_Job(done=done))
        return done.wait(timeout)

    def close(self, timeout: float = 10.0) -> bool:
        """Write what waits, let the log go and end the thread; False when something was not written."""
        if self._thread.is_alive():
            self._jobs.put(_Job(stop=True))
            self._thread.join(timeout)
        return not (self._thread.is_alive() or self._entries)

    def _run(self) -> None:
        if not self._open():
            return
        while True:
            try:
                job = self._jobs.get(timeout=RETRY_SECONDS if self._has_waiting() else None)
            except queue.Empty:
                job = _Job()
            self._take(job)
            self._try()
            if job.done:
                job.done.set()
            if job.stop:
                if self._log is not None:
                    self._log.close()
                return

    def _open(self) -> bool:
        try:
            self._log = self._open_log()
            loaded = Loaded(tuple(self._log.read()), self._log.drafts())
        except BaseException as fault:
            if self._log is not None:
                self._log.close()
            self._loaded.set_exception(fault)
            return False
        self._seq = loaded.entries[-1].seq if loaded.entries else 0
        self._loaded.set_result(loaded)
        return True

    def _has_waiting(self) -> bool:
        return bool(self._entries or self._drafts or self._dropped)

    def _take(self, job: _Job) -> None:
        if job.move_to is not None:
            if self._log is not None:
                self._log.close()
            self._log, self._open_log, self._seq = None, job.move_to, 0
            self._entries = []
        self._entries += job.entries
        for slot, draft in job.drafts.items():
            self._drafts[slot] = draft
            self._dropped.discard(slot)
        for slot in job.dropped:
            self._drafts.pop(slot, None)
            self._dropped.add(slot)

    def _try(self) -> None:
        if not self._has_waiting() and self._log is not None:
            return
        try:
            if self._log is None:
                self._log = self._open_log()
            self._write(self._log)
        except WriteRefused as fault:
            self._told(Unsaved(fault.reason, str(fault), len(self._entries)))
        except MeetingTuiError as fault:
            self._told(Unsaved("damaged", str(fault), len(self._entries)))
        else:
            self._told(Saved(self._seq))

    def _write(self, log: SessionLog) -> None:
        if self._entries:
            dropped = next(iter(self._dropped), None)
            log.append(self._entries, self._seq, drops_draft=dropped)
            self._seq = self._entries[-1].seq
            self._entries = []
            self._dropped.discard(dropped or "")
        for slot in list(self._dropped):
            log.drop_draft(slot)
            self._dropped.discard(slot)
        for slot, (text, at) in list(self._drafts.items()):
            log.keep_draft(slot, text, at)
            self._drafts.pop(slot)


def _nobody(told: Saved | Unsaved) -> None:
    """Nobody listens yet."""
