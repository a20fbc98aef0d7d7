"""Files of a session: never half written, their owner's alone, and under names all systems allow.

A file appears whole under its name or not at all; what a scanner or a cloud folder holds for a
moment is tried again before anybody is told. Until it is whole it lies under a name of its own,
with all that was to be in it; what a program cut off in between left so is removed.

Statements, some of them off the record, lie in these files. So they are made for the owner alone
from their first moment, whatever the system would allow to others, and a name in the folder that
leads elsewhere is refused: what it leads to is somebody else's. Windows keeps a user's own folders
from others by itself and knows no such modes.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep

from meeting_tui.errors import why
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.store import Reason, WriteRefused

if sys.platform == "win32":
    import msvcrt
    from random import randrange
else:
    import fcntl

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
_FAR = 1 << 30
"""The first byte that is locked on Windows: beyond the text, so that others can read who holds it.
"""
_SHARERS = 4096
"""So many bytes there can be locked one by one by those who share a file."""
PATIENCE_SECONDS = 1.0
"""How long a file that another program holds is tried again."""
DATABASE = "log.db"
SESSION_TOML = "session.toml"
DRAFTS = "drafts"
TEXTS = "texts"
_HASH = re.compile(rb'\nhash = "([0-9a-f]{64})"')
_INTERVAL_SECONDS = 0.05
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_AS_ALL_FILES = 0o666
"""What is made so is for whom the system lets read a new file (the umask)."""
_LONGEST_BYTES = 180
"""Of a name, so that an ending still fits into the usual 255."""

_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)
_NAME = late_pattern(r"\.[0-9a-f]{12}\.part")
FILE_MODE = 0o600
FOLDER_MODE = 0o700
_OTHERS = 0o077
_NO_LINK = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def os_reason(fault: OSError) -> Reason:
    """The reason code of an error of the operating system."""
    # By name, as not every system has all of them.
    return _REASONS.get(errno.errorcode.get(fault.errno or 0, ""), "other")


def write_atomic(
    path: Path, content: bytes, *, is_shared: bool = False, is_synced: bool = True
) -> None:
    """Put the content under that name, on the disk, whole or not at all.

    Only its owner may read it, unless it `is_shared`: then whoever may read any new file here. A
    link of that name is replaced, not followed. Without `is_synced` it may be missing, or empty,
    after a loss of power. Raises WriteRefused naming the file; no temporary file is left.
    """
    temporary: Path | None = None
    try:
        unfinished = path.with_name(f".{os.urandom(6).hex()}.part")
        number = os.open(unfinished, _NEW, _AS_ALL_FILES if is_shared else FILE_MODE)
        temporary = unfinished
        with os.fdopen(number, "wb") as file:
            claim(number)
            file.write(content)
            file.flush()
            if is_synced:
                os.fsync(file.fileno())
        replace_patiently(temporary, path)
    except OSError as fault:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        # A refusal that came through every try again on an existing file is somebody holding it.
        held = isinstance(fault, PermissionError) and temporary is not None
        reason = "locked" if held else os_reason(fault)
        raise WriteRefused(reason, path, why(fault)) from fault
    if is_synced:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make new and renamed entries of a folder durable; Windows does so by itself."""
    if sys.platform == "win32":
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder, why(fault)) from fault


def free_name(path: Path, ending: str) -> Path:
    """The first of `<path>.<ending>-1`, `-2` ... that is not there yet."""
    number = 1
    while (name := path.with_name(f"{path.name}.{ending}-{number}")).exists():
        number += 1
    return name


def legal_name(text: str) -> str:
    """A file name for that title which Windows, macOS and Linux allow.

    A title that is legal stays as it is; any other gets a mark of its own, so that distinct titles
    keep distinct names.
    """
    name = "".join("-" if c in _FORBIDDEN or ord(c) < 32 or ord(c) == 127 else c for c in text)
    name = name.strip(" .").encode("utf-8", "replace").decode()
    is_reserved = name.partition(".")[0].strip().casefold() in _RESERVED
    is_long = len(name.encode()) > _LONGEST_BYTES
    if name == text and name and not (is_reserved or is_long or "~" in name):
        return name
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    short = name.encode()[:_LONGEST_BYTES].decode("utf-8", "ignore").rstrip(" .")
    return f"{'_' if is_reserved or not short else ''}{short}~{mark}"


