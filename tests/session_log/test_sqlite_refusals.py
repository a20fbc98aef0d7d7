"""What the SQLite file says when the disk refuses, when it is held, and when it is damaged."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged, LogError
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.sqlite_file import translated
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
    path.with_name("log.db-wal").touch()  # as beside a writer; else it is read at once
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
    ("number", "reason", "said"),
    [
        (errno.ENOSPC, "full", "the disk is full"),
        (errno.EROFS, "read_only", "it cannot be written to"),
        (errno.EIO, "other", "the disk reports an error (disk I/O error)"),
    ],
)
def test_what_the_driver_keeps_to_itself_the_disk_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str, said: str
) -> None:
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE

    def refuse(_: int) -> None:
        raise OSError(number, "said by the system")

    monkeypatch.setattr("meeting_tui.session_log.sqlite_file.os.fsync", refuse)
    with pytest.raises(WriteRefused) as refused, translated(tmp_path / "log.db"):
        raise fault

    assert refused.value.reason == reason
    assert str(refused.value).endswith(said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ]
)
def test_errors_of_reading_are_damage(tmp_path: Path, code: int) -> None:
    fault = sqlite3.OperationalError("said")
    fault.sqlite_errorcode = code

    with pytest.raises(LogDamaged, match="said"), translated(tmp_path / "log.db"):
        raise fault
