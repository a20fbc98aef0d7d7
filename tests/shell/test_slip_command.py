"""`meeting-tui slip`: plain text of the Chair's slip, once or whenever something happened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from meeting_tui.desk.as_it_stood import moment_of
from meeting_tui.desk.intake import Seat, started
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.shell import slip_command
from tests.meeting.room import agenda, wgtr_rules
from tests.shell.calling import AGENDA, Call, write_script


def test_a_rehearsal_is_told_as_of_its_newest_entry(day: Path, call: Call) -> None:
    told = call("slip", "day")

    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines()[0] == "REHEARSAL ATT WGTR, 10:04"
    assert (
        "\nNEXT               Mexico, State Party\n                   then South Africa" in told.out
    )
    assert "\nRIGHT OF REPLY     none\n" in told.out
    assert "\x1b" not in told.out


def test_it_is_said_in_chinese_and_as_json(day: Path, call: Call) -> None:
    assert "墨西哥，缔约国" in call("slip", "day", "--lang", "zh").out

    told = call("slip", day, "--json").json
    assert (told["session"], told["at"][:19]) == ("day", "2026-03-19T09:04:00")
    assert told["slip"] == call("slip", "day").out.splitlines()


def test_it_reads_while_the_session_is_written_and_leaves_no_trace(day: Path, call: Call) -> None:
    before = {path.name: path.read_bytes() for path in day.iterdir() if path.suffix == ".toml"}

    assert call("slip", "day").code == 0
    assert {name: (day / name).read_bytes() for name in before} == before
    assert call("do", "day", "inscribe ken").code == 0
    assert "Kenya" in call("slip", "day").out


@pytest.mark.parametrize("acts", [1, 2])
def test_following_prints_again_only_when_the_log_changed(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch, acts: int
) -> None:
    looks: list[float] = []

    def wait(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) > 4:
            raise KeyboardInterrupt
        if len(looks) <= acts:
            slip_of_another_desk(day, ("inscribe jam", "inscribe ken")[len(looks) - 1])

    monkeypatch.setattr(slip_command, "sleep", wait)
    told = call("slip", "day", "--follow")

    assert (told.code, told.err) == (0, "")
    assert looks == [0.5] * 5
    assert told.out.count("REHEARSAL ATT WGTR") == 1 + acts
    assert told.out.count("Jamaica") == acts


def slip_of_another_desk(day: Path, line: str) -> None:
    """Somebody enters a line meanwhile."""
    from meeting_tui.desk.sessions import SessionFolder
    from meeting_tui.desk.visiting import visit

    with visit(SessionFolder(day), Seat("other"), "en") as visitor:
        visitor.do(line)


def test_no_session_is_1_and_a_sentence(call: Call) -> None:
    told = call("slip", "nowhere")

    assert (told.code, told.out) == (1, "")
    assert "nowhere" in told.err


@pytest.mark.parametrize(
    ("ago", "is_rehearsal", "is_now"),
    [
        (timedelta(minutes=5), False, True),
        (timedelta(minutes=5), True, False),
        (timedelta(days=2), False, False),
        (-timedelta(days=2), False, False),
    ],
)
def test_only_a_session_that_runs_now_is_told_as_of_now(
    ago: timedelta, is_rehearsal: bool, is_now: bool, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    first = started("a", agenda(), wgtr_rules(), now - ago, Seat("desk"), rehearsal=is_rehearsal)

    moment = moment_of(Meeting(first), SessionFolder(tmp_path))

    assert (abs(moment - now) < timedelta(minutes=1)) == is_now
    assert is_now or abs(moment - (now - ago)) < timedelta(seconds=5)


def test_an_adjourned_meeting_is_over(call: Call, tmp_path: Path) -> None:
    script = write_script(tmp_path, "10:00:00 open", "10:00:10 item 0", "10:05:00 adjourn!")
    call("play", AGENDA, script, "--session", "short")

    told = call("slip", "short").out
    assert told.startswith("ATT WGTR, 10:05\n")
    assert "The meeting is over" in told
