"""The session log in one SQLite file: the truth while a meeting runs.

A commit returns when the event is on the disk (WAL, synchronous FULL, one sync a commit). The
connection belongs to the thread that opened it, and one process at a time may write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from meeting_tui.errors import ConflictError, LogDamaged, LogError, SessionError
from meeting_tui.meeting.events import Entry
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.files import sync_folder
from meeting_tui.session_log.sqlite_faults import is_busy, translated
from meeting_tui.session_log.store import (
    EMPTY,
    Draft,
    WriteRefused,
    chained,
    check_numbers,
    settle_repeat,
)
from meeting_tui.session_log.writer_lock import WriterLock

LAYOUT = 1
"""Version of the tables, kept as the file's `user_version`."""
PATIENCE_SECONDS = 5.0
"""How long a writer tries again while another program holds the file."""
_BUSY_MILLISECONDS = 20
_PAGE = 1000

_TABLES = (
    "CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " content BLOB NOT NULL, hash TEXT NOT NULL)",
    "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL,"
    " hash TEXT NOT NULL)",
    "CREATE TABLE draft (slot TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL)",
)


def open_sqlite(path: Path, *, writer: bool, desk: str = "") -> SqliteLog:
    """The log in that file; a writer makes it where there is none, a reader never waits.

    Raises SessionBusy when another writer has it, SessionError when a reader finds no file,
    LogDamaged, WriteRefused, and LogError for tables of a newer version.
    """
    if not writer:
        return SqliteLog(_reading(path), path, None)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WriteRefused("read_only", path, str(fault.strerror)) from fault
    lock = WriterLock(path.with_suffix(".lock"), desk)
    try:
        return SqliteLog(_writing(path), path, lock)
    except BaseException:
        lock.release()
        raise


class SqliteLog:
    """The store contract over one SQLite connection; see `SessionLog`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, lock: WriterLock | None) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock

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
                settle_repeat(entries, self._page(expected_seq, len(entries)), head)
            else:
                self._insert(chained(entries, head))
            if drops_draft is not None:
                self._connection.execute("DELETE FROM draft WHERE slot = ?", (drops_draft,))

    def restore(self, rows: Sequence[Row], drafts: dict[str, Draft]) -> None:
        """Fill an empty log with rows of another, as they are; raises as `append`."""
        with self._transaction():
            if self._head() != EMPTY:
                raise ConflictError(f"{self.path}: only an empty log can be filled from another")
            if rows:
                self._insert(rows)
            self._connection.executemany(
                "INSERT INTO draft VALUES (?, ?, ?)",
                [(slot, draft.text, draft.at.isoformat()) for slot, draft in drafts.items()],
            )

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order."""
        return (decode_bytes(row.content) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order, a page at a time so that no read stays open."""
        while page := self._page(after, _PAGE):
            yield from page
            after = page[-1].seq

    def head(self) -> Head:
        """Number and hash of the last entry."""
        with translated(self.path):
            return self._head()

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered, by slot."""
        with translated(self.path):
            found = self._connection.execute("SELECT slot, text, at FROM draft").fetchall()
        return {slot: Draft(text, datetime.fromisoformat(at)) for slot, text, at in found}

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Make the text of that slot durable."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO draft VALUES (?, ?, ?)"
                " ON CONFLICT (slot) DO UPDATE SET text = excluded.text, at = excluded.at",
                (slot, text, at.astimezone(UTC).isoformat()),
            )

    def drop_draft(self, slot: str) -> None:
        """Forget the text of that slot, if there is one."""
        with self._transaction():
            self._connection.execute("DELETE FROM draft WHERE slot = ?", (slot,))

    def close(self) -> None:
        """Let the file and the right to write go."""
        try:
            with translated(self.path):
                self._connection.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def _head(self) -> Head:
        found = self._connection.execute("SELECT seq, hash FROM head").fetchone()
        return Head(*found) if found else EMPTY

    def _page(self, after: int, limit: int) -> list[Row]:
        with translated(self.path):
            found = self._connection.execute(
                "SELECT seq, id, content, hash FROM entry WHERE seq > ? ORDER BY seq LIMIT ?",
                (after, limit),
            ).fetchall()
        return [Row(*values) for values in found]

    def _insert(self, rows: Sequence[Row]) -> None:
        last = rows[-1]
        try:
            self._connection.executemany(
                "INSERT INTO entry VALUES (?, ?, ?, ?)",
                [(row.seq, row.id, row.content, row.hash) for row in rows],
            )
        except sqlite3.IntegrityError as fault:
            raise ConflictError(f"an entry of that number or id is in the log: {fault}") from fault
        self._connection.execute("REPLACE INTO head VALUES (1, ?, ?)", (last.seq, last.hash))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of what is done inside, durable when it ends, or none of it."""
        if self._lock is None:
            raise WriteRefused("read_only", self.path, "opened for reading")
        with translated(self.path):
            self._begin()
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    # The first failure is the one to report; SQLite may have rolled back itself.
                    with suppress(sqlite3.OperationalError):
                        self._connection.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        """Become the one who writes; tries again at uneven intervals, as SQLite's own waiting starves."""
        give_up = monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as fault:
                if not is_busy(fault) or monotonic() >= give_up:
                    raise
            sleep(uniform(0.005, 0.05))


def _writing(path: Path) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(
            path, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=True
        )
        try:
            is_new = _set_up(connection, path)
        except BaseException:
            connection.close()
            raise
    if is_new:
        sync_folder(path.parent)
    return connection


def _set_up(connection: sqlite3.Connection, path: Path) -> bool:
    give_up = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            # On a Mac only this reaches the disk itself; elsewhere it changes nothing.
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as fault:
            if not is_busy(fault) or monotonic() >= give_up:
                raise
        sleep(uniform(0.005, 0.05))
    is_new = _layout(connection, path) == 0
    if is_new:
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("COMMIT")
    return is_new


def _reading(path: Path) -> sqlite3.Connection:
    """Reads beside a writer; where the folder cannot be written, as a file that does not change."""
    if not path.exists():
        raise SessionError(f"{path}: there is no session log")
    where = path.resolve().as_uri()
    unfinished = path.with_name(path.name + "-wal")
    try:
        return _connected(f"{where}?mode=ro", path)
    except LogError as fault:
        if isinstance(fault, WriteRefused) and not unfinished.exists():
            return _connected(f"{where}?mode=ro&immutable=1", path)
        raise


def _connected(uri: str, path: Path) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            if _layout(connection, path) == 0:
                raise LogDamaged(f"{path}: the tables of a session log are missing")
        except BaseException:
            connection.close()
            raise
    return connection


def _layout(connection: sqlite3.Connection, path: Path) -> int:
    layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if layout > LAYOUT:
        raise LogError(f"{path}: written by a newer version (tables {layout}, here {LAYOUT})")
    return layout
