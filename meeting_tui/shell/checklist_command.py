"""`meeting-tui checklist`: what is still open before the report of a session is final.

It only reads, so it can run beside the desk that writes the session.
"""

from __future__ import annotations

import click

from meeting_tui.desk.as_it_stood import as_it_stood, moment_of
from meeting_tui.desk.own_list import directory_of
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import with_shell
from meeting_tui.views.look import Look
from meeting_tui.views.plain import checklist_lines, checklist_table


@click.command("checklist")
@click.argument("session")
@with_shell
def command(shell: Shell, session: str) -> int:
    """Say what is still open in SESSION before its report may be called final."""
    folder = shell.find(session)
    meeting = as_it_stood(folder).meeting
    now = moment_of(meeting, folder)
    look = Look.of(meeting.state, now, directory_of(folder.path), shell.language)
    if shell.as_json:
        shell.tell_json({"session": folder.name, "at": now.isoformat(), **checklist_table(look)})
        return 0
    for line in checklist_lines(look):
        shell.tell(line)
    return 0
