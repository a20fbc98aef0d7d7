"""The import contracts proved at run time: what is loaded, not what is written.

A contract cannot see an import made by name or by a library; a fresh interpreter can.
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "meeting_tui"
CORE = ("agenda", "delegations", "meeting", "forecast", "views", "report")
DRIVERS = {"textual", "sqlite3", "psycopg", "click", "platformdirs"}
ROOM_OF = {"textual": "ui", "sqlite3": "session_log", "psycopg": "session_log"}
"""Library -> the one room that knows it."""
WRITERS = {"docx", "docxtpl", "jinja2", "lxml", "xlsxwriter", "openpyxl"}


FIRST = (
    "meeting_tui.cli",
    "meeting_tui.shell.going_on",
    "meeting_tui.ui.running",
    "meeting_tui.ui.screens.floor_screen",
)
"""What a start loads up to its first screen."""
NOT_FIRST = {
    "meeting_tui.desk.as_it_stood",
    "meeting_tui.desk.exporting",
    "meeting_tui.desk.replay",
    "meeting_tui.meeting.language",
    "meeting_tui.meeting.lexicon",
    "meeting_tui.meeting.name_list",
    "meeting_tui.meeting.reader",
    "meeting_tui.packages",
    "meeting_tui.report",
    "meeting_tui.session_log.damaged_database",
    "meeting_tui.session_log.salvage",
    "meeting_tui.session_log.toml_log",
    "meeting_tui.ui.completing",
    "meeting_tui.ui.palette",
    "meeting_tui.views.missing",
    "meeting_tui.views.noting",
    "click",
    "json",
    "pydantic",
    "secrets",
    "shlex",
    "tomli_w",
    "tomllib",
    "zipfile",
}
"""Needed for other screens, files or commands; each costs the first screen a millisecond or two."""
MOST_FIRST = 180
"""So many of our modules may be loaded up to the first screen; 5 of them take a millisecond."""


def modules_of(room: str) -> list[str]:
    """Every module of a room, by its dotted name."""
    paths = sorted((PACKAGE / room).rglob("*.py"))
    names = [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts) for path in paths]
    return [name.removesuffix(".__init__") for name in names]


def loaded_by(*modules: str) -> set[str]:
    """The top-level packages a fresh interpreter holds after importing those modules."""
    return {name.partition(".")[0] for name in all_loaded_by(*modules)}


def all_loaded_by(*modules: str) -> set[str]:
    """Every module a fresh interpreter holds after importing those."""
    script = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "print(*sys.modules)"
    )
    # Coverage of started processes would bring its own database driver along.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=PACKAGE.parent,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def imported_in(path: Path) -> set[str]:
    """The libraries that a file imports anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.partition(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("library", ROOM_OF)
def test_a_library_is_known_in_its_room_alone(library: str) -> None:
    known = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if library in imported_in(path)
    }

    assert known == {ROOM_OF[library]}


@pytest.mark.parametrize("room", [*CORE, "session_log", "desk"])
def test_room_loads_without_the_screen_library(room: str) -> None:
    modules = modules_of(room)

    assert f"meeting_tui.{room}" in modules
    assert "textual" not in loaded_by(*modules)


@pytest.mark.parametrize("room", CORE)
def test_core_loads_without_terminal_database_or_shell(room: str) -> None:
    assert loaded_by(*modules_of(room)) & DRIVERS == set()


def test_shell_starts_without_the_heavy_libraries() -> None:
    heavy = {"textual", "babel", "pendulum", "rapidfuzz", "jsonschema", *WRITERS}

    assert loaded_by("meeting_tui.cli") & heavy == set()


def test_screen_loads_without_the_libraries_it_needs_late() -> None:
    late = {"babel", "pendulum", "rapidfuzz", "jsonschema", *WRITERS}

    assert loaded_by(*modules_of("ui")) & late == set()


def test_the_first_screen_loads_nothing_that_only_others_need() -> None:
    loaded = all_loaded_by(*FIRST)

    assert {"meeting_tui.ui.app", "textual.app"} <= loaded
    assert loaded & NOT_FIRST == set()


def test_the_first_screen_loads_few_of_our_modules() -> None:
    ours = {each for each in all_loaded_by(*FIRST) if each.startswith("meeting_tui.")}

    assert len(ours) <= MOST_FIRST
