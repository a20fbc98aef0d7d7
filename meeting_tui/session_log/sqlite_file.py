"""The SQLite file of a session log: opening it, its errors as ours, and overwriting what is purged.

It is opened durable for its writer and harmless for a reader. A database keeps what it was in pages
nobody points to and in its write-ahead file; the text beside it holds every event too. The file
itself remembers that overwriting these is owed, so that a purge cut off at any moment is finished
by whoever opens the session next.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import uniform
from tempfile import TemporaryDirectory, TemporaryFile
from threading import Lock
from time import monotonic, sleep
from typing import BinaryIO

from meeting_tui.errors import LogDamaged, LogError, SessionError, why
from meeting_tui.outside import LOG, blocks_of, open_outside, read_outside, refuse_no_file
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.files import (
    DRAFTS,
    SESSION_TOML,
    hashes_in,
    open_alone,
    os_reason,
    refuse_link,
    remove_unfinished,
    sync_folder,
    write_atomic,
)
from meeting_tui.session_log.store import Reason, WriteRefused
from meeting_tui.words import Sentence

LAYOUT = 1
"""Version of the tables, kept as the file's `user_version`."""
PATIENCE_SECONDS = 5.0
"""How long a writer tries again while another program holds the file."""
_BESIDE = ("wal", "shm", "journal")
_BUSY_SECONDS = 0.02
_MAGIC = b"SQLite format 3\0"
_MODE_AT = 18
_WITHOUT_SECOND_FILE = b"\x01\x01"
"""In the header, instead of what says that the newest pages stand in a second file."""

_TABLES = (
    "CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
    " content BLOB NOT NULL, hash TEXT NOT NULL)",
    "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL,"
    " hash TEXT NOT NULL)",
    "CREATE TABLE draft (slot TEXT PRIMARY KEY, text TEXT NOT NULL, at TEXT NOT NULL)",
)
_KEEPS_HEAD = "keeps_head"
"""A table, without rows, that is there once `log.head` was: a version that does not know it reads
and writes the file as before."""
_REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_SAID = {
    "attempt to write a readonly database": Sentence("log_fault.driver_read_only"),
    "database disk image is malformed": Sentence("log_fault.driver_malformed"),
    "database is locked": Sentence("log_fault.driver_locked"),
    "database or disk is full": Sentence("log_fault.driver_full"),
    "disk I/O error": Sentence("log_fault.driver_disk"),
    "file is not a database": Sentence("log_fault.driver_foreign"),
    "unable to open database file": Sentence("log_fault.driver_unopened"),
}
_PROBE_BYTES = 1 << 16
"""As much as the driver requests at once, for the file that readers and writers share."""
_UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
_OWED = 0x50555247
"""The file's `application_id` while text that was purged may still stand in its free pages."""
_INTERVAL_SECONDS = 0.05
_OPEN_HERE: dict[Path, list[BinaryIO]] = {}
"""The databases that this process writes, each with the files it has read them through."""
_WRITERS_HERE: Counter[Path] = Counter()
"""By how many connections it writes each of them."""
_READING = Lock()
OnPurge = Callable[[Sequence[str]], None]
"""Removes what a purge removes from where a log knows nothing of; the texts, where still known."""


def refuse_to_begin_anew(path: Path) -> None:
    """An empty file is made good by SQLite without a word; beside a session.toml that is a loss."""
    text = path.with_name(SESSION_TOML)
    if is_gone(path) and (holds_more(path) or (text.exists() and text.stat().st_size)):
        raise LogDamaged(Sentence("log_fault.gone", path=str(path)))


def is_gone(path: Path) -> bool:
    """Whether there is nothing of the file; the driver takes one of a single byte for empty too."""
    return not path.exists() or path.stat().st_size <= 1


def holds_more(path: Path) -> bool:
    """Whether commits may stand beside the file, as a killed writer leaves them."""
    unfinished = path.with_name(path.name + "-wal")
    return unfinished.exists() and unfinished.stat().st_size > 0


def connect_writer(path: Path) -> sqlite3.Connection:
    """A connection whose commits are on the disk when they return; makes the tables."""
    _make_alone(path)
    with _READING:
        _OPEN_HERE.setdefault(path.absolute(), [])
        _WRITERS_HERE[path.absolute()] += 1
    try:
        with translated(path):
            connection = sqlite3.connect(
                path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=True
            )
            try:
                is_new = _set_up(connection, path)
            except BaseException:
                connection.close()
                raise
    except BaseException:
        _let_go(path)
        raise
    if is_new:
        sync_folder(path.parent)
    return connection


def disconnect_writer(connection: sqlite3.Connection, path: Path) -> None:
    """Close the connection of `connect_writer`, then what the database was read through."""
    try:
        connection.close()
    finally:
        _let_go(path)


def _let_go(path: Path) -> None:
    with _READING:
        _WRITERS_HERE[path.absolute()] -= 1
        if _WRITERS_HERE[path.absolute()] <= 0:
            del _WRITERS_HERE[path.absolute()]
            for file in _OPEN_HERE.pop(path.absolute(), ()):
                file.close()


