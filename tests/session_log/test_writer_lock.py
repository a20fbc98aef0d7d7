"""One writer a session, whoever asks and however the last one ended."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from meeting_tui.errors import SessionBusy
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.writer_lock import WriterLock

CHECKOUT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from meeting_tui.session_log.writer_lock import WriterLock
lock = WriterLock(Path(sys.argv[1]), "desk 二")
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.lock"


def test_the_second_is_refused_until_the_first_lets_go(path: Path) -> None:
    first = WriterLock(path, "desk-1")
    with pytest.raises(SessionBusy, match=f"by process {os.getpid()} \\(desk desk-1\\)"):
        WriterLock(path, "desk-2")

    first.release()
    first.release()
    second = WriterLock(path, "desk-2")

    assert path.read_text(encoding="utf-8") == f"{os.getpid()} desk-2\n"
    second.release()


def test_a_holder_without_a_desk_is_named_by_its_process(path: Path) -> None:
    lock = WriterLock(path, "")
    with pytest.raises(SessionBusy, match=f"by process {os.getpid()}$"):
        WriterLock(path, "desk-2")

    path.write_bytes(b"")
    with pytest.raises(SessionBusy, match=r"already being written$"):
        WriterLock(path, "desk-2")
    lock.release()


def test_a_killed_process_holds_nothing(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, path], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SessionBusy, match=f"by process {holder.pid} \\(desk desk 二\\)"):
            WriterLock(path, "desk-1")
        holder.kill()

    lock = WriterLock(path, "desk-1")
    assert path.read_text(encoding="utf-8").endswith("desk-1\n")
    lock.release()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WriteRefused, match=r"log\.lock"):
        WriterLock(tmp_path / "gone" / "log.lock", "desk-1")


def test_a_lock_that_cannot_be_signed_is_let_go(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int, length: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "ftruncate", full)
    with pytest.raises(WriteRefused) as refused:
        WriterLock(path, "desk-1")
    assert refused.value.reason == "full"

    monkeypatch.undo()
    lock = WriterLock(path, "desk-1")
    assert path.exists()
    lock.release()
