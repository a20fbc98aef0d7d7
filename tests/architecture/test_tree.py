"""What is in the repository, and what never is.

No registry's address, no machine's path, no database, no unfinished work: what a clone holds is
what anyone may read and run.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
NOT_TEXT = {".docx", ".ico", ".pdf", ".png", ".xlsx"}

# Written in pieces, so that this file is not found by its own search.
ADDRESSES = re.compile(
    "--" + r"(extra-)?index-url|--" + "find-links|pypi" + r"\.org|python" + r"hosted\.org"
    "|registry = " + '"http|"resol' + 'ved": "http'
)
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:" + "work|farm|root" + ")/")
UNFINISHED = re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + "X|NotImplemented" + r"Error)\b")
NEVER_TRACKED = re.compile(r"(^|/)(uv\.lock|\.coverage.*|.*\.db(-wal|-shm)?|.*\.pyc|\.env)$")


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The paths git keeps, as written from the top of the checkout."""
    if shutil.which("git") is None or not (CHECKOUT / ".git").exists():
        pytest.skip("not a git checkout")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, check=True)
    paths = done.stdout.decode("utf-8").split("\0")
    return [path for path in paths if path and (CHECKOUT / path).is_file()]


@pytest.fixture(scope="module")
def texts(tracked: list[str]) -> dict[str, str]:
    """Every tracked text file; agendas that are wrong on purpose are read as far as they go."""
    return {
        path: (CHECKOUT / path).read_bytes().decode("utf-8", errors="replace")
        for path in tracked
        if Path(path).suffix not in NOT_TEXT
    }


def found(pattern: re.Pattern[str], texts: dict[str, str]) -> list[str]:
    """`path:line` of every line in which the pattern is found."""
    return [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_artefact_is_tracked(tracked: list[str]) -> None:
    assert [path for path in tracked if NEVER_TRACKED.search(path)] == []
    assert [path for path in tracked if path.startswith("sessions/")] == ["sessions/.gitignore"]


def test_no_registry_address(texts: dict[str, str]) -> None:
    assert found(ADDRESSES, texts) == []


def test_no_path_of_a_machine(texts: dict[str, str]) -> None:
    assert found(MACHINE_PATHS, texts) == []


def test_no_test_cites_a_list_that_is_not_here(texts: dict[str, str]) -> None:
    tests = {path: text for path, text in texts.items() if path.startswith("tests/")}
    assert found(re.compile(r"\bC[1-9][0-9]\b"), tests) == []


def test_nothing_is_left_for_later(texts: dict[str, str]) -> None:
    code = {path: text for path, text in texts.items() if Path(path).suffix in {".py", ".toml"}}

    assert code
    assert found(UNFINISHED, code) == []


def test_text_is_utf8_with_plain_line_ends(tracked: list[str]) -> None:
    wrong = []
    for path in tracked:
        meant = path.startswith("tests/agendas/") or "/golden/" in path
        if meant or Path(path).suffix in NOT_TEXT:
            continue
        content = (CHECKOUT / path).read_bytes()
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            wrong.append(f"{path}: {error.reason} at byte {error.start}")
        if b"\r" in content or content.startswith(b"\xef\xbb\xbf"):
            wrong.append(f"{path}: a carriage return or a byte order mark")

    assert wrong == []


def test_names_are_legal_on_every_system(tracked: list[str]) -> None:
    illegal = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ](/|$)')
    folded = [path.casefold() for path in tracked]

    assert [path for path in tracked if illegal.search(path)] == []
    assert len(set(folded)) == len(folded)
