"""The written texts of statements, copied into the session's `texts` folder before it is recorded.

A file is there whole or not at all, under a name every system allows, and never in the place of
another; its hash is taken while it is copied.

Typed text is cleaned and file names are not. A name may come from another system with its accents
decomposed, contain a tab or a direction mark, or not be UTF-8 at all; it is found by what can be
typed of it. A file dropped on the terminal arrives as a shell would need it (in quotes, with
backslashes) or as an address (`file:///…`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from errno import ENOENT
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import BinaryIO

from msgspec import Struct

from meeting_tui.errors import told, why
from meeting_tui.meeting.facts import KeptFile
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.outside import STATEMENT, blocks_of, open_outside
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.files import (
    legal_name,
    make_folder_in,
    open_alone,
    replace_patiently,
    sync_folder,
)
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence

TEXTS = "texts"
_ENDING = late_pattern(r"\.[A-Za-z0-9]{1,10}")


class SeveralAlike(Exception):
    """Several files have the name that was typed, and none has exactly that name."""

    def __init__(self, name: str) -> None:
        """`name`: as it was typed."""
        self.name = name
        super().__init__(name)


def path_typed(typed: str, base: Path | None = None) -> Path:
    """The path that a typed or dropped text means; relative paths start at `base`.

    The text is taken as it is if such a file exists; otherwise as a shell or an address would write
    it. If nothing is found, the path is the text itself.
    """
    paths = [(base or Path()) / _from_home(form) for form in _forms(typed)]
    return next((path for path in paths if _is_there(path)), paths[0])


def _forms(typed: str) -> Iterator[str]:
    yield typed
    if typed.startswith("file:"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname  # late: it is slow to load

        yield url2pathname(urlsplit(typed).path)
    import shlex  # late: few lines name a file

    with suppress(ValueError):  # a quotation mark that is not closed is part of the name
        words = shlex.split(typed)
        if len(words) == 1:
            yield words[0]
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        yield typed[1:-1]


def _from_home(form: str) -> Path:
    path = Path(form)
    with suppress(RuntimeError):  # `~name` of nobody is a name as good as any
        path = path.expanduser()
    return path


def _is_there(path: Path) -> bool:
    try:
        file_meant(path)
    except SeveralAlike:
        return True
    except (OSError, ValueError):
        return False
    return True


def file_meant(typed: Path) -> Path:
    """The path as it is on the disk; an exact name goes before a similar one, part by part.

    Raises FileNotFoundError if nothing has the name, SeveralAlike if several have it, and OSError
    or ValueError if the path cannot be read.
    """
    try:
        typed.lstat()
    except FileNotFoundError:
        return _likened(typed)
    return typed


def _likened(typed: Path) -> Path:
    found = Path(typed.anchor)
    for name in typed.relative_to(typed.anchor).parts:
        found = found / name if os.path.lexists(found / name) else _alike(found, name)
    return found


def _alike(folder: Path, typed: str) -> Path:
    wanted, alike = clean_line(typed), []
    with suppress(OSError):  # a folder that cannot be read has nothing that could be found
        alike = [each for each in folder.iterdir() if clean_line(each.name) == wanted]
    if not alike:
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(folder / typed))
    if len(alike) > 1:
        raise SeveralAlike(typed)
    return alike[0]


class Copied(Struct, frozen=True):
    """A file as it is kept now."""

    kept: KeptFile
    is_new: bool
    """It was not kept before under that name."""


class TextFolder:
    """Where one session keeps the texts it received."""

    def __init__(self, session: Path, base: Path | None = None) -> None:
        """`session`: its folder; `base`: where relative paths begin, else the working folder."""
        self.folder = session / TEXTS
        self._base = base
        self._naming = Lock()

    def keep(self, path: str) -> Copied | Refusal:
        """Copy the file of that path into the folder; a refusal where it cannot be, and no trace.

        The same content under the same name is kept once.
        """
        try:
            with self._opened(path) as source:
                return self._copy(source, path)
        except FileNotFoundError:
            return refuse("file_missing", file=path)
        except SeveralAlike as fault:
            return refuse("files_alike", name=fault.name)
        except IsADirectoryError:
            return refuse("file_is_folder", file=path)
        except _NotCopied as fault:
            return refuse("file_not_copied", file=path, reason=fault.reason)
        except (OSError, ValueError) as fault:
            return refuse("file_unreadable", file=path, reason=told(fault))

    def discard(self, copied: Copied) -> None:
        """Remove what was copied and not recorded after all."""
        if copied.is_new:
            with suppress(OSError):
                (self.folder / copied.kept.name).unlink()
            self._leave_no_empty_folder()

    def go_on_in(self, session: Path) -> Thread:
        """Keep texts in another folder from now on; those there are copied after, if they can be.

        The thread that copies them is given back; the program does not end before it has.
        """
        old, self.folder = self.folder, session / TEXTS
        after = Thread(target=_copy_all, args=(old, TextFolder(session)), name="texts")
        after.start()
        return after

    def _opened(self, path: str) -> BinaryIO:
        return open_outside(file_meant(path_typed(path, self._base)), STATEMENT)

    def _copy(self, source: BinaryIO, path: str) -> Copied:
        part = self.folder / f".{os.urandom(6).hex()}.part"
        try:
            make_folder_in(self.folder.parent, self.folder)
            size, digest = _written(source, part)
            with self._naming:
                name, is_new = self._free_name(_legal(path_typed(path, self._base).name), digest)
                if is_new:
                    replace_patiently(part, self.folder / name)
                    sync_folder(self.folder)
        except WriteRefused as fault:
            raise _NotCopied(fault.why) from fault
        except _NotRead as fault:
            raise fault.fault from fault
        except OSError as fault:
            raise _NotCopied(why(fault)) from fault
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            self._leave_no_empty_folder()
        return Copied(KeptFile(name, size, digest), is_new)

    def _free_name(self, name: str, digest: str) -> tuple[str, bool]:
        """The name the content gets, and whether nothing is there under it yet."""
        # Compared without case: the folder may be copied to a system that knows none.
        taken = {each.name.casefold(): each for each in self.folder.iterdir()}
        candidates = _numbered(name)
        while True:
            candidate = next(candidates)
            there = taken.get(candidate.casefold())
            if there is None:
                return candidate, True
            is_file = there.is_file() and not there.is_symlink()
            if is_file and digest_of(there) == digest:
                return there.name, False

    def _leave_no_empty_folder(self) -> None:
        with suppress(OSError):
            self.folder.rmdir()


class _NotCopied(Exception):
    """The copy could not be written; says why."""

    def __init__(self, reason: Sentence | str) -> None:
        self.reason = reason
        super().__init__(str(reason))


class _NotRead(Exception):
    """The source could not be read to its end."""

    def __init__(self, fault: OSError) -> None:
        self.fault = fault
        super().__init__(str(fault))


def _written(source: BinaryIO, part: Path) -> tuple[int, str]:
    """Copy to a new file, on the disk; the size and the hash of what was copied."""
    digest, size = sha256(), 0
    with os.fdopen(open_alone(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as copy:
        for block in _blocks(source):
            copy.write(block)
            digest.update(block)
            size += len(block)
        copy.flush()
        os.fsync(copy.fileno())
    return size, digest.hexdigest()


def _blocks(source: BinaryIO) -> Iterator[bytes]:
    try:
        yield from blocks_of(source, STATEMENT)
    except OSError as fault:
        raise _NotRead(fault) from fault


def digest_of(path: Path) -> str:
    """The SHA-256 of a file from outside in hexadecimal digits; raises OSError."""
    digest = sha256()
    with open_outside(path, STATEMENT) as file:
        for block in _blocks(file):
            digest.update(block)
    return digest.hexdigest()


def _legal(name: str) -> str:
    """The name with what no system minds; its ending stays an ending."""
    ending = Path(name).suffix
    if not _ENDING.fullmatch(ending):
        return legal_name(name)
    return legal_name(name.removesuffix(ending)) + ending


def _numbered(name: str) -> Iterator[str]:
    """`name.docx`, `name-2.docx`, `name-3.docx` and so on."""
    yield name
    ending = Path(name).suffix
    stem = name.removesuffix(ending) if ending else name
    number = 1
    while True:
        number += 1
        yield f"{stem}-{number}{ending}"


def _copy_all(old: Path, new: TextFolder) -> None:
    """Copy the texts of one folder; one that cannot be read stays where it is."""
    with suppress(OSError):
        for each in sorted(old.iterdir()):
            new.keep(str(each.resolve()))
