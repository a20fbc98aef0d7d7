"""A sitting over midnight, and one in the night the clocks go back: the same on every surface."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Sitting
from meeting_tui.forecast.projection import project
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.keeping import Keeping
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.plain import facts as facts_of
from meeting_tui.views.record import RecordBook, draw_record, record_heading
from meeting_tui.views.schedule import draw_schedule, schedule_rows
from meeting_tui.views.schedule_times import axis
from meeting_tui.views.slip import make_slip, slip_lines
from meeting_tui.views.slip_screen import screen_lines
from meeting_tui.views.speaking_times import TimesText
from meeting_tui.views.top import top_line
from meeting_tui.views.waiting import draw_waiting, waiting_rows
from tests.meeting.room import DAY, ZONE, Room, agenda, at_time, directory, sitting
from tests.shell.calling import Call, caller, write_script

MORROW = DAY + timedelta(days=1)


def night(first: date = DAY) -> Room:
    """From 22:00 to 01:00 and the next morning; Mexico, France and Germany speak in turn."""
    ends = at_time("01:00:00", MORROW).astimezone(ZONE)
    over = Sitting("1", at_time("22:00:00").astimezone(ZONE), ends)
    room = Room(agenda(over, sitting("2", "10:00:00", "13:00:00", MORROW)), day=first)
    room.at("22:00:00").do("open", "item 3", "limit 50:00", "inscribe mex fra deu")
    room.at("23:40:00").do("next")
    room.at("00:05:00", first + timedelta(days=1)).do("next")
    return room


MOMENTS = [
    ("23:50:00", 0, "Thu 19 March", "70 min left, ends Fri 01:00", "Sitting 1 until Fri 01:00"),
    ("00:06:00", 1, "Fri 20 March", "54 min left, ends 01:00", "Sitting 1 until 01:00"),
    ("00:59:00", 1, "Fri 20 March", "1 min left, ends 01:00", "Sitting 1 until 01:00"),
    ("01:05:00", 1, "Fri 20 March", "5 min past its end at 01:00", "Sitting 1 was planned"),
]


@pytest.mark.parametrize(("clock", "later", "day", "left", "sitting_told"), MOMENTS)
def test_every_surface_is_in_the_same_sitting_of_the_same_day(
    clock: str, later: int, day: str, left: str, sitting_told: str
) -> None:
    room = night().at(clock, DAY + timedelta(days=later))
    state, now, looked = room.state, room.now, project(room.state, room.now)
    look = Look(state, now, looked, directory(), "en")
    slip = "\n".join(slip_lines(make_slip(look), "en"))
    told = list(forecast_lines(look))
    facts = "\n".join(facts_of(look, Keeping()))
    times = next(iter(TimesText(look).lines()))
    on_axis = axis(look)

    assert slip.startswith(f"TRIAL, {day}, {clock[:5]}")
    assert left in slip
    assert told[0] == f"TRIAL, at {day}, {clock[:5]}"
    assert told[1].startswith(sitting_told)
    assert times.startswith(f"TRIAL, {day}, {clock[:5]}")
    assert f"It is {day}, {clock}." in facts and "Sitting 1" in facts
    assert "Sitting 1 ends" in plain(top_line(look, 120))
    assert day in plain(top_line(look, 120))
    assert on_axis.sittings == ((at_time("22:00:00"), at_time("01:00:00", MORROW)),)
    assert on_axis.now == now
    assert forecast_table(looked, "en")["sitting"]["id"] == "1"
    assert not any("…" in plain(draw_waiting(row, 60, False)) for row in waiting_rows(look))


SCRIPT = (
    "22:00:05 open",
    "22:00:10 item 1",
    "22:00:30 inscribe mex fra deu jpn",
    "23:40:00 next",
    "23:55:00 next",
    "+1d 00:05:00 next",
    "+1d 00:58:00 next",
)
PLAN = """
schema_version = 1
id = "night"
date = 2026-03-19
zone = "Europe/Zurich"
rules = "flat"
title = "Night sitting"
body = "Body"
short_title = "Night"

[[sittings]]
id = "1"
start = 2026-03-19T22:00:00
end = 2026-03-20T01:00:00

