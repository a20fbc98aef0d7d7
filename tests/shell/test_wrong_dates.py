"""A machine whose date is wrong when a meeting is first opened: it is told, nothing breaks."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from meeting_tui.desk.clock import LAST_SECOND, other_day_told
from tests.meeting.room import DAY, Room
from tests.shell.calling import AGENDA

PROGRAM = """
import sys, time
at, began = float(sys.argv.pop(1)), time.monotonic()
time.time = lambda: at + time.monotonic() - began
from meeting_tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
DAY_OF_A_MEETING = "\n".join(
    ("open", "item 0", "floor mex!", "note a1 words", "slip", "times", "yield", "adjourn!", "quit")
)


def call(sessions: Path, at: float, *words: str) -> subprocess.CompletedProcess[str]:
    """Call the program on a machine that believes it is that second since 1970."""
    command = [sys.executable, "-c", PROGRAM, str(at), "--sessions", str(sessions), *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, input=DAY_OF_A_MEETING
    )


@pytest.mark.parametrize(
    ("year", "told"),
    [
        (1970, "today is 1 January 1970; the plan is for 19 March 2026, 20531 days later."),
        (2099, "today is 1 January 2099; the plan is for 19 March 2026, 26586 days earlier."),
    ],
)
@pytest.mark.unmeasured
def test_the_day_is_told_and_the_meeting_can_be_held(tmp_path: Path, year: int, told: str) -> None:
    at = datetime(year, 1, 1, 12, tzinfo=UTC).timestamp()
    held = call(tmp_path, at, "run", AGENDA, "--session", "day", "--plain")

    assert held.returncode == 0, held.stderr
    assert f"By this computer's clock {told}" in held.stdout
    assert "Everything is on disk" in held.stdout
    for words in (("slip",), ("times",), ("forecast",), ("session", "verify")):
        assert call(tmp_path, at, *words, "day").returncode == 0
    exported = call(tmp_path, at, "export", "day", "--format", "docx", "--to", str(tmp_path / "x"))
    assert exported.returncode == (1 if year < 1980 else 0)
    assert ("a year before 1980" in exported.stderr) == (year < 1980)


@pytest.mark.parametrize("at", [253402300700.0, 1e13])
def test_a_date_beyond_all_calendars_is_refused_in_one_sentence(tmp_path: Path, at: float) -> None:
    held = call(tmp_path, at, "run", AGENDA, "--session", "day", "--plain")

    assert held.returncode == 1
    assert "set to a year after 2500. Set it and start again." in held.stderr
    assert held.stderr.count("\n") == 1


@pytest.mark.unmeasured
def test_a_session_goes_on_whatever_date_the_machine_has(tmp_path: Path) -> None:
    call(tmp_path, datetime(2026, 3, 19, 9, tzinfo=UTC).timestamp(), "run", AGENDA, "--plain")

    for at in (0.0, LAST_SECOND + 1e6, 1e13):
        (tmp_path / "2026-03-19-wgtr" / "clock.json").unlink(missing_ok=True)
        assert call(tmp_path, at, "do", "2026-03-19-wgtr", "document mex A text").returncode == 0
        looked = call(tmp_path, at, "--json", "times", "2026-03-19-wgtr")
        assert '"at":"2026-03-19T' in looked.stdout.replace(" ", "")


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        (DAY, "", ""),
        (DAY + timedelta(days=1), "19 March 2026, 1 day earlier.", "早1天。"),
        (date(2026, 3, 1), "19 March 2026, 18 days later.", "晚18天。"),
    ],
)
def test_the_difference_is_told_until_the_meeting_is_opened(
    day: date, english: str, chinese: str
) -> None:
    room = Room(day=day).at("09:00:00")

    assert other_day_told(room.state, room.now, "en").endswith(english)
    assert other_day_told(room.state, room.now, "zh").endswith(chinese)
    assert bool(english) == bool(other_day_told(room.state, room.now, "en"))
    room.do("open")
    assert other_day_told(room.state, room.now, "en") == ""
