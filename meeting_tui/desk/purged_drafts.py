"""Report drafts and exports in the session's folder that may still say what was purged.

They are made of the log and are made again, so those this program wrote are removed with the purge;
one that people changed is theirs, is left but for the words that went, and can be named.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from meeting_tui.desk.written_files import Known, Memory, hash_of, places_inside
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.files import DRAFTS


def remove_drafts(session: Path) -> None:
    """Remove the drafts and exports in a session's folder that are as they were written.

    One that somebody holds is left as one changed by hand is.
    """
    for place in dict.fromkeys((DRAFTS, *places_inside(session))):
        folder = session / place
        memory = Memory(session, folder)
        known = memory.known()
        for file in _files(folder):
            if _is_ours(file, folder, known):
                with suppress(OSError):
                    file.unlink()
        left = {name: hashes for name, hashes in known.items() if (folder / name).exists()}
        if left != known:
            memory.keep(left)


def drafts_left(session: Path) -> tuple[Path, ...]:
    """The drafts in a session's folder that a purge leaves, by name."""
    folder = session / DRAFTS
    known = Memory(session, folder).known()
    return tuple(file for file in _files(folder) if not _is_ours(file, folder, known))


def _files(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.rglob("*")):
        if each.is_file() and not each.is_symlink():
            yield each


def _is_ours(file: Path, folder: Path, known: Known) -> bool:
    ours = known.get(file.relative_to(folder).as_posix(), ())
    try:
        return hash_of(read_outside(file, LOG)) in ours
    except OSError:
        return False
