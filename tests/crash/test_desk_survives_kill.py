"""A real desk killed in mid-word: acts, draft and the clock are there when reopened."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from meeting_tui.desk.clock import SystemClock
from meeting_tui.desk.opening import begin, clock_for, open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.chain import verify
from tests.crash.typing_desk import TEXT
from tests.desk.seat import SEAT, plan

CHECKOUT = Path(__file__).resolve().parents[2]
ROUNDS = 6
DRAFT_SECONDS = 1.0


def kill_one(folder: SessionFolder, after: float) -> tuple[list[tuple[str, int, float]], float]:
    """Start a desk and kill it; what it said, each with its moment, and the moment of the kill."""
    desk = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.typing_desk", folder.path],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert desk.stdout is not None
    first = desk.stdout.readline()
    time.sleep(after)
    desk.kill()
    killed_at = time.time()
    rest, complaint = desk.communicate()
    assert complaint == ""
    lines = (first + rest).rpartition("\n")[0].splitlines()
    said = [(what, int(number), float(at)) for what, number, at in map(str.split, lines)]
    return said, killed_at


def test_what_was_shown_and_typed_is_back_and_the_clock_runs_on(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    begin(folder, plan(), datetime.now(UTC), SEAT, rehearsal=False)
    chance = random.Random(26)
    given_at: datetime | None = None
    typed_before = 0
    for number in range(ROUNDS):
        is_last = number == ROUNDS - 1
        said, killed_at = kill_one(folder, 1.5 if is_last else chance.uniform(0.1, 0.6))
        assert said[0][:2] == ("restored", typed_before)

        opened = open_session(folder, SEAT)
        shown = [number for what, number, _ in said if what == "shown"]
        assert len(opened.meeting.entries) >= max(shown, default=1)
        assert opened.restored is not None
        draft = opened.restored.drafts.get("notes", "")
        assert draft == TEXT[: len(draft)]
        typed = [n for what, n, at in said if what == "typed" and at < killed_at - DRAFT_SECONDS]
        assert len(draft) >= max(typed, default=typed_before)
        assert typed or not is_last
        assert len(draft) > typed_before
        typed_before = len(draft)

        speaking = opened.meeting.state.speaking()
        if speaking is not None:
            assert given_at in (None, speaking.given_at)
            given_at = speaking.given_at
            clock = clock_for(opened.meeting, None, folder.path)
            assert isinstance(clock, SystemClock)
            by_the_wall = time.time() - given_at.timestamp()
            assert abs(speaking.used_seconds(clock.now()) - by_the_wall) < 0.5
            assert clock.jump() is None
        assert opened.close()
        log = folder.read()
        assert verify(log.rows(), log.head()) == ()
        log.close()
    assert given_at is not None
