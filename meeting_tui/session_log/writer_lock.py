"""The right to write a session log: shared by the seats of a meeting, or held by one alone.

Seats write beside each other. What renews, mends or replaces a log has it alone, and so has a seat
that sits down first, until it has looked through the log; then it shares.

The lock is the operating system's, so it goes with the process however that ends; the file that
carries it stays, as removing it would let two writers hold two different files. The library
filelock would not do: on Windows it locks the first byte, so nobody could read who holds the file,
and importing it takes 40 ms of a start.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from meeting_tui.errors import SessionBusy, why
from meeting_tui.session_log.files import lock, open_alone, os_reason, unlock
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence

PATIENCE_SECONDS = 5.0
"""How long a seat waits for one that sits down at the same time, or for a log to be mended."""
_LONGEST_SIGNATURE = 1000
_SIGNATURE = re.compile(rb"(\d{1,20} [^\n]{0,900}\n?)?|\0{1,1000}")
"""What a writer leaves in the file: its process and its desk; nothing where it was cut off."""


class WriterLock:
    """The right to write one session log, from making it until `release`."""

    def __init__(self, path: Path, desk: str, *, shares: bool = False) -> None:
        """Take the lock; raises SessionBusy naming its holder, WriteRefused where none can be.

        One that `shares` has it alone where nobody else has it, until `share`; else beside others.
        """
        self.path = path
        self.is_alone = False
        """Whether nobody else may write."""
        try:
            self._file = open_alone(path, os.O_RDWR | os.O_CREAT)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), path, why(fault)) from fault
        try:
            self._take(shares=shares)
        except OSError as fault:
            holder = _holder(self._file)
            os.close(self._file)
            raise SessionBusy(Sentence("fault.at", place=str(path.parent), what=holder)) from fault
        self._held = True
        if self.is_alone:
            self._sign(desk)

    def _take(self, *, shares: bool) -> None:
        """Take it alone, or share it; raises OSError where neither can be for long."""
        give_up = monotonic() + (PATIENCE_SECONDS if shares else 0.0)
        while True:
            try:
                lock(self._file)
                self.is_alone = True
                return
            except OSError:
                if not shares:
                    raise
            try:
                lock(self._file, is_shared=True)
                return
            except OSError:
                if monotonic() >= give_up:
                    raise
            sleep(uniform(0.002, 0.02))

    def share(self) -> None:
        """Let others write beside; raises SessionBusy where somebody took it alone meanwhile."""
        if not self._held or not self.is_alone:
            return
        try:
            lock(self._file, is_shared=True)
        except OSError as fault:
            holder = _holder(self._file)
            raise SessionBusy(
                Sentence("fault.at", place=str(self.path.parent), what=holder)
            ) from fault
        self.is_alone = False

    def regain(self) -> bool:
        """Have it alone again, where nobody else has it; else share it still."""
        if not self.is_alone:
            try:
                lock(self._file)
                self.is_alone = True
            except OSError:
                # The system may have taken the share away.
                with suppress(OSError):
                    lock(self._file, is_shared=True)
        return self.is_alone

    def _sign(self, desk: str) -> None:
        """Say who writes, unless no writer signed the file: it may be another's by this name."""
        try:
            if not _SIGNATURE.fullmatch(_beginning(self._file)):
                return
            os.ftruncate(self._file, 0)
            os.write(self._file, f"{os.getpid()} {desk}\n".encode())
        except OSError as fault:
            self.release()
            raise WriteRefused(os_reason(fault), self.path, why(fault)) from fault

    def release(self) -> None:
        """Let the next writer in; doing so twice does nothing."""
        if self._held:
            self._held = False
            unlock(self._file)
            os.close(self._file)


def _holder(file: int) -> Sentence:
    """That somebody is writing, and who, as far as they signed and are still there."""
    found = _beginning(file)
    signed = found if _SIGNATURE.fullmatch(found) else b""
    match signed.decode("utf-8", "replace").split(maxsplit=1):
        case [process, desk] if _runs(process):
            return Sentence("log_fault.busy_desk", process=process, desk=desk.strip())
        case [process] if _runs(process):
            return Sentence("log_fault.busy_process", process=process)
    return Sentence("log_fault.busy")


def _runs(process: str) -> bool:
    """Whether that process is running: who signed may have left, and others share the log."""
    if sys.platform == "win32":
        return True  # asking would end it
    try:
        os.kill(int(process), 0)
    except PermissionError:
        return True
    except (OSError, OverflowError, ValueError):
        return False
    return True


def _beginning(file: int) -> bytes:
    """The content, as much of it as a signature may have and one byte more."""
    found = os.read(file, _LONGEST_SIGNATURE + 1)
    os.lseek(file, 0, os.SEEK_SET)
    return found
