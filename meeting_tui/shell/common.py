"""What all shell commands share: their options, the settings, and how a session or agenda is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from meeting_tui.desk.minting import Seat
from meeting_tui.desk.sessions import SessionFolder, find_session
from meeting_tui.desk.settings import Settings, load_settings
from meeting_tui.words import say


@dataclass(frozen=True, slots=True)
class Shell:
    """How this call of the program is to behave."""

    settings: Settings
    as_json: bool

    @property
    def language(self) -> str:
        """Language of what is said."""
        return str(self.settings.language.value)

    @property
    def sessions(self) -> Path:
        """The folder sessions lie in."""
        return Path(self.settings.sessions.value)

    def seat(self, desk: str) -> Seat:
        """Who enters things at this desk."""
        return Seat(desk, str(self.settings.hand.value))

    def say(self, key: str, **params: str | int) -> str:
        """A sentence in this call's language."""
        return say(key, self.language, **params)

    def find(self, name: str) -> SessionFolder:
        """The session of that name or path; raises SessionError."""
        return find_session(name, self.sessions)


def with_shell(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the common options, also behind its name, and a `Shell` as first argument."""

    @click.option("--sessions", metavar="DIR", help="Where sessions lie.")
    @click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
    @click.option("--lang", type=click.Choice(["en", "zh"]), help="Language of what is said.")
    @click.pass_context
    def command(
        ctx: click.Context, /, sessions: str | None, as_json: bool, lang: str | None, **rest: Any
    ) -> Any:
        return function(shell_of(ctx, sessions, as_json, lang), **rest)

    command.__name__ = function.__name__
    command.__doc__ = function.__doc__
    command.__click_params__ = [  # type: ignore[attr-defined]
        *getattr(function, "__click_params__", []),
        *command.__click_params__,  # type: ignore[attr-defined]
    ]
    return command


def shell_of(
    ctx: click.Context, sessions: str | None = None, as_json: bool = False, lang: str | None = None
) -> Shell:
    """The settings of this call, options behind the command before those in front of it."""
    given = ctx.find_root().obj or {}
    options = {
        "sessions": sessions or given.get("sessions"),
        "language": lang or given.get("language"),
    }
    return Shell(load_settings(options), as_json or bool(given.get("json")))


def packaged_agendas() -> Path:
    """The folder of agendas that come with the program: beside the package, or inside it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_agendas"
    return inside if inside.is_dir() else package.parent / "agendas"


def agenda_path(name: str) -> Path | None:
    """The agenda file of that path, or of that name among those that come with the program."""
    given = Path(name)
    if given.is_file() and given.suffix == ".toml" and given.name != "session.toml":
        return given
    stem = given.name.removesuffix(".toml")
    for folder in (Path("agendas"), packaged_agendas()):
        path = folder / f"{stem}.toml"
        if path.is_file():
            return path
    return None
