"""When items are planned: by sitting named, by first room left, running on, running over."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.agenda.plan import planned_items
from meeting_tui.agenda.toml_file import load_agenda, parse_agenda

VALID = Path(__file__).resolve().parents[1] / "agendas" / "valid"

HEAD = """
id = "plan"
title = "Plan"
body = "Committee"
short_title = "Plan"
date = 2026-05-04
zone = "Europe/Zurich"
rules = "flat"
sittings = [
    { id = "am", start = 2026-05-04T10:00:00, end = 2026-05-04T12:00:00 },
    { id = "pm", start = 2026-05-04T15:00:00, end = 2026-05-04T16:00:00 },
]
"""


def spans(*items: tuple[int, str | None]) -> list[str]:
    text = HEAD
    for number, (minutes, sitting) in enumerate(items, start=1):
        text += f'[[items]]\nid = "{number}"\ntitle = "T"\nkind = "qa"\nminutes = {minutes}\n'
        text += "" if sitting is None else f'sitting = "{sitting}"\n'
    return [
        f"{planned.sitting} {planned.start:%H:%M}-{planned.end:%H:%M}"
        for planned in planned_items(parse_agenda(text, "plan.toml"))
    ]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            [(60, None), (60, None), (60, None)],
            ["am 10:00-11:00", "am 11:00-12:00", "pm 15:00-16:00"],
        ),
        (
            [(90, None), (60, None), (30, None)],
            ["am 10:00-11:30", "pm 15:00-16:00", "am 11:30-12:00"],
        ),
        ([(60, "pm"), (60, None)], ["pm 15:00-16:00", "am 10:00-11:00"]),
        ([(150, None), (10, None)], ["am 10:00-15:30", "pm 15:30-15:40"]),
        ([(100, None), (70, None)], ["am 10:00-11:40", "am 11:40-15:50"]),
        ([(60, "pm"), (20, "pm")], ["pm 15:00-16:00", "pm 16:00-16:20"]),
        (
            [(180, None), (5, None), (0, None)],
            ["am 10:00-16:00", "pm 16:00-16:05", "am 12:00-12:00"],
        ),
    ],
)
def test_planned_times(items: list[tuple[int, str | None]], expected: list[str]) -> None:
    assert spans(*items) == expected


def test_plan_counts_real_minutes_when_clocks_change() -> None:
    agenda = load_agenda(VALID / "summer-time-begins.toml")
    assert [planned.end.isoformat() for planned in planned_items(agenda)] == [
        "2026-03-29T04:00:00+02:00",
        "2026-03-29T18:00:00+02:00",
    ]


def test_plan_over_two_days() -> None:
    agenda = load_agenda(VALID / "two-days.toml")
    assert [
        f"{planned.item} {planned.start:%d %H:%M}-{planned.end:%d %H:%M}"
        for planned in planned_items(agenda)
    ] == [
        "1 09 10:00-09 10:30",
        "2 09 10:30-09 16:30",
        "3 09 16:30-09 16:50",
        "4 10 15:00-10 15:00",
    ]
