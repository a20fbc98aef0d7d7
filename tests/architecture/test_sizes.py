"""How long a file, a class and a function may be: what is longer is hard to read and is split."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
FILE_LINES = 600
CLASS_LINES = 300
FUNCTION_LINES = 40
SHORT_LINES = 40
"""A file that is shorter seldom tells a story of its own."""


def too_long(path: Path, text: str) -> Iterator[str]:
    """A sentence for each file, class or function of that text that is over its limit."""
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path}: {lines} lines, at most {FILE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = FUNCTION_LINES
        elif isinstance(node, ast.ClassDef):
            limit = CLASS_LINES
        else:
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > limit:
            yield f"{path}:{node.lineno} {node.name}: {length} lines, at most {limit}"


def test_nothing_is_longer_than_its_limit() -> None:
    files = sorted((CHECKOUT / "meeting_tui").rglob("*.py"))
    found = [
        sentence
        for path in files
        for sentence in too_long(path.relative_to(CHECKOUT), path.read_text(encoding="utf-8"))
    ]

    assert files
    assert found == []


def test_fewer_than_one_file_in_ten_is_too_short_for_a_story() -> None:
    files = sorted((CHECKOUT / "meeting_tui").rglob("*.py"))
    short = [
        str(path.relative_to(CHECKOUT))
        for path in files
        if len(path.read_text(encoding="utf-8").splitlines()) < SHORT_LINES
    ]

    assert len(short) * 10 < len(files), short


def test_limits_are_seen() -> None:
    body = "\n".join(f"    x = {n}" for n in range(FUNCTION_LINES))

    assert list(too_long(Path("a.py"), f"def f():\n{body}\n")) == ["a.py:1 f: 41 lines, at most 40"]
    assert list(too_long(Path("a.py"), "x = 1\n" * 601)) == ["a.py: 601 lines, at most 600"]
