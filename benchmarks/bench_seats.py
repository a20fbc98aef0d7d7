"""Several seats at one session: what one enters is on the other's screen, and nothing is lost.

Three `run` processes and a loop of `do` enter points at the same time, and each second one of the
three is killed and started again. What was acknowledged must be there once.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

from benchmarks.days import MIDDAY, play_day, workshop
from benchmarks.figures import Faults, Row, aimed
from benchmarks.terminal import CHECKOUT, Terminal, surroundings
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.session_log.chain import verify
from meeting_tui.words import say

TITLE = "Several seats at one session on one computer"
QUICK = 12
NEEDS_PTY = True

SEATS = 3
LINES_A_CALL = 10
KILLED_EVERY_SECONDS = 1.0
GAP_SECONDS = 0.15
_TROUBLE, _ON_DISK = "kept in memory", say("shell.all_saved", "en")
_TOKEN = re.compile(r"\w+x\d+")
_POINT = re.compile(r"tag (n\d+)")


def run(rounds: int = 1000) -> list[Row]:
    """From the commit of one seat to the screen of another; then kills while all of them write."""
    return [_seen(min(rounds, 200)), killed_while_all_enter(rounds)]


def _seen(rounds: int) -> Row:
    """Commit to seen: the bytes of a note on the screen of another seat, somebody speaking."""
    samples = []
    with workshop() as folder:
        play_day(folder, "day", MIDDAY)
        command = (sys.executable, "-m", "meeting_tui", "run", "day", "--sessions", folder)
        with Terminal((*command, "--as", "notes"), surroundings(folder), 120, 36) as screen:
            screen.until_text("on disk", "Space")
            screen.send("\x1bOR")  # F3: the notes
            screen.until_text("Notes on")
            screen.quiet(0.3)
            with visit(SessionFolder(folder / "day"), Seat("shell", "ef"), "en") as visitor:
                for number in range(rounds):
                    screen.collect(GAP_SECONDS)
                    screen.forget()
                    marker = f"seen-{number:03}"
                    visitor.do(f"note {marker}")
                    done = time.perf_counter()
                    samples.append((screen.until_text(marker) - done) * 1000)
    row = Row("commit at one seat to the bytes of another's screen", tuple(samples))
    return aimed(row, "p99 at most 100 ms", lambda each: each.p(99) <= 100)


def killed_while_all_enter(acts: int) -> Row:
    """Milliseconds an act, and how much of what was acknowledged is missing, doubled or differs."""
    start = time.perf_counter()
    with workshop() as folder:
        play_day(folder, "day", MIDDAY)
        over = Event()
        seats = [PlainSeat(folder, f"p{number}", acts) for number in range(SEATS)]
        with ThreadPoolExecutor(SEATS + 2) as lanes:
            calls = lanes.submit(_calls, folder, acts)
            killing = lanes.submit(_kill_now_and_then, seats, over)
            done = [lanes.submit(seat.work) for seat in seats]
            acknowledged = [token for each in done for token in each.result()]
            over.set()
            acknowledged += calls.result()
            kills = killing.result()
        points = frozenset(_points(folder / "day"))
        facts = {seat.leave() & points for seat in seats}
        stored = Counter(_tokens(folder / "day"))
    lost = [token for token in acknowledged if stored[token] == 0]
    doubled = [token for token, count in stored.items() if count > 1]
    if lost or doubled or facts != {points}:
        print(f"  lost: {lost}, doubled: {doubled}; points known: {[len(each) for each in facts]}")
    unit = f"kills, with {len(acknowledged):,} acts acknowledged by {SEATS} seats and the shell"
    faults = Faults(kills, len(lost) + len(doubled) + len(facts - {points}), unit=unit)
    lasted = (time.perf_counter() - start) / max(len(acknowledged), 1)
    what = "kill -9 of one of three seats each second while all of them enter"
    aim = "everything acknowledged is there once, and all seats say the same"
    return Row(what, (lasted * 1000,), "ms an act", None, "", aim, faults.are_none, faults)


class PlainSeat:
    """One who takes notes line by line, and goes on after each kill."""

    def __init__(self, folder: Path, hand: str, acts: int) -> None:
        self._folder = folder
        self._hand = hand
        self._acts = acts
        self._on_disk: list[str] = []
        self._in_memory: list[str] = []
        self._is_in_memory = False
        self._process = self._started()

    def work(self) -> list[str]:
        """Enter so many points; those of which it said that they are on disk."""
        for number in range(self._acts):
            token = f"{self._hand}x{number}"
            try:
                self._say(f"note {token}")
                self._answer(token)
            except (OSError, ValueError):
                self._in_memory.clear()
                self._start_again()
        return self._on_disk

    def kill(self) -> None:
        """End it without warning."""
        self._process.kill()

    def leave(self) -> frozenset[str]:
        """The points it knows of, once it knows all that was entered before; then it leaves."""
        if self._process.poll() is not None:
            self._start_again()
        # What is entered goes on from all there is; a point has no question, so it is told of.
        last = f"{self._hand}xlast"
        self._say(f"note {last}")
        self._answer(last)
        out, _ = self._process.communicate("checklist\nquit\n", timeout=600)
        return frozenset(_POINT.findall(out))

    def _start_again(self) -> None:
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                stream.close()  # type: ignore[union-attr]
        self._process = self._started()

    def _say(self, line: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _answer(self, token: str) -> None:
        """Read until it said that the point is recorded; that of others stands behind a name.

        What it recorded while it says that all is kept in memory is acknowledged once it says that
        all is on disk again.
        """
        assert self._process.stdout is not None
        while line := self._process.stdout.readline():
            if _TROUBLE in line:
                self._is_in_memory = True
            elif _ON_DISK in line:
                self._is_in_memory = False
                self._on_disk += self._in_memory
                self._in_memory.clear()
            elif token in line and not line.startswith(("p", "sh")):
                (self._in_memory if self._is_in_memory else self._on_disk).append(token)
                return
        raise OSError("it was killed")

    def _started(self) -> subprocess.Popen[str]:
        self._is_in_memory = False
        command = [sys.executable, "-m", "meeting_tui", "run", "day", "--plain", "--as", "notes"]
        return subprocess.Popen(
            [*command, "--sessions", str(self._folder), "--hand", self._hand],
            cwd=CHECKOUT,
            env=surroundings(self._folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )


def _kill_now_and_then(seats: list[PlainSeat], over: Event) -> int:
    chance, kills = random.Random(13), 0
    while not over.wait(KILLED_EVERY_SECONDS):
        with suppress(OSError):
            chance.choice(seats).kill()
            kills += 1
    return kills


def _calls(folder: Path, acts: int) -> list[str]:
    """Points entered by `meeting-tui do`, some in each call; those that were acknowledged."""
    told: list[str] = []
    tokens = [f"shx{number}" for number in range(acts)]
    for at in range(0, acts, LINES_A_CALL):
        lines = [f"note {token}" for token in tokens[at : at + LINES_A_CALL]]
        done = subprocess.run(
            [sys.executable, "-m", "meeting_tui", "--sessions", str(folder), "do", "day", *lines],
            cwd=CHECKOUT,
            env=surroundings(folder),
            capture_output=True,
            text=True,
            check=False,
            encoding="utf-8",
        )
        told += [token for token in tokens[at : at + LINES_A_CALL] if f"{token}\n" in done.stdout]
    return told


def _points(folder: Path) -> list[str]:
    with closing(SessionFolder(folder).read()) as log:
        noted = [entry.event for entry in log.read() if isinstance(entry.event, PointNoted)]
    return [each.point for each in noted if _TOKEN.fullmatch(each.text)]


def _tokens(folder: Path) -> list[str]:
    with closing(SessionFolder(folder).read()) as log:
        assert verify(log.rows(), log.head()) == ()
        texts = [str(getattr(entry.event, "text", "")) for entry in log.read()]
    return [text for text in texts if _TOKEN.fullmatch(text)]
