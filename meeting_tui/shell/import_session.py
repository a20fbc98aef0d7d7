"""`meeting-tui session import`: a session made from what another one was exported as."""

from __future__ import annotations

from pathlib import Path

import click

from meeting_tui.shell.common import Shell, with_shell


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--session",
    "name",
    default="",
    metavar="NAME",
    help="Name of the session; by default the name in FILE.",
)
@with_shell
def import_file(shell: Shell, file: Path, name: str) -> int:
    """Make a session from FILE, an exported session.toml or session.json, unless it was altered.

    Texts received are imported too, from a folder `texts` beside FILE.
    """
    # Only who imports waits for what reads the files.
    from meeting_tui.desk.importing import import_session

    done = import_session(file, shell.sessions, name=name)
    if shell.as_json:
        told = {"session": done.folder.name, "path": str(done.folder.path)}
        shell.tell_json({**told, "events": done.events, "texts": done.texts})
        return 0
    params: dict[str, str | int] = {"path": str(file), "count": done.events}
    shell.tell(shell.say("export.imported", name=done.folder.name, **params))
    if done.texts:
        shell.tell(shell.say("export.texts_imported", count=done.texts))
    return 0
