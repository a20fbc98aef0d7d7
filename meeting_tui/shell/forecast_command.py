"""`meeting-tui forecast`: when it will end and what would make it end on time, now or as it stood.

It reads only, so that the Chair's office may ask while the session is open at the table.
"""

from __future__ import annotations

import click

from meeting_tui.desk.as_it_stood import as_it_stood
from meeting_tui.desk.own_list import directory_of
from meeting_tui.shell.common import AT, Shell, time_asked, with_shell
from meeting_tui.views.look import Look


@click.command("forecast")
@click.argument("session")
@click.option(
    "--at",
    metavar=AT,
    help="Show the meeting as it was then. Local time; by default its newest entry.",
)
@with_shell
def command(shell: Shell, session: str, at: str | None) -> int:
    """Say when SESSION will end, who can speak, and what would make it end on time."""
    folder = shell.find(session)
    stood = as_it_stood(folder, None if at is None else time_asked(at))
    meeting, names = stood.meeting, directory_of(folder.path)
    look = Look.of(meeting.state, stood.now, names, shell.language, meeting.stood)
    if shell.as_json:
        from meeting_tui.report.plain_values import forecast_with

        shell.tell_json(forecast_with(look.projection, look.advice, shell.language))
        return 0
    from meeting_tui.views.forecast_text import forecast_lines

    for line in forecast_lines(look):
        shell.tell(line)
    return 0
