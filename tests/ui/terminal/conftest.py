"""Sessions for the program in a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.playing import play, read_script
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.meeting import Meeting
from tests.ui.conftest import AGENDA, SCRIPT
from tests.ui.terminal.program import Program

if sys.platform == "win32":  # which has no pty
    collect_ignore = [
        "test_anything_sent.py",
        "test_disk_faults.py",
        "test_keys_one_by_one.py",
        "test_leaving.py",
        "test_terminal_replies.py",
    ]

Started = Callable[..., Program]


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The day until 10:38, with somebody on the floor and others who wait.

    The rules hold no second `next` back, so that what a key does depends on no clock.
    """
    folder = tmp_path_factory.mktemp("morning") / "day"
    agenda = load_agenda(AGENDA)
    lines = read_script(SCRIPT, agenda.date, agenda.zone)
    rules = replace(load_rules(agenda.rules), next_guard_seconds=0)
    seat = Seat("script")
    first = started("day", agenda, rules, lines[0].at, seat, rehearsal=True)
    log = SessionFolder(folder).write("script")
    try:
        log.append([first], 0)
        until = tuple(line for line in lines if f"{line.at:%H:%M}" < "10:38")
        for _ in play(Intake(Meeting(first), load_directory(), seat), until, log):
            pass
    finally:
        log.close()
    return folder


@pytest.fixture
def start(morning: Path, tmp_path: Path) -> Iterator[Started]:
    """Starts the program on a copy of the morning: `start()`, `start("again", columns=80)`."""
    started: list[Program] = []

    def begin(
        name: str = "home",
        columns: int = 120,
        rows: int = 36,
        *,
        is_disk_ours: bool = False,
        change: str = "",
    ) -> Program:
        home = tmp_path / name
        program = Program(morning, home, columns, rows, is_disk_ours=is_disk_ours, change=change)
        started.append(program)
        return program

    yield begin
    for each in started:
        each.terminal.close()
