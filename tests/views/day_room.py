"""One look at the meeting of 19 March as it stood at a time of the day, without a terminal."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.playing import read_script
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.views.look import Look

CHECKOUT = Path(__file__).resolve().parents[2]
GENEVA = ZoneInfo("Europe/Zurich")


def at(clock: str) -> datetime:
    """That time of the day of the meeting."""
    return datetime.combine(date(2026, 3, 19), time.fromisoformat(clock), tzinfo=GENEVA)


@cache
def directory() -> Directory:
    return load_directory()


@cache
def _intake(until: str) -> Intake:
    agenda = load_agenda(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml")
    seat = Seat("script")
    first = started("day", agenda, load_rules(agenda.rules), at("10:00"), seat)
    intake = Intake(Meeting(first), directory(), seat)
    script = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
    for line in read_script(script, agenda.date, agenda.zone):
        if line.at < at(until):
            _enter(intake, line.line, line.at)
    return intake


def intake_at(until: str) -> Intake:
    """The intake of a desk with the day played until a time; only to propose lines to."""
    return _intake(until)


def _enter(intake: Intake, line: str, now: datetime) -> None:
    outcome = intake.propose(line, now)
    assert not isinstance(outcome, Refusal), (line, outcome)
    intake.accept(outcome)


def look_at(until: str, *lines: str, language: str = "en", now: str | None = None) -> Look:
    """The day played until a time, then these lines entered at it; seen then, or at `now`."""
    intake = _intake(until)
    if lines:
        intake = Intake(replay(intake.meeting.entries), directory(), Seat("desk"))
        for line in lines:
            _enter(intake, line, at(until))
    state, seen_at = intake.meeting.state, at(now or until)
    return Look(state, seen_at, project(state, seen_at), directory(), language)
