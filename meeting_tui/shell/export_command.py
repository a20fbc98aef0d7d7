"""`meeting-tui export`: a session in other formats, for the report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from meeting_tui.desk.exporting import export_files, write_files
from meeting_tui.errors import InvalidInput
from meeting_tui.shell.common import Shell, with_shell


@click.command("export")
@click.argument("session")
@click.option(
    "--format",
    "formats",
    default="json",
    metavar="F[,F]",
    help="json, markdown, csv, csv-speeches, csv-events, toml; json by default.",
)
@click.option(
    "--to", "target", metavar="DIR|-", help="A folder (the session's `export`), or - for a pipe."
)
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
    wanted = tuple(dict.fromkeys(each.strip() for each in formats.split(",") if each.strip()))
    if not wanted:
        raise click.BadParameter("no format is named", param_hint="--format")
    try:
        files = export_files(folder, wanted, language=shell.language, naming=names)
    except InvalidInput as fault:
        raise click.BadParameter(
            f"{fault.what}; expected {fault.expected}", param_hint="--format"
        ) from fault
    if target == "-":
        return _to_pipe(files)
    written = write_files(files, Path(target) if target else folder.path / "export")
    if shell.as_json:
        shell.tell_json([str(path) for path in written])
    else:
        for path in written:
            shell.tell(shell.say("shell.exported", path=str(path)))
    return 0


def _to_pipe(files: dict[str, bytes]) -> int:
    if len(files) != 1:
        raise click.BadParameter(
            f"{', '.join(files)} are {len(files)} files; standard output takes one",
            param_hint="--to",
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(next(iter(files.values())))
    sys.stdout.buffer.flush()
    return 0
