"""Files appear whole or not at all, under names every system allows."""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meeting_tui.session_log import files
from meeting_tui.session_log.files import (
    free_name,
    legal_name,
    os_reason,
    sync_folder,
    write_atomic,
)
from meeting_tui.session_log.store import WriteRefused


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    write_atomic(tmp_path / "report.md", b"first")
    write_atomic(tmp_path / "report.md", "第二".encode())

    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "第二"
    assert names(tmp_path) == ["report.md"]


def test_a_file_for_others_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_atomic(tmp_path / "report.md", b"x", is_shared=True)

    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert len(modes) == 1


class Scanner:
    """Holds the name against replacing for so many tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, tries: int) -> None:
        self.left = tries
        self.replace = Path.replace
        monkeypatch.setattr(Path, "replace", lambda path, target: self.refuse(path, target))

    def refuse(self, path: Path, target: Path) -> Path:
        if self.left:
            self.left -= 1
            raise PermissionError(errno.EACCES, "Access is denied", str(target))
        return self.replace(path, target)


def test_a_file_held_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner = Scanner(monkeypatch, tries=6)

    write_atomic(tmp_path / "report.md", b"x")

    assert scanner.left == 0
    assert names(tmp_path) == ["report.md"]


def test_a_file_held_for_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "PATIENCE_SECONDS", 0.1)
    (tmp_path / "report.md").write_bytes(b"as it was")
    Scanner(monkeypatch, tries=1000)

    with pytest.raises(WriteRefused, match=r"report\.md: another program is using it") as refused:
        write_atomic(tmp_path / "report.md", b"x")

    assert refused.value.reason == "locked"
    assert refused.value.path == tmp_path / "report.md"
    assert (tmp_path / "report.md").read_bytes() == b"as it was"
    assert names(tmp_path) == ["report.md"]


def test_patience_is_one_second() -> None:
    assert files.PATIENCE_SECONDS == 1


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EBUSY, "locked"),
        (errno.EIO, "other"),
    ],
)
def test_what_the_disk_says_has_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    def fail(file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WriteRefused) as refused:
        write_atomic(tmp_path / "report.md", b"x")

    assert refused.value.reason == (reason if number != errno.EACCES else "locked")
    assert os_reason(OSError(number, "")) == reason
    assert names(tmp_path) == []


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match=r"report\.md"):
        write_atomic(tmp_path / "gone" / "report.md", b"x")
    if sys.platform != "win32":
        with pytest.raises(WriteRefused):
            sync_folder(tmp_path / "gone")


def test_a_reader_never_sees_half_a_file(tmp_path: Path) -> None:
    path = tmp_path / "session.toml"
    contents = {bytes([n]) * 50_000 for n in b"abc"}
    write_atomic(path, b"a" * 50_000)
    seen: set[bytes] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(path.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(20):
        for content in contents:
            write_atomic(path, content)
    done.set()
    reader.join()

    assert seen <= contents


def test_the_first_free_name_is_taken(tmp_path: Path) -> None:
    (tmp_path / "log.db.set-aside-1").touch()

    assert free_name(tmp_path / "log.db", "set-aside").name == "log.db.set-aside-2"


@pytest.mark.parametrize(
    "name", ["ATT WGTR", "2026-03-19", "工作组 4.1", "a.b", "Überblick", "COM"]
)
def test_a_legal_name_stays(name: str) -> None:
    assert legal_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "con",
        "CON",
        "nul.txt",
        "Com1",
        "lpt³.a.b",
        "CONIN$",
        "aux ",
        "a.",
        "a ",
        "..",
        ".",
        "",
        "a~b",
    ],
)
def test_a_name_windows_forbids_is_changed(name: str) -> None:
    assert legal_name(name) != name


def test_a_time_makes_no_colon() -> None:
    assert legal_name("export 12:40:20").startswith("export 12-40-20~")


def test_distinct_titles_have_distinct_names() -> None:
    titles = ["1/2", "1:2", "1-2", "1\\2", "1?2", "1*2", " 1-2", "1-2 ", "1-2."]

    assert len({legal_name(title).casefold() for title in titles}) == len(titles)


def is_legal(name: str) -> bool:
    return (
        bool(name)
        and not set(name) & set('<>:"/\\|?*')
        and all(ord(c) >= 32 for c in name)
        and name[-1] not in " ."
        and len(f"{name}.set-aside-1".encode()) <= 255
        and not PureWindowsPath(name).is_reserved()
    )


@given(st.text(max_size=300))
@example("é" * 300)
@example("con" + " " * 300)
@example("nul ")
@example("~")
def test_any_title_gives_a_legal_name(title: str) -> None:
    name = legal_name(title)

    assert is_legal(name)
    assert legal_name(name) == name or "~" in name


@given(st.text(max_size=8), st.text(max_size=8))
def test_two_titles_never_share_a_name(one: str, other: str) -> None:
    assert (legal_name(one) == legal_name(other)) == (one == other)
