"""The meeting line by line: the same acts, and list, clock and item told in order."""

from __future__ import annotations

import io
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import pytest

from meeting_tui.desk import writer as writing
from meeting_tui.desk.rescued import rescue_files
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.sqlite import SqliteLog
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.shell import plain as plain_mode
from meeting_tui.views import plain as said
from meeting_tui.views.look import Look
from tests.shell.calling import AGENDA, CHECKOUT, Call, Called

Plain = Callable[..., Called]


@pytest.fixture
def plain(call: Call, monkeypatch: pytest.MonkeyPatch) -> Plain:
    """Runs a session line by line on lines given."""

    def run(session: str | Path, *lines: str, options: tuple[str, ...] = ()) -> Called:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return call("run", session, "--plain", *options)

    return run


def terminal() -> tuple[int, TextIO]:
    """The end of a pseudo-terminal that keys are written to, and what a program reads of it."""
    keys, screen = os.openpty()
    return keys, os.fdopen(screen, encoding="utf-8")


def void(_: object) -> None:
    """Nothing, whatever comes back."""


def test_the_facts_are_told_first_and_on_an_empty_line(day: Path, plain: Plain) -> None:
    told = plain("day", "", "now", "list")
    lines = told.out.splitlines()
    assert told.code == 0
    facts = lines[1:8]
    assert lines[0] == "Nothing was lost. 9 entries restored."
    assert facts[0] == "This is a rehearsal."
    assert facts[1].startswith("It is 10:04:0")
    assert facts[2].startswith("Sitting 1 ends at 13:00, 2 hours 5")
    assert facts[3].startswith("Item 0: Opening and adoption")
    assert facts[4] == "Nobody has the floor."
    assert facts[5] == "Next: 1. Mexico; 2. South Africa."
    assert facts[6] == ("Waiting: 2, list open. Rights of reply: 0. Statements made: 1.")
    assert lines[8].startswith("Everything is on disk, 10:04:0")
    assert lines.count("Next: 1. Mexico; 2. South Africa.") == 3
    assert lines[-3].startswith("1. Mexico, at 10:0")
    assert lines[-2].startswith("2. South Africa, at 10:0")
    assert lines[-1] == f"Everything is on disk in {day}."


def test_what_there_is_to_decide_is_told_a_minute_later_and_everywhere_at_once(
    day: Path, plain: Plain, call: Call
) -> None:
    acts = ("close item carry", "item 2", "limit 60:00", "inscribe fra deu jpn per", "now")
    told = plain("day", *acts).out
    assert "Before 13:00, 2 can speak and 2 cannot." in told
    assert "To decide: " not in told
    assert "13:00前可听取" in plain("day", "now", options=("--lang", "zh")).out
    for clock, is_told in (("10:04:40", False), ("10:06", True)):
        when = ("day", "--at", clock)
        forecast = call("forecast", *when).out
        assert ("YOU MIGHT SAY" in call("slip", *when).out) == is_told
        assert ("Advice: With a limit of " in forecast) == is_told
        assert "Nothing to decide now" not in forecast
        assert (call("forecast", *when, "--json").json["advice"] is not None) == is_told


def test_acts_are_done_told_and_on_disk(day: Path, plain: Plain, call: Call) -> None:
    told = plain("day", "floor zaf", "note a1 [State Party] asked", "frob", "quit", "yield")
    assert "South Africa has the floor, 3:00" in told.out
    assert "[State Party] asked" in told.out
    assert "Refused: Unknown: “frob”." in told.out
    assert "yield" not in (day / "session.toml").read_text()[-400:]
    assert call("session", "show", "day", "--json").json["events"] == 11
    again = plain("day", options=("--lang", "zh"))
    assert "南非正在发言。" in again.out
    assert "时限3分，剩余" in again.out


def test_files_are_written_at_each_end(day: Path, plain: Plain) -> None:
    plain("day", "withdraw mex", "withdraw zaf", "close item", "item 1", "segment 1.1")
    assert [path.suffix for path in (day / "drafts").iterdir()] == [".md"]


def test_the_slip_is_told_and_help_lists_what_can_be_asked(day: Path, plain: Plain) -> None:
    told = plain("day", "slip", "help").out.splitlines()
    assert any("Mexico" in each and "NEXT" in each.upper() for each in told)
    assert "slip: What the Chair's slip shows now." in told
    assert any(each.startswith("limit fit HH:MM: Which limit ends") for each in told)
    chinese = plain("day", "\u4fbf\u6761", "\u5e2e\u52a9", options=("--lang", "zh")).out
    assert "\u4e3b\u5e2d\u4fbf\u6761" in chinese and "limit fit HH:MM" in chinese


def test_help_lists_every_act(day: Path, plain: Plain) -> None:
    told = plain("day", "?")
    assert "gap out: Take the computer's last sleep" in told.out
    assert told.out.count("`list` who is waiting") == 2


