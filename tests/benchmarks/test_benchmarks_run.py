"""Every benchmark measures something; how fast is not asked here, as a test machine is busy."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from benchmarks.__main__ import BENCHMARKS, main
from benchmarks.figures import Row, against, aimed, table, taking_turns
from benchmarks.terminal import HAS_PTY
from tests.postgres import binaries


@pytest.mark.parametrize("name", BENCHMARKS)
def test_each_benchmark_gives_rows(name: str) -> None:
    bench = import_module(f"benchmarks.bench_{name}")
    if getattr(bench, "NEEDS_PTY", False) and not HAS_PTY:
        pytest.skip("this system has no pty")
    if name in ("shared", "faults") and binaries() is None:
        pytest.skip("no PostgreSQL 15 or later is installed")

    rows = bench.run(bench.QUICK)

    assert rows
    assert all(sample >= 0 for row in rows for sample in row.samples)
    assert len({row.what for row in rows}) == len(rows)


def test_ratio_comes_first_and_says_whether_it_holds() -> None:
    ours, other = against(Row("ours", (2.0, 4.0, 6.0)), Row("theirs", (2.0, 2.0, 2.0)))
    lines = list(table([aimed(ours, "at most 1 x", lambda row: (row.ratio or 0) <= 1), other]))

    assert lines[0].split()[:3] == ["2.00", "x", "ours"]
    assert lines[0].endswith("aim: at most 1 x  DOES NOT HOLD")
    assert lines[1].split()[0] == "theirs"


def test_rounds_take_turns() -> None:
    turns: Iterator[float] = iter([1.0, 2.0, 3.0, 4.0])

    assert taking_turns(2, lambda: next(turns), lambda: next(turns)) == [[1.0, 3.0], [2.0, 4.0]]


def test_one_benchmark_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    main(["forecast", "--quick"])

    told = capsys.readouterr().out
    assert "[forecast]" in told
    assert "[lookup]" not in told


def test_what_there_is_not_is_refused() -> None:
    with pytest.raises(SystemExit) as refused:
        main(["speed"])

    assert refused.value.code == 2
