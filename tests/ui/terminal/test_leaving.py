"""Leaving works by every way that is offered, and a terminal that is gone leaves nothing behind."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from meeting_tui.desk.verifying import check_session
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.ui.terminal_driver import ENDED_BY
from tests.ui.terminal.anything import written_faults
from tests.ui.terminal.changed_program import NOW
from tests.ui.terminal.program import LEAVE, Program

Started = Callable[..., Program]


def drafts(program: Program) -> dict[str, str]:
    log = open_sqlite(program.folder.database, writer=False)
    try:
        return {slot: draft.text for slot, draft in log.drafts().items()}
    finally:
        log.close()


WAYS = {
    "key": (LEAVE, LEAVE),
    "typed": ("quit\r", "quit\r"),
    "palette": ("\x10leave\r", "\x10leave\r"),
    "key after typing": ("quit\r", LEAVE),
}


@pytest.mark.parametrize("way", WAYS)
def test_leaving_takes_the_same_twice(start: Started, way: str) -> None:
    program = start()
    once, again = WAYS[way]
    program.send(once)
    assert program.terminal.process.poll() is None
    program.terminal.until_text("press Ctrl+Q or type quit once more")
    program.terminal.send(again)
    assert program.ended() == 0


def test_the_key_that_was_set_leaves_and_is_the_one_named(start: Started, tmp_path: Path) -> None:
    settings = tmp_path / "home" / "meeting-tui" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nquit = "f11"\n', encoding="utf-8")
    program = start()
    program.send("\x1b[23~")
    program.terminal.until_text("press F11 or type quit once more")
    program.terminal.send("\x1b[23~")
    assert program.ended() == 0


def test_a_key_between_withdraws_the_wish(start: Started) -> None:
    program = start()
    program.send(f"{LEAVE}x{LEAVE}", quiet=0.5)
    assert program.terminal.process.poll() is None


@pytest.mark.parametrize("sent", [None, *ENDED_BY], ids=str)
def test_a_terminal_that_is_gone_ends_the_program_and_keeps_what_was_typed(
    start: Started, sent: signal.Signals | None
) -> None:
    program = start()
    program.send("zaf ke")
    process = program.terminal.process
    if sent is None:
        program.terminal.hang_up()
        assert process.wait(20) == 0
    else:
        os.kill(process.pid, sent)
        assert program.ended() == 0
    assert drafts(program)["floor"] == "zaf ke"
    assert program.folder.toml.exists(), "the log in TOML is written as on any other leaving"


OFF = (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?2004l", b"\x1b[?25h", b"\x1b[<u")
"""What leaves the other screen, the mouse, marked pastes, the hidden cursor and the newer keys."""


@pytest.mark.parametrize("sent", ENDED_BY, ids=str)
def test_the_terminal_is_given_back_as_it_was(start: Started, sent: signal.Signals) -> None:
    program = start()
    program.terminal.forget()
    os.kill(program.terminal.process.pid, sent)
    assert program.ended() == 0
    assert all(off in bytes(program.terminal.raw) for off in OFF)
    assert program.folder.toml.exists()


def test_a_fault_that_ends_the_screen_gives_the_terminal_back_and_leaves_the_session_whole(
    start: Started,
) -> None:
    program = start(change="loop")
    (program.folder.path.parents[1] / NOW).touch()
    assert program.ended() == 1
    assert all(off in bytes(program.terminal.raw) for off in OFF)
    told = program.terminal.text()
    assert "The screen ended because of an error in the program" in told
    assert "Everything is on disk" in told and "zebra" not in told and "Traceback" not in told
    assert program.folder.toml.exists()
    assert check_session(program.folder, is_text=False).findings == ()
    assert "changed_program.py" in written_faults(program.folder.path)


def test_a_panel_that_fails_says_so_in_the_terminal_and_the_next_act_is_done(
    start: Started,
) -> None:
    program = start(change="panel")
    program.terminal.until_text("This panel could not be")
    program.terminal.send("ken\r")
    assert program.until_news(1)
    assert "zebra" not in written_faults(program.folder.path)


def test_a_key_that_fails_says_so_in_the_terminal_and_the_next_line_is_taken(
    start: Started,
) -> None:
    program = start(change="key")
    program.terminal.send(".")
    program.terminal.until_text("An error in the program; the rest goes on.")
    program.terminal.send("ken\r")
    assert program.until_news(1)
