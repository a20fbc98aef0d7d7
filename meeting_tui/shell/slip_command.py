"""`meeting-tui slip`: what the Chair needs to know, as text for a printer or a second terminal.

It only reads, so it can run beside the desk that writes the session.
"""

from __future__ import annotations

from time import sleep

import click

from meeting_tui.desk.as_it_stood import Stood, as_it_stood, moment_of
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.chain import Head, anchor
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import AT, Misuse, time_asked, with_shell
from meeting_tui.views.look import Look
from meeting_tui.views.slip import make_slip, slip_lines
from meeting_tui.words import Sentence

LOOK_SECONDS = 0.5


@click.command("slip")
@click.argument("session")
@click.option("--follow", is_flag=True, help="Print it again whenever something happens.")
@click.option(
    "--at",
    metavar=AT,
    help="Show it as it was then. Local time, on the first day if no day is named.",
)
@with_shell
def command(shell: Shell, session: str, follow: bool, at: str | None) -> int:
    """Print the Chair's slip of SESSION: now, next, when it ends, what to propose."""
    folder = shell.find(session)
    if at is not None:
        if follow:
            raise Misuse(Sentence("fault.at_or_follow"))
        _print(shell, folder, as_it_stood(folder, time_asked(at)))
        return 0
    try:
        seen = _print_if_new(shell, folder, "")
        while follow:
            sleep(LOOK_SECONDS)
            seen = _print_if_new(shell, folder, seen)
    except KeyboardInterrupt:
        pass  # this is how following ends
    return 0


def _print_if_new(shell: Shell, folder: SessionFolder, seen: str) -> str:
    """Print the slip unless the log still ends with the entry of that hash; the hash it has now."""
    log = folder.read()
    try:
        head = log.head()
        if head.seq and head.hash == seen:
            return seen
        meeting = replay(log.read())
    finally:
        log.close()
    if seen and not shell.as_json:
        shell.tell("")
    _print(shell, folder, Stood(meeting, moment_of(meeting, folder)), head)
    return head.hash


def _print(shell: Shell, folder: SessionFolder, stood: Stood, head: Head | None = None) -> None:
    """Print a slip; that of now with the anchor of the log."""
    meeting, now = stood.meeting, stood.now
    names = directory_of(folder.path)
    look = Look.of(meeting.state, now, names, shell.language, meeting.stood)
    lines = slip_lines(make_slip(look), shell.language)
    if head is not None:
        lines.append(shell.say("slip.anchor", seq=head.seq, anchor=anchor(head)))
    if shell.as_json:
        shell.tell_json({"session": folder.name, "at": now.isoformat(), "slip": lines})
        return
    for line in lines:
        shell.tell(line)
