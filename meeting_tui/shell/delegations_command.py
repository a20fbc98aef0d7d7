"""`meeting-tui delegations`: look a delegation up as the input line does."""

from __future__ import annotations

from pathlib import Path

import click

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.own_list import beside, read_own_list
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.shell.own_list import import_participants, preview
from meeting_tui.text import clean_line, fit


@click.command("delegations")
@click.argument("text", nargs=-1)
@click.option(
    "--list",
    "own_list",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A list of your own (CSV or Excel); without TEXT, what it adds and changes.",
)
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="LIST",
    help="With `import FILE`: the list that is written.",
)
@with_shell
def command(shell: Shell, text: tuple[str, ...], own_list: Path | None, to: Path | None) -> int:
    """Look up a delegation by code, name or alias in any of six languages.

    `import FILE` makes a list of your own from a list of participants.
    """
    if text[:1] == ("import",) and len(text) > 1:
        if len(text) > 2 or own_list is not None:
            raise click.UsageError(shell.say("shell.import_one_file"))
        return import_participants(shell, Path(text[1]), to)
    if to is not None:
        raise click.UsageError(shell.say("shell.import_one_file"))
    own = () if own_list is None else read_own_list(own_list)
    if own and not text:
        preview(shell, own, is_error=False)
        return 0
    if not text:
        raise click.UsageError(shell.say("shell.list_or_text"))
    return _look_up(shell, beside(own), text)


def _look_up(shell: Shell, directory: Directory, text: tuple[str, ...]) -> int:
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
