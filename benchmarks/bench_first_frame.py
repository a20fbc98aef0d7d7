"""From starting the program to the Floor screen of a meeting under way, against a bare Textual app.

Somebody has the floor and some fifteen wait, at 120x36: that is what an officer opens again.

Both run in a real terminal and take turns; their bytecode is there, as after any first start.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bare_textual import MARKER
from benchmarks.days import MIDDAY, play_day, workshop
from benchmarks.figures import Row, against, aimed, taking_turns
from benchmarks.terminal import Terminal, surroundings

TITLE = "First frame, 120x36: exec to the Floor screen at 16:20, somebody speaking, others waiting"
QUICK = 1
NEEDS_PTY = True

FILLED = ("left", "on disk", "F1")
"""The clock, the message line and the key bar; the last to be filled is the last awaited."""
COLUMNS, ROWS = 120, 36

MOST = 1.5
AIM = 1.4


def shown(command: Sequence[str | Path], folder: Path, *markers: str) -> float:
    """Milliseconds from starting a program to all these texts on its screen."""
    with Terminal(command, surroundings(folder), COLUMNS, ROWS) as terminal:
        return (terminal.until_text(*markers, timeout=30) - terminal.started) * 1000


def run(rounds: int = 9) -> list[Row]:
    """One row for our program, one for the bare app."""
    with workshop() as folder:
        play_day(folder, "day", MIDDAY)
        ours = (sys.executable, "-m", "meeting_tui", "run", "day", "--sessions", folder)
        bare = (sys.executable, "-m", "benchmarks.bare_textual")

        def floor() -> float:
            return shown(ours, folder, *FILLED)

        def nothing() -> float:
            return shown(bare, folder, MARKER)

        floor(), nothing()
        taken = taking_turns(rounds, floor, nothing)
    row, other = against(
        Row("Floor screen, meeting under way", tuple(taken[0])),
        Row("bare Textual app", tuple(taken[1])),
    )
    return [aimed(row, f"{AIM} x, at most {MOST} x", _fast_enough), other]


def _fast_enough(row: Row) -> bool:
    return row.ratio is not None and row.ratio <= MOST
