"""The file that a typed path means, though what is typed is cleaned and names of files are not.

A name may come from another system with its accents taken apart, hold a tab or a direction mark, or
be no UTF-8 at all; it is found by what can be typed of it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from errno import ENOENT
from pathlib import Path

from meeting_tui.text import clean_line


class SeveralAlike(Exception):
    """More than one file has the name that was typed, and none has exactly that."""

    def __init__(self, name: str) -> None:
        """`name`: as it was typed."""
        self.name = name
        super().__init__(name)


def file_meant(typed: Path) -> Path:
    """The path as it is on the disk; each folder and file is taken exactly before it is likened.

    Raises FileNotFoundError where nothing is so named, SeveralAlike where more than one is, and
    OSError or ValueError where it cannot be looked at.
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
