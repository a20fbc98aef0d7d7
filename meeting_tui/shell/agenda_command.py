"""`meeting-tui agenda check`: is this file fit to run a meeting?"""

from __future__ import annotations

import json
from pathlib import Path

import click

from meeting_tui.agenda.toml_file import check_agenda, load_agenda
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import display


@click.group("agenda")
def command() -> None:
    """Check agenda files."""


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@with_shell
def check(shell: Shell, file: Path) -> int:
    """Check FILE: exit code 0, or 1 with file:line, what is wrong and what was expected."""
    errors = check_agenda(file)
    if shell.as_json:
        told = [
            {"line": e.line, "key": e.key, "what": e.what, "expected": e.expected} for e in errors
        ]
        click.echo(json.dumps({"file": str(file), "errors": told}, ensure_ascii=False))
    if errors:
        if not shell.as_json:
            for error in errors:
                click.echo(display(str(error)), err=True)
        return 1
    if not shell.as_json:
        agenda = load_agenda(file)
        click.echo(
            shell.say(
                "shell.agenda_ok",
                path=str(file),
                title=agenda.short_title.say(shell.language),
                items=len(agenda.items),
                sittings=len(agenda.sittings),
                questions=len(agenda.questions),
            )
        )
    return 0
