"""`meeting-tui run`: open a meeting on the screen, or line by line with `--plain`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import click

from meeting_tui.desk.minting import Seat
from meeting_tui.desk.opening import Opened, begin, open_session, rehearsal_start
from meeting_tui.desk.sessions import SessionFolder, new_session
from meeting_tui.errors import SessionError
from meeting_tui.session_log.files import legal_name
from meeting_tui.shell.common import Shell, agenda_path, with_shell


@click.command("run")
@click.argument("what", required=False, metavar="[AGENDA|SESSION]")
@click.option("--session", help="Name of the session; by default the agenda's own.")
@click.option(
    "--rehearse",
    is_flag=False,
    flag_value=1.0,
    default=None,
    type=click.FloatRange(min=0, min_open=True),
    metavar="[SPEED]",
    help="Run it on a simulated clock, SPEED times as fast, in a session of its own.",
)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and bad links.")
@click.option("--theme", type=click.Choice(["dark", "light"]))
@click.option("--hand", help="Your initials, kept with what you enter.")
@with_shell
def command(
    shell: Shell,
    what: str | None,
    session: str | None,
    rehearse: float | None,
    plain: bool,
    theme: str | None,
    hand: str | None,
) -> int:
    """Open a meeting: an AGENDA begins its session or goes on with it, a SESSION goes on."""
    if what is None:
        from meeting_tui.shell.choosing import chosen

        what = chosen(shell)
    seat = Seat("desk", hand or str(shell.settings.hand.value))
    if not plain and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessionError(shell.say("shell.no_terminal"))
    opened = _open(shell, what, session, rehearse, seat)
    if plain:
        from meeting_tui.shell.plain import run_plain

        return run_plain(opened, seat, shell.language, rehearse)
    from meeting_tui.ui.running import run_screen

    chosen_theme = theme or str(shell.settings.theme.value)
    return run_screen(opened, seat, shell.settings, chosen_theme, rehearse)


def _open(
    shell: Shell, what: str, session: str | None, rehearse: float | None, seat: Seat
) -> Opened:
    path = agenda_path(what)
    if path is None:
        return open_session(shell.find(what), seat)
    # A session that is gone on with needs no agenda file.
    from meeting_tui.agenda.toml_file import load_agenda

    agenda = load_agenda(path)
    name = session or (f"{agenda.id}-rehearsal" if rehearse else agenda.id)
    folder = SessionFolder(shell.sessions / legal_name(name))
    if folder.is_there() and not (rehearse and session is None):
        return open_session(folder, seat)
    if folder.is_there():
        folder = _free_name(shell, name)
    now = rehearsal_start(agenda) if rehearse else datetime.now(UTC)
    begin(folder, agenda, now, seat, rehearsal=rehearse is not None)
    return open_session(folder, seat, is_new=True)


def _free_name(shell: Shell, name: str) -> SessionFolder:
    number = 2
    while (shell.sessions / legal_name(f"{name}-{number}")).exists():
        number += 1
    return new_session(f"{name}-{number}", shell.sessions)
