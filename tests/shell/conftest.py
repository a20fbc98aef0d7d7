"""What the tests of the commands share: the program to call, and a session to call it on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.shell.calling import AGENDA, Call, PlayOnce, caller, write_script

MORNING = (
    "10:02:00 open",
    "10:02:05 item 0",
    "10:02:10 inscribe mex fra(eu) zaf",
    "10:02:20 next",
    "10:02:30 note a1 /supports a point on [transfers]",
    "10:04:00 yield",
)


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


@pytest.fixture
def call(sessions: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    return caller(sessions, capsys)


@pytest.fixture(scope="session")
def played() -> dict[tuple[str, ...], Path]:
    """The sessions that were played, by their script and how it was played."""
    return {}


@pytest.fixture
def play_once(
    call: Call,
    sessions: Path,
    played: dict[tuple[str, ...], Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> PlayOnce:
    """Makes the session `day` of a script, which is played for the first test and then copied."""

    def play(script: Path, *options: str) -> Path:
        key = (script.read_text(encoding="utf-8"), *options)
        if key in played:
            shutil.copytree(played[key], sessions / "day")
        else:
            assert call("play", AGENDA, script, "--session", "day", *options).code == 0
            played[key] = tmp_path_factory.mktemp("played") / "day"
            shutil.copytree(sessions / "day", played[key])
        return sessions / "day"

    return play


@pytest.fixture
def day(play_once: PlayOnce, tmp_path: Path) -> Path:
    """The folder of a rehearsal some minutes old."""
    return play_once(write_script(tmp_path, *MORNING), "--rehearsal")
