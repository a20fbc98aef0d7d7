"""Real desks killed at random moments, a thousand times: nothing acknowledged is ever missing.

It is the crash test of `tests/crash` with more rounds, three minutes of them.
"""

from __future__ import annotations

import random
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.figures import Faults, Row

TITLE = "kill -9 at random moments, then reopened"
QUICK = 4
LANES = 2


def run(rounds: int = 1000) -> list[Row]:
    """Seconds a kill, with what was acknowledged and what of it was missing."""
    share = -(-rounds // LANES)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as place, ThreadPoolExecutor(LANES) as lanes:
        runs = [lanes.submit(_lane, Path(place), seed, share) for seed in range(LANES)]
        kills = [kill for run in runs for kill in run.result()]
    lasted = time.perf_counter() - start
    lost, acts, drafts = (sum(each) for each in zip(*kills, strict=True))
    unit = f"kills, with {acts:,} acts and {drafts:,} drafts acknowledged"
    faults = Faults(len(kills), lost, unit=unit)
    aim = "everything acknowledged is there"
    what = "kill -9 at a random moment while acts and drafts are entered"
    return [Row(what, (lasted / len(kills),), "s a kill", None, "", aim, faults.are_none, faults)]


def _lane(place: Path, seed: int, rounds: int) -> list[tuple[int, int, int]]:
    """So many kills: for each, whether something was missing, acts and drafts acknowledged."""
    from tests.crash.test_log_survives_kill import NEW_SESSION_EVERY, check, kill_one

    chance = random.Random(seed)
    kills = []
    ended = 0
    for n in range(rounds):
        folder = place / f"{seed}-{n // NEW_SESSION_EVERY}"
        before = ended if n % NEW_SESSION_EVERY else 0
        said = kill_one(folder, chance)
        acts = max(said.get("event", 0) - before, 0)
        try:
            ended = check(folder, said)
        except Exception as fault:  # noqa: BLE001 - counted, and the next is tried
            print(f"  missing in {folder.name}, kill {n}: {fault!r}")
            kills.append((1, acts, said.get("drafts", 0)))
        else:
            kills.append((0, acts, said.get("drafts", 0)))
    return kills
