"""What the tests of the commands share: the program to call, and a session to call it on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell.calling import AGENDA, Call, caller, write_script

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


@pytest.fixture
def day(call: Call, sessions: Path, tmp_path: Path) -> Path:
    """The folder of a rehearsal some minutes old."""
    script = write_script(tmp_path, *MORNING)
    assert call("play", AGENDA, script, "--session", "day", "--rehearsal").code == 0
    return sessions / "day"
