"""`meeting-tui play`: a script of timed acts, as fast as it can or at a speed."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct, field

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.elsewhere import refuse_moved
from meeting_tui.desk.exporting import write_session_toml
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.own_list import directory_of, keep_own_list
from meeting_tui.desk.playing import Played, ScriptLine, play, read_script
from meeting_tui.desk.received_texts import TextFolder
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import InvalidInput
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal, refusal_told
from meeting_tui.session_log.files import legal_name
from meeting_tui.session_log.store import SessionLog
from meeting_tui.shell.call import Shell, agenda_path
from meeting_tui.shell.common import Speed, with_shell
from meeting_tui.shell.delegations_command import own_list_asked
from meeting_tui.words import Sentence, in_language

SCRIPT_SEAT = Seat("script")


class _Outcome(Struct):
    """What became of a script."""

    acts: int = 0
    refused: list[dict[str, str | int]] = field(default_factory=list)


@click.command("play")
@click.argument("agenda")
@click.argument("script", type=click.Path(path_type=Path))
@click.option("--session", required=True, help="Name of the session to make or continue.")
@click.option("--speed", type=Speed(), help="How many times as fast as real time.")
@click.option("--strict", is_flag=True, help="Stop at the first refusal.")
@click.option("--rehearsal", is_flag=True, help="A rehearsal, which continues in simulated time.")
@with_shell
def command(
    shell: Shell,
    agenda: str,
    script: Path,
    session: str,
    speed: float | None,
    strict: bool,
    rehearsal: bool,
) -> int:
    """Play SCRIPT on AGENDA into a session; an interrupted session continues where it stopped."""
    plan, lines = _read(agenda, script)
    folder = SessionFolder(shell.sessions / legal_name(session))
    own = own_list_asked(shell, None, plan, agenda_path(agenda))
    rules, at = load_rules(plan.rules), lines[0].at
    first = started(folder.name, plan, rules, at, SCRIPT_SEAT, rehearsal=rehearsal)
    refuse_moved(folder.path)
    log = folder.write(SCRIPT_SEAT.desk)
    try:
        _begin(log, first, folder)
        if log.head_trouble:
            shell.tell(in_language(log.head_trouble.sentence, shell.language), is_error=True)
        if own is not None:
            keep_own_list(folder.path, own)
        texts = TextFolder(folder.path, script.parent)
        intake = Intake(Meeting(first), directory_of(folder.path), SCRIPT_SEAT, texts=texts)
        outcome = _Outcome()
        for played in play(intake, lines, log, speed=speed):
            _count(shell, outcome, played, script, intake.directory)
            if strict and outcome.refused:
                break
        write_session_toml(folder, log)
    finally:
        log.close()
    _sum_up(shell, folder, len(lines), outcome)
    return 1 if strict and outcome.refused else 0


def _read(agenda: str, script: Path) -> tuple[Agenda, tuple[ScriptLine, ...]]:
    path = agenda_path(agenda)
    if path is None:
        raise InvalidInput(Sentence("meeting_fault.no_agenda"), path=agenda)
    plan = load_agenda(path)
    lines = read_script(script, plan.date, plan.zone)
    if not lines:
        expected = Sentence("meeting_fault.want_timed")
        raise InvalidInput(Sentence("meeting_fault.no_lines"), path=script, expected=expected)
    return plan, lines


def _begin(log: SessionLog, first: Entry, folder: SessionFolder) -> None:
    """Begin the session, or make sure that the one that is there began so."""
    if log.head().seq == 0:
        log.append([first], 0)
    elif next(iter(log.read())) != first:
        raise InvalidInput(
            Sentence("meeting_fault.another_there"),
            path=folder.path,
            key="--session",
        )


def _count(
    shell: Shell, outcome: _Outcome, played: Played, script: Path, directory: Directory
) -> None:
    if not isinstance(played.outcome, Refusal):
        outcome.acts += 1
        return
    refusal, number = played.outcome, played.line.number
    sentence = refusal_told(refusal, shell.language, directory)
    outcome.refused.append({"line": number, "code": refusal.code, "why": sentence})
    shell.tell(f"{script}:{number}: {sentence}", is_error=True)


def _sum_up(shell: Shell, folder: SessionFolder, lines: int, outcome: _Outcome) -> None:
    if shell.as_json:
        shell.tell_json(
            {
                "session": str(folder.path),
                "lines": lines,
                "acts": outcome.acts,
                "refused": len(outcome.refused),
                "refusals": outcome.refused,
            }
        )
        return
    shell.tell(
        shell.say(
            "shell.played",
            lines=lines,
            session=folder.name,
            acts=outcome.acts,
            refused=len(outcome.refused),
        )
    )
