"""Disks that are truly full or read-only: small ones in memory, mounted for one test."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import WriteRefused
from tests.session_log.meeting_day import meeting_day


def mount(*words: str | Path) -> bool:
    """Whether that could be mounted."""
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 KiB."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root on Linux can mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=512k", "tmpfs", place):
        pytest.skip("this machine does not let disks be mounted")
    yield place
    subprocess.run(["umount", place], check=True)


def fill(disk: Path) -> Path:
    """A file that takes all room there is."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            return ballast
    raise AssertionError("the disk is not full")


def test_a_full_disk_is_told_and_what_was_acknowledged_stays(disk: Path) -> None:
    day = meeting_day(400)
    log = open_sqlite(disk / "log.db", writer=True)
    log.append(day[:3], 0)
    ballast = fill(disk)
    acknowledged = 3
    with pytest.raises(WriteRefused) as refused:
        while True:
            log.append(day[acknowledged : acknowledged + 1], acknowledged)
            acknowledged += 1
    assert refused.value.reason == "full"
    assert log.head().seq == acknowledged

    ballast.unlink()
    log.append(day[acknowledged : acknowledged + 9], acknowledged)
    log.close()

    again = open_sqlite(disk / "log.db", writer=False)
    assert tuple(again.read()) == day[: acknowledged + 9]
    assert verify(again.rows(), again.head()) == ()
    again.close()


def test_no_session_begins_on_a_full_disk(disk: Path) -> None:
    fill(disk)

    with pytest.raises(WriteRefused) as refused:
        open_sqlite(disk / "day" / "log.db", writer=True)

    assert refused.value.reason == "full"


def test_a_file_stays_as_it_was_when_the_disk_is_full(disk: Path) -> None:
    report = disk / "report.md"
    write_atomic(report, b"as it was")
    fill(disk)

    with pytest.raises(WriteRefused, match=r"report\.md: the disk is full"):
        write_atomic(report, b"x" * 100_000)

    assert report.read_bytes() == b"as it was"
    assert sorted(file.name for file in disk.iterdir()) == ["ballast", "report.md"]


def test_nothing_is_salvaged_onto_a_full_disk(disk: Path) -> None:
    log = open_sqlite(disk / "log.db", writer=True)
    log.append(meeting_day(100), 0)
    log.close()
    damaged = b"\xff" * 100 + (disk / "log.db").read_bytes()[100:]
    (disk / "log.db").write_bytes(damaged)
    fill(disk)

    with pytest.raises(WriteRefused) as refused:
        salvage(disk)

    assert refused.value.reason == "full"
    assert (disk / "log.db").read_bytes() == damaged


def test_a_read_only_disk_is_read(disk: Path) -> None:
    log = open_sqlite(disk / "log.db", writer=True)
    log.append(meeting_day(2), 0)
    log.close()
    (disk / "log.lock").unlink()
    assert mount("-o", "remount,ro", disk)

    with pytest.raises(WriteRefused) as refused:
        open_sqlite(disk / "log.db", writer=True)
    assert refused.value.reason == "read_only"
    with pytest.raises(WriteRefused) as not_kept:
        write_atomic(disk / "report.md", b"x")
    assert not_kept.value.reason == "read_only"

    reader = open_sqlite(disk / "log.db", writer=False)
    assert tuple(reader.read()) == meeting_day(2)
    reader.close()


def test_a_killed_writers_log_on_a_read_only_disk_is_read(disk: Path, tmp_path: Path) -> None:
    log = open_sqlite(tmp_path / "log.db", writer=True)
    log.append(meeting_day(2), 0)
    for name in ("log.db", "log.db-wal"):
        shutil.copy(tmp_path / name, disk / name)
    log.close()
    assert mount("-o", "remount,ro", disk)

    reader = open_sqlite(disk / "log.db", writer=False)

    assert tuple(reader.read()) == meeting_day(2)
    reader.close()
