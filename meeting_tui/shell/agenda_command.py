"""`meeting-tui agenda check`: is this file fit to run a meeting?"""

from __future__ import annotations

from pathlib import Path

import click

from meeting_tui.agenda.toml_file import check_agenda, load_agenda
from meeting_tui.desk.own_list import read_own_list
from meeting_tui.errors import DirectoryError, InvalidInput
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import with_options, with_shell


@click.group("agenda")
@with_options
def command() -> None:
    """Check agenda files."""


def _list_faults(file: Path) -> tuple[InvalidInput, ...]:
    """What is wrong with the list of delegations that an agenda names, which is right itself."""
    agenda = load_agenda(file)
    if agenda.delegations is None:
        return ()
    try:
        read_own_list(file.parent / agenda.delegations)
    except DirectoryError as fault:
        return (fault,)
    return ()


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@with_shell
def check(shell: Shell, file: Path) -> int:
    """Check FILE: exit code 0, or 1 with file:line, what is wrong and what to write instead."""
    errors: tuple[InvalidInput, ...] = check_agenda(file) or _list_faults(file)
    if shell.as_json:
        told = [
            {
                "line": each.line,
                "key": each.key,
                "what": str(each.what),
                "expected": str(each.expected) if each.expected else None,
                "message": each.sentence(shell.language),
            }
            for each in errors
        ]
        shell.tell_json({"file": str(file), "errors": told})
    for error in errors:
        shell.tell(error.sentence(shell.language), is_error=True)
    if not errors and not shell.as_json:
        agenda = load_agenda(file)
        shell.tell(
            shell.say(
                "shell.agenda_ok",
                path=str(file),
                title=agenda.short_title.say(shell.language),
                items=len(agenda.items),
                sittings=len(agenda.sittings),
                questions=len(agenda.questions),
            )
        )
    return 1 if errors else 0
