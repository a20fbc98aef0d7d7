"""Overwriting in the files of a session what a purge removed from its tables.

A database keeps what it was in pages nobody points to and in its write-ahead file; the text beside
it holds every event too. The file itself remembers that this is owed, so that a purge cut off at
any moment is finished by whoever opens the session next.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep

from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.files import DRAFTS, SESSION_TOML, hashes_in, write_atomic
from meeting_tui.session_log.sqlite_file import PATIENCE_SECONDS, patiently
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.unfinished import remove_unfinished
from meeting_tui.words import Sentence

_OWED = 0x50555247
"""The file's `application_id` while text that was purged may still stand in its free pages."""
_INTERVAL_SECONDS = 0.05

OnPurge = Callable[[Sequence[str]], None]
"""Removes what a purge removes from where a log knows nothing of; the texts, where still known."""


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
