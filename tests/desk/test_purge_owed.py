"""While somebody reads the log a purge is recorded and told as done, and what waits is told too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from meeting_tui.desk.desk import Accepted, What
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import SessionLog
from meeting_tui.views.keeping import Keeping
from tests.desk.exported import kept
from tests.desk.seat import Room, first_entry
from tests.session_log.purged_session import POINT, SECRET, files_saying, spoken


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.1)


@contextmanager
def read_by_somebody(database: Path) -> Iterator[None]:
    reader = sqlite3.connect(database, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchone()
    try:
        yield
    finally:
        reader.close()


def test_from_the_shell_it_is_told_and_the_next_line_is_done(tmp_path: Path) -> None:
    folder = kept(spoken().meeting, tmp_path / "day")
    with (
        read_by_somebody(folder.database),
        visit(folder, Seat("shell", "ab"), "en") as visitor,
    ):
        done = visitor.do(f"purge! {POINT}")
        assert not isinstance(done, Refusal)
        told = visitor.tell(done)
        assert not isinstance(visitor.do("note on 1 a1 afterwards"), Refusal)
        assert files_saying(folder.path, SECRET)

    assert told.startswith("Text of point n2 on intervention 1 removed for good")
    assert (
        "The purge is recorded. The text is still in the files (another program is using it)"
        in told
    )
    folder.write("desk").close()
    assert files_saying(folder.path, SECRET) == []


def test_a_reader_keeps_nobody_from_opening_the_session(tmp_path: Path) -> None:
    folder = kept(spoken().meeting, tmp_path / "day")
    with read_by_somebody(folder.database):
        with visit(folder, Seat("shell", "ab"), "en") as visitor:
            visitor.do(f"purge! {POINT}")
        log = folder.write("desk")
    log.finish_purge()

    assert files_saying(folder.path, SECRET) == []
    log.close()


def test_at_a_desk_the_act_is_told_first(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)

    def open_log() -> SessionLog:
        log = open_sqlite(folder.database, writer=True)
        if not log.head().seq:
            log.append([first_entry()], 0)
        return log

    room = Room(open_log=open_log)
    for line in ("open", "item 0", "floor mex!", f"note /off-record {SECRET}"):
        room.do(line)
    heard: list[What] = []
    room.desk.listen(heard.append)
    with read_by_somebody(folder.database):
        room.desk.submit("purge! n1")
        room.until(lambda: len(heard) > 1)
    assert isinstance(heard[0], Accepted)
    assert isinstance(heard[1], Keeping)
    assert (heard[1].trouble, heard[1].waiting) == ("owed", 0)

    room.until(lambda: room.desk.keeping.trouble is None)
    assert files_saying(tmp_path, SECRET) == []
    assert room.desk.leave()


def test_leaving_while_it_waits_loses_nothing(tmp_path: Path) -> None:
    room = Room(open_log=lambda: _begun(tmp_path / "log.db"))
    for line in ("open", "item 0", "floor mex!", f"note /off-record {SECRET}"):
        room.do(line)
    with read_by_somebody(tmp_path / "log.db"):
        assert isinstance(room.do("purge! n1"), Accepted)
        assert room.desk.leave()


def _begun(database: Path) -> SessionLog:
    log = open_sqlite(database, writer=True)
    log.append([first_entry()], 0)
    return log
