"""The page of what was tried against the program says what was measured, and nothing else."""

from __future__ import annotations

from benchmarks.figures import Faults, Row
from benchmarks.reliability import BEGIN, END, PAGE, recorded, trials, with_table

PULLED = Row("pulled out", (1.0,), faults=Faults(1200, lost=2, deaths=1, unit="times"))
KNOWN = {"test": "pulled out", "tries": 5, "lost": 5, "before": "5 lost in 5", "by": "x"}


def test_the_page_shows_the_figures_that_are_kept() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert with_table(page, trials()) == page


def test_new_figures_take_the_place_of_the_old_and_leave_how_it_was_before() -> None:
    other = {"test": "other", "tries": 1}

    (left, known) = recorded([other, KNOWN], [PULLED, Row("timed", (1.0,))], "pull", "2026-03-19")

    assert left == other
    assert (known["tries"], known["lost"], known["silent"], known["deaths"]) == (1200, 2, 0, 1)
    assert known["before"] == "5 lost in 5"
    assert known["by"] == "`make bench`: `pull`"


def test_a_row_that_is_new_is_added() -> None:
    (added,) = recorded([], [PULLED], "pull", "2026-03-19")

    page = with_table(f"before\n{BEGIN}old\n{END}after\n", [added])

    assert "| pulled out | 1,200 times | 2 | 0 | 1 |  | `make bench`: `pull`, 2026-03-19 |" in page
    assert page.startswith("before\n") and page.endswith("after\n") and "old" not in page
