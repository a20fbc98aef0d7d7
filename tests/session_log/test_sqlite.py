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
from meeting_tui.session_log.sqlite_faults import translated
from meeting_tui.session_log.store import EMPTY, WriteRefused
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


def test_a_full_disk_is_told_and_overcome(log: SqliteLog) -> None:
    log.append(opening(), 0)
    pages = pragma(log, "page_count")
    log._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WriteRefused) as refused:
        for n in range(100):
            log.append(turn(4 + 4 * n), 3 + 4 * n)
    assert refused.value.reason == "full"
    assert "the disk is full" in str(refused.value)
    kept = tuple(log.read())
    assert kept == meeting_day(100)[: len(kept)]

    log._connection.execute("PRAGMA max_page_count = 100000")
    seq = len(kept)
    log.append(meeting_day(100)[seq : seq + 4], seq)

    assert verify(log.rows(), log.head()) == ()
    assert log.head().seq == seq + 4


def test_a_failing_draft_leaves_the_log_usable(log: SqliteLog) -> None:
    log.append(opening(), 0)
    log._connection.execute(f"PRAGMA max_page_count = {pragma(log, 'page_count')}")

    with pytest.raises(WriteRefused, match="full"):
        log.keep_draft("note", "x" * 100_000, NOON)

    assert log.drafts() == {}
    assert log.head().seq == 3


def test_a_log_that_may_only_be_read(log: SqliteLog) -> None:
    log._connection.execute("PRAGMA query_only = ON")

    with pytest.raises(WriteRefused) as refused:
        log.append(opening(), 0)

    assert refused.value.reason == "read_only"
    log._connection.execute("PRAGMA query_only = OFF")
    log.append(opening(), 0)
    assert log.head().seq == 3


HOLDER = """
import sqlite3, sys, time
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(float(sys.argv[2]))
held.execute("ROLLBACK")
"""


def holding(path: Path, seconds: float) -> subprocess.Popen[str]:
    """A process that holds the file against writing for so long."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path, str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_file_held_for_a_moment_is_waited_for(log: SqliteLog, path: Path) -> None:
    with holding(path, 0.7):
        log.append(opening(), 0)

    assert log.head().seq == 3


def test_a_file_held_for_long_is_told_and_written_later(
    log: SqliteLog, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.3)
    with holding(path, 5) as holder:
        with pytest.raises(WriteRefused) as refused:
            log.append(opening(), 0)
        assert refused.value.reason == "locked"
        assert log.head() == EMPTY
        holder.kill()

    log.append(opening(), 0)
    assert log.head().seq == 3


def test_patience_is_five_seconds() -> None:
    assert sqlite_file.PATIENCE_SECONDS == 5


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(WriteRefused):
        open_sqlite(tmp_path / "file" / "log.db", writer=True)


@pytest.mark.parametrize(
    "content", [b"not a database" * 1000, b"SQLite format 3\0" + b"\xff" * 999]
)
@pytest.mark.parametrize("writer", [True, False])
def test_what_is_no_database_is_damage(tmp_path: Path, content: bytes, writer: bool) -> None:
    (tmp_path / "log.db").write_bytes(content)

    with pytest.raises(LogDamaged):
        open_sqlite(tmp_path / "log.db", writer=writer)
    assert (tmp_path / "log.db").read_bytes() == content


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_lost_file_is_not_begun_anew(tmp_path: Path, is_gone: bool) -> None:
    if not is_gone:
        (tmp_path / "log.db").touch()
    (tmp_path / "session.toml").write_text("[session]\n", encoding="utf-8")

    with pytest.raises(LogDamaged, match="empty or gone"):
        open_sqlite(tmp_path / "log.db", writer=True)


def test_an_empty_file_with_nothing_beside_it_is_new(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    log = open_sqlite(tmp_path / "log.db", writer=True)

    assert log.head() == EMPTY
    log.close()


def test_pages_lost_while_a_reader_has_the_log_are_damage(path: Path) -> None:
    log = open_sqlite(path, writer=True)
    log.append(meeting_day(1000), 0)
    log.close()
    reader = open_sqlite(path, writer=False)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))

    with pytest.raises(LogDamaged):
        list(reader.rows())
    reader.close()


def test_a_log_cut_in_half_is_damage(path: Path) -> None:
    log = open_sqlite(path, writer=True)
    log.append(meeting_day(400), 0)
    log.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    for writer in (True, False):
        with pytest.raises(LogDamaged):
            open_sqlite(path, writer=writer)


def test_only_an_empty_log_is_filled_from_another(log: SqliteLog) -> None:
    log.append(opening(), 0)
    rows = tuple(log.rows())

    with pytest.raises(LogError, match="only an empty log"):
        log.restore(rows, {})


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "read_only"),
        (sqlite3.SQLITE_CANTOPEN, "read_only"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"),
        (sqlite3.SQLITE_IOERR_WRITE, "other"),
    ],
)
def test_errors_of_the_driver_have_a_reason(tmp_path: Path, code: int, reason: str) -> None:
    fault = sqlite3.OperationalError("said")
    fault.sqlite_errorcode = code

    with pytest.raises(WriteRefused) as refused, translated(tmp_path / "log.db"):
        raise fault

    assert refused.value.reason == reason
    assert refused.value.path == tmp_path / "log.db"


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ]
)
def test_errors_of_reading_are_damage(tmp_path: Path, code: int) -> None:
    fault = sqlite3.OperationalError("said")
    fault.sqlite_errorcode = code

    with pytest.raises(LogDamaged, match="said"), translated(tmp_path / "log.db"):
        raise fault
