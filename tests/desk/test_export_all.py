"""Everything in one folder: complete, said to be so, the same each time, whatever the state."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from meeting_tui.desk import export_all as exporting
from meeting_tui.desk import written_files
from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.export_all import export_all
from meeting_tui.desk.exporting import write_session_toml
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.session_log import files
from meeting_tui.session_log.store import WriteRefused
from tests.desk.exported import everything, files_below, kept, texts_in
from tests.report.full_day import CHECKOUT
from tests.report.hard_day import INSIDE, SECRET, adjourned, begin, local, mid_day, run

STATES = {
    "not opened": begin,
    "nobody spoke": lambda: run(begin(), "10:02:00 open\n10:02:05 item 1\n10:05:00 suspend"),
    "an empty day": lambda: run(begin(), "10:02:00 open\n10:05:00 adjourn!"),
    "in a speech": mid_day,
    "adjourned": adjourned,
}


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice takes seconds; that its PDF is there is held elsewhere."""
    monkeypatch.setattr("meeting_tui.desk.typesetting.find_libreoffice", lambda: None)


@pytest.fixture
def session(tmp_path: Path) -> SessionFolder:
    return kept(mid_day(), tmp_path / "day")


def manifest_of(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    return told


def listed(folder: Path) -> dict[str, str]:
    """Name -> hash, of both manifests."""
    return {
        f"{part}{each['file']}": each["sha256"]
        for part in ("", "record/")
        for each in manifest_of(folder / part)["files"]
    }


@pytest.mark.unmeasured
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_exported_whole(tmp_path: Path, state: str) -> None:
    told: list[str] = []
    session = kept(STATES[state](), tmp_path / "day")
    written = everything(session, tmp_path / "out", told=told)
    (folder,) = (tmp_path / "out").iterdir()
    files = files_below(folder)

    assert {folder / name for name in files} == set(written.paths)
    assert listed(folder) == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "manifest.json"
    }
    assert manifest_of(folder)["missing"] == ["report.pdf"]
    assert [each for each in told if "LibreOffice" not in each and "completed" not in each] == []
    assert not any(set('<>:"\\|?*') & set(name) for name in [folder.name, *files])


@pytest.mark.unmeasured
def test_the_manifest_says_of_which_log_it_is(session: SessionFolder, tmp_path: Path) -> None:
    written = everything(session, tmp_path / "out", Choice("zh", "anonymous"))
    folder = written.paths[-1].parent
    told = manifest_of(folder)
    with closing(session.read()) as log:
        head = log.head()

    assert folder.name == "2026-03-19-1025-zh-anonymous"
    assert (told["events"], told["head"]) == (head.seq, head.hash)
    assert (told["session"], told["agenda"]) == ("2026-03-19", "hard-day")
    assert (told["verified"], told["unread"]) == (True, 0)
    assert told["as_of"] == "2026-03-19T10:25:00+01:00"
    files = {each["file"]: each for each in told["files"]}
    report = files["report.docx"]
    assert (report["format"], report["attribution"]) == ("word", "anonymous")
    assert report["language"] == "zh"
    assert report["bytes"] == len((folder / "report.docx").read_bytes())
    assert str(tmp_path) not in json.dumps([told, manifest_of(folder / "record")])


@pytest.mark.unmeasured
@pytest.mark.parametrize("naming", ["named", "counted", "anonymous"])
def test_the_annex_of_the_record_names_everybody(
    session: SessionFolder, tmp_path: Path, naming: str
) -> None:
    folder = everything(session, tmp_path, Choice("en", naming)).paths[-1].parent
    told = (folder / "record" / "annex.md").read_text()

    assert "Statements with attribution" in told
    assert "France on behalf of the European Union" in told
    assert not (folder / "annex.md").exists()


def test_what_was_off_the_record_is_nowhere(session: SessionFolder, tmp_path: Path) -> None:
    folder = everything(session, tmp_path / "out", Choice("en", "named")).paths[-1].parent
    holding_inside = {"record/session.json", "record/session.toml"}
    for name, content in files_below(folder).items():
        text = "\n".join(texts_in(name, content))
        for secret in (SECRET, "wrong mark, meant for all", "to be hidden"):
            assert secret not in text, name
        assert (INSIDE in text) == (name in holding_inside), name


