"""What is installed is what was checked: every requirement exact, hashed, without an address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def read_lock(name: str) -> dict[str, tuple[str, int]]:
    """Requirement -> its version and how many hashes it has; fails on any other line."""
    versions: dict[str, tuple[str, int]] = {}
    current = ""
    for line in (CHECKOUT / name).read_text(encoding="utf-8").splitlines():
        if match := REQUIREMENT.match(line):
            current = match["name"]
            versions[current] = (match["version"], 0)
        else:
            assert HASH.match(line), f"{name}: {line}"
            version, hashes = versions[current]
            versions[current] = (version, hashes + 1)
    return versions


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_has_its_hashes(name: str) -> None:
    lock = read_lock(name)

    assert lock
    assert [requirement for requirement, (_, hashes) in lock.items() if hashes == 0] == []


def test_what_the_program_needs_is_locked() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[^a-z0-9-]", line)[0]: line for line in project["dependencies"]}
    lock = read_lock("requirements.lock")

    assert set(needed) <= set(lock)
    assert needed["textual"] == f"textual=={lock['textual'][0]}"
    assert [
        name
        for name, line in needed.items()
        if not re.search("==|<", line.partition(";")[0]) and name != "tzdata"
    ] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock"])
def test_tests_run_on_what_people_run(name: str) -> None:
    development = read_lock("requirements-dev.lock")

    assert {key: development.get(key) for key in read_lock(name)} == read_lock(name)
