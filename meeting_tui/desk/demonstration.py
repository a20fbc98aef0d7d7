"""The demonstration: 19 March under way at 12:20, with invented statements only.

Its script is beside this file. It is played in memory and saved at once, so it starts as fast as an
empty meeting.
"""

from __future__ import annotations

from pathlib import Path

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.minting import Seat, started
from meeting_tui.desk.playing import ScriptLine, read_script
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.table import Table
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal

SCRIPT = Path(__file__).with_suffix(".script")
AGENDA = "2026-03-19-wgtr"
"""The plan that the script belongs to."""
NAME = "demo"
"""The name of the session; further ones are numbered."""
BEGINS = "12:20:00"
"""Local time at which the demonstration is handed over; the last line played is of this time."""


def demonstration_lines(agenda: Agenda, until: str = BEGINS) -> tuple[ScriptLine, ...]:
    """The lines of the script up to a local time `HH:MM:SS`."""
    lines = read_script(SCRIPT, agenda.date, agenda.zone)
    return tuple(line for line in lines if f"{line.at:%H:%M:%S}" <= until)


def begin_demonstration(
    folder: SessionFolder, agenda: Agenda, seat: Seat, until: str = BEGINS
) -> None:
    """Make a session in which the morning has been held; the Chair has forty minutes left.

    `until`: the local time `HH:MM:SS` of the last line played, for another moment of the day.
    Raises SessionBusy and WriteRefused. A refused line is a defect of the script and is left out; a
    test makes sure that there is none.
    """
    lines = demonstration_lines(agenda, until)
    rules = load_rules(agenda.rules)
    first = started(
        folder.name, agenda, rules, lines[0].at, seat, rehearsal=True, demonstration=True
    )
    table = Table(Meeting(first), load_directory(), seat)
    entries: list[Entry] = [first]
    for line in lines:
        outcome = table.propose(line.line, line.at)
        if not isinstance(outcome, Refusal):
            table.accept(outcome)
            entries += outcome
    log = folder.write(seat.desk)
    try:
        log.append(entries, 0)
    finally:
        log.close()
