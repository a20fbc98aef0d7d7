"""Real desks killed at random moments, a thousand times: nothing acknowledged is ever missing.

It is the crash test of `tests/crash` with more rounds; it takes minutes, so it runs when named.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

from benchmarks.figures import Row
from benchmarks.terminal import CHECKOUT

TITLE = "kill -9 at random moments, then reopened"
QUICK = 4
TEST = "tests/crash/test_log_survives_kill.py"


def run(rounds: int = 1000) -> list[Row]:
    """Seconds a round; the row does not hold when an acknowledged event was missing."""
    start = time.perf_counter()
    tried = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", TEST],
        cwd=CHECKOUT,
        env={**os.environ, "CRASH_ROUNDS": str(rounds)},
        check=False,
        capture_output=True,
        text=True,
    )
    lasted = time.perf_counter() - start
    whole = tried.returncode == 0
    if not whole:
        print(tried.stdout[-4000:])
    aim = "every acknowledged event is there"
    return [Row(f"{rounds:,} kills", (lasted / rounds,), "s a kill", None, "", aim, whole)]
