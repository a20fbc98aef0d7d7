"""`meeting-tui export`: a session in other formats, for the report."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from meeting_tui.desk.exporting import export_files, write_files
from meeting_tui.errors import InvalidInput
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import display


@click.command("export")
@click.argument("session")
@click.option("--format", "formats", default="json", metavar="F[,F]", help="One or more formats.")
@click.option("--to", "target", metavar="DIR|-", help="A folder, or - for standard output.")
@click.option(
    "--names",
    type=click.Choice(["named", "counted", "anonymous"]),
    default="counted",
    help="How statements are attributed in the report draft.",
)
@with_shell
def command(shell: Shell, session: str, formats: str, target: str | None, names: str) -> int:
    """Write SESSION out; always, whatever state it is in."""
    folder = shell.find(session)
    wanted = tuple(each.strip() for each in formats.split(",") if each.strip())
    files = export_files(folder, wanted, language=shell.language, naming=names)
    if target == "-":
        if len(files) != 1:
            raise InvalidInput(
                f"{len(files)} files do not go to standard output", expected="a format of one file"
            )
        sys.stdout.buffer.write(next(iter(files.values())))
        sys.stdout.buffer.flush()
        return 0
    written = write_files(files, Path(target) if target else folder.path / "export")
    if shell.as_json:
        click.echo(json.dumps([str(path) for path in written], ensure_ascii=False))
    else:
        for path in written:
            click.echo(display(shell.say("shell.exported", path=str(path))))
    return 0
