"""What a benchmark hands back: rows that read alike, the ratio first.

A shared machine is slow one minute and fast the next; a ratio of rounds that took turns is not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import quantiles


@dataclass(frozen=True, slots=True)
class Faults:
    """What became of attempts to break the program."""

    tries: int
    lost: int = 0
    """Of what was acknowledged, so much is missing."""
    silent: int = 0
    """Of what is missing or damaged, so much was told to nobody."""
    deaths: int = 0
    """So often the program ended by itself."""
    unit: str = ""
    """What was tried, and how much of it: `kills`, `steps on 10 sizes`."""

    @property
    def are_none(self) -> bool:
        """Whether all went well."""
        return not (self.lost or self.silent or self.deaths)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured."""

    what: str
    samples: tuple[float, ...]
    """In `unit`, one a round or a key."""
    unit: str = "ms"
    against: float | None = None
    """The p50 of what it is measured against, in the same unit."""
    against_what: str = ""
    aim: str = ""
    """What is wanted, for people to read."""
    holds: bool | None = None
    """Whether the aim is met; None where there is none."""
    faults: Faults | None = None
    """For the table of docs/reliability.md; None for what is only timed."""

    @property
    def ratio(self) -> float | None:
        """p50 against the p50 of the other; None where there is no other."""
        return self.p(50) / self.against if self.against else None

    def p(self, percent: int) -> float:
        """That percentile of the samples."""
        if len(self.samples) == 1:
            return self.samples[0]
        return quantiles(self.samples, n=100, method="inclusive")[percent - 1]


def aimed(row: Row, aim: str, holds: Callable[[Row], bool]) -> Row:
    """The row with what is wanted of it, and whether it is so."""
    return replace(row, aim=aim, holds=bool(holds(row)))


def against(ours: Row, other: Row) -> tuple[Row, Row]:
    """Both rows, the first with its ratio to the second."""
    return replace(ours, against=other.p(50), against_what=other.what), other


def milliseconds(act: Callable[[], object]) -> float:
    """How long the act took."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def taking_turns(rounds: int, *acts: Callable[[], float]) -> list[list[float]]:
    """The samples of each act; they take turns, so that a busy moment falls on all of them."""
    taken: list[list[float]] = [[] for _ in acts]
    for _ in range(rounds):
        for samples, act in zip(taken, acts, strict=True):
            samples.append(act())
    return taken


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as lines of text."""
    wide = max([len(row.what) for row in rows], default=0)
    for row in rows:
        yield _line(row, wide)


def _line(row: Row, wide: int) -> str:
    ratio = f"{row.ratio:8.2f} x" if row.ratio is not None else " " * 10
    if len(row.samples) < 3:
        figures = f"    {_number(row.p(50))}" + " " * 26
    else:
        figures = "  ".join(f"p{n} {_number(row.p(n))}" for n in (50, 95, 99))
    mark = {True: "  holds", False: "  DOES NOT HOLD", None: ""}[row.holds]
    told = f"  aim: {row.aim}" if row.aim else ""
    count = f"n={len(row.samples)}"
    return f"{ratio}  {row.what:<{wide}}  {figures} {row.unit:<8} {count:<6}{told}{mark}".rstrip()


def _number(value: float) -> str:
    if abs(value) >= 1000:
        return f"{value:9,.0f}"
    return f"{value:9.3f}" if abs(value) < 10 else f"{value:9.1f}"
