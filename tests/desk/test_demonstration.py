"""The demonstration: a day of invented statements, every line of it right, that says what it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk import demonstration
from meeting_tui.desk.demonstration import begin_demonstration, demonstration_lines
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.opening import clock_for, open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.session_log.codec import encode

AGENDA = Path(__file__).resolve().parents[2] / "agendas" / "2026-03-19-wgtr.toml"


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return load_agenda(AGENDA)


@pytest.fixture(scope="module")
def session(agenda: Agenda, tmp_path_factory: pytest.TempPathFactory) -> SessionFolder:
    folder = SessionFolder(tmp_path_factory.mktemp("sessions") / "demo")
    begin_demonstration(folder, agenda, Seat("demo"))
    return folder


@pytest.fixture(scope="module")
def whole_day(agenda: Agenda) -> MeetingState:
    """The state at the end of the script, no line of which was refused."""
    rules = load_rules(agenda.rules)
    lines = demonstration_lines(agenda, "24:00:00")
    first = started("demo", agenda, rules, lines[0].at, Seat("demo"), rehearsal=True)
    intake = Intake(Meeting(first), load_directory(), Seat("demo"))
    for line in lines:
        outcome = intake.propose(line.line, line.at)
        assert not isinstance(outcome, Refusal), f"{line.number}: {line.line}: {outcome}"
        intake.accept(outcome)
    return intake.meeting.state


def test_it_is_handed_over_at_twenty_past_twelve_with_thirteen_waiting(
    session: SessionFolder,
) -> None:
    opened = open_session(session, Seat("desk"), is_new=True)
    try:
        state = opened.meeting.state
        now = clock_for(opened.meeting, None, opened.folder.path).now()

        assert (state.rehearsal, state.demonstration, state.phase) == (True, True, "open")
        assert state.item == "2" and len(state.lists["2"]) == 13
        assert len(state.replies) == 1
        begins = datetime.fromisoformat("2026-03-19T12:20:00+01:00")
        assert 0 <= (now - begins).total_seconds() < 60
        speaking = state.speaking()
        assert speaking is not None and begins > speaking.given_at
        assert len(state.points) > 80
    finally:
        opened.close()


def test_every_question_of_the_plan_is_answered_in_the_course_of_the_day(
    whole_day: MeetingState,
) -> None:
    tagged = {question for point in whole_day.points.values() for question in point.questions}

    assert {question.id for question in whole_day.agenda.questions} <= tagged
    assert whole_day.phase == "adjourned" and not whole_day.replies


def test_only_kinds_of_delegations_that_a_question_asks_answer_it(whole_day: MeetingState) -> None:
    kinds = {each.id: each.asks for each in whole_day.agenda.questions if each.asks}

    for point in whole_day.points.values():
        asked = whole_day.asked_by(whole_day.interventions[point.intervention])
        for question in point.questions:
            allowed = kinds.get(question)
            assert not allowed or asked.delegation_kind in allowed, (question, asked.delegation)


def test_stances_and_kinds_of_points_are_among_them(whole_day: MeetingState) -> None:
    points = whole_day.points.values()

    assert {"supports", "conditional", "reserves"} <= {point.stance for point in points}
    assert {"proposal", "request", "offer", "asks", "figure", "announces"} <= {
        point.kind for point in points
    }


def test_no_statement_is_told_twice_or_ends_in_the_middle(whole_day: MeetingState) -> None:
    texts = [point.text for point in whole_day.points.values()]

    assert len(set(texts)) == len(texts)
    assert all(20 < len(text) <= 120 and not text.endswith((".", ",")) for text in texts)


def test_the_script_says_first_that_all_of_it_is_invented() -> None:
    assert "invented" in demonstration.SCRIPT.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_whatever_leaves_it_says_that_it_is_invented(session: SessionFolder, language: str) -> None:
    files = export_files(session, ("markdown", "json"), language=language)
    invented = {"en": "every statement below is invented", "zh": "以下发言均为虚构"}[language]
    report = files[{"en": "report.md", "zh": "report-zh.md"}[language]].decode()

    assert invented in report
    assert {"en": "DEMONSTRATION", "zh": "演示"}[language] in report[:200]
    assert '"demonstration": true' in files["session.json"].decode()


def test_the_log_of_a_meeting_or_of_a_rehearsal_says_nothing_of_demonstrations(
    agenda: Agenda,
) -> None:
    rules = load_rules(agenda.rules)
    for rehearsal in (True, False):
        first = started("day", agenda, rules, agenda.sittings[0].start, Seat(), rehearsal=rehearsal)
        written = encode(first)["what"]
        assert isinstance(written, dict) and "demonstration" not in written
