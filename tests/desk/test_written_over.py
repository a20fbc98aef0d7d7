"""A sync tool that cuts or overwrites the open log is noticed, and nothing passes for saved."""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meeting_tui.desk.desk import Desk
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.damaged_database import read_remains
from meeting_tui.session_log.sqlite_file import read_database
from meeting_tui.session_log.store import WriteRefused
from tests.desk.seat import MORNING, SEAT, plan

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="an open file cannot be written over there"
)


class Seat:
    """A desk with what it is told, heard when the test asks."""

    def __init__(self, folder: SessionFolder) -> None:
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.desk: Desk = sit_down(open_session(folder, SEAT), SEAT, self.calls.put)

    def hear_until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self.calls.get(timeout=5)()


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    return folder


@pytest.fixture
def seat(folder: SessionFolder) -> Iterator[Seat]:
    seat = Seat(folder)
    for number, line in enumerate(("open", "item 0", "inscribe mex"), 2):
        seat.desk.submit(line)
        seat.hear_until(lambda number=number: len(seat.desk.intake.meeting.entries) == number)  # type: ignore[misc]
    assert seat.desk.keeping.trouble is None
    yield seat
    seat.desk.leave()


def cut(file: Path) -> None:
    os.truncate(file, 0)


def scribble(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"x" * file.stat().st_size)  # the pages that no newer ones stand for, too


def test_entries_that_the_first_file_holds_do_not_count_as_missing(
    folder: SessionFolder, seat: Seat
) -> None:
    (folder.path / "log.db-wal").unlink()
    seat.hear_until(lambda: seat.desk.keeping.trouble == "gone")
    log = folder.read()
    held = log.head().seq
    log.close()

    assert held == 1, "how the session began is in the first file"
    assert seat.desk.keeping.waiting == 3

    seat.desk.submit("inscribe fra")
    seat.hear_until(lambda: len(seat.desk.intake.meeting.entries) == 5)
    assert seat.desk.keeping.waiting == 4


def test_nothing_is_found_where_the_first_file_is_another_log_now(
    folder: SessionFolder, seat: Seat, tmp_path: Path
) -> None:
    other = SessionFolder(tmp_path / "other")
    begin(other, plan(), MORNING, SEAT, rehearsal=False)
    (folder.path / "log.db-wal").unlink()
    folder.database.write_bytes(other.database.read_bytes())  # in place: the same file
    seat.hear_until(lambda: seat.desk.keeping.trouble == "gone")
    assert seat.desk.keeping.waiting == 4


def is_unlocked(database: Path) -> bool:
    """Whether another process would take itself for the only one to have the log open."""
    code = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+b'), 6, 510, 0x40000002)"
    tried = [sys.executable, "-c", code, str(database)]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_reading_the_open_log_anew_leaves_the_locks_on_it(folder: SessionFolder) -> None:
    log = folder.write("desk")
    try:
        for _ in range(3):
            os.utime(folder.database)  # as a scanner that touched it
            log.look()
        assert not is_unlocked(folder.database)
        assert read_remains(folder.database).sound
        assert not is_unlocked(folder.database)
    finally:
        log.close()
    assert is_unlocked(folder.database)


def test_each_file_of_a_log_that_is_written_is_read_through_one_open_file(
    folder: SessionFolder, tmp_path: Path
) -> None:
    log = folder.write("desk")
    try:
        before = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 0
        for _ in range(5):
            read_database(folder.database)
        after = len(list(Path("/proc/self/fd").iterdir())) if sys.platform == "linux" else 1
        assert after - before == 1
    finally:
        log.close()


@pytest.mark.parametrize("damage", [cut, scribble])
@pytest.mark.parametrize("name", ["log.db-wal", "log.db"])
@pytest.mark.parametrize("types_on", [True, False])
def test_it_is_told_and_the_session_goes_on_elsewhere(
    folder: SessionFolder,
    seat: Seat,
    tmp_path: Path,
    name: str,
    damage: Callable[[Path], None],
    types_on: bool,
) -> None:
    damage(folder.path / name)
    if types_on:
        seat.desk.submit("inscribe fra")
    seat.hear_until(lambda: seat.desk.keeping.trouble == "damaged")
    assert "overwritten during the session" in str(seat.desk.keeping.sentence)
    other = SessionFolder(tmp_path / "saved")
    seat.desk.go_on_in(lambda: other.write("desk"))
    seat.hear_until(lambda: seat.desk.keeping.trouble is None)
    count = len(seat.desk.intake.meeting.entries)
    assert count == 4 + types_on
    assert seat.desk.leave()
    opened = open_session(other, SEAT)
    opened.close()
    assert len(opened.meeting.entries) == count


def test_who_leaves_it_so_is_not_told_that_all_is_saved(folder: SessionFolder, seat: Seat) -> None:
    cut(folder.path / "log.db-wal")
    assert not seat.desk.leave()
    assert seat.desk.keeping.trouble == "damaged"


def test_an_older_copy_put_in_its_place_is_noticed(folder: SessionFolder, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    shutil.copyfile(folder.database, older)
    log = folder.write("desk")
    log.append(one_more(folder), 1)
    cut(folder.path / "log.db-wal")
    folder.database.write_bytes(older.read_bytes())
    with pytest.raises(LogDamaged, match="overwritten"):
        log.look()
    log.close()


def one_more(folder: SessionFolder) -> list[Entry]:
    other = SessionFolder(folder.path.parent / "source")
    shutil.copytree(folder.path, other.path)
    source = Seat(other)
    source.desk.submit("open")
    source.hear_until(lambda: len(source.desk.intake.meeting.entries) == 2)
    source.desk.leave()
    return source.desk.intake.meeting.entries[1:]


def test_a_file_that_was_only_touched_is_still_ours(folder: SessionFolder, seat: Seat) -> None:
    os.utime(folder.database)
    os.utime(folder.path / "log.db-wal")
    seat.desk.submit("inscribe fra")
    seat.hear_until(lambda: len(seat.desk.intake.meeting.entries) == 5)
    assert seat.desk.keeping.trouble is None


def test_a_write_that_failed_leaves_no_suspicion(folder: SessionFolder) -> None:
    log = folder.write("desk")
    with pytest.raises(WriteRefused):
        log._log._connection.execute("PRAGMA query_only = ON")  # type: ignore[attr-defined]
        log.keep_draft("notes", "x", MORNING)
    log._log._connection.execute("PRAGMA query_only = OFF")  # type: ignore[attr-defined]
    os.utime(folder.database)
    log.keep_draft("notes", "x", MORNING)
    assert log.drafts()["notes"].text == "x"
    log.close()
