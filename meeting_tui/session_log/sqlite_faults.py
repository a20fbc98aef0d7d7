"""The one place where errors of SQLite become our own errors."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.store import Reason, WriteRefused
from meeting_tui.session_log.writer_lock import os_reason
from meeting_tui.words import Sentence

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
    # Seldom needed, and slow to load.
    from tempfile import TemporaryFile

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
