"""The core reads no clock and writes no file: time and text come in as parameters.

An import contract cannot see this, since `datetime` and `pathlib` are needed for values too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CORE = ("agenda", "delegations", "meeting", "forecast", "views", "report")
CLOCK = {"now", "utcnow", "today", "time_ns", "monotonic", "monotonic_ns", "perf_counter"}
CLOCK_MODULES = {"time", "random", "secrets", "uuid"}
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "touch", "rename", "rmdir", "symlink_to"}


def impure(path: Path, text: str) -> Iterator[str]:
    """A sentence for each call of a clock, each import of chance and each writing of a file."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            named = {alias.name for alias in node.names} & CLOCK_MODULES
        elif isinstance(node, ast.ImportFrom):
            named = {node.module or ""} & CLOCK_MODULES
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            named = {node.func.attr} & (CLOCK | WRITING)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            named = {node.func.id} & {"open", "print", "input"}
        else:
            continue
        for name in named:
            yield f"{path}:{node.lineno} {name}"


def test_core_reads_no_clock_and_writes_no_file() -> None:
    files = [
        path for room in CORE for path in sorted((CHECKOUT / "meeting_tui" / room).rglob("*.py"))
    ]
    found = [
        sentence
        for path in files
        for sentence in impure(path.relative_to(CHECKOUT), path.read_text(encoding="utf-8"))
    ]

    assert files
    assert found == []


def test_what_is_forbidden_is_seen() -> None:
    text = (
        "import time\nfrom uuid import uuid4\nat = datetime.now(UTC)\nopen('x')\np.write_text('')"
    )

    assert list(impure(Path("a.py"), text)) == [
        "a.py:1 time",
        "a.py:2 uuid",
        "a.py:3 now",
        "a.py:4 open",
        "a.py:5 write_text",
    ]
