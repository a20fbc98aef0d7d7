"""What lies in a session's folder is its owner's alone; no link there is followed in writing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.exporting import export_files, write_drafts
from meeting_tui.desk.own_list import keep_own_list
from meeting_tui.desk.received_texts import Copied, TextFolder
from meeting_tui.desk.sessions import SessionFolder, mend
from meeting_tui.desk.written_files import write_files
from meeting_tui.session_log.files import make_folder_in, open_alone, write_atomic
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import WriteRefused
from tests.session_log.meeting_day import BEGIN, meeting_day

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such modes")

BYSTANDER = "the only copy of somebody else's work\n"


@pytest.fixture
def nothing_is_withheld(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A system that lets everybody read and write each new file, and none that is mended after."""

    def too_late(*_: object, **__: object) -> None:
        pytest.fail("a mode was changed after the file was there")

    before = os.umask(0)
    monkeypatch.setattr(os, "chmod", too_late)
    monkeypatch.setattr(os, "fchmod", too_late)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """What others may read, write or enter, by its name in the folder."""
    return [
        str(each.relative_to(folder.parent))
        for each in (folder, *sorted(folder.rglob("*")))
        if stat.S_IMODE(each.lstat().st_mode) & 0o077
    ]


def filled(folder: SessionFolder, tmp_path: Path) -> None:
    """Write every kind of file that lies in a session's folder."""
    log = open_sqlite(folder.database, writer=True, desk="desk-1")
    log.append(meeting_day(), 0)
    log.keep_draft("note", "off the record, and half a sen", BEGIN)
    assert {each.name for each in folder.path.glob("log.db*")} > {"log.db", "log.db-wal"}
    assert open_to_others(folder.path) == []
    handed_in = tmp_path / "statement.docx"
    handed_in.write_bytes(b"as delivered")
    assert isinstance(TextFolder(folder.path).keep(str(handed_in)), Copied)
    keep_own_list(folder.path, load_directory().all()[:3])
    write_drafts(folder, "en")
    write_files(export_files(folder, ("csv", "json")), folder.path / "export", folder.path)
    log.close()


@pytest.mark.usefixtures("nothing_is_withheld")
def test_every_file_of_a_session_is_its_owners_alone_from_its_first_moment(
    tmp_path: Path,
) -> None:
    folder = SessionFolder(tmp_path / "sessions" / "day")

    filled(folder, tmp_path)

    found = {each.relative_to(folder.path).parts[0] for each in folder.path.rglob("*")}
    assert found >= {"log.db", "log.lock", "session.toml", "drafts", "texts", "export"}
    assert open_to_others(folder.path) == []