def hashes_in(text: bytes) -> frozenset[str]:
    """The hashes of the events in a TOML log, found without reading it as TOML; about 1 ms a day.

    They tell whether a database lacks an event that the text has.
    """
    return frozenset(found.decode() for found in _HASH.findall(text))


def replace_patiently(temporary: Path, path: Path) -> None:
    """Give a file the name of another, trying again while somebody holds that; raises OSError."""
    give_up = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if monotonic() >= give_up:
                raise
        sleep(_INTERVAL_SECONDS)


def remove_unfinished(folders: Iterable[Path]) -> None:
    """Remove them from these folders, but what somebody is writing now.

    One that cannot be removed stays, and is tried again by whoever opens the session next.
    """
    for folder in folders:
        with suppress(OSError):
            for file in [each for each in folder.iterdir() if _NAME.fullmatch(each.name)]:
                _remove(file)


def _remove(file: Path) -> None:
    with suppress(OSError):
        number = open_alone(file, os.O_RDWR)
        try:
            is_left = is_claimed(number)
        finally:
            os.close(number)
        if not is_left:
            file.unlink()


def open_alone(path: Path, flags: int) -> int:
    """Open a file of a session by that name and no other; one that is made is the owner's alone.

    Raises OSError: ELOOP for a link, EINVAL for what is no file, such as a pipe.
    """
    refuse_link(path)
    number = os.open(path, flags | _NO_LINK, FILE_MODE)
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return number


def refuse_link(path: Path) -> None:
    """Raise OSError (ELOOP) where that name is a link, wherever it leads."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def make_folder_alone(folder: Path) -> None:
    """Make a session's folder, for its owner alone, where it is missing; raises OSError.

    The folders above it are made as any others.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(FOLDER_MODE, exist_ok=True)


def make_folder_in(session: Path, folder: Path) -> None:
    """Make a folder within a session's, for its owner alone; raises OSError (ELOOP for a link)."""
    make_folder_alone(session)
    inside = folder.relative_to(session)
    place = session
    for part in inside.parts:
        place /= part
        refuse_link(place)
        place.mkdir(FOLDER_MODE, exist_ok=True)


def tighten(session: Path) -> None:
    """Take from others what they may do in a session's folder, with all that is in it.

    What belongs to somebody else, or lies on a disk without modes, stays as it is.
    """
    if sys.platform == "win32":
        return
    # The folder first: afterwards nobody else can put a link in the place of a file.
    for path in (session, *_below(session)):
        with suppress(OSError):
            mode = path.lstat().st_mode
            is_ours = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
            if is_ours and mode & _OTHERS:
                path.chmod(stat.S_IMODE(mode) & ~_OTHERS)


def _below(session: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(session):
        yield from (Path(place, name) for name in [*folders, *files])


def claim(file: int) -> None:
    """Have an open file known as one that is being written, until it is closed."""
    # A network folder may know no locks; nothing worse comes of it than that nobody can tell.
    with suppress(OSError):
        lock(file)


def is_claimed(file: int) -> bool:
    """Whether somebody is writing that file."""
    try:
        lock(file)
    except OSError:
        return True
    unlock(file)
    return False


if sys.platform == "win32":
    _HELD: dict[int, tuple[int, int]] = {}
    """Of each open file that is locked: from which byte, and how many."""

    def lock(file: int, *, is_shared: bool = False) -> None:
        """Lock an open file for this process alone; raises OSError where another has it.

        `is_shared`: beside others who share it. Windows has no such lock by this way, so each takes
        one byte of many, and who wants it alone takes them all.
        """
        at, count = (_FAR + randrange(_SHARERS), 1) if is_shared else (_FAR, _SHARERS)
        if file in _HELD:
            unlock(file)
        os.lseek(file, at, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, count)
            _HELD[file] = (at, count)
        finally:
            os.lseek(file, 0, os.SEEK_SET)

    def unlock(file: int) -> None:
        """Let others lock it."""
        at, count = _HELD.pop(file)
        os.lseek(file, at, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, count)

else:

    def lock(file: int, *, is_shared: bool = False) -> None:
        """Lock an open file for this process alone; raises OSError where another has it.

        `is_shared`: beside others who share it. One that is held already is turned into the other
        kind; where that fails, it may be lost.
        """
        fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)

    def unlock(file: int) -> None:
        """Let others lock it."""
        fcntl.flock(file, fcntl.LOCK_UN)
