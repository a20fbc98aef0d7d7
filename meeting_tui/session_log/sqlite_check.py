"""Whether the file of a session log is sound, found out before anything is written to it.

A page that only writing needs (an index) reads well for days and then refuses every act; and what
stands behind a damaged place of the second file, SQLite overwrites with the next act. So all of it
is looked at by one who only reads, and what is damaged is left for mending as it is.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import sleep

from meeting_tui.errors import LogDamaged, LogError
from meeting_tui.outside import LOG, open_outside, read_outside
from meeting_tui.session_log.acknowledged import Acknowledged, read_acknowledged
from meeting_tui.session_log.files import SESSION_TOML
from meeting_tui.session_log.sqlite_faults import translated
from meeting_tui.session_log.sqlite_file import check_layout, is_gone
from meeting_tui.session_log.write_ahead import hides_commits
from meeting_tui.words import Sentence

_INTERVAL_SECONDS = 0.05


class HiddenCommits(LogDamaged):
    """Commits stand behind a damaged place, where SQLite does not read them."""


def refuse_damaged(path: Path, *, is_mended: bool = False, tries: int = 1) -> None:
    """Raise LogDamaged where the database could not be read wholly, or not be written.

    Also where commits stand behind a damaged place, or, but for one just mended, it has not what
    was acknowledged last. `tries`: more than one where somebody may be writing.
    Raises LogError for tables of a newer version or of another program, WriteRefused. Some
    milliseconds for a long day.
    """
    journal = path.with_name(f"{path.name}-journal")
    if is_gone(path) or journal.exists():
        return  # nothing is there yet, or whoever opens it says what is wrong
    # The driver, as it opens the file, notes how far it can read the second one.
    with _looked_at(path) as connection:
        layout = check_layout(connection, path)
    # With no connection open: a file that is closed takes all the locks of this process with it,
    # and whoever opens the log then begins the shared file anew under the eyes of the driver.
    unfinished = _unfinished(path)
    if _hides(unfinished, path.with_name(f"{path.name}-shm"), tries):
        what = Sentence("log_fault.hidden_commits", file=unfinished.name)
        raise HiddenCommits(Sentence("fault.at", place=str(path), what=what))
    if layout == 0:
        _refuse_foreign(path)
        return
    with _looked_at(path) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise _damaged(path, Sentence("log_fault.driver_malformed"))
        last = read_acknowledged(path.parent, _first(connection))
        if last and not is_mended and not _has(connection, last):
            raise _damaged(path, Sentence("log_fault.lacks_acknowledged", seq=last.seq))


def _refuse_foreign(path: Path) -> None:
    """Raise where the tables are another program's: nothing of it is touched, but to be mended."""
    with _looked_at(path) as connection:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return  # cut off while the tables were made
    what = Sentence("log_fault.no_session_log", path=str(path))
    raise LogDamaged(what) if path.with_name(SESSION_TOML).exists() else LogError(what)


@contextmanager
def _looked_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, and leaves no second file where there is none."""
    at_rest = "" if _unfinished(path).exists() else "&immutable=1"
    where = f"{path.resolve().as_uri()}?mode=ro{at_rest}"
    with (
        translated(path),
        closing(sqlite3.connect(where, uri=True, isolation_level=None)) as connection,
    ):
        yield connection


def _unfinished(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _hides(unfinished: Path, counted: Path, tries: int) -> bool:
    """Whether it hides commits; one that is on its way to the disk just now is none."""
    try:
        raw = read_outside(unfinished, LOG)
        for number in range(tries):
            if not hides_commits(raw, counted):
                return False
            if number < tries - 1:
                sleep(_INTERVAL_SECONDS)
        with open_outside(unfinished, LOG) as file:  # begun anew, it tells of another round
            return file.read(32) == raw[:32]
    except FileNotFoundError:
        return False  # none there, or whoever wrote has put all of it into the first and ended


def _first(connection: sqlite3.Connection) -> str | None:
    found = connection.execute("SELECT hash FROM entry WHERE seq = 1").fetchone()
    return str(found[0]) if found else None


def _has(connection: sqlite3.Connection, last: Acknowledged) -> bool:
    query = "SELECT hash FROM entry WHERE seq = ?"
    return bool(connection.execute(query, (last.seq,)).fetchone() == (last.hash,))


def _damaged(path: Path, what: Sentence) -> LogDamaged:
    return LogDamaged(Sentence("fault.at", place=str(path), what=what))
