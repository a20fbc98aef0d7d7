"""The one thread of a desk that writes the session's log, and reads what other seats write.

Acts are kept in order; while the disk refuses they wait here, are tried again every half second,
and the desk is told, so that nothing pretends to be saved and the floor never waits for a disk.
Other seats may write to the same log: what they wrote is handed to the desk, which decides again on
what it had given meanwhile; what was numbered without knowing of it is not written.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from datetime import datetime
from itertools import islice

from msgspec import Struct, field
from msgspec.structs import replace

from meeting_tui.desk.watched_log import LogGone, WatchedLog
from meeting_tui.errors import ConflictError, LogDamaged, MeetingTuiError, SessionBusy, told
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log.acknowledged import Acknowledged, HeadTrouble
from meeting_tui.session_log.store import Draft, HoldsBack, PurgeOwed, SessionLog, WriteRefused
from meeting_tui.views.keeping import AWAY, UNFOUND
from meeting_tui.words import Sentence

RETRY_SECONDS = 0.5
FOLLOW_SECONDS = 0.05
"""How often it is asked whether anybody else wrote: a call of the shell may come at any time."""
_IN_ONE_GO = 50
"""So many acts are written together at most."""
CLOSELY_SECONDS = 0.02
"""The same while others are at the session."""

OpenLog = Callable[[], SessionLog]


class Saved(Struct, frozen=True):
    """All that was given is on disk; the last entry of it is number `seq`."""

    seq: int


class Unsaved(Struct, frozen=True):
    """The disk refuses; what waits is kept in memory and tried again."""

    reason: str
    """As `Keeping.trouble`; `owed`, where only a purge waits."""
    sentence: Sentence | str
    waiting: int
    """How many entries and drafts are not on disk."""
    seq: int
    """The last entry that is known to be; of a damaged log 0, of one that is gone what is found."""
    held: int = 0
    """The last entry that is on this disk, where a server does not answer."""

    def lets_land(self, entries: Sequence[Entry]) -> bool:
        """Whether entries take effect now: of a server that is away, once they are on this disk."""
        return self.reason != AWAY or self.held >= entries[-1].seq


class News(Struct, frozen=True):
    """Others wrote; what was given before this and is not among it is to be given again."""

    entries: tuple[Entry, ...]
    """What stands in the log since the last entry that was known, our own among it too."""
    round: int
    """How often there was news so far; what is given from now on says so."""


Told = Callable[[Saved | Unsaved | News], None]


class Loaded(Struct, frozen=True):
    """What a log held when it was opened."""

    entries: tuple[Entry, ...]
    drafts: Mapping[str, Draft]
    seq: int
    """Number of the last event there was, also where that is lost."""
    lacks: Acknowledged | None = None
    """What was acknowledged last, where the log has it not."""
    head_trouble: HeadTrouble | None = None
    """What was wrong with where that is noted."""
    is_alone: bool = True
    """Whether nobody else was at the session; until it is shared, nobody comes."""


class _Act(Struct, frozen=True):
    entries: tuple[Entry, ...]
    drops_draft: str | None
    round: int
    """Of the news that were known when it was numbered."""
    line: str = ""
    """As it was typed."""

    @property
    def is_purge(self) -> bool:
        """Whether it takes text out of what is stored."""
        return any(isinstance(each.event, PointPurged) for each in self.entries)


class _Job(Struct):
    """What the thread is to do next."""

    act: _Act | None = None
    drafts: dict[str, Draft | None] = field(default_factory=dict)
    stop: bool = False
    shares: bool = False
    heard: int = 0
    """Up to which round the news were heard."""
    aside: tuple[Entry, ...] = ()
    done: threading.Event | None = None


def _in_one_go(acts: Iterable[_Act]) -> tuple[int, list[Entry], str | None]:
    """How many of the acts are written together, their entries, and the draft they settle.

    So a seat where many wait is overtaken once by who writes meanwhile, and not by each. They
    settle the same draft, or none; a purge is written alone.
    """
    count, entries, is_purge = 0, list[Entry](), False
    draft: str | None = None
    for act in islice(acts, _IN_ONE_GO):
        is_other = draft and act.drops_draft and act.drops_draft != draft
        if count and (is_other or is_purge or act.is_purge):
            break
        count, entries = count + 1, [*entries, *act.entries]
        draft, is_purge = draft or act.drops_draft, act.is_purge
    return count, entries, draft


class Writer:
    """Appends to one session log in a thread of its own; any other may call it."""

    def __init__(self, open_log: OpenLog) -> None:
        """`open_log` runs in the writer's thread, as a log belongs to the thread that opened it."""
        self.trouble: Unsaved | None = None
        """What the last try ended with; None when all was written."""
        self._open_log = open_log
        self._told: Told = _nobody
        self.has_company = False
        """Whether others are at the session, so that it is to be followed closely."""
        self._jobs: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._seq = self._held = 0
        self._acts: deque[_Act] = deque()
        self._drafts: dict[str, Draft | None] = {}
        self._drafts_given = self._drafts_taken = 0
        self._loaded: Future[Loaded] = Future()
        self._round = 0
        self._is_told = False
        """Whether another seat wrote, and it is not read yet."""
        self._has_dropped = False
        """Whether something was given that is not written, and the desk does not know it yet."""
        self._is_to_share = False
        self._aside: tuple[Entry, ...] = ()
        self._owes = False
        self._has_written_all = False
        self._thread = threading.Thread(target=self._run, name="session-log", daemon=True)
        self._thread.start()

    def load(self) -> Loaded:
        """What the log holds; waits for it. Raises what opening the log raises."""
        return self._loaded.result()

    def when_loaded(self, then: Callable[[BaseException | None], None]) -> None:
        """Have `then` called in the writer's thread once the log is open, or with why it is not."""
        self._loaded.add_done_callback(lambda loaded: then(loaded.exception()))

    def listen(self, told: Told) -> None:
        """Have `told` called after each try, in the writer's thread; it hands over to its own."""
        self._told = told

    def append(
        self,
        entries: Sequence[Entry],
        drops_draft: str | None = None,
        round: int = 0,
        line: str = "",
    ) -> None:
        """Have the entries of an act made durable, and the draft they settle dropped with them.

        They go on from what is known with the news of that `round`; where there was later news,
        they are not written. `line`: as it was typed, for a log that holds acts back.
        """
        self._jobs.put(_Job(act=_Act(tuple(entries), drops_draft, round, line)))

    def heard(self, round: int) -> None:
        """The news of that round was heard: whatever is still to be written is given again."""
        self._jobs.put(_Job(heard=round))

    def put_aside(self, entries: Sequence[Entry]) -> None:
        """What was done in memory makes no sense any more: a log that holds back keeps it apart."""
        self._jobs.put(_Job(aside=tuple(entries)))

    def share(self) -> None:
        """Let other seats write to the log, once what was given so far is tried."""
        self._jobs.put(_Job(shares=True))

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Have the text of a draft made durable; an empty text drops it."""
        self._drafts_given += 1
        self._jobs.put(_Job(drafts={slot: Draft(text, at) if text else None}))

    @property
    def drafts_waiting(self) -> int:
        """How many drafts that were given are not on disk yet."""
        return len(self._drafts) + (self._drafts_taken < self._drafts_given)

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until what was given is tried once; False when that took longer."""
        done = threading.Event()
        self._jobs.put(_Job(done=done))
        return self._thread.is_alive() and done.wait(timeout)

    def close(self, timeout: float = 10.0) -> bool:
        """Write what waits, let the log go, end the thread; False when something was not written.

        A disk that hangs is waited for no longer than `timeout` seconds.
        """
        self.leave_behind()
        self._thread.join(timeout)
        return not self._thread.is_alive() and self._has_written_all

    def leave_behind(self) -> None:
        """Let the thread end by itself after one more try, without waiting for it."""
        self._jobs.put(_Job(stop=True))

    def _run(self) -> None:
        log = self._open()
        if log is None:
            return
        stops = False
        while not stops:
            jobs = self._wait(log)
            for job in jobs:
                self._take(job)
            self._try(log, is_asked=any(not job.shares and not job.heard for job in jobs))
            for job in jobs:
                if job.done:
                    job.done.set()
            stops = any(job.stop for job in jobs)
        is_quiet = self.trouble is None or self.trouble.reason == "owed"
        self._has_written_all = self._waiting() == 0 and is_quiet and not self._has_dropped
        log.close()

    def _open(self) -> SessionLog | None:
        log: SessionLog | None = None
        try:
            log = self._open_log()
            # The head first: others may add to the entries meanwhile, which is news then.
            end = log.head().seq
            is_alone = not isinstance(log, WatchedLog) or log.is_alone
            entries = tuple(entry for entry in log.read() if is_alone or entry.seq <= end)
            loaded = Loaded(entries, log.drafts(), end, is_alone=is_alone)
            if isinstance(log, WatchedLog):
                loaded = replace(loaded, lacks=log.lacks, head_trouble=log.head_trouble)
        except BaseException as fault:  # noqa: BLE001 - raised by `load`, in the thread that waits
            try:
                if log is not None:
                    log.close()
            finally:
                self._loaded.set_exception(fault)
            return None
        self._seq = loaded.seq
        self._loaded.set_result(loaded)
        return log

    def _wait(self, log: SessionLog) -> list[_Job]:
        """All there is to do now, so that a slow disk is not asked for each letter of a draft.

        Nothing once another seat wrote, and after half a second: what waits is tried again, and the
        file is looked at.
        """
        jobs: list[_Job] = []
        give_up = time.monotonic() + RETRY_SECONDS
        while not jobs:
            try:
                pause = CLOSELY_SECONDS if self.has_company else FOLLOW_SECONDS
                jobs = [self._jobs.get(timeout=pause)]
            except queue.Empty:
                if time.monotonic() >= give_up or self._has_news(log):
                    return []
        with suppress(queue.Empty):
            while True:
                jobs.append(self._jobs.get_nowait())
        return jobs

    def _waiting(self) -> int:
        return sum(len(act.entries) for act in self._acts) + len(self._drafts)

    def _take(self, job: _Job) -> None:
        if job.heard == self._round:
            self._has_dropped = False
        self._is_to_share = self._is_to_share or job.shares
        self._aside += job.aside
        if job.act and job.act.round != self._round:
            self._has_dropped = True
        elif job.act:
            self._acts.append(job.act)
            if job.act.drops_draft:
                self._drafts.pop(job.act.drops_draft, None)
        self._drafts |= job.drafts
        self._drafts_taken += len(job.drafts)

    def _has_news(self, log: SessionLog) -> bool:
        """Whether another seat wrote, or it cannot be asked: then whoever tries to write is told.

        While there is trouble, each half second is soon enough.
        """
        if self.trouble is not None:
            return False
        try:
            self._is_told = self._is_told or log.has_news()
        except MeetingTuiError:
            return True
        return self._is_told

    def _try(self, log: SessionLog, *, is_asked: bool) -> None:
        """Write what waits; whatever goes wrong is told and tried again: the thread never ends."""
        had_trouble = self.trouble is not None
        try:
            if isinstance(log, WatchedLog):
                log.look(at_leisure=not is_asked)
            self._write_beside(log)
            self._share(log)
        except PurgeOwed as fault:
            self._refused("owed", fault)
        except LogGone as fault:
            self._refused("gone", fault)
        except WriteRefused as fault:
            self._hold_back(log)  # first, so that nobody is told before it is on this disk
            self._refused(fault.reason, fault)
        except SessionBusy as fault:
            self._refused("locked", fault)
        except (LogDamaged, ConflictError) as fault:
            self._refused("damaged", fault)
        except Exception as fault:  # noqa: BLE001 - a desk that is told nothing believes it is saved
            self._refused("other", fault)
        else:
            self.trouble = None
            if is_asked or had_trouble:
                self._tell(Saved(self._seq))
        if isinstance(log, WatchedLog):
            log.keep_head()
        self._hold_back(log)

    def _hold_back(self, log: SessionLog) -> None:
        """Have on this disk what cannot be appended yet, and the drafts, which need not wait.

        What was dropped is held on until the desk has decided on it again.
        """
        if not isinstance(log, HoldsBack) or self._has_dropped:
            return
        try:
            if self._aside:
                log.set_aside(self._aside)
                self._aside = ()
            held = [entry for act in self._acts for entry in act.entries]
            log.hold(held, {act.entries[0].act: act.line for act in self._acts if act.line})
            self._held = held[-1].seq if held else 0
            self._write_drafts(log)
        except (WriteRefused, OSError) as fault:
            self._refused("other", fault)

    def _write_beside(self, log: SessionLog) -> None:
        """Write what waits, or read on where another seat was first: the desk decides again."""
        if self._told is not _nobody and (self._is_told or log.has_news()):
            self._is_told = False
            self._read_on(log)
        try:
            self._write(log)
        except ConflictError:
            if not self._read_on(log):
                raise

    def _read_on(self, log: SessionLog) -> bool:
        """Hand over what others wrote, if they did; what was numbered without it is dropped."""
        entries = tuple(log.read(self._seq))
        if not entries:
            return False
        self._round += 1
        self._has_dropped = self._has_dropped or bool(self._acts)
        self._acts.clear()
        self._seq, self._held = entries[-1].seq, 0
        self._tell(News(entries, self._round))
        return True

    def _share(self, log: SessionLog) -> None:
        if self._is_to_share and isinstance(log, WatchedLog):
            log.share()
        self._is_to_share = False

    def _write(self, log: SessionLog) -> None:
        owed: PurgeOwed | None = None
        while self._acts:
            count, entries, draft = _in_one_go(self._acts)
            try:
                log.append(entries, self._seq, drops_draft=draft)
                self._owes = False
            except PurgeOwed as fault:
                self._owes, owed = True, fault
            self._seq = entries[-1].seq
            for _ in range(count):
                self._acts.popleft()
        # Drafts come after the acts: what was typed before one is settled with it.
        self._write_drafts(log)
        if owed:
            raise owed
        if self._owes:
            log.finish_purge()
            self._owes = False

    def _write_drafts(self, log: SessionLog) -> None:
        for slot, draft in list(self._drafts.items()):
            if draft is None:
                log.drop_draft(slot)
            else:
                log.keep_draft(slot, draft.text, draft.at)
            del self._drafts[slot]

    def _refused(self, reason: str, fault: Exception) -> None:
        found = fault.found if isinstance(fault, LogGone) else 0
        seq = found if reason in UNFOUND else self._seq
        self.trouble = Unsaved(reason, told(fault), self._waiting(), seq, self._held)
        self._tell(self.trouble)

    def _tell(self, what: Saved | Unsaved | News) -> None:
        try:
            self._told(what)
        except Exception:
            logging.getLogger(__name__).exception("nobody could be told: %s", what)


def _nobody(told: Saved | Unsaved | News) -> None:
    """Nobody listens yet."""
