"""`meeting-tui play`: a script of timed acts, as fast as it can or at a speed."""

from __future__ import annotations

import json
from pathlib import Path

import click

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.exporting import write_session_toml
from meeting_tui.desk.minting import Seat, started
from meeting_tui.desk.playing import ScriptLine, play, read_script
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.table import Table
from meeting_tui.errors import InvalidInput
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.files import legal_name
from meeting_tui.session_log.store import SessionLog
from meeting_tui.shell.common import Shell, agenda_path, with_shell
from meeting_tui.text import display
from meeting_tui.words import say

SCRIPT_SEAT = Seat("script")


@click.command("play")
@click.argument("agenda")
@click.argument("script", type=click.Path(path_type=Path))
@click.option("--session", required=True, help="Name of the session to make or go on with.")
@click.option("--speed", type=click.FloatRange(min=0, min_open=True), help="Times real time.")
@click.option("--strict", is_flag=True, help="Stop at the first refusal.")
@click.option("--rehearsal", is_flag=True, help="A rehearsal, gone on with in simulated time.")
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
    """Play SCRIPT on AGENDA into a session; a session that was cut off goes on where it ended."""
    path = agenda_path(agenda)
    if path is None:
        raise InvalidInput("there is no such agenda", path=agenda)
    plan = load_agenda(path)
    lines = read_script(script, plan.date, plan.zone)
    if not lines:
        raise InvalidInput("the script has no lines", path=script, expected="HH:MM:SS LINE")
    folder = SessionFolder(shell.sessions / legal_name(session))
    rules, at = load_rules(plan.rules), lines[0].at
    first = started(folder.name, plan, rules, at, SCRIPT_SEAT, rehearsal=rehearsal)
    log = folder.write(SCRIPT_SEAT.desk)
    try:
        if log.head().seq == 0:
            log.append([first], 0)
        elif next(iter(log.read())) != first:
            raise InvalidInput("the session was begun otherwise", path=folder.path, key="--session")
        table = Table(Meeting(first), load_directory(), SCRIPT_SEAT)
        acts, refused = _play(shell, table, lines, log, speed, strict, script)
        write_session_toml(folder, log)
    finally:
        log.close()
    _sum_up(shell, folder, len(lines), acts, refused)
    return 1 if strict and refused else 0


def _play(
    shell: Shell,
    table: Table,
    lines: tuple[ScriptLine, ...],
    log: SessionLog,
    speed: float | None,
    strict: bool,
    script: Path,
) -> tuple[int, int]:
    acts = refused = 0
    for played in play(table, lines, log, speed=speed):
        if not isinstance(played.outcome, Refusal):
            acts += 1
            continue
        refused += 1
        refusal = played.outcome
        sentence = say(f"refusal.{refusal.code}", shell.language, **refusal.params)
        told = shell.say("shell.refused_line", line=played.line.number, sentence=sentence)
        click.echo(display(f"{script}:{played.line.number}: {told}"), err=True)
        if strict:
            break
    return acts, refused


def _sum_up(shell: Shell, folder: SessionFolder, lines: int, acts: int, refused: int) -> None:
    if shell.as_json:
        told = {"session": str(folder.path), "lines": lines, "acts": acts, "refused": refused}
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo(
            shell.say("shell.played", lines=lines, session=folder.name, acts=acts, refused=refused)
        )
