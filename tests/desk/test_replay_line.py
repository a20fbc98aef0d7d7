"""What is typed in a replay: where it leads, and what is said of it, in English and Chinese."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.replay import Guide, Moments, Opening, Turn

DAY = date(2026, 3, 19)


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), UTC)


MOMENTS = Moments(
    start=at("09:00:00"),
    end=at("09:40:00"),
    turns=(
        Turn(at("09:10:00"), "MEX", "1"),
        Turn(at("09:15:00"), "MOZ", "1"),
        Turn(at("09:20:00"), "MDA", "1"),
        Turn(at("09:22:00"), "Friends of the List", "1"),
        Turn(at("09:30:00"), "MEX", "2"),
    ),
    openings=(
        Opening(at("09:05:00"), "1", is_item=True),
        Opening(at("09:06:00"), "1.1", is_item=False),
        Opening(at("09:25:00"), "2", is_item=True),
        Opening(at("09:35:00"), "1", is_item=True),
    ),
    midday=at("12:00:00"),
)
ENGLISH = Guide(MOMENTS, load_directory(), "en")
CHINESE = Guide(MOMENTS, load_directory(), "zh")


@pytest.mark.parametrize(
    ("typed", "here", "there"),
    [
        ("9:12", "09:00:00", "09:12:00"),
        ("09:12:30", "09:00:00", "09:12:30"),
        ("09：12", "09:00:00", "09:12:00"),
        ("go 09:12", "09:00:00", "09:12:00"),
        ("08:00", "09:30:00", "09:00:00"),
        ("23:00", "09:30:00", "09:40:00"),
        ("start", "09:30:00", "09:00:00"),
        ("END", "09:00:00", "09:40:00"),
        ("turn 3", "09:00:00", "09:20:00"),
        ("item 1", "09:00:00", "09:05:00"),
        ("item 1", "09:05:00", "09:35:00"),
        ("item 1", "09:35:00", "09:05:00"),
        ("segment 1.1", "09:00:00", "09:06:00"),
        ("1.1", "09:00:00", "09:06:00"),
        ("2", "09:00:00", "09:25:00"),
        ("mex", "09:00:00", "09:10:00"),
        ("mexico", "09:10:00", "09:30:00"),
        ("Mexique", "09:30:00", "09:10:00"),
        ("go to mex", "09:00:00", "09:10:00"),
        ("moz", "09:00:00", "09:15:00"),
        ("friends", "09:00:00", "09:22:00"),
        ("去 墨西哥", "09:00:00", "09:10:00"),
        ("项目 2", "09:00:00", "09:25:00"),
        ("发言 5", "09:00:00", "09:30:00"),
        ("mo", "09:00:00", None),
        ("jpn", "09:00:00", None),
        ("turn 9", "09:00:00", None),
        ("item 9", "09:00:00", None),
        ("go", "09:00:00", None),
    ],
)
def test_where_a_line_leads(typed: str, here: str, there: str | None) -> None:
    for guide in (ENGLISH, CHINESE):
        going = guide.read(typed, at(here)) or guide.read(f"go {typed}", at(here))
        assert going is not None
        assert going.at == (None if there is None else at(there))
        assert going.at is not None or going.sentence


@pytest.mark.parametrize(
    "typed", ["", "next", "note x", "inscribe ken", "mex fra", "x", "turn", "item", "99:99", "zzzz"]
)
def test_what_leads_nowhere_is_left_to_the_caller(typed: str) -> None:
    assert ENGLISH.read(typed, MOMENTS.start) is None


@pytest.mark.parametrize(
    ("typed", "english", "chinese"),
    [
        (
            "mex",
            "Mexico, turn 1 of 2: 09:10, 09:30. Type it again for the next one.",
            "墨西哥，第1次，共2次：09:10、09:30。再次输入则到下一次。",
        ),
        ("moz", "Mozambique spoke once, at 09:15.", "莫桑比克发言一次，09:15。"),
        ("jpn", "Japan did not speak.", "日本没有发过言。"),
        ("mo", "Which one: Mozambique, Republic of Moldova?", None),
        ("item 1", "Item 1 begins, opening 1 of 2.", "项目1开始，第1次，共2次。"),
        ("item 2", "Item 2 begins.", "项目2开始。"),
        (
            "08:00",
            "08:00 is before the first entry. This is the start, 09:00:00.",
            "08:00早于第一条记录；现显示开头09:00:00。",
        ),
    ],
)
def test_what_is_said(typed: str, english: str, chinese: str | None) -> None:
    told = ENGLISH.read(typed, MOMENTS.start)
    assert told is not None and told.sentence == english
    in_chinese = CHINESE.read(typed, MOMENTS.start)
    assert in_chinese is not None and in_chinese.sentence == (chinese or in_chinese.sentence)