def read_database(path: Path) -> bytes:
    """The bytes of a database as they stand in its file; raises as `read_outside`.

    What is read while this process writes the database is closed after it: a POSIX system drops all
    locks of a process on a file as soon as the process closes any of its files on it, and another
    program would then take the log for one that nobody writes.
    """
    file = _kept_open(path) or open_outside(path, LOG)
    try:
        file.seek(0)
        return b"".join(blocks_of(file, LOG))
    finally:
        with _READING:
            kept = _OPEN_HERE.get(path.absolute())
            if kept is None:
                file.close()
            else:
                kept.append(file)


def _kept_open(path: Path) -> BinaryIO | None:
    """A file that the database was read through before, for this reading alone."""
    with _READING:
        for file in _OPEN_HERE.get(path.absolute(), []):
            if os.path.samestat(os.fstat(file.fileno()), path.stat()):
                _OPEN_HERE[path.absolute()].remove(file)
                return file
    return None


def _make_alone(path: Path) -> None:
    """Have the file there for its owner alone before the driver, which would follow a link to it.

    The files that the driver puts beside it are as this one is.
    """
    refuse_links(path)
    try:
        if not path.exists():
            os.close(open_alone(path, os.O_RDWR | os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        pass  # somebody else was first
    except OSError as fault:
        raise WriteRefused(os_reason(fault), path, why(fault)) from fault


def refuse_links(path: Path) -> None:
    """Raise WriteRefused where the database, or what is beside it, is a link or no file."""
    for file in _files_of(path):
        try:
            refuse_link(file)
            refuse_no_file(file)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), file, why(fault)) from fault


def _files_of(path: Path) -> tuple[Path, ...]:
    """The file and those that the driver opens with it."""
    return (path, *(path.with_name(f"{path.name}-{ending}") for ending in _BESIDE))


def _set_up(connection: sqlite3.Connection, path: Path) -> bool:
    patiently(connection, "PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    # On a Mac only this reaches the disk itself; elsewhere it changes nothing.
    connection.execute("PRAGMA fullfsync = ON")
    # What is deleted or replaced is overwritten with zeros, in the file and within its pages.
    connection.execute("PRAGMA secure_delete = ON")
    begin(connection)
    is_new = check_layout(connection, path) == 0
    if is_new:
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    connection.execute("COMMIT")
    return is_new


def connect_reader(path: Path) -> sqlite3.Connection:
    """Reads beside a writer; a log that nobody writes it reads without a trace in the folder.

    Raises SessionError where there is no file, LogDamaged, WriteRefused, LogError.
    """
    if not path.exists() and not holds_more(path):
        raise SessionError(Sentence("log_fault.no_log", path=str(path)))
    for file in _files_of(path):
        try:
            refuse_no_file(file)  # the driver would wait for a pipe
        except OSError as fault:
            raise SessionError(Sentence("fault.at", place=str(file), what=why(fault))) from fault
    if is_gone(path):
        # Not for the driver: it removes what belongs to an empty file.
        key = "log_fault.gone" if holds_more(path) else "log_fault.no_tables"
        raise LogDamaged(Sentence(key, path=str(path)))
    where = path.resolve().as_uri()
    unfinished = path.with_name(path.name + "-wal")
    content = _at_rest(path, unfinished)
    if content is not None:
        return _connected(":memory:", path, content)
    try:
        return _connected(f"{where}?mode=ro", path)
    except LogError as fault:
        if not isinstance(fault, WriteRefused):
            raise
    if not unfinished.exists():
        return _connected(f"{where}?mode=ro&immutable=1", path)
    return _connected(":memory:", path, _completed(path, unfinished))


def _at_rest(path: Path, unfinished: Path) -> bytes | None:
    """The whole file as it would be without a writer; None where one writes it, or was cut off.

    A connection to it would leave two files beside it, also where it only reads.
    """
    journal = path.with_name(path.name + "-journal")
    try:
        if unfinished.exists() or journal.exists():
            return None
        content = read_database(path)
        # A writer that came meanwhile made its second file before it touched the first.
        if unfinished.exists() or journal.exists():
            return None
    except OSError:
        return None  # the driver says what is wrong with it
    if content[: len(_MAGIC)] != _MAGIC:
        return None
    return content[:_MODE_AT] + _WITHOUT_SECOND_FILE + content[_MODE_AT + 2 :]


def _completed(path: Path, unfinished: Path) -> bytes:
    """The file with the commits that a killed writer left beside it, made in a copy."""
    with TemporaryDirectory(prefix="meeting-tui-") as place, translated(path):
        copy = Path(place, path.name)
        copy.write_bytes(read_database(path))
        shutil.copyfile(unfinished, Path(place, unfinished.name))
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        return copy.read_bytes()


def _connected(uri: str, path: Path, content: bytes | None = None) -> sqlite3.Connection:
    with translated(path):
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            if content is not None:
                connection.deserialize(content)
            if check_layout(connection, path) == 0:
                raise LogDamaged(Sentence("log_fault.no_tables", path=str(path)))
        except BaseException:
            connection.close()
            raise
    return connection


def check_layout(connection: sqlite3.Connection, path: Path) -> int:
    """The version of the tables there, 0 for none; raises LogError for a newer one."""
    layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if layout > LAYOUT:
        raise LogError(
            Sentence("log_fault.newer_tables", path=str(path), layout=layout, known=LAYOUT)
        )
    return layout


def keeps_head(connection: sqlite3.Connection) -> bool:
    """Whether what was acknowledged last is kept in a file of its own beside this one."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (_KEEPS_HEAD,)).fetchone() is not None


def note_keeps_head(connection: sqlite3.Connection) -> None:
    """Remember it; within a transaction, and once that file is on the disk."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS {_KEEPS_HEAD} (one INTEGER PRIMARY KEY)")


