"""Patterns are compiled when they are first used; here all of them are, so that none is wrong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from meeting_tui.patterns import late_pattern

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "meeting_tui"
LATE = type(late_pattern(""))


def patterns_in(value: Any) -> Iterator[Any]:
    if isinstance(value, LATE):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from patterns_in(each)
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from patterns_in(each)


def test_every_late_pattern_can_be_compiled() -> None:
    found = [
        pattern
        for path in PACKAGE.rglob("*.py")
        if "late_pattern(" in path.read_text(encoding="utf-8") and path.stem != "patterns"
        for value in vars(
            import_module(".".join(path.relative_to(CHECKOUT).with_suffix("").parts))
        ).values()
        for pattern in patterns_in(value)
    ]

    assert len(found) > 100
    assert all(isinstance(each.pattern, str) for each in found)


def test_nothing_is_compiled_while_a_module_is_loaded() -> None:
    compiled = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in PACKAGE.rglob("*.py")
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        if not isinstance(statement, ast.FunctionDef | ast.ClassDef)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        if not (isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, bytes))
    ]

    assert compiled == []
