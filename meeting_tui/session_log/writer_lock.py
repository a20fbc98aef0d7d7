"""One writer a session: a second desk on the same log is told who has it.

The lock is the operating system's, so it goes with the process however that ends; the file that
carries it stays, as removing it would let two writers hold two different files. The library
filelock would not do: on Windows it locks the first byte, so nobody could read who holds the file,
and importing it takes 40 ms of a start.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from meeting_tui.errors import SessionBusy, why
from meeting_tui.session_log.files import lock, open_alone, os_reason, unlock
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence

_LONGEST_SIGNATURE = 1000
_SIGNATURE = re.compile(rb"(\d{1,20} [^\n]{0,900}\n?)?|\0{1,1000}")
"""What a writer leaves in the file: its process and its desk; nothing where it was cut off."""


class WriterLock:
    """The right to write one session log, from making it until `release`."""

    def __init__(self, path: Path, desk: str) -> None:
        """Take the lock; raises SessionBusy naming its holder, WriteRefused where none can be."""
        self.path = path
        try:
            self._file = open_alone(path, os.O_RDWR | os.O_CREAT)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), path, why(fault)) from fault
        try:
            lock(self._file)
        except OSError as fault:
            holder = _holder(self._file)
            os.close(self._file)
            raise SessionBusy(Sentence("fault.at", place=str(path.parent), what=holder)) from fault
        self._held = True
        self._sign(desk)

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
    """That somebody is writing, and who, as far as they signed."""
    found = _beginning(file)
    signed = found if _SIGNATURE.fullmatch(found) else b""
    match signed.decode("utf-8", "replace").split(maxsplit=1):
        case [process, desk]:
            return Sentence("log_fault.busy_desk", process=process, desk=desk.strip())
        case [process]:
            return Sentence("log_fault.busy_process", process=process)
    return Sentence("log_fault.busy")


def _beginning(file: int) -> bytes:
    """The content, as much of it as a signature may have and one byte more."""
    found = os.read(file, _LONGEST_SIGNATURE + 1)
    os.lseek(file, 0, os.SEEK_SET)
    return found