def test_the_end_of_input_or_an_interruption_leaves_after_saving(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> Iterator[str]:
        yield "withdraw mex\n"
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", interrupted())
    told = call("run", day, "--plain")
    assert told.code == 0
    assert told.out.splitlines()[-1] == f"Everything is on disk in {day}."


def test_saving_elsewhere_takes_all_along(day: Path, plain: Plain, tmp_path: Path) -> None:
    other = tmp_path / "stick"
    told = plain("day", "save", "withdraw zaf", f"save {other}", "withdraw mex")
    assert "Type a folder after `save`." in told.out
    assert told.out.splitlines()[-1] == f"Everything is on disk in {other / 'day'}."
    heads = []
    for folder in (day, other / "day"):
        log = SessionFolder(folder).read()
        heads.append(log.head().seq)
        log.close()
    assert heads == [10, 11]


def test_a_place_that_cannot_be_is_told_and_nothing_changes(
    day: Path, plain: Plain, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    told = plain("day", f"save {tmp_path / 'file'}", "withdraw mex")
    assert "Not saved in" in told.out
    assert told.code == 0
    assert told.out.splitlines()[-1] == f"Everything is on disk in {day}."


def test_a_full_disk_is_told_and_the_floor_goes_on(
    day: Path, plain: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)

    def full(log: SqliteLog, *args: Any, **more: Any) -> None:
        raise WriteRefused("full", log.path)

    monkeypatch.setattr(SqliteLog, "append", full)
    told = plain("day", "floor zaf", "", "yield")
    assert told.code == 1
    assert told.out.count("The disk is full.") == 1
    assert "South Africa has the floor" in told.out
    assert "NOT ON DISK: 1." in told.out
    missing, kept = told.out.splitlines()[-2:]
    assert missing.startswith("2 entries are NOT on disk in")
    assert kept.startswith("The whole session is kept in ")


def test_a_mended_log_and_a_draft_are_told(day: Path, plain: Plain) -> None:
    log = SessionFolder(day).write("desk")
    log.keep_draft("notes", "half a sen", datetime(2026, 3, 19, tzinfo=UTC))
    log.close()
    assert "Typed but not entered: half a sen" in plain("day").out
    content = bytearray((day / "log.db").read_bytes())
    content[:100] = b"x" * 100
    (day / "log.db").write_bytes(bytes(content))
    assert "The log was damaged. 9 entries were recovered." in plain("day").out


def test_files_that_cannot_be_written_are_told(
    day: Path, plain: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    (day / "drafts").write_text("in the way of the folder")
    told = plain("day", "withdraw mex")
    assert told.code == 1
    assert "drafts" in told.out.splitlines()[-1]


def test_what_breaks_down_is_told_once_all_is_written(
    day: Path, plain: Plain, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(_: object) -> list[str]:
        raise RuntimeError("odd")

    monkeypatch.setattr(said, "list_told", break_down)
    told = plain("day", "withdraw mex", "list", "withdraw zaf")
    assert told.code == 1
    assert "RuntimeError: odd" in told.err
    assert call("session", "show", "day", "--json").json["events"] == 10
    assert call("do", "day", "withdraw zaf").code == 0


def test_it_runs_without_the_screen_s_library(day: Path) -> None:
    script = (
        "import sys; from meeting_tui.cli import main;"
        f"code = main(['run', {str(day)!r}, '--plain']);"
        "print('textual' in sys.modules, code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=CHECKOUT,
        input="\ufeff肯尼亚\nfloor 肯尼亚\n".encode() + b"\xff\n",
        capture_output=True,
        check=True,
    )
    told = done.stdout.decode()
    assert told.splitlines()[-1] == "False 0"
    assert "Inscribed: Kenya" in told
    assert "Kenya has the floor" in told
    assert "Refused: Unknown: “\ufffd”" in told


def test_run_begins_a_rehearsal_at_the_hour_asked_for(plain: Plain, call: Call) -> None:
    begun = plain(AGENDA, "open", options=("--rehearse", "60", "--at", "15:01"))
    assert "It is 15:01:" in begun.out
    assert "Sitting 2 is open" in begun.out
    assert "It is 09:55:" in plain(AGENDA, options=("--rehearse",)).out
    names = [each["name"] for each in call("session", "list", "--json").json]
    assert sorted(names) == ["2026-03-19-wgtr-rehearsal", "2026-03-19-wgtr-rehearsal-2"]
    assert plain(AGENDA, options=("--rehearse", "1", "--at", "25:00")).code == 2
    options = ("--rehearse", "1", "--at", "10:00")
    assert plain("2026-03-19-wgtr-rehearsal", options=options).code == 2
    named = ("--session", "2026-03-19-wgtr-rehearsal", "--rehearse", "1", "--at", "10:00")
    assert plain(AGENDA, options=named).code == 2
    assert "Nothing was lost" in plain(AGENDA, options=named[:4]).out


def test_a_real_session_begins_now_and_is_gone_on_with(plain: Plain, sessions: Path) -> None:
    first = plain(AGENDA, options=("--hand", "mk"))
    assert "The meeting is" in first.out or "Sitting" in first.out
    assert "Nothing was lost. 1 entry restored." in plain(AGENDA).out
    assert 'hand = "mk"' in (sessions / "2026-03-19-wgtr" / "session.toml").read_text()


def test_a_session_cut_off_at_its_very_beginning_is_begun(plain: Plain, sessions: Path) -> None:
    SessionFolder(sessions / "day").write("desk").close()
    told = plain(AGENDA, options=("--session", "day"))
    assert told.code == 0
    assert "holds no entries" in told.err


def test_a_break_that_is_over_is_told_once_in_the_line_mode(
    day: Path, plain: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime(2026, 3, 19, 14, tzinfo=UTC)

    def is_over(look: Look) -> tuple[datetime, str] | None:
        return (at, "BREAK OVER") if look.state.phase == "suspended" else None

    monkeypatch.setattr(plain_mode, "break_over", is_over)
    told = plain("day", "suspend lunch", "withdraw mex", "withdraw zaf")
    assert told.out.count("BREAK OVER") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_break_that_ends_while_nobody_types_is_told_at_a_terminal(
    day: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    keys, lines = terminal()

    def over_time(look: Look) -> tuple[str, str] | None:
        if look.state.phase != "suspended":
            return None
        if not told:
            told.append("over")
        elif len(told) == 1:  # it was told while nobody typed
            told.append("quit")
            os.write(keys, b"quit\n")
        return ("break", "BREAK OVER")

    monkeypatch.setattr(plain_mode, "WAIT_SECONDS", 0.01)
    monkeypatch.setattr(said, "over_time", over_time)
    monkeypatch.setattr("sys.stdin", lines)
    os.write(keys, b"suspend lunch\n")
    with lines:
        shown = call("run", "day", "--plain").out.splitlines()
    os.close(keys)
    assert shown.count("BREAK OVER") == 1
    assert shown[shown.index("BREAK OVER") - 1] == "", "on a line of its own"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_lines_of_a_terminal_come_one_by_one_and_end_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plain_mode, "WAIT_SECONDS", 0.01)
    keys, lines = terminal()
    typed = iter([b"second\n", b"thi", b"rd\n", b"\x04"])
    os.write(keys, b"first\n")
    with lines:
        found = list(plain_mode.as_they_come(lines, lambda: void(os.write(keys, next(typed)))))
    os.close(keys)
    assert found == ["first\n", "second\n", "third\n"]
    assert next(typed, None) is None


def test_lines_of_a_file_are_read_without_waiting() -> None:
    lines = io.StringIO("first\nsecond\n")
    assert list(plain_mode.as_they_come(lines, pytest.fail)) == ["first\n", "second\n"]


def test_over_time_is_told_once_in_the_line_mode(
    day: Path, plain: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [False]
    kept = said.over_time

    def over_time(look: Look) -> tuple[str, str] | None:
        speaking = look.state.speaking()
        late[0] = late[0] or speaking is not None
        return (speaking.id, "OVER TIME") if speaking else kept(look)

    monkeypatch.setattr(said, "over_time", over_time)
    told = plain("day", "floor zaf", "", "", "withdraw mex")
    assert told.out.count("OVER TIME") == 1
    assert late[0]


def test_leaving_with_something_not_on_disk_is_asked_about_once(
    day: Path, plain: Plain, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)

    def full(log: SqliteLog, *args: Any, **more: Any) -> None:
        raise WriteRefused("full", log.path)

    monkeypatch.setattr(SqliteLog, "append", full)
    told = plain("day", "floor zaf", "quit", "yield", "quit", "quit", "next")
    assert told.code == 1
    assert told.out.count("To leave without") == 2, "another line takes the wish back"
    assert "1 entry is NOT on disk. To save everything elsewhere: `save FOLDER`." in told.out
    assert told.out.splitlines()[-2].startswith("2 entries are NOT on disk in")


@pytest.mark.skipif(sys.platform == "win32", reason="there no such request comes")
def test_what_no_disk_took_is_kept_when_the_system_ends_the_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "meeting_tui", "--sessions", str(tmp_path), "run", "--plain"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, str(AGENDA), "--session", "day"], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as program:
        assert program.stdin is not None and program.stdout is not None
        while "help" not in program.stdout.readline():
            pass
        folder = SessionFolder(tmp_path / "day")
        holder = sqlite3.connect(folder.database, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        program.stdin.write("open\n")
        program.stdin.flush()
        while "is open until" not in program.stdout.readline():
            pass
        program.send_signal(signal.SIGTERM)
        _, complaint = program.communicate(timeout=60)
        holder.close()
    assert complaint == ""
    assert program.returncode == 128 + signal.SIGTERM
    log = folder.read()
    (kept,) = rescue_files(next(log.read()))
    log.close()
    assert "sitting_opened" in kept.read_text(encoding="utf-8")
