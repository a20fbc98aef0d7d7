"""Writing what leaves without losing what people made of it.

A session remembers the hashes of what was written of it, and where. A file that is no longer as it
was written, or never was ours, is left alone, and the new one is written beside it as
`report (2).md`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from shutil import rmtree

from msgspec import Struct

from meeting_tui.errors import why
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.files import (
    make_folder_alone,
    make_folder_in,
    os_reason,
    replace_patiently,
    write_atomic,
)
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import say

MEMORY = ".written.json"
"""In the session's folder: folder -> name -> hashes; two where a write was cut off in between."""

Known = dict[str, frozenset[str]]
"""Name below the folder, parted by `/` -> SHA-256 of each content that is ours."""


class Kept(Struct, frozen=True):
    """A file that was left as it is."""

    path: Path
    instead: Path
    """Where the new one was written."""

    def sentence(self, language: str) -> str:
        """What is said of it."""
        return say("export.kept", language, path=str(self.path), name=self.instead.name)


class Written(Struct, frozen=True):
    """What a write left behind."""

    paths: tuple[Path, ...]
    kept: tuple[Kept, ...]


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(content).hexdigest()


class Memory:
    """What one session wrote into one folder.

    It lies with the session, so that nothing strange lies beside the files, and names no folder
    outside it. What cannot be remembered is taken for somebody else's the next time, and left.
    """

    def __init__(self, session: Path, folder: Path, *, is_private: bool = False) -> None:
        """`session` and `folder`: where they lie; `is_private`: for their owner alone."""
        self._path = session / MEMORY
        here, there = session.resolve(), folder.resolve()
        is_inside = there.is_relative_to(here)
        place = there.relative_to(here).as_posix() if is_inside else hash_of(str(there).encode())
        self._place = place
        self._is_private = is_private
        whole = _absolute(session)
        self._session = whole if _absolute(folder).is_relative_to(whole) else None

    def known(self) -> Known:
        """What is remembered of the folder."""
        files = self._all().get(self._place, {})
        return {
            name: frozenset(each for each in hashes if isinstance(each, str))
            for name, hashes in files.items()
            if isinstance(hashes, list)
        }

    def keep(self, known: Known) -> None:
        """Remember this of the folder, or nothing where it is empty."""
        told = self._all()
        told.pop(self._place, None)
        if known:
            told[self._place] = {name: sorted(hashes) for name, hashes in sorted(known.items())}
        text = json.dumps(dict(sorted(told.items())), ensure_ascii=False, indent=1)
        with suppress(WriteRefused):
            write_atomic(self._path, f"{text}\n".encode("utf-8", "replace"))

    @property
    def is_shared(self) -> bool:
        """Whether others may read the files, as far as the system lets them read new ones."""
        return self._session is None and not self._is_private

    def make_folder(self, folder: Path) -> None:
        """Make the folder, or one within it; raises WriteRefused, also for a link in a session."""
        try:
            if self._session is not None:
                make_folder_in(self._session, _absolute(folder))
            elif self._is_private:
                make_folder_alone(folder)
            else:
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), folder, why(fault)) from fault

    def _all(self) -> dict[str, dict[str, object]]:
        try:
            told = json.loads(read_outside(self._path, LOG))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(told, dict):
            return {}
        return {key: value for key, value in told.items() if isinstance(value, dict)}


def places_inside(session: Path) -> tuple[str, ...]:
    """The folders below a session's into which files of it were written."""
    try:
        told = json.loads(read_outside(session / MEMORY, LOG))
    except (OSError, ValueError, RecursionError):
        return ()
    folders = told if isinstance(told, dict) else ()
    return tuple(each for each in folders if ".." not in each and (session / each).is_dir())


def write_files(
    files: Mapping[str, bytes], folder: Path, session: Path, *, is_private: bool = False
) -> Written:
    """Write files of a session into a folder, made where it is missing.

    Each is whole or not there; what was changed by hand is left. `is_private`: for their owner
    alone outside the session's folder too. Raises WriteRefused naming what could not be made.
    """
    memory = Memory(session, folder, is_private=is_private)
    memory.make_folder(folder)
    names = names_for(files, folder, memory.known())
    contents = {names[name]: content for name, content in files.items()}
    replace_files(contents, folder, memory)
    return Written(tuple(folder / name for name in contents), kept_among(names, folder))


def kept_among(names: Mapping[str, str], folder: Path) -> tuple[Kept, ...]:
    """The files that were left, where another name had to be taken."""
    return tuple(
        Kept(folder / wanted, folder / taken) for wanted, taken in names.items() if wanted != taken
    )


def names_for(files: Mapping[str, bytes], folder: Path, known: Known) -> dict[str, str]:
    """Name of each file -> the name it can be written under without touching what is not ours."""
    names: dict[str, str] = {}
    for name, content in files.items():
        ours = {hash_of(content)}
        names[name] = next(
            each
            for each in _numbered(name)
            if _is_free(folder / each, ours | known.get(each, frozenset()))
            and each not in names.values()
        )
    return names


def _numbered(name: str) -> Iterator[str]:
    """`report.md`, `report (2).md`, `report (3).md` and so on."""
    yield name
    path = PurePosixPath(name)
    number = 1
    while True:
        number += 1
        yield str(path.with_name(f"{path.stem} ({number}){path.suffix}"))


def _is_free(path: Path, ours: set[str] | frozenset[str]) -> bool:
    """Whether nothing is there, or a file as this program wrote it, or would write it."""
    try:
        path.lstat()
    except OSError:
        return True  # where it cannot even be looked at, writing it says why
    try:
        return hash_of(read_outside(path, LOG)) in ours
    except OSError:
        return False


def replace_files(contents: Mapping[str, bytes], folder: Path, memory: Memory) -> None:
    """Write each file in its place; what stood there was ours.

    First it is remembered what will be there, so that a write that is cut off leaves nothing that
    would be taken for a change by hand.
    """
    known = memory.known()
    hashes = {name: frozenset({hash_of(content)}) for name, content in contents.items()}
    memory.keep(known | {name: known.get(name, frozenset()) | hashes[name] for name in hashes})
    for name, content in contents.items():
        memory.make_folder((folder / name).parent)
        write_atomic(folder / name, content, is_shared=memory.is_shared)
    memory.keep(known | hashes)


def make_folder(folder: Path) -> None:
    """Make a folder of files for anybody, where it is missing; raises WriteRefused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder, why(fault)) from fault


def _absolute(folder: Path) -> Path:
    """The folder from the root on, by its names: links in it are not followed."""
    return Path(os.path.abspath(folder))  # noqa: PTH100 - `Path.resolve` follows links


def write_new_folder(contents: Mapping[str, bytes], folder: Path, memory: Memory) -> None:
    """Make a folder with all of these files or none; it appears whole under its name.

    Raises WriteRefused naming the file that could not be made.
    """
    memory.make_folder(folder.parent)
    unfinished = folder.with_name(f".{os.urandom(6).hex()}.part")
    try:
        for name, content in contents.items():
            memory.make_folder((unfinished / name).parent)
            try:
                write_atomic(unfinished / name, content, is_shared=memory.is_shared)
            except WriteRefused as fault:
                raise WriteRefused(fault.reason, folder / name, fault.detail) from fault
        try:
            replace_patiently(unfinished, folder)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), folder, why(fault)) from fault
    except BaseException:
        with suppress(OSError):
            rmtree(unfinished)
        raise
