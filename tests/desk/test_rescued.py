"""What no disk took by the time the program ended is kept elsewhere, and the next start tells."""

from __future__ import annotations

import queue
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from platformdirs import user_state_path

from meeting_tui.desk import desk as desks
from meeting_tui.desk import rescued as rescuing
from meeting_tui.desk import writer as writing
from meeting_tui.desk.importing import import_session
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.rescued import Rescued, rescue, rescue_files, rescued_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log import sqlite_file
from tests.desk.seat import MORNING, SEAT, first_entry, plan

SECRET = "they would leave the text as it is"


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A state folder of this test's own, and a disk that is given up sooner."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    place = tmp_path / "state" / "meeting-tui" / "rescued"
    monkeypatch.setattr(rescuing, "_folder", lambda: place)
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.05)


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    return folder


@contextmanager
def held(folder: SessionFolder) -> Iterator[None]:
    """Another program holds the log."""
    holder = sqlite3.connect(folder.database, isolation_level=None, timeout=0)
    holder.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        holder.close()


def left_in_trouble(folder: SessionFolder, *lines: str) -> Path:
    """Enter lines that the log does not take, and leave; where the session was kept."""
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)
    with held(folder):
        for line in lines:
            desk.submit(line)
            give_up = time.monotonic() + 10
            while desk.is_at_work and time.monotonic() < give_up:
                try:
                    calls.get(timeout=0.05)()
                except queue.Empty:
                    desk.tick()
        assert not desk.leave()
    assert desk.rescued is not None
    return desk.rescued


def told_at_the_next_start(folder: SessionFolder) -> Rescued | None:
    opened = open_session(folder, SEAT)
    opened.close()
    assert opened.restored is not None
    return opened.restored.rescued


def test_it_is_told_until_the_session_that_holds_it_is_imported(
    folder: SessionFolder, tmp_path: Path
) -> None:
    path = left_in_trouble(folder, "open", "item 0", "decision one")

    assert told_at_the_next_start(folder) == Rescued(path, 3)
    assert told_at_the_next_start(folder) == Rescued(path, 3), "not once alone"

    made = import_session(path, tmp_path / "sessions", name="day again")
    assert made.events == 4
    assert told_at_the_next_start(made.folder) is None
    assert not path.exists(), "that session holds all of it"
    assert told_at_the_next_start(folder) is None


def test_what_is_kept_a_second_time_stands_beside_the_first(folder: SessionFolder) -> None:
    first = left_in_trouble(folder, "open")
    second = left_in_trouble(folder, "open", "item 0")

    assert first != second
    assert rescue_files(first_entry()) == [], "of another session"
    assert told_at_the_next_start(folder) == Rescued(second, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="there a user's folders are theirs alone")
def test_it_is_for_its_owner_alone(folder: SessionFolder) -> None:
    path = left_in_trouble(folder, "open")

    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_session_that_was_written_leaves_nothing_there(folder: SessionFolder) -> None:
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)

    assert desk.leave()
    assert desk.rescued is None
    assert told_at_the_next_start(folder) is None


def test_where_it_cannot_be_kept_leaving_ends_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(rescuing, "_folder", lambda: tmp_path / "file" / "rescued")

    assert rescue([first_entry()]) is None
    assert rescued_of([first_entry()]) is None


def test_a_disk_that_hangs_there_too_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescuing, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(rescuing, "make_folder_alone", lambda _: time.sleep(0.4))

    since = time.monotonic()
    assert rescue([first_entry()]) is None
    assert time.monotonic() - since < 0.4


def test_a_damaged_file_is_passed_over() -> None:
    path = rescue([first_entry()])
    assert path is not None
    path.write_bytes(path.read_bytes().replace(b'name = "session_started"', b'name = "started"'))

    assert rescued_of([first_entry()]) is None
    assert path.exists()


def test_a_purge_reaches_what_was_kept(folder: SessionFolder) -> None:
    path = left_in_trouble(folder, "open", "item 0", f"decision {SECRET}")
    assert SECRET in path.read_text(encoding="utf-8")

    folder._forget_drafts([SECRET])

    assert SECRET not in path.read_text(encoding="utf-8")


def test_it_lies_in_the_state_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()

    expected = user_state_path("meeting-tui", appauthor=False) / "rescued"
    assert rescuing._folder() == expected
