"""Files that are never half written, and names that every system allows.

A file appears whole under its name or not at all; what a scanner or a cloud folder holds for a
moment is tried again before anybody is told.
"""

from __future__ import annotations

import os
import re
import sys
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from time import monotonic, sleep

from meeting_tui.errors import why
from meeting_tui.session_log.owner_alone import FILE_MODE
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.writer_lock import claim, os_reason

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
        unfinished = path.with_name(f".{token_hex(6)}.part")
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
