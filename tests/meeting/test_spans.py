"""Lengths of time as people read them, second by second."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.spans import (
    clock_span,
    clock_text,
    format_remaining,
    format_used,
    hours_text,
    in_words,
    left,
    length,
    passed,
)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (180.0, "3:00"),  # seen first
        (179.999, "3:00"),
        (179.0, "2:59"),
        (0.5, "0:01"),  # in the last second
        (0.001, "0:01"),
        (0.0, "0:00"),
        (-0.5, "0:00"),  # only when over
        (-1.0, "+0:01"),
        (-1.9, "+0:01"),
        (-61.0, "+1:01"),
        (7199.0, "1:59:59"),
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


@pytest.mark.parametrize(
    ("seconds", "english", "chinese"),
    [
        (0, "0 seconds", "0秒"),
        (1, "1 second", "1秒"),
        (60, "1 minute", "1分"),
        (80, "1 minute 20 seconds", "1分20秒"),
        (3600, "1 hour", "1小时"),
        (7500, "2 hours 5 minutes", "2小时5分"),
        (3659, "1 hour", "1小时"),
    ],
)
def test_a_length_is_told_in_words(seconds: int, english: str, chinese: str) -> None:
    assert (in_words(seconds, "en"), in_words(seconds, "zh")) == (english, chinese)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(150, "2:30"), (150.2, "2:31"), (5400, "90:00"), (0, "0:00")]
)
def test_a_length_that_is_given_is_as_it_is_typed(seconds: float, shown: str) -> None:
    assert length(seconds) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(59, "0:00"), (3660, "1:01"), (90_000, "25:00")])
def test_hours_and_minutes_that_have_passed(seconds: float, shown: str) -> None:
    assert hours_text(seconds) == shown


@given(st.floats(-20_000, 20_000))
def test_seconds_are_those_of_the_clock(seconds: float) -> None:
    assert passed(seconds) == _seconds(format_used(seconds))
    shown = format_remaining(seconds)
    assert _seconds(shown) == (passed(-seconds) if shown.startswith("+") else left(seconds))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (59.4, "0:59"),
        (59.9, "1:00"),
        (60, "1:00"),
        (3599.999, "1:00:00"),
        (7199, "1:59:59"),
    ],
)
def test_spans_never_say_sixty(seconds: float, text: str) -> None:
    assert clock_span(seconds) == text