@pytest.mark.unmeasured
def test_json_with_the_log_is_as_the_schema_says(session: SessionFolder, tmp_path: Path) -> None:
    folder = everything(session, tmp_path / "out").paths[-1].parent
    told = json.loads((folder / "record" / "session.json").read_bytes())
    schema = json.loads((CHECKOUT / "docs" / "session.schema.json").read_bytes())
    Draft202012Validator(schema).validate(told)
    assert told["log"]["withheld"] == 4
    assert told["log"]["count"] == len(told["log"]["events"])


@pytest.mark.unmeasured
def test_exporting_twice_gives_the_same(session: SessionFolder, tmp_path: Path) -> None:
    everything(session, tmp_path / "a")
    everything(session, tmp_path / "b")
    first = files_below(tmp_path / "a")
    assert first == files_below(tmp_path / "b")
    written = everything(session, tmp_path / "a")
    assert written.kept == ()
    assert files_below(tmp_path / "a") == first
    assert len(first) > 15


def test_a_file_changed_by_hand_is_left(session: SessionFolder, tmp_path: Path) -> None:
    folder = everything(session, tmp_path / "out").paths[-1].parent
    (folder / "report.docx").write_bytes(b"edited in Word")
    (folder / "notes.txt").write_bytes(b"mine")
    (folder / "record" / "events.csv").write_bytes(b"edited too")
    again = everything(session, tmp_path / "out")

    assert [each.instead.name for each in again.kept] == ["report (2).docx", "events (2).csv"]
    files = files_below(folder)
    assert files["report.docx"] == b"edited in Word"
    assert files["notes.txt"] == b"mine"
    assert files["record/events.csv"] == b"edited too"
    told = listed(folder)
    assert "report (2).docx" in told
    assert not {"report.docx", "notes.txt", "record/events.csv"} & told.keys()
    assert everything(session, tmp_path / "out").kept == again.kept
    assert files_below(folder) == files


def test_a_file_that_was_not_made_anew_is_said_to_be_earlier(
    session: SessionFolder, tmp_path: Path
) -> None:
    folder = everything(session, tmp_path / "out").paths[-1].parent
    (folder / "report.docx").write_bytes(b"edited in Word")
    everything(session, tmp_path / "out")
    (folder / "report.docx").unlink()
    everything(session, tmp_path / "out")

    marked = {each["file"] for each in manifest_of(folder)["files"] if each.get("earlier")}
    assert marked == {"report (2).docx"}


def test_a_folder_of_somebody_elses_is_not_touched(session: SessionFolder, tmp_path: Path) -> None:
    theirs = tmp_path / "out" / "2026-03-19-1025"
    theirs.mkdir(parents=True)
    (theirs / "manifest.json").write_text('{"files": 1}')
    (tmp_path / "out" / "2026-03-19-1025 (2)").write_text("a file")
    folder = everything(session, tmp_path / "out").paths[-1].parent
    assert folder.name == "2026-03-19-1025 (3)"
    assert files_below(theirs) == {"manifest.json": b'{"files": 1}'}


def refuse(monkeypatch: pytest.MonkeyPatch, wanted: str) -> None:
    """Let the disk refuse the file of that name."""
    real = files.write_atomic

    def write(path: Path, content: bytes, *, is_shared: bool = False) -> None:
        if path.name == wanted:
            raise WriteRefused("full", path)
        real(path, content, is_shared=is_shared)

    monkeypatch.setattr(written_files, "write_atomic", write)
    monkeypatch.setattr(exporting, "write_atomic", write)


