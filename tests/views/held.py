"""A meeting of 19 March held in memory, line by line, for what the Notes screen makes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.views.look import Look

AGENDA = Path(__file__).resolve().parents[2] / "agendas" / "2026-03-19-wgtr.toml"
OPENED = datetime(2026, 3, 19, 14, tzinfo=UTC)


class Held:
    """Lines go in half a minute apart; a refusal is an error."""

    def __init__(self, *lines: str) -> None:
        agenda = load_agenda(AGENDA)
        first = started("held", agenda, load_rules(agenda.rules), OPENED, Seat())
        self.intake = Intake(Meeting(first), load_directory(), Seat("desk", "EK"))
        self.now = OPENED
        self.do("open", "item 4", *lines)

    def do(self, *lines: str) -> None:
        """Let lines take effect one after the other."""
        for each in lines:
            self.now += timedelta(seconds=30)
            outcome = self.intake.propose(each, self.now)
            assert not isinstance(outcome, Refusal), (each, outcome)
            self.intake.accept(outcome)

    @property
    def state(self) -> MeetingState:
        """The meeting as it stands."""
        return self.intake.meeting.state

    def look(self, language: str = "en") -> Look:
        """One look at it."""
        projection = project(self.state, self.now)
        return Look(self.state, self.now, projection, self.intake.directory, language)


def mexico_then_japan() -> Held:
    """Mexico (s1) has spoken with one point, Japan (s2) speaks, Benin waits."""
    return Held("inscribe mex jpn ben", "next", "note a1 annual report", "next")
