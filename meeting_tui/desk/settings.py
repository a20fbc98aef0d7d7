"""A person's settings: a TOML file in their configuration folder, environment and options above it.

Each setting knows where its value came from, so that `meeting-tui settings` can say so.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from meeting_tui.desk.sessions import default_sessions_folder
from meeting_tui.errors import AgendaError, SettingsError
from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.patterns import late_pattern
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence

LANGUAGES = ("en", "zh")
THEMES = ("dark", "light")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}
"""What may stand between the cells of a CSV table."""

_SHAPES: dict[str, tuple[type, Sentence]] = {
    "language": (str, Sentence("set_fault.want_language")),
    "theme": (str, Sentence("set_fault.want_theme")),
    "hand": (str, Sentence("set_fault.want_initials")),
    "name": (str, Sentence("set_fault.want_name")),
    "sessions": (str, Sentence("set_fault.want_folder")),
    "csv_separator": (str, Sentence("set_fault.want_separator")),
    "private_exports": (bool, Sentence("plan_fault.true_or_false")),
    "sound": (bool, Sentence("plan_fault.true_or_false")),
    "body": (str, Sentence("set_fault.want_body")),
    "learn": (bool, Sentence("plan_fault.true_or_false")),
    "keys": (dict, Sentence("set_fault.want_keys")),
    "shared": (dict, Sentence("set_fault.want_servers")),
}

_BEGUN = late_pattern(r"^\s*[^\s#]", re.MULTILINE)
"""A line that is neither empty nor a comment."""

_BODY = late_pattern(r"[\w.-]{1,60}")

_SAID_LANGUAGE = re.compile(rb"""^\s*language\s*=\s*["'](?P<language>en|zh)["']""", re.MULTILINE)

_SECRET = late_pattern(r"://[^/@]*:[^/@]*@|[?&](ssl)?password=", re.IGNORECASE)
"""A password in the address of a server: this program shows addresses, and keeps no password."""

_VARIABLES = {
    "language": "MEETING_TUI_LANG",
    "theme": "MEETING_TUI_THEME",
    "hand": "MEETING_TUI_HAND",
    "name": "MEETING_TUI_NAME",
    "sessions": "MEETING_TUI_SESSIONS",
}


class Setting(Struct, frozen=True):
    """One value and where it came from."""

    value: Any
    source: str
    """`default`, `file`, `environment`, `system` or `option`."""


class Settings(Struct, frozen=True):
    """Everything a person may set."""

    language: Setting
    theme: Setting
    hand: Setting
    name: Setting
    """Shown to the other seats; its initials stand for `hand` where that is not set."""
    sessions: Setting
    csv_separator: Setting
    """One of `SEPARATORS`."""
    private_exports: Setting
    """Whether exports outside a session's folder are for their owner alone."""
    sound: Setting
    body: Setting
    """Id of the body of meetings whose rules name none; empty: by the agenda's short title."""
    learn: Setting
    """Whether the timekeeper learns from earlier meetings of the body."""
    keys: Setting
    """Act -> key of one's own."""
    shared: Setting
    """Name -> address of a server with a shared log."""
    path: Path
    """Of the settings file, there or not."""

    def named(self) -> dict[str, Setting]:
        """Every setting by its name."""
        return {name: getattr(self, name) for name in _SHAPES}


def settings_path() -> Path:
    """Where the settings file is looked for."""
    from platformdirs import user_config_path

    return user_config_path("meeting-tui", appauthor=False) / "settings.toml"


def load_settings(
    options: Mapping[str, Any] | None = None,
    *,
    path: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """The settings in force: an option before the environment, the file, the default.

    Raises SettingsError for a value that cannot be used, saying where it stands.
    """
    path = path or settings_path()
    environment = os.environ if environment is None else environment
    chosen = {
        "language": Setting("system", "default"),
        "theme": Setting("dark", "default"),
        **dict.fromkeys(("hand", "name", "sessions"), Setting("", "default")),
        "csv_separator": Setting("comma", "default"),
        "private_exports": Setting(False, "default"),
        "sound": Setting(False, "default"),
        "body": Setting("", "default"),
        "learn": Setting(True, "default"),
        "keys": Setting({}, "default"),
        "shared": Setting({}, "default"),
    }
    chosen |= {name: Setting(value, "file") for name, value in _from_file(path).items()}
    for name, variable in _VARIABLES.items():
        if environment.get(variable):
            chosen[name] = Setting(environment[variable], "environment")
    given = {name: value for name, value in (options or {}).items() if value is not None}
    chosen |= {name: Setting(value, "option") for name, value in given.items()}
    _check(chosen, path)
    if chosen["language"].value == "system":
        chosen["language"] = Setting(_system_language(environment), "system")
    sessions = chosen["sessions"]
    if sessions.value:
        chosen["sessions"] = Setting(str(_at_home(sessions.value)), sessions.source)
    else:
        chosen["sessions"] = Setting(str(default_sessions_folder()), "default")
    return Settings(**chosen, path=path)


def likely_language(option: str | None = None) -> str:
    """The language to say a fault of the settings themselves in, from what can be read of them."""
    try:
        found = _SAID_LANGUAGE.search(read_outside(settings_path(), SETTINGS))
    except OSError:
        found = None
    in_file = found["language"].decode() if found else None
    for given in (option, os.environ.get(_VARIABLES["language"]), in_file):
        if given in LANGUAGES:
            return str(given)
    return _system_language(os.environ)


def _from_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    # Most people have no such file.
    from meeting_tui.agenda.decoding import read_text
    from meeting_tui.agenda.toml_reading import read_toml

    try:
        text = read_text(path, SETTINGS)
        read = read_toml(text, path) if _BEGUN.search(text) else {}
    except AgendaError as fault:
        raise SettingsError(
            fault.what, path=path, line=fault.line, expected=fault.expected
        ) from fault
    for name, value in read.items():
        line = _line_of(name, text)
        if name not in _SHAPES:
            near = get_close_matches(name, _SHAPES, n=1)
            every = Sentence("fault.these", names=tuple(_SHAPES))
            raise SettingsError(
                Sentence("set_fault.no_setting"),
                path=path,
                line=line,
                key=name,
                expected=f"`{near[0]}`" if near else every,
            )
        shape, expected = _SHAPES[name]
        if not isinstance(value, shape):
            what = Sentence("set_fault.does_not_fit", value=repr(value))
            raise SettingsError(what, path=path, line=line, key=name, expected=expected)
    for name in ("hand", "name"):
        if name in read:
            read[name] = clean_line(read[name])
    return read


def _line_of(name: str, text: str) -> int | None:
    """Where a key stands in the file; None where it is written in another way."""
    pattern = re.compile(rf"^\s*\[?\s*[\"']?{re.escape(name)}[\"']?\s*[\].=]")
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if pattern.match(line)), None)


