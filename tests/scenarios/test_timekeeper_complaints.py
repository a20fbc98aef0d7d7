"""Complaints about other timekeepers, each tried here from the typed line to what is shown.

Settings that do nothing are in `test_timekeeper_settings.py`, what other clocks and lists do wrong
in `test_clock_cases.py` and `test_list_cases.py`.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from meeting_tui.cli import main
from meeting_tui.desk.clock import RehearsalClock
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.session_log.chain import verify
from tests.scenarios.late_day import (
    DAY,
    LONG_LIST,
    at,
    enter,
    in_one_line,
    let_it_be,
    play_until,
    seated,
    shown,
)
from tests.ui.seen import seen, until

NOON = "12:20:00"
Tell = Callable[..., str]


@pytest.fixture(scope="module")
def late(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The day at 12:20, a long list waiting on item 3."""
    return play_until(tmp_path_factory.mktemp("late") / "sessions", LONG_LIST, NOON).path


@pytest.fixture
def session(late: Path, tmp_path: Path) -> SessionFolder:
    """A copy of it that may be gone on with."""
    shutil.copytree(late, tmp_path / "sessions" / "day")
    return SessionFolder(tmp_path / "sessions" / "day")


@pytest.fixture
def tell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """What a command says of the session `day`; it must not fail."""

    def told(command: str, *options: str) -> str:
        capsys.readouterr()
        assert main(["--sessions", str(tmp_path / "sessions"), command, "day", *options]) == 0
        return capsys.readouterr().out

    return told


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let these lines be what is typed in the line-by-line mode."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def newest(session: SessionFolder) -> int:
    """The number of the newest entry on disk, of a log that is whole."""
    log = session.read()
    try:
        rows = list(log.rows())
        assert verify(rows, log.head()) == ()
        return len(rows)
    finally:
        log.close()


