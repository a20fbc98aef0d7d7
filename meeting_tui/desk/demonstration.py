"""The demonstration: 19 March under way at 12:20, with invented statements only.

Its script is beside this file. It is played in memory and saved at once, so it starts as fast as an
empty meeting. A demonstration in which nobody did anything is used again, so that looking in twice
leaves one session.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.clock import CLOCK
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.playing import ScriptLine, read_script
from meeting_tui.desk.seats import SEATS
from meeting_tui.desk.sessions import DATABASE, TOML, SessionFolder, free_name
from meeting_tui.desk.written_files import MEMORY
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.files import DRAFTS
from meeting_tui.session_log.store import SessionLog

SCRIPT = Path(__file__).with_suffix(".script")
AGENDA = "2026-03-19-wgtr"
"""The plan that the script belongs to."""
NAME = "demo"
"""The name of the session; further ones are numbered."""
_MADE = frozenset(
    (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "log.head", "log.lock", TOML, CLOCK)
) | {MEMORY, DRAFTS, SEATS}
"""What the program itself puts into the folder of a session in which nobody does anything."""
BEGINS = "12:20:00"
"""Local time at which the demonstration is handed over; the last line played is of this time."""


def demonstration_lines(agenda: Agenda, until: str = BEGINS) -> tuple[ScriptLine, ...]:
    """The lines of the script up to a local time `HH:MM:SS`."""
    lines = read_script(SCRIPT, agenda.date, agenda.zone)
    return tuple(line for line in lines if f"{line.at:%H:%M:%S}" <= until)


def demonstration(sessions: Path, agenda: Agenda) -> SessionFolder:
    """A session at the beginning of the demonstration, in a folder of sessions.

    One in which nobody did anything is used again, its clock set back; else a new one is made. No
    session is removed or changed in which somebody worked. Raises SessionBusy and WriteRefused.
    """
    seat = Seat("demo")
    for folder in _earlier(sessions):
        if _is_as_made(folder, agenda, seat):
            (folder.path / CLOCK).unlink(missing_ok=True)
            return folder
    folder = free_name(NAME, sessions)
    begin_demonstration(folder, agenda, seat)
    return folder


def _earlier(sessions: Path) -> Iterator[SessionFolder]:
    """`demo`, `demo-2` and so on, as far as they are there."""
    for number in count(1):
        folder = SessionFolder(sessions / (NAME if number == 1 else f"{NAME}-{number}"))
        if not folder.path.exists():
            return
        if folder.path.is_dir() and folder.is_there():
            yield folder


def _is_as_made(folder: SessionFolder, agenda: Agenda, seat: Seat) -> bool:
    """Whether nobody has it open, and it holds what this program makes and nothing else."""
    try:
        if any(each.name not in _MADE for each in folder.path.iterdir()):
            return False
        kept = _entered_by(folder.read(), seat)
        made = _entries(folder.name, agenda, seat, BEGINS) if kept else []
        if not kept or [(e.at, e.event) for e in kept] != [(e.at, e.event) for e in made]:
            return False
        folder.write(seat.desk).close()
    except (MeetingTuiError, OSError):
        return False
    return True


def _entered_by(log: SessionLog, seat: Seat) -> list[Entry]:
    """The entries of a log; none where another seat entered any, or left a line half typed."""
    try:
        kept = list(log.read())
        is_alone = all(each.desk == seat.desk for each in kept) and not log.drafts()
        return kept if is_alone else []
    finally:
        log.close()


def begin_demonstration(
    folder: SessionFolder, agenda: Agenda, seat: Seat, until: str = BEGINS
) -> None:
    """Make a session in which the morning has been held; the Chair has forty minutes left.

    `until`: the local time `HH:MM:SS` of the last line played, for another moment of the day.
    Raises SessionBusy and WriteRefused.
    """
    entries = _entries(folder.name, agenda, seat, until)
    log = folder.write(seat.desk)
    try:
        log.append(entries, 0)
    finally:
        log.close()


def _entries(name: str, agenda: Agenda, seat: Seat, until: str) -> list[Entry]:
    """What is in the log at a moment of the day.

    A refused line is a defect of the script and is left out; a test makes sure that there is none.
    """
    lines = demonstration_lines(agenda, until)
    rules = load_rules(agenda.rules)
    first = started(name, agenda, rules, lines[0].at, seat, rehearsal=True, demonstration=True)
    intake = Intake(Meeting(first), load_directory(), seat)
    entries: list[Entry] = [first]
    for line in lines:
        outcome = intake.propose(line.line, line.at)
        if not isinstance(outcome, Refusal):
            intake.accept(outcome)
            entries += outcome
    return entries