def begin(connection: sqlite3.Connection) -> None:
    """Become the one who writes, or raise the driver's error when that takes too long."""
    patiently(connection, "BEGIN IMMEDIATE")


def patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Try at uneven intervals while the file is held elsewhere: SQLite's own waiting starves."""
    give_up = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            connection.execute(statement)
            return
        except sqlite3.OperationalError as fault:
            if not is_busy(fault) or monotonic() >= give_up:
                raise
        sleep(uniform(0.001, 0.01))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn an error of the driver into WriteRefused or LogDamaged; misuse of it is passed on."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        if _code(fault) == sqlite3.SQLITE_ERROR:
            # A statement that does not fit the tables: they are not those of a session log.
            raise _damaged(path, fault) from fault
        if fault.sqlite_errorcode in _UNREADABLE:
            raise _damaged(path, fault) from fault
        reason = _REASONS.get(_code(fault)) or _reason_of_disk(path)
        said = _said(fault) if reason == "other" or _code(fault) in _REASONS else ""
        raise WriteRefused(reason, path, said) from fault
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as fault:
        raise _damaged(path, fault) from fault


def _reason_of_disk(path: Path) -> Reason:
    """What the system answers if we write a little there: the driver does not tell.

    If a disk or somebody's share of it is full, the driver often reports only an input or output
    error.
    """
    try:
        with TemporaryFile(dir=path.parent) as probe:
            probe.write(bytes(_PROBE_BYTES))
            probe.flush()
            os.fsync(probe.fileno())
    except OSError as fault:
        return os_reason(fault)
    return "other"


def _damaged(path: Path, fault: sqlite3.Error) -> LogDamaged:
    return LogDamaged(Sentence("fault.at", place=str(path), what=_said(fault)))


def _said(fault: sqlite3.Error) -> Sentence | str:
    """What the driver says, if we have words for it."""
    return _SAID.get(str(fault), str(fault))


def is_busy(fault: sqlite3.Error) -> bool:
    """Whether another program holds the file, so that trying again may help."""
    return _code(fault) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(fault: sqlite3.Error) -> int:
    """The primary code; the driver gives the extended one in the upper bits."""
    return getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def nothing_more(texts: Sequence[str]) -> None:
    """The log is all there is."""


def owe_scrubbing(connection: sqlite3.Connection) -> None:
    """Remember it; to be called within the transaction of the purge."""
    connection.execute(f"PRAGMA application_id = {_OWED}")


def owes_scrubbing(connection: sqlite3.Connection) -> bool:
    """Whether a purge is not finished."""
    found = connection.execute("PRAGMA application_id").fetchone()
    return bool(found == (_OWED,))


def scrub(connection: sqlite3.Connection, database: Path, rows: Sequence[Row], head: Head) -> None:
    """Overwrite it all; doing so twice is as good as once. The rows are those of the database.

    Raises the driver's errors, and WriteRefused where somebody reads for too long.
    """
    remove_unfinished((database.parent, database.with_name(DRAFTS)))
    _rewrite_text(database.with_name(SESSION_TOML), rows, head)
    patiently(connection, "VACUUM")
    _empty_write_ahead(connection, database)
    connection.execute("PRAGMA application_id = 0")


def _empty_write_ahead(connection: sqlite3.Connection, database: Path) -> None:
    give_up = monotonic() + PATIENCE_SECONDS
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if monotonic() >= give_up:
            raise WriteRefused("locked", database, Sentence("log_fault.purged_waits"))
        sleep(_INTERVAL_SECONDS)


def _rewrite_text(path: Path, rows: Sequence[Row], head: Head) -> None:
    """Write session.toml anew, if there is one and the database has all its events."""
    if not path.exists():
        return
    # Seldom needed, and slow to load.
    from meeting_tui.session_log.toml_log import dump_session, name_in

    content = read_outside(path, LOG)
    if hashes_in(content) <= {row.hash for row in rows}:
        name = name_in(content) or path.parent.name
        write_atomic(path, dump_session(name, rows, head).encode("utf-8"))
