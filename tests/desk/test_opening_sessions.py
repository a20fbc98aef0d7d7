"""Sitting down at a session, whatever ended it: nothing lost, nothing opened twice, damage told."""

from __future__ import annotations

import queue
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from meeting_tui.desk.exporting import (
    export_files,
    write_drafts,
    write_session_toml,
)
from meeting_tui.desk.opening import (
    NothingKept,
    begin,
    open_session,
    rehearsal_start,
    sit_down,
)
from meeting_tui.desk.sessions import (
    SessionFolder,
    default_sessions_folder,
    find_session,
    list_sessions,
    new_session,
)
from meeting_tui.desk.visiting import visit
from meeting_tui.desk.written_files import write_files
from meeting_tui.errors import (
    InvalidInput,
    LogDamaged,
    SessionBusy,
    SessionError,
    SessionExists,
)
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.store import WriteRefused
from tests.desk.seat import MORNING, SEAT, plan

LINES = ("open", "item 0", "mex fra zaf", "next", "note a1 /supports a point", "yield")


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    """A session on disk with a few acts and a session.toml."""
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    with visit(folder, SEAT, "en") as visitor:
        for line in LINES:
            assert not isinstance(visitor.do(line), Refusal)
    return folder


def scribble(database: Path) -> None:
    """Damage a database past reading."""
    content = bytearray(database.read_bytes())
    content[:200] = b"x" * 200
    database.write_bytes(bytes(content))


def test_what_was_done_is_there_when_opened_again(folder: SessionFolder) -> None:
    opened = open_session(folder, SEAT)
    assert opened.restored is not None
    assert opened.restored.entries == len(opened.meeting.entries) == 9
    assert opened.restored.salvaged is None
    opened.close()
    log = folder.read()
    assert verify(log.rows(), log.head()) == ()
    log.close()


def test_a_second_writer_is_refused_and_told_who(folder: SessionFolder) -> None:
    opened = open_session(folder, SEAT)
    with pytest.raises(SessionBusy, match=r"process \d+ \(desk desk\)"):
        open_session(folder, SEAT)
    with pytest.raises(SessionBusy), visit(folder, SEAT, "en"):
        raise AssertionError("nobody else may sit down")
    opened.close()
    with visit(folder, SEAT, "en") as visitor:
        assert not isinstance(visitor.do("withdraw zaf"), Refusal)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
@pytest.mark.parametrize("taken", ["log.db", "log.db-wal", "all", "moved"])
def test_a_file_taken_away_does_not_pass_for_saved(
    folder: SessionFolder, tmp_path: Path, taken: str
) -> None:
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)

    def pump(holds: Callable[[], bool]) -> None:
        until = monotonic() + 30
        while not holds():
            assert monotonic() < until, desk.keeping
            calls.get(timeout=5)()

    desk.submit("inscribe ken")
    pump(lambda: len(desk.intake.meeting.entries) == 10)
    assert desk.keeping.trouble is None
    if taken == "moved":
        folder.path.rename(tmp_path / "elsewhere")
        folder.path.mkdir()
    else:
        for file in folder.path.glob("log.db*" if taken == "all" else taken):
            file.unlink()
    desk.submit("inscribe deu")
    pump(lambda: desk.keeping.trouble == "gone")
    assert "deleted during the session" in str(desk.keeping.sentence)
    other = SessionFolder(tmp_path / "saved")
    desk.go_on_in(lambda: other.write("desk"))
    pump(lambda: desk.keeping.trouble is None)
    assert desk.leave()
    opened = open_session(other, SEAT)
    assert len(opened.meeting.entries) == 11
    opened.close()


def test_a_draft_is_in_place_again(folder: SessionFolder) -> None:
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)
    desk.keep_draft("notes", "half a sen")
    assert desk.leave()
    opened = open_session(folder, SEAT)
    assert opened.restored is not None
    assert opened.restored.drafts == {"notes": "half a sen"}
    opened.close()


def test_a_damaged_database_is_mended_from_what_there_is(folder: SessionFolder) -> None:
    before = replay(folder.read().read()).state
    scribble(folder.database)
    opened = open_session(folder, SEAT)
    assert opened.meeting.state == before
    assert opened.restored is not None and opened.restored.salvaged is not None
    mended = opened.restored.salvaged
    assert mended.kept == 9
    assert mended.database is not None and mended.database.path is not None
    assert mended.database.path.exists()
    opened.close()


def test_a_session_of_text_alone_is_read_as_it_is_and_opened_from_it(
    folder: SessionFolder,
) -> None:
    entries = list(folder.read().read())
    for file in folder.path.glob("log.db*"):
        file.unlink()
    log = folder.read()
    assert list(log.read(after=2)) == entries[2:]
    assert verify(log.rows(), log.head()) == ()
    assert log.drafts() == {}
    with pytest.raises(WriteRefused):
        log.append(entries, 0)
    with pytest.raises(WriteRefused):
        log.keep_draft("notes", "x", MORNING)
    with pytest.raises(WriteRefused):
        log.drop_draft("notes")
    log.close()
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and visitor.mended.from_toml == 9
    opened = open_session(folder, SEAT)
    assert len(opened.meeting.entries) == 9
    opened.close()


