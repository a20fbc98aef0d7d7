"""A person's settings: a TOML file in their configuration folder, environment and options above it.

Each setting knows where its value came from, so that `meeting-tui settings` can say so.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from meeting_tui.desk.sessions import default_sessions_folder
from meeting_tui.errors import SettingsError
from meeting_tui.text import clean_line

LANGUAGES = ("en", "zh")
THEMES = ("dark", "light")

_SHAPES: dict[str, tuple[type, str]] = {
    "language": (str, '"en", "zh" or "system"'),
    "theme": (str, '"dark" or "light"'),
    "hand": (str, "your initials"),
    "sessions": (str, "the path of a folder"),
    "sound": (bool, "true or false"),
    "keys": (dict, 'a table of act = "key"'),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One value and where it came from."""

    value: Any
    source: str
    """`default`, `file`, `environment`, `system` or `option`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person may set."""

    language: Setting
    theme: Setting
    hand: Setting
    sessions: Setting
    sound: Setting
    keys: Setting
    """Act -> key of one's own."""
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
    """The settings in force.

    Raises SettingsError for a file that cannot be used, naming file, key and what was expected.
    """
    path = path or settings_path()
    environment = os.environ if environment is None else environment
    chosen = {
        "language": Setting("system", "default"),
        "theme": Setting("dark", "default"),
        "hand": Setting("", "default"),
        "sessions": Setting("", "default"),
        "sound": Setting(False, "default"),
        "keys": Setting({}, "default"),
    }
    chosen |= {name: Setting(value, "file") for name, value in _from_file(path).items()}
    for name, variable in (("language", "MEETING_TUI_LANG"), ("sessions", "MEETING_TUI_SESSIONS")):
        if environment.get(variable):
            chosen[name] = Setting(environment[variable], "environment")
    given = {name: value for name, value in (options or {}).items() if value is not None}
    chosen |= {name: Setting(value, "option") for name, value in given.items()}
    _check(chosen, path)
    if chosen["language"].value == "system":
        chosen["language"] = Setting(_system_language(environment), "system")
    if not chosen["sessions"].value:
        chosen["sessions"] = Setting(str(default_sessions_folder()), "default")
    return Settings(**chosen, path=path)


def _from_file(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        read = tomllib.loads(path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except OSError as fault:
        raise SettingsError(fault.strerror or "it cannot be read", path=path) from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise SettingsError(str(fault), path=path, expected="a TOML file in UTF-8") from fault
    for name, value in read.items():
        if name not in _SHAPES:
            near = get_close_matches(name, _SHAPES, n=1)
            expected = f"`{near[0]}`" if near else ", ".join(_SHAPES)
            raise SettingsError("there is no such setting", path=path, key=name, expected=expected)
        shape, expected = _SHAPES[name]
        if not isinstance(value, shape):
            raise SettingsError(f"{value!r} does not fit", path=path, key=name, expected=expected)
    if "hand" in read:
        read["hand"] = clean_line(read["hand"])
    return read


def _check(chosen: Mapping[str, Setting], path: Path) -> None:
    allowed = {"language": (*LANGUAGES, "system"), "theme": THEMES}
    for name, values in allowed.items():
        setting = chosen[name]
        if setting.value not in values:
            where = path if setting.source == "file" else None
            raise SettingsError(
                f"“{setting.value}” is none", path=where, key=name, expected=_SHAPES[name][1]
            )
    keys = chosen["keys"].value
    wrong = next((act for act, key in keys.items() if not isinstance(key, str)), None)
    if wrong:
        raise SettingsError(
            "a key is a text", path=path, key=f"keys.{wrong}", expected='such as "f9"'
        )


def _system_language(environment: Mapping[str, str]) -> str:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            return "zh" if environment[variable].lower().startswith("zh") else "en"
    named = locale.getlocale()[0] or ""
    return "zh" if named.lower().startswith(("zh", "chinese")) else "en"
