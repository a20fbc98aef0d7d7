"""Three seats and the shell at one session, a seat killed now and then: nothing lost or doubled.

`make bench` enters a thousand points at each.
"""

from __future__ import annotations

import pytest

from benchmarks import bench_seats

POINTS = 50


def test_what_several_seats_acknowledged_is_there_once_though_they_are_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bench_seats, "KILLED_EVERY_SECONDS", 0.4)

    row = bench_seats.killed_while_all_enter(POINTS)

    assert row.faults is not None
    assert row.faults.are_none, row.faults
