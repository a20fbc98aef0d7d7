"""A hundred thousand steps of anything sent to the program in a real terminal: none ends it.

What is sent is drawn by seeds (`tests/ui/terminal/anything.py`), a thousand steps and a session of
its own for each. What each seed came to is kept in a report beside the checkout's files, so that a
run that was broken off goes on where it was; the report of a whole run is removed.

    python -m benchmarks.bench_anything --seed 7 --steps 1000
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import tomli_w

from benchmarks.days import play_day, workshop
from benchmarks.figures import Faults, Row
from benchmarks.terminal import CHECKOUT

if TYPE_CHECKING:
    from tests.ui.terminal.anything import Found

TITLE = "anything sent to a real terminal, on every size"
NEEDS_PTY = True
QUICK = 30
STEPS_OF_SEED = 1000
LANES = 2
REPORT = CHECKOUT / ".anything-report.toml"
MOMENT = "10:38:00"
VERIFY = "verify"


def run(steps: int = 100_000, first_seed: int = 0, report: Path | None = REPORT) -> list[Row]:
    """Seconds a step; the row does not hold when the program ended or anything failed in it."""
    is_short = steps < STEPS_OF_SEED
    report = None if is_short else report
    seeds = range(first_seed, first_seed + max(steps // STEPS_OF_SEED, 1))
    found = [each for each in _reported(report) if each.seed in seeds]
    left = [seed for seed in seeds if seed not in {each.seed for each in found}]
    with workshop() as folder, ThreadPoolExecutor(LANES) as lanes:
        day = play_day(folder, "day", MOMENT)
        share = steps if is_short else STEPS_OF_SEED
        runs = (lanes.submit(shaken, day, folder / f"{seed}", seed, share) for seed in left)
        for each in list(runs):
            found.append(each.result())
            _report(report, found)
    if report:
        report.unlink(missing_ok=True)
    return [_row(found)]


def _row(found: list[Found]) -> Row:
    count = sum(each.steps for each in found)
    for each in found:
        for what in (*each.deaths, *each.faults):
            print(f"  seed {each.seed}: {what}")
    deaths = sum(len(each.deaths) for each in found)
    others = sum(len(each.faults) for each in found)
    lost = sum(what.startswith(VERIFY) for each in found for what in each.faults)
    unit = f"steps of {len(found)} seeds, {others} faults told"
    faults = Faults(count, lost, deaths=deaths, unit=unit)
    samples = tuple(each.seconds / each.steps for each in found if each.steps) or (0.0,)
    what = "keys, text, escapes, bytes that are no text, pastes, mouse and sizes in a real terminal"
    holds = faults.are_none and not others
    return Row(what, samples, "s a step", None, "", "no death, no fault", holds, faults)


def shaken(played: Path, home: Path, seed: int, steps: int) -> Found:
    """One seed on a copy of a session: its steps, then the next act, leaving and `verify`."""
    from meeting_tui.desk.verifying import check_session
    from tests.ui.terminal.anything import Found, shake, still_acts, written_faults
    from tests.ui.terminal.program import Program

    found = Found(seed)
    program = Program(played, home, change="fenced")
    try:
        if shake(program.terminal, found, steps):
            if not still_acts(program):
                found.faults.append("the next act was not done")
            program.terminal.process.terminate()
            code = program.ended()
            if code:
                found.faults.append(f"exit code {code} when told to end")
        found.faults += [each for each in (written_faults(program.folder.path),) if each]
    except Exception as fault:  # noqa: BLE001 - kept with the seed, and the next is tried
        found.faults.append(repr(fault))
    finally:
        program.terminal.close()
    findings = check_session(program.folder, is_text=False).findings
    found.faults += [f"{VERIFY}: {each}" for each in findings]
    return found


def _reported(report: Path | None) -> list[Found]:
    from tests.ui.terminal.anything import Found

    if report is None or not report.exists():
        return []
    return [Found(**each) for each in tomllib.loads(report.read_text(encoding="utf-8"))["seed"]]


def _report(report: Path | None, found: list[Found]) -> None:
    if report is not None:
        report.write_text(tomli_w.dumps({"seed": [asdict(each) for each in found]}), "utf-8")


def main() -> int:
    """Some seeds alone; 1 when anything was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_anything")
    parser.add_argument("--seed", type=int, default=0, help="the first")
    parser.add_argument("--steps", type=int, default=STEPS_OF_SEED, help="in all")
    parser.add_argument(
        "--report", type=Path, help="where to go on from, and to keep what is found"
    )
    asked = parser.parse_args()
    start = time.perf_counter()
    (row,) = run(asked.steps, asked.seed, asked.report)
    print(row.faults, f"{time.perf_counter() - start:.0f} s")
    return 0 if row.holds else 1


if __name__ == "__main__":
    sys.exit(main())
