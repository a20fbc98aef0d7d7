"""A second `next` is held back for three seconds of the hand on the key, however fast time runs."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake
from meeting_tui.desk.opening import begin, open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from tests.desk.seat import MORNING, SEAT, first_entry, plan


def test_a_second_next_is_refused_for_three_seconds_of_whoever_presses_the_key() -> None:
    intake = Intake(Meeting(first_entry()), load_directory(), SEAT, 60.0)
    for line in ("open", "item 1", "inscribe mex fra", "next"):
        intake.accept(made(intake, line, MORNING))
    for seconds, code in ((2.5, "next_twice"), (60.0, "next_twice"), (179.0, "next_twice")):
        refused = intake.propose("next", MORNING + timedelta(seconds=seconds))
        assert isinstance(refused, Refusal) and refused.code == code
    assert made(intake, "next!", MORNING + timedelta(seconds=60))
    assert made(intake, "next", MORNING + timedelta(seconds=181))
    intake.speed = 1.0
    assert made(intake, "next", MORNING + timedelta(seconds=4))


def made(intake: Intake, line: str, at: datetime) -> tuple[Entry, ...]:
    """The entries a line must add."""
    entries = intake.propose(line, at)
    assert not isinstance(entries, Refusal), (line, entries)
    return entries


def test_a_rehearsal_tells_the_table_how_fast_it_runs(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "fast")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    desk = sit_down(open_session(folder, SEAT), SEAT, lambda call: call(), 60.0)
    assert desk.intake.speed == 60.0
    desk.leave()
