"""The whole of 19 March played through the command line, at once and again after eight kills.

What the JSON says of the day equals what the script must come to; and a day that was
cut off anywhere, by `kill -9`, ends as the same log, event for event.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.cli import main
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.chain import Row, verify

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
EXPECTED = json.loads(SCRIPT.with_name("wgtr-day.expected.json").read_text(encoding="utf-8"))
KILLS = 8
SLOWED = 40_000
"""So many times real time the day lasts 0.7 s and more, long enough to be killed in its midst."""


def play(sessions: Path, *options: str) -> list[str]:
    """The command that plays the day into a session."""
    files = [str(AGENDA), str(SCRIPT), "--session", "day"]
    return ["--sessions", str(sessions), "play", *files, *options]


def rows_of(sessions: Path) -> list[Row]:
    """The log as it is stored; it must be whole."""
    log = SessionFolder(sessions / "day").read()
    try:
        rows = list(log.rows())
        assert verify(rows, log.head()) == ()
    finally:
        log.close()
    return rows


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sessions folder with the day played at once."""
    sessions = tmp_path_factory.mktemp("unbroken")
    assert main(play(sessions, "--strict")) == 0
    return sessions


@pytest.fixture(scope="module")
def exported(unbroken: Path) -> dict[str, Any]:
    """The JSON of the day."""
    folder = unbroken / "day"
    assert main(["export", str(folder), "--format", "json", "--to", str(folder / "out")]) == 0
    (file,) = (folder / "out").iterdir()
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told


def test_every_turn_is_as_expected(exported: dict[str, Any]) -> None:
    keys = ("delegation", "item", "seconds", "paused_seconds")
    turns = [
        {**{key: turn[key] for key in keys}, "points": len(turn["points"])}
        for turn in exported["interventions"]
    ]
    assert turns == EXPECTED["turns"]


def test_every_outcome_is_as_expected(exported: dict[str, Any]) -> None:
    outcomes = [
        [asked["delegation"], asked["item"], asked["outcome"]] for asked in exported["inscriptions"]
    ]
    assert sorted(outcomes) == sorted(EXPECTED["outcomes"])


def test_coverage_totals_and_end_are_as_expected(exported: dict[str, Any]) -> None:
    coverage = {question: sorted(each) for question, each in exported["coverage"].items() if each}
    assert coverage == {question: sorted(each) for question, each in EXPECTED["coverage"].items()}
    assert exported["speaking_time"] == EXPECTED["speaking_time"]
    assert exported["session"]["adjourned_at"][11:19] == EXPECTED["ends"]
    assert exported["session"]["state"] == "adjourned"
    assert exported["verified"] is True


def test_rebuilt_from_its_text_it_is_equal(
    unbroken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    (folder / "session.toml").write_bytes((unbroken / "day" / "session.toml").read_bytes())
    assert main(["session", "rebuild", str(folder)]) == 0
    assert rows_of(tmp_path) == rows_of(unbroken)
    assert main(["session", "verify", str(folder)]) == 0
    assert "none altered" in capsys.readouterr().out
    states = []
    for sessions in (tmp_path, unbroken):
        log = SessionFolder(sessions / "day").read()
        states.append(replay(log.read()).state)
        log.close()
    assert states[0] == states[1]


def test_killed_eight_times_and_gone_on_with_it_is_the_same_log(
    unbroken: Path, tmp_path: Path
) -> None:
    chance = random.Random(19)
    expected = rows_of(unbroken)
    lengths: list[int] = []
    for _ in range(KILLS):
        _killed(tmp_path, chance.randint(1, len(expected) // KILLS))
        rows = rows_of(tmp_path)
        assert rows == expected[: len(rows)]
        lengths.append(len(rows))
    assert lengths == sorted(lengths)
    assert len(set(lengths)) > KILLS // 2
    assert main(play(tmp_path, "--strict")) == 0
    assert rows_of(tmp_path) == expected
    day = "day/session.toml"
    assert (tmp_path / day).read_bytes() == (unbroken / day).read_bytes()


def _killed(sessions: Path, more: int) -> None:
    """Go on with the day in a process of its own and kill it some lines further on."""
    held = _held(sessions)
    command = subprocess.Popen(
        [sys.executable, "-m", "meeting_tui", *play(sessions, "--speed", str(SLOWED))],
        cwd=CHECKOUT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    give_up = time.monotonic() + 30
    while _held(sessions) < held + more and command.poll() is None:
        assert time.monotonic() < give_up
        time.sleep(0.01)
    command.kill()
    _, complaint = command.communicate()
    assert complaint.decode(errors="replace") == ""


def _held(sessions: Path) -> int:
    """How many events are on disk."""
    folder = SessionFolder(sessions / "day")
    if not folder.database.exists():
        return 0
    try:
        log = folder.read()
    except MeetingTuiError as fault:
        # The file is being made at this very moment.
        assert "tables" in str(fault) or "locked" in str(fault), fault
        return 0
    try:
        return log.head().seq
    finally:
        log.close()