def test_modes_nobody_understands_the_sum_is_in_words_and_it_only_suggests(
    session: SessionFolder, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Users did not grasp adaptive modes and could not override them."""
    before = newest(session)
    said = tell("forecast", "--at", "12:20")
    assert "12 speakers at 2:00, 2 at 3:15, 1:00 to close and 15 s between them: 12:58" in said
    type_in(monkeypatch, "limit fit 13:00", "quit")
    said = tell("run", "--plain")
    assert "Suggestion, not set yet: limit 2:00 and 3:15 for group" in said
    assert newest(session) == before, "only a person sets"


@pytest.mark.parametrize(
    "line",
    ["limit 1:45", "limit 2:45 for group", "extend 2:00", "withdraw phl", "move icrc 1"],
)
async def test_a_manual_change_reaches_the_rest(
    session: SessionFolder, tell: Tell, line: str
) -> None:
    """A manual change did not reach the rest: here all give equal figures after it."""
    figures: dict[str, str] = {}
    with seated(session, NOON) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            before = await shown(app, "Item 3 ends")
            await enter(app, line)
            item = app.look.projection.item
            assert item is not None
            expected = f"{item.ends_at.astimezone(at(NOON).tzinfo):%H:%M}"
            floor = await shown(app, f"Item 3 ends {expected}")
            await pilot.resize_terminal(120, 36)
            await shown(app, f"full time {expected}")
            await pilot.press("f5")
            await until(
                lambda: bool(re.search(r"3 (Supporting|continued).*–" + expected, seen(app)))
            )
    if "move" not in line:
        assert before != floor, "it matters"
    figures["slip"] = found(r"ITEM 3 +ends (\d\d:\d\d)", tell("slip"))
    figures["command"] = found(r"\n3 .* open +12:45 +(\d\d:\d\d)", tell("forecast"))
    table = json.loads(tell("forecast", "--json"))
    figures["json"] = table["open_item"]["ends_at"][11:16]
    exported = json.loads(tell("export", "--format", "json", "--to", "-"))
    assert exported["forecast"] == table
    assert figures == dict.fromkeys(figures, expected)


def found(pattern: str, text: str) -> str:
    """What the group of a pattern holds."""
    match = re.search(pattern, text)
    assert match, text
    return match[1]


BEGUN = ("10:00:00 open", "10:00:01 item 0", "10:00:02 inscribe mex", "10:00:05 next")
BACKWARDS = tuple(
    f"10:0{n}:0{m} {line}"
    for n, name in enumerate("6543210", 1)
    for m, line in enumerate((f"item {name}", "close item"))
)
ODD_DAYS = {
    "a speech of three hours": (
        (*BEGUN, "13:05:00 yield"),
        "interventions of one hour or more: 1 (3 h 04)",
    ),
    "a speech that does not end": (
        (*BEGUN, "12:30:00 inscribe fra"),
        "interventions of one hour or more: 1 (2 h 29)",
    ),
    "a speech of nothing": (
        (*BEGUN, "10:00:05 yield"),
        "interventions of less than three seconds: 1 (0:00)",
    ),
    "begun five hours late": (
        ("15:00:00 open", "15:00:01 item 0"),
        "sittings that were not held: 1",
    ),
    "begun two hours late": (
        ("12:05:00 open", "12:05:01 item 0"),
        "sittings that began one hour or more late: 1 (2 h 05)",
    ),
    "everything out of order": (
        ("10:00:00 open", *BACKWARDS),
        "items opened in another order than planned: 6, 5, 4, 3, 2 and 2 more",
    ),
    "nobody waits and no item was taken up": (("10:00:00 open",), ""),
}


@pytest.mark.parametrize("day", ODD_DAYS)
def test_no_forecast_is_withheld_because_the_day_looks_unreal(
    tmp_path: Path, tell: Tell, day: str
) -> None:
    """The report was withheld because the day "looked unreal": here the oddity is named."""
    lines, odd = ODD_DAYS[day]
    session = play_until(tmp_path / "sessions", DAY, "00:00:00", *lines)
    assert_all_is_told(session, tell, odd)


def test_two_thousand_who_wait_are_no_reason_either(tmp_path: Path, tell: Tell) -> None:
    """The same with a list that takes days."""
    lines = ("10:00:00 open", "10:00:01 item 3", '10:00:02 inscribe "n0"')
    session = play_until(tmp_path / "sessions", DAY, "00:00:00", *lines)
    log = session.write("script")
    last = list(log.read())[-1]
    log.append(many_requests(last, 1_999), log.head().seq)
    log.close()
    assert_all_is_told(session, tell, "a list longer than all sittings: item 3 (111 h 07)")
    assert json.loads(tell("forecast", "--json"))["open_item"]["waiting"] == 2_000


def many_requests(last: Entry, count: int) -> list[Entry]:
    """Entries that inscribe so many more, as the one before did."""
    entries = []
    assert isinstance(last.event, Inscribed)
    for number in range(1, count + 1):
        name = f"n{number}"
        event = replace(
            last.event, inscription=f"i{number + 1}", delegation=name, display_name=name
        )
        made = f"script-{last.seq + number}"
        entries.append(replace(last, seq=last.seq + number, id=made, act=made, event=event))
    return entries


def assert_all_is_told(session: SessionFolder, tell: Tell, odd: str) -> None:
    """Forecast, JSON and report come, and say what looks odd."""
    said = tell("forecast")
    assert "The day " in said
    assert (f"Looks odd: {odd}" in said) if odd else ("Looks odd" not in said)
    table = json.loads(tell("forecast", "--json"))
    assert [each["text"] for each in table["oddities"] if odd in each["text"]] == (
        [f"Looks odd: {odd}"] if odd else []
    )
    tell("export", "--format", "json,markdown,annex", "--to", str(session.path / "out"))
    out = session.path / "out"
    (data,) = out.glob("*.json")
    assert json.loads(data.read_text("utf-8"))["forecast"] == table
    assert "Draft report of the Chair" in (out / "report.md").read_text("utf-8")
    annex = (out / "annex.md").read_text("utf-8")
    assert odd in annex if odd else "Looks odd" not in annex
    assert "SITTING" in tell("slip")


async def test_the_limit_stays_visible_while_the_clock_runs(
    session: SessionFolder, tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The current limit was invisible once the clock ran."""
    with seated(session, NOON) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(app, "1:31 of 5:00")
            await pilot.press("f3")
            await shown(app, "1:31 of 5:00")
            await pilot.press("f7")
            await shown(app, "left of 5:00")
            await enter(app, "extend 1:00")
            await shown(app, "left of 6:00")
            await pilot.press("f2")
            await shown(app, "1:31 of 6:00")
    assert re.search(r"left of 6:00", tell("slip"))
    type_in(monkeypatch, "now", "quit")
    assert "of 6 minutes" in tell("run", "--plain")


async def test_nothing_advances_by_itself(session: SessionFolder) -> None:
    """Automatic next fired several times: here hours pass every limit and nothing happens."""
    before = newest(session)
    with seated(session, NOON) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await shown(app, "JAMAICA")
            for clock in ("12:24:00", "12:45:01", "13:00:00", "13:30:00", "15:00:01", "23:00:00"):
                let_it_be(app, clock)
                app.desk.tick()
                await pilot.pause(0.1)
            await shown(app, "JAMAICA", "OVER")
            state = app.desk.state
            assert (state.phase, state.item) == ("open", "3")
            app.desk.clock = RehearsalClock(at(NOON), 20_000.0)
            await pilot.pause(1.2)
            assert app.desk.clock.now() > at("18:00:00")
            assert state.speaking() is not None
    assert newest(session) == before


@pytest.mark.parametrize(
    "lines",
    [
        ("limit 5:00", "limit 8:00 for group"),
        ("extend 40:00",),
        ("plan time 3 90 because the list is long",),
        ("plan move 5 to 2 because the list is long",),
    ],
)
async def test_lunch_is_not_dragged_along(
    session: SessionFolder, tell: Tell, lines: tuple[str, ...]
) -> None:
    """The lunch break was dragged along when items moved: here only a person moves it."""
    with seated(session, NOON) as app:
        async with app.run_test(size=(120, 36)) as pilot:
            await shown(app, "ITEM 3")
            for line in lines:
                await enter(app, line)
            await pilot.press("f5")
            await until(lambda: "Sitting 2" in seen(app) and "15:00–18:00" in seen(app))
            assert "10:00–13:00" in in_one_line(seen(app))
    table: Any = json.loads(tell("forecast", "--json"))
    begin, end = at("13:00:00"), at("15:00:00")
    for item in table["items"]:
        for pace in ("", "pace_", "late_"):
            starts = datetime.fromisoformat(item[f"{pace}starts_at"])
            assert not begin <= starts < end, (item["id"], pace, starts)
            ends = datetime.fromisoformat(item[f"{pace}ends_at"])
            # Whoever has the floor is not sent into the next sitting.
            is_speaking = item["id"] == "3" and lines[0].startswith("extend")
            assert is_speaking or not begin < ends < end
