"""`meeting-tui forecast` and `limit fit`: what is said, and what is left alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from meeting_tui.cli import main
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.text import cells
from meeting_tui.views.forecast_text import STATE_CELLS, difference_told
from meeting_tui.words import say
from tests.shell.calling import AGENDA, CHECKOUT, Call, PlayOnce, write_script

DAY = (CHECKOUT / "tests" / "scripts" / "wgtr-day.script").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def morning(play_once: PlayOnce, tmp_path: Path) -> Path:
    """The day up to 10:45, then a list too long for the morning."""
    lines = [line for line in DAY if line[:8] < "10:45:00" or not line[:1].isdigit()]
    lines = lines[: next(n for n, line in enumerate(DAY) if line[:8] >= "10:45:00")]
    asked = "10:45:00 inscribe fra(eu) deu ita esp jpn per gha ken"
    script = write_script(tmp_path, *lines, asked, "10:46:00 extend 0:30")
    return play_once(script, "--rehearsal")


def entries(folder: Path) -> int:
    """How many events the log holds."""
    log = SessionFolder(folder).read()
    try:
        return log.head().seq
    finally:
        log.close()


def test_every_item_has_its_ends_and_the_open_one_its_sum(morning: Path, call: Call) -> None:
    told = call("forecast", "day")
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0].endswith(", at 10:46")
    assert "Sitting 1 until 13:00, 134 min left" in lines
    rows = [line for line in lines if line[:1].isdigit() and line[1:3] == "  "]
    assert [line[0] for line in rows] == list("0123564"), "as they run"
    assert rows[0].split()[-3:] == ["10:04", "-6", "min"], "what is over has no pace"
    assert any(line.startswith("Item 2: ") and "s between them" in line for line in lines)
    assert "\x1b" not in told.out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_fits_eighty_columns_and_cuts_no_state(
    morning: Path, call: Call, language: str
) -> None:
    told = call("forecast", "day", "--lang", language).out.splitlines()
    start = told.index("") + 1
    table = told[start : told.index("", start) - 2]

    assert len(table) > 5 and max(map(cells, table)) <= 80
    for state in ("planned", "open", "closed", "carried"):
        assert cells(say(f"forecast.state_{state}", language)) < STATE_CELLS


@pytest.mark.parametrize(
    ("ends", "english", "chinese"),
    [
        ("13:14", "+14 min", "+14分钟"),
        ("13:00", "0", "0"),
        ("07:58", "-5 h 02", "-5小时02分"),
    ],
)
def test_differences_are_told_in_hours_and_minutes(ends: str, english: str, chinese: str) -> None:
    for language, expected in (("en", english), ("zh", chinese)):
        assert difference_told(minutes_of(ends) - minutes_of("13:00"), language) == expected


def minutes_of(clock: str) -> int:
    """`13:14` as minutes of the day."""
    return int(clock[:2]) * 60 + int(clock[3:])


def test_it_is_said_in_chinese_too(morning: Path, call: Call) -> None:
    told = call("forecast", "day", "--lang", "zh").out
    assert "，10:46" in told
    assert "进行中" in told


def test_json_is_the_object_of_the_export(morning: Path, call: Call) -> None:
    told = call("forecast", "day", "--json").json
    exported = json.loads(call("export", "day", "--to", "-").out)["forecast"]
    assert told == exported
    assert told["at"] == "2026-03-19T10:46:00+01:00"


@pytest.mark.parametrize(("at", "item"), [("10:03", "0"), ("10:30:30", "1"), ("9:00", None)])
def test_as_it_stood(morning: Path, call: Call, at: str, item: str | None) -> None:
    told = call("forecast", "day", "--at", at, "--json").json
    assert told["at"][11:19] == {"10:03": "10:03:00", "9:00": "09:00:00"}.get(at, at)
    assert (told["open_item"] or {}).get("id") == item
    assert f"at {told['at'][11:16]}" in call("forecast", "day", "--at", at).out


def test_later_than_the_newest_entry_time_goes_on(morning: Path, call: Call) -> None:
    late = call("forecast", "day", "--at", "12:45")
    assert "Sitting 1 until 13:00, 15 min left" in late.out
    assert "Until 13:00, the list gets" in late.out
    assert "Not heard by 13:00: " in late.out
    assert "Advice: " in late.out
    assert "Item 2 is interrupted at 13:00" in late.out
    over = call("forecast", "day", "--at", "13:05").out
    assert "Sitting 1 was planned to end at 13:00, 5 min ago" in over
    assert "Nobody waiting can speak before 13:00" in over


def test_a_time_that_is_none_is_wrong_usage(morning: Path, call: Call) -> None:
    told = call("forecast", "day", "--at", "25:00")
    assert told.code == 2
    assert "25:00" in told.err


def test_it_reads_while_somebody_writes_and_writes_nothing(morning: Path, call: Call) -> None:
    before = entries(morning)
    text = (morning / "session.toml").read_bytes() if (morning / "session.toml").exists() else b""
    log = SessionFolder(morning).write("elsewhere")
    try:
        assert call("forecast", "day").code == 0
    finally:
        log.close()
    assert entries(morning) == before
    if text:
        assert (morning / "session.toml").read_bytes() == text


def test_after_the_day_it_says_what_was(call: Call, tmp_path: Path) -> None:
    script = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
    assert call("play", AGENDA, script, "--session", "whole").code == 0
    told = call("forecast", "whole")
    assert told.code == 0
    assert "The meeting is adjourned" in told.out


def test_a_limit_is_suggested_and_nothing_set(morning: Path, call: Call) -> None:
    before = entries(morning)
    told = call("do", "day", "limit fit 11:45")
    assert (told.code, told.err) == (0, "")
    suggested = [
        line for line in told.out.splitlines() if line.startswith("Suggestion, not set yet: ")
    ]
    assert len(suggested) == 1, "one line, so that one undo takes it back"
    assert suggested[0].startswith("Suggestion, not set yet: limit ")
    assert suggested[0].endswith(" for group")
    assert "heard by 11:4" in told.out.splitlines()[-1]
    assert entries(morning) == before


def test_what_was_suggested_meets_its_time_once_it_is_set(morning: Path, call: Call) -> None:
    told = call("do", "day", "limit fit 11:45", "--json").json
    assert call("do", "day", *told["suggests"]).code == 0
    turns = call("forecast", "day", "--json").json["open_item"]["turns"]
    assert turns[-1]["ends_at"][11:19] <= "11:45:00"
    again = call("do", "day", "limit fit 11:46", "--json").json
    assert again["suggests"] == [], "it holds already"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("limit fit 11:00", "Even with a limit of "),
        ("limit fit", "Write a time after limit fit"),
        ("Limit FIT 25:00", "25:00"),
    ],
)
def test_why_no_limit_suffices(morning: Path, call: Call, line: str, why: str) -> None:
    before = entries(morning)
    told = call("do", "day", line, "yield")
    assert (told.code, told.out) == (1, "")
    assert why in told.err
    assert entries(morning) == before, "what comes behind is not done"
    assert call("do", "day", line, "--json").json["refused"] == "limit_fit"


def test_without_an_open_item_there_is_none_to_end(call: Call, tmp_path: Path) -> None:
    script = write_script(tmp_path, "10:00:00 open", "10:00:05 item 6")
    assert call("play", AGENDA, script, "--session", "short", "--rehearsal").code == 0
    assert "Nobody waiting on item" in call("do", "short", "limit fit 12:00").err
    assert call("do", "short", "close item").code == 0
    assert "No item is open" in call("do", "short", "limit fit 12:00").err


def test_line_by_line_it_is_suggested_too(
    morning: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = entries(morning)
    monkeypatch.setattr("sys.stdin", iter(("limit fit 11:45\n", "quit\n")))
    assert main(["--sessions", str(morning.parent), "run", "day", "--plain"]) == 0
    assert "Suggestion, not set yet: limit " in capsys.readouterr().out
    assert entries(morning) == before
