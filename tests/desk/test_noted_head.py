"""`log.head` missing, damaged or of another session: told once, kept anew, and never a loss."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.desk.opening import begin, open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.verifying import check_session
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.losses import EventsLost
from meeting_tui.session_log.acknowledged import (
    NAME,
    Acknowledged,
    note_acknowledged,
    read_acknowledged,
)
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import SqliteLog
from tests.desk.long_session import FIRST, do, long_session, turn
from tests.desk.seat import MORNING, SEAT, plan

OTHER = Acknowledged(900, "a" * 64, MORNING, "b" * 64)


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    """A short session that keeps a head."""
    made = SessionFolder(tmp_path / "day")
    begin(made, plan(), MORNING, SEAT, rehearsal=True)
    do(made, [*FIRST, *turn(1)])
    return made


def noted_in(folder: SessionFolder) -> Path:
    return folder.path / NAME


def keeps_head(folder: SessionFolder) -> bool:
    log = folder.read()
    assert isinstance(log, SqliteLog)
    found = log.keeps_head()
    log.close()
    return found


def made_by_an_older_version(folder: SessionFolder) -> None:
    """The log does not know that it keeps a head, and the head does not say of which session."""
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as database:
        database.execute("DROP TABLE keeps_head")
    noted = read_acknowledged(folder.path)
    assert noted is not None and noted.session is not None
    assert note_acknowledged(folder.path, replace(noted, session=None))


def opened(folder: SessionFolder) -> tuple[str | None, str | None, int]:
    """What is wrong with the head on opening, where it is kept, and how many losses are noted."""
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        events = [each.event for each in visitor.intake.meeting.entries]
        lost = sum(isinstance(event, EventsLost) for event in events)
        trouble = visitor.head_trouble
        if trouble is None:
            return None, None, lost
        assert trouble.is_anew
        return trouble.kind, trouble.kept.name if trouble.kept else None, lost


def remove(folder: SessionFolder) -> None:
    noted_in(folder).unlink()


def damage(folder: SessionFolder) -> None:
    content = bytearray(noted_in(folder).read_bytes())
    content[20] ^= 1
    noted_in(folder).write_bytes(content)


def cut(folder: SessionFolder) -> None:
    noted_in(folder).write_bytes(b"")


def enlarge(folder: SessionFolder) -> None:
    noted_in(folder).write_bytes(bytes(5000))


def replace_by_another(folder: SessionFolder) -> None:
    assert note_acknowledged(folder.path, OTHER)


def of_another_and_earlier(folder: SessionFolder) -> None:
    assert note_acknowledged(folder.path, replace(OTHER, seq=3))


TROUBLES: list[tuple[Callable[[SessionFolder], None], str]] = [
    (remove, "missing"),
    (damage, "damaged"),
    (cut, "damaged"),
    (enlarge, "damaged"),
    (replace_by_another, "foreign"),
    (of_another_and_earlier, "foreign"),
]


@pytest.mark.parametrize(("hurt", "kind"), TROUBLES)
def test_it_is_told_once_and_kept_anew(
    folder: SessionFolder, hurt: Callable[[SessionFolder], None], kind: str
) -> None:
    hurt(folder)
    before = noted_in(folder).read_bytes() if noted_in(folder).exists() else None
    for _ in range(2):  # whoever verifies changes nothing
        checked = check_session(folder, is_text=False)
        assert (checked.findings, checked.lacks) == ((), None)
        assert checked.head_trouble is not None and checked.head_trouble.kind == kind

    kept = None if before is None else f"{NAME}.set-aside-1"
    assert opened(folder) == (kind, kept, 0)

    if kept:
        assert (folder.path / kept).read_bytes() == before
    checked = check_session(folder, is_text=False)
    assert (checked.findings, checked.head_trouble) == ((), None)
    noted = read_acknowledged(folder.path)
    assert noted is not None and noted.head == folder.read().head()
    assert opened(folder) == (None, None, 0)


@pytest.mark.parametrize("hurt", [None, remove, damage])
def test_a_log_of_an_older_version_is_opened_without_a_word_and_keeps_its_head_from_then_on(
    folder: SessionFolder, hurt: Callable[[SessionFolder], None] | None
) -> None:
    made_by_an_older_version(folder)
    if hurt:
        hurt(folder)
    checked = check_session(folder, is_text=False)
    assert (checked.findings, checked.head_trouble) == ((), None)
    assert not keeps_head(folder)

    assert opened(folder) == (None, None, 0)

    assert keeps_head(folder)
    noted = read_acknowledged(folder.path)
    log = folder.read()
    assert noted is not None and noted.session == next(log.rows()).hash
    log.close()
    remove(folder)
    assert opened(folder)[0] == "missing"


def test_an_older_versions_head_still_knows_what_is_missing(folder: SessionFolder) -> None:
    made_by_an_older_version(folder)
    log = folder.read()
    end = log.head()
    log.close()
    (folder.path / "session.toml").unlink()
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as database:
        database.execute("DELETE FROM entry WHERE seq = ?", (end.seq,))
        (hash_,) = database.execute("SELECT hash FROM entry ORDER BY seq DESC").fetchone()
        database.execute("UPDATE head SET seq = seq - 1, hash = ?", (hash_,))
    assert check_session(folder, is_text=False).lacks is not None
    with visit(folder, SEAT, "en") as visitor:
        lost = [each.event for each in visitor.intake.meeting.entries]
        assert [each.first_number for each in lost if isinstance(each, EventsLost)] == [end.seq]


def test_a_log_replaced_by_that_of_another_session_has_lost_nothing(tmp_path: Path) -> None:
    folder = long_session(tmp_path)
    with visit(folder, SEAT, "en"):
        pass  # which has it say of which session it is
    other = SessionFolder(tmp_path / "other")
    begin(other, plan(), MORNING.replace(minute=2), SEAT, rehearsal=True)
    do(other, FIRST)
    (folder.path / "session.toml").unlink()
    shutil.copy(other.database, folder.database)

    assert opened(folder) == ("foreign", f"{NAME}.set-aside-1", 0)


def test_beside_the_text_of_its_own_session_it_has_lost_nothing_either(tmp_path: Path) -> None:
    folder = long_session(tmp_path)
    text = folder.toml.read_bytes()
    other = SessionFolder(tmp_path / "other")
    begin(other, plan(), MORNING.replace(minute=2), SEAT, rehearsal=True)
    do(other, FIRST)
    shutil.copy(other.database, folder.database)

    with visit(folder, SEAT, "en") as visitor:
        events = [each.event for each in visitor.intake.meeting.entries]
        assert not any(isinstance(event, EventsLost) for event in events)
        assert visitor.mended is not None and visitor.mended.missing == ()
    assert (folder.path / "session.toml.set-aside-1").read_bytes() == text


@pytest.mark.parametrize("from_database", [True, False])
def test_a_log_made_again_of_what_is_left_knows_that_it_keeps_a_head(
    folder: SessionFolder, from_database: bool
) -> None:
    if from_database:
        with closing(sqlite3.connect(folder.database, isolation_level=None)) as database:
            database.execute("DELETE FROM entry WHERE seq = 3")
    done = salvage(folder.path, from_database=from_database)
    assert done.database is not None
    assert keeps_head(folder)
    remove(folder)
    assert opened(folder)[0] == "missing"


def test_a_purge_leaves_it_knowing_that_it_keeps_a_head(folder: SessionFolder) -> None:
    do(folder, ["floor! ken", "note /off-record between us only", "yield", "purge! n2"])
    assert keeps_head(folder)
    remove(folder)
    assert opened(folder)[0] == "missing"


def test_a_head_left_in_the_folder_of_a_new_session_is_kept_aside(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    folder.path.mkdir()
    replace_by_another(folder)
    left = noted_in(folder).read_bytes()

    begin(folder, plan(), MORNING, SEAT, rehearsal=True)

    assert (folder.path / f"{NAME}.set-aside-1").read_bytes() == left
    assert opened(folder) == (None, None, 0)


def test_a_desk_is_told_of_it(folder: SessionFolder) -> None:
    remove(folder)
    session = open_session(folder, SEAT)
    session.close()
    assert session.restored is not None and session.restored.head_trouble is not None
    assert str(session.restored.head_trouble.sentence) == (
        "log.head was missing, so a loss at the end of the log would not show."
        " It was written again."
    )
    assert session.losses == ()


def test_where_it_cannot_be_written_anew_that_is_not_said(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove(folder)
    monkeypatch.setattr("meeting_tui.desk.watched_log.note_acknowledged", lambda *_, **__: False)
    log = folder.write("desk")
    assert log.head_trouble is not None and not log.head_trouble.is_anew
    log.close()
    monkeypatch.undo()
    assert opened(folder)[0] == "missing"
