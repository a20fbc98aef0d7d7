"""Files from outside: what one is, and how large, is known before a byte of it is kept.

An agenda, a list, a template, a script, a session somebody handed on: any of them may be a device
that never ends, a pipe that nobody writes to, or larger than the memory. Every file that is not the
program's own is opened here and nowhere else.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from meeting_tui.errors import MeetingTuiError
from meeting_tui.patterns import late_pattern
from meeting_tui.words import Sentence

KB = 1 << 10
MB = 1 << 20
GB = 1 << 30

SETTINGS = 256 * KB
PLAN = 1 * MB
"""An agenda, or a rules file; a long one has 60 KB."""
EARLIER = 1 * MB
"""What a body's earlier meetings taught; a hundred of them have 150 KB."""
SCRIPT = 2 * MB
"""A script; that of a full day has 30 KB."""
LIST = 8 * MB
"""A list of delegations; one of 200 has 40 KB."""
TEXT_LIST = 1 * MB
"""One that is no package of Word or Excel; each line of it is looked up by itself."""
COLUMNS = 500
"""A list, in a workbook or in CSV, has no more."""
PACKAGE = b"PK\x03\x04"
"""What every package of Word or Excel begins with."""
TEMPLATE = 24 * MB
"""A Word document with tags; the pictures of a letterhead may be large."""
EXPORTED = 24 * MB
"""A session as it was exported; a day of 500 entries has 0.5 MB."""
LOG = 256 * MB
"""A file of a session's folder."""
STATEMENT = 256 * MB
"""A text that a delegation handed in."""

VALUES = 50_000
"""In one text of TOML, about; a long agenda has 3,000."""
JSON_VALUES = 1_000_000
"""In one text of JSON, about; a day of 500 entries has 21,000."""
DEEPEST_KEY = 50
"""Names in one key, as `a.b.c` has three."""

_PART = late_pattern(r"""[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+(\.)?""")
_HOW = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_AT_ONCE = 1 * MB
_KINDS = (
    (stat.S_ISFIFO, Sentence("fault.a_pipe")),
    (stat.S_ISCHR, Sentence("fault.a_device")),
    (stat.S_ISBLK, Sentence("fault.a_device")),
    (stat.S_ISSOCK, Sentence("fault.a_socket")),
)


class UnfitFile(MeetingTuiError, OSError):
    """What has the name is no file that can be read, or is larger than any such file may be."""

    title = Sentence("fault.title_input")


def read_outside(path: Path, most: int) -> bytes:
    """The content of a file of at most so many bytes.

    Raises OSError where there is none or it cannot be read, IsADirectoryError for a folder, and
    UnfitFile, at once and with one sentence, for a pipe, a device, a socket and what is too large.
    """
    with open_outside(path, most) as file:
        return b"".join(blocks_of(file, most))


def open_outside(path: Path, most: int) -> BinaryIO:
    """The same file to be read in blocks (`blocks_of`); raises as `read_outside`."""
    # Looked at before it is opened, as opening a device can already do something to it.
    _refuse_unfit(os.stat(path), most)  # noqa: PTH116 - the same look as below
    number = os.open(path, _HOW)
    try:
        _refuse_unfit(os.fstat(number), most)
        return os.fdopen(number, "rb", buffering=0)
    except BaseException:
        os.close(number)
        raise


def refuse_no_file(path: Path) -> None:
    """Raise IsADirectoryError or UnfitFile where that name is there and is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return
    _refuse_unfit(found, found.st_size)


def blocks_of(file: BinaryIO, most: int) -> Iterator[bytes]:
    """The content in blocks; raises UnfitFile where it grows beyond so many bytes meanwhile."""
    left = most
    while block := file.read(_AT_ONCE):
        left -= len(block)
        if left < 0:
            raise _too_large(most - left, most)
        yield block


def _refuse_unfit(found: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    for is_kind, what in _KINDS:
        if is_kind(found.st_mode):
            raise UnfitFile(what)
    if found.st_size > most:
        raise _too_large(found.st_size, most)


def refuse_larger(content: bytes, most: int) -> None:
    """Raise UnfitFile for a content of more than so many bytes."""
    if len(content) > most:
        raise _too_large(len(content), most)


def _too_large(size: int, most: int) -> UnfitFile:
    return UnfitFile(Sentence("fault.larger", size=said_size(size), most=said_size(most)))


def said_size(size: int) -> str:
    """So many bytes as people say them: `512 KB`, `1.5 GB`."""
    for unit, name in ((GB, "GB"), (MB, "MB"), (KB, "KB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size} B"


def refuse_swollen_toml(text: str) -> None:
    """Raise UnfitFile for a text that takes far more room and time to read than it is long.

    What reads TOML needs the square of the number of names in a key, of time and of memory.
    """
    if sum(map(text.count, "=,[{")) > VALUES:
        raise UnfitFile(Sentence("fault.too_many_values", most=VALUES))
    if text.count(".") > DEEPEST_KEY:
        for line in text.split("\n"):
            if line.count(".") > DEEPEST_KEY and _is_deep(line):
                raise UnfitFile(Sentence("fault.deep_key", most=DEEPEST_KEY))


def _is_deep(line: str) -> bool:
    place = names = 0
    while place < len(line):
        part = _PART.match(line, place)
        names = names + 1 if part and part[1] else 0
        if names > DEEPEST_KEY:
            return True
        place = part.end() if part else place + 1
    return False


def refuse_swollen_json(content: bytes) -> None:
    """Raise UnfitFile for a text with more values than a session has: each takes much room."""
    if sum(map(content.count, (b",", b"[", b"{"))) > JSON_VALUES:
        raise UnfitFile(Sentence("fault.too_many_values", most=JSON_VALUES))