@pytest.mark.usefixtures("nothing_is_withheld")
def test_what_is_mended_and_set_aside_is_the_owners_alone(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    filled(folder, tmp_path)
    raw = bytearray(folder.database.read_bytes())
    raw[4096:9000] = bytes(9000 - 4096)
    folder.database.write_bytes(raw)
    folder.toml.write_bytes(folder.toml.read_bytes().replace(b"seq = 3", b"seq = x"))

    mend(folder, "desk-1")

    assert list(folder.path.glob("*.set-aside-*"))
    assert open_to_others(folder.path) == []


def test_a_session_that_others_could_read_is_closed_to_them_when_it_is_opened(
    tmp_path: Path,
) -> None:
    folder = SessionFolder(tmp_path / "day")
    filled(folder, tmp_path)
    for each in (folder.path, *folder.path.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)

    folder.write("desk-1").close()

    assert open_to_others(folder.path) == []


def test_what_a_link_in_the_folder_leads_to_keeps_its_mode(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    filled(folder, tmp_path)
    elsewhere = tmp_path / "shared.txt"
    elsewhere.write_text(BYSTANDER)
    elsewhere.chmod(0o644)
    (folder.path / "note.txt").symlink_to(elsewhere)
    (folder.path / "more").symlink_to(tmp_path)

    folder.write("desk-1").close()

    assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o644


@pytest.mark.parametrize("is_private", [False, True])
def test_an_export_elsewhere_is_for_whom_it_was_chosen(tmp_path: Path, *, is_private: bool) -> None:
    folder = SessionFolder(tmp_path / "day")
    before = os.umask(0o022)
    try:
        filled(folder, tmp_path)
        place = tmp_path / "for-colleagues"
        files = export_files(folder, ("csv",))
        written = write_files(files, place, folder.path, is_private=is_private)
    finally:
        os.umask(before)

    expected = (0o700, 0o600) if is_private else (0o755, 0o644)
    assert stat.S_IMODE(place.stat().st_mode) == expected[0]
    assert {stat.S_IMODE(path.stat().st_mode) for path in written.paths} == {expected[1]}


def bystander(tmp_path: Path) -> Path:
    """A file of somebody else's."""
    path = tmp_path / "bystander.txt"
    path.write_text(BYSTANDER)
    return path


@pytest.mark.parametrize("name", ["log.lock", "log.db", "log.db-wal", "log.db-shm"])
def test_no_writer_opens_a_session_through_a_link(tmp_path: Path, name: str) -> None:
    theirs = bystander(tmp_path)
    path = tmp_path / "day" / "log.db"
    log = open_sqlite(path, writer=True, desk="desk-1")
    log.append(meeting_day(), 0)
    log.close()
    path.with_name(name).unlink(missing_ok=True)
    path.with_name(name).symlink_to(theirs)

    with pytest.raises(WriteRefused, match="through a link"):
        open_sqlite(path, writer=True, desk="desk-1")

    assert theirs.read_text() == BYSTANDER


def test_a_log_that_lies_elsewhere_is_not_written_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    log = open_sqlite(elsewhere, writer=True, desk="desk-1")
    log.append(meeting_day(), 0)
    log.close()
    before = elsewhere.read_bytes()
    path = tmp_path / "day" / "log.db"
    path.parent.mkdir()
    path.symlink_to(elsewhere)

    with pytest.raises(WriteRefused, match="through a link"):
        open_sqlite(path, writer=True, desk="desk-1")

    assert elsewhere.read_bytes() == before


def test_the_name_that_is_a_link_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    (folder / "log.lock").symlink_to(bystander(tmp_path))

    with pytest.raises(WriteRefused) as refused:
        open_sqlite(folder / "log.db", writer=True, desk="desk-1")

    assert refused.value.path == folder / "log.lock"
    assert "nothing is written through a link" in str(refused.value)


def test_a_lock_that_is_another_files_second_name_empties_nothing(tmp_path: Path) -> None:
    theirs = bystander(tmp_path)
    folder = tmp_path / "day"
    folder.mkdir()
    (folder / "log.lock").hardlink_to(theirs)

    open_sqlite(folder / "log.db", writer=True, desk="desk-1").close()

    assert theirs.read_text() == BYSTANDER


@pytest.mark.parametrize(
    "name",
    ["session.toml", "delegations.csv", ".written.json", "moved-to.txt", "log.db.set-aside-1"],
)
def test_a_file_is_written_in_the_place_of_a_link_and_not_through_it(
    tmp_path: Path, name: str
) -> None:
    theirs = bystander(tmp_path)
    (tmp_path / name).symlink_to(theirs)

    write_atomic(tmp_path / name, b"ours")

    assert theirs.read_text() == BYSTANDER
    assert not (tmp_path / name).is_symlink()
    assert (tmp_path / name).read_bytes() == b"ours"


@pytest.mark.parametrize("name", ["drafts", "texts", "export"])
def test_no_file_is_written_into_a_folder_that_a_link_leads_to(tmp_path: Path, name: str) -> None:
    folder = SessionFolder(tmp_path / "day")
    log = open_sqlite(folder.database, writer=True, desk="desk-1")
    log.append(meeting_day(), 0)
    log.close()
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (folder.path / name).symlink_to(theirs)

    if name == "texts":
        assert not isinstance(TextFolder(folder.path).keep(str(bystander(tmp_path))), Copied)
    elif name == "drafts":
        with pytest.raises(WriteRefused, match="through a link"):
            write_drafts(folder, "en")
    else:
        with pytest.raises(WriteRefused, match="through a link"):
            write_files({"a.csv": b"1"}, folder.path / "export" / "x", folder.path)

    assert list(theirs.iterdir()) == []


def test_a_pipe_by_the_name_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "log.lock")

    with pytest.raises(OSError, match="Invalid argument"):
        open_alone(tmp_path / "log.lock", os.O_RDWR | os.O_CREAT)


def test_a_folder_is_made_within_the_session_only(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not in the subpath"):
        make_folder_in(tmp_path / "day", tmp_path / "other")
