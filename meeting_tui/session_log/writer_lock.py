"""One writer a session: a second desk on the same log is told who has it.

The lock is the operating system's, so it goes with the process however that ends; the file that
carries it stays, as removing it would let two writers hold two different files.
"""

from __future__ import annotations

import errno
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

from meeting_tui.errors import SessionBusy, why
from meeting_tui.session_log.owner_alone import open_alone
from meeting_tui.session_log.store import Reason, WriteRefused
from meeting_tui.words import Sentence

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST_SIGNATURE = 1000
_SIGNATURE = re.compile(rb"(\d{1,20} [^\n]{0,900}\n?)?|\0{1,1000}")
"""What a writer leaves in the file: its process and its desk; nothing where it was cut off."""
_FAR = 1 << 30
"""The byte that is locked on Windows: beyond the text, so that others can read who holds it."""

_REASONS: dict[str, Reason] = {
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EFBIG": "full",
    "EROFS": "read_only",
    "EACCES": "read_only",
    "EPERM": "read_only",
    "EBUSY": "locked",
    "ELOOP": "link",
    "EAGAIN": "locked",
    "EDEADLK": "locked",
    "EDEADLOCK": "locked",
    "ETXTBSY": "locked",
}


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
            _lock(self._file)
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
            _unlock(self._file)
            os.close(self._file)


def os_reason(fault: OSError) -> Reason:
    """The reason code of an error of the operating system."""
    # By name, as not every system has all of them.
    return _REASONS.get(errno.errorcode.get(fault.errno or 0, ""), "other")


def claim(file: int) -> None:
    """Have an open file known as one that is being written, until it is closed."""
    # A network folder may know no locks; nothing worse comes of it than that nobody can tell.
    with suppress(OSError):
        _lock(file)


def is_claimed(file: int) -> bool:
    """Whether somebody is writing that file."""
    try:
        _lock(file)
    except OSError:
        return True
    _unlock(file)
    return False


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


if sys.platform == "win32":

    def _lock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(file, 0, os.SEEK_SET)

    def _unlock(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
