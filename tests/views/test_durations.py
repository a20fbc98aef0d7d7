"""The clock's digits, second by second (cases C20, C21, C22)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.views.durations import (
    clock_text,
    format_remaining,
    format_used,
    until_text_changes,
)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (180.0, "3:00"),  # C20: seen first
        (179.999, "3:00"),
        (179.0, "2:59"),
        (0.5, "0:01"),  # C20: in the last second
        (0.001, "0:01"),
        (0.0, "0:00"),
        (-0.5, "0:00"),  # C20: only when over
        (-1.0, "+0:01"),  # C22
        (-1.9, "+0:01"),
        (-61.0, "+1:01"),
        (7199.0, "1:59:59"),  # C21
        (7199.5, "2:00:00"),
        (3600.0, "1:00:00"),
        (3599.5, "1:00:00"),
        (3599.0, "59:59"),
        (-3600.0, "+1:00:00"),
        (180.0 - 0.1 - 0.2 + 0.3, "3:00"),
    ],
)
def test_what_is_left_is_rounded_up_and_what_is_over_counts_upward(
    seconds: float, shown: str
) -> None:
    assert format_remaining(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0:00"), (0.99, "0:00"), (134.2, "2:14"), (7199.9, "1:59:59"), (-2.0, "0:00")],
)
def test_what_is_used_is_rounded_down(seconds: float, shown: str) -> None:
    assert format_used(seconds) == shown


def _seconds(text: str) -> int:
    total = 0
    for part in text.removeprefix("+").split(":"):
        total = total * 60 + int(part)
    return total


@given(st.integers(0, 400_000))
def test_no_field_ever_shows_sixty(seconds: int) -> None:
    text = clock_text(seconds)
    assert all(int(part) < 60 for part in text.split(":")[1:])
    assert _seconds(text) == seconds


@given(st.integers(1, 20_000), st.floats(0, 20_000))
def test_used_and_left_always_add_up_to_the_limit(limit: int, used: float) -> None:
    if used <= limit:
        assert _seconds(format_used(used)) + _seconds(format_remaining(limit - used)) == limit
    else:
        assert _seconds(format_used(used)) - _seconds(format_remaining(limit - used)) == limit


@given(st.floats(0, 20_000), st.one_of(st.none(), st.floats(1, 20_000)))
def test_nothing_changes_before_the_next_look(used: float, limit: float | None) -> None:
    wait = until_text_changes(used, limit)
    assert 0 < wait <= 1
    just_before = used + wait * 0.999 - 2e-6
    if just_before > used:
        assert format_used(just_before) == format_used(used)
        if limit is not None and limit > used:
            assert format_remaining(limit - just_before) == format_remaining(limit - used)
