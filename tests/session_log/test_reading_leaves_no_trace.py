"""Who only reads a session that nobody writes leaves its folder as it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.sessions import SessionFolder, list_sessions
from meeting_tui.desk.verifying import check_session
from meeting_tui.errors import LogDamaged
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from tests.desk.exported import kept
from tests.session_log.meeting_day import meeting_day
from tests.session_log.purged_session import spoken
from tests.session_log.test_write_ahead import killed


def looks(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {each.name: (each.stat().st_mtime_ns, each.read_bytes()) for each in folder.iterdir()}


@pytest.fixture
def session(tmp_path: Path) -> SessionFolder:
    return kept(spoken().meeting, tmp_path / "day")


def test_reading_and_exporting(session: SessionFolder) -> None:
    before = looks(session.path)

    log = session.read()
    assert tuple(log.read()) == tuple(spoken().meeting.entries)
    assert looks(session.path) == before
    log.close()
    assert export_files(session, ("json",))

    assert looks(session.path) == before


def test_what_is_being_written_is_read_as_it_is_now(session: SessionFolder) -> None:
    """Here the newest pages stand in the second file."""
    writer = session.write("desk")
    writer.keep_draft("note", "half a", spoken().now)

    reader = session.read()
    assert reader.drafts()["note"].text == "half a"
    writer.keep_draft("note", "half a word", spoken().now)

    assert reader.drafts()["note"].text == "half a word"
    reader.close()
    writer.close()


def test_a_writer_that_comes_while_it_is_read_is_noticed(
    session: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    writers: list[SqliteLog] = []
    coming: list[bool] = []

    def read(path: Path) -> bytes:
        content = path.read_bytes()
        if path == session.database and not coming:
            coming.append(True)
            writers.append(open_sqlite(session.database, writer=True))
            writers[0].keep_draft("note", "newer", spoken().now)
        return content

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(sqlite_file, "read_database", read)
        reader = session.read()

    assert reader.drafts()["note"].text == "newer"
    reader.close()
    writers[0].close()


def test_one_that_cannot_be_read_is_told_by_the_driver(session: SessionFolder) -> None:
    session.database.write_bytes(b"no database at all, and long enough to be one" * 40)

    with pytest.raises(LogDamaged):
        session.read()


WAYS: dict[str, Callable[[SessionFolder], object]] = {
    "read": lambda folder: folder.read(),
    "verify": lambda folder: check_session(folder, is_text=False),
    "export": read_session,
    "list": lambda folder: [
        tuple(each.read().rows()) for each in list_sessions(folder.path.parent)
    ],
}


@pytest.mark.unmeasured
@pytest.mark.parametrize("left", [b"", b"S", b"SQLite format 3\0", bytes(4096), None])
@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_reading_touches_what_a_killed_program_left_beside_a_damaged_log(
    tmp_path: Path, way: str, left: bytes | None
) -> None:
    folder = SessionFolder(killed(tmp_path))
    folder.database.unlink()
    if left is not None:
        folder.database.write_bytes(left)
    beside = folder.path / "log.db-wal"
    before = beside.read_bytes()
    assert before

    with suppress(LogDamaged):
        WAYS[way](folder)

    assert beside.read_bytes() == before
    assert (folder.database.read_bytes() if left is not None else None) == left
    assert {each.name for each in folder.path.iterdir()} - {"log.db-shm", "log.db"} == {
        "log.db-wal"
    }
    salvage(folder.path)
    log = folder.read()
    assert tuple(log.read())[-50:] == meeting_day(60)[-50:]
    log.close()


def test_an_empty_log_is_never_given_to_the_driver(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    (tmp_path / "log.db-journal").write_bytes(b"x" * 600)

    with pytest.raises(LogDamaged):
        open_sqlite(tmp_path / "log.db", writer=False)

    assert (tmp_path / "log.db-journal").exists()
