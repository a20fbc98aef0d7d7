"""Scripts: what a person may write in one, and what is said of what they may not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake
from meeting_tui.desk.playing import play, read_script
from meeting_tui.errors import ScriptError
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from tests.desk.seat import SEAT, first_entry
from tests.session_log.memory_log import MemoryLog

DAY, ZONE = date(2026, 3, 19), "Europe/Zurich"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    return tmp_path / "a day.script"


def intake() -> tuple[Intake, MemoryLog]:
    log = MemoryLog()
    log.append([first_entry()], 0)
    return Intake(Meeting(first_entry()), load_directory(), SEAT), log


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_have_their_numbers_whatever_ends_them(script: Path, end: str, mark: str) -> None:
    lines = ["# a comment", "", "10:02:00 open", "item 0", "  10:03 mex\u2028fra", "#", "next"]
    script.write_bytes((mark + end.join(lines)).encode())
    read = read_script(script, DAY, ZONE)
    assert [(line.number, line.line) for line in read] == [
        (3, "open"),
        (4, "item 0"),
        (5, "mex\u2028fra"),
        (7, "next"),
    ]
    assert read[1].at == datetime(2026, 3, 19, 9, 2, tzinfo=UTC)


def test_times_are_local_to_the_agenda_and_the_next_day_too(script: Path) -> None:
    script.write_text("10:00:00 open\n+1d 09:30:00.250 resume\n")
    read = read_script(script, date(2026, 3, 28), ZONE)
    assert [line.at.astimezone(UTC) for line in read] == [
        datetime(2026, 3, 28, 9, tzinfo=UTC),
        datetime(2026, 3, 29, 7, 30, 0, 250_000, tzinfo=UTC),
    ]
    assert read[1].at.isoformat().endswith("+02:00")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("open\n", ":1: the first line has no time; expected HH:MM:SS LINE"),
        ("10:00:00 open\n\n25:00:00 item 0\n", ":3: 25:00:00 is not a time"),
        ("10:61 open\n", ":1: 10:61 is not a time"),
        ("10:00:60 open\n", ":1: 10:00:60 is not a time"),
        ("+99999999999d 10:00:00 open\n", ":1: there is no day +99999999999d"),
        ("+3000000d 10:00:00 open\n", ":1: there is no day"),
        (b"10:00:00 open\n10:00:01 note \xff\n", ":2: the byte 0xFF is not UTF-8"),
        ("10:00:00 open\n".encode("utf-16"), ":1: the file is saved as UTF-16"),
    ],
)
def test_what_cannot_be_played_is_named_with_its_line(
    script: Path, text: str | bytes, said: str
) -> None:
    script.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ScriptError) as refused:
        read_script(script, DAY, ZONE)
    assert f"{script}{said}" in str(refused.value)


@pytest.mark.parametrize("name", ["not there", ".", "a\x00b"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ScriptError):
        read_script(tmp_path / name, DAY, ZONE)


def test_refusals_have_their_line_and_the_script_goes_on(script: Path) -> None:
    script.write_text("10:02 open\n10:03 next\n10:02:30 item 0\n10:04\n10:05 item 0\n")
    desk, log = intake()
    played = list(play(desk, read_script(script, DAY, ZONE), log))
    assert [
        (each.line.number, each.outcome.code if isinstance(each.outcome, Refusal) else "done")
        for each in played
    ] == [(1, "done"), (2, "no_item_open"), (3, "time_goes_back"), (4, "empty_line"), (5, "done")]


def test_speed_is_so_many_times_real_time(script: Path) -> None:
    script.write_text("10:02:00 open\n10:03:00 item 0\nmex\n10:03:30 next\n")
    desk, log = intake()
    slept: list[float] = []
    list(play(desk, read_script(script, DAY, ZONE), log, speed=60, sleep=slept.append))
    assert slept == [1.0, 0.0, 0.5]
    again, _ = intake()
    list(play(again, read_script(script, DAY, ZONE), log, speed=60, sleep=slept.append))
    assert len(slept) == 3
    assert again.meeting.state == desk.meeting.state


def test_a_session_of_another_script_is_not_gone_on_with(script: Path) -> None:
    script.write_text("10:02:00 open\n10:03:00 item 0\n")
    desk, log = intake()
    list(play(desk, read_script(script, DAY, ZONE), log))
    shorter = read_script(script, DAY, ZONE)[:1]
    with pytest.raises(ScriptError, match="holds more than this script"):
        list(play(intake()[0], shorter, log))
    script.write_text("10:02:00 open\n10:03:01 item 0\n")
    with pytest.raises(ScriptError, match=r"2: .*differs from this script"):
        list(play(intake()[0], read_script(script, DAY, ZONE), log))


NIGHTS = [
    (
        date(2026, 3, 29),
        "02:30 next",
        "there is no 02:30 on 29 March 2026, because the clocks change; expected 03:30",
    ),
    (
        date(2026, 10, 25),
        "02:30:00 next",
        "02:30 comes twice on 25 October 2026; expected 02:30+02:00 or 02:30+01:00",
    ),
    (
        date(2026, 10, 24),
        "+1d 02:30 next",
        "02:30 comes twice on 25 October 2026; expected 02:30+02:00 or 02:30+01:00",
    ),
    (
        date(2026, 10, 25),
        "10:00+02:00 next",
        "10:00+02:00 is not the time there on 25 October 2026; expected 10:00",
    ),
    (date(2026, 10, 25), "10:00+99:00 next", "10:00 is not a time; expected HH:MM:SS+HH:MM"),
]


@pytest.mark.parametrize(("day", "line", "said"), NIGHTS)
def test_a_time_that_is_no_instant_is_refused_with_its_line(
    script: Path, day: date, line: str, said: str
) -> None:
    script.write_text(f"01:00:00 open\n{line}\n")

    with pytest.raises(ScriptError) as refused:
        read_script(script, day, ZONE)
    assert refused.value.sentence("en") == f"{script}:2: {said}"


def test_with_its_offset_a_time_that_comes_twice_is_one(script: Path) -> None:
    script.write_text("01:59:59 open\n02:30:00.5+02:00 item 0\n02:30:00+01:00\nnext\n")
    read = read_script(script, date(2026, 10, 25), ZONE)

    assert [(line.line, line.at.astimezone(UTC).isoformat()) for line in read] == [
        ("open", "2026-10-24T23:59:59+00:00"),
        ("item 0", "2026-10-25T00:30:00.500000+00:00"),
        ("", "2026-10-25T01:30:00+00:00"),
        ("next", "2026-10-25T01:30:00+00:00"),
    ]
