"""A session comes back from whatever is left of its files."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged, LogError, SessionBusy, SessionError
from meeting_tui.meeting.events import SessionStarted
from meeting_tui.session_log import salvage as salvaging
from meeting_tui.session_log.chain import Head, verify
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.salvage import Salvaged, salvage
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import EMPTY, WriteRefused, chained
from meeting_tui.session_log.toml_log import dump_session
from meeting_tui.session_log.upcast import NewerSchema
from tests.session_log.meeting_day import meeting_day

NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)
_STARTED, *_REST = meeting_day(100)
assert isinstance(_STARTED.event, SessionStarted)
# A real agenda fills several pages, so that its event cannot be carved from the bytes of one.
DAY = (replace(_STARTED, event=replace(_STARTED.event, session="s" * 6000)), *_REST)
ROWS = chained(DAY, EMPTY)


def toml(count: int) -> bytes:
    rows = ROWS[:count]
    return dump_session("small", rows, Head(count, rows[-1].hash)).encode()


def make(folder: Path, *, events: int = len(DAY), in_toml: int | None = None) -> bytes:
    """A closed session; gives the bytes of its database."""
    log = open_sqlite(folder / "log.db", writer=True)
    log.append(DAY[:events], 0)
    log.keep_draft("note", "typed, not entered", NOON)
    log.close()
    if in_toml is not None:
        write_atomic(folder / "session.toml", toml(in_toml))
    return (folder / "log.db").read_bytes()


def opened(folder: Path) -> tuple[object, ...]:
    """The entries of the log there, which must be whole and writable."""
    log = open_sqlite(folder / "log.db", writer=True)
    found = tuple(log.read())
    whole = verify(log.rows(), log.head())
    log.close()
    assert [finding.what for finding in whole if finding.what != "removed"] == []
    return found


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def without_header(content: bytes) -> bytes:
    return b"\0" * 4096 + content[4096:]


def holed(content: bytes) -> bytes:
    middle = len(content) // 8192 * 4096
    return content[:middle] + b"\xff" * 4096 + content[middle + 4096 :]


def emptied(content: bytes) -> bytes:
    return b""


def foreign(content: bytes) -> bytes:
    return b"this is no database\n" * 500


DAMAGES = [truncated, without_header, holed, emptied, foreign]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_with_a_full_session_toml_nothing_is_lost(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    whole = make(tmp_path, in_toml=len(DAY))
    damaged = damage(whole)
    (tmp_path / "log.db").write_bytes(damaged)
    if damage is not holed:
        with pytest.raises(LogDamaged):
            open_sqlite(tmp_path / "log.db", writer=True)

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.kept == len(DAY)
    assert told.missing == ()
    assert told.database is not None
    assert told.database.path == tmp_path / "log.db.set-aside-1"
    assert told.database.path.read_bytes() == damaged
    assert told.database.bytes == len(damaged)
    assert told.toml is None
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        *("log.db", "log.db.set-aside-1", "log.lock", "session.toml")
    ]


@pytest.mark.parametrize("damage", [truncated, without_header, holed], ids=lambda d: d.__name__)
def test_what_only_the_database_had_is_carved_from_it(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    whole = make(tmp_path, in_toml=40)
    (tmp_path / "log.db").write_bytes(damage(whole))

    told = salvage(tmp_path)
    entries = opened(tmp_path)

    assert entries[:40] == DAY[:40]
    assert set(entries) <= set(DAY)
    assert told.kept == len(entries) > 60
    assert told.kept + sum(last - first + 1 for first, last in told.missing) <= len(DAY)


def test_without_a_session_toml_a_lost_header_loses_no_turn(tmp_path: Path) -> None:
    whole = make(tmp_path)
    (tmp_path / "log.db").write_bytes(without_header(whole))

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY[1:]
    assert told.missing == ((1, 1),)
    assert told.from_toml == 0


def test_a_whole_database_keeps_its_drafts(tmp_path: Path) -> None:
    make(tmp_path, in_toml=10)

    told = salvage(tmp_path, desk="desk-1")
    log = open_sqlite(tmp_path / "log.db", writer=False)

    assert told == Salvaged(len(DAY), 0, 1, (), told.database, None)
    assert log.drafts()["note"].text == "typed, not entered"
    log.close()


def test_an_odd_instant_does_not_cost_the_draft(tmp_path: Path) -> None:
    make(tmp_path)
    other = sqlite3.connect(tmp_path / "log.db")
    other.execute("UPDATE draft SET at = 'once'")
    other.execute("INSERT INTO draft VALUES ('blob', x'ff', 'x')")
    other.commit()
    other.close()

    assert salvage(tmp_path).drafts == 1


@pytest.mark.parametrize("is_there", [True, False])
def test_a_lost_database_is_made_from_session_toml(tmp_path: Path, is_there: bool) -> None:
    whole = make(tmp_path, in_toml=len(DAY))
    if not is_there:
        (tmp_path / "log.db").unlink()

    told = salvage(tmp_path, from_database=False)
    log = open_sqlite(tmp_path / "log.db", writer=False)

    assert tuple(log.rows()) == ROWS
    assert log.head() == Head(len(DAY), ROWS[-1].hash)
    log.close()
    assert told.kept == told.from_toml == len(DAY)
    assert (told.database is not None) == is_there
    if told.database is not None and told.database.path is not None:
        assert told.database.path.read_bytes() == whole


def test_rows_of_an_older_version_are_rebuilt_as_they_are(tmp_path: Path) -> None:
    fixture = Path(__file__).parent / "fixtures" / "v0.toml"
    shutil.copy(fixture, tmp_path / "session.toml")

    salvage(tmp_path)
    log = open_sqlite(tmp_path / "log.db", writer=True)
    log.append(meeting_day(3)[11:], 11)

    assert dump_session("small", tuple(log.rows())[:11], Head(11, "")).count("schema = 0") == 11
    assert len(list(log.read())) == 15
    assert verify(log.rows(), log.head()) == ()
    log.close()


def test_both_files_damaged_complete_each_other(tmp_path: Path) -> None:
    whole = make(tmp_path, in_toml=len(DAY))
    (tmp_path / "log.db").write_bytes(without_header(whole))
    text = toml(len(DAY))
    (tmp_path / "session.toml").write_bytes(text[: len(text) // 3])

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()
    assert told.toml is not None
    assert told.from_toml == 1


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
    newer = toml(5).replace(b"\nschema = 1\n", b"\nschema = 9\n")
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
        raise OSError(5, "interrupted")

    monkeypatch.setattr(salvaging, "replace_patiently", interrupt)
    with pytest.raises(WriteRefused, match="interrupted"):
        salvage(tmp_path)
    monkeypatch.undo()
    (tmp_path / "session.toml").unlink()

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()
    assert told.drafts <= 1


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
