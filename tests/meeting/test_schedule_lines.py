"""How changes of the schedule are typed, and what a line that cannot be read is told."""

from __future__ import annotations

from datetime import time

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.schedule import PlanMove, PlanSitting, PlanSplit, PlanTime
from meeting_tui.meeting.schedule_changes import PlanAdd, PlanDrop, PlanHold
from tests.meeting.plan_room import day
from tests.meeting.room import Room


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("plan move 3 to 2 because late", PlanMove("3", "2", None, False, "late")),
        ("PLAN MOVE 3 BEFORE 2 BECAUSE Late", PlanMove("3", None, "2", False, "Late")),
        ("pla mo 3 t 2 l because x", PlanMove("3", "2", None, True, "x")),
        ("plan move 3 last because x", PlanMove("3", None, None, True, "x")),
        (
            "plan move 3 to 2 before 4 because {0} [b] “好”",
            PlanMove("3", "2", "4", False, "{0} [b] “好”"),
        ),
        ("plan time 2 45 because x", PlanTime("2", 45, "x")),
        ("plan time 2.1 45 because x", PlanTime("2.1", 45, "x")),
        ("plan split 2 45 then 2 because x", PlanSplit("2", 45, "2", "x")),
        (
            "plan add 6 10 Why we meet because we must because Peru asked",
            PlanAdd("6", 10, "Why we meet because we must", "Peru asked"),
        ),
        ('plan add 6 10 "A, b" because x', PlanAdd("6", 10, "A, b", "x")),
        ('plan add 6 10 The "B" matter because x', PlanAdd("6", 10, 'The "B" matter', "x")),
        (
            "plan add 6 10 “下次会议” because 主席要求",
            PlanAdd("6", 10, "下次会议", "主席要求"),
        ),
        ("plan drop 2.9 because x", PlanDrop("2.9", "x")),
        ("plan hold 2.9 because x", PlanHold("2.9", "x")),
        (
            "plan sitting 2 15:30 18：30 because x",
            PlanSitting("2", time(15, 30), time(18, 30), "x"),
        ),
        ("plan sitting 1 9:05 12:00 because x", PlanSitting("1", time(9, 5), time(12), "x")),
    ],
)
def test_a_plan_line_is_read_as_its_command(line: str, command: Command) -> None:
    assert read_line(line, Room(day()).lexicon) == command


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("plan time 2 45", "Give the reason for the record: `plan time 2 45 because …`"),
        ("plan time 2 45 because", "Give the reason for the record: `plan time 2 45 because …`"),
        (
            "plan sitting 2 15:30 18:30",
            "Give the reason for the record: `plan sitting 2 15:30 18:30 because …`",
        ),
        ("plan move 9 to 2 because x", "There is no item 9. The agenda has: 1, 2, 3, 4, 5, 6."),
        ("plan move because x", "Which item? The agenda has: 1, 2, 3, 4, 5, 6."),
        ("plan move 3 before 9 because x", "There is no item 9. The agenda has: 1, 2, 3, 4, 5, 6."),
        ("plan move 3 to 9 because x", "There is no sitting 9; the agenda has 1, 2."),
        (
            "plan move 2.1 to 2 because x",
            "2.1 is a segment. Only whole items can be moved.",
        ),
        (
            "plan move 3",
            "Where to? `plan move 3 to SITTING`, `before ID` or `last`.",
        ),
        ("plan move 3 soon because x", "Not understood: “soon”."),
        ("plan move 3 last now because x", "Not understood: “now”."),
        ("plan time 9 5 because x", "There is no item 9. The agenda has: 1, 2, 3, 4, 5, 6."),
        (
            "plan time 2 0:45 because x",
            "Write whole minutes, 1 to 1440, not “0:45”.",
        ),
        (
            "plan time 2",
            "How many minutes? Write whole minutes, 1 to 1440.",
        ),
        (
            "plan split 9 1 then 2 because x",
            "There is no item 9. The agenda has: 1, 2, 3, 4, 5, 6.",
        ),
        (
            "plan split 2 0 then 2 because x",
            "Write whole minutes, 1 to 1440, not “0”.",
        ),
        (
            "plan split 2 45 because x",
            "Which sitting takes the rest? `plan split 2 45 then SITTING`.",
        ),
        ("plan split 2 45 then 9 because x", "There is no sitting 9; the agenda has 1, 2."),
        ("plan add 9 1 x because x", "There is no item 9. The agenda has: 1, 2, 3, 4, 5, 6."),
        (
            "plan add 6 Thanks because x",
            "Write whole minutes, 1 to 1440, not “Thanks”.",
        ),
        ("plan add 6 10 because x", "What is the matter called? `plan add 6 10 TITLE`."),
        (
            "plan drop 9.9 because x",
            "There is no segment 9.9. There are: 2.1, 2.2, 2.3, 2.9.",
        ),
        (
            "plan drop 3 because x",
            (
                "Item 3 stays on the agenda. To shorten it: `plan "
                "time 3 MINUTES`. To move it: `plan move 3 last`."
            ),
        ),
        (
            "plan hold 9.9 because x",
            "There is no segment 9.9. There are: 2.1, 2.2, 2.3, 2.9.",
        ),
        ("plan sitting 9 10:00 11:00 because x", "There is no sitting 9; the agenda has 1, 2."),
        (
            "plan sitting 2 25:00 18:00 because x",
            "Write the time as HH:MM, such as 15:30, not “25:00”.",
        ),
        (
            "plan sitting 2 15:00 because x",
            "When? Write the time as HH:MM, such as 15:30.",
        ),
        (
            "plan sitting 2 15:00 17:60 because x",
            "Write the time as HH:MM, such as 15:30, not “17:60”.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_told_why(line: str, sentence: str) -> None:
    assert Room(day()).sentence(line) == sentence


def test_an_agenda_without_segments() -> None:
    plan = day()
    bare = Room(replace(plan, items=plan.items[2:], questions=()))

    assert bare.sentence("plan drop 2.9 because x") == "The agenda has no segments."
    assert bare.refused("plan drop because x") == "no_segments"
