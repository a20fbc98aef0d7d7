"""`meeting-tui delegations`: look a delegation up as the input line does."""

from __future__ import annotations

import click

from meeting_tui.delegations.directory import load_directory
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import clean_line, fit


@click.command("delegations")
@click.argument("text", nargs=-1, required=True)
@with_shell
def command(shell: Shell, text: tuple[str, ...]) -> int:
    """Look a delegation up by code, name or alias in any of six languages."""
    directory = load_directory()
    sought = clean_line(" ".join(text))
    matches = directory.look_up(sought)
    if shell.as_json:
        shell.tell_json(
            [
                {
                    "code": match.delegation.code,
                    "name": directory.name(match.delegation.code, shell.language),
                    "kind": match.delegation.kind,
                    "matched": match.matched,
                    "groups": list(match.delegation.groups),
                }
                for match in matches
            ]
        )
    if not matches:
        shell.tell(shell.say("shell.nothing_like", text=sought), is_error=True)
        return 1
    for match in () if shell.as_json else matches:
        name = directory.name(match.delegation.code, shell.language)
        shown = "" if match.matched == name else match.matched
        row = f"{fit(match.delegation.code, 9)} {fit(name, 40)} {match.delegation.kind}  {shown}"
        shell.tell(row.rstrip())
    return 0
