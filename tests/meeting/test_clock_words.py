"""Times of day and spans as people and the United Nations write them."""

from __future__ import annotations

from datetime import time, timedelta, timezone

import pytest

from meeting_tui.meeting.clock_words import clock_time, span_seconds
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.limits import Extend, SetLimit
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.schedule import PlanSitting
from tests.meeting.room import Room, said

ROOM = Room()
EAST, WEST = timezone(timedelta(hours=2)), timezone(timedelta(hours=-4))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10:05", time(10, 5)),
        ("10.05", time(10, 5)),
        ("10：05:30", time(10, 5, 30)),
        ("3 p.m.", time(15)),
        ("3 P.M.", time(15)),
        ("3pm", time(15)),
        ("3.05 p.m.", time(15, 5)),
        ("10 a.m.", time(10)),
        ("12 a.m.", time(0)),
        ("12 p.m.", time(12)),
        ("noon", time(12)),
        ("15 h 30", time(15, 30)),
        ("15h30", time(15, 30)),
        ("15 h", time(15)),
        ("下午3时", time(15)),
        ("上午10时05分", time(10, 5)),
        ("15时30分", time(15, 30)),
        ("下午3点半", time(15, 30)),
        ("中午", time(12)),
        ("02:30+02:00", time(2, 30, tzinfo=EAST)),
        ("02:30:15 +02:00", time(2, 30, 15, tzinfo=EAST)),
        ("02.30 UTC+0200", time(2, 30, tzinfo=EAST)),
        ("02:30-04:00", time(2, 30, tzinfo=WEST)),
        ("02:30−04:00", time(2, 30, tzinfo=WEST)),
        ("02:30+17:00", None),
        ("02:30+02:75", None),
        ("02:30+2", None),
        ("25:30+02:00", None),
        ("10", None),
        ("24:00", None),
        ("10.75", None),
        ("13 p.m.", None),
        ("0 p.m.", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_of_day(text: str, meant: time | None) -> None:
    assert clock_time(text) == meant


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2:30", 150),
        ("2.30", 150),
        ("1:02:30", 3750),
        ("2 min", 120),
        ("2 min.", 120),
        ("2min", 120),
        ("2 minutes 30 seconds", 150),
        ("90 s", 90),
        ("90 sec.", 90),
        ("2'", 120),
        ("2分钟", 120),
        ("2分30秒", 150),
        ("2:75", None),
        ("2", None),
        ("min", None),
        ("", None),
    ],
)
def test_a_span(text: str, seconds: int | None) -> None:
    assert span_seconds(text) == seconds


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("limit 2", SetLimit(120)),
        ("limit 2 min", SetLimit(120)),
        ("limit 2 minutes for group", SetLimit(120, "tier", "group")),
        ("limit 2 for 3", SetLimit(120, "place", "3")),
        ("limit 90 s", SetLimit(90)),
        ("limit 2.30", SetLimit(150)),
        ("limit 15", SetLimit(900)),
        ("extend 1 min", Extend(60)),
        ("extend 30 s", Extend(30)),
        (
            "limit 2 and 3 min for group",
            SetLimit(120, also=(SetLimit(180, "tier", "group"),)),
        ),
    ],
)
def test_a_limit_in_minutes_or_seconds(line: str, command: Command) -> None:
    assert read_line(line, ROOM.lexicon) == command


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("limit 30", "Is “30” minutes or seconds? Write 30 min or 30 s."),
        ("extend 130", "Is “130” minutes or seconds? Write 130 min or 130 s."),
        ("limit soon", "Write minutes and seconds, such as 2:30, not “soon”."),
    ],
)
def test_what_may_be_minutes_or_seconds_is_asked(line: str, sentence: str) -> None:
    found = read_line(line, ROOM.lexicon)
    assert isinstance(found, Refusal)
    assert said(found) == sentence


@pytest.mark.parametrize(
    "line", ["times 1 10.01 10.03", "times 1 10 h 01 10 h 03", "times 1 10.01 a.m. 10.03 a.m."]
)
def test_times_of_a_statement_as_they_are_printed(line: str) -> None:
    room = Room().at("10:00:00")
    room.do("open", "item 3", "inscribe mex", "next")
    room.later(300).do("yield", line)
    turn = room.state.interventions["s1"]
    assert turn.yielded_at is not None
    assert (turn.yielded_at - turn.given_at).total_seconds() == 120


@pytest.mark.parametrize("line", ["3 p.m. 5.30 p.m.", "15.00 17.30", "15 h 00 17 h 30"])
def test_times_of_a_sitting_as_they_are_printed(line: str) -> None:
    command = read_line(f"plan sitting 2 {line} because late", ROOM.lexicon)
    assert isinstance(command, PlanSitting)
    assert (command.start, command.end) == (time(15), time(17, 30))
