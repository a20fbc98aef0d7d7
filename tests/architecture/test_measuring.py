"""What counts no lines is not measured, and what waits is spread: see `tests/conftest.py`."""

from __future__ import annotations

import sys
import threading

import pytest

from tests.conftest import IN_A_TERMINAL, IN_AN_APP, counts_no_lines, fixtures_of, spread


@pytest.mark.unmeasured
async def test_a_test_that_counts_no_lines_is_not_traced() -> None:
    assert sys.gettrace() is None
    assert threading.gettrace() is None


@pytest.mark.parametrize(
    ("file", "fixture", "is_measured"),
    [
        ("test_notes_flows", IN_AN_APP, True),
        ("test_stances", IN_AN_APP, False),
        ("test_stances", "tmp_path", True),
        ("test_leaving", IN_A_TERMINAL, False),
        ("test_names_properties", "tmp_path", False),
    ],
)
def test_the_whole_program_is_measured_in_the_flows_alone(
    file: str, fixture: str, is_measured: bool
) -> None:
    assert counts_no_lines(file, ["request", fixture]) is not is_measured


@pytest.mark.parametrize(IN_A_TERMINAL, ["10:00"])
def test_a_parameter_called_as_a_fixture_is_none(
    request: pytest.FixtureRequest, start: str
) -> None:
    assert start == "10:00"
    assert IN_A_TERMINAL not in fixtures_of(request.node)


@pytest.mark.parametrize(
    ("files", "order"),
    [
        ("a1 a2 b1 b2 c1 c2 w1 w2", "a1 a2 w1 b1 b2 w2 c1 c2"),
        ("a1 a2 w1 w2 b1 b2 c1 c2", "a1 a2 w1 b1 b2 w2 c1 c2"),
        ("a1 a2 a3 a4 w1 w2", "w1 w2 a1 a2 a3 a4"),
        ("a1 b1 w1 w2 w3 w4", "w1 w2 a1 w3 w4 b1"),
        ("a1 b1", "a1 b1"),
        ("w1 w2", "w1 w2"),
        ("", ""),
    ],
)
def test_what_waits_is_spread_among_the_others_between_two_files(files: str, order: str) -> None:
    found = spread(files.split(), waits=lambda each: each[0] == "w", file=lambda each: each[0])
    assert " ".join(found) == order


def test_the_tests_in_a_terminal_are_those_that_wait(request: pytest.FixtureRequest) -> None:
    places = [IN_A_TERMINAL in fixtures_of(each) for each in request.session.items]
    rooms = {each.path.parent.name for each in request.session.items}
    is_whole = {"terminal", "meeting", "report", "crash"} <= rooms
    tail = places[-(len(places) // 10) :]
    assert not is_whole or (sum(places) >= 20 and sum(tail) <= sum(places) // 5)
