"""`meeting-tui delegations`: look a delegation up as the input line does."""

from __future__ import annotations

import json

import click

from meeting_tui.delegations.directory import load_directory
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import clean_line, display, fit


@click.command("delegations")
@click.argument("text", nargs=-1, required=True)
@with_shell
def command(shell: Shell, text: tuple[str, ...]) -> int:
    """Look a delegation up by code, name or alias in any of six languages."""
    directory = load_directory()
    sought = clean_line(" ".join(text))
    matches = directory.look_up(sought)
    if shell.as_json:
        found = [
            {
                "code": match.delegation.code,
                "name": directory.name(match.delegation.code, shell.language),
                "kind": match.delegation.kind,
                "matched": match.matched,
                "groups": list(match.delegation.groups),
            }
            for match in matches
        ]
        click.echo(json.dumps(found, ensure_ascii=False))
    elif not matches:
        click.echo(display(shell.say("shell.nothing_like", text=sought)), err=True)
    else:
        for match in matches:
            name = directory.name(match.delegation.code, shell.language)
            shown = "" if match.matched == name else match.matched
            row = (
                f"{fit(match.delegation.code, 9)} {fit(name, 40)} {match.delegation.kind}  {shown}"
            )
            click.echo(display(row).rstrip())
    return 0 if matches else 1
