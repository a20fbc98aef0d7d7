"""The second file of the database is damaged: what stands behind the damage is got back first."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log import sqlite_check
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.sqlite_check import completed, frames, hides_commits, refuse_damaged
from tests.session_log.damaged_session import make
from tests.session_log.meeting_day import BEGIN, meeting_day

DAY = meeting_day(60)
PAGE, FRAME, HEADER = 4096, 4096 + 24, 32
NOWHERE = Path("/nowhere/log.db-shm")


def killed(place: Path) -> Path:
    """A session as a killed program leaves it: nearly all of it in the second file."""
    log = open_sqlite(place / "open" / "log.db", writer=True)
    for start in range(0, len(DAY), 3):
        log.append(DAY[start : start + 3], start)
    log.keep_draft("note", "half a sentence", BEGIN)
    folder = place / "day"
    folder.mkdir()
    for name in ("log.db", "log.db-wal"):
        shutil.copy(place / "open" / name, folder)
    log.close()
    return folder


def unfinished(folder: Path) -> Path:
    return folder / "log.db-wal"


def flip(file: Path, at: int, bit: int = 1) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= bit
    file.write_bytes(content)


def seen_by_the_driver(folder: Path, place: Path) -> int:
    """How many events SQLite itself would have gone on from."""
    copy = place / "copy"
    copy.mkdir()
    for name in ("log.db", "log.db-wal"):
        shutil.copy(folder / name, copy)
    with closing(sqlite3.connect(copy / "log.db")) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])
        except sqlite3.OperationalError:
            return 0  # not even the tables


def entries(folder: Path) -> tuple[object, ...]:
    log = open_sqlite(folder / "log.db", writer=True)
    found = tuple(log.read())
    assert log.drafts()["note"].text == "half a sentence"
    log.close()
    return found


def test_a_whole_one_is_read_as_the_driver_reads_it(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    raw = unfinished(folder).read_bytes()
    found = list(frames(raw))
    assert all(frame.is_whole for frame in found)
    assert len(found) == (len(raw) - HEADER) // FRAME
    assert not hides_commits(raw, NOWHERE)
    refuse_damaged(folder / "log.db")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(completed((folder / "log.db").read_bytes(), raw, only_whole=True))
        assert connection.execute("SELECT seq FROM head").fetchone() == (len(DAY),)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert entries(folder) == DAY


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.9, 0.97])
def test_one_flipped_bit_costs_no_event_behind_it(tmp_path: Path, share: float) -> None:
    folder = killed(tmp_path)
    file = unfinished(folder)
    frame = int((file.stat().st_size - HEADER) // FRAME * share)
    flip(file, HEADER + frame * FRAME + 24 + 2000)
    hurt = file.read_bytes()
    assert seen_by_the_driver(folder, tmp_path) < len(DAY)

    with pytest.raises(LogDamaged, match="behind the damage"):
        open_sqlite(folder / "log.db", writer=True)
    assert file.read_bytes() == hurt
    told = salvage(folder)

    assert entries(folder) == DAY
    assert (told.missing, told.kept) == ((), len(DAY))
    assert (folder / "log.db.set-aside-1-wal").read_bytes() == hurt


@pytest.mark.unmeasured
@pytest.mark.parametrize("at", [0, 3, 9, 17, 22, 29])
def test_a_damaged_header_costs_nothing(tmp_path: Path, at: int) -> None:
    folder = killed(tmp_path)
    flip(unfinished(folder), at)
    assert seen_by_the_driver(folder, tmp_path) < len(DAY)

    told = salvage(folder)

    assert entries(folder) == DAY
    assert told.missing == ()


def test_several_pages_zeroed_cost_what_stood_there_alone(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    file = unfinished(folder)
    content = bytearray(file.read_bytes())
    for frame in (5, 6, 40):
        content[HEADER + frame * FRAME : HEADER + (frame + 1) * FRAME] = bytes(FRAME)
    file.write_bytes(content)

    told = salvage(folder)

    assert told.kept >= len(DAY) - 2
    assert set(entries(folder)) <= set(DAY)


def test_an_act_that_was_cut_off_in_writing_is_no_damage(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    file = unfinished(folder)
    raw = file.read_bytes()
    page = bytearray(raw[-FRAME:])
    page[4:8] = bytes(4)  # ends no commit
    file.write_bytes(raw + page + raw[-FRAME : -FRAME // 2])

    refuse_damaged(folder / "log.db")
    assert entries(folder) == DAY


@pytest.mark.skipif(sys.platform == "win32", reason="there a lock is of the open file alone")
def test_whoever_reads_meanwhile_does_not_begin_the_shared_file_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = killed(tmp_path)
    alone: list[bool] = []
    connect = sqlite3.connect

    def look() -> int:
        alone.append(is_alone(folder))
        return 0

    def watched(where: str, *, uri: bool, isolation_level: None) -> sqlite3.Connection:
        connection = connect(where, uri=uri, isolation_level=isolation_level)
        connection.set_progress_handler(look, 500)
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    refuse_damaged(folder / "log.db")
    assert set(alone) == {False}


def is_alone(folder: Path) -> bool:
    """Whether another process would take itself for the first to open the log."""
    code = "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'r+b'), 6, 1, 128)"  # LOCK_EX|LOCK_NB
    tried = [sys.executable, "-c", code, str(folder / "log.db-shm")]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_a_second_file_that_is_gone_meanwhile_hides_nothing(tmp_path: Path) -> None:
    assert not sqlite_check._hides(tmp_path / "log.db-wal", NOWHERE, 1)


def test_what_is_no_second_file_tells_nothing(tmp_path: Path) -> None:
    for raw in (b"", b"x" * 20, bytes(8000)):
        assert list(frames(raw)) == []
        assert completed(b"as it is", raw, only_whole=True) == b"as it is"
    assert not hides_commits(b"", NOWHERE)
    assert not any(frame.is_whole for frame in frames(b"\xff" * 9000))
    assert hides_commits(b"\xff" * 9000, NOWHERE)
    assert hides_commits(bytes(40) + b"x" * 100, NOWHERE)
    short = tmp_path / "log.db-shm"
    short.write_bytes(b"short")
    assert sqlite_check._read_so_far(short) is None
    short.write_bytes(bytes(100))
    assert sqlite_check._read_so_far(short) is None


def test_a_second_file_alone_is_kept_and_read(tmp_path: Path) -> None:
    folder = killed(tmp_path)
    (folder / "log.db").unlink()

    told = salvage(folder)

    assert told.database is not None
    assert (folder / "log.db.set-aside-1-wal").exists()
    assert entries(folder)[-50:] == DAY[-50:]


@pytest.mark.parametrize("size", [1, 32, 4096])
@pytest.mark.parametrize("left", [b"", None])
def test_files_that_tell_nothing_leave_what_the_text_tells(
    tmp_path: Path, size: int, left: bytes | None
) -> None:
    make(tmp_path / "day", in_toml=100)
    folder = tmp_path / "day"
    (folder / "log.db").unlink()
    if left is not None:
        (folder / "log.db").write_bytes(left)
    unfinished(folder).write_bytes(bytes(size))

    told = salvage(folder)

    assert (told.kept, told.missing) == (100, ())
    assert (folder / "log.db.set-aside-1-wal").read_bytes() == bytes(size)


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", range(20))
def test_whatever_bits_are_flipped_no_more_is_lost_than_they_hit(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = killed(tmp_path)
    file = unfinished(folder)
    for _ in range(chance.randint(1, 3)):
        flip(file, chance.randrange(file.stat().st_size), 1 << chance.randrange(8))
    try:
        refuse_damaged(folder / "log.db")
    except LogDamaged:
        salvage(folder)

    found = entries(folder)

    assert set(found) <= set(DAY)
    assert len(found) >= len(DAY) - 3
