"""What the program costs while nobody touches it: processor time, and bytes to the terminal.

Beside a bare Textual app in the same seconds; somebody speaks, so the clock runs.
"""

from __future__ import annotations

import sys
import time

from benchmarks.bare_textual import MARKER
from benchmarks.days import MIDDAY, play_day, workshop
from benchmarks.figures import Row, against, aimed
from benchmarks.terminal import Terminal, surroundings

TITLE = "Idle, 120x36, somebody speaking and the clock running, beside a bare Textual app"
QUICK = 1
NEEDS_PTY = True

SETTLED_AFTER_SECONDS = 4


def run(rounds: int = 15) -> list[Row]:
    """Percent of one processor and bytes a second; `rounds` is how many seconds are watched."""
    with workshop() as folder:
        play_day(folder, "midday", MIDDAY)
        ours = (sys.executable, "-m", "meeting_tui", "run", "midday", "--sessions", folder)
        bare = (sys.executable, "-m", "benchmarks.bare_textual")
        env = surroundings(folder)
        with Terminal(ours, env, 120, 36) as program, Terminal(bare, env, 120, 36) as other:
            program.until_text("on disk", "Space")
            other.until_text(MARKER)
            program.collect(SETTLED_AFTER_SECONDS)
            figures = _watch((program, other), rounds)
    percents, sent = zip(*figures, strict=True)
    return [
        *_pair("processor", "% of one", percents, "under 3 %", 3),
        *_pair("to the terminal", "bytes/s", sent, "under 2,200 bytes/s", 2200),
    ]


def _watch(terminals: tuple[Terminal, ...], seconds: int) -> list[tuple[float, float]]:
    """Percent of a processor and bytes a second of each program, over the same seconds."""
    before = [terminal.cpu_seconds() for terminal in terminals]
    for terminal in terminals:
        terminal.quiet(0)
        terminal.forget()
    start = time.perf_counter()
    while time.perf_counter() - start < seconds:
        for terminal in terminals:
            terminal.collect(0.05)
    lasted = time.perf_counter() - start
    return [
        (100 * (terminal.cpu_seconds() - used) / lasted, len(terminal.raw) / lasted)
        for terminal, used in zip(terminals, before, strict=True)
    ]


def _pair(
    what: str, unit: str, figures: tuple[float, ...], aim: str, most: float
) -> tuple[Row, Row]:
    ours, other = against(
        Row(f"ours: {what}", (figures[0],), unit), Row(f"bare Textual: {what}", (figures[1],), unit)
    )
    return aimed(ours, aim, lambda row: row.p(50) < most), other
