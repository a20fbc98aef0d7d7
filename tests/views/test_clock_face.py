"""The clock's drawing as plain lines, in each of its sizes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.spans import format_remaining, format_used
from meeting_tui.views.clock import ClockFace, bar_text, big_text, clock_lines, until_text_changes
from meeting_tui.views.pieces import plain

ON_TIME = ClockFace(134.0, 180.0, "ON TIME", "on_time")
OVER = ClockFace(187.4, 180.0, "OVER", "over")
OPEN_ENDED = ClockFace(75.0, None, "NO LIMIT", "on_time")


def drawn(face: ClockFace | None, width: int, height: int, language: str = "en") -> list[str]:
    return [plain(one).rstrip() for one in clock_lines(face, width, height, language)]


def test_one_row_says_it_all_and_has_a_bar_where_there_is_room() -> None:
    assert drawn(ON_TIME, 40, 1) == ["0:46 left   2:14 of 3:00   ON TIME"]
    (wide,) = drawn(ON_TIME, 80, 1)
    assert wide.startswith("0:46 left   2:14 of 3:00   ON TIME") and "█" in wide


def test_the_overtime_counts_upward_with_a_word_and_another_pattern() -> None:
    text, bar = drawn(OVER, 60, 2)
    assert text == "+0:07 over   3:07 of 3:00   OVER"
    assert bar == "█" * 57 + "▓" * 3


def test_without_a_limit_it_counts_what_is_used_and_has_no_bar() -> None:
    assert drawn(OPEN_ENDED, 60, 2) == ["1:15 used   NO LIMIT", ""]


def test_nobody_speaking_is_said_in_both_languages() -> None:
    assert drawn(None, 60, 4) == ["Nobody has the floor"]
    assert drawn(None, 60, 4, "zh") == ["无人发言"]


@pytest.mark.parametrize(("width", "height", "rows"), [(60, 4, 3), (60, 6, 5), (40, 6, 3)])
def test_the_digits_are_as_large_as_the_place(width: int, height: int, rows: int) -> None:
    lines = drawn(ON_TIME, width, height)
    assert len(lines) == rows + 1
    assert lines[0].endswith("ON TIME")
    assert lines[rows - 1].endswith("2:14 of 3:00")
    assert set(lines[-1]) == {"█", "░"}


def test_digits_of_three_rows() -> None:
    assert big_text("10:5", 3) == (
        "▄█  █▀█ ▄ █▀▀",
        " █  █ █ ▄ ▀▀█",
        "▀▀▀ ▀▀▀   ▀▀▀",
    )


@given(st.text(st.sampled_from("0123456789:+- "), min_size=1, max_size=8), st.sampled_from([3, 5]))
def test_all_rows_of_the_digits_are_equally_wide(text: str, rows: int) -> None:
    drawn_rows = big_text(text, 3 if rows == 3 else 5)
    assert len(drawn_rows) == rows
    assert len({len(row) for row in drawn_rows}) == 1


@given(st.floats(0, 2000), st.floats(1, 1000), st.integers(2, 120))
def test_the_bar_always_fills_its_place(used: float, limit: float, width: int) -> None:
    done, rest, over = bar_text(used, limit, width)
    assert len(done + rest + over) == width
    assert bool(over) == (used > limit)


@pytest.mark.parametrize("limit", [180, 300, 900])
def test_in_one_row_the_longest_word_keeps_within_the_notes_clock(limit: int) -> None:
    face = ClockFace(limit - 27, limit, "NEARLY OVER", "nearly")
    (row,) = drawn(face, 39, 1)

    assert row.endswith("NEARLY OVER") and len(row) <= 39


@given(st.floats(0, 20_000), st.one_of(st.none(), st.floats(1, 20_000)))
def test_nothing_changes_before_the_next_look(used: float, limit: float | None) -> None:
    wait = until_text_changes(used, limit)
    assert 0 < wait <= 1
    just_before = used + wait * 0.999 - 2e-6
    if just_before > used:
        assert format_used(just_before) == format_used(used)
        if limit is not None and limit > used:
            assert format_remaining(limit - just_before) == format_remaining(limit - used)
