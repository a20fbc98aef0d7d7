"""From when to when something was held: breaks between sittings are no part of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.sittings import held_between


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-19T{clock}+00:00")


def sittings(suspended: str | None, resumed: str | None) -> tuple[SittingRun, ...]:
    """Two sittings, 10:00 to 13:00 and 15:00 to 18:00, as they are planned and were held."""
    first = SittingRun(
        id="1",
        planned_start=at("10:00"),
        planned_end=at("13:00"),
        opened_at=at("10:00"),
        suspended_at=at(suspended) if suspended else None,
    )
    second = SittingRun(
        id="2",
        planned_start=at("15:00"),
        planned_end=at("18:00"),
        opened_at=at(resumed) if resumed else None,
        suspended_at=None,
    )
    return first, second


@pytest.mark.parametrize(
    ("suspended", "resumed", "start", "end", "held"),
    [
        (None, None, "11:00", "12:00", "11:00-12:00"),
        (None, None, "12:56", "15:06", "12:56-13:00 15:00-15:06"),
        ("12:50", "15:02", "12:40", "15:06", "12:40-12:50 15:02-15:06"),
        ("13:04", "15:02", "12:40", "15:06", "12:40-13:04 15:02-15:06"),
        ("13:00", None, "12:40", "13:00", "12:40-13:00"),
        ("13:00", None, "12:40", "15:00", "12:40-15:00"),
        (None, None, "12:40", "13:20", "12:40-13:20"),
        (None, None, "14:00", "15:20", "14:00-15:20"),
        (None, None, "13:00:10", "15:20", "13:00-15:20"),
        ("13:00:50", None, "13:00:10", "15:20", "15:00-15:20"),
        ("13:00", None, "12:30", "15:00:20", "12:30-13:00 15:00-15:00"),
        (None, None, "12:30", "12:30:20", "12:30-12:30"),
    ],
)
def test_a_break_is_no_part_of_what_was_held(
    suspended: str | None, resumed: str | None, start: str, end: str, held: str
) -> None:
    spans = held_between(sittings(suspended, resumed), at(start), at(end))

    assert " ".join(f"{first:%H:%M}-{last:%H:%M}" for first, last in spans) == held
