"""The program started again and again as a program, each time with another date on the machine."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.desk.clock import boot_id, runs_through_sleep
from tests.shell.calling import AGENDA

PROGRAM = """
import sys, time
ahead, real = float(sys.argv.pop(1)), time.time
time.time = lambda: real() + ahead
from meeting_tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
HOUR = 3600.0


def call(sessions: Path, ahead: float, *words: str) -> subprocess.CompletedProcess[str]:
    """Call the program on a machine whose date is so many seconds ahead."""
    command = [sys.executable, "-c", PROGRAM, str(ahead), "--sessions", str(sessions), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, input="quit\n")
    assert done.returncode == 0, done.stderr
    return done


def spoken(sessions: Path, ahead: float) -> tuple[float, list[str]]:
    """What Mexico used so far, and the causes of what is known of the clock."""
    told: dict[str, Any] = json.loads(
        call(sessions, ahead, "export", "day", "--format", "json", "--to", "-").stdout
    )
    (turn,) = told["interventions"]
    return turn["seconds"], [each["cause"] for each in told["gaps"]]


@pytest.mark.skipif(not boot_id() or not runs_through_sleep(), reason="no clock beside the date")
@pytest.mark.parametrize("step", [HOUR, -HOUR])
def test_a_clock_that_is_set_between_two_calls_gives_nobody_an_hour(
    tmp_path: Path, step: float
) -> None:
    call(tmp_path, 0, "run", AGENDA, "--session", "day", "--plain")
    call(tmp_path, 0, "do", "day", "open", "item 0", "floor mex!")
    began = time.monotonic()
    told = call(tmp_path, step, "do", "day", "note a1 words")
    looked = call(tmp_path, step, "--json", "times", "day").stdout
    call(tmp_path, step, "do", "day", "yield")
    most = time.monotonic() - began + 30

    seconds, causes = spoken(tmp_path, step)
    assert 0 < seconds < most
    assert causes == (["moved"] if step > 0 else [])
    assert ("set forward by 1:00:00; that is nobody's" in told.stderr) == (step > 0)
    assert json.loads(looked)["at"]
