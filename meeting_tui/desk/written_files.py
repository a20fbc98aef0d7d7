"""Writing what leaves without losing what people made of it.

Every folder written to remembers the hashes of what was written. A file that is no longer as it was
written, or never was ours, is left alone, and the new one is written beside it as `report (2).md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from secrets import token_hex
from shutil import rmtree

from meeting_tui.record import record
from meeting_tui.session_log.files import replace_patiently, write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.writer_lock import os_reason
from meeting_tui.words import say

MEMORY = ".written.json"
"""What was written into a folder: name -> hashes; two where a write was cut off in between."""

Known = dict[str, frozenset[str]]
"""Name below the folder, parted by `/` -> SHA-256 of each content that is ours."""


@record
class Kept:
    """A file that was left as it is."""

    path: Path
    instead: Path
    """Where the new one was written."""

    def sentence(self, language: str) -> str:
        """What is said of it."""
        return say("export.kept", language, path=str(self.path), name=self.instead.name)


@record
class Written:
    """What a write left behind."""

    paths: tuple[Path, ...]
    kept: tuple[Kept, ...]


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return sha256(content).hexdigest()


def write_files(files: Mapping[str, bytes], folder: Path) -> Written:
    """Write files into a folder, made where it is missing.

    Each is whole or not there; what was changed by hand is left. Raises WriteRefused naming what
    could not be made.
    """
    known = remembered(folder)
    names = names_for(files, folder, known)
    contents = {names[name]: content for name, content in files.items()}
    make_folder(folder)
    replace_files(contents, folder, known)
    return Written(
        tuple(folder / name for name in contents),
        kept_among(names, folder),
    )


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
        content = path.read_bytes()
    except FileNotFoundError:
        return not path.is_symlink()
    except OSError:
        return False
    return hash_of(content) in ours


def replace_files(contents: Mapping[str, bytes], folder: Path, known: Known) -> None:
    """Write each file in its place; what stood there was ours.

    First it is remembered what will be there, so that a write that is cut off leaves nothing that
    would be taken for a change by hand.
    """
    hashes = {name: frozenset({hash_of(content)}) for name, content in contents.items()}
    before = {name: known.get(name, frozenset()) | hashes[name] for name in hashes}
    remember(folder, known | before)
    for name, content in contents.items():
        make_folder((folder / name).parent)
        write_atomic(folder / name, content)
    remember(folder, known | hashes)


def remember(folder: Path, known: Known) -> None:
    """Keep the hashes in the folder; raises WriteRefused."""
    told = {"files": {name: sorted(hashes) for name, hashes in sorted(known.items())}}
    write_atomic(folder / MEMORY, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def remembered(folder: Path) -> Known:
    """What the folder remembers; nothing where that cannot be read."""
    return {
        name: frozenset(each for each in hashes if isinstance(each, str))
        for name, hashes in table_in(folder / MEMORY).get("files", {}).items()
        if isinstance(hashes, list)
    }


def table_in(path: Path) -> dict[str, dict[str, object]]:
    """The tables of a JSON file of ours; empty where it is none."""
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {key: value for key, value in told.items() if isinstance(value, dict)}


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing; raises WriteRefused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder, fault.strerror or "") from fault


def write_new_folder(contents: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder with all of these files or none; it appears whole under its name.

    Raises WriteRefused naming the file that could not be made.
    """
    make_folder(folder.parent)
    unfinished = folder.with_name(f".{token_hex(6)}.part")
    try:
        for name, content in contents.items():
            make_folder((unfinished / name).parent)
            try:
                write_atomic(unfinished / name, content)
            except WriteRefused as fault:
                raise WriteRefused(fault.reason, folder / name, fault.detail) from fault
        try:
            replace_patiently(unfinished, folder)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), folder, fault.strerror or "") from fault
    except BaseException:
        with suppress(OSError):
            rmtree(unfinished)
        raise
