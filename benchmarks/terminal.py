"""A real terminal to measure programs in: a pty that notes when which bytes arrive.

Only the bytes on a pty say what a person saw and when; a Pilot runs without a terminal.
Windows has no pty, so what is measured here is measured on Linux and macOS.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]

_ESCAPES = re.compile(
    rb"\x1b\[[0-9;?<>=:]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Z]"
)
_PLACED = re.compile(rb"\x1b\[(\d+);(\d+)H")

HAS_PTY = sys.platform != "win32"


def surroundings(home: Path) -> dict[str, str]:
    """The environment of a measured program: colours, folders of its own, bytecode kept."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "LANGUAGE")
        and name not in ("COLUMNS", "LINES")  # they would outrank the size of the pty
        and not name.startswith(("MEETING_TUI_", "TEXTUAL", "COVERAGE_"))
    }
    own = {name: str(home) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return {**kept, **own, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}


class Terminal:
    """One program in a pty of its own; times are `time.perf_counter` seconds."""

    def __init__(
        self,
        command: Sequence[str | Path],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
    ) -> None:
        import fcntl
        import termios

        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=CHECKOUT,
            env=dict(env),
            start_new_session=True,
        )
        os.close(slave)
        self.raw = bytearray()
        """Everything the program sent."""

    def read(self, seconds: float) -> bool:
        """Take what arrives within so many seconds, as soon as anything does; whether it did."""
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            more = os.read(self._master, 1 << 16)
        except OSError:
            # Linux reports the end of the program at the other side as an I/O error.
            more = b""
        if not more:
            raise EOFError(f"the program ended: {self.text()[-300:]}")
        self.raw += more
        return True

    def until(self, seen: Callable[[], bool], timeout: float = 10.0) -> float:
        """Read until `seen` holds; the instant it did. Raises TimeoutError with what was sent."""
        end = time.perf_counter() + timeout
        while not seen():
            if time.perf_counter() > end:
                raise TimeoutError(f"not seen in {timeout:g} s: {self.text()[-600:]!r}")
            self.read(0.5)
        return time.perf_counter()

    def until_text(self, *markers: str, timeout: float = 10.0) -> float:
        """Read until all of these were sent since the last `forget`; the instant they were."""
        return self.until(lambda: self._holds(markers), timeout)

    def _holds(self, markers: Sequence[str]) -> bool:
        text = self.text()
        return all(marker in text for marker in markers)

    def text(self) -> str:
        """What was sent, without escapes."""
        return _ESCAPES.sub(b"", bytes(self.raw)).decode("utf-8", "replace")

    def painted(self) -> Iterator[tuple[int, str]]:
        """(row from 1, text) of each run of characters put at a place of its own."""
        places = list(_PLACED.finditer(bytes(self.raw)))
        ends = [*(place.start() for place in places[1:]), len(self.raw)]
        for place, end in zip(places, ends, strict=False):
            run = _ESCAPES.sub(b"", bytes(self.raw[place.end() : end]))
            yield int(place[1]), run.decode("utf-8", "replace")

    def forget(self) -> None:
        """Forget what was sent so far."""
        self.raw.clear()

    def quiet(self, seconds: float = 0.05) -> None:
        """Read until nothing came for so long."""
        while self.read(seconds):
            pass

    def until_idle(self, at_most: float) -> None:
        """Read until the program has hardly anything to do, no longer than `at_most` seconds."""
        end = time.perf_counter() + at_most
        used, quiet = self.cpu_seconds(), 0
        while time.perf_counter() < end and quiet < 2:
            self.collect(0.1)
            before, used = used, self.cpu_seconds()
            quiet = quiet + 1 if used - before < 0.02 else 0

    def collect(self, seconds: float) -> None:
        """Read whatever comes in so many seconds."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def send(self, keys: str) -> float:
        """Press keys; the instant before they were written."""
        now = time.perf_counter()
        os.write(self._master, keys.encode())
        return now

    def send_bytes(self, sent: bytes) -> None:
        """Write bytes that may be no text."""
        os.write(self._master, sent)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program."""
        import fcntl
        import termios

        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(signal.SIGWINCH)

    def cpu_seconds(self) -> float:
        """Processor time used by the program so far (Linux: /proc, else `ps`)."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if stat.exists():
            fields = stat.read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        told = subprocess.run(
            ["ps", "-o", "time=", "-p", str(self.process.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        minutes, _, seconds = told.strip().rpartition(":")
        return 60 * float(minutes.replace(":", "") or 0) + float(seconds)

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window does; the program is left to itself."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def close(self) -> None:
        """End the program and let the pty go."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.hang_up()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
