"""At every minute of the day the open item ends at one time, wherever it is shown.

Both scripts are played once and looked at minute by minute, on the slip, the Floor, the Schedule
and in the forecast; a third day has its open item split over lunch.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import takewhile
from pathlib import Path

import pytest

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.intake import Seat, started
from meeting_tui.forecast.projection import project
from meeting_tui.forecast.sums import sum_of_open
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.schedule_times import pace_and_late, runs
from meeting_tui.views.slip import make_slip
from meeting_tui.views.timekeeper import one_line
from tests.report.hard_day import directory, run
from tests.scenarios.late_day import AGENDA, DAY, LONG_LIST, at

SPLIT = "11:05:00 plan split 2 40 then 2 because the delegates of item 3 leave at noon"
DAYS = {
    "full day": (DAY, "18:10:00", ()),
    "long list": (LONG_LIST, "13:00:00", ()),
    "split": (DAY, "11:50:00", (SPLIT,)),
}


def played(script: Path, until: str, more: tuple[str, ...]) -> Meeting:
    """The script up to a time, with some more lines of their times."""
    lines = [each for each in script.read_text(encoding="utf-8").splitlines() if each[:1] != "#"]
    kept = sorted([*(each for each in lines if each and each[:8] < until), *more], key=_time)
    agenda = load_agenda(AGENDA)
    begun = started(
        "day", agenda, load_rules(agenda.rules), at("09:00:00"), Seat("desk"), rehearsal=True
    )
    return run(Meeting(begun), "\n".join(kept))


def _time(line: str) -> str:
    return line[:8]


def minutes(meeting: Meeting, until: str) -> Iterator[Look]:
    """The meeting as it stood at every full minute while it is held."""
    entries, shown = list(meeting.entries), replay(meeting.entries[:1])
    waiting = iter(entries[1:])
    following = next(waiting, None)
    now = at("10:00:00")
    while now <= at(until):
        while following is not None and following.at <= now:
            shown.apply(following)
            following = next(waiting, None)
        projection = project(shown.state, now)
        yield Look(shown.state, projection.now, projection, directory(), "en")
        now += timedelta(minutes=1)


@pytest.mark.parametrize("day", DAYS)
def test_every_surface_says_the_same_end_of_the_open_item(day: str) -> None:
    script, until, more = DAYS[day]
    looked_at = 0
    for look in minutes(played(script, until, more), until):
        if look.projection.item is not None:
            looked_at += 1
            hold_one_end(look)
    assert looked_at > 50


def hold_one_end(look: Look) -> None:
    projection, open_item = look.projection, look.projection.item
    assert open_item is not None
    times = next(each for each in projection.day.items if each.id == open_item.id)
    ends = (open_item.ends_at, open_item.pace_ends_at, open_item.late_ends_at)
    assert ends == (times.ends_at, times.pace_ends_at, times.late_ends_at)
    assert open_item.difference_seconds == times.difference_seconds

    added = sum_of_open(look.state, open_item)
    assert added.ends_at == open_item.ends_at
    assert added.seconds == pytest.approx(open_item.seconds + open_item.kept_seconds)

    clock, pace, late = (look.clock(each) for each in ends)
    slip = make_slip(look)
    assert slip.item is not None
    assert slip.item.digits == clock
    assert f" {clock}  plan " in plain(one_line(look))
    rows = {row.key: row.content for row in agenda_rows(look)}
    assert rows[f"item {open_item.id}"].time == clock
    assert pace_and_late(look, times) == (pace, late if open_item.is_uncertain else "")
    if len(times.coming) == 1:
        assert plain(runs(look, times)[-1]).endswith(f"–{clock}")

    told = list(forecast_lines(look))
    row = next(each for each in told if each.startswith(f"{open_item.id}  "))
    in_text = late if open_item.is_uncertain else "–"  # nobody it could be drawn from
    assert f"{clock:<8}{pace:<8}{in_text:<8}" in row
    summed = [each for each in told if each.startswith(f"Item {open_item.id}: ")]
    assert summed
    assert all(each.endswith(f": {clock}") for each in summed)
    table = forecast_table(projection, "en")
    of_day = next(each for each in table["items"] if each["id"] == open_item.id)
    for key in ("ends_at", "pace_ends_at", "late_ends_at", "difference_seconds"):
        assert table["open_item"][key] == of_day[key]


def test_minutes_kept_for_who_may_still_ask_are_told_in_the_sum() -> None:
    looks = minutes(played(LONG_LIST, "12:00:00", ()), "11:42:00")
    look = list(takewhile(lambda each: each.now <= at("11:42:00"), looks))[-1]
    told = "\n".join(forecast_lines(look))

    assert "15:00 of presentations" not in told or "kept for later requests" in told
    assert look.projection.item is not None
    assert look.clock(look.projection.item.ends_at) == "12:06"
    assert ": 12:06" in told
