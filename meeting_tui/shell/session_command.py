"""`meeting-tui session`: what sessions there are, whether their logs are whole, making anew."""

from __future__ import annotations

from typing import Any

import click

from meeting_tui.desk.elsewhere import moved_to
from meeting_tui.desk.opening import losses_told
from meeting_tui.desk.sessions import SessionFolder, list_sessions
from meeting_tui.errors import told
from meeting_tui.meeting.losses import set_apart
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.session_log.salvage import salvage
from meeting_tui.shell import verify_command
from meeting_tui.shell.common import Shell, with_options, with_shell
from meeting_tui.shell.import_session import import_file
from meeting_tui.shell.mended import rebuilt_sentences


@click.group("session")
@with_options
def command() -> None:
    """List, show, verify, rebuild or import sessions."""


command.add_command(import_file)
command.add_command(verify_command.command)


@command.command("list")
@with_shell
def list_all(shell: Shell) -> int:
    """List the sessions, the most recent first."""
    found = list(list_sessions(shell.sessions))
    if shell.as_json:
        shell.tell_json([_summary(folder) for folder in found])
    elif not found:
        shell.tell(shell.say("shell.no_sessions", folder=str(shell.sessions)))
    else:
        for folder in found:
            shell.tell(_row(shell, folder))
    return 0


@command.command("show")
@click.argument("session")
@with_shell
def show(shell: Shell, session: str) -> int:
    """Show the state of a session."""
    folder = shell.find(session)
    meeting = _meeting(folder)
    state, entries = meeting.state, len(meeting.entries)
    for sentence in losses_told(meeting, shell.language):
        shell.tell(sentence, is_error=True)
    if meeting.apart - set_apart(meeting.entries):
        shell.tell(shell.say("shell.not_whole", name=folder.name), is_error=True)
    if shell.as_json:
        shell.tell_json(_told(folder, state, entries))
    else:
        shell.tell(_line(shell, folder, state, entries))
    return 0


@command.command("rebuild")
@click.argument("session")
@with_shell
def rebuild(shell: Shell, session: str) -> int:
    """Make a new log.db from session.toml; keep the old one beside it, and compare them."""
    folder = shell.find(session)
    done = salvage(folder.path, desk="shell", from_database=False)
    if shell.as_json:
        missing = [{"first": first, "last": last} for first, last in done.missing]
        told = {"session": folder.name, "events": done.kept, "missing": missing}
        shell.tell_json({**told, "only_in_old": done.left})
    else:
        shell.tell(shell.say("shell.rebuilt", name=folder.name, entries=done.kept))
    for sentence in rebuilt_sentences(shell.say, done):
        shell.tell(sentence, is_error=True)
    return 3 if done.missing or done.toml or done.left else 0


def _meeting(folder: SessionFolder) -> Meeting:
    log = folder.read()
    try:
        return replay(log.read())
    finally:
        log.close()


def _state(folder: SessionFolder) -> tuple[MeetingState, int]:
    meeting = _meeting(folder)
    return meeting.state, len(meeting.entries)


def _summary(folder: SessionFolder) -> dict[str, Any]:
    try:
        return _told(folder, *_state(folder))
    except Exception as fault:  # noqa: BLE001 - one session must not hide the others
        return {"name": folder.name, "path": str(folder.path), "unreadable": str(fault)}


def _told(folder: SessionFolder, state: MeetingState, entries: int) -> dict[str, Any]:
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
        **({"went_on_in": str(moved)} if (moved := moved_to(folder.path)) else {}),
    }


def _row(shell: Shell, folder: SessionFolder) -> str:
    try:
        return _line(shell, folder, *_state(folder))
    except Exception as fault:  # noqa: BLE001 - as above
        return shell.say("shell.session_unreadable", name=folder.name, why=told(fault))


def _line(shell: Shell, folder: SessionFolder, state: MeetingState, entries: int) -> str:
    phase = shell.say(f"shell.phase_{state.phase}")
    if state.rehearsal:
        kind = "demonstration" if state.demonstration else "rehearsal"
        phase = shell.say(f"shell.phase_{kind}", phase=phase)
    title = state.agenda.title.say(shell.language)
    row = shell.say(
        "shell.session_row", name=folder.name, state=phase, entries=entries, title=title
    )
    moved = moved_to(folder.path)
    return shell.say("shell.went_on", row=row, path=str(moved)) if moved else row
