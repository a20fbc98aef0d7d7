"""A session left with somebody on the floor asks once, when opened again, whether it counts."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.shell.calling import AGENDA, Call, write_script

SPEAKING = ("10:02:00 open", "10:02:05 item 0", "10:02:20 floor mex!", "10:03:20 note a1 begun")
"""Of 19 March, months ago, and no rehearsal: its clock is that of the machine."""


@pytest.fixture
def left(tmp_path: Path, sessions: Path, call: Call) -> Path:
    script = write_script(tmp_path, *SPEAKING)
    assert call("play", AGENDA, script, "--session", "left").code == 0
    return sessions / "left"


def exported(call: Call) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(call("export", "left", "--format", "json", "--to", "-").out)
    return told


def seconds(call: Call) -> float:
    (turn,) = exported(call)["interventions"]
    return float(turn["seconds"])


def test_an_act_from_the_shell_notes_the_gap_and_says_how_it_is_answered(
    left: Path, call: Call
) -> None:
    told = call("do", "left", "note a1 more")

    assert told.code == 0
    assert "The session was closed for" in told.err
    assert "while Mexico had the floor" in told.err
    assert "`gap in`" in told.err and "`gap out`" in told.err
    (gap,) = exported(call)["gaps"]
    assert (gap["cause"], gap["discounted"]) == ("closed", True)
    assert 60 <= seconds(call) < 120


def test_whether_the_gap_counts_is_asked_once(left: Path, call: Call) -> None:
    call("do", "left", "note a1 more")
    told = call("do", "left", "gap out", "yield")

    assert "does not count" in told.out
    assert len(exported(call)["gaps"]) == 1
    assert "The session was closed" not in call("do", "left", "undo").err
    assert seconds(call) < 120


def test_the_answer_that_it_counts_is_an_act(left: Path, call: Call) -> None:
    told = call("do", "left", "gap in")

    assert "counts" in told.out
    assert seconds(call) > 3600
    call("do", "left", "undo")
    assert seconds(call) < 120
    assert call("session", "verify", left).code == 0


def test_line_by_line_it_is_asked_after_the_facts(
    left: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("gap out\n"))
    told = call("run", "left", "--plain")

    assert "while Mexico had the floor. That time is not counted." in told.out
    assert "hours" not in told.out.partition("The session was closed")[0].partition("speaks")[2]
    assert seconds(call) < 120


def test_the_gap_is_told_in_chinese(left: Path, call: Call) -> None:
    assert "墨西哥发言时会议日志关闭了" in call("--lang", "zh", "do", "left", "note a1 x").err


@pytest.mark.parametrize("last", ["10:04:00 yield", "10:04:00 pause", "10:04:00 suspend"])
def test_nothing_is_asked_where_nobodys_time_ran(
    last: str, tmp_path: Path, call: Call, sessions: Path
) -> None:
    script = write_script(tmp_path, *SPEAKING, last)
    assert call("play", AGENDA, script, "--session", "left").code == 0

    assert "closed" not in call("do", "left", "document mex Our statement").err
    assert exported(call)["gaps"] == []
