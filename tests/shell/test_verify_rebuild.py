"""`session verify` finds where a log was touched; `session rebuild` makes it anew from its text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from tests.shell.calling import Call

Touch = Callable[[sqlite3.Connection], object]


def alter(database: sqlite3.Connection) -> None:
    database.execute(
        "UPDATE entry SET content = replace(content, 'on [transfers]', 'on [parity]') WHERE seq = 8"
    )
    database.execute("UPDATE entry SET content = CAST(content AS BLOB)")


def remove(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM entry WHERE seq = 5")


def reorder(database: sqlite3.Connection) -> None:
    database.execute("UPDATE entry SET seq = 99 WHERE seq = 5")
    database.execute("UPDATE entry SET seq = 5 WHERE seq = 6")
    database.execute("UPDATE entry SET seq = 6 WHERE seq = 99")


def insert(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO entry SELECT 10, 'x', content, hash FROM entry WHERE seq = 9")


def cut(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM entry WHERE seq > 7")


@pytest.mark.parametrize(
    ("touch", "what", "first", "last"),
    [
        (alter, "altered", 8, 8),
        (remove, "removed", 5, 5),
        (reorder, "reordered", 5, 5),
        (insert, "inserted", 9, 9),
        (cut, "removed", 8, 9),
    ],
)
def test_it_says_what_was_done_and_where(
    day: Path, call: Call, touch: Touch, what: str, first: int, last: int
) -> None:
    assert "9 events, none altered" in call("session", "verify", "day").out
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        touch(database)
    told = call("session", "verify", "day", "--json")
    assert told.code == 3
    found = [(each["what"], each["first"], each["last"]) for each in told.json["findings"]]
    assert (what, first, last) in found
    assert f"event {first}" in told.err
    zh = call("--lang", "zh", "session", "verify", "day")
    assert zh.code == 3
    assert "记录已损坏" in zh.err


def test_the_text_is_verified_when_its_file_is_named(day: Path, call: Call) -> None:
    toml = day / "session.toml"
    assert call("session", "verify", toml).code == 0
    toml.write_text(toml.read_text().replace("on [transfers]", "on [parity]"))
    told = call("session", "verify", toml)
    assert told.code == 3
    assert "event 8" in told.err
    assert call("session", "verify", day).code == 0


def test_rebuilding_gives_equal_rows(day: Path, call: Call) -> None:
    folder = SessionFolder(day)
    log = folder.read()
    rows = list(log.rows())
    log.close()
    (day / "log.db").unlink()
    told = call("session", "rebuild", "day")
    assert (told.code, told.err) == (0, "")
    assert "with 9 events" in told.out
    again = folder.read()
    assert list(again.rows()) == rows
    again.close()
    assert call("session", "verify", "day").code == 0
    kept = call("session", "rebuild", "day", "--json")
    assert kept.json == {"session": "day", "events": 9, "missing": []}
    assert "set-aside-1" in kept.err


def test_a_damaged_text_is_rebuilt_as_far_as_it_goes_and_is_3(day: Path, call: Call) -> None:
    toml = day / "session.toml"
    toml.write_text(toml.read_text().replace("on [transfers]", "on [parity]"))
    told = call("session", "rebuild", "day")
    assert told.code == 3
    assert "Not recovered: events 8" in told.err
    assert "session.toml.set-aside-1" in told.err


def test_a_session_somebody_writes_is_not_rebuilt(day: Path, call: Call) -> None:
    log = SessionFolder(day).write("desk")
    told = call("session", "rebuild", "day")
    assert told.code == 1
    assert "already being written" in told.err
    log.close()


def test_nothing_yet_is_said_so(call: Call, sessions: Path) -> None:
    assert call("session", "list").out == f"No session in {sessions} yet.\n"
    assert call("session", "list", "--json").json == []
