"""What the program says of its disk in a real terminal, and leaves on it, while the disk fails."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from meeting_tui.meeting.decisions import DecisionTaken
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.speakers_list import Inscribed
from tests.bad_disk import IOERR_SYNC, IOERR_WRITE, Disk, Unreachable, library
from tests.ui.terminal.program import ENTER, F2, F3, LEAVE, Program

Started = Callable[..., Program]

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def on_our_disk(start: Started) -> Program:
    """The program on a disk of which a test says how it is."""
    try:
        library()
    except Unreachable as why:
        pytest.skip(str(why))
    return start(is_disk_ours=True)


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Another program holds the log."""
    command = (sys.executable, "-c", HOLD, str(file))
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        yield
        holder.communicate("")


def leave(program: Program, *told: str) -> int:
    """Leave, as one who reads what is asked; the exit code."""
    program.terminal.forget()
    program.terminal.send(LEAVE)
    program.terminal.until_text(*told, timeout=20)
    program.terminal.send(LEAVE)
    return program.ended(40)


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.05, 0.15, 0.3, 1.0])
def test_on_a_slow_disk_each_line_is_an_act_of_its_own(
    on_our_disk: Program, seconds: float
) -> None:
    program = on_our_disk
    program.be(Disk(seconds=seconds))
    for key in ("bra", ENTER, "per", ENTER, F3, "yes", ENTER, "no", ENTER, F2):
        program.terminal.send(key)
        program.terminal.collect(0.05)
    program.terminal.send("decision first\rdecision second\r ")
    news = program.until_news(8)
    assert [e.delegation for e in news if isinstance(e, Inscribed)] == ["BRA", "PER"]
    assert [e.text for e in news if isinstance(e, PointNoted)] == ["yes", "no"]
    assert [e.text for e in news if isinstance(e, DecisionTaken)] == ["first", "second"]
    assert [type(e) for e in news].count(FloorGiven) == 1
    program.be(Disk())
    assert leave(program, "Everything is on disk") == 0


def test_a_held_log_is_waited_for_and_two_decisions_are_two(start: Started) -> None:
    program = start()
    with held(program.folder.database):
        program.terminal.send("decision first\rdecision second\r")
        program.terminal.until_text("NOT ON DISK: 2", timeout=20)
        assert program.news() == []
        program.terminal.send(LEAVE)
        program.terminal.until_text("2 entries are NOT on disk", timeout=20)
        program.terminal.forget()
    program.terminal.until_text("Everything is on disk", timeout=30)
    decisions = [e.text for e in program.news() if isinstance(e, DecisionTaken)]
    assert decisions == ["first", "second"]
    assert leave(program, "Everything is on disk") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="limits another program's files on Linux only")
@pytest.mark.parametrize("is_over", [True, False])
def test_where_files_may_not_grow_it_says_what_is_not_on_disk(
    start: Started, is_over: bool
) -> None:
    import resource

    program = start()
    pid, limit = program.terminal.process.pid, resource.RLIMIT_FSIZE
    before = resource.prlimit(pid, limit)
    resource.prlimit(pid, limit, (1, before[1]))
    program.terminal.send("decision first\r")
    program.terminal.until_text("NOT ON DISK: 1", timeout=20)
    program.terminal.send("decision second\r")
    program.terminal.until_text("NOT ON DISK: 2", timeout=20)
    assert program.news() == []
    if is_over:
        resource.prlimit(pid, limit, before)
        program.until_news(2)
        assert leave(program, "Everything is on disk") == 0
        assert len(program.news()) == 2
    else:
        assert leave(program, "2 entries are NOT on disk", "save FOLDER") == 1
        program.terminal.until_text("2 entries are NOT on disk in")
        assert program.news() == []


def test_of_a_folder_that_was_deleted_nothing_is_said_to_be_on_disk(start: Started) -> None:
    program = start()
    count = program.before
    shutil.rmtree(program.folder.path)
    program.terminal.until_text(f"NOT ON DISK: {count}", timeout=20)
    program.terminal.send("decision first\r")
    program.terminal.until_text(f"NOT ON DISK: {count + 1}", timeout=20)
    assert leave(program, f"The log is gone: {count + 1} entries", "save FOLDER") == 1
    assert f"{count + 1} entries are NOT on disk in" in program.terminal.text()
    assert not program.folder.is_there()


def test_a_deleted_session_is_saved_again_where_it_was(start: Started) -> None:
    program = start()
    shutil.rmtree(program.folder.path)
    program.terminal.until_text("NOT ON DISK", timeout=20)
    program.terminal.send(f"decision first\rsave {program.folder.path.parent}\r")
    program.terminal.until_text("Now saving in", timeout=20)
    assert leave(program, "Everything is on disk") == 0
    assert [type(e) for e in program.news()] == [DecisionTaken]


def test_one_error_of_the_disk_costs_nothing(on_our_disk: Program) -> None:
    program = on_our_disk
    program.be(Disk(write=IOERR_WRITE, times=1))
    program.terminal.send("decision first\r")
    assert [type(e) for e in program.until_news(1)] == [DecisionTaken]
    assert leave(program, "Everything is on disk") == 0


def test_an_error_for_good_is_the_exit_code_too(on_our_disk: Program) -> None:
    program = on_our_disk
    program.be(Disk(sync=IOERR_SYNC))
    program.terminal.send("decision first\r")
    program.terminal.until_text("NOT ON DISK: 1", timeout=20)
    assert leave(program, "1 entry is NOT on disk", "save FOLDER") == 1
    assert program.news() == [], "what was not said to be on disk is not"


def test_what_no_disk_took_is_kept_elsewhere_when_the_system_ends_the_program(
    on_our_disk: Program, tmp_path: Path
) -> None:
    program = on_our_disk
    program.be(Disk(sync=IOERR_SYNC))
    program.terminal.send("decision first\r")
    program.terminal.until_text("NOT ON DISK: 1", timeout=20)
    program.terminal.process.send_signal(signal.SIGTERM)
    assert program.ended(40) == 1
    (kept,) = tmp_path.glob("home/meeting-tui/rescued/day-*.toml")
    assert "first" in kept.read_text(encoding="utf-8")


def test_enter_and_leaving_in_one_write_do_the_act(on_our_disk: Program) -> None:
    program = on_our_disk
    program.be(Disk(seconds=1.5))
    program.terminal.send(f"decision first\r{LEAVE}{LEAVE}")
    assert program.ended(40) == 0
    assert [type(e) for e in program.news()] == [DecisionTaken]


@pytest.mark.parametrize("ends", ["signal", "closed window"])
def test_what_was_entered_before_the_window_is_closed_is_done(
    on_our_disk: Program, ends: str
) -> None:
    program = on_our_disk
    program.be(Disk(seconds=0.5))
    program.terminal.send("bra\rper\r")
    program.terminal.collect(0.25)
    process = program.terminal.process
    if ends == "signal":
        process.send_signal(signal.SIGTERM)
        assert program.ended(40) == 0
    else:
        program.terminal.hang_up()
        assert process.wait(40) == 0
    assert [e.delegation for e in program.news() if isinstance(e, Inscribed)] == ["BRA", "PER"]
