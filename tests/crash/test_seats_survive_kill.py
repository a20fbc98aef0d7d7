"""Three seats and the shell at one session, a seat killed each second: nothing is lost or doubled.

`make bench` enters a thousand points at each.
"""

from __future__ import annotations

from benchmarks import bench_seats

POINTS = 12


def test_what_several_seats_acknowledged_is_there_once_though_they_are_killed() -> None:
    row = bench_seats.killed_while_all_enter(POINTS)

    assert row.faults is not None
    assert row.faults.are_none, row.faults
