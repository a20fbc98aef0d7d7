"""Several damaged sources complete each other, and nothing is believed that the hashes deny."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from meeting_tui.errors import LogError, SessionBusy, SessionError
from meeting_tui.session_log import salvage as salvaging
from meeting_tui.session_log.codec import NewerSchema
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import WriteRefused
from tests.session_log.damaged_session import (
    DAY,
    foreign,
    make,
    opened,
    toml,
    truncated,
    without_header,
)


def test_both_files_damaged_complete_each_other(tmp_path: Path) -> None:
    whole = make(tmp_path, in_toml=len(DAY))
    (tmp_path / "log.db").write_bytes(without_header(whole))
    text = toml(len(DAY))
    (tmp_path / "session.toml").write_bytes(text[: text.index(b"schema", len(text) // 3) + 3])

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()
    assert told.toml is not None
    assert told.from_toml == 0


def test_commits_a_killed_writer_left_beside_the_file_are_read(tmp_path: Path) -> None:
    source = tmp_path / "source"
    log = open_sqlite(source / "log.db", writer=True)
    log.append(DAY[:3], 0)
    log._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    log.append(DAY[3:50], 3)
    folder = tmp_path / "killed"
    folder.mkdir()
    (folder / "log.db").write_bytes(b"\xff" * 4096)
    shutil.copy(source / "log.db-wal", folder / "log.db-wal")
    log.close()

    told = salvage(folder)

    assert opened(folder)[-47:] == DAY[3:50]
    assert told.missing[0][0] == 1
    assert told.database is not None
    assert (folder / "log.db.set-aside-1-wal").exists()
    assert not (folder / "log.db-wal").exists()


def test_bytes_that_only_look_like_an_event_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, in_toml=5)
    looks_so = b'{"act":"\xff","what":{}}' + b"0" * 64 + b"\n" + b'{"act":1,"what":{}}' + b"0" * 64
    (tmp_path / "log.db").write_bytes(looks_so + b"\n" + b'{"act":"a","what":{}}' + b"0" * 64)

    told = salvage(tmp_path)

    assert told.kept == told.from_toml == 5
    assert opened(tmp_path) == DAY[:5]


def test_an_altered_row_is_left_out_and_told(tmp_path: Path) -> None:
    make(tmp_path)
    other = sqlite3.connect(tmp_path / "log.db")
    other.execute(
        "UPDATE entry SET content = CAST(replace(CAST(content AS TEXT), 'Mexico', 'Malta') AS BLOB)"
        " WHERE seq = 8"
    )
    other.commit()
    other.close()

    told = salvage(tmp_path)

    assert told.missing == ((8, 8),)
    assert opened(tmp_path) == DAY[:7] + DAY[8:]


def test_nothing_at_all_gives_an_empty_log(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_bytes(foreign(b""))

    told = salvage(tmp_path)

    assert told.kept == 0
    assert opened(tmp_path) == ()


def test_no_session_at_all(tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="there is no session log"):
        salvage(tmp_path)
    (tmp_path / "log.db").touch()
    with pytest.raises(SessionError, match="there is no session log"):
        salvage(tmp_path, from_database=False)


def test_nobody_may_be_writing(tmp_path: Path) -> None:
    log = open_sqlite(tmp_path / "log.db", writer=True, desk="desk-1")

    with pytest.raises(SessionBusy, match="desk-1"):
        salvage(tmp_path)
    log.close()


def test_a_newer_log_is_left_alone(tmp_path: Path) -> None:
    newer = toml(5).replace(b"\nschema = 2\n", b"\nschema = 9\n")
    (tmp_path / "session.toml").write_bytes(newer)

    with pytest.raises(NewerSchema):
        salvage(tmp_path)
    assert (tmp_path / "session.toml").read_bytes() == newer
    assert not (tmp_path / "log.db").exists()


def test_a_salvage_that_was_interrupted_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = make(tmp_path, in_toml=len(DAY))
    (tmp_path / "log.db").write_bytes(truncated(whole))

    def interrupt(fresh: Path, database: Path) -> None:
        raise OSError(4, "interrupted")

    monkeypatch.setattr(salvaging, "replace_patiently", interrupt)
    with pytest.raises(WriteRefused, match="interrupted"):
        salvage(tmp_path)
    monkeypatch.undo()
    (tmp_path / "session.toml").unlink()

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()
    assert told.drafts <= 1


@pytest.mark.unmeasured
@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_breaks_the_salvage(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(make(tmp_path, in_toml=len(DAY) - 50))
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content))
        content[at : at + 64] = os.urandom(64)
    (tmp_path / "log.db").write_bytes(content[: chance.randint(1, len(content))])

    told = salvage(tmp_path)

    try:
        entries = opened(tmp_path)
    except LogError as fault:
        raise AssertionError(f"the salvaged log does not open: {fault}") from fault
    assert entries[: len(DAY) - 50] == DAY[:-50]
    assert set(entries) <= set(DAY)
    assert told.kept == len(entries)
