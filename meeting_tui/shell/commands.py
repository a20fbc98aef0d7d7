"""The commands by the library of the command line: found by name, loaded when they are called."""

from __future__ import annotations

import gc
from collections.abc import Callable
from importlib import import_module
from typing import Any

import click

from meeting_tui.words import Sentence

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
    "serve": "Show the meeting to browsers: the room's screen, the Chair's tablet, the agenda.",
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


def called(
    arguments: list[str] | None, call: dict[str, Any], tell: Callable[[Sentence], None]
) -> int:
    """Call the command that was typed; its exit code. What of the usage is wrong is told."""
    try:
        result: Any = cli.main(
            args=arguments, prog_name="meeting-tui", standalone_mode=False, obj=call
        )
    except click.UsageError as fault:
        for said in _of_usage(fault):
            tell(said)
        return 2
    except click.Abort as fault:
        raise KeyboardInterrupt from fault
    return result if isinstance(result, int) else 0


def _of_usage(fault: click.UsageError) -> list[Sentence]:
    """How the command is used, and what was wrong."""
    said: Sentence | str = getattr(fault, "said", fault.format_message())
    parts = [Sentence("fault.usage_error", said=said)]
    if fault.ctx is not None:
        usage = fault.ctx.get_usage().removeprefix("Usage: ")
        command = f"{fault.ctx.command_path} {fault.ctx.help_option_names[0]}"
        parts.insert(0, Sentence("fault.usage", line=usage))
        parts.insert(1, Sentence("fault.usage_help", command=command))
        parts.insert(2, Sentence("fault.these", names=""))
    return parts