@pytest.mark.parametrize("name", ["session.json", "manifest.json"])
def test_a_new_folder_is_whole_or_not_there(
    session: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    refuse(monkeypatch, name)
    with pytest.raises(WriteRefused) as refused:
        everything(session, tmp_path / "out")
    assert refused.value.path.name == name
    assert "2026-03-19-1025" in str(refused.value.path)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.unmeasured
@pytest.mark.parametrize("name", ["session.json", "manifest.json"])
def test_a_folder_that_could_not_be_renewed_does_not_say_it_is_complete(
    session: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = everything(session, tmp_path / "out").paths[-1].parent
    with closing(session.write("desk")) as log:
        # Within the same minute, so that it goes into the same folder.
        more = run(mid_day(), "10:25:40 note a1 one more").entries[log.head().seq :]
        log.append(more, log.head().seq)
    refuse(monkeypatch, name)
    with pytest.raises(WriteRefused, match=name.replace(".", r"\.")):
        everything(session, tmp_path / "out")
    assert not (folder / "manifest.json").exists()
    monkeypatch.undo()
    monkeypatch.setattr("meeting_tui.desk.typesetting.find_libreoffice", lambda: None)

    again = everything(session, tmp_path / "out")
    assert again.kept == ()
    assert manifest_of(folder)["events"] == read_session(session).head.seq
    assert b"one more" in (folder / "record" / "session.json").read_bytes()


def test_an_altered_log_is_exported_and_flagged(session: SessionFolder, tmp_path: Path) -> None:
    with closing(sqlite3.connect(session.database)) as database:
        database.execute("UPDATE entry SET hash = ? WHERE seq = 5", ("0" * 64,))
        database.commit()
    told: list[str] = []
    folder = everything(session, tmp_path / "out", told=told).paths[-1].parent
    assert any("altered" in each for each in told)
    assert manifest_of(folder)["verified"] is False
    assert json.loads((folder / "record" / "session.json").read_bytes())["verified"] is False


def test_what_is_left_of_a_damaged_log_is_exported(session: SessionFolder, tmp_path: Path) -> None:
    whole = read_session(session).head.seq
    with closing(sqlite3.connect(session.database)) as database:
        database.execute("UPDATE entry SET content = x'00ff' WHERE seq > ?", (whole - 3,))
        database.commit()
    told: list[str] = []
    folder = everything(session, tmp_path / "out", told=told).paths[-1].parent
    manifest = manifest_of(folder)

    assert (manifest["events"], manifest["unread"]) == (whole - 3, 3)
    assert manifest["verified"] is False
    assert any(f"first {whole - 3} entries" in each for each in told)


def test_a_hole_in_the_log_ends_what_can_be_told(session: SessionFolder, tmp_path: Path) -> None:
    entries = read_session(session).meeting.entries
    lost = next(each.seq for each in entries if each.event.name == "floor_given")
    with closing(session.read()) as log:
        write_session_toml(session, log)
    start, *blocks = session.toml.read_text(encoding="utf-8").split("[[event]]\n")
    kept_blocks = [each for each in blocks if not each.startswith(f"seq = {lost}\n")]
    session.toml.write_text("[[event]]\n".join([start, *kept_blocks]), encoding="utf-8")
    for file in session.path.glob("log.db*"):
        file.unlink()
    reading = read_session(session)

    assert reading.is_damaged
    assert len(reading.rows) >= lost - 1
    assert reading.unread == len(entries) - len(reading.rows)
    assert everything(session, tmp_path / "out").paths


def test_a_log_of_which_nothing_is_left_is_damaged(tmp_path: Path) -> None:
    session = SessionFolder(tmp_path / "day")
    session.path.mkdir()
    session.database.write_bytes(b"nothing of ours" * 400)
    with pytest.raises(LogDamaged):
        read_session(session)


@pytest.mark.unmeasured
def test_a_folder_is_named_by_the_newest_entry(tmp_path: Path) -> None:
    meeting: Meeting = adjourned()
    folder = everything(kept(meeting, tmp_path / "day"), tmp_path / "out").paths[-1].parent
    assert folder.name == f"{local('15:03:00'):%Y-%m-%d-%H%M}"


def test_progress_counts_every_file_that_is_made(session: SessionFolder, tmp_path: Path) -> None:
    heard: list[tuple[int, int, str]] = []
    export_all(
        session,
        read_session(session),
        tmp_path,
        Choice("en"),
        tell=lambda sentence: None,
        progress=lambda made, of, name: heard.append((made, of, name)),
    )
    of = heard[0][1]
    assert [each[0] for each in heard] == list(range(of + 1))
    assert heard[-2][2] == "pdf"
