"""Opening the SQLite file of a session log: durable for its writer, harmless for a reader."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from random import uniform
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from meeting_tui.errors import LogDamaged, LogError, SessionError, why
from meeting_tui.outside import LOG, read_outside, refuse_no_file
from meeting_tui.session_log.files import SESSION_TOML, sync_folder
from meeting_tui.session_log.owner_alone import open_alone, refuse_link
from meeting_tui.session_log.sqlite_faults import is_busy, translated
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.writer_lock import os_reason
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
    with translated(path):
        connection = sqlite3.connect(
            path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=True
        )
        try:
            is_new = _set_up(connection, path)
        except BaseException:
            connection.close()
            raise
    if is_new:
        sync_folder(path.parent)
    return connection


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
        content = read_outside(path, LOG)
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
        shutil.copyfile(path, copy)
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
        sleep(uniform(0.005, 0.05))
