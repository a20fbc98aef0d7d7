"""`meeting-tui` alone: the agendas and sessions there are, and Enter for the likeliest."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from meeting_tui.desk.elsewhere import moved_to
from meeting_tui.desk.sessions import list_sessions
from meeting_tui.errors import SessionError
from meeting_tui.shell.call import Shell, packaged_agendas
from meeting_tui.text import display
from meeting_tui.words import Sentence


def offered(shell: Shell, *, only_sessions: bool = False) -> list[tuple[str, str]]:
    """What can be run: (path, how it is shown); sessions written last come first, then agendas.

    A session that went on in another folder is not offered here. To look back, only sessions are.
    """
    sessions = [
        (str(folder.path), folder.name)
        for folder in list_sessions(shell.sessions)
        if moved_to(folder.path) is None
    ]
    if only_sessions:
        return sessions
    folders = dict.fromkeys((Path("agendas").resolve(), packaged_agendas().resolve()))
    agendas = [path for folder in folders for path in sorted(folder.glob("*.toml"))]
    return sessions + [(str(path), path.name) for path in agendas]


def chosen(shell: Shell, *, only_sessions: bool = False) -> str:
    """What the person chose; without a terminal the first there is.

    Raises SessionError when there is nothing to choose from.
    """
    choices = offered(shell, only_sessions=only_sessions)
    if not choices:
        raise SessionError(Sentence("shell.nothing_to_choose"))
    if not sys.stdin.isatty() or len(choices) == 1:
        return choices[0][0]
    for number, (_, shown) in enumerate(choices, 1):
        shell.tell(f"{number:3}  {shown}")
    first = choices[0][1]
    number = click.prompt(
        display(shell.say("shell.choose", first=first)).rstrip(":："),
        default=1,
        show_default=False,
        type=click.IntRange(1, len(choices)),
    )
    return choices[number - 1][0]
