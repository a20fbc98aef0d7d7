"""What is said of the disk is what a fresh reader finds on it, whatever the disk does.

Faults are real ones, drawn at random: below SQLite (`tests.bad_disk`), by another connection that
holds the file, by deleting, moving and replacing what was opened. After each step the value that
decides the corner of the screen, the question on leaving and the exit code is held against what
somebody reads who opens the session then.
"""

from __future__ import annotations

import os
import queue
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from meeting_tui.desk import desk as desks
from meeting_tui.desk import writer as writing
from meeting_tui.desk.desk import Desk
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import MeetingTuiError
from meeting_tui.session_log import sqlite_file
from meeting_tui.words import Sentence
from tests.bad_disk import FULL, IOERR_SYNC, IOERR_WRITE, READONLY, Disk, Unreachable, bad_disk
from tests.desk.seat import MORNING, SEAT, plan
from tests.session_log.test_real_disks import fill, mount

pytestmark = [
    pytest.mark.unmeasured,
    pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there"),
]
STEPS = 40
EXACT = ("full", "read_only", "locked", "other")
"""Troubles in which nothing but what waits is missing."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """All that is waited for comes sooner; 5 and 60 seconds of a lock are 0.05 and 0.6."""
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.05)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    try:
        with bad_disk(tmp_path) as disk:
            yield disk
    except Unreachable as why:
        pytest.skip(str(why))


class World:
    """A desk, the disk below it, and whoever does something to its files."""

    def __init__(self, home: Path, disk: Disk) -> None:
        self.home = home
        self.disk = disk
        self.folder = SessionFolder(home / "day")
        begin(self.folder, plan(), MORNING, SEAT, rehearsal=True)
        self.calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.desk: Desk = sit_down(open_session(self.folder, SEAT), SEAT, self.calls.put)
        self._holder: sqlite3.Connection | None = None
        self._places = 0
        self.acts = 0
        for line in ("open", "item 0"):
            self.act(line)
        self.older = home / "older"
        shutil.copytree(self.folder.path, self.older)

    def act(self, line: str = "") -> None:
        self.acts += 1
        self.desk.submit(line or f"decision number {self.acts}")
        self.settle()

    def draft(self) -> None:
        self.desk.keep_draft("floor", f"half a line {self.acts}")
        self.settle()

    def settle(self, seconds: float = 5.0) -> None:
        """Pump until every line was answered; and the disk, where it is quick, tried once more."""
        give_up = time.monotonic() + seconds
        looked = time.monotonic() + (0.2 if self.disk.seconds else 0.0)
        while self.desk.is_at_work or time.monotonic() < looked:
            assert time.monotonic() < give_up, "it waits for the disk for ever"
            try:
                self.calls.get(timeout=0.01)()
            except queue.Empty:
                self.desk.tick()
        if not self.disk.seconds:
            assert self.desk._writer.flush(seconds)
        while not self.calls.empty():
            self.calls.get()()

    def hold(self) -> None:
        """Another program holds the file."""
        if self._holder is None and self.folder.database.exists():
            holder = sqlite3.connect(self.folder.database, isolation_level=None, timeout=0)
            try:
                holder.execute("BEGIN IMMEDIATE")
                self._holder = holder
            except sqlite3.Error:
                holder.close()

    def let_go(self) -> None:
        if self._holder is not None:
            with suppress(sqlite3.Error):
                self._holder.execute("ROLLBACK")
            self._holder.close()
            self._holder = None

    def delete(self) -> None:
        shutil.rmtree(self.folder.path, ignore_errors=True)

    def replace(self) -> None:
        """Somebody puts an older copy of the folder in its place."""
        self.delete()
        shutil.copytree(self.older, self.folder.path)

    def replace_log(self) -> None:
        """Somebody puts an older copy of the log alone in its place."""
        if self.folder.path.exists():
            shutil.copyfile(self.older / "log.db", self.folder.path / "new.db")
            (self.folder.path / "new.db").replace(self.folder.database)

    def cut(self) -> None:
        """Something empties the file in its place."""
        wal = self.folder.path / "log.db-wal"
        if wal.exists():
            with wal.open("r+b") as file:
                file.truncate(0)

    def away_and_back(self) -> None:
        if self.folder.path.exists():
            away = self.folder.path.rename(self.home / "away")
            self.settle()
            assert self.desk.keeping.standing == "gone"
            away.rename(self.folder.path)
            self.settle()

    def save_elsewhere(self) -> None:
        """`save FOLDER`, on a disk that works."""
        self.disk.heal()
        self.let_go()
        self._places += 1
        target = SessionFolder(self.home / f"place {self._places}" / "day")
        moved: list[Sentence | str | None] = []
        self.desk.go_on_in(lambda: target.write("desk"), moved.append)
        while not moved:
            self.calls.get(timeout=5)()
        assert moved == [None]
        self.folder = target
        self.settle()

    def missing(self) -> tuple[int, int]:
        """How many entries and drafts that were shown does who reads the session now not find."""
        shown = {each.id for each in self.desk.intake.meeting.entries}
        drafts = {slot: each.text for slot, each in self.desk._drafts.held.items()}
        try:
            log = self.folder.read()
        except (MeetingTuiError, OSError):
            return len(shown), len(drafts)
        try:
            found = {each.id for each in log.read()}
            kept = {slot: each.text for slot, each in log.drafts().items()}
        except MeetingTuiError:
            return len(shown), len(drafts)
        finally:
            log.close()
        return len(shown - found), len([s for s in drafts if kept.get(s) != drafts[s]])

    def check(self, after: str) -> None:
        keeping, (entries, drafts) = self.desk.keeping, self.missing()
        told = (after, keeping, entries, drafts)
        assert keeping.is_saved == (entries + drafts == 0 and keeping.trouble is None), told
        least = entries + drafts if keeping.trouble else 0
        assert keeping.is_saved or keeping.waiting >= max(least, 1), told
        if keeping.trouble in EXACT:
            assert keeping.waiting == entries + drafts, told


FAULTS: dict[str, Callable[[World], None]] = {
    "full": lambda world: setattr(world.disk, "write", FULL),
    "input and output, for good": lambda world: setattr(world.disk, "sync", IOERR_SYNC),
    "read-only": lambda world: setattr(world.disk, "write", READONLY),
    "slow": lambda world: setattr(world.disk, "seconds", 0.03),
    "silent": lambda world: setattr(world.disk, "seconds", 0.25),
    "locked": World.hold,
    "deleted": World.delete,
    "replaced": World.replace,
    "log replaced": World.replace_log,
    "cut": World.cut,
    "moved away and back": World.away_and_back,
}


def once(world: World) -> None:
    """One write ends with an error, the next goes well."""
    world.disk.write, world.disk.times = IOERR_WRITE, 1


FAULTS["input and output, once"] = once


def heal(world: World) -> None:
    world.disk.heal()
    world.let_go()


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_said_is_what_a_fresh_reader_finds(tmp_path: Path, disk: Disk, fault: str) -> None:
    world = World(tmp_path, disk)
    FAULTS[fault](world)
    for _ in range(3):
        world.act()
        world.draft()
        world.check(fault)
    heal(world)
    world.settle()
    world.check(f"{fault}, over")
    written = world.desk.leave()
    assert written == world.desk.keeping.is_saved == (world.missing() == (0, 0))


@pytest.mark.parametrize("fault", FAULTS)
def test_leaving_in_the_midst_of_it_says_what_is_on_disk(
    tmp_path: Path, disk: Disk, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World(tmp_path, disk)
    FAULTS[fault](world)
    world.act()
    world.draft()
    written = world.desk.leave()
    keeping, missing = world.desk.keeping, sum(world.missing())
    assert written == keeping.is_saved
    assert not written or missing == 0, "nothing passes for saved that is not"
    assert keeping.waiting >= missing, (keeping, missing)
    heal(world)


@pytest.mark.parametrize("fault", FAULTS)
def test_saving_elsewhere_ends_every_trouble(tmp_path: Path, disk: Disk, fault: str) -> None:
    world = World(tmp_path, disk)
    FAULTS[fault](world)
    world.act()
    world.draft()
    world.save_elsewhere()
    world.check(fault)
    assert world.desk.keeping.is_saved and world.missing() == (0, 0)
    assert world.desk.leave()


@pytest.mark.parametrize("seed", range(4))
def test_faults_at_random_are_told_as_they_are(tmp_path: Path, disk: Disk, seed: int) -> None:
    drawn, world = random.Random(seed), World(tmp_path, disk)
    done: list[str] = []
    for _ in range(STEPS):
        step = drawn.choice([*FAULTS, "act", "act", "act", "draft", "heal", "heal", "save"])
        done.append(step)
        if step in FAULTS:
            FAULTS[step](world)
            world.settle()
        elif step == "act":
            world.act()
        elif step == "draft":
            world.draft()
        elif step == "heal":
            heal(world)
            world.settle()
        else:
            world.save_elsewhere()
        world.check(" > ".join(done[-6:]))
    heal(world)
    world.settle()
    written = world.desk.leave()
    assert written == world.desk.keeping.is_saved == (world.missing() == (0, 0)), done


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 1 MiB."""
    if sys.platform != "linux" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root on Linux can mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    if not mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", place):
        pytest.skip("this machine does not let disks be mounted")
    yield place
    subprocess.run(["umount", place], check=True)


def test_of_a_small_disk_that_is_truly_full_the_same_holds(small_disk: Path) -> None:
    world = World(small_disk, Disk())
    ballast = fill(small_disk)
    for _ in range(40):
        world.act()
        world.check("filled")
        if world.desk.keeping.trouble:
            break
    assert world.desk.keeping.trouble == "full"
    ballast.unlink()
    world.act()
    world.check("room again")
    assert world.desk.keeping.is_saved
    assert world.desk.leave() and world.missing() == (0, 0)
