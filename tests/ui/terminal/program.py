"""The program itself in a real terminal: what is written to it are the bytes of keys."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terminal import Terminal, surroundings
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.entry import Event
from tests.bad_disk import Disk, tell

ENTER, ESC, TAB, UP, BACKSPACE = "\r", "\x1b", "\t", "\x1b[A", "\x7f"
F2, F3, F4, F5, F6, F7, F8, F9 = (
    *("\x1bOQ", "\x1bOR", "\x1bOS"),
    *(f"\x1b[{number}~" for number in (15, 17, 18, 19, 20)),
)
LEAVE = "\x11"


class Program:
    """The program on a session of its own, a copy of one that was played."""

    def __init__(
        self,
        played: Path,
        home: Path,
        columns: int = 120,
        rows: int = 36,
        *options: str,
        is_disk_ours: bool = False,
        change: str = "",
    ) -> None:
        """`is_disk_ours`: its disk is as `be` says; `change`: one of those in `changed_program`."""
        self._disk = home / "disk.json"
        self.folder = SessionFolder(home / "sessions" / "day")
        if not self.folder.is_there():
            shutil.copytree(played, self.folder.path)
        changed = ("tests.ui.terminal.changed_program", change) if change else ("meeting_tui",)
        program = ("tests.bad_disk", home) if is_disk_ours else changed
        command: Sequence[str | Path] = (
            *(sys.executable, "-m", *program, "run", "--sessions", home / "sessions"),
            *("--rehearse", "1", *options, "day"),
        )
        self.terminal = Terminal(command, surroundings(home), columns, rows)
        self.terminal.until_text("REHEARSAL", timeout=60)
        self.before = self.written()
        self.terminal.quiet(0.1)

    def be(self, disk: Disk) -> None:
        """Have its disk be so from now on."""
        tell(self._disk, disk)

    def written(self) -> int:
        """How many things happened, as it is on disk now."""
        log = self.folder.read()
        try:
            return log.head().seq
        finally:
            log.close()

    def news(self) -> list[Event]:
        """What happened since the program began, as it is on disk now."""
        log = self.folder.read()
        try:
            return [each.event for each in log.read(self.before)]
        finally:
            log.close()

    def send(self, keys: str, quiet: float = 0.15) -> None:
        """Write keys in one go, and wait until the screen is still again."""
        self.terminal.send(keys)
        self.settle(quiet)

    def settle(self, quiet: float = 0.15, timeout: float = 30.0) -> None:
        """Wait until nothing but the clock changes, and nothing more is written to the log."""
        end = time.perf_counter() + timeout
        size = -1
        while time.perf_counter() < end:
            self.terminal.collect(quiet)
            now = self.written()
            if now == size:
                return
            size = now

    def until_news(self, number: int, timeout: float = 30.0) -> list[Event]:
        """Wait until so many things happened; what happened."""
        end = time.perf_counter() + timeout
        while len(self.news()) < number and time.perf_counter() < end:
            self.terminal.collect(0.05)
        return self.news()

    def ended(self, timeout: float = 20.0) -> int:
        """The exit code, once the program has ended."""
        end = time.perf_counter() + timeout
        while self.terminal.process.poll() is None and time.perf_counter() < end:
            try:
                self.terminal.collect(0.05)
            except EOFError:
                break
        return self.terminal.process.wait(max(end - time.perf_counter(), 1))

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.terminal.close()
