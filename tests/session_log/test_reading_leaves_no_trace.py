"""Who only reads a session that nobody writes leaves its folder as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from tests.desk.exported import kept
from tests.session_log.purged_session import spoken


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

    def read(path: Path, most: int) -> bytes:
        content = path.read_bytes()
        if path == session.database and not coming:
            coming.append(True)
            writers.append(open_sqlite(session.database, writer=True))
            writers[0].keep_draft("note", "newer", spoken().now)
        return content

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(sqlite_file, "read_outside", read)
        reader = session.read()

    assert reader.drafts()["note"].text == "newer"
    reader.close()
    writers[0].close()


def test_one_that_cannot_be_read_is_told_by_the_driver(session: SessionFolder) -> None:
    session.database.write_bytes(b"no database at all, and long enough to be one" * 40)

    with pytest.raises(LogDamaged):
        session.read()
