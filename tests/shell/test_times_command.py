"""`meeting-tui times` and `times` line by line: who has spoken how long, and who has not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.views.look import Look
from meeting_tui.views.speaking_times import TimesText, times_asked, times_told
from tests.meeting.room import Room, directory
from tests.shell.calling import Call


def of(told: str, name: str) -> list[str]:
    """The words of the row that begins so."""
    return next(line.split() for line in told.splitlines() if line.startswith(name))


def test_a_table_with_bars_and_who_was_not_heard(day: Path, call: Call) -> None:
    told = call("times", "day")

    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("ATT WGTR, 10:04: Speaking time by delegation, all items\n")
    assert of(told.out, "France")[1:6] == ["1:40", "1×", "1:40", "100", "%"]
    assert "▒" in told.out
    assert max(map(len, told.out.splitlines()[:6])) <= 80
    assert "  On the list (2): Mexico, South Africa\n" in told.out
    assert "\x1b" not in told.out
    assert of(told.out, "All together")[2] == "1:40"


def test_of_an_item_by_region_in_chinese_and_as_it_stood(day: Path, call: Call) -> None:
    assert "Nobody has spoken on item 1 yet." in call("times", "day", "--item", "1").out
    told = call("times", "day", "--by", "region", "--lang", "zh").out
    assert of(told, "西欧和其他国家集团")[1:3] == ["1:40", "1次"]
    assert of(told, "非洲集团")[1:] == ["–", "0/54"]
    assert "Nobody has spoken yet." in call("times", "day", "--at", "10:02:15").out


def test_json_says_the_same_as_the_export(day: Path, call: Call, tmp_path: Path) -> None:
    told = call("times", "day", "--json").json
    call("export", "day", "--format", "json", "--to", tmp_path)
    exported = next(tmp_path.glob("*.json"))
    import json

    times: dict[str, Any] = json.loads(exported.read_text(encoding="utf-8"))["speaking_time"]
    rows = {
        each["id"]: {"interventions": each["interventions"], "seconds": each["seconds"]}
        for each in told["rows"]
    }
    assert rows == times == {"FRA": {"interventions": 1, "seconds": 100}}
    row = told["rows"][0]
    assert (row["name"], row["share"], row["group_seconds"]) == ("France", 1.0, 100)
    assert (told["session"], told["by"], told["item"]) == ("day", "delegation", None)
    assert told["not_heard"]["waiting"] == ["MEX", "ZAF"]
    assert told["without_podium"]["known"] == 212


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--item", "99"), 1, "There is no item 99. The agenda has: 0, 1, 2"),
        (("--by", "alphabet"), 2, "alphabet"),
        (("--at", "soon"), 2, "there is no time"),
    ],
)
def test_what_cannot_be_is_said(
    day: Path, call: Call, options: tuple[str, ...], code: int, said: str
) -> None:
    told = call("times", "day", *options)

    assert (told.code, told.out) == (code, "")
    assert said in told.err


def look_at(room: Room, language: str = "en") -> Look:
    return Look.of(room.state, room.now, directory(), language)


def told(room: Room, asked: str, language: str = "en") -> list[str]:
    return times_told(look_at(room, language), asked)


def a_room() -> Room:
    room = Room().opened("2")
    for who, seconds in (("mex", 62), ("usa", 30), ("mex", 10), ("sec", 600)):
        assert not isinstance(room.tried(f"floor {who}!"), Refusal)
        room.later(seconds)
        room.do("yield")
        room.later(5)
    return room


def test_line_by_line_it_is_told_in_sentences() -> None:
    room = a_room()
    room.do("inscribe jpn")
    lines = told(room, "2")

    assert lines[:4] == [
        "Speaking time by delegation, item 2: 4 interventions, 11 minutes 42 seconds.",
        "1. Mexico: 2 interventions, 1 minute 12 seconds, 71 %",
        "2. United States of America: 1 intervention, 30 seconds, 29 %",
        "3. ATT Secretariat: 1 intervention, 10 minutes, podium",
    ]
    assert "Not yet heard. On the list (1): Japan" in lines
    assert told(room, "by region")[1].startswith("1. Latin American")
    assert told(room, "kind 2")[0].startswith("Speaking time by kind, item 2")
    assert told(room, "", "zh")[1] == "1. 墨西哥：2次发言，1分12秒，71%"
    assert told(room, "3")[0] == "Nobody has spoken on item 3 yet."


def test_another_word_is_answered_with_what_may_be_asked() -> None:
    assert told(a_room(), "4b") == [
        "There is no item 4b. The agenda has: 1, 2, 3.",
        "Write `times [ITEM] [by delegation|kind|region]`, not `times 4b`",
    ]


@pytest.mark.parametrize(
    ("line", "rest"),
    [("times", ""), (" Times 2 by kind ", "2 by kind"), ("时间", ""), ("timesheet", None)],
)
def test_the_word_begins_the_line(line: str, rest: str | None) -> None:
    assert times_asked(line) == rest


def test_when_all_were_heard_it_says_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from meeting_tui.meeting.heard import NotHeard
    from meeting_tui.views import speaking_times

    monkeypatch.setattr(speaking_times, "not_heard", lambda *_: NotHeard((), (), (), (), ()))
    assert told(a_room(), "")[-1].startswith("Everyone who asked")


def test_only_the_podium_has_spoken() -> None:
    room = Room().opened("2")
    room.do("floor sec!")
    room.later(4000)
    lines = [*TimesText(look_at(room)).lines()]

    assert of("\n".join(lines), "ATT Secretariat")[2] == "1:06:40"
    assert of("\n".join(lines), "Without the podium")[3] == "–"


def test_the_line_mode_answers_it(day: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", iter(["times\n", "quit\n"]))
    out = call("run", day, "--plain").out

    assert "1. France: 1 intervention, 1 minute 40 seconds, 100 %" in out
