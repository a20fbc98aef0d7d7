"""What all shell commands share: their options and how the settings follow from them.

Also wrong usage that the program itself finds, said in the language of the call (what the command
line's own library finds wrong is told by that, in English like its help), and what is said when a
damaged log was mended: how much is there, what is missing, what was kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from meeting_tui.desk.elsewhere import SessionMoved
from meeting_tui.session_log.chain import SetAside
from meeting_tui.shell.call import Shell
from meeting_tui.shell.going_on import called, moved
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.desk.as_it_stood import MomentAsked
    from meeting_tui.session_log.salvage import Salvaged


AT = "[DAY|+Nd ]HH:MM[:SS]"
"""How `--at` is written."""
FASTEST = 100_000.0
Say = Callable[..., str]
"""Gives the sentence of a key with its values, in the language of whoever reads it."""


class Speed(click.FloatRange):
    """How many times as fast as real time: a number above 0."""

    name = "speed"

    def __init__(self) -> None:
        super().__init__(min=0, max=FASTEST, min_open=True)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number; what is none ends the program as wrong usage."""
        speed = float(super().convert(value, param, ctx))
        if math.isnan(speed):
            raise Misuse(Sentence("fault.no_number", value=repr(value)), "'--speed'")
        return speed


def _note_language(ctx: click.Context, _: click.Parameter, language: str | None) -> str | None:
    """Keep the language before the other options are read: what is wrong there is said in it."""
    if language:
        ctx.find_root().ensure_object(dict)["language"] = language
    return language


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    language = click.option(
        "--lang",
        type=click.Choice(["en", "zh"]),
        help="Language.",
        is_eager=True,
        callback=_note_language,
    )
    as_json = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
    sessions = click.option("--sessions", metavar="DIR", help="The folder of the sessions.")
    return sessions(as_json(language(function)))


def with_shell(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the common options, also behind its name, and a `Shell` as first argument."""

    @_options
    @click.pass_context
    def command(
        ctx: click.Context, /, sessions: str | None, as_json: bool, lang: str | None, **rest: Any
    ) -> Any:
        shell = shell_of(ctx, sessions, as_json, lang)
        try:
            return function(shell, **rest)
        except SessionMoved as fault:
            raise moved(fault) from fault

    command.__name__ = function.__name__
    command.__doc__ = function.__doc__
    command.__click_params__ = [  # type: ignore[attr-defined]
        *getattr(function, "__click_params__", []),
        *command.__click_params__,  # type: ignore[attr-defined]
    ]
    return command


def with_options(function: Callable[[], None]) -> Callable[..., Any]:
    """Give a group of commands the common options; they hold for the command that follows."""

    @_options
    @click.pass_context
    def group(ctx: click.Context, /, sessions: str | None, as_json: bool, lang: str | None) -> None:
        given = {"sessions": sessions, "json": as_json, "language": lang}
        call = ctx.find_root().ensure_object(dict)
        call.update({name: value for name, value in given.items() if value})
        function()

    group.__doc__ = function.__doc__
    return group


def shell_of(
    ctx: click.Context, sessions: str | None = None, as_json: bool = False, lang: str | None = None
) -> Shell:
    """The settings of this call, options behind the command before those in front of it."""
    given = ctx.find_root().ensure_object(dict)
    options = {
        "sessions": sessions or given.get("sessions"),
        "language": lang or given.get("language"),
    }
    given["json"] = as_json or given.get("json")
    return called(options, given)


def time_asked(at: str) -> MomentAsked:
    """The local time that `--at` asks for; what is none ends the program as wrong usage."""
    # Not every command has to load what forecasts.
    from meeting_tui.desk.as_it_stood import moment_asked

    found = moment_asked(at)
    if found is None:
        raise Misuse(Sentence("fault.no_time_of_day", time=repr(at)), "--at")
    return found


class Misuse(click.UsageError):
    """Options that do not go together, or a value that none of them takes."""

    def __init__(self, what: Sentence, option: str = "") -> None:
        """`option`: the one whose value is wrong, where it is one alone."""
        wrong = Sentence("fault.wrong_value", option=option, what=what)
        self.said = wrong if option else what
        super().__init__(str(self.said))


def mended_sentences(say: Say, done: Salvaged) -> list[str]:
    """How many events were got back, then what was set aside.

    A database that was not there and is made of session.toml is no damage. What is missing the log
    itself tells.
    """
    if done.is_only_remade:
        return [say("shell.remade", count=done.kept)]
    return [
        say("shell.mended", count=done.kept),
        *_aside(say, done.database),
        *_aside(say, done.toml),
    ]


def rebuilt_sentences(say: Say, done: Salvaged) -> list[str]:
    """What the old log had more than the new one and where it is, then what is missing."""
    told = []
    if done.database and done.database.path:
        key = "shell.rebuilt_lacks" if done.left else "shell.rebuilt_equal"
        told.append(say(key, count=done.left, path=str(done.database.path)))
    return [*told, *_rest(say, done)]


def _rest(say: Say, done: Salvaged) -> list[str]:
    """What was set aside of the text and what is missing, a sentence each."""
    told = _aside(say, done.toml)
    if done.missing:
        stretches = ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in done.missing)
        told.append(say("shell.missing", stretches=stretches))
    return told


def _aside(say: Say, aside: SetAside | None) -> list[str]:
    if aside is None or aside.path is None:
        return []
    return [say("shell.set_aside", path=str(aside.path), size=aside.bytes)]
