"""`meeting-tui run ... --at`: a session as it stood, line by line, and nothing of it is touched."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from meeting_tui.desk.replay import Replay
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import SessionError
from meeting_tui.session_log.store import SessionLog
from meeting_tui.shell.plain import PlainReplay
from tests.shell.calling import AGENDA, Call, Called

OF_THE_READER = ("log.db-shm", "log.db-wal")
"""What SQLite puts beside a log that is read; both are empty of events."""

Back = Callable[..., Called]


@pytest.fixture
def back(call: Call, monkeypatch: pytest.MonkeyPatch) -> Back:
    """Looks back at a session: `back("day", "10:03", "turn", "quit")`."""

    def look(what: str, at: str, *lines: str, options: tuple[str, ...] = ()) -> Called:
        text = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        return call("run", what, "--at", at, "--plain", *options)

    return look


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, byte by byte."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in OF_THE_READER
    }


def test_it_is_told_as_it_stood(day: Path, back: Back) -> None:
    told = back("day", "10:03")

    assert (told.code, told.err) == (0, "")
    assert "Replay of 10:03:00, read-only" in told.out
    assert "France" in told.out
    assert "Nothing was recorded" in told.out
    assert "on disk" not in told.out


@pytest.mark.parametrize(
    ("lines", "time"),
    [
        (("turn",), "10:02:20"),
        (("turn", "turn"), "10:04:00"),
        (("turn", "back turn"), "10:02:00"),
        (("10:03:30", "back"), "10:02:20"),
        (("minute",), "10:03:00"),
        (("10:03", "back minute"), "10:02:00"),
        (("item",), "10:02:05"),
        (("end", "back item"), "10:02:05"),
        (("end",), "10:04:00"),
        (("end", "start"), "10:02:00"),
        (("france",), "10:02:20"),
        (("go fra",), "10:02:20"),
        (("turn 1",), "10:02:20"),
        (("item 0",), "10:02:05"),
        (("法国",), "10:02:20"),
        (("发言",), "10:02:20"),
    ],
)
def test_typed_words_lead_on(day: Path, back: Back, lines: tuple[str, ...], time: str) -> None:
    told = back("day", "10:02", *lines).out
    shown = [line for line in told.splitlines() if line.startswith("Replay of")]

    assert shown[-1].startswith(f"Replay of {time},")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("next", "nothing is recorded"),
        ("inscribe ken", "nothing is recorded"),
        ("note a1 text", "nothing is recorded"),
        ("mex fra", "nothing is recorded"),
        ("item 9", "Item 9 was never opened"),
        ("turn 8", "There is no turn 8; there is 1"),
        ("go nowhere at all", "Unknown: “"),
        ("mex", "Mexico did not speak"),
        ("fra", "France spoke once, at 10:02"),
        ("09:00", "09:00 is before the first entry. This is the start, 10:02:00"),
        ("23:00", "23:00 is after the last entry. This is the end, 10:04:00"),
        ("help", "Forward: turn, minute, item"),
        ("list", "Mexico"),
        ("times", "France"),
        ("now", "It is 10:03:00"),
        ("back item", "It is 10:02:05"),
    ],
)
def test_what_is_said_of_a_line(day: Path, back: Back, line: str, said: str) -> None:
    assert said in back("day", "10:03", line).out


def test_the_edges_are_told(day: Path, back: Back) -> None:
    told = back("day", "23:59", "turn", "start", "back turn").out
    assert "is after the last entry" in told
    assert "This is the end" in told
    assert "This is the start" in told


def test_nothing_is_written(day: Path, back: Back) -> None:
    before = contents(day)
    back("day", "10:03", "turn", "next", "note a1 text", "minute", "end", "quit")
    assert contents(day) == before


def test_a_desk_goes_on_writing_beside_it(day: Path, call: Call, back: Back) -> None:
    log: SessionLog = SessionFolder(day).write("desk")
    try:
        assert "Replay of 10:03:00" in back("day", "10:03", "end").out
        log.keep_draft("floor", "typed", next(iter(log.read())).at)
        assert log.drafts()["floor"].text == "typed"
    finally:
        log.close()


def test_a_log_that_is_gone_meanwhile_is_told(
    day: Path, back: Back, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(replay: Replay) -> None:
        raise SessionError("there is no session log")

    monkeypatch.setattr(Replay, "look", gone)
    told = back("day", "10:03:59", "minute", "back")
    assert told.code == 0
    assert "there is no session log" in told.out
    assert "Replay of 10:02:20" in told.out


def test_ctrl_c_leaves_the_replay(day: Path, back: Back, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(replay: PlainReplay, line: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PlainReplay, "_do", interrupted)
    assert back("day", "10:03", "minute").code == 0


@pytest.mark.parametrize("at", ["25:00", "soon", ""])
def test_what_is_no_time_is_wrong_usage(day: Path, back: Back, at: str) -> None:
    told = back("day", at)
    assert told.code == 2
    assert "expected HH:MM or HH:MM:SS" in told.err


def test_no_session_is_1_and_a_sentence(day: Path, back: Back) -> None:
    told = back(AGENDA, "10:03")
    assert (told.code, told.out) == (1, "")
    assert "There is no session of “2026-03-19-wgtr” yet" in told.err
    assert back("nowhere", "10:03").code == 1


def test_an_agenda_means_its_session(day: Path, back: Back) -> None:
    told = back(AGENDA, "10:03", options=("--session", "day"))
    assert "Replay of 10:03:00" in told.out


def test_only_sessions_are_offered_to_look_back_at(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "Replay of 10:03:00" in call("run", "--plain", "--at", "10:03").out
    shutil.rmtree(day)
    assert call("run", "--plain", "--at", "10:03").code == 1


@pytest.mark.parametrize("at", ["10:02:20", "10:03", "10:03:30"])
def test_slip_and_forecast_of_that_time_agree(day: Path, call: Call, back: Back, at: str) -> None:
    told = back("day", at).out
    slip = call("slip", "day", "--at", at)
    forecast = call("forecast", "day", "--at", at, "--json").json
    assert forecast["at"][11:19] in told
    assert slip.code == 0
    assert "France" in slip.out
    assert call("slip", "day", "--at", at, "--follow").code == 2
