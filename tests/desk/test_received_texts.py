"""Files that were received: copied whole and under their own name, or not at all."""

from __future__ import annotations

import os
import queue
import sys
import threading
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from meeting_tui.desk import received_texts
from meeting_tui.desk.desk import Accepted, Fetch, Refused
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.meeting.facts import KeptFile, ReceivedText
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.text import clean_line
from meeting_tui.words import say
from tests.desk.seat import Room

ENGLISH = b"Mr Chair,\r\nthank you.\x00"
HASH = sha256(ENGLISH).hexdigest()


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    """A file somebody handed over."""
    path = tmp_path / "usb" / "Statement of Mexico.docx"
    path.parent.mkdir()
    path.write_bytes(ENGLISH)
    return path


@pytest.fixture
def texts(tmp_path: Path) -> TextFolder:
    """The texts of a session."""
    return TextFolder(tmp_path / "session", tmp_path / "usb")


def kept(outcome: Copied | Refusal) -> KeptFile:
    assert isinstance(outcome, Copied), outcome
    return outcome.kept


def sentence(outcome: Copied | Refusal) -> str:
    assert isinstance(outcome, Refusal)
    assert say(f"refusal.{outcome.code}", "zh", **outcome.params)
    return say(f"refusal.{outcome.code}", "en", **outcome.params)


def names(texts: TextFolder) -> list[str]:
    return sorted(each.name for each in texts.folder.iterdir()) if texts.folder.exists() else []


def test_a_file_is_copied_with_its_size_and_hash(texts: TextFolder, statement: Path) -> None:
    found = texts.keep(str(statement))

    assert kept(found) == KeptFile("Statement of Mexico.docx", len(ENGLISH), HASH)
    assert (texts.folder / "Statement of Mexico.docx").read_bytes() == ENGLISH
    assert names(texts) == ["Statement of Mexico.docx"]
    assert statement.read_bytes() == ENGLISH


