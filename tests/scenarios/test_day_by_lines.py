"""The full day of `tests/scripts`, typed line by line into the rules alone: no desk, no disk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.questions import answered_by
from meeting_tui.meeting.speaking_time import spoken
from tests.meeting.room import Room, at_time

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPT = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
EXPECTED = json.loads(SCRIPT.with_suffix(".expected.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def day() -> Room:
    room = Room(load_agenda(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"))
    for row in SCRIPT.read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            clock, _, line = row.partition(" ")
            room.at(clock).do(line)
    return room


def test_every_turn_is_as_long_as_it_was(day: Room) -> None:
    state = day.state
    turns = [
        {
            "delegation": state.asked_by(each).delegation,
            "item": each.item,
            "seconds": each.used_seconds(day.now),
            "paused_seconds": each.paused_seconds,
            "points": len(state.points_of.get(each.id, ())),
        }
        for each in state.interventions.values()
    ]

    assert turns == EXPECTED["turns"]


def test_every_name_has_the_outcome_it_had(day: Room) -> None:
    outcomes = sorted([i.delegation, i.item, i.outcome] for i in day.state.inscriptions.values())

    assert outcomes == EXPECTED["outcomes"]


def test_answers_and_totals_are_as_they_were(day: Room) -> None:
    totals = {
        code: {"interventions": each.interventions, "seconds": each.seconds}
        for code, each in spoken(day.state, day.now).items()
    }

    assert {key: [*codes] for key, codes in answered_by(day.state).items()} == EXPECTED["coverage"]
    assert totals == EXPECTED["speaking_time"]
    assert day.state.adjourned_at == at_time(EXPECTED["ends"])


def test_replaying_the_day_gives_the_same_meeting(day: Room) -> None:
    assert replay(day.meeting.entries).state == day.state
