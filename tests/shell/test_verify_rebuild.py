"""`session verify` finds where a log was touched; `session rebuild` makes it anew from its text."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.shell.session_command import stretches
from tests.shell.calling import Call

Touch = Callable[[sqlite3.Connection], object]


def alter(database: sqlite3.Connection) -> None:
    database.execute(
        "UPDATE entry SET content = replace(content, 'on [transfers]', 'on [parity]') WHERE seq = 8"
    )
    database.execute("UPDATE entry SET content = CAST(content AS BLOB)")


def empty(database: sqlite3.Connection) -> None:
    database.executescript("DELETE FROM entry; DELETE FROM head")


def below(database: sqlite3.Connection) -> None:
    database.execute("INSERT INTO entry SELECT -1, 'x', content, hash FROM entry WHERE seq = 9")


def cut_with_its_head(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM entry WHERE seq > 7")
    database.execute("UPDATE head SET seq = 7, hash = (SELECT hash FROM entry WHERE seq = 7)")


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
        (empty, "removed", 1, 9),
        (below, "inserted", 9, 9),
        (cut_with_its_head, "removed", 8, 9),
    ],
)
def test_it_says_what_was_done_and_where(
    day: Path, call: Call, touch: Touch, what: str, first: int, last: int
) -> None:
    assert "9 entries; none altered" in call("session", "verify", "day").out
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        touch(database)
    told = call("session", "verify", "day", "--json")
    assert told.code == 3
    found = [(each["what"], each["first"], each["last"]) for each in told.json["findings"]]
    assert (what, first, last) in found
    assert f" {first}" in told.err
    zh = call("--lang", "zh", "session", "verify", "day")
    assert zh.code == 3
    assert "记录已损坏" in zh.err


def test_the_text_is_verified_when_its_file_is_named(day: Path, call: Call) -> None:
    toml = day / "session.toml"
    assert call("session", "verify", toml).code == 0
    toml.write_text(toml.read_text().replace("on [transfers]", "on [parity]"))
    told = call("session", "verify", toml)
    assert told.code == 3
    assert "entry 8" in told.err
    beside = call("session", "verify", day)
    assert (beside.code, "in session.toml entry 8 was altered" in beside.err) == (3, True)


@pytest.mark.parametrize(
    ("was", "becomes", "told_as"),
    [
        ("# database from this file", "# data base from this file", "the header is missing or was"),
        ('name = "day"', 'name = "another day"', "the header is missing or was"),
        ("seq = 5\n", "seq = 5 # five\n", "in or after entry 5 is not all as it was written"),
        ("seq = 5\n", "seq = 0x5\n", "in or after entry 5 is not all as it was written"),
    ],
)
def test_a_changed_comment_or_name_in_the_text_is_found(
    day: Path, call: Call, was: str, becomes: str, told_as: str
) -> None:
    toml = day / "session.toml"
    text = toml.read_text()
    assert was in text
    toml.write_text(text.replace(was, becomes, 1))
    for named in ("day", toml):
        told = call("session", "verify", named)
        assert (told.code, told_as in told.err) == (3, True), told.err


def test_findings_are_summed(day: Path, call: Call) -> None:
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        database.execute(
            "UPDATE entry SET content = CAST(content || ' ' AS BLOB) WHERE seq IN (2, 3, 4, 7)"
        )
    told = call("session", "verify", "day")
    assert told.err.endswith("the log is damaged: 4 entries were altered: 2-4, 7.\n")


def test_very_many_places_are_counted() -> None:
    numbers = range(1, 200, 2)
    assert str(stretches(numbers)) == "1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 88 more"
    assert str(stretches([3, 7, *range(9, 19)])) == "3, 7, 9-18"


def test_a_folder_of_the_text_alone_is_rebuilt_and_not_called_damaged(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in day.glob("log.db*"):
        file.unlink()
    told = call("do", "day", "inscribe ken")
    assert told.code == 0
    assert "log.db was made from it, with 9 entries." in told.err
    assert "damaged" not in told.err
    assert call("session", "verify", "day").code == 0


def test_the_text_is_verified_when_it_is_all_there_is(day: Path, call: Call) -> None:
    for file in day.glob("log.db*"):
        file.unlink()
    assert call("session", "verify", "day").code == 0
    toml = day / "session.toml"
    whole = toml.read_text()
    toml.write_text(whole + "garbage\n")
    told = call("session", "verify", "day")
    assert (told.code, "text in or after entry 9" in told.err) == (3, True)
    toml.write_text(whole[whole.index("[[event]]") :])
    assert "文件头缺失" in call("--lang", "zh", "session", "verify", "day").err
    toml.write_text("")
    assert call("session", "verify", "day").code == 3
    toml.write_text(whole.replace("schema = 2", "schema = 9", 1))
    newer = call("session", "verify", "day")
    assert (newer.code, "newer version" in newer.err) == (1, True)


def test_an_emptied_log_without_a_text_is_damage(day: Path, call: Call) -> None:
    (day / "session.toml").unlink()
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        empty(database)
    assert "entry 1 was removed" in call("session", "verify", "day").err


def test_rebuilding_says_what_only_the_database_had(day: Path, call: Call) -> None:
    text = (day / "session.toml").read_bytes()
    assert call("do", "day", "inscribe ken", "inscribe deu").code == 0
    (day / "session.toml").write_bytes(text)
    told = call("session", "rebuild", "day")
    assert told.code == 3
    assert "2 entries were only in the old log.db" in told.err
    assert "log.db.set-aside-1" in told.err
    assert "没有其他记录" in call("--lang", "zh", "session", "rebuild", "day").err


def test_a_session_nobody_can_read_does_not_hide_the_others(
    day: Path, call: Call, sessions: Path
) -> None:
    touches = [
        "UPDATE head SET seq = 'x'",
        "UPDATE head SET hash = x'00'",
        "UPDATE entry SET content = 7 WHERE seq = 3",
        "UPDATE entry SET content = CAST(content AS TEXT) WHERE seq = 3",
        "UPDATE entry SET hash = CAST(hash AS BLOB) WHERE seq = 3",
    ]
    for number, touch in enumerate(touches):
        shutil.copytree(day, sessions / f"bad-{number}")
        with closing(sqlite3.connect(sessions / f"bad-{number}" / "log.db")) as database, database:
            database.execute(touch)
        assert call("session", "verify", f"bad-{number}").code == 3
    told = call("session", "list")
    assert told.code == 0
    assert "day  rehearsal, open  9 entries" in told.out
    assert told.out.count("cannot be read") >= 3
    assert len(call("session", "list", "--json").json) == 6


def test_an_error_nobody_foresaw_costs_a_row_of_the_list(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(entries: object) -> None:
        raise TypeError("a thing no one thought of")

    monkeypatch.setattr("meeting_tui.shell.session_command.replay", stumble)
    assert "a thing no one thought of" in call("session", "list").out
    assert "unreadable" in call("session", "list", "--json").json[0]


def test_rebuilding_gives_equal_rows(day: Path, call: Call) -> None:
    folder = SessionFolder(day)
    log = folder.read()
    rows = list(log.rows())
    log.close()
    (day / "log.db").unlink()
    told = call("session", "rebuild", "day")
    assert (told.code, told.err) == (0, "")
    assert "with 9 entries" in told.out
    again = folder.read()
    assert list(again.rows()) == rows
    again.close()
    assert call("session", "verify", "day").code == 0
    kept = call("session", "rebuild", "day", "--json")
    assert kept.json == {
        "session": "day",
        "events": 9,
        "missing": [],
        "only_in_old": 0,
    }
    assert "had no other entries" in kept.err
    assert "set-aside-1" in kept.err


def test_a_damaged_text_is_rebuilt_as_far_as_it_goes_and_is_3(day: Path, call: Call) -> None:
    toml = day / "session.toml"
    toml.write_text(toml.read_text().replace("on [transfers]", "on [parity]"))
    told = call("session", "rebuild", "day")
    assert told.code == 3
    assert "Not recovered: entries 8" in told.err
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


def test_line_by_line_it_is_told_what_was_mended_and_kept(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        database.execute("DELETE FROM entry WHERE seq = 8")
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    told = call("run", "day", "--plain")
    assert "The log was damaged. 9 entries were recovered." in told.out
    assert f"kept unchanged in {day / 'log.db.set-aside-1'}" in told.out
