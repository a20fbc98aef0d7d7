"""`meeting-tui demo`: a day under way, to look around in."""

from __future__ import annotations

import sys

import click

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.demonstration import AGENDA, demonstration
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.errors import SessionError
from meeting_tui.shell.call import Shell, packaged_agendas
from meeting_tui.shell.common import with_shell
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence


@click.command("demo")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and slow links.")
@click.option("--theme", type=click.Choice(["dark", "light"]), help="Colours of the screen.")
@click.option("--hand", help="Your initials, kept with what you enter.")
@with_shell
def command(shell: Shell, plain: bool, theme: str | None, hand: str | None) -> int:
    """Look around in a rehearsal of 19 March: 12:20, 13 delegations are waiting.

    Every statement in it is invented. Each start begins at 12:20, in a session of its own (`demo`,
    `demo-2`, ...) if you did something in the last; `meeting-tui run demo` continues one.
    """
    if not plain and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessionError(Sentence("shell.no_terminal"))
    seat = Seat("desk", clean_line(hand or "") or str(shell.settings.hand.value))
    if not plain:
        from meeting_tui.ui.own_keys import own_keys

        own_keys(shell.settings)  # a key that cannot be one is refused before anything is opened
    folder = demonstration(shell.sessions, load_agenda(packaged_agendas() / f"{AGENDA}.toml"))
    opened = open_session(folder, seat, is_new=True)
    if plain:
        from meeting_tui.shell.plain import run_plain

        return run_plain(opened, seat, shell.language, None)
    from meeting_tui.ui.running import run_screen

    return run_screen(opened, seat, shell.settings, theme or str(shell.settings.theme.value), None)
