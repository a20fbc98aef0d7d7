"""The SQLite file: durable, one writer, and errors of the disk that are ours."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged, LogError, SessionBusy, SessionError
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.store import WriteRefused
from tests.session_log.meeting_day import meeting_day, opening, turn

CHECKOUT = Path(__file__).resolve().parents[2]
NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "day" / "log.db"


@pytest.fixture
def log(path: Path) -> Iterator[SqliteLog]:
    made = open_sqlite(path, writer=True, desk="desk-1")
    yield made
    made.close()


def pragma(log: SqliteLog, name: str) -> object:
    return log._connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_what_makes_a_commit_durable_is_set(log: SqliteLog) -> None:
    assert pragma(log, "journal_mode") == "wal"
    assert pragma(log, "synchronous") == 2
    assert pragma(log, "fullfsync") == 1
    assert pragma(log, "user_version") == sqlite_file.LAYOUT


COUNTED = """
import sys
from pathlib import Path
from meeting_tui.session_log.sqlite import open_sqlite
from tests.session_log.meeting_day import opening, turn
log = open_sqlite(Path(sys.argv[1]), writer=True)
log.append(opening(), 0)
Path(sys.argv[1]).with_name("begin").touch()
for n in range(20):
    log.append(turn(4 + 4 * n), 3 + 4 * n)
Path(sys.argv[1]).with_name("end").touch()
log.close()
"""


def test_a_commit_syncs_once(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace, which counts the syncs, is not on this machine")
    trace = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,open,openat"
    done = subprocess.run(
        [
            strace,
            "-f",
            "-o",
            trace,
            "-e",
            calls,
            sys.executable,
            "-c",
            COUNTED,
            tmp_path / "log.db",
        ],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if "PTRACE" in done.stderr or "ptrace" in done.stderr:
        pytest.skip("this machine does not let a process be traced")
    assert done.returncode == 0, done.stderr
    told = trace.read_text(encoding="utf-8", errors="replace")
    between = told[told.index('begin"') : told.index('end"')]

    assert len(re.findall(r"\b(?:fsync|fdatasync)\(", between)) == 20


def test_what_is_closed_is_there_when_opened_again(path: Path) -> None:
    log = open_sqlite(path, writer=True)
    log.append(meeting_day(2), 0)
    log.keep_draft("line", "x", NOON)
    log.close()

    again = open_sqlite(path, writer=True)

    assert tuple(again.read()) == meeting_day(2)
    assert set(again.drafts()) == {"line"}
    assert verify(again.rows(), again.head()) == ()
    again.close()


def test_a_second_writer_is_told_who_has_the_session(log: SqliteLog, path: Path) -> None:
    with pytest.raises(SessionBusy, match=r"already being written by process \d+ \(desk desk-1\)"):
        open_sqlite(path, writer=True, desk="desk-2")

    log.append(opening(), 0)
    assert log.head().seq == 3


def test_the_next_writer_comes_in_when_the_first_has_gone(log: SqliteLog, path: Path) -> None:
    log.close()

    second = open_sqlite(path, writer=True, desk="desk-2")
    second.append(opening(), 0)

    assert second.head().seq == 3
    second.close()


def test_a_reader_sees_what_the_writer_commits_and_writes_nothing(
    log: SqliteLog, path: Path
) -> None:
    reader = open_sqlite(path, writer=False)
    log.append(opening(), 0)
    log.keep_draft("line", "x", NOON)

    assert tuple(reader.read()) == opening()
    assert set(reader.drafts()) == {"line"}
    with pytest.raises(WriteRefused, match="opened for reading") as refused:
        reader.append(turn(4), 3)
    assert refused.value.reason == "read_only"
    with pytest.raises(WriteRefused):
        reader.keep_draft("line", "y", NOON)
    reader.close()


def test_a_reader_finds_no_session(path: Path) -> None:
    with pytest.raises(SessionError, match="there is no session log"):
        open_sqlite(path, writer=False)
    assert not path.exists()


def test_a_reader_finds_other_tables(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "log.db").close()
    (tmp_path / "log.db").touch()

    with pytest.raises(LogDamaged, match="tables of a session log are missing"):
        open_sqlite(tmp_path / "log.db", writer=False)


@pytest.mark.parametrize("writer", [True, False])
def test_tables_of_a_newer_version_are_left_alone(path: Path, writer: bool) -> None:
    open_sqlite(path, writer=True).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    other.close()

    with pytest.raises(LogError, match="newer version") as refused:
        open_sqlite(path, writer=writer)
    assert not isinstance(refused.value, LogDamaged)


def test_the_connection_belongs_to_its_thread(log: SqliteLog) -> None:
    caught: list[BaseException] = []

    def use() -> None:
        try:
            log.head()
        except sqlite3.ProgrammingError as fault:
            caught.append(fault)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()

    assert len(caught) == 1