def _check(chosen: Mapping[str, Setting], path: Path) -> None:
    allowed = {"language": (*LANGUAGES, "system"), "theme": THEMES, "csv_separator": SEPARATORS}
    for name, values in allowed.items():
        setting = chosen[name]
        if setting.value not in values:
            raise SettingsError(
                Sentence("set_fault.no_value", value=str(setting.value)),
                path=path if setting.source == "file" else None,
                key=_VARIABLES[name] if setting.source == "environment" else name,
                expected=_SHAPES[name][1],
            )
    body = chosen["body"].value
    if body and not _BODY.fullmatch(body):
        what = Sentence("set_fault.does_not_fit", value=repr(body))
        raise SettingsError(what, path=path, key="body", expected=_SHAPES["body"][1])
    keys = chosen["keys"].value
    wrong = next((act for act, key in keys.items() if not isinstance(key, str)), None)
    if wrong:
        raise SettingsError(
            Sentence("set_fault.key_is_text"),
            path=path,
            key=f"keys.{wrong}",
            expected=Sentence("set_fault.want_key", example='"f9"'),
        )
    _check_servers(chosen["shared"].value, path)


def _check_servers(servers: Mapping[str, Any], path: Path) -> None:
    for name, address in servers.items():
        if not isinstance(address, str):
            raise SettingsError(
                Sentence("set_fault.server_is_text"),
                path=path,
                key=f"shared.{name}",
                expected=Sentence("set_fault.want_key", example='"postgresql://ana@host/meetings"'),
            )
        if _SECRET.search(address):
            what = Sentence("shared_fault.password_in_address")
            raise SettingsError(what, path=path, key=f"shared.{name}")


def _at_home(folder: str) -> Path:
    """A folder as a person writes it; `~` is their home where the system knows one."""
    try:
        return Path(folder).expanduser()
    except RuntimeError:
        return Path(folder)


def _system_language(environment: Mapping[str, str]) -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return "zh" if environment[variable].lower().startswith("zh") else "en"
    try:
        named = locale.getlocale()[0] or ""
    except ValueError:  # a locale that Python has no name for
        named = ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
