"""`meeting-tui session`: what sessions there are, whether their logs are whole, and making them anew."""

from __future__ import annotations

import json
from typing import Any

import click

from meeting_tui.desk.sessions import SessionFolder, list_sessions
from meeting_tui.errors import LogDamaged, MeetingTuiError
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.session_log.chain import Finding, verify
from meeting_tui.session_log.salvage import Salvaged, salvage
from meeting_tui.session_log.toml_log import load_session_toml
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import display


@click.group("session")
def command() -> None:
    """List, show, verify or rebuild sessions."""


@command.command("list")
@with_shell
def list_all(shell: Shell) -> int:
    """List the sessions, the one written last first."""
    found = list(list_sessions(shell.sessions))
    if shell.as_json:
        click.echo(json.dumps([_summary(folder) for folder in found], ensure_ascii=False))
    elif not found:
        click.echo(display(shell.say("shell.no_sessions", folder=str(shell.sessions))))
    else:
        for folder in found:
            click.echo(display(_row(shell, folder)))
    return 0


@command.command("show")
@click.argument("session")
@with_shell
def show(shell: Shell, session: str) -> int:
    """Show what state a session is in."""
    folder = shell.find(session)
    if shell.as_json:
        click.echo(json.dumps(_summary(folder), ensure_ascii=False))
    else:
        click.echo(display(_row(shell, folder)))
    return 0


@command.command("verify")
@click.argument("session")
@with_shell
def verify_log(shell: Shell, session: str) -> int:
    """Find out whether an event was altered, removed, reordered or inserted, and where."""
    folder = shell.find(session)
    if folder.database.exists():
        log = folder.read()
        try:
            findings, count = verify(log.rows(), log.head()), log.head().seq
        finally:
            log.close()
    else:
        loaded = load_session_toml(folder.toml)
        findings, count = verify(loaded.rows, loaded.head), len(loaded.rows)
    if shell.as_json:
        told = [{"what": f.what, "first": f.seq, "last": f.last} for f in findings]
        click.echo(json.dumps({"session": folder.name, "events": count, "findings": told}))
    if findings:
        damage = ", ".join(_finding(shell, finding) for finding in findings)
        raise LogDamaged(shell.say("shell.damaged", name=folder.name, findings=damage))
    if not shell.as_json:
        click.echo(display(shell.say("shell.verified", name=folder.name, entries=count)))
    return 0


def _finding(shell: Shell, finding: Finding) -> str:
    place = str(finding.seq) if finding.seq == finding.last else f"{finding.seq}-{finding.last}"
    return shell.say(f"shell.finding_{finding.what}", place=place)


@command.command("rebuild")
@click.argument("session")
@with_shell
def rebuild(shell: Shell, session: str) -> int:
    """Make log.db anew from session.toml; the old one is kept beside it."""
    folder = shell.find(session)
    done = salvage(folder.path, desk="shell", from_database=False)
    if shell.as_json:
        click.echo(json.dumps({"session": folder.name, "events": done.kept}))
    else:
        click.echo(display(shell.say("shell.rebuilt", name=folder.name, entries=done.kept)))
    for sentence in salvage_sentences(shell, done):
        click.echo(display(sentence), err=True)
    return 3 if done.missing or done.toml else 0


def salvage_sentences(shell: Shell, done: Salvaged) -> list[str]:
    """What was set aside and what is missing, a sentence each."""
    told = [
        shell.say("shell.set_aside", path=str(aside.path), size=aside.bytes)
        for aside in (done.toml,)
        if aside
    ]
    if done.missing:
        stretches = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in done.missing)
        told.append(shell.say("shell.missing", stretches=stretches))
    return told


def _state(folder: SessionFolder) -> tuple[MeetingState, int]:
    log = folder.read()
    try:
        meeting = replay(log.read())
    finally:
        log.close()
    return meeting.state, len(meeting.entries)


def _summary(folder: SessionFolder) -> dict[str, Any]:
    try:
        state, entries = _state(folder)
    except MeetingTuiError as fault:
        return {"name": folder.name, "path": str(folder.path), "unreadable": str(fault)}
    return {
        "name": folder.name,
        "path": str(folder.path),
        "state": state.phase,
        "rehearsal": state.rehearsal,
        "events": entries,
        "agenda": state.agenda.id,
        "title": state.agenda.title.en,
        "interventions": len(state.interventions),
        "waiting": sum(len(each) for each in state.lists.values()) + len(state.replies),
    }


def _row(shell: Shell, folder: SessionFolder) -> str:
    try:
        state, entries = _state(folder)
    except MeetingTuiError as fault:
        return shell.say("shell.session_unreadable", name=folder.name, why=str(fault))
    phase = shell.say(f"shell.phase_{state.phase}")
    if state.rehearsal:
        phase = shell.say("shell.phase_rehearsal", phase=phase)
    title = state.agenda.title.say(shell.language)
    return shell.say(
        "shell.session_row", name=folder.name, state=phase, entries=entries, title=title
    )
