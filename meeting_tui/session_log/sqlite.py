"""The session log in one SQLite file: the truth while a meeting runs.

A commit returns when the event is on the disk (WAL, synchronous FULL, one sync a commit). The
connection belongs to the thread that opened it. Several processes may write, one commit after the
other; who renews or mends the file has it alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from meeting_tui.errors import ConflictError, LogDamaged, why
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log.chain import Head, Row, check_numbers, linked
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.files import (
    DRAFTS,
    TEXTS,
    make_folder_alone,
    remove_unfinished,
    tighten,
)
from meeting_tui.session_log.purges import Appended, sealed
from meeting_tui.session_log.sqlite_check import refuse_damaged
from meeting_tui.session_log.sqlite_file import (
    OnPurge,
    begin,
    connect_reader,
    connect_writer,
    disconnect_writer,
    keeps_head,
    note_keeps_head,
    nothing_more,
    owe_scrubbing,
    owes_scrubbing,
    refuse_links,
    refuse_to_begin_anew,
    scrub,
    translated,
)
from meeting_tui.session_log.store import (
    EMPTY,
    Draft,
    PurgeOwed,
    WriteRefused,
    draft_as_stored,
    not_yet_stored,
    storable,
)
from meeting_tui.session_log.writer_lock import WriterLock
from meeting_tui.words import Sentence

_PAGE = 1000
_LOWEST = -(1 << 63)
_TRIES = 9
"""How often a file that others write is looked at again, where it looks damaged."""


def open_sqlite(
    path: Path,
    *,
    writer: bool,
    desk: str = "",
    on_purge: OnPurge = nothing_more,
    is_mended: bool = False,
    shares: bool = False,
) -> SqliteLog:
    """The log in that file; a writer makes it where there is none, a reader never waits.

    A writer has it alone; one that `shares` does until `share`, or writes beside those who are
    there already. Raises SessionBusy when another writer has it, SessionError when a reader finds
    no file, WriteRefused, LogDamaged (also where the file is gone and its session.toml is there),
    and LogError for tables of a newer version. `on_purge` removes what else says what a purge
    removes; it may be called again for the same purge. One that `is_mended` may lack what was
    acknowledged.
    """
    if not writer:
        return SqliteLog(connect_reader(path), path, None)
    try:
        make_folder_alone(path.parent)
    except OSError as fault:
        raise WriteRefused("read_only", path, why(fault)) from fault
    lock = WriterLock(path.with_suffix(".lock"), desk, shares=shares)
    try:
        tighten(path.parent)
        remove_unfinished((path.parent, path.with_name(DRAFTS), path.with_name(TEXTS)))
        refuse_to_begin_anew(path)
        refuse_links(path)
        refuse_damaged(path, is_mended=is_mended, tries=1 if lock.is_alone else _TRIES)
        return _finished(SqliteLog(connect_writer(path), path, lock, on_purge))
    except BaseException:
        lock.release()
        raise


def _finished(log: SqliteLog) -> SqliteLog:
    """The log, once a purge that was cut off is done, before anything else is."""
    try:
        log.finish_purge()
    except PurgeOwed as fault:
        # Somebody who only reads keeps nobody from writing: it is owed still, and done later.
        if fault.reason != "locked":
            log.disconnect()
            raise
    except BaseException:
        log.disconnect()
        raise
    return log


def make_sqlite(
    path: Path,
    rows: Sequence[Row],
    drafts: Mapping[str, Draft],
    lock: WriterLock,
    head: Head | None = None,
    *,
    is_head_kept: bool = False,
) -> None:
    """Make a whole log file of rows of another log, as they are; the lock stays with the caller.

    `head` is the last event there was, where that is none of the rows. `is_head_kept`: as
    `SqliteLog.keeps_head`.
    """
    log = SqliteLog(connect_writer(path), path, lock)
    try:
        log.restore(rows, drafts, head)
        if is_head_kept:
            log.note_keeps_head()
    finally:
        log.disconnect()


class SqliteLog:
    """The store contract over one SQLite connection; see `SessionLog`."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        lock: WriterLock | None,
        on_purge: OnPurge = nothing_more,
    ) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock
        self._on_purge = on_purge
        self._version = self._data_version()

    @property
    def is_alone(self) -> bool:
        """Whether nobody else may write."""
        return self._lock is not None and self._lock.is_alone

    def share(self) -> None:
        """Let others write beside; raises SessionBusy where somebody took the log meanwhile."""
        if self._lock is not None:
            self._lock.share()

    def is_last(self) -> bool:
        """Whether nobody else has the log open for writing, so that it is had alone again."""
        return self._lock is not None and self._lock.regain()

    def has_news(self) -> bool:
        """Whether another connection wrote since this was asked last; some microseconds."""
        with translated(self.path):
            before, self._version = self._version, self._data_version()
        return self._version != before

    @contextmanager
    def standing(self) -> Iterator[None]:
        """The log as it stands: nobody writes until the block ends. Nothing is written in it."""
        with self._transaction():
            yield

    def _data_version(self) -> int:
        """A number of the driver's that changes when another connection commits."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Make all of the entries durable or none; see `SessionLog.append`."""
        check_numbers(entries, expected_seq)
        if not entries:
            return
        with self._transaction():
            head = self._head()
            if head.seq != expected_seq:
                self._blame_damage(head)
                entries = not_yet_stored(entries, self._page(expected_seq, len(entries)), head)
            if any(isinstance(each.event, PointPurged) for each in entries):
                appended = sealed(entries, head, self.rows())
                self._insert(appended.rows)
                self._redact(appended)
            elif entries:
                self._insert(linked(entries, head))
            if drops_draft is not None:
                self._connection.execute("DELETE FROM draft WHERE slot = ?", (drops_draft,))
        self.finish_purge()

    def finish_purge(self) -> None:
        """Overwrite what a purge left in the files, if one did; at once, and on each opening."""
        if self._lock is not None and owes_scrubbing(self._connection):
            try:
                self._on_purge(())
                with translated(self.path):
                    scrub(self._connection, self.path, tuple(self.rows()), self._head())
            except WriteRefused as fault:
                raise PurgeOwed(fault.reason, fault.path, fault.detail) from fault

    def _redact(self, appended: Appended) -> None:
        """Within the transaction of the purge itself: there is never one without the other."""
        if not appended.redacted and not appended.gone.points:
            return
        self._connection.executemany(
            "UPDATE entry SET content = ? WHERE seq = ?",
            [(row.content, row.seq) for row in appended.redacted],
        )
        self._on_purge(appended.gone.texts)
        for slot in appended.gone.among((s, draft.text) for s, draft in self.drafts().items()):
            self._connection.execute("DELETE FROM draft WHERE slot = ?", (slot,))
        owe_scrubbing(self._connection)

    def restore(
        self, rows: Sequence[Row], drafts: Mapping[str, Draft], head: Head | None = None
    ) -> None:
        """Fill an empty log with rows of another, as they are; raises as `append`."""
        with self._transaction():
            if self._head() != EMPTY:
                raise ConflictError(Sentence("log_fault.not_empty", path=str(self.path)))
            if rows:
                self._insert(rows)
            if head is not None:
                self._keep_head(head)
            self._connection.executemany(
                "INSERT INTO draft VALUES (?, ?, ?)",
                [(slot, draft.text, draft.at.isoformat()) for slot, draft in drafts.items()],
            )

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order; each stands where its content says."""
        for row in self.rows(after):
            entry = decode_bytes(row.content)
            if entry.seq != row.seq or entry.id != row.id:
                raise self._damaged(Sentence("log_fault.not_the_one", seq=row.seq))
            yield entry

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order, a page at a time so that no read stays open.

        From 0 also what stands below 1, where no event belongs. Raises LogDamaged for rows whose
        numbers do not rise, as a garbled page gives them again and again.
        """
        after = after if after > 0 else _LOWEST
        while page := self._page(after, _PAGE):
            for row in page:
                if row.seq <= after:
                    what = Sentence("log_fault.stands_after", seq=row.seq, after=after)
                    raise self._damaged(what)
                after = row.seq
                yield row

    def head(self) -> Head:
        """Number and hash of the last entry."""
        with translated(self.path):
            return self._head()

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered, by slot."""
        with translated(self.path):
            found = self._connection.execute("SELECT slot, text, at FROM draft").fetchall()
        return dict(draft_as_stored(*values) for values in found)

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Make the text of that slot durable."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO draft VALUES (?, ?, ?)"
                " ON CONFLICT (slot) DO UPDATE SET text = excluded.text, at = excluded.at",
                (slot, storable(text), at.astimezone(UTC).isoformat()),
            )

    def drop_draft(self, slot: str) -> None:
        """Forget the text of that slot, if there is one."""
        with self._transaction():
            self._connection.execute("DELETE FROM draft WHERE slot = ?", (slot,))

    def close(self) -> None:
        """Let the file and the right to write go."""
        try:
            self.disconnect()
        finally:
            if self._lock is not None:
                self._lock.release()

    def disconnect(self) -> None:
        """Let the file go and keep the right to write it."""
        with translated(self.path):
            if self._lock is None:
                self._connection.close()
            else:
                disconnect_writer(self._connection, self.path)

    def keeps_head(self) -> bool:
        """Whether it was noted that what was acknowledged last is kept in a file of its own."""
        with translated(self.path):
            return keeps_head(self._connection)

    def note_keeps_head(self) -> None:
        """Note it, for good: from then on it is known when that file is missing."""
        with self._transaction():
            note_keeps_head(self._connection)

    def _head(self) -> Head:
        found = self._connection.execute("SELECT seq, hash FROM head").fetchone()
        match found:
            case None:
                return EMPTY
            case (int(seq), str(hash_)):
                return Head(seq, hash_)
        raise self._damaged(Sentence("log_fault.no_head"))

    def _blame_damage(self, head: Head) -> None:
        """Raise LogDamaged where the head is not that of the rows, which no other writer leaves."""
        last = self._connection.execute("SELECT max(seq) FROM entry").fetchone()[0]
        if (last or 0) != head.seq:
            what = Sentence("log_fault.ends_at", last=last or 0, seq=head.seq)
            raise self._damaged(what)

    def _page(self, after: int, limit: int) -> list[Row]:
        with translated(self.path):
            found = self._connection.execute(
                "SELECT seq, id, content, hash FROM entry WHERE seq > ? ORDER BY seq LIMIT ?",
                (after, limit),
            ).fetchall()
        return [self._row(*values) for values in found]

    def _row(self, seq: object, id_: object, content: object, hash_: object) -> Row:
        if (
            isinstance(seq, int)
            and isinstance(id_, str)
            and isinstance(content, bytes)
            and isinstance(hash_, str)
        ):
            return Row(seq, id_, content, hash_)
        raise self._damaged(Sentence("log_fault.stored_oddly", seq=str(seq)))

    def _damaged(self, what: Sentence) -> LogDamaged:
        return LogDamaged(Sentence("fault.at", place=str(self.path), what=what))

    def _insert(self, rows: Sequence[Row]) -> None:
        last = rows[-1]
        try:
            self._connection.executemany(
                "INSERT INTO entry VALUES (?, ?, ?, ?)",
                [(row.seq, row.id, row.content, row.hash) for row in rows],
            )
        except sqlite3.IntegrityError as fault:
            what = Sentence("log_fault.number_taken", said=str(fault))
            raise ConflictError(what) from fault
        self._keep_head(Head(last.seq, last.hash))

    def _keep_head(self, head: Head) -> None:
        self._connection.execute("REPLACE INTO head VALUES (1, ?, ?)", (head.seq, head.hash))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of what is done inside, durable when it ends, or none of it."""
        if self._lock is None:
            raise WriteRefused("read_only", self.path, Sentence("log_fault.for_reading"))
        with translated(self.path):
            begin(self._connection)
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    # The first failure is the one to report; SQLite may have rolled back itself.
                    with suppress(sqlite3.OperationalError):
                        self._connection.execute("ROLLBACK")
                raise
