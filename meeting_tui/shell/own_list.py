"""A list of delegations of one's own: what it adds and changes, and taking it into a session."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from meeting_tui.agenda.model import Agenda
from meeting_tui.delegations.model import Delegation
from meeting_tui.desk.own_list import changes, read_own_list
from meeting_tui.shell.common import Shell
from meeting_tui.text import display

NAMED_AT_MOST = 20
"""So many changes are told one by one."""


def own_list_asked(
    shell: Shell, given: Path | None, agenda: Agenda | None = None, beside: Path | None = None
) -> tuple[Delegation, ...] | None:
    """The list that was given, after showing what it does; else the agenda's own; else None.

    `beside`: the agenda's file. Raises DirectoryError for a list that cannot be used, and
    click.Abort where somebody sees what it does and does not want it.
    """
    if given is not None:
        own = read_own_list(given)
        preview(shell, own)
        if sys.stdin.isatty() and sys.stderr.isatty():
            click.confirm(shell.say("shell.list_take"), default=True, abort=True, err=True)
        return own
    if agenda is None or agenda.delegations is None or beside is None:
        return None
    return read_own_list(beside.parent / agenda.delegations)


def preview(shell: Shell, own: Sequence[Delegation], *, is_error: bool = True) -> None:
    """Say what a list adds to the delegations that come with the program, and what it changes."""
    found = list(changes(own))
    new = [each for each in found if not each.field]
    rows = {each.code for each in found if each.field}
    shell.tell(
        shell.say("shell.list_counts", rows=len(own), new=len(new), changed=len(rows)),
        is_error=is_error,
    )
    for each in found[:NAMED_AT_MOST]:
        if each.field:
            field = shell.say(f"shell.list_field_{each.field}")
            told = shell.say(
                "shell.list_changed",
                code=each.code,
                field=field,
                before=each.before,
                after=each.after,
            )
        else:
            told = shell.say("shell.list_new", code=each.code, name=each.after)
        shell.tell(display(told), is_error=is_error)
    if len(found) > NAMED_AT_MOST:
        more = shell.say("shell.list_more", count=len(found) - NAMED_AT_MOST)
        shell.tell(more, is_error=is_error)
