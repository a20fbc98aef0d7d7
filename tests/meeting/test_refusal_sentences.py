"""Every refusal has its sentence in both languages, with exactly the values that are passed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from string import Formatter

import pytest

import meeting_tui
from meeting_tui import words

pytestmark = pytest.mark.unmeasured

PACKAGE = Path(meeting_tui.__file__).parent
PHASES = ("planned", "suspended", "adjourned")


def placeholders(key: str) -> set[str]:
    english = words.sentences("refusal")[key][0]
    return {name for _, name, _, _ in Formatter().parse(english) if name}


@lru_cache
def refusals() -> tuple[tuple[str, str, set[str]], ...]:
    """Place, code and values of each `refuse(...)` of the package."""
    return tuple(_refusals())


def _refusals() -> Iterator[tuple[str, str, set[str]]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "refuse"
            ):
                values = {keyword.arg or "" for keyword in node.keywords}
                for code in codes(node.args[0]):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", code, values


def codes(code: ast.expr) -> Iterator[str]:
    """What an argument may be: a text, one of two, or the phase of the meeting."""
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value
    elif isinstance(code, ast.IfExp):
        yield from (*codes(code.body), *codes(code.orelse))
    elif isinstance(code, ast.Attribute) and code.attr == "phase":
        yield from PHASES[1:]
    elif isinstance(code, ast.JoinedStr):
        (_, tail) = code.values
        assert isinstance(tail, ast.Constant)
        assert isinstance(tail.value, str)
        yield from (f"{phase}{tail.value}" for phase in ("planned", "adjourned"))
    else:
        raise AssertionError(ast.dump(code))


def test_every_refusal_has_a_sentence_with_its_values() -> None:
    wrong = []
    for place, code, values in refusals():
        key = f"refusal.{code}"
        if key not in words.sentences("refusal"):
            wrong.append(f"{place} {code}: no sentence")
        elif placeholders(key) != values:
            wrong.append(f"{place} {code}: {sorted(placeholders(key) ^ values)}")

    assert wrong == []


def test_every_sentence_is_of_a_refusal_there_is() -> None:
    used = {f"refusal.{code}" for _, code, _ in refusals()}

    assert set(words.sentences("refusal")) - used == set()
