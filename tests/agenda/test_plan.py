"""When items are planned: by sitting named, by first room left, running on, running over."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.plan import Pieces, planned_items
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


def agenda_of(*items: tuple[int, str | None]) -> Agenda:
    text = HEAD
    for number, (minutes, sitting) in enumerate(items, start=1):
        text += f'[[items]]\nid = "{number}"\ntitle = "T"\nkind = "qa"\nminutes = {minutes}\n'
        text += "" if sitting is None else f'sitting = "{sitting}"\n'
    return parse_agenda(text, "plan.toml")


def spans(*items: tuple[int, str | None]) -> list[str]:
    return [
        f"{planned.sitting} {planned.start:%H:%M}-{planned.end:%H:%M}"
        for planned in planned_items(agenda_of(*items))
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
def test_items_follow_each_other_in_their_sittings(
    items: list[tuple[int, str | None]], expected: list[str]
) -> None:
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


def parts(
    items: list[tuple[int, str | None]],
    running_order: tuple[str, ...] | None = None,
    splits: dict[str, Pieces] | None = None,
) -> list[str]:
    planned = planned_items(agenda_of(*items), running_order, splits)
    return [
        " ".join(f"{part.piece}{part.sitting} {part.start:%H:%M}-{part.end:%H:%M}" for part in each)
        for each in (one.parts for one in planned)
    ]


def test_an_item_that_goes_on_in_the_next_sitting_is_held_in_two_parts() -> None:
    assert parts([(100, "am"), (50, "am"), (40, "pm")]) == [
        "0am 10:00-11:40",
        "0am 11:40-12:00 0pm 15:00-15:30",
        "0pm 15:30-16:10",
    ]


def test_another_running_order_is_told_in_the_order_of_the_agenda() -> None:
    assert parts([(30, "am"), (20, "am"), (10, "pm")], ("3", "2", "1")) == [
        "0am 10:20-10:50",
        "0am 10:00-10:20",
        "0pm 15:00-15:10",
    ]


def test_a_split_item_is_planned_piece_by_piece_and_what_follows_moves_up() -> None:
    assert parts([(60, "am"), (20, "am"), (10, "pm")], None, {"1": (("am", 40), ("pm", 20))}) == [
        "0am 10:00-10:40 1pm 15:00-15:20",
        "0am 10:40-11:00",
        "0pm 15:20-15:30",
    ]


def test_a_piece_never_comes_before_the_one_before_it() -> None:
    """The first runs over into the sitting of the second; a sitting that is full has no part."""
    assert parts([(120, "am"), (60, "am")], None, {"2": (("am", 50), ("pm", 10))}) == [
        "0am 10:00-12:00",
        "0pm 15:00-15:50 1pm 15:50-16:00",
    ]
