"""Killed between its writes to the log and to `log.head`, no desk leaves a loss that is none."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.verifying import check_session
from meeting_tui.session_log.acknowledged import (
    NAME,
    Acknowledged,
    note_acknowledged,
    read_acknowledged,
)
from meeting_tui.session_log.chain import verify
from tests.crash.head_keeping_desk import STEPS
from tests.session_log.meeting_day import BEGIN

CHECKOUT = Path(__file__).resolve().parents[2]
ROUNDS = 18
NEW_SESSION_EVERY = 3
LONGEST_SECONDS = 0.1


def desk(folder: Path, *step: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.crash.head_keeping_desk", str(folder), *step],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def check(folder: SessionFolder, acknowledged: int, noted: int) -> None:
    """Nothing is said of the log: by who verifies it, nor by who opens it; then it has a head."""
    last = read_acknowledged(folder.path)
    assert (last.seq if last else 0) >= noted
    checked = check_session(folder, is_text=False)
    assert checked.head_trouble is None
    assert checked.findings == () or checked.events == acknowledged == 0
    log = folder.write("desk-2")
    assert (log.lacks, log.head_trouble) == (None, None)
    assert log.head().seq >= acknowledged
    assert verify(log.rows(), log.head()) == ()
    log.close()
    if checked.events:
        (folder.path / NAME).rename(folder.path / "away")
        trouble = check_session(folder, is_text=False).head_trouble
        (folder.path / "away").rename(folder.path / NAME)
        assert trouble is not None and trouble.kind == "missing"


def test_at_a_random_moment(tmp_path: Path) -> None:
    chance = random.Random(7)
    for number in range(ROUNDS):
        folder = SessionFolder(tmp_path / str(number // NEW_SESSION_EVERY))
        process = desk(folder.path)
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        process.kill()
        rest, complaint = process.stdout.read(), process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        process.wait()
        assert complaint == ""
        # The last line may itself be cut.
        lines = [line.split() for line in (first + rest).rpartition("\n")[0].splitlines()]
        said = {what: int(seq) for what, seq in lines}
        check(folder, said.get("event", 0), said.get("head", 0))


@pytest.mark.parametrize("step", STEPS[:-1])
def test_at_each_step_of_a_new_log(tmp_path: Path, step: str) -> None:
    folder = SessionFolder(tmp_path / "day")
    with desk(folder.path, step) as process:
        assert process.wait() == 9
    check(folder, 0 if step == "opened" else 2, 2 if step in STEPS[2:] else 0)


@pytest.mark.parametrize("step", ["head noted", "put aside"])
def test_at_each_step_of_putting_another_sessions_head_aside(tmp_path: Path, step: str) -> None:
    folder = SessionFolder(tmp_path / "day")
    with desk(folder.path, "log marked") as process:
        assert process.wait() == 9
    note_acknowledged(folder.path, Acknowledged(9, "a" * 64, BEGIN, "b" * 64))
    other = (folder.path / NAME).read_bytes()
    with desk(folder.path, step) as process:
        assert process.wait() == 9

    log = folder.write("desk")
    kind = log.head_trouble.kind if log.head_trouble else None
    assert kind == ("foreign" if step == "put aside" else None)
    assert log.lacks is None
    log.close()
    checked = check_session(folder, is_text=False)
    assert (checked.findings, checked.head_trouble) == ((), None)
    assert (folder.path / f"{NAME}.set-aside-1").read_bytes() == other
