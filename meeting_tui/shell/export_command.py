"""`meeting-tui export`: a session in other formats, for the report."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from meeting_tui.desk.exporting import export_files, write_files
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import InvalidInput, TemplateError
from meeting_tui.report.formats import format_named
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.shell.word_template import read_template, told_of_template, write_sample


@click.command("export")
@click.argument("session", required=False)
@click.option(
    "--format",
    "formats",
    default="json",
    metavar="F[,F]",
    help="json, markdown, word, pdf, csv, csv-speeches, csv-events, toml; json by default.",
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
@click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A Word document with tags that word and pdf are set in.",
)
@click.option(
    "--template-sample",
    "sample",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a template to begin with, in the built-in look, and nothing else.",
)
@with_shell
def command(
    shell: Shell,
    session: str | None,
    formats: str,
    target: str | None,
    names: str,
    template: Path | None,
    sample: Path | None,
) -> int:
    """Write SESSION out; always, whatever state it is in."""
    if sample is not None:
        return write_sample(shell, sample)
    if session is None:
        raise click.UsageError("Missing argument 'SESSION'.")
    folder = shell.find(session)
    wanted = tuple(dict.fromkeys(each.strip() for each in formats.split(",") if each.strip()))
    if not wanted:
        raise click.BadParameter("no format is named", param_hint="--format")
    if template is not None and not any(_is_of_pages(name) for name in wanted):
        raise click.BadParameter("a template is for word or pdf", param_hint="--template")
    with told_of_template(template):
        files = _files(shell, folder, wanted, names, template)
    if target == "-":
        return _to_pipe(files)
    written = write_files(files, Path(target) if target else folder.path / "export")
    if shell.as_json:
        shell.tell_json([str(path) for path in written])
    else:
        for path in written:
            shell.tell(shell.say("shell.exported", path=str(path)))
    return 0


def _is_of_pages(name: str) -> bool:
    found = format_named(name)
    return found is not None and found.is_of_pages


def _files(
    shell: Shell,
    folder: SessionFolder,
    wanted: tuple[str, ...],
    names: str,
    template: Path | None,
) -> dict[str, bytes]:
    """The content of each file; what had to be left out is told on standard error."""
    try:
        return export_files(
            folder,
            wanted,
            language=shell.language,
            naming=names,
            template=None if template is None else read_template(template),
            tell=lambda sentence: shell.tell(sentence, is_error=True),
        )
    except TemplateError:
        raise
    except InvalidInput as fault:
        raise click.BadParameter(
            f"{fault.what}; expected {fault.expected}", param_hint="--format"
        ) from fault


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
