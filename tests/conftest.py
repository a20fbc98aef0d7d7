"""What every test may count on: folders and a locale of its own, and the folder `shared`.

No test reads or writes the settings and sessions of the person who runs it.
"""

from __future__ import annotations

import gc
import os
import pkgutil
import sys
import threading
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

import meeting_tui

if TYPE_CHECKING:
    from tests.postgres import Postgres, SharedRoom

CHECKOUT = Path(__file__).resolve().parents[1]

# Thousands of tests are kept in memory; looking through them for garbage took a sixth of the time.
gc.set_threshold(20_000, 20, 20)

settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("house"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "house")

Test = TypeVar("Test")

IN_A_TERMINAL = "start"
"""The fixture of tests that start the program in a real terminal, and wait for what it shows."""

IN_AN_APP = "opened_app"
"""The fixture of tests that open the whole program; tests of one part of it open less."""

PROVE_A_WHOLE = {"architecture", "benchmarks", "crash", "properties", "replay", "scenarios"}
"""Rooms whose tests play days, draw at random what they play, or read the code itself."""

COVERED_WHOLLY = {"forecast", "meeting", "meeting_views"}
"""Rooms whose tests cover every line of theirs, also by what they draw at random."""


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Look for the tests without counting lines, but for those that importing the program runs.

    Each worker looks for all tests anew, and took twice as long where it counted.
    """
    if sys.gettrace() is None:
        return (yield)
    for module in pkgutil.walk_packages(meeting_tui.__path__, "meeting_tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    with nothing_measured():
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that count no lines; single ones mark themselves.

    Coverage is measured where it is promised, as measuring takes as long again as the test: what a
    room must cover, its own tests cover, and a whole that is proved besides counts no lines.
    """
    for item in items:
        room = item.path.relative_to(CHECKOUT / "tests").parts[0]
        is_drawn = is_hypothesis_test(getattr(item, "obj", None)) and room not in COVERED_WHOLLY
        if room in PROVE_A_WHOLE or is_drawn or counts_no_lines(item.path.stem, fixtures_of(item)):
            item.add_marker("unmeasured")
    items[:] = spread(
        items,
        waits=lambda item: IN_A_TERMINAL in fixtures_of(item),
        file=lambda item: item.path,
    )


def fixtures_of(item: pytest.Item) -> set[str]:
    """The fixtures that a test asks for; a parameter of the same name is none."""
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    return set(getattr(item, "fixturenames", ())) - set(parameters)


def counts_no_lines(file: str, fixtures: Collection[str]) -> bool:
    """Whether the tests of that file with these fixtures are not measured.

    The whole program is measured in the flows of each screen (`*_flows`), which cover it; what else
    it is opened for is the same code once more. Of a program in a terminal nothing can be measured.
    """
    return (
        file.endswith("_properties")
        or IN_A_TERMINAL in fixtures
        or (IN_AN_APP in fixtures and not file.endswith("_flows"))
    )


def spread(
    items: Sequence[Test], waits: Callable[[Test], bool], file: Callable[[Test], object]
) -> list[Test]:
    """The same tests, those that mostly wait spread evenly among the others, each in their order.

    One behind the other they would leave the machine idle while everything else is done. They
    stand between two files, as a file's own fixtures are made anew for each stretch of its tests.
    """
    waiting = [each for each in items if waits(each)]
    others = [each for each in items if not waits(each)]
    starts = [n for n, each in enumerate(others) if not n or file(others[n - 1]) != file(each)]
    before: dict[int, list[Test]] = {}
    for n, each in enumerate(waiting, 1):
        due = n * len(others) // (len(waiting) + 1)
        place = starts[bisect_right(starts, due) - 1] if starts else 0
        before.setdefault(place, []).append(each)
    if not others:
        return waiting
    return [test for n, each in enumerate(others) for test in (*before.get(n, ()), each)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Run a test that counts no lines without what measures them.

    What pytest-cov offers for this does nothing in a worker, where it measures twice.
    """
    if item.get_closest_marker("unmeasured") is None:
        return (yield)
    with nothing_measured():
        return (yield)


@contextmanager
def nothing_measured() -> Iterator[None]:
    """Count no lines of this thread meanwhile, nor of those that begin meanwhile."""
    measure, measure_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        yield
    finally:
        threading.settrace(measure_threads)
        sys.settrace(measure)


@pytest.fixture(scope="session", autouse=True)
def own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Folders and locale that belong to the tests, in this process and in those it starts."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        for name in ("NO_COLOR", "FORCE_COLOR", "LANGUAGE", "LC_MESSAGES"):
            patch.delenv(name, raising=False)
        for name in [name for name in os.environ if name.startswith("MEETING_TUI_")]:
            patch.delenv(name)
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(autouse=True)
def nothing_kept_elsewhere_before(
    own_surroundings: None, request: pytest.FixtureRequest
) -> Iterator[None]:
    """A state folder of its own for each test.

    Sessions of tests begin alike, and what one could not write would be told to the next.
    """
    with pytest.MonkeyPatch.context() as patch:
        kept = os.environ["XDG_STATE_HOME"]
        patch.setenv("XDG_STATE_HOME", f"{kept}/{abs(hash(request.node.nodeid)):x}")
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of the tests' own, for all tests of this process; skips where there is none."""
    from tests.postgres import started

    with started() as server:
        yield server


@pytest.fixture(scope="session")
def shared_room(postgres: Postgres) -> SharedRoom:
    """A database with a shared log, in which each test makes a meeting of its own."""
    from tests.postgres import SharedRoom

    return SharedRoom(postgres)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the checkout, with real meetings to replay; skips if absent."""
    folder = CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("no folder `shared` beside the checkout")
    return folder
