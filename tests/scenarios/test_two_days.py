"""A meeting of two days, minute by minute: every surface says the same, and of which day it is.

Played as its agenda has it, and again five days later than planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.playing import read_script
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.plain import item_told, time_told
from meeting_tui.views.schedule import draw_schedule, schedule_rows
from meeting_tui.views.schedule_times import runs
from meeting_tui.views.slip import Slip, make_slip, slip_lines
from meeting_tui.views.slip_screen import screen_lines
from meeting_tui.views.timekeeper import one_line
from meeting_tui.views.top import top_line

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
DAYS = {19: "Thu 19 March", 20: "Fri 20 March", 24: "Tue 24 March", 25: "Wed 25 March"}


@cache
def plan() -> Agenda:
    return load_agenda(SCRIPTS / "two-days.toml")


@cache
def played(days_later: int) -> Meeting:
    """The whole script, on the days of the agenda or so many later."""
    agenda, seat = plan(), Seat("script")
    lines = read_script(SCRIPTS / "two-days.script", agenda.date, agenda.zone)
    later = timedelta(days=days_later)
    first = started("two", agenda, load_rules(agenda.rules), lines[0].at + later, seat)
    intake = Intake(Meeting(first), load_directory(), seat)
    for line in lines:
        outcome = intake.propose(line.line, line.at + later)
        assert not isinstance(outcome, Refusal), (line.line, outcome)
        intake.accept(outcome)
    return intake.meeting


def minutes(days_later: int, every: int) -> Iterator[Look]:
    """The meeting as it stood every so many minutes, both days until it is over."""
    meeting = played(days_later)
    shown, waiting = replay(meeting.entries[:1]), iter(meeting.entries[1:])
    following = next(waiting, None)
    zone = plan().sittings[0].start.tzinfo
    day = plan().date + timedelta(days=days_later)
    for morning in (day, day + timedelta(days=1)):
        now = datetime(morning.year, morning.month, morning.day, 9, 45, tzinfo=zone)
        while now.hour < (20 if morning == day else 12):
            while following is not None and following.at <= now:
                shown.apply(following)
                following = next(waiting, None)
            yield Look(shown.state, now, project(shown.state, now), load_directory(), "en")
            now += timedelta(minutes=every)


def local_day(look: Look, instant: datetime) -> date:
    return instant.astimezone(look.room_clock.zone).date()


@pytest.mark.parametrize(("days_later", "every"), [(0, 1), (5, 7)])
def test_every_surface_says_the_same_and_of_which_day(days_later: int, every: int) -> None:
    looked_at = 0
    for look in minutes(days_later, every):
        if look.state.phase != "planned":
            looked_at += 1
            hold_today(look)
            hold_the_sitting(look)
            hold_ends_of_items(look)
            hold_the_open_item(look)
            hold_bars(look)
    assert looked_at > 700 / every


def test_what_the_big_digits_mean_is_whole_and_apart_on_a_small_screen() -> None:
    for look in minutes(0, 9):
        lines = [plain(each) for each in screen_lines(look, 80, 20)]
        assert not any("late (break" in each and "…" in each for each in lines), lines
        assert not any(re.search(r"late min left", each) for each in lines), lines
    (look,) = [each for each in minutes(0, 1) if f"{each.now:%d %H:%M}" == "19 15:26"]
    told = [" ".join(plain(each).split()) for each in screen_lines(look, 80, 20)]
    at = next(n for n, each in enumerate(told) if "planned 17:50" in each)
    assert "min late" in told[at + 1] or "min late" in told[at], told
    assert any(
        "late (break not counted)" in " ".join(each.split())
        for each in slip_lines(slip(look), "en")
    )


def hold_today(look: Look) -> None:
    """What says when it is looked at says the day too."""
    today = DAYS[local_day(look, look.now).day]
    over = look.state.phase == "adjourned"

    assert f", {today}, " in slip_lines(slip(look), "en")[0] or over
    assert f"at {today}, " in forecast(look)[0]
    assert f"It is {today}, " in time_told(look)[0]
    assert today in plain(top_line(look, 120))


def hold_the_sitting(look: Look) -> None:
    """The end of the sitting held, or when the next one begins, with its day if not today's."""
    sitting = look.projection.sitting
    if sitting is None:
        return
    top, told = plain(top_line(look, 120)), time_told(look)[-1]
    instant = sitting.planned_end if sitting.is_held else sitting.planned_start
    clock = look.clock(instant)
    assert (" " in clock) == (local_day(look, instant) != local_day(look, look.now))
    assert clock in told
    assert clock in forecast(look)[1]
    if sitting.is_held or instant > look.now:
        assert clock in top


def hold_ends_of_items(look: Look) -> None:
    """When an item ended or will, in the agenda, on the Schedule, in the forecast and JSON."""
    agenda = {row.key: row.content for row in agenda_rows(look)}
    lines = forecast(look)
    intake = {each["id"]: each for each in forecast_table(look.projection, "en")["items"]}
    for times in look.projection.day.items:
        ends = times.ends_at
        assert ends is not None
        clock = look.clock(ends)
        assert (" " in clock) == (local_day(look, ends) != local_day(look, look.now))
        (row,) = (each for each in lines if each.startswith(f"{times.id}  "))
        assert f" {clock}" in row
        assert f" {look.clock(times.planned_end)} " in row
        assert datetime.fromisoformat(intake[times.id]["ends_at"]) == ends
        shown = agenda[f"item {times.id}"].time
        assert shown == clock or "wait" in shown or times.closed_at
        begins = times.starts_at or ends
        held = [plain(each) for each in runs(look, times)]
        assert held[0].startswith(look.clock(begins))
        assert held[-1].endswith(clock.rpartition(" ")[2]), "a day that both have is said once"


def hold_the_open_item(look: Look) -> None:
    """The end of the open item on the Floor, the slip and line by line."""
    item = look.projection.item
    if item is None:
        return
    clock = look.clock(item.ends_at)
    assert f" {clock}  plan " in plain(one_line(look))
    (row,) = (each for each in slip_lines(slip(look), "en") if each.startswith("ITEM "))
    assert f"ends {clock}, planned {look.clock(item.planned_end)}" in row
    assert f" {clock}" in item_told(look)[0]


def hold_bars(look: Look) -> None:
    """The Schedule is whole at both widths, its sittings under their days, its bars of one day."""
    rows = schedule_rows(look)
    sittings = [each for each in rows if each.key.startswith("sitting ")]
    for row, run in zip(sittings, look.projection.day.sittings, strict=True):
        assert row.content.title.endswith(DAYS[local_day(look, run.planned_start).day])
    for row in rows:
        assert len(plain(draw_schedule(row, 118, False))) <= 118
        if row.content.axis is not None:
            axis = row.content.axis
            assert local_day(look, axis.start) == local_day(look, axis.end)


def slip(look: Look) -> Slip:
    return make_slip(look)


def forecast(look: Look) -> list[str]:
    return list(forecast_lines(look))
