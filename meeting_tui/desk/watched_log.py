"""A log on disk that notices when its file is taken away or written over beneath it.

A file that is deleted, moved or replaced while it is open goes on taking what is written, and none
of it can be found again; one that a sync tool cuts or overwrites in place loses what was in it. So
the name must still lead to the file that was opened, and a file that changed without us must still
hold all of the log. Other seats change it too, but they say so: what they wrote goes on from what
is known, and is looked through when nobody waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext, suppress
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep

from msgspec import Struct

from meeting_tui.errors import ConflictError, LogDamaged, MeetingTuiError, why
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.acknowledged import Acknowledged, HeadTrouble, note_acknowledged
from meeting_tui.session_log.chain import Finding, Head, Row, follows, read_seals, verify
from meeting_tui.session_log.files import os_reason
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.store import Draft, PurgeOwed, Reason, SessionLog, WriteRefused
from meeting_tui.words import Sentence

NOTED_SECONDS = 0.4
"""What was acknowledged last is kept apart at most so often; the writer looks each half second."""
_MOMENT_SECONDS = 0.003
"""So long after its bytes are in the file a seat may take to say that it wrote."""
_WRITTEN_OVER = Sentence("log_fault.written_over")


class LogGone(WriteRefused):
    """The file is not the one that was opened: whoever looks for the log does not find it."""

    def __init__(self, path: Path, reason: Reason = "other", found: int = 0) -> None:
        super().__init__(reason, path, Sentence("log_fault.taken"))
        self.found = found
        """The last entry that whoever looks finds all the same; 0 for none."""


class _Look(Struct, frozen=True):
    """What a file looks like from outside."""

    device: int
    inode: int
    size: int
    changed: int

    @property
    def identity(self) -> tuple[int, int]:
        """What tells one file from another of the same name."""
        return self.device, self.inode


class WatchedLog:
    """The store contract over another log, whose files are looked at around each write."""

    def __init__(
        self,
        log: SessionLog,
        database: Path,
        holes: tuple[Finding, ...] = (),
        lacks: Acknowledged | None = None,
        trouble: HeadTrouble | None = None,
    ) -> None:
        """`holes` is what is known to be missing of a log that was mended.

        `lacks` is what was acknowledged last, where the log has it not. `trouble` is what was wrong
        with where that is noted.
        """
        self.lacks = lacks
        self.head_trouble = trouble
        self._log = log
        self._holes = holes
        self._is_noted = True
        """False while something was acknowledged and is not noted yet."""
        self._has_news = False
        """Whether others wrote, and whoever asks was not told yet."""
        self._explains = False
        """Whether others wrote, which explains how the files look."""
        self._owes_look = False
        """Whether the first file is to be looked through when nobody waits."""
        self._noted_at = float("-inf")
        self._session: str | None = None
        self._keeps_head = not isinstance(log, SqliteLog) or log.keeps_head()
        """Whether the log knows that it keeps a head, or cannot know."""
        self._files = (database, database.with_name(f"{database.name}-wal"))
        self._seen = tuple(map(_look_of, self._files))
        self._head = log.head()
        self._gone: tuple[tuple[_Look | None, ...], int] | None = None
        """What the files looked like when the second was gone, and what was found in the first."""
        self._is_settled = True
        """False while it is not known what a write that failed has left."""

    def look(self, *, at_leisure: bool = False) -> None:
        """Raise LogGone where the file is another now, LogDamaged where it lost something.

        Costs some microseconds while nobody else wrote; else all of it is read, as whoever opens it
        next would. What other seats wrote is, once somebody looks `at_leisure`.
        """
        found = self._same_files()
        if found != self._seen and self._is_told():
            found = self._same_files()
            # The first file changes when what stands in the second is put into it.
            self._owes_look = self._owes_look or found[0] != self._seen[0]
            self._explains = False
            if self._is_settled:
                self._seen = found
        if self._is_settled and (found != self._seen or (self._owes_look and at_leisure)):
            self._read_anew()
            self._owes_look = False
            self._seen = found

    def _is_told(self) -> bool:
        """Whether another seat says that it wrote; one that is just writing says so in a moment."""
        if not self._explains and not self._heard_of_others() and not self.is_alone:
            sleep(_MOMENT_SECONDS)
            self._heard_of_others()
        return self._explains

    def _heard_of_others(self) -> bool:
        """Whether others wrote since this was asked; raises LogDamaged as `_follow`."""
        is_new = self._log.has_news()
        if is_new:
            self._has_news = self._explains = True
            self._follow()
        return is_new

    def has_news(self) -> bool:
        """As `SessionLog.has_news`."""
        self._heard_of_others()
        found, self._has_news = self._has_news, False
        return found

    def _follow(self) -> None:
        """Take note of what others wrote; raises LogDamaged where it does not go on from ours."""
        rows = tuple(self._log.rows(self._head.seq))
        seals, known = read_seals(rows), self._head
        for row in rows:
            if row.seq == known.seq + 1 and not follows(row, known.hash, seals):
                raise self._written_over()
            known = Head(row.seq, row.hash)
        self._head = known

    def _written_over(self) -> LogDamaged:
        return LogDamaged(Sentence("fault.at", place=str(self._files[0]), what=_WRITTEN_OVER))

    def share(self) -> None:
        """Let others write beside; raises SessionBusy, LogGone where it was renewed meanwhile."""
        if isinstance(self._log, SqliteLog):
            self._log.share()
            self.look()

    def is_last(self) -> bool:
        """Whether nobody else is at the log, so that it may be had alone; then it is.

        To be asked once nothing more is written: where others are, the right to write may be gone.
        """
        return not isinstance(self._log, SqliteLog) or self._log.is_last()

    @property
    def is_alone(self) -> bool:
        """Whether nobody else may write."""
        return not isinstance(self._log, SqliteLog) or self._log.is_alone

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """As `SessionLog.append`; raises as `look` too."""
        owed: PurgeOwed | None = None
        try:
            self._write(lambda: self._log.append(entries, expected_seq, drops_draft=drops_draft))
        except PurgeOwed as fault:
            owed = fault
        if entries:
            self._is_noted = False
        if owed:
            raise owed

    def keep_head(self, *, at_once: bool = False) -> None:
        """Keep apart what was acknowledged last, unless that was done a moment ago.

        To be called when nobody waits for the log; what cannot be kept now is tried again.
        """
        is_due = at_once or monotonic() - self._noted_at >= NOTED_SECONDS
        if not self._is_noted and is_due:
            with suppress(WriteRefused, LogDamaged):
                if self._note():
                    self._is_noted, self._noted_at = True, monotonic()

    def note_again(self) -> bool:
        """Keep apart what the log ends with, also if nothing was written; whether that is done."""
        return self._note(is_synced=True)

    def _note(self, *, is_synced: bool = False) -> bool:
        """Note it, then, the first time, in the log too: so none is missed that never was.

        Nobody writes meanwhile, so that what one seat notes never takes back what another noted.
        """
        if self._session is None:
            with suppress(WriteRefused, LogDamaged):  # whoever reads the log next is told
                self._session = session_of(self._log)
        folder = self._files[0].parent
        with self._log.standing() if isinstance(self._log, SqliteLog) else nullcontext():
            head = self._log.head()
            last = next(self._log.read(head.seq - 1), None) if head.seq else None
            if last is None:
                return False
            noted = Acknowledged(head.seq, head.hash, last.recorded_at, self._session)
            if not note_acknowledged(folder, noted, is_synced=is_synced or not self._keeps_head):
                return False
        if isinstance(self._log, SqliteLog) and not self._keeps_head:
            # What cannot be written now is tried again with the next head.
            with suppress(WriteRefused, LogDamaged):
                self._write(self._log.note_keeps_head)
                self._keeps_head = True
        return True

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """As `append`."""
        self._write(lambda: self._log.keep_draft(slot, text, at))

    def drop_draft(self, slot: str) -> None:
        """As `append`."""
        self._write(lambda: self._log.drop_draft(slot))

    def _write(self, write: Callable[[], None]) -> None:
        self.look()
        self._is_settled = False
        owed: PurgeOwed | None = None
        try:
            write()
        except PurgeOwed as fault:
            owed = fault
        except ConflictError:
            self._is_settled = True  # nothing was written
            raise
        self._seen = self._same_files()
        self._head = self._log.head()
        self._is_settled = True
        if owed:
            raise owed

    def finish_purge(self) -> None:
        """As `append`."""
        self._write(self._log.finish_purge)

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`."""
        return self._log.read(after)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`."""
        return self._log.rows(after)

    def head(self) -> Head:
        """Number and hash of the last entry."""
        return self._log.head()

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered."""
        return self._log.drafts()

    def close(self) -> None:
        """Let the log go."""
        self.keep_head(at_once=True)
        self._log.close()

    def _same_files(self) -> tuple[_Look | None, ...]:
        found = tuple(map(_look_of, self._files))
        for before, now in zip(self._seen, found, strict=True):
            # The second file comes with the first write.
            if before and (now is None or now.identity != before.identity):
                raise LogGone(self._files[0], found=self._found_in_first(found))
        return found

    def _found_in_first(self, files: tuple[_Look | None, ...]) -> int:
        """The last entry that the first file holds by itself, where only the second is gone."""
        before, now = self._seen[0], files[0]
        if before is None or now is None or now.identity != before.identity:
            return 0
        if self._gone is None or self._gone[0] != files:
            self._gone = (files, self._read_first())
        return self._gone[1]

    def _read_first(self) -> int:
        try:
            found = open_sqlite(self._files[0], writer=False)
            try:
                head = found.head()
            finally:
                found.close()
            ours = next(self._log.rows(head.seq - 1), None) if head.seq else None
        except (MeetingTuiError, OSError):
            return 0
        return head.seq if ours and ours.hash == head.hash else 0

    def _read_anew(self) -> None:
        if self._reads_whole():
            return
        if self.is_alone or not isinstance(self._log, SqliteLog):
            raise self._written_over()
        # Somebody may have been writing just then.
        is_whole = False
        with suppress(WriteRefused), self._log.standing():
            is_whole = self._reads_whole()
        if not is_whole:
            raise self._written_over()

    def _reads_whole(self) -> bool:
        """Whether the files hold all that is known, and what is more goes on from it."""
        # Seldom needed, and slow to load.
        from meeting_tui.session_log.damaged_database import read_remains

        database = self._files[0]
        try:
            rows = read_remains(database).sound
        except OSError as fault:
            raise WriteRefused(os_reason(fault), database, why(fault)) from fault
        if rows is None:
            return False
        known = self._head
        if not rows or rows[-1].seq <= known.seq:
            return verify(rows, known) == self._holes
        is_held = not known.seq or any(row.hash == known.hash for row in rows)
        return is_held and verify(rows, Head(rows[-1].seq, rows[-1].hash)) == self._holes


def session_of(log: SessionLog) -> str | None:
    """The hash of its first event, by which a noted head says whose it is; None without that."""
    first = next(log.rows(), None)
    return first.hash if first and first.seq == 1 else None


def _look_of(file: Path) -> _Look | None:
    """What a file looks like now; None where there is none."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise WriteRefused("other", file, why(fault)) from fault
    return _Look(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