[[items]]
id = "1"
title = "Debate"
kind = "discussion"
minutes = 180
"""


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    plan = tmp_path / "night.toml"
    plan.write_text(PLAN)
    called = caller(tmp_path / "sessions", capsys)
    script = write_script(tmp_path, *SCRIPT)
    assert called("play", plan, script, "--session", "night").code == 0
    return called


@pytest.mark.parametrize(
    ("asked", "at", "speaks"),
    [
        ("23:50", "2026-03-19T23:50:00+01:00", "Mexico"),
        ("00:06", "2026-03-20T00:06:00+01:00", "Germany"),
        ("2026-03-20 00:06", "2026-03-20T00:06:00+01:00", "Germany"),
        ("+1d 00:06", "2026-03-20T00:06:00+01:00", "Germany"),
        ("00:59", "2026-03-20T00:59:00+01:00", "Japan"),
        ("01:05", "2026-03-20T01:05:00+01:00", "Japan"),
    ],
)
def test_every_command_looks_at_the_same_moment(
    call: Call, asked: str, at: str, speaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in ("slip", "times"):
        assert call("--json", command, "night", "--at", asked).json["at"] == at
    forecast = call("--json", "forecast", "night", "--at", asked).json
    assert forecast["at"] == at
    assert forecast["sitting"]["id"] == "1"
    assert speaks in call("slip", "night", "--at", asked).out
    monkeypatch.setattr("sys.stdin", io.StringIO("quit\n"))
    looked = call("run", "night", "--plain", "--at", asked).out
    assert f"{speaks} has the floor" in looked
    assert "Sitting 1" in looked


AUTUMN = date(2026, 10, 25)
SUMMER, WINTER = "02:30+02:00", "02:30+01:00"


def utc(hours: float) -> datetime:
    """So many hours after midnight UTC, when it is 02:00 by summer time in Zurich."""
    return datetime(2026, 10, 25, tzinfo=UTC) + timedelta(hours=hours)


@cache
def clocks_go_back() -> Room:
    """From 01:00 to 04:00, four hours; Mexico speaks from 02:10 to 02:30 an hour and more later."""
    plan = agenda(sitting("1", "01:00:00", "04:00:00", AUTUMN))
    room = Room(plan, day=AUTUMN - timedelta(days=1))
    for at, *lines in (
        (utc(-1), "open", "item 3", "limit 40:00", "inscribe mex fra deu"),
        (utc(1 / 6), "next"),
        (utc(0.5), "suspend"),
        (utc(1), "resume", "floor mex!"),
    ):
        room.now = at
        room.do(*lines)
    return room


def looked_at(now: datetime) -> Look:
    room = clocks_go_back()
    return Look(room.state, now, project(room.state, now), directory(), "en")


def test_lengths_are_those_of_real_time() -> None:
    room, now = clocks_go_back(), utc(1.5)
    turns = [each.used_seconds(now) for each in room.state.interventions.values()]
    looked = project(room.state, now)

    assert room.state.agenda.sittings[0].seconds == 4 * 3600
    assert turns == [20 * 60, 30 * 60]
    assert room.state.items["3"].open_seconds(now) == 2 * 3600
    assert looked.sitting is not None and looked.sitting.seconds_left == 1.5 * 3600
    assert looked.item is not None
    # Mexico has 10 minutes left of 40, France and Germany 40 each, with hand-overs between.
    assert 90 <= (looked.item.ends_at - now).total_seconds() / 60 < 95


@pytest.mark.parametrize(("hours", "told"), [(0.5, SUMMER), (1.5, WINTER)])
def test_which_of_two_hours_it_is_is_told_everywhere(hours: float, told: str) -> None:
    look = looked_at(utc(hours))
    slip = slip_lines(make_slip(look), "en")
    facts = facts_of(look, Keeping())

    assert slip[0].endswith(f", {told}")
    assert next(iter(forecast_lines(look))).endswith(told)
    assert f"{told}: " in next(iter(TimesText(look).lines()))
    assert f"{told[:5]}:00{told[5:]}" in facts[0]
    assert f"{told[:5]}:00{told[5:]}" in plain(top_line(look, 120))


def test_no_row_of_that_night_is_cut_on_a_wide_screen() -> None:
    look = looked_at(utc(1.25))
    rows = [plain(draw_schedule(row, 120, False)) for row in schedule_rows(look)]
    waiting = [plain(draw_waiting(row, 70, False)) for row in waiting_rows(look)]
    book = RecordBook()
    book.follow(look, clocks_go_back().meeting.entries)
    record = [plain(draw_record(row, 80, False)) for row in book.rows]
    heading = plain(record_heading(look, 80))

    assert not [each for each in (*rows, *waiting) if "…" in each]
    assert "02:10:00+02:00" in "\n".join(record)
    assert "02:00:00+01:00" in "\n".join(record)
    told = next(each for each in record if "Item 3 is open" in each)
    assert heading.index("what happened") == told.index("Item 3 is open")


def test_an_export_of_that_night_has_instants_with_offsets() -> None:
    table = forecast_table(looked_at(utc(1.5)).projection, "en")

    assert table["at"] == "2026-10-25T02:30:00+01:00"


def suspended_before_midnight() -> Look:
    room = night().at("00:30:00", MORROW)
    room.do("suspend")
    return seen(room.at("09:00:00", MORROW))


def not_opened_after_midnight() -> Look:
    ends = at_time("01:00:00", MORROW).astimezone(ZONE)
    room = Room(agenda(Sitting("1", at_time("22:00:00").astimezone(ZONE), ends)))
    return seen(room.at("00:06:00", MORROW))


def suspended_since_the_evening() -> Look:
    room = night().at("00:20:00", MORROW)
    other = Room(agenda(*room.state.agenda.sittings)).at("22:00:00")
    other.do("open", "item 3", "floor mex!")
    other.at("23:40:00").do("suspend")
    return seen(other.at("00:06:00", MORROW))


def seen(room: Room, language: str = "en") -> Look:
    return Look(room.state, room.now, project(room.state, room.now), directory(), language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 36)])
@pytest.mark.parametrize(
    ("look", "told"),
    [
        (suspended_before_midnight(), ("begins",)),
        (not_opened_after_midnight(), ("Thu, begins",)),
        (suspended_since_the_evening(), ("Thu, sitting 1",)),
        (looked_at(utc(0.5)), ("planned", "min left to 04:00")),
        (looked_at(utc(1.5)), ("planned", "min left to 04:00")),
    ],
)
def test_the_big_digits_of_the_slip_are_bare(
    look: Look, told: tuple[str, ...], width: int, height: int, language: str
) -> None:
    shown = replace(look, language=language)
    lines = [plain(each) for each in screen_lines(shown, width, height)]

    assert len(lines) <= height
    if language == "en":
        assert all(any(each in line for line in lines) for each in told), lines


def test_the_word_below_says_which_of_two_hours() -> None:
    room = Room(agenda(sitting("1", "01:00:00", "04:00:00", AUTUMN)), day=AUTUMN)
    room.now = utc(0.2)
    room.do("open", "item 3", "inscribe mex fra", "next")
    lines = [plain(each) for each in screen_lines(seen(room), 120, 36)]

    assert any("UTC+02:00, planned 02:10+01:00" in line for line in lines)
