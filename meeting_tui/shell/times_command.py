"""`meeting-tui times`: who has had how much of the floor, and who has not been heard.

It only reads, so it can run beside the desk that writes the session.
"""

from __future__ import annotations

import click

from meeting_tui.desk.as_it_stood import Stood, as_it_stood, moment_of
from meeting_tui.desk.own_list import directory_of
from meeting_tui.errors import SessionError
from meeting_tui.meeting.speaking_time import GROUPINGS
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import AT, time_asked, with_shell


@click.command("times")
@click.argument("session")
@click.option("--item", metavar="ID", help="Only this item; by default all items together.")
@click.option(
    "--by", type=click.Choice(GROUPINGS), default=GROUPINGS[0], help="One row for each of these."
)
@click.option(
    "--at",
    metavar=AT,
    help="Show it as it was then. Local time, on the first day if no day is named.",
)
@with_shell
def command(shell: Shell, session: str, item: str | None, by: str, at: str | None) -> int:
    """Say who spoke how often and how long in SESSION, and who has not been heard."""
    folder = shell.find(session)
    if at is None:
        meeting = as_it_stood(folder).meeting
        stood = Stood(meeting, moment_of(meeting, folder))
    else:
        stood = as_it_stood(folder, time_asked(at))
    state, now = stood.meeting.state, stood.now
    from meeting_tui.views.look import Look
    from meeting_tui.views.speaking_times import TimesText, no_such_item

    unknown = no_such_item(state, item) if item is not None else None
    if unknown:
        raise SessionError(unknown)
    look = Look.of(state, now, directory_of(folder.path), shell.language)
    if shell.as_json:
        from meeting_tui.report.plain_values import times_table

        table = times_table(look, by, item)
        shell.tell_json({"session": folder.name, "at": now.isoformat(), **table})
        return 0
    for line in TimesText(look, by, item).lines():
        shell.tell(line)
    return 0
