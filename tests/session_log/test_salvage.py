"""A session comes back from whatever is left of its files."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.chain import Head, verify
from meeting_tui.session_log.salvage import Salvaged, salvage
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import dump_session
from tests.session_log.damaged_session import (
    DAMAGES,
    DAY,
    ROWS,
    holed,
    make,
    opened,
    truncated,
    without_header,
)
from tests.session_log.meeting_day import meeting_day


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


def test_without_a_session_toml_a_lost_header_loses_nothing(tmp_path: Path) -> None:
    whole = make(tmp_path)
    (tmp_path / "log.db").write_bytes(without_header(whole))

    told = salvage(tmp_path)

    assert opened(tmp_path) == DAY
    assert told.missing == ()
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

    assert salvage(tmp_path).drafts == 2


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
