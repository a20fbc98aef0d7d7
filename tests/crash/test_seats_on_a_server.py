"""Seats on a server that are cut off, frozen or killed, and a server that is: nothing lost, nothing
doubled, and all say the same at the end. `make bench` does each of it more often.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import bench_faults
from benchmarks.figures import Row
from meeting_tui.desk import server_link
from meeting_tui.session_log.postgres_server import Connection
from tests.postgres import Postgres, started


@pytest.mark.parametrize("fault", [bench_faults.cut_off, bench_faults.seat_killed])
def test_what_a_seat_that_is_cut_off_or_killed_acknowledged_is_there_once(
    fault: Callable[[Postgres, Path, int], Row],
    postgres: Postgres,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(server_link, "RETRY_SECONDS", 0.1)
    monkeypatch.setattr(Connection, "silence_seconds", 1.0)

    row = fault(postgres, tmp_path, 2 if fault is bench_faults.cut_off else 1)

    assert row.faults is not None
    assert row.faults.are_none, row.faults


def test_what_was_acknowledged_while_the_server_was_killed_is_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_link, "RETRY_SECONDS", 0.1)
    with started() as postgres:
        row = bench_faults.server_killed(postgres, tmp_path, 1)

    assert row.faults is not None
    assert row.faults.are_none, row.faults
