"""What lies in a session's folder is its owner's alone, and no link in it is followed in writing.

Statements, some of them off the record, lie in these files. So they are made for the owner alone
from their first moment, whatever the system would allow to others, and a name in the folder that
leads elsewhere is refused: what it leads to is somebody else's. Windows keeps a user's own folders
from others by itself and knows no such modes.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700
_OTHERS = 0o077
_NO_LINK = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


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
