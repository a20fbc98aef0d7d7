from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.records import Bands
from meeting_tui.report.draft.numbers import Quantity, quantity


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
    assert quantity(count) == Quantity(word)


@pytest.mark.parametrize(
    ("count", "among", "word"),
    [(1, 1, "one"), (2, 3, "few"), (3, 3, "few"), (4, 8, "some"), (5, 8, "most"), (9, 9, "most")],
)
def test_most_is_over_half_and_never_all(count: int, among: int, word: str) -> None:
    assert quantity(count, among) == Quantity(word)


@pytest.mark.parametrize(
    ("count", "among", "told"),
    [
        (30, 32, Quantity("all_but", 2)),
        (9, 10, Quantity("all_but", 1)),
        (27, 30, Quantity("all_but", 3)),
        (28, 32, Quantity("majority")),
        (36, 40, Quantity("majority")),
        (24, 32, Quantity("majority")),
        (23, 32, Quantity("most")),
        (16, 32, Quantity("many")),
        (8, 9, Quantity("most")),
        (12, 12, Quantity("majority")),
    ],
)
def test_the_share_goes_before_the_number(count: int, among: int, told: Quantity) -> None:
    assert quantity(count, among) == told


def test_the_table_may_be_another_and_may_leave_shares_out() -> None:
    table = Bands((("one", 1), ("many", 2)), has_most=False)

    assert quantity(3, bands=table) == Quantity("many")
    assert quantity(9, 9, bands=table) == Quantity("many")
    assert quantity(30, 32, bands=table) == Quantity("many")


@given(among=st.integers(1, 200), data=st.data())
def test_a_larger_part_never_has_a_smaller_word(among: int, data: st.DataObject) -> None:
    order = ["one", "few", "some", "several", "many", "most", "majority", "all_but"]
    less = data.draw(st.integers(1, among))
    more = data.draw(st.integers(less, among))
    words = [quantity(each, among).word for each in (less, more)]

    if more < among:  # of all it is not said that they were all
        assert order.index(words[0]) <= order.index(words[1])
