"""`python -m benchmarks [NAME ...]`: measure everything, or what is named, side by side in one run.

`--quick` takes small numbers, to see that all of it runs; `--list` tells the names.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from datetime import UTC, datetime
from importlib import import_module

from benchmarks.figures import table
from benchmarks.reliability import record
from benchmarks.terminal import HAS_PTY

BENCHMARKS = (
    "first_frame",
    "keys",
    "list",
    "idle",
    "append",
    "reopen",
    "replay",
    "steps",
    "forecast",
    "study",
    "lookup",
    "exports",
    "kill",
    "seats",
    "shared",
    "faults",
    "room",
    "damage",
    "anything",
)
"""Each in `bench_NAME.py`: TITLE, `run(rounds)` and QUICK, the small number of rounds."""


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; 1 when something was measured that does not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, help="of each benchmark, instead of its own number")
    parser.add_argument("--quick", action="store_true", help="small numbers")
    parser.add_argument("--list", action="store_true", help="tell the names")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
    if asked.list:
        print("\n".join(BENCHMARKS))
        return 0
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}")
    print("Ratios first; whatever is compared takes turns in this run.")
    names = asked.names or BENCHMARKS
    failed = [name for name in names if not _measure(name, asked.rounds, asked.quick)]
    print(f"\nDoes not hold: {', '.join(failed)}" if failed else "\nEverything aimed at holds.")
    return 1 if failed else 0


def _measure(name: str, rounds: int | None, quick: bool) -> bool:
    """Print the rows of one benchmark; whether all that is aimed at holds."""
    bench = import_module(f"benchmarks.bench_{name}")
    print(f"\n{bench.TITLE}  [{name}]", flush=True)
    if getattr(bench, "NEEDS_PTY", False) and not HAS_PTY:
        print("  not measured: this system has no pty")
        return True
    start = time.perf_counter()
    count = bench.QUICK if quick else rounds
    rows = bench.run(count) if count else bench.run()
    if not quick:
        record(rows, name, f"{datetime.now(UTC):%Y-%m-%d}")
    for line in table(rows):
        print(line)
    print(f"            ({time.perf_counter() - start:.1f} s)", flush=True)
    return all(row.holds is not False for row in rows)


if __name__ == "__main__":
    sys.exit(main())
