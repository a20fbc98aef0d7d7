"""Values are msgspec structs, which are made faster than dataclasses: so are their classes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import CHECKOUT


def made_otherwise(text: str) -> Iterator[str]:
    """Dataclasses, and what is taken from their module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses":
            yield from (each.name for each in node.names)
        if isinstance(node, ast.ClassDef) and any(
            "dataclass" in ast.unparse(d) for d in node.decorator_list
        ):
            yield node.name


def test_values_are_structs() -> None:
    paths: list[Path] = sorted((CHECKOUT / "meeting_tui").rglob("*.py"))
    found = {path.name: list(made_otherwise(path.read_text("utf-8"))) for path in paths}

    assert {name: each for name, each in found.items() if each} == {}


def test_a_dataclass_is_seen() -> None:
    text = "from dataclasses import replace\n@dataclass(frozen=True)\nclass A:\n    b: int\n"

    assert list(made_otherwise(text)) == ["replace", "A"]
    assert not list(made_otherwise("class A(Struct, frozen=True):\n    b: int\n"))
