"""A disk that is slow, full or broken for real: beneath SQLite, where it meets the system.

What SQLite's writes and syncs of one folder do is decided here, call by call, through a file system
of its own that stands before the system's (`sqlite3_vfs`). So the driver goes its real ways: it
rolls back, keeps its log of writes, and says its real error. In a program of its own:
`python -m tests.bad_disk FOLDER run ...`, where FOLDER/disk.json says how the disk is now.
"""

from __future__ import annotations

import ctypes
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FULL, IOERR_WRITE, IOERR_SYNC, READONLY = 13, 10 | 3 << 8, 10 | 4 << 8, 8
OK = 0
NAME = b"meeting-tui-bad-disk"

_METHODS, _WRITE, _SYNC = 18, 2, 4
"""How many there are of a file; which of them write and sync."""
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int,
    *(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p),
)
_WRITING = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
)
_SYNCING = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)


class _Methods(ctypes.Structure):
    """What an open file can do."""

    _fields_ = [("version", ctypes.c_int), ("calls", ctypes.c_void_p * _METHODS)]


class _FileSystem(ctypes.Structure):
    """What opens files."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("file_bytes", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("own", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("calls", ctypes.c_void_p * 15),
    ]


@dataclass
class Disk:
    """How the disk is now."""

    seconds: float = 0.0
    """So long each sync takes."""
    hangs: bool = False
    """Whether each sync takes until this is over."""
    write: int = OK
    """What each write ends with."""
    sync: int = OK
    """What each sync ends with."""
    times: int = -1
    """So many calls still end so; below 0 all do."""

    def heal(self) -> None:
        """All goes well from now on."""
        self.seconds, self.hangs, self.write, self.sync, self.times = 0.0, False, OK, OK, -1


class Unreachable(Exception):
    """The driver cannot be reached here, as it is built into the interpreter."""


def library() -> ctypes.CDLL:
    """The driver's library as the interpreter uses it; raises Unreachable."""
    import _sqlite3

    for name in ("libsqlite3.so.0", "libsqlite3.dylib", getattr(_sqlite3, "__file__", None)):
        if name is None:
            continue
        try:
            found = ctypes.CDLL(name)
            found.sqlite3_libversion.restype = ctypes.c_char_p
            if found.sqlite3_libversion().decode() == sqlite3.sqlite_version:
                return found
        except (OSError, AttributeError):
            continue
    raise Unreachable("SQLite is built into this interpreter")


class BadDisk:
    """Stands before the system's files of one folder."""

    def __init__(self, folder: Path, look: Callable[[], Disk]) -> None:
        """`look` says before each call how the disk is now."""
        self._folder = str(folder.resolve())
        self._look = look
        self._library = library()
        self._library.sqlite3_vfs_find.restype = ctypes.c_void_p
        self._library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
        self._library.sqlite3_vfs_register.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._library.sqlite3_vfs_unregister.argtypes = [ctypes.c_void_p]
        found = self._library.sqlite3_vfs_find(None)
        self._system = _FileSystem.from_address(found)
        self._own = _FileSystem()
        ctypes.pointer(self._own)[0] = self._system
        self._own.name = NAME
        self._system_open = _OPEN(self._system.open)
        self._open = _OPEN(self._opened)
        self._own.open = ctypes.cast(self._open, ctypes.c_void_p)
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []
        """What the driver calls must not be thrown away."""

    def stand_before(self) -> None:
        """Be the file system from now on."""
        self._library.sqlite3_vfs_register(ctypes.addressof(self._own), 1)

    def step_back(self) -> None:
        """Leave what is opened from now on to the system."""
        self._library.sqlite3_vfs_unregister(ctypes.addressof(self._own))
        self._library.sqlite3_vfs_register(ctypes.addressof(self._system), 1)

    def _opened(self, system: int, name: int | None, file: int, flags: int, out: int) -> int:
        # The name goes on as it is: what else the driver was told stands behind it.
        code: int = self._system_open(system, name, file, flags, out)
        path = ctypes.string_at(name).decode("utf-8", "replace") if name else ""
        if code == OK and path.startswith(self._folder):
            methods = ctypes.c_void_p.from_address(file)
            if methods.value:
                methods.value = ctypes.addressof(self._table(methods.value))
        return code

    def _table(self, address: int) -> _Methods:
        if address not in self._tables:
            before = _Methods.from_address(address)
            table = _Methods()
            ctypes.pointer(table)[0] = before
            write, sync = _WRITING(before.calls[_WRITE]), _SYNCING(before.calls[_SYNC])

            def writing(file: int, content: int, size: int, at: int) -> int:
                return self._ends("write") or int(write(file, content, size, at))

            def syncing(file: int, flags: int) -> int:
                time.sleep(self._look().seconds)
                while self._look().hangs:
                    time.sleep(0.005)
                return self._ends("sync") or int(sync(file, flags))

            for place, call in ((_WRITE, _WRITING(writing)), (_SYNC, _SYNCING(syncing))):
                table.calls[place] = ctypes.cast(call, ctypes.c_void_p).value
                self._kept.append(call)
            self._kept += [write, sync]
            self._tables[address] = table
        return self._tables[address]

    def _ends(self, call: str) -> int:
        disk = self._look()
        code: int = getattr(disk, call)
        if code == OK or disk.times == 0:
            return OK
        disk.times -= disk.times > 0
        return code


@contextmanager
def bad_disk(folder: Path) -> Iterator[Disk]:
    """The disk below a folder, in this process, until the block ends; raises Unreachable."""
    disk = Disk()
    before = BadDisk(folder, lambda: disk)
    before.stand_before()
    try:
        yield disk
    finally:
        disk.heal()
        before.step_back()


class Told:
    """How the disk is now, as a file says, which is read anew when it changed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen = -1
        self._disk = Disk()

    def __call__(self) -> Disk:
        try:
            seen = self._file.stat().st_mtime_ns
        except FileNotFoundError:
            return self._disk
        if seen != self._seen:
            self._seen = seen
            self._disk = Disk(**json.loads(self._file.read_text("utf-8")))
        return self._disk


def tell(file: Path, disk: Disk) -> None:
    """Say in a file how the disk is from now on."""
    new = file.with_suffix(".new")
    new.write_text(json.dumps(asdict(disk)), "utf-8")
    new.replace(file)


def main() -> int:
    """Run the program on the disk of a folder."""
    folder, *arguments = sys.argv[1:]
    before = BadDisk(Path(folder) / "sessions", Told(Path(folder) / "disk.json"))
    before.stand_before()
    sys.argv = ["meeting-tui", *arguments]
    from meeting_tui.cli import main as run

    return int(run() or 0)


if __name__ == "__main__":
    sys.exit(main())
