"""A log is checked wholly when it is opened for writing, and never spoils a good session.toml."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from meeting_tui.desk.exporting import write_drafts, write_session_toml
from meeting_tui.desk.opening import begin, open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.files import hashes_in
from tests.desk.seat import MORNING, SEAT, plan

LINES = ("open", "item 0", "mex fra zaf", "next", "note a1 /supports a point", "yield")
HEAD_OF_5 = "UPDATE head SET seq = 5, hash = (SELECT hash FROM entry WHERE seq = 5)"
DAMAGES = [
    "DELETE FROM entry WHERE seq = 4",
    "DELETE FROM entry WHERE seq = 1",
    "DELETE FROM entry WHERE seq > 6",
    f"DELETE FROM entry WHERE seq > 5; {HEAD_OF_5}",
    "DELETE FROM entry; DELETE FROM head",
    "DELETE FROM head",
    "DROP TABLE head",
    "DROP TABLE draft",
    "UPDATE head SET seq = 'x'",
    "UPDATE head SET seq = 7",
    "UPDATE head SET hash = x'00'",
    "UPDATE entry SET content = 7 WHERE seq = 5",
    "UPDATE entry SET content = CAST(content AS TEXT) WHERE seq = 5",
    "UPDATE entry SET content = CAST(replace(content, 'point', 'paint') AS BLOB) WHERE seq = 8",
    "UPDATE entry SET hash = CAST(hash AS BLOB) WHERE seq = 5",
    "UPDATE entry SET hash = replace(hash, 'a', 'b') WHERE seq = 5",
    "UPDATE entry SET id = 'x' WHERE seq = 5",
    "UPDATE entry SET seq = -4 WHERE seq = 4",
    "INSERT INTO entry SELECT 0, 'x', content, hash FROM entry WHERE seq = 4",
    "UPDATE entry SET seq = 99 WHERE seq = 4; UPDATE entry SET seq = 4 WHERE seq = 5;"
    " UPDATE entry SET seq = 5 WHERE seq = 99",
]


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    do(folder, *LINES)
    return folder


def do(folder: SessionFolder, *lines: str) -> None:
    with visit(folder, SEAT, "en") as visitor:
        for line in lines:
            assert not isinstance(visitor.do(line), Refusal)


def touch(folder: SessionFolder, statements: str) -> None:
    with closing(sqlite3.connect(folder.database)) as database, database:
        database.executescript(statements)


def hashes(folder: SessionFolder) -> frozenset[str]:
    return hashes_in(folder.toml.read_bytes())


def is_whole(folder: SessionFolder) -> bool:
    log = folder.read()
    try:
        return verify(log.rows(), log.head()) == ()
    finally:
        log.close()


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_line_from_the_shell_finds_the_log_mended(folder: SessionFolder, damage: str) -> None:
    before = hashes(folder)
    touch(folder, damage)
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None
        assert visitor.mended.kept == 9
        assert visitor.mended.missing == ()
        assert visitor.mended.database is not None
        assert not isinstance(visitor.do("inscribe ken"), Refusal)
    assert before < hashes(folder)
    assert is_whole(folder)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_screen_finds_the_log_mended(folder: SessionFolder, damage: str) -> None:
    touch(folder, damage)
    opened = open_session(folder, SEAT)
    opened.close()
    assert opened.restored is not None and opened.restored.salvaged is not None
    assert opened.restored.entries == opened.restored.salvaged.kept == 9
    again = open_session(folder, SEAT)
    again.close()
    assert again.restored is not None and again.restored.salvaged is None


def test_an_odd_draft_is_no_damage(folder: SessionFolder) -> None:
    touch(folder, "INSERT INTO draft VALUES ('notes', 'half a sen', 'once')")
    opened = open_session(folder, SEAT)
    opened.close()
    assert opened.restored is not None
    assert opened.restored.drafts == {"notes": "half a sen"}
    assert opened.restored.salvaged is None


def test_what_cannot_be_got_back_is_told_each_time_and_set_aside_once(
    folder: SessionFolder,
) -> None:
    folder.toml.unlink()
    touch(folder, "DELETE FROM entry WHERE seq = 8; VACUUM")
    for _ in range(2):
        opened = open_session(folder, SEAT)
        opened.close()
        assert opened.restored is not None and opened.restored.salvaged is not None
        assert opened.restored.salvaged.missing == ((8, 8),)
    do(folder, "inscribe ken")
    assert not [*folder.path.glob("*.set-aside-2")]


def test_a_text_that_was_hit_alone_is_mended_and_the_log_left_alone(
    folder: SessionFolder,
) -> None:
    whole = folder.toml.read_bytes()
    hash_ = whole.split(b'\nhash = "')[5][:64]
    folder.toml.write_bytes(whole.replace(hash_, b"f" * 64))
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None
        assert visitor.mended.database is None
        assert visitor.mended.toml is not None
    assert folder.toml.read_bytes() == whole
    assert [file.name for file in folder.path.glob("*aside*")] == ["session.toml.set-aside-1"]


def test_a_text_of_other_events_is_kept_under_another_name(
    folder: SessionFolder, tmp_path: Path
) -> None:
    other = SessionFolder(tmp_path / "other" / "day")
    shutil.copytree(folder.path, other.path)
    do(other, "inscribe ken")
    do(folder, "inscribe deu", "inscribe ita")
    shutil.copy(other.toml, folder.toml)
    theirs = folder.toml.read_bytes()
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and visitor.mended.toml is not None
        kept = visitor.mended.toml.path
        assert kept is not None
        assert kept.read_bytes() == theirs
        assert len(visitor.intake.meeting.entries) == 11
    opened = open_session(folder, SEAT)
    opened.close()
    assert opened.restored is not None and opened.restored.salvaged is None


def test_rows_lost_while_the_log_is_open_do_not_spoil_the_text(folder: SessionFolder) -> None:
    good = folder.toml.read_bytes()
    touch(folder, "DELETE FROM entry WHERE seq = 8")
    with pytest.raises(LogDamaged, match=r"events .* are missing.* kept as .*set-aside-1"):
        write_drafts(folder, "en")
    assert (folder.path / "session.toml.set-aside-1").read_bytes() == good


def test_what_is_added_while_the_text_is_written_waits_for_the_next_time(
    folder: SessionFolder,
) -> None:
    log = folder.read()
    first, rows = log.head(), list(log.rows())
    do(folder, "inscribe ken")
    # A reader that took its head before the act came.
    log.head = lambda: first  # type: ignore[method-assign]
    folder.toml.unlink()
    write_session_toml(folder, log)
    log.close()
    assert hashes(folder) == {row.hash for row in rows}
