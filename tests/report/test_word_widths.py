"""Columns as wide as their words, and together as wide as the page."""

from __future__ import annotations

import pytest

from meeting_tui.report.blocks import Column, Table
from meeting_tui.report.word.body import SIZES, column_widths
from meeting_tui.report.word.styles import BODY_WIDTH


def test_columns_are_wide_by_their_shares() -> None:
    table = Table((Column("a", 1), Column("b", 3)), (("x", "y"),))

    widths, size = column_widths(table, 8000)

    assert widths == (2000, 6000)
    assert size == SIZES[0]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    table = Table((Column("Delegation", 1), Column("Said", 30)), (("Liechtenstein", "x"),))

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    # Thirteen letters of nine points, each about half as wide as high.
    assert widths[0] > 13 * 9 * 20 * 0.4
    assert size == SIZES[0]


def test_a_table_of_many_columns_is_set_smaller_before_it_breaks_a_word() -> None:
    table = Table(tuple(Column("Implementation") for _ in range(7)), ())

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    assert size < SIZES[0]


@pytest.mark.parametrize("count", [30, 60])
def test_what_cannot_fit_is_shared_out_all_the_same(count: int) -> None:
    table = Table(tuple(Column("Implementation") for _ in range(count)), ())

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    assert min(widths) > 0
    assert size == SIZES[-1]


def test_an_address_without_a_space_does_not_take_the_whole_table() -> None:
    table = Table((Column("Where"), Column("Said")), (("https://example.org/" + "a" * 200, "x"),))

    widths, _ = column_widths(table, BODY_WIDTH)

    assert widths[1] > 2000


def test_chinese_may_be_broken_after_any_character() -> None:
    table = Table((Column("代表团", 1), Column("发言", 9)), (("圣文森特和格林纳丁斯", "好"),))

    widths, _ = column_widths(table, BODY_WIDTH)

    assert widths == (907, 8164)
