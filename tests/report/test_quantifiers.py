from __future__ import annotations

import pytest

from meeting_tui.meeting.records import Bands
from meeting_tui.report.quantifiers import quantifier


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (1, "one"),
        (2, "few"),
        (3, "few"),
        (4, "some"),
        (6, "some"),
        (7, "several"),
        (10, "several"),
        (11, "many"),
        (25, "many"),
        (60, "many"),
    ],
)
def test_bands(count: int, word: str) -> None:
    assert quantifier(count) == word


@pytest.mark.parametrize(
    ("count", "among", "word"),
    [(1, 1, "one"), (2, 3, "few"), (3, 3, "few"), (4, 8, "some"), (5, 8, "most"), (9, 9, "most")],
)
def test_most_is_over_half_and_never_all(count: int, among: int, word: str) -> None:
    assert quantifier(count, among) == word


def test_the_table_may_be_another() -> None:
    table = Bands((("one", 1), ("many", 2)), has_most=False)

    assert quantifier(3, bands=table) == "many"
    assert quantifier(9, 9, bands=table) == "many"
