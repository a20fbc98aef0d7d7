"""A sync tool that cuts or overwrites the open log is noticed, and nothing passes for saved."""

from __future__ import annotations

import os
import queue
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from meeting_tui.desk.desk import Desk
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry
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
        seat.hear_until(lambda number=number: len(seat.desk.table.meeting.entries) == number)  # type: ignore[misc]
    assert seat.desk.keeping.trouble is None
    yield seat
    seat.desk.leave()


def cut(file: Path) -> None:
    os.truncate(file, 0)


def scribble(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(b"x" * file.stat().st_size)  # the pages that no newer ones stand for, too


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
    count = len(seat.desk.table.meeting.entries)
    assert count == 4 + types_on
    assert seat.desk.leave()
    opened = open_session(other, SEAT)
    opened.writer.close()
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
    source.hear_until(lambda: len(source.desk.table.meeting.entries) == 2)
    source.desk.leave()
    return source.desk.table.meeting.entries[1:]


def test_a_file_that_was_only_touched_is_still_ours(folder: SessionFolder, seat: Seat) -> None:
    os.utime(folder.database)
    os.utime(folder.path / "log.db-wal")
    seat.desk.submit("inscribe fra")
    seat.hear_until(lambda: len(seat.desk.table.meeting.entries) == 5)
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
