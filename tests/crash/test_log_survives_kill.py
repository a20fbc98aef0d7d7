"""Real desks killed at random moments: what was acknowledged is there, whole, every time.

`make bench` kills a thousand.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import load_session_toml
from tests.session_log.meeting_day import meeting_day

CHECKOUT = Path(__file__).resolve().parents[2]
ROUNDS = 30
LANES = 2
LONGEST_SECONDS = 0.12
NEW_SESSION_EVERY = 6


def kill_one(folder: Path, chance: random.Random) -> dict[str, int]:
    """Start a desk, kill it at a random moment.

    The last number acknowledged of each kind, and as `drafts` how many drafts were.
    """
    desk = subprocess.Popen(
        [sys.executable, "-m", "tests.crash.appending_desk", folder],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert desk.stdout is not None
    assert desk.stderr is not None
    first = desk.stdout.readline()
    time.sleep(chance.uniform(0, LONGEST_SECONDS))
    desk.kill()
    # From the same streams: `communicate` passes over what they read ahead of the first line.
    rest, complaint = desk.stdout.read(), desk.stderr.read()
    desk.stdout.close()
    desk.stderr.close()
    desk.wait()
    assert complaint == ""
    said: dict[str, int] = {}
    # The last line may itself be cut; it was acknowledged only when it was whole.
    for line in (first + rest).rpartition("\n")[0].splitlines():
        what, number = line.split()
        said[what] = int(number)
        if what == "draft":
            said["drafts"] = said.get("drafts", 0) + 1
    return said


def check(folder: Path, said: dict[str, int]) -> int:
    """Reopen as a desk does; the number the log ends at."""
    log = open_sqlite(folder / "log.db", writer=True, desk="desk-2")
    entries = tuple(log.read())
    head = log.head()
    assert len(entries) == head.seq >= said.get("event", 0)
    assert entries == meeting_day(head.seq // 4 + 1)[: head.seq]
    assert verify(log.rows(), head) == ()
    drafts = log.drafts()
    if "draft" in said:
        number = int(drafts["note"].text.rpartition(" ")[2])
        assert number >= said["draft"]
    log.close()
    toml = folder / "session.toml"
    assert toml.exists() or "toml" not in said
    if toml.exists():
        loaded = load_session_toml(toml)
        assert loaded.set_aside is None
        assert loaded.missing == ()
        assert loaded.head.seq >= said.get("toml", 0)
        assert tuple(loaded.entries) == entries[: loaded.head.seq]
    return head.seq


def lane(place: Path, seed: int, rounds: int) -> list[int]:
    """So many kills, a new session every few; how many events each log then held."""
    chance = random.Random(seed)
    ends = []
    for n in range(rounds):
        folder = place / f"{seed}-{n // NEW_SESSION_EVERY}"
        ends.append(check(folder, kill_one(folder, chance)))
    return ends


def test_every_acknowledged_event_survives_kill_minus_9(tmp_path: Path) -> None:
    share = -(-ROUNDS // LANES)
    with ThreadPoolExecutor(LANES) as lanes:
        runs = [lanes.submit(lane, tmp_path, seed, share) for seed in range(LANES)]
        ends = [end for run in runs for end in run.result()]

    assert len(ends) >= ROUNDS
    assert max(ends) > 50
