"""The file that a typed path means, although typed text is cleaned and file names are not.

A name may come from another system with its accents decomposed, contain a tab or a direction mark,
or not be UTF-8 at all; it is found by what can be typed of it. A file dropped on the terminal
arrives as a shell would need it (in quotes, with backslashes) or as an address (`file:///…`).
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import suppress
from errno import ENOENT
from pathlib import Path

from meeting_tui.text import clean_line


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
