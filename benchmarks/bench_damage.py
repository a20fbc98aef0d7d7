"""Files of a session damaged at random, and the session gone on with: what is missing is told.

It is the damage test of `tests/crash` with more rounds, a few minutes of them.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Faults, Row

TITLE = "Files of a session damaged at random, then gone on with"
QUICK = 2


def run(rounds: int = 200) -> list[Row]:
    """For each kind of damage: seconds a round, events that are missing, and those untold."""
    from tests.crash.test_damage_is_told import KINDS

    with tempfile.TemporaryDirectory() as place:
        return [_row(Path(place), kind, rounds) for kind in KINDS]


def _row(place: Path, kind: str, rounds: int) -> Row:
    from tests.crash.test_damage_is_told import damage_one

    chance = random.Random(kind)
    lost = untold = deaths = closed = 0
    start = time.perf_counter()
    for number in range(rounds):
        folder = place / f"{number}"
        try:
            missing, silent = damage_one(folder, kind, chance)
        except Exception as fault:  # noqa: BLE001 - counted, and the next is tried
            print(f"  {kind}, round {number}: {fault!r}")
            deaths += 1
        else:
            closed += missing is None
            lost += missing or 0
            untold += silent
        shutil.rmtree(folder, ignore_errors=True)
    lasted = time.perf_counter() - start
    unit = f"damages; {closed} sessions could not be opened, and said so" if closed else "damages"
    faults = Faults(rounds, lost, untold, deaths, unit)
    aim = "nothing is missing without a word"
    holds = not (untold or deaths)
    return Row(kind, (lasted / rounds,), "s a damage", None, "", aim, holds, faults)
