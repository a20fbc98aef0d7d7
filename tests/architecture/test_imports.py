"""Imports stand at the top of a file and never lead round in a circle.

An import within a function is for what is loaded late, so that the program and its first screen
come fast; what may be is listed here with the reason. It counts for a circle as any other does, and
so does what is imported for its types alone.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import grimp

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = "meeting_tui"

LATE: dict[str, tuple[str, ...]] = {
    "heavy libraries, needed for some acts, files or commands": (
        "babel",
        "click",
        "pendulum",
        "platformdirs",
        "pydantic",
        "pydantic_core",
        "pydantic_core.core_schema",
        "rapidfuzz.distance",
        "rapidfuzz.process",
        "rich.cells",
        "rich.console",
        "rich.progress",
        "tomli_w",
        "xlsxwriter",
        "xlsxwriter.utility",
    ),
    "modules of Python that are slow to load, or that this system may not have": (
        "ctypes",
        "difflib",
        "importlib.metadata",
        "io",
        "json",
        "shlex",
        "tempfile",
        "tomllib",
        "urllib.parse",
        "urllib.request",
        "winreg",
    ),
    "a command loads only its own rooms: the screen, plain lines, a replay, tables": (
        "desk.importing",
        "desk.as_it_stood",
        "desk.earlier",
        "desk.replay",
        "desk.settings",
        "forecast.learning",
        "report.plain_values",
        "report.word",
        "shell.commands",
        "shell.going_on",
        "shell.plain",
        "text",
        "ui.own_keys",
        "ui.running",
        "views.forecast_text",
        "views.look",
        "views.speaking_times",
    ),
    "read when a session is begun, or settings or an agenda are in a file": (
        "agenda.decoding",
        "agenda.presets",
        "agenda.toml_file",
        "agenda.toml_reading",
    ),
    "needed where a log is damaged, moved, checked or purged": (
        "desk.purging",
        "session_log.damaged_database",
        "session_log.salvage",
        "session_log.toml_log",
    ),
    "the report and its files, made once somebody wants them": (
        "delegations.discretion",
        "desk.bundle",
        "desk.export_all",
        "desk.exporting",
        "desk.reading",
        "desk.written_files",
        "report.draft",
        "report.excel.workbook",
        "report.formats",
        "report.read_model",
        "report.word.built_in",
        "report.word.template",
        "ui.drafting",
        "ui.exporting_report",
    ),
    "reading what is typed, loaded behind the first screen": (
        "meeting.language",
        "meeting.lexicon",
        "ui.completing",
        "views.noting",
    ),
    "parts of the screen that a key opens": (
        "ui.palette",
        "ui.replay_port",
        "views.schedule_edit",
    ),
    "a list of delegations of one's own, which few meetings have, and workbooks": (
        "delegations.participants",
        "delegations.workbook",
        "shell.delegations_command",
    ),
    "a meeting on a server, and what connects to it": ("desk.shared_seat", "desk.sharing"),
    "needed where several seats entered something without knowing of each other": ("desk.again",),
    "pages for browsers, and what speaks HTTP": ("web",),
    "there is no such driver on Windows": ("ui.terminal_driver",),
}

TYPES_ALONE: dict[str, tuple[str, ...]] = {
    "heavy libraries, loaded where they are used": (
        "docx.document",
        "pydantic",
        "pydantic_core",
        "rich.progress",
        "xlsxwriter.chart_bar",
        "xlsxwriter.format",
        "xlsxwriter.workbook",
        "xlsxwriter.worksheet",
    ),
    "a list of participants is read where one is given": ("delegations.participants",),
    "an act says how it is read, and is read when it is typed": (
        "meeting.lexicon",
        "meeting.reader",
    ),
    "reading a damaged log is loaded where a log is damaged": (
        "session_log.salvage",
        "session_log.toml_log",
    ),
    "needed where several seats entered something without knowing of each other": ("desk.again",),
    "a command loads what it does with a time or a past session": (
        "desk.as_it_stood",
        "desk.earlier",
        "desk.replay",
    ),
}


def circles(imports: Mapping[str, Iterable[str]]) -> list[set[str]]:
    """The modules that import one another, however far round: of each circle all its modules."""
    found: list[set[str]] = []
    reached: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []

    def visit(module: str) -> None:
        reached[module] = lowest[module] = len(reached)
        open_.append(module)
        for other in imports.get(module, ()):
            if other not in reached:
                visit(other)
                lowest[module] = min(lowest[module], lowest[other])
            elif other in open_:
                lowest[module] = min(lowest[module], reached[other])
        if lowest[module] == reached[module]:
            at = open_.index(module)
            circle = {*open_[at:]}
            del open_[at:]
            if len(circle) > 1:
                found.append(circle)

    for module in imports:
        if module not in reached:
            visit(module)
    return found


def named(module: str) -> str:
    """A module of ours without the name of the package before it."""
    return module.removeprefix(f"{PACKAGE}.")


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Each file of the package by its path, read."""
    for path in sorted((CHECKOUT / PACKAGE).rglob("*.py")):
        yield str(path.relative_to(CHECKOUT)), ast.parse(path.read_text(encoding="utf-8"))


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The modules that these statements import."""
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            yield named(node.module or "")
        elif isinstance(node, ast.Import):
            yield from (named(each.name) for each in node.names)


def within_functions(tree: ast.Module) -> set[str]:
    """The modules imported within a function."""
    functions = (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return {each for function in functions for each in imported(ast.walk(function))}


def for_types_alone(tree: ast.Module) -> set[str]:
    """The modules imported for who reads types, not for who runs the program."""
    guarded = (
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    )
    return {each for node in guarded for each in imported(ast.walk(node))}


def unlisted(found: dict[str, set[str]], listed: dict[str, tuple[str, ...]]) -> list[str]:
    """What is imported so and not listed, by file, and what is listed for nothing."""
    names = {each for group in listed.values() for each in group}
    used = {each for modules in found.values() for each in modules}
    is_here = {each for each in names - used if each not in sys.stdlib_module_names}
    return [
        *(f"{file}: {each}" for file, modules in found.items() for each in sorted(modules - names)),
        *(f"listed, and nowhere: {each}" for each in sorted(is_here)),
    ]


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    imports = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}

    assert len(imports) > 100
    assert circles(imports) == []


def test_what_is_imported_within_a_function_is_loaded_late_for_a_reason() -> None:
    found = {path: within_functions(tree) for path, tree in trees()}

    assert unlisted(found, LATE) == []


def test_what_is_imported_for_its_types_alone_has_a_reason() -> None:
    found = {path: for_types_alone(tree) - {"datetime"} for path, tree in trees()}

    assert unlisted(found, TYPES_ALONE) == []


def test_circles_and_late_imports_are_seen() -> None:
    tree = ast.parse(
        "import a\nif TYPE_CHECKING:\n    from b import c\n\n\ndef f():\n    import meeting_tui.d\n"
    )

    assert within_functions(tree) == {"d"}
    assert for_types_alone(tree) == {"b"}
    assert circles({"a": ["b"], "b": ["c"], "c": ["b", "d"], "d": []}) == [{"b", "c"}]
    assert unlisted({"x.py": {"d"}}, {"late": ("e",)}) == ["x.py: d", "listed, and nowhere: e"]
