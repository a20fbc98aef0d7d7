"""What is installed is what was checked: every requirement exact, hashed, without an address.

Pip refuses a lock, with all its hashes, in which one package asks for another by an extra that
the lock does not name, as soon as a newer release of that other is out. So each lock is held
against what the installed packages themselves say they need.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
REQUIREMENT = re.compile(
    r"^(?P<name>[a-z0-9-]+)(\[(?P<extras>[a-z0-9,-]+)\])?==(?P<version>[^\s;]+)"
    r"( ; (?P<marker>[^\\]+))? \\$"
)
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


class Locked(NamedTuple):
    """One requirement of a lock; `here` says whether it is for this system and this Python."""

    version: str
    extras: frozenset[str]
    here: bool
    hashes: int = 0


Lock = Mapping[str, Locked]


def read_lock(name: str) -> Lock:
    """Requirement -> what the lock says of it; fails on any other line."""
    lock: dict[str, Locked] = {}
    current = ""
    for line in (CHECKOUT / name).read_text(encoding="utf-8").splitlines():
        if match := REQUIREMENT.match(line):
            current = match["name"]
            extras = frozenset((match["extras"] or "").split(",")) - {""}
            here = Marker(match["marker"]).evaluate() if match["marker"] else True
            lock[current] = Locked(match["version"], extras, here)
        else:
            assert HASH.match(line), f"{name}: {line}"
            lock[current] = lock[current]._replace(hashes=lock[current].hashes + 1)
    return lock


def needed_by(package: str, extras: frozenset[str]) -> Iterator[Requirement]:
    """What that installed package needs on this system when it is asked for with those extras."""
    for line in metadata.requires(package) or []:
        needed = Requirement(line)
        asked = [{"extra": extra} for extra in sorted(extras) or [""]]
        if needed.marker is None or any(needed.marker.evaluate(extra) for extra in asked):
            yield needed


def refused(lock: Lock, who: str, needed: Iterable[Requirement]) -> Iterator[str]:
    """A sentence for each thing needed that the lock does not hold as it is asked for."""
    for requirement in needed:
        pinned = lock.get(canonicalize_name(requirement.name))
        if pinned is None:
            yield f"{who} needs {requirement}; it is not locked"
        elif missing := requirement.extras - pinned.extras:
            yield f"{who} needs {requirement}; locked without {', '.join(sorted(missing))}"
        elif not requirement.specifier.contains(pinned.version):
            yield f"{who} needs {requirement}; locked is {pinned.version}"


def refused_by_pip(lock: Lock) -> list[str]:
    """Why pip would refuse this lock on a new machine, as far as the packages here tell."""
    return [
        sentence
        for package, pinned in lock.items()
        if pinned.here
        for sentence in refused(lock, package, needed_by(package, pinned.extras))
    ]


def declared() -> dict[str, list[Requirement]]:
    """Lock -> what pyproject.toml asks for in it."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = {
        name: [Requirement(line) for line in lines if isinstance(line, str)]
        for name, lines in project["dependency-groups"].items()
    }
    program = [Requirement(line) for line in project["project"]["dependencies"]]
    asked = (program, groups["build"], [*program, *groups["build"], *groups["dev"]])
    return dict(zip(LOCKS, asked, strict=True))


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_has_its_hashes(name: str) -> None:
    lock = read_lock(name)

    assert lock
    assert [requirement for requirement, pinned in lock.items() if pinned.hashes == 0] == []


@pytest.mark.parametrize("name", LOCKS)
def test_what_is_asked_for_with_an_extra_is_locked_with_it(name: str) -> None:
    lock = read_lock(name)

    assert list(refused(lock, "pyproject.toml", declared()[name])) == []
    assert refused_by_pip(lock) == []


@pytest.mark.parametrize("name", LOCKS)
def test_packages_held_against_a_lock_are_those_it_names(name: str) -> None:
    locked = {package: pinned.version for package, pinned in read_lock(name).items() if pinned.here}

    assert {package: metadata.version(package) for package in locked} == locked


def test_a_lock_without_the_extras_is_refused() -> None:
    lock = {
        package: pinned._replace(extras=frozenset())
        for package, pinned in read_lock("requirements-dev.lock").items()
    }

    assert [sentence.partition(";")[2] for sentence in refused_by_pip(lock)] == [
        " locked without toml",
        " locked without linkify",
    ]


@pytest.mark.parametrize(
    ("needed", "sentence"),
    [
        ("hatchling", []),
        ("hatchling<1", ["x needs hatchling<1; locked is 1.33.0"]),
        ("nothing-of-ours", ["x needs nothing-of-ours; it is not locked"]),
    ],
)
def test_what_a_lock_lacks_is_said(needed: str, sentence: list[str]) -> None:
    lock = {"hatchling": Locked("1.33.0", frozenset(), here=True)}

    assert list(refused(lock, "x", [Requirement(needed)])) == sentence


def test_libraries_have_an_upper_bound() -> None:
    needed = {requirement.name: requirement for requirement in declared()["requirements.lock"]}
    bounded = re.compile("==|<")

    assert [str(one) for one in needed.values() if not bounded.search(str(one.specifier))] == [
        str(needed["tzdata"])
    ]
    assert str(needed["textual"].specifier) == f"=={read_lock('requirements.lock')['textual'][0]}"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-build.lock"])
def test_tests_run_on_what_people_run(name: str) -> None:
    development = read_lock("requirements-dev.lock")

    assert {key: development.get(key) for key in read_lock(name)} == read_lock(name)
