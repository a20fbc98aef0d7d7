"""The plan as instants: by agenda alone, and on the day the meeting is held."""

from __future__ import annotations

from datetime import UTC, date

import pytest

from meeting_tui.agenda.model import Agenda, Item
from meeting_tui.agenda.plan import planned_items
from meeting_tui.forecast.plan import sittings_of_day
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.sittings import OpenMeeting
from tests.forecast.room import SITTINGS, Room, agenda, at, clock, item, sitting

SUMMER_DAY = date(2026, 3, 29)
TRIAL_DAY = date(2026, 3, 9)


def shown(plan: Agenda) -> dict[str, str]:
    return {each.item: f"{clock(each.start)}-{clock(each.end)}" for each in planned_items(plan)}


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ((item("1", 30), item("2", 60)), {"1": "10:00-10:30", "2": "10:30-11:30"}),
        (
            (item("1", 120), item("2", 120, sitting="1")),
            {"1": "10:00-12:00", "2": "12:00-16:00"},
        ),
        (
            (item("1", 30), item("4", 180, sitting="2"), item("5", 20, sitting="1")),
            {"1": "10:00-10:30", "4": "15:00-18:00", "5": "10:30-10:50"},
        ),
        (
            (item("1", 180), item("2", 180), item("3", 30)),
            {"1": "10:00-13:00", "2": "15:00-18:00", "3": "18:00-18:30"},
        ),
    ],
)
def test_minutes_are_laid_over_the_sittings(
    items: tuple[Item, ...], expected: dict[str, str]
) -> None:
    assert shown(agenda(*items)) == expected


def test_afternoon_shifted_by_half_an_hour_shifts_what_is_in_it() -> None:
    items = (item("1", 60, sitting="1"), item("4", 90, sitting="2"), item("5", 30, sitting="2"))
    later = (SITTINGS[0], sitting("2", "15:30", "18:30"))

    assert shown(agenda(*items)) == {
        "1": "10:00-11:00",
        "4": "15:00-16:30",
        "5": "16:30-17:00",
    }
    assert shown(agenda(*items, sittings=later)) == {
        "1": "10:00-11:00",
        "4": "15:30-17:00",
        "5": "17:00-17:30",
    }


@pytest.mark.parametrize(("day", "hour"), [(date(2026, 3, 19), 9), (SUMMER_DAY, 8)])
def test_ten_o_clock_in_geneva_is_another_hour_of_utc_in_summer(day: date, hour: int) -> None:
    plan = agenda(item("1", 30), sittings=(sitting("1", "10:00", "18:00", day),))
    planned = planned_items(plan)[0]
    start, end = (each.astimezone(UTC) for each in (planned.start, planned.end))

    assert (start.hour, end.hour, end.minute) == (hour, hour, 30)
    assert (clock(start), clock(end)) == ("10:00", "10:30")


def test_a_night_sitting_is_planned_in_hours_of_real_time() -> None:
    plan = agenda(
        item("1", 60), item("2", 60), sittings=(sitting("1", "1:00", "6:00", SUMMER_DAY),)
    )

    assert shown(plan) == {"1": "01:00-03:00", "2": "03:00-04:00"}


def days(room: Room, day: date, hour: str = "9:30") -> list[str]:
    return [f"{s.planned_start:%d}.{clock(s.planned_start)}" for s in _seen(room, day, hour)]


def _seen(room: Room, day: date, hour: str) -> tuple[SittingRun, ...]:
    return sittings_of_day(room.state, at(hour, day))


PLAN = agenda(item("1", 30), item("2", 30))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 1), "19."),
        (date(2026, 3, 19), "19."),
        (date(2026, 3, 24), "24."),
    ],
)
def test_plan_until_it_is_opened(day: date, expected: str) -> None:
    assert days(Room(PLAN), day) == [f"{expected}10:00", f"{expected}15:00"]


def test_plan_of_a_trial_run_stays_on_the_day_it_was_opened() -> None:
    room = Room(PLAN).do(at("10:05", TRIAL_DAY), OpenMeeting(), OpenItem("1"))

    assert days(room, TRIAL_DAY) == ["09.10:00", "09.15:00"]
    assert days(room, date(2026, 3, 10), "0:10") == ["09.10:00", "09.15:00"]

    seen = room.see(at("10:06", TRIAL_DAY)).day.items

    assert [clock(each.planned_start) for each in seen] == ["10:00", "10:30"]
    assert [each.planned_start.day for each in seen] == [9, 9]
    assert [each.ends_at and each.ends_at.day for each in seen] == [9, 9]
