"""A session made from an export is equal to the one exported, or there is none and it is said."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.importing import Imported, import_session
from meeting_tui.desk.intake import Seat, mint
from meeting_tui.desk.reading import read_session, seal
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged, LogError, MeetingTuiError, SessionError, SessionExists
from meeting_tui.meeting.details import TextReceived
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report import formats
from meeting_tui.session_log.store import WriteRefused
from tests.desk.exported import everything, kept, long_list
from tests.report.full_day import full_day
from tests.report.hard_day import adjourned, begin, local, mid_day, run

FORMATS = ("toml", *(each.name for each in formats.FORMATS if not each.is_printed))
QUICK = ("json", "toml", "markdown", "csv")
MEETINGS = {
    "full day": lambda: full_day(with_names=True),
    "long list": lambda: long_list(60),
    "hard day": adjourned,
    "in a speech": mid_day,
    "not opened": begin,
}


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice takes seconds and has no part in this."""
    monkeypatch.setattr("meeting_tui.desk.typesetting.find_libreoffice", lambda: None)


@pytest.fixture(autouse=True)
def one_anchor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A log that left something out has a chain, and so an anchor, of its own."""
    monkeypatch.setattr("meeting_tui.desk.reading.anchor", lambda head: "of either")


def exported(session: SessionFolder, wanted: tuple[str, ...] = FORMATS) -> dict[str, bytes]:
    return export_files(session, wanted, Choice("en", "named"))


def files_of(session: SessionFolder, folder: Path) -> tuple[Path, Path]:
    """An exported session.toml and session.json."""
    folder.mkdir(exist_ok=True)
    files = export_files(session, ("toml", "json"), Choice("en"))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder / "session.toml", folder / "session.json"


def bring(path: Path, tmp_path: Path, name: str = "again") -> Imported:
    return import_session(path, tmp_path / "imported", name=name)


@pytest.mark.unmeasured
@pytest.mark.parametrize("what", MEETINGS)
def test_what_comes_back_is_equal(tmp_path: Path, what: str) -> None:
    session = kept(MEETINGS[what](), tmp_path / "day")
    before = read_session(session)

    for number, path in enumerate(files_of(session, tmp_path / "out")):
        # Word and Excel are set from what the tables and the text are made of: once is enough.
        wanted = QUICK if number else FORMATS
        done = bring(path, tmp_path, f"again {number}")
        after = read_session(done.folder)
        assert exported(done.folder, wanted) == exported(session, wanted)
        assert after.verified
        assert after.head.seq == before.head.seq == done.events
        if what != "hard day" and what != "in a speech":
            # Nothing was off the record: the log is the same to the last byte.
            assert after.rows == before.rows
            assert after.meeting.state == before.meeting.state
            assert done.folder.toml.read_bytes() == path.read_bytes() or number == 1


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=40
).filter(str.strip)
CODES = st.sampled_from(["mex", "fra(eu)", "chn", '"Ποτάμι"', "sec", "carms"])
MARKS = st.sampled_from(["", "/supports ", "/proposal ", "/off-record ", "/internal ", "/asks "])


@pytest.mark.unmeasured
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(turns=st.lists(st.tuples(CODES, MARKS, TEXTS, st.booleans()), max_size=4))
def test_any_session_comes_back_equal(
    tmp_path_factory: pytest.TempPathFactory, turns: list[tuple[str, str, str, bool]]
) -> None:
    tmp_path = tmp_path_factory.mktemp("any")
    session = kept(meeting_of(turns), tmp_path / "day")
    files = exported(session, QUICK)
    for number, path in enumerate(files_of(session, tmp_path / "out")):
        done = bring(path, tmp_path, f"again-{number}")
        assert exported(done.folder, QUICK) == files


def meeting_of(turns: list[tuple[str, str, str, bool]]) -> Meeting:
    """A meeting in which each delegation said one thing, taken back where that is asked."""
    meeting = run(begin(), "10:02:00 open\n10:02:05 item 1")
    for number, (code, mark, text, is_undone) in enumerate(turns):
        clean = " ".join(text.replace("/", " ").split()) or "nothing"
        lines = [f"inscribe {code}", "next", f"note a1 {mark}x {clean}"]
        lines += ["undo"] if is_undone else []
        if meeting.state.points:
            lines.append(f"correct {next(iter(meeting.state.points))} a1 reads so now {number}")
        for second, line in enumerate([*lines, "yield"]):
            run(meeting, f"10:{10 + number}:{second * 5:02} {line}")
    return meeting


def test_texts_received_come_with_the_record(tmp_path: Path) -> None:
    session = kept(run(begin(), "10:02:00 open"), tmp_path / "day")
    meeting = with_text(session, b"Thank you, Chair.", tmp_path)
    folder = everything(session, tmp_path / "out").paths[-1].parent
    assert (folder / "record" / "texts" / "Mexico.txt").read_bytes() == b"Thank you, Chair."
    assert b"Mexico" not in (folder / "manifest.json").read_bytes()

    done = bring(folder / "record" / "session.toml", tmp_path)
    assert done.texts == 1
    assert (done.folder.path / "texts" / "Mexico.txt").read_bytes() == b"Thank you, Chair."
    assert read_session(done.folder).meeting.state == meeting.state

    (folder / "record" / "texts" / "Mexico.txt").write_bytes(b"another")
    assert bring(folder / "record" / "session.toml", tmp_path, "b").texts == 0
    (folder / "record" / "texts" / "Mexico.txt").unlink()
    assert bring(folder / "record" / "session.json", tmp_path, "c").texts == 0


def test_a_text_that_is_gone_is_said_and_left_out(tmp_path: Path) -> None:
    session = kept(run(begin(), "10:02:00 open"), tmp_path / "day")
    with_text(session, b"Thank you.", tmp_path)
    (session.path / "texts" / "Mexico.txt").write_bytes(b"another")
    told: list[str] = []
    folder = everything(session, tmp_path / "out", told=told).paths[-1].parent
    assert any("Mexico.txt" in each for each in told)
    assert not (folder / "record" / "texts").exists()
    record = json.loads((folder / "record" / "manifest.json").read_bytes())
    assert record["missing"] == ["texts/Mexico.txt"]


def with_text(session: SessionFolder, content: bytes, tmp_path: Path) -> Meeting:
    """Let a delegation hand in its text at that session."""
    from tests.report.hard_day import enter  # noqa: F401

    source = tmp_path / "Mexico.txt"
    source.write_bytes(content)
    copied = TextFolder(session.path).keep(str(source))
    assert isinstance(copied, Copied)
    meeting = read_session(session).meeting
    run(meeting, "10:02:05 item 1\n10:02:06 inscribe mex\n10:03:00 next\n10:04:00 yield")
    (given_id,) = meeting.state.interventions
    at = local("10:05:00")
    received = TextReceived(given_id, copied.kept.name, copied.kept.size, copied.kept.sha256)
    for entry in mint(meeting.last.seq, (received,), at, at, Seat("desk", "ab")):
        meeting.apply(entry)
    log = session.write("desk")
    log.append(meeting.entries[log.head().seq :], log.head().seq)
    log.close()
    return meeting


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    session = kept(begin(), tmp_path / "day")
    toml, as_json = files_of(session, tmp_path / "out")
    done = import_session(toml, tmp_path / "imported")
    assert done.folder.name == "2026-03-19"
    with pytest.raises(SessionExists, match="2026-03-19"):
        import_session(as_json, tmp_path / "imported")
    (tmp_path / "imported" / "mine").mkdir()
    (tmp_path / "imported" / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(SessionExists, match="mine"):
        bring(toml, tmp_path, "mine")


def changed(content: bytes, change: Callable[[dict[str, Any]], None], *, is_sealed: bool) -> bytes:
    told = json.loads(content)
    change(told)
    if is_sealed:
        told["sha256"] = seal(told)
    return json.dumps(told, ensure_ascii=False).encode()


def _drop_the_log(told: dict[str, Any]) -> None:
    del told["log"]


BAD_JSON: dict[str, tuple[Callable[[bytes], bytes], type[MeetingTuiError], str]] = {
    "a word was altered": (
        lambda text: text.replace(b"Other matters", b"Other things"),
        LogDamaged,
        "altered",
    ),
    "an event was altered and sealed": (
        lambda text: changed(
            text, lambda told: told["log"]["events"][1].update(hand="xy"), is_sealed=True
        ),
        LogDamaged,
        "altered",
    ),
    "the last event is missing": (
        lambda text: changed(text, lambda told: told["log"]["events"].pop(), is_sealed=True),
        LogDamaged,
        "altered",
    ),
    "an event is no event": (
        lambda text: changed(
            text, lambda told: told["log"]["events"].__setitem__(1, 7), is_sealed=True
        ),
        LogDamaged,
        "altered",
    ),
    "the log is no log": (
        lambda text: changed(text, lambda told: told.update(log=7), is_sealed=True),
        LogDamaged,
        "altered",
    ),
    "of a newer export": (
        lambda text: changed(text, lambda told: told.update(schema=99), is_sealed=True),
        LogError,
        "newer version",
    ),
    "of a newer log": (
        lambda text: changed(text, lambda told: told["log"].update(schema=99), is_sealed=True),
        LogError,
        "newer version",
    ),
    "an event of a newer log": (
        lambda text: newer_event(text),
        LogDamaged,
        "altered",
    ),
    "without a log": (
        lambda text: changed(text, _drop_the_log, is_sealed=True),
        SessionError,
        "no session log",
    ),
    "not ours": (lambda text: b'{"a": 1}', SessionError, "not a session.toml"),
    "cut off": (lambda text: text[:-40], SessionError, "not a session.toml"),
    "no text": (lambda text: b"\x89PNG\x00", SessionError, "not a session.toml"),
}


@pytest.mark.parametrize("schema", [-1, 0, "1", True, None, 1.0])
@pytest.mark.parametrize("where", ["log", "file"])
def test_a_version_that_was_never_written_is_an_alteration(
    tmp_path: Path, schema: object, where: str
) -> None:
    _, path = files_of(kept(begin(), tmp_path / "day"), tmp_path / "out")

    def change(told: dict[str, Any]) -> None:
        (told["log"] if where == "log" else told).update(schema=schema)

    path.write_bytes(changed(path.read_bytes(), change, is_sealed=True))
    with pytest.raises(LogDamaged, match="altered"):
        import_session(path, tmp_path / "imported")
    assert not (tmp_path / "imported").exists()


@pytest.mark.parametrize("where", ["name", "event", "head"])
def test_half_a_letter_is_an_alteration(tmp_path: Path, where: str) -> None:
    _, path = files_of(kept(begin(), tmp_path / "day"), tmp_path / "out")
    told = json.loads(path.read_bytes())
    if where == "event":
        told["log"]["events"][0]["hand"] = "\ud800"
    else:
        told["log"][where] = "\ud800"
    told["sha256"] = seal(told)
    path.write_text(json.dumps(told), encoding="ascii")

    with pytest.raises(LogDamaged, match="altered"):
        import_session(path, tmp_path / "imported")
    assert not (tmp_path / "imported").exists()


def newer_event(text: bytes) -> bytes:
    return changed(text, lambda told: told["log"]["events"][-1].update(schema=99), is_sealed=True)


@pytest.mark.parametrize("what", BAD_JSON)
def test_json_that_is_not_as_it_was_written_is_refused(tmp_path: Path, what: str) -> None:
    session = kept(mid_day(), tmp_path / "day")
    _, path = files_of(session, tmp_path / "out")
    change, kind, sentence = BAD_JSON[what]
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(kind) as refused:
        import_session(path, tmp_path / "imported")
    assert isinstance(refused.value, MeetingTuiError)
    assert str(path) in refused.value.sentence("zh")
    assert str(path) in str(refused.value)
    assert sentence in str(refused.value)
    assert not (tmp_path / "imported").exists()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (b"T09:02", b"T09:03", LogDamaged),
        (b"\nschema = 2\ncount", b"\nschema = 99\ncount", LogError),
        (b'\nhead = "', b'\nhead = "0', LogDamaged),
        (b"[[event]]\nseq = 2\n", b"[[event]]\nseq = 99\n", LogDamaged),
        (b"[session]", b"[sitting]", LogDamaged),
    ],
)
def test_toml_that_is_not_as_it_was_written_is_refused(
    tmp_path: Path, old: bytes, new: bytes, kind: type[Exception]
) -> None:
    session = kept(mid_day(), tmp_path / "day")
    path, _ = files_of(session, tmp_path / "out")
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    with pytest.raises(kind, match=r"session\.toml"):
        bring(path, tmp_path)
    assert not (tmp_path / "imported").exists()


def test_an_agenda_and_a_file_that_is_not_there_make_no_session(tmp_path: Path) -> None:
    agenda = tmp_path / "agenda.toml"
    agenda.write_text('id = "a"\n')
    for path, sentence in ((agenda, "not a session.toml"), (tmp_path / "none", "No such file")):
        with pytest.raises(SessionError, match=sentence):
            bring(path, tmp_path)


def test_what_was_altered_before_it_left_comes_back_to_nobody(tmp_path: Path) -> None:
    session = kept(mid_day(), tmp_path / "day")
    with closing(sqlite3.connect(session.database)) as database:
        database.execute("UPDATE entry SET hash = ? WHERE seq = 5", ("0" * 64,))
        database.commit()
    for path in files_of(session, tmp_path / "out"):
        with pytest.raises(LogDamaged, match="altered"):
            bring(path, tmp_path)


def test_a_session_that_could_not_be_kept_is_not_half_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = files_of(kept(mid_day(), tmp_path / "day"), tmp_path / "out")

    def refuse(target: Path, content: bytes) -> None:
        raise WriteRefused("full", target)

    monkeypatch.setattr("meeting_tui.desk.importing.write_atomic", refuse)
    with pytest.raises(WriteRefused):
        bring(path, tmp_path)
    assert list((tmp_path / "imported").iterdir()) == []
