"""The sessions that are measured: the day of 19 March, whole or up to a moment.

Each lies in a folder of its own that is gone afterwards, with settings of nobody.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.terminal import CHECKOUT, surroundings

AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
LONG_LIST = SCRIPT.with_name("wgtr-long-list.script")
FULL_DAY = "24:00:00"
MIDDAY = "16:20:30"
"""Item 4, somebody speaking, others waiting."""


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for sessions and settings that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="meeting-tui-bench-") as folder:
        yield Path(folder)


def script_up_to(moment: str, script: Path = SCRIPT) -> str:
    """The lines of a day's script up to a local time `HH:MM:SS`."""
    lines = []
    for line in script.read_text(encoding="utf-8").splitlines():
        stamp = line[:8]
        if stamp[2:3] == ":" and stamp > moment:
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def play_day(
    folder: Path,
    name: str,
    moment: str = FULL_DAY,
    more: str = "",
    *,
    language: str = "en",
    script: Path = SCRIPT,
) -> Path:
    """Play a day up to a moment, then `more` lines, into a rehearsal; the session's folder."""
    played = folder / f"{name}.script"
    played.write_text(script_up_to(moment, script) + more, encoding="utf-8")
    command = [
        *(sys.executable, "-m", "meeting_tui", "--lang", language, "--sessions", folder),
        *("play", AGENDA, played, "--session", name, "--rehearsal", "--strict"),
    ]
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd=CHECKOUT,
        env=surroundings(folder),
        capture_output=True,
    )
    return folder / name