def test_a_session_cut_off_while_it_was_begun_can_be_begun(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    folder.write("desk").close()
    with pytest.raises(NothingKept, match="this session holds no entries"):
        open_session(folder, SEAT)
    begin(folder, plan(), MORNING, SEAT, rehearsal=False)
    with pytest.raises(SessionExists):
        begin(folder, plan(), MORNING, SEAT, rehearsal=False)
    opened = open_session(folder, SEAT, is_new=True)
    assert opened.restored is None
    opened.close()


def test_a_file_of_nothing_is_set_aside_and_named(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    folder.path.mkdir()
    folder.database.write_bytes(b"this was never a database, or is none any more" * 90)
    with pytest.raises(NothingKept, match=r"kept as .*set-aside-1"):
        open_session(folder, SEAT)
    folder.write("desk").close()


def test_events_that_do_not_go_together_let_the_log_go(folder: SessionFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as database, database:
        database.execute("DELETE FROM entry WHERE seq = 1")
    folder.toml.unlink()
    with pytest.raises(LogDamaged):
        open_session(folder, SEAT)
    folder.write("desk", is_mended=True).close()


def test_a_session_is_found_by_name_path_or_file(folder: SessionFolder) -> None:
    sessions = folder.path.parent
    by_path = find_session(str(folder.path), Path("elsewhere"))
    assert find_session("day", sessions) == by_path == folder
    assert find_session(str(folder.database), sessions) == folder
    assert find_session(str(folder.toml), sessions) == folder
    for name in ("night", "", ".", "\x00", "day/log.txt"):
        with pytest.raises(SessionError, match="no session"):
            find_session(name, sessions / "nothing")


def test_a_title_becomes_a_name_every_system_allows(tmp_path: Path) -> None:
    plans = [new_session(name, tmp_path) for name in ("1/2", "1:2", "con", "a?*<>|")]
    assert len({each.name for each in plans}) == 4
    assert not any(set('<>:"/\\|?*') & set(each.name) for each in plans)
    begin(plans[0], plan(), MORNING, SEAT, rehearsal=False)
    with pytest.raises(SessionExists):
        new_session("1/2", tmp_path)
    assert find_session("1/2", tmp_path) == plans[0]


def test_sessions_are_listed_the_one_written_last_first(folder: SessionFolder) -> None:
    sessions = folder.path.parent
    later = SessionFolder(sessions / "evening")
    begin(later, plan(), MORNING, SEAT, rehearsal=False)
    (sessions / "a file").write_text("no session")
    (sessions / "empty").mkdir()
    assert [each.name for each in list_sessions(sessions)] == ["evening", "day"]
    assert list(list_sessions(sessions / "nowhere")) == []


def test_sessions_lie_here_or_in_the_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "meeting-tui" in str(default_sessions_folder())
    (tmp_path / "sessions").mkdir()
    assert default_sessions_folder() == Path("sessions")


def test_drafts_are_written_beside_the_log(folder: SessionFolder) -> None:
    folder.toml.unlink()
    write_drafts(folder, "zh")
    assert folder.toml.exists()
    assert [path.name for path in folder.drafts.iterdir()] == ["report.md"]


def test_exports_come_by_name_and_unknown_ones_are_refused_first(folder: SessionFolder) -> None:
    files = export_files(folder, ("JSON", "md", "csv", "toml"), language="en", naming="named")
    assert {"session.toml"} < set(files)
    assert {Path(name).suffix for name in files} == {".json", ".md", ".csv", ".toml"}
    assert not any(set('<>:"/\\|?*') & set(name) for name in files)
    folder.database.unlink()
    with pytest.raises(InvalidInput, match="there is no format “odt”; expected all, toml, json"):
        export_files(folder, ("json", "odt"), language="en", naming="named")


@pytest.mark.parametrize("naming", ["named", "anonymous"])
def test_what_names_otherwise_has_files_of_its_own(folder: SessionFolder, naming: str) -> None:
    formats = ("md", "word", "excel", "annex", "sheets", "csv", "json", "toml")
    usual = export_files(folder, formats, language="en")
    other = export_files(folder, formats, language="en", naming=naming)
    obeying = {"report", "annex", "speakers", "follow-ups", "handover"}
    stems = {name: Path(name).stem for name in usual}

    assert {f"report-{naming}.{each}" for each in ("md", "docx", "xlsx")} <= other.keys()
    assert list(other) == [
        f"{stem}-{naming}{Path(name).suffix}" if stem in obeying else name
        for name, stem in stems.items()
    ]


def test_a_file_is_whole_or_not_there(
    folder: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "out"
    write_files({"a.txt": b"old"}, place, folder.path)
    monkeypatch.setattr("os.fsync", lambda number: (_ for _ in ()).throw(OSError(28, "No space")))
    with pytest.raises(WriteRefused) as refused:
        write_files({"a.txt": b"new"}, place, folder.path)
    assert refused.value.reason == "full"
    assert [(path.name, path.read_bytes()) for path in place.iterdir()] == [("a.txt", b"old")]
    with pytest.raises(WriteRefused, match=r"a\.txt"):
        write_files({"b.txt": b""}, place / "a.txt", folder.path)
    log = folder.read()
    with pytest.raises(WriteRefused):
        write_session_toml(SessionFolder(tmp_path / "gone"), log)
    log.close()


def test_a_rehearsal_begins_five_minutes_early() -> None:
    assert (plan().sittings[0].start - rehearsal_start(plan())).total_seconds() == 300
