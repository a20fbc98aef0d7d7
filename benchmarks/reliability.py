"""What was tried against the program: figures in `docs/reliability.toml`, the table in the page.

A benchmark whose row has `faults` rewrites its figures; `python -m benchmarks.reliability` makes
the table in `docs/reliability.md` from the file, after a change by hand.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import tomli_w

from benchmarks.figures import Row
from benchmarks.terminal import CHECKOUT

FIGURES = CHECKOUT / "docs" / "reliability.toml"
PAGE = CHECKOUT / "docs" / "reliability.md"
BEGIN = "<!-- The table is made by `python -m benchmarks.reliability`. -->\n"
END = "<!-- The table ends. -->\n"
HEAD = """\
| what was tried | tries | lost | silent | deaths | before | made by |
|---|---|---|---|---|---|---|
"""

Trial = dict[str, Any]


def trials(figures: Path = FIGURES) -> list[Trial]:
    """The rows of the file, in its order."""
    return list(tomllib.loads(figures.read_text(encoding="utf-8"))["trial"])


def recorded(known: Sequence[Trial], rows: Sequence[Row], by: str, day: str) -> list[Trial]:
    """The trials with what a benchmark found; `by` is its name, `day` the date as YYYY-MM-DD."""
    found = {row.what: row for row in rows if row.faults}
    after = [_measured(each, found.pop(each["test"], None), by, day) for each in known]
    return after + [_measured({"test": what}, row, by, day) for what, row in found.items()]


def _measured(known: Trial, row: Row | None, by: str, day: str) -> Trial:
    if row is None or row.faults is None:
        return known
    return {**known, **asdict(row.faults), "by": f"`make bench`: `{by}`", "day": day}


def record(rows: Sequence[Row], by: str, day: str) -> None:
    """Write what a benchmark found to the file, and make the table anew."""
    if any(row.faults for row in rows):
        text = tomli_w.dumps({"trial": recorded(trials(), rows, by, day)})
        FIGURES.write_text(f"{_LEAD}\n{text}", encoding="utf-8")
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), trials()), encoding="utf-8")


_LEAD = """\
# What was tried against the program; docs/reliability.md says how to add a row.
# lost: what was acknowledged and is missing; silent: losses of which nobody was told;
# deaths: how often the program ended by itself."""


def with_table(page: str, known: Sequence[Trial]) -> str:
    """The page with the table of these trials between its two marks."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{HEAD}{''.join(_lines(known))}\n{END}{after}"


def _lines(known: Sequence[Trial]) -> Iterator[str]:
    for each in known:
        tries = f"{each['tries']:,} {each.get('unit', '')}".rstrip()
        figures = (f"{each[name]:,}" for name in ("lost", "silent", "deaths"))
        cells = (each["test"], tries, *figures, each.get("before", ""))
        yield f"| {' | '.join(cells)} | {each['by']}, {each['day']} |\n"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), trials()), encoding="utf-8")
