"""One call of the program: how it is to behave, and where it finds sessions and agendas.

Nothing here waits for the library of the command line: a meeting that is gone on with needs none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from meeting_tui.desk.sessions import DATABASE, TOML, SessionFolder, find_session
from meeting_tui.desk.settings import Settings
from meeting_tui.text import display
from meeting_tui.words import Value, say


class Shell(Struct, frozen=True):
    """How this call of the program is to behave."""

    settings: Settings
    as_json: bool

    @property
    def language(self) -> str:
        """Language of the messages."""
        return str(self.settings.language.value)

    @property
    def sessions(self) -> Path:
        """The folder sessions lie in."""
        return Path(self.settings.sessions.value)

    @property
    def body(self) -> str:
        """The body of meetings whose rules name none, as the settings have it."""
        return str(self.settings.body.value)

    def say(self, key: str, **params: Value) -> str:
        """A sentence in this call's language."""
        return say(key, self.language, **params)

    def find(self, name: str) -> SessionFolder:
        """The session of that name or path; raises SessionError."""
        return find_session(name, self.sessions)

    def tell(self, text: str, *, is_error: bool = False) -> None:
        """Write one line: to standard output, or to standard error."""
        from click import echo  # late: a screen that opens has nothing to write

        echo(display(text), err=is_error)

    def tell_json(self, value: Any) -> None:
        """Write a value as one line of JSON."""
        from json import dumps

        from click import echo

        echo(dumps(value, ensure_ascii=False))


def packaged_agendas() -> Path:
    """The folder of agendas that come with the program: beside the package, or inside it."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_agendas"
    return inside if inside.is_dir() else package.parent / "agendas"


def agenda_path(name: str) -> Path | None:
    """The agenda file of that path, or of that name among those that come with the program."""
    given = Path(name)
    if given.is_file() and given.name not in (TOML, DATABASE):
        return given
    stem = given.name.removesuffix(".toml")
    for folder in (Path("agendas"), packaged_agendas()) if stem else ():
        path = folder / f"{stem}.toml"
        if path.is_file():
            return path
    return None
