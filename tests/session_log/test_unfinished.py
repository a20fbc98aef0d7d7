"""What a program that was cut off left unfinished beside a session does not stay there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from meeting_tui.session_log.files import claim, remove_unfinished, write_atomic
from meeting_tui.session_log.sqlite import open_sqlite
from tests.session_log.purged_session import FIRST, SECRET, files_saying, purge, spoken

LEFT = ".0123456789ab.part"


def test_opening_for_writing_removes_them(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "drafts", tmp_path / "texts"):
        folder.mkdir(exist_ok=True)
        (folder / LEFT).write_text(SECRET, encoding="utf-8")
        (folder / "notes.part").write_text("mine", encoding="utf-8")

    open_sqlite(tmp_path / "log.db", writer=True).close()

    assert files_saying(tmp_path, SECRET) == []
    assert len(list(tmp_path.rglob("notes.part"))) == 3


def test_a_purge_removes_them(tmp_path: Path) -> None:
    room = spoken()
    log = open_sqlite(tmp_path / "log.db", writer=True)
    log.append(room.meeting.entries, 0)
    (tmp_path / "drafts").mkdir()
    (tmp_path / LEFT).write_text(SECRET, encoding="utf-8")
    (tmp_path / "drafts" / LEFT).write_text(FIRST, encoding="utf-8")

    log.append(purge(room), room.meeting.last.seq)

    assert files_saying(tmp_path, SECRET, FIRST) == []
    log.close()


def test_what_is_being_written_is_left(tmp_path: Path) -> None:
    number = os.open(tmp_path / LEFT, os.O_WRONLY | os.O_CREAT)
    claim(number)

    remove_unfinished([tmp_path, tmp_path / "not there"])
    assert (tmp_path / LEFT).exists()
    os.close(number)
    remove_unfinished([tmp_path])

    assert not (tmp_path / LEFT).exists()


def test_a_file_is_claimed_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def sync(number: int) -> None:
        if not seen:
            remove_unfinished([tmp_path])
            seen.append(number)

    monkeypatch.setattr("meeting_tui.session_log.files.os.fsync", sync)
    write_atomic(tmp_path / "session.toml", b"whole")

    assert seen
    assert (tmp_path / "session.toml").read_bytes() == b"whole"
