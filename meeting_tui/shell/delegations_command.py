"""`meeting-tui delegations`: look a delegation up, or make a list of your own.

What such a list adds and changes is shown here, also when a meeting takes it along.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from meeting_tui.agenda.model import Agenda
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import Delegation
from meeting_tui.delegations.participants import TAKEN, Line
from meeting_tui.delegations.table import table_bytes
from meeting_tui.desk.own_list import beside, changes, read_own_list, read_participants_of
from meeting_tui.session_log.files import write_atomic
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import with_shell
from meeting_tui.text import clean_line, display, fit

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


def import_participants(shell: Shell, path: Path, to: Path | None) -> int:
    """Write a list of one's own from a list of participants; somebody at a terminal sees it first.

    Raises DirectoryError where no delegation is found: then nothing is written.
    """
    read = read_participants_of(path)
    target = to or Path(f"{path.stem}-delegations.csv")
    if target.exists():
        shell.tell(shell.say("shell.import_exists", path=str(target)), is_error=True)
        return 1
    if _is_seen(shell):
        for each in read.lines:
            shell.tell(display(_beside(each)))
        click.confirm(shell.say("shell.import_take", path=str(target)), default=True, abort=True)
    write_atomic(target, table_bytes(read.delegations))
    if shell.as_json:
        shell.tell_json(
            {
                "file": str(path),
                "to": str(target),
                "delegations": len(read.delegations),
                "passed_over": read.passed_over,
                "rows": [_row(each) for each in read.lines if each.doubt in TAKEN],
                "unsure": [
                    {**_row(each), "doubt": each.doubt, "sentence": _doubt(shell, each).strip()}
                    for each in read.unsure
                ],
            }
        )
        return 0
    count = len(read.delegations)
    shell.tell(shell.say("shell.import_wrote", count=count, path=str(target)))
    if read.passed_over:
        shell.tell(shell.say("shell.import_passed", count=read.passed_over))
    if read.unsure:
        shell.tell(shell.say("shell.import_unsure", count=len(read.unsure)))
    for each in read.unsure:
        shell.tell(display(_doubt(shell, each)))
    return 0


def _is_seen(shell: Shell) -> bool:
    """Whether somebody at a terminal sees what is shown and can say yes or no."""
    return not shell.as_json and sys.stdin.isatty() and sys.stdout.isatty()


def _beside(line: Line) -> str:
    """A line of the source and what it was taken for, side by side."""
    found = line.delegation if line.doubt in TAKEN else None
    taken = f"{fit(found.code, 9)} {fit(found.name, 23)} {found.kind}" if found else "–"
    return f"{fit(line.text, 27)} {'?' if line.doubt else ' '} {taken}".rstrip()


def _row(line: Line) -> dict[str, str | int | None]:
    found = line.delegation
    return {
        "line": line.number,
        "text": line.text,
        "code": found.code if found else None,
        "name": found.name if found else None,
        "kind": found.kind if found else None,
    }


def _doubt(shell: Shell, line: Line) -> str:
    found = line.delegation
    told: dict[str, str | int] = {"line": line.number, "text": line.text}
    if found is None:
        return shell.say(f"shell.import_{line.doubt}", **told)
    of_whom = {"code": found.code, "kind": found.kind, "name": found.name}
    return shell.say(f"shell.import_{line.doubt}", **told, **of_whom)


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
