"""From the shell: a log that lost something is told and gone on with, and an anchor proves it."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.acknowledged import note_acknowledged, read_acknowledged
from meeting_tui.session_log.chain import link
from tests.shell.calling import AGENDA, Call, write_script
from tests.shell.conftest import MORNING


def lose(day: Path, number: int) -> None:
    """Take an entry from both files."""
    (day / "session.toml").unlink()
    with closing(sqlite3.connect(day / "log.db", isolation_level=None)) as database:
        database.execute("DELETE FROM entry WHERE seq = ?", (number,))
        database.execute("VACUUM")


def head(day: Path) -> tuple[int, str]:
    log = SessionFolder(day).read()
    found = log.head()
    log.close()
    return found.seq, found.hash


def test_a_gap_is_told_by_every_command_until_it_is_seen(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose(day, 7)
    assert call("session", "verify", "day").code == 3
    first = call("do", "day", "inscribe ken")
    assert first.code == 0
    assert "Entry 7 was lost, entered at about 10:02." in first.err
    assert "When you have seen this, type `seen`." in first.err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    plain = call("run", "day", "--plain")
    assert "Entry 7 was lost" in plain.out
    assert "Nothing was lost" not in plain.out
    for _ in range(2):
        told = call("session", "verify", "day")
        assert told.code == 3
        assert "Entry 7 was lost" in told.err
        assert "nobody has said yet that it is seen" in told.err
    found = call("session", "verify", "day", "--json").json
    assert [(each["first"], each["last"], each["seen"]) for each in found["lost"][:1]] == [
        (7, 7, False)
    ]


def test_once_seen_it_is_no_damage_any_more_and_still_named(day: Path, call: Call) -> None:
    lose(day, 7)
    assert call("do", "day", "seen").code == 0
    again = call("do", "day", "inscribe ken")
    assert "was lost" not in again.err
    told = call("session", "verify", "day")
    assert told.code == 0
    assert "Entry 7 was lost" in told.err
    assert "but for what is said here, none altered" in told.out
    zh = call("--lang", "zh", "session", "verify", "day")
    assert "第7条记录已丢失" in zh.err


def test_the_gap_is_in_every_export_of_the_log(day: Path, call: Call, tmp_path: Path) -> None:
    lose(day, 7)
    assert call("do", "day", "inscribe ken").code == 0
    out = tmp_path / "out"
    assert call("export", "day", "--format", "toml,json,csv", "--to", out).code == 0
    texts = [file.read_text("utf-8") for file in sorted(out.rglob("*")) if file.is_file()]
    assert sum("events_lost" in text for text in texts) >= 2
    assert call("export", "day", "--format", "md", "--to", out).code == 0
    draft = "".join(file.read_text("utf-8") for file in out.glob("*.md"))
    assert "Entry 7 of the session log was lost; this report is made without it." in draft
    made = call("session", "import", out / "session.toml", "--session", "again")
    assert made.code == 0, made.err
    assert "Entry 7 was lost" in call("session", "show", "again").err


def test_one_damaged_event_does_not_close_the_session(day: Path, call: Call) -> None:
    (day / "session.toml").unlink()
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        (seq, content) = database.execute(
            "SELECT seq, content FROM entry WHERE CAST(content AS TEXT) LIKE '%floor_given%'"
        ).fetchone()
        changed = content.replace(b'"intervention":"s1"', b'"intervention":"s7"')
        assert changed != content
        database.execute("UPDATE entry SET content = ? WHERE seq = ?", (changed, seq))
    shown = call("session", "show", "day")
    assert (shown.code, "the log is damaged" in shown.err) == (0, True)
    told = call("do", "day", "inscribe ken", "next")
    assert told.code == 0, told.err
    assert f"Entry {seq} was lost" in told.err
    assert "depend on what was lost and have no effect" in told.err
    assert "The damaged log is kept as log.db.set-aside-1." in told.err
    assert call("session", "verify", "day").code == 3
    assert call("export", "day", "--format", "md").code == 0


def test_an_anchor_is_found_where_it_was_the_head(day: Path, call: Call) -> None:
    seq, hash_ = head(day)
    assert call("do", "day", "inscribe ken", "inscribe deu").code == 0
    short = f"{hash_[:4]}-{hash_[4:8]} {hash_[8:12]}-{hash_[12:16]}".upper()
    for anchor in (hash_, short):
        told = call("session", "verify", "day", "--anchor", anchor)
        assert told.code == 0
        assert f"The anchor is entry {seq}." in told.out
        assert "Added since: 2 entries." in told.out
    assert call("session", "verify", "day", "--anchor", hash_, "--json").json["anchor"] == seq
    zh = call("--lang", "zh", "session", "verify", "day", "--anchor", hash_)
    assert f"锚值对应第{seq}条记录" in zh.out


def test_the_anchor_is_on_paper_and_in_each_manifest(day: Path, call: Call, tmp_path: Path) -> None:
    seq, hash_ = head(day)
    short = "-".join(hash_[at : at + 4] for at in (0, 4, 8, 12))
    assert f"Log: entry {seq}, anchor {short}" in call("slip", "day").out
    assert f"锚值 {short}" in call("--lang", "zh", "slip", "day").out
    out = tmp_path / "out"
    assert call("export", "day", "--format", "annex", "--to", out).code == 0
    with ZipFile(next(out.glob("*.docx"))) as package:
        feet = [package.read(name) for name in package.namelist() if "footer" in name]
    assert any(short.encode() in foot for foot in feet)
    assert call("export", "day", "--format", "all", "--to", tmp_path / "all").code == 0
    manifests = list((tmp_path / "all").rglob("*manifest.json"))
    assert manifests
    for each in manifests:
        noted = json.loads(each.read_bytes())["head"]
        assert noted == hash_
        assert call("session", "verify", "day", "--anchor", noted).code == 0


def rewrite(day: Path) -> None:
    """A wholly consistent rewrite: another text in entry 8, every later hash and log.head anew."""
    folder = SessionFolder(day)
    log = folder.read()
    rows = list(log.rows())
    log.close()
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        previous = "0" * 64
        for row in rows:
            content = row.content.replace(b"on [transfers]", b"on [parity]")
            previous = link(previous, content)
            database.execute(
                "UPDATE entry SET content = ?, hash = ? WHERE seq = ?", (content, previous, row.seq)
            )
        database.execute("UPDATE head SET hash = ?", (previous,))
    (day / "session.toml").unlink(missing_ok=True)
    noted = read_acknowledged(day)
    assert noted is not None
    assert note_acknowledged(day, replace(noted, hash=previous))


def test_a_wholly_consistent_rewrite_is_found_by_its_anchor_alone(day: Path, call: Call) -> None:
    _, hash_ = head(day)
    rewrite(day)
    assert call("session", "verify", "day").code == 0
    told = call("session", "verify", "day", "--anchor", hash_)
    assert told.code == 3
    assert "no entry has that anchor" in told.err


def test_an_anchor_behind_a_gap_says_how_far_it_proves(day: Path, call: Call) -> None:
    lose(day, 7)
    assert call("do", "day", "seen").code == 0
    seq, hash_ = head(day)
    told = call("session", "verify", "day", "--anchor", hash_)
    assert told.code == 0
    assert (
        f"The anchor is entry {seq}. It proves what comes after the gap that ends at entry 7."
        in (told.out)
    )


@pytest.mark.parametrize("anchor", ["", "abc", "g" * 20, "a" * 65])
def test_what_is_no_anchor_is_wrong_usage(day: Path, call: Call, anchor: str) -> None:
    told = call("session", "verify", "day", "--anchor", anchor)
    assert told.code == 2
    assert "expected 16 to 64 of the digits" in told.err


def test_a_missing_head_is_told_by_verify_and_once_by_who_goes_on(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    (day / "log.head").unlink()
    told = call("session", "verify", "day")
    assert (told.code, told.err) == (
        3,
        "log.head is missing, so a loss at the end of the log would not show.\n",
    )
    assert "but for what is said here, none altered" in told.out
    assert call("session", "verify", "day", "--json").json["head_file"] == "missing"
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    plain = call("run", "day", "--plain")
    assert "log.head was missing, so a loss at the end of the log would not show." in plain.out
    assert "Nothing was lost" not in plain.out
    again = call("session", "verify", "day")
    assert (again.code, again.err) == (0, "")
    assert call("session", "verify", "day", "--json").json["head_file"] is None


def test_a_head_of_another_session_is_told_by_do_and_is_no_loss(day: Path, call: Call) -> None:
    noted = read_acknowledged(day)
    assert noted is not None
    note_acknowledged(day, replace(noted, seq=noted.seq + 500, session="b" * 64))
    first = call("do", "day", "inscribe ken")
    assert (first.code, first.err) == (
        0,
        "log.head was from another session (kept as log.head.set-aside-1),"
        " so a loss at the end would not show.\n",
    )
    again = call("do", "day", "inscribe fra")
    assert (again.code, again.err) == (0, "")
    assert call("session", "verify", "day").code == 0


def test_a_missing_head_is_told_by_who_plays_on(day: Path, call: Call, tmp_path: Path) -> None:
    (day / "log.head").unlink()
    script = write_script(tmp_path, *MORNING, "10:05:00 inscribe ken")
    told = call("play", AGENDA, script, "--session", "day", "--rehearsal")
    assert (told.code, told.err) == (
        0,
        "log.head was missing, so a loss at the end of the log would not show."
        " It was written again.\n",
    )


def test_another_programs_database_is_refused_and_left_as_it_is(sessions: Path, call: Call) -> None:
    file = sessions / "day" / "log.db"
    file.parent.mkdir(parents=True)
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE places (name TEXT)")
    before = file.read_bytes()
    for command in (("do", "day", "open"), ("run", "day", "--plain")):
        told = call(*command)
        assert (told.code, told.out) == (1, "")
        assert told.err == (
            f"meeting-tui: {file}: is a database of another program, not a session log."
            " It was left as it is.\n"
        )
        assert file.read_bytes() == before


def test_another_programs_database_beside_the_text_is_put_aside(day: Path, call: Call) -> None:
    (day / "log.db").unlink()
    with closing(sqlite3.connect(day / "log.db")) as database, database:
        database.execute("CREATE TABLE places (name TEXT)")
    before = (day / "log.db").read_bytes()
    told = call("do", "day", "inscribe ken")
    assert told.code == 0
    assert "The log was damaged" in told.err and "lost" not in told.err
    assert (day / "log.db.set-aside-1").read_bytes() == before


def test_what_is_no_database_is_said_to_hold_nothing(sessions: Path, call: Call) -> None:
    file = sessions / "day" / "log.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"A letter, and no database.\n" * 300)
    told = call("do", "day", "open")
    assert told.code == 1
    assert "log.db.set-aside-1" in told.err and told.err.count("\n") == 1
    assert (
        file.parent / "log.db.set-aside-1"
    ).read_bytes() == b"A letter, and no database.\n" * 300