def test_a_path_begins_where_it_was_typed(
    texts: TextFolder, statement: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert kept(texts.keep(statement.name)).name == statement.name

    monkeypatch.chdir(statement.parent)
    here = TextFolder(tmp_path / "other")
    assert kept(here.keep(statement.name)).name == statement.name

    monkeypatch.setenv("HOME" if sys.platform != "win32" else "USERPROFILE", str(tmp_path))
    assert kept(texts.keep(f"~/usb/{statement.name}")).sha256 == HASH


def test_another_text_of_the_same_name_gets_a_number(texts: TextFolder, statement: Path) -> None:
    first = texts.keep(str(statement))
    statement.write_bytes(b"another")
    second = texts.keep(str(statement))
    statement.write_bytes(b"a third")
    upper = statement.with_name("STATEMENT of Mexico.docx")
    upper.write_bytes(b"a third")
    third = texts.keep(str(upper))

    assert [kept(each).name for each in (first, second, third)] == [
        "Statement of Mexico.docx",
        "Statement of Mexico-2.docx",
        "STATEMENT of Mexico-3.docx",
    ]
    assert (texts.folder / "Statement of Mexico.docx").read_bytes() == ENGLISH


def test_the_same_text_is_kept_once(texts: TextFolder, statement: Path) -> None:
    first, again = texts.keep(str(statement)), texts.keep(str(statement))

    assert kept(first) == kept(again)
    assert isinstance(again, Copied)
    assert not again.is_new
    texts.discard(again)
    assert names(texts) == [statement.name]
    assert kept(texts.keep(str(texts.folder / statement.name))).name == statement.name


def test_a_name_in_the_way_that_is_no_file_is_left(texts: TextFolder, statement: Path) -> None:
    (texts.folder / statement.name).mkdir(parents=True)

    assert kept(texts.keep(str(statement))).name == "Statement of Mexico-2.docx"


@pytest.mark.parametrize(
    ("name", "becomes"),
    [
        ("con.txt", "_con"),
        ("a.tar.gz", "a.tar.gz"),
        ("no ending", "no ending"),
        ("发言稿 2.pdf", "发言稿 2.pdf"),
        ("odd.an ending", "odd.an ending"),
        (".hidden", "hidden"),
    ],
)
def test_names_are_legal_everywhere(
    texts: TextFolder, tmp_path: Path, name: str, becomes: str
) -> None:
    source = tmp_path / "usb"
    source.mkdir(exist_ok=True)
    (source / name).write_bytes(b"x")
    found = kept(texts.keep(name)).name

    assert found.startswith(becomes.rstrip("."))
    assert Path(found).suffix == Path(name).suffix or name == ".hidden"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names")
def test_signs_that_windows_refuses_are_replaced(texts: TextFolder, tmp_path: Path) -> None:
    source = tmp_path / "usb" / 'what? "final": 2.docx'
    source.parent.mkdir()
    source.write_bytes(b"x")
    found = kept(texts.keep(str(source))).name

    assert found.startswith("what- -final-- 2~")
    assert found.endswith(".docx")


def test_what_is_not_there_is_one_sentence(texts: TextFolder, tmp_path: Path) -> None:
    assert sentence(texts.keep("gone.docx")) == ("File not found: gone.docx. Nothing was recorded.")
    assert sentence(texts.keep(str(tmp_path))) == (
        f"{tmp_path} is not a file that can be copied. Nothing was recorded."
    )
    assert "Nothing was recorded" in sentence(texts.keep("~nobody-of-that-name/x"))
    assert "cannot be read" in sentence(texts.keep("x" * 5000))
    assert "cannot be read" in sentence(texts.keep("a\0b"))
    assert not texts.folder.exists()


DECOMPOSED = unicodedata.normalize("NFD", "Déclaration.docx")


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not keep such names apart")
@pytest.mark.parametrize(
    "name",
    [DECOMPOSED, "tab\tx.docx", "\u202ereversed.docx", "end.docx ", os.fsdecode(b"d\xe9cl.docx")],
)
def test_a_name_that_cannot_be_typed_is_found(texts: TextFolder, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "usb" / unicodedata.normalize("NFD", "Délégués")
    folder.mkdir(parents=True)
    (folder / name).write_bytes(ENGLISH)
    (folder / "other.docx").touch()

    found = kept(texts.keep(clean_line(f"Délégués/{name}")))

    assert found == KeptFile(clean_line(name), len(ENGLISH), HASH)
    assert names(texts) == [found.name]


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not keep such names apart")
def test_of_names_alike_the_exact_one_is_meant(texts: TextFolder, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    for name in ("a\tb.txt", "a\u202e b.txt"):
        (folder / name).write_bytes(ENGLISH)

    assert sentence(texts.keep("a b.txt")).startswith("Several files look like a b.txt")

    (folder / "a b.txt").write_bytes(b"exact")
    assert kept(texts.keep("a b.txt")).size == 5
    assert kept(texts.keep(str(folder / "a b.txt"))).size == 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(texts: TextFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # type: ignore[attr-defined,unused-ignore]

    assert "this is a named pipe, not a file" in sentence(texts.keep(str(tmp_path / "pipe")))


def test_a_file_that_fails_half_way_leaves_nothing(
    texts: TextFolder, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: object) -> Iterator[bytes]:
        yield b"half"
        raise received_texts._NotRead(OSError(5, "Input/output error"))

    monkeypatch.setattr(received_texts, "_blocks", broken)

    assert sentence(texts.keep(str(statement))) == (
        f"{statement} cannot be read (Input/output error). Nothing was recorded."
    )
    assert not texts.folder.exists()


def test_a_source_that_breaks_while_it_is_read_is_unreadable(texts: TextFolder) -> None:
    class Broken:
        def read(self, size: int) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(received_texts._NotRead, match="Input/output error"):
        list(received_texts._blocks(Broken()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (WriteRefused("full", Path("x"), "no space"), "the disk is full"),
    ],
)
def test_a_full_disk_leaves_nothing(
    texts: TextFolder,
    statement: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    reason: str,
) -> None:
    def full(*paths: Path) -> None:
        raise fault

    monkeypatch.setattr(received_texts, "replace_patiently", full)

    assert sentence(texts.keep(str(statement))) == (
        f"{statement} could not be copied into the session ({reason}). Nothing was recorded."
    )
    assert not texts.folder.exists()


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, statement: Path) -> None:
    (tmp_path / "session").write_text("a file is in the way", encoding="utf-8")

    assert "could not be copied" in sentence(TextFolder(tmp_path / "session").keep(str(statement)))


def test_texts_go_with_a_session_that_goes_on_elsewhere(
    texts: TextFolder, statement: Path, tmp_path: Path
) -> None:
    texts.keep(str(statement))
    texts.go_on_in(tmp_path / "elsewhere").join(10)
    statement.write_bytes(b"later")

    assert texts.folder == tmp_path / "elsewhere" / "texts"
    assert names(texts) == [statement.name]
    assert kept(texts.keep(str(statement))).name == "Statement of Mexico-2.docx"

    TextFolder(tmp_path / "empty").go_on_in(tmp_path / "nowhere").join(10)
    assert not (tmp_path / "nowhere").exists()


def at_desk(texts: TextFolder | None) -> Room:
    """A desk at which Mexico has the floor."""
    room = Room()
    room.desk.intake.texts = texts
    for line in ("open", "item 1", "floor mex!", "mark awaited"):
        assert isinstance(room.do(line), Accepted)
    return room


def test_the_desk_copies_before_it_records(texts: TextFolder, statement: Path) -> None:
    room = at_desk(texts)
    answer = room.do(f'received "{statement}"')

    assert isinstance(answer, Accepted)
    (made,) = room.desk.state.interventions.values()
    at = answer.entries[0].at
    assert made.text == ReceivedText(at, statement.name, len(ENGLISH), HASH)
    assert not made.text_awaited
    assert names(texts) == [statement.name]
    assert room.desk.leave()


def test_a_missing_file_is_refused_and_the_desk_goes_on(texts: TextFolder) -> None:
    room = at_desk(texts)
    answer = room.do("rec gone.docx")

    assert isinstance(answer, Refused)
    assert answer.refusal.code == "file_missing"
    assert isinstance(room.do("received"), Accepted)
    assert isinstance(room.do("recount"), Refused)
    assert room.desk.leave()


def test_what_the_meeting_refuses_is_not_kept(texts: TextFolder, statement: Path) -> None:
    room = at_desk(texts)
    answer = room.do(f"received on nga {statement}")

    assert isinstance(answer, Refused)
    assert answer.refusal.code == "has_not_spoken"
    assert not texts.folder.exists()
    assert room.desk.leave()


def test_a_desk_without_a_folder_says_so(statement: Path) -> None:
    room = at_desk(None)
    answer = room.do(f"received {statement}")

    assert isinstance(answer, Refused)
    assert answer.refusal.code == "file_kept_nowhere"
    assert room.desk.leave()


def test_the_floor_does_not_wait_for_a_slow_file(
    texts: TextFolder, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, may_go_on = at_desk(texts), threading.Event()
    keep = TextFolder.keep

    def slow(self: TextFolder, path: str) -> Copied | Refusal:
        may_go_on.wait(10)
        return keep(self, path)

    monkeypatch.setattr(TextFolder, "keep", slow)
    room.desk.submit(f"received {statement}")

    assert isinstance(room.do("yield"), Accepted)
    answers = len(room.answers)
    may_go_on.set()
    room.until(lambda: len(room.answers) > answers)
    assert isinstance(room.answers[-1], Accepted)
    assert names(texts) == [statement.name]
    assert room.desk.leave()


def test_a_file_still_on_its_way_when_the_desk_is_left_is_given_up(
    texts: TextFolder, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, may_go_on = at_desk(texts), threading.Event()
    keep = TextFolder.keep

    def slow(self: TextFolder, path: str) -> Copied | Refusal:
        may_go_on.wait(10)
        return keep(self, path)

    monkeypatch.setattr(TextFolder, "keep", slow)
    monkeypatch.setattr("meeting_tui.desk.desk.PATIENCE_SECONDS", 0.05)
    room.desk.submit(f"received {statement}")
    fetch = room.desk._fetching._fetches[0]
    assert room.desk.leave()
    may_go_on.set()
    fetch.give_up(10)

    assert not texts.folder.exists()


def test_a_file_that_came_and_was_not_recorded_is_given_up(
    texts: TextFolder, statement: Path
) -> None:
    heard: queue.SimpleQueue[Copied | Refusal] = queue.SimpleQueue()
    fetch = Fetch(texts, str(statement), heard.put)
    assert kept(heard.get(timeout=10)).name == statement.name
    assert names(texts) == [statement.name]

    fetch.give_up(10)

    assert heard.empty()
    assert not texts.folder.exists()


def test_a_refusal_given_up_leaves_nothing(texts: TextFolder) -> None:
    came = threading.Event()
    fetch = Fetch(texts, "gone.docx", lambda copied: came.set())
    assert came.wait(10)
    fetch.give_up(10)

    assert not texts.folder.exists()


def test_a_file_dropped_on_the_terminal_is_found(
    texts: TextFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    docs = tmp_path / "Docs"
    docs.mkdir()
    (docs / "a b.docx").write_bytes(ENGLISH)
    (docs / "it's.docx").write_bytes(b"another")
    address = docs.as_uri()
    for dropped in (
        f"'{docs}/a b.docx'",
        f'"{docs}/a b.docx"',
        "'~/Docs/a b.docx'",
        r"~/Docs/a\ b.docx",
        "~/Docs/a b.docx",
        f"{address}/a%20b.docx",
        f"file://localhost{docs}/a%20b.docx",
    ):
        assert kept(texts.keep(dropped)).name == "a b.docx", dropped
    for dropped in (rf"'{docs}/it'\''s.docx'", rf"{docs}/it\'s.docx", f"{docs}/it's.docx"):
        assert kept(texts.keep(dropped)).sha256 == sha256(b"another").hexdigest(), dropped


def test_a_name_with_quotes_or_backslashes_of_its_own_is_taken_as_it_stands(
    texts: TextFolder, tmp_path: Path
) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    (folder / "'a'.txt").write_bytes(b"quoted")
    (folder / "a.txt").write_bytes(b"plain")
    assert kept(texts.keep("'a'.txt")).sha256 == sha256(b"quoted").hexdigest()
    assert sentence(texts.keep("'b c.txt'")).count("'b c.txt'") == 1, "named as it was typed"
