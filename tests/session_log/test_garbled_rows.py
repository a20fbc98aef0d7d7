"""Rows of a database that no program of ours wrote: told as damage, never waited for, never odd."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.chain import Finding, Head, Row, check_whole, verify
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from tests.session_log.damaged_session import DAY, ROWS, make

HEAD = Head(len(ROWS), ROWS[-1].hash)


def touched(folder: Path, *statements: str) -> SqliteLog:
    """A session's log after somebody was at its tables."""
    make(folder)
    with closing(sqlite3.connect(folder / "log.db")) as database, database:
        for statement in statements:
            database.execute(statement)
    return open_sqlite(folder / "log.db", writer=True)


@pytest.mark.parametrize("numbers", [(1, 3, 2), (1, 1), (2, 2, 2)])
def test_rows_that_do_not_rise_end_in_damage_and_not_in_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers: tuple[int, ...]
) -> None:
    make(tmp_path)
    log = open_sqlite(tmp_path / "log.db", writer=False)
    garbled = [Row(number, ROWS[0].id, ROWS[0].content, ROWS[0].hash) for number in numbers]
    monkeypatch.setattr(log, "_page", lambda after, limit: garbled)

    with pytest.raises(LogDamaged, match="comes after event"):
        for _, _ in zip(log.rows(), range(10), strict=False):
            pass
    log.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET content = 7 WHERE seq = 5",
        "UPDATE entry SET content = CAST(content AS TEXT) WHERE seq = 5",
        "UPDATE entry SET hash = CAST(hash AS BLOB) WHERE seq = 5",
        "UPDATE entry SET id = 'other' WHERE seq = 5",
        "INSERT INTO entry SELECT 0, 'x', content, hash FROM entry WHERE seq = 5",
        "INSERT INTO entry SELECT -9, 'x', content, hash FROM entry WHERE seq = 5",
    ],
)
def test_a_row_of_other_kinds_is_damage(tmp_path: Path, statement: str) -> None:
    log = touched(tmp_path, statement)
    with pytest.raises(LogDamaged):
        list(log.read())
    log.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE head SET seq = 'x'", "UPDATE head SET hash = x'00ff'", "DROP TABLE head"],
)
def test_a_head_that_cannot_be_read_is_damage(tmp_path: Path, statement: str) -> None:
    log = touched(tmp_path, statement)
    with pytest.raises(LogDamaged):
        log.head()
    log.close()


@pytest.mark.parametrize("statement", ["DELETE FROM head", "DELETE FROM entry WHERE seq > 90"])
def test_damage_is_not_taken_for_another_writer(tmp_path: Path, statement: str) -> None:
    log = touched(tmp_path, statement)
    with pytest.raises(LogDamaged, match="ends at event"):
        log.append(DAY[-1:], len(DAY) - 1)
    log.close()


def test_a_draft_of_an_odd_instant_is_kept(tmp_path: Path) -> None:
    log = touched(
        tmp_path,
        "UPDATE draft SET at = 'once'",
        "INSERT INTO draft VALUES ('day', 'text', '2026-03-19')",
        "INSERT INTO draft VALUES ('blob', CAST('text' AS BLOB), 5)",
    )
    drafts = log.drafts()
    assert {slot: draft.text for slot, draft in drafts.items()} == {
        "note": "typed, not entered",
        "day": "text",
        "blob": "text",
    }
    assert drafts["day"].at == datetime(2026, 3, 19, tzinfo=UTC)
    log.close()


@pytest.mark.parametrize("number", [0, -3])
def test_an_event_below_the_first_is_inserted(number: int) -> None:
    content = ROWS[4].content.replace(b'"seq":5', f'"seq":{number}'.encode())
    extra = Row(number, ROWS[4].id, content, ROWS[4].hash)
    assert verify([extra, *ROWS], HEAD) == (Finding("inserted", number, number),)


def without(number: int) -> Iterator[Row]:
    return (row for row in ROWS if row.seq != number)


def test_a_whole_log_gives_its_hashes_and_any_hole_is_damage() -> None:
    assert check_whole(ROWS, HEAD) == {row.hash for row in ROWS}
    for rows in (without(1), without(7), without(len(ROWS)), ROWS[::-1], ()):
        with pytest.raises(LogDamaged):
            check_whole(rows, HEAD)
