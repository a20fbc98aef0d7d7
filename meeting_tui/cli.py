"""The command `meeting-tui`: finds the subcommand, loads only what it needs, says errors plainly.

Exit codes: 0 done, 1 refused or invalid, 2 wrong usage, 3 the log is damaged.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from meeting_tui.errors import LogDamaged, MeetingTuiError, why
from meeting_tui.words import Sentence, in_language

COMMANDS = {
    "run": "Open a meeting on the screen.",
    "demo": "Look around in a day under way, with invented statements.",
    "do": "Do one or more acts in a session.",
    "play": "Play a script of timed acts into a session.",
    "slip": "Print what the Chair needs to know now.",
    "times": "Say who has spoken how long, and who has not been heard.",
    "checklist": "Say what is still open before the report is final.",
    "export": "Export a session in other formats.",
    "forecast": "Say when it will end, who can speak, and what would make it end on time.",
    "agenda": "Check an agenda file.",
    "session": "List, show, verify or rebuild sessions.",
    "shared": "Keep meetings on a server, for seats on several machines.",
    "delegations": "Look up a delegation as the input line does.",
    "settings": "Show every setting and where it comes from.",
}
"""Each command, its short help; the module of the same name in `shell` holds it."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a day's work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name != "run":  # which is still starting until its screen stands
            gc.enable()
        module = import_module(f"meeting_tui.shell.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _tell_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked:
        return
    # Asked for seldom, and slow to import.
    from importlib.metadata import PackageNotFoundError, version

    try:
        number = version("meeting-tui")
    except PackageNotFoundError:
        number = "0+unknown"
    click.echo(f"meeting-tui, version {number}")
    ctx.exit()


@click.group(cls=LazyGroup, invoke_without_command=True)
@click.option("--sessions", metavar="DIR", help="The folder of the sessions.")
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
@click.option("--lang", type=click.Choice(["en", "zh"]), help="Language of the messages.")
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_tell_version,
    help="Show the version and exit.",
)
@click.pass_context
def cli(ctx: click.Context, sessions: str | None, as_json: bool, lang: str | None) -> None:
    """Run an intergovernmental meeting from the secretariat's table."""
    given = {"sessions": sessions, "json": as_json, "language": lang}
    ctx.ensure_object(dict).update(given)
    if ctx.invoked_subcommand is None:
        ctx.invoke(import_module("meeting_tui.shell.run_command").choose)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code."""
    gc.set_threshold(100_000)  # most commands make many objects, drop few, and end soon
    _speak_safely()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; what Python still holds of it must not complain.
        sys.stdout = io.StringIO()
        return 1
    return code


def _run(arguments: list[str] | None) -> int:
    call: dict[str, Any] = {}  # what was asked for, and the language that was settled on
    try:
        result: Any = cli.main(
            args=arguments, prog_name="meeting-tui", standalone_mode=False, obj=call
        )
    except MeetingTuiError as fault:
        return _complain(fault.said, call, 3 if isinstance(fault, LogDamaged) else 1)
    except click.UsageError as fault:
        _show_usage(fault, call)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("", err=True)
        return 1
    except BrokenPipeError:
        raise
    except OSError as fault:
        place = str(fault.filename) if fault.filename else Sentence("fault.the_system")
        return _complain(Sentence("fault.at", place=place, what=why(fault)), call, 1)
    except Exception as fault:
        # The program's edge: a person gets a sentence, a programmer may have the whole of it.
        if os.environ.get("MEETING_TUI_TRACEBACK"):
            raise
        return _complain(_unforeseen(fault), call, 1)
    return result if isinstance(result, int) else 0


def _show_usage(fault: click.UsageError, call: dict[str, Any]) -> None:
    """How the command is used, with what was typed made safe for the terminal."""
    said: Sentence | str = getattr(fault, "said", fault.format_message())
    parts = [Sentence("fault.usage_error", said=said)]
    if fault.ctx is not None:
        usage = fault.ctx.get_usage().removeprefix("Usage: ")
        command = f"{fault.ctx.command_path} {fault.ctx.help_option_names[0]}"
        parts.insert(0, Sentence("fault.usage", line=usage))
        parts.insert(1, Sentence("fault.usage_help", command=command))
        parts.insert(2, Sentence("fault.these", names=""))
    for part in parts:
        for line in in_language(part, _language(call)).split("\n"):
            _echo(line)


def _complain(said: Sentence | str, call: dict[str, Any], code: int) -> int:
    _echo(f"meeting-tui: {in_language(said, _language(call))}")
    return code


def _language(call: dict[str, Any]) -> str:
    """The language to complain in: the one settled on, else the likeliest."""
    # Most calls have nothing to complain of.
    from meeting_tui.desk.settings import likely_language

    return call.get("spoken") or likely_language(call.get("language"))


def _echo(line: str) -> None:
    from meeting_tui.text import display

    click.echo(display(line), err=True)


def _unforeseen(fault: Exception) -> Sentence:
    kind, said = type(fault).__name__, str(fault)
    return Sentence("fault.unforeseen", kind=kind, said=said, variable="MEETING_TUI_TRACEBACK")


def _speak_safely() -> None:
    """UTF-8 into pipes whatever the locale; a character that cannot be shown ends nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
