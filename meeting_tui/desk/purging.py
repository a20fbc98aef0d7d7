"""Cutting what was purged out of the files of a session that the log does not know.

Drafts and exports as the program wrote them are removed, and made again when they are next wanted.
In text that people changed, and in copies set aside, the words are covered where they stand, and
the file can be named; one in which they cannot be covered, as they are packed or parted there, is
removed.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from meeting_tui.desk.written_files import Known, Memory, hash_of, places_inside
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.files import DATABASE, DRAFTS, SESSION_TOML, TEXTS, write_atomic

_BEGINNING = 16
"""So many bytes of a text give it away in a copy of a database, where it may be parted."""
_LOG = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", SESSION_TOML)


def remove_drafts(session: Path) -> None:
    """Remove the drafts and exports in a session's folder that are as they were written.

    One that somebody holds is left as one changed by hand is.
    """
    for place in dict.fromkeys((DRAFTS, *places_inside(session))):
        folder = session / place
        memory = Memory(session, folder)
        known = memory.known()
        for file in _drafts(folder):
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
    return tuple(file for file in _drafts(folder) if not _is_ours(file, folder, known))


def _drafts(folder: Path) -> Iterator[Path]:
    for each in sorted(folder.rglob("*")):
        if each.is_file() and not each.is_symlink():
            yield each


def _is_ours(file: Path, folder: Path, known: Known) -> bool:
    ours = known.get(file.relative_to(folder).as_posix(), ())
    try:
        return hash_of(read_outside(file, LOG)) in ours
    except OSError:
        return False


def cut_out(session: Path, texts: Sequence[str], kept_elsewhere: Iterable[Path] = ()) -> None:
    """Let no file of the session but its log, which does so itself, say one of the texts.

    What delegations handed in stays as it is.
    """
    wanted = [spelt for text in texts if text for spelt in _spellings(text)]
    for file in (*_files(session), *kept_elsewhere) if wanted else ():
        with suppress(OSError):
            content = read_outside(file, LOG)
            if _is_packed(content, wanted) or (_is_database(content) and _begins(content, wanted)):
                file.unlink()
                continue
            covered = content
            for each in wanted:
                covered = covered.replace(each, b"*" * len(each))
            if covered != content:
                write_atomic(file, covered)


def _files(session: Path) -> Iterator[Path]:
    for each in sorted(session.rglob("*")):
        is_log = each.parent == session and each.name in _LOG
        if each.is_file() and not each.is_symlink() and not is_log and TEXTS not in each.parts:
            yield each


def _spellings(text: str) -> Iterator[bytes]:
    """A text as it stands in the files that may hold it."""
    plain = text.encode("utf-8", "replace")
    found = [
        plain,
        json.dumps(text)[1:-1].encode(),
        json.dumps(text, ensure_ascii=False)[1:-1].encode("utf-8", "replace"),
    ]
    yield from dict.fromkeys(found)


def _is_database(content: bytes) -> bool:
    return content.startswith(b"SQLite format 3")


def _begins(content: bytes, wanted: Sequence[bytes]) -> bool:
    return any(each[:_BEGINNING] in content for each in wanted)


def _is_packed(content: bytes, wanted: Sequence[bytes]) -> bool:
    """Whether an office document holds the text; one that cannot be read is taken to."""
    if not content.startswith(b"PK"):
        return False
    import io

    try:
        with ZipFile(io.BytesIO(content)) as packed:
            return any(each in packed.read(name) for name in packed.namelist() for each in wanted)
    except (BadZipFile, zlib.error, OSError, ValueError):
        return True
