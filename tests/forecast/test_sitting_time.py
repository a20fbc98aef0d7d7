"""Sums of time fold over breaks; behind the last sitting time runs on."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meeting_tui.forecast.sitting_time import SittingTime
from tests.forecast.room import at, clock

DAY = SittingTime(((at("10:00"), at("13:00")), (at("15:00"), at("18:00"))))


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("9:00", "10:00"),
        ("10:00", "10:00"),
        ("12:59:59", "12:59:59"),
        ("13:00", "15:00"),
        ("14:00", "15:00"),
        ("16:30", "16:30"),
        ("18:00", "18:00"),
        ("19:15", "19:15"),
    ],
)
def test_earliest_instant_of_a_sitting(instant: str, expected: str) -> None:
    assert clock(DAY.earliest(at(instant))) == expected


@pytest.mark.parametrize(
    ("instant", "minutes", "expected"),
    [
        ("11:00", 30, "11:30"),
        ("9:00", 30, "10:30"),
        ("12:30", 30, "13:00"),
        ("12:30", 31, "15:01"),
        ("13:00", 10, "15:10"),
        ("13:02", 10, "15:10"),
        ("13:02", 0, "13:02"),
        ("12:00", 240, "18:00"),
        ("12:00", 250, "18:10"),
        ("18:05", 10, "18:15"),
        ("9:00", 400, "18:40"),
    ],
)
def test_sums_fold_over_breaks(instant: str, minutes: int, expected: str) -> None:
    assert clock(DAY.after(at(instant), timedelta(minutes=minutes))) == expected


def test_sums_may_be_taken_in_parts() -> None:
    for parts in ((59, 1), (60, 120), (1, 179), (240, 240)):
        at_once = DAY.after(at("12:00"), timedelta(minutes=sum(parts)))
        one_by_one = at("12:00")
        for part in parts:
            one_by_one = DAY.after(one_by_one, timedelta(minutes=part))
        assert one_by_one == at_once
