"""A list of 200 and of 10,000 rows: moving the cursor, and one row that changes.

Against Textual's OptionList in a terminal of its own; their keys take turns.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

from benchmarks.bench_keys import DOWN, key_to_paint
from benchmarks.days import workshop
from benchmarks.figures import Row, against, aimed, taking_turns
from benchmarks.terminal import Terminal, surroundings

TITLE = "A long list, key to painted, against Textual's OptionList"
QUICK = 3
NEEDS_PTY = True

SIZES = (200, 10_000)


def _open(kind: str, rows: int, folder: Path) -> Terminal:
    command = (sys.executable, "-m", "benchmarks.list_screen", kind, str(rows))
    terminal = Terminal(command, surroundings(folder))
    terminal.until_text("Delegation number 00000", timeout=30)
    terminal.collect(0.5)
    return terminal


def _move(terminal: Terminal) -> float:
    return key_to_paint(terminal, DOWN, lambda _, text: "Delegation" in text)


def _change(terminal: Terminal) -> float:
    return key_to_paint(terminal, "c", lambda _, text: "Delegation" in text)


def run(rounds: int = 100) -> list[Row]:
    """For each size a row for moves and one for changes, each with the OptionList's after it."""
    rows: list[Row] = []
    with workshop() as folder, ExitStack() as open_terminals:
        for size in SIZES:
            ours = open_terminals.enter_context(_open("ours", size, folder))
            other = open_terminals.enter_context(_open("options", size, folder))
            for what, act in (("cursor", _move), ("one row changes", _change)):
                taken = taking_turns(rounds, lambda: act(ours), lambda: act(other))  # noqa: B023
                rows += against(
                    Row(f"ours, {size:,} rows: {what}", tuple(taken[0])),
                    Row(f"OptionList, {size:,} rows: {what}", tuple(taken[1])),
                )
    return [aimed(r, "p50 < 16 ms", _soon) if r.what.startswith("ours") else r for r in rows]


def _soon(row: Row) -> bool:
    return row.p(50) < 16
