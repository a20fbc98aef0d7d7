"""Where SQLite's errors become ours, and nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.store import Reason, WriteRefused

_REASONS: dict[int, Reason] = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_CANTOPEN: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_UNREADABLE = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn an error of the driver into WriteRefused or LogDamaged; misuse of it stays as it is."""
    try:
        yield
    except sqlite3.OperationalError as fault:
        if _code(fault) == sqlite3.SQLITE_ERROR:
            # A statement that does not fit the tables: they are not those of a session log.
            raise LogDamaged(f"{path}: {fault}") from fault
        if fault.sqlite_errorcode in _UNREADABLE:
            raise LogDamaged(f"{path}: {fault}") from fault
        raise WriteRefused(_REASONS.get(_code(fault), "other"), path, str(fault)) from fault
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as fault:
        raise LogDamaged(f"{path}: {fault}") from fault


def is_busy(fault: sqlite3.Error) -> bool:
    """Whether another program holds the file, so that trying again may help."""
    return _code(fault) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(fault: sqlite3.Error) -> int:
    """The primary code; the driver gives the extended one in the upper bits."""
    return getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
