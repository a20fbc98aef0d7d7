"""Running the screen from beginning to end, and saying plainly when something was not written."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from meeting_tui.desk.fault_file import FAULTS
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import Opened
from meeting_tui.desk.settings import Settings
from meeting_tui.text import display
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.live_port import LivePort
from meeting_tui.ui.parsing import TerminalParser
from meeting_tui.words import Value, say

if TYPE_CHECKING:
    from meeting_tui.desk.replay import ReplayDesk

SWITCH_SECONDS = 0.001
"""So long a thread of ours keeps the processor while the screen waits for it."""


def live_app(
    opened: Opened,
    seat: Seat,
    settings: Settings,
    theme: str = "dark",
    speed: float | None = None,
) -> MeetingApp:
    """The screens of a desk at the meeting; `speed` is the rate of a rehearsal's clock."""
    return MeetingApp(lambda frame: LivePort(frame, opened, seat, speed), settings, theme)


def replay_app(
    desk: ReplayDesk, settings: Settings, theme: str = "dark", note: str = ""
) -> MeetingApp:
    """The same screens of a past session; `note` is shown first."""
    from meeting_tui.ui.replay_port import ReplayPort

    return MeetingApp(lambda frame: ReplayPort(frame, desk, note), settings, theme)


def run_replay(desk: ReplayDesk, settings: Settings, theme: str, note: str) -> int:
    """Show a session as it stood until the person leaves; nothing is written; the exit code."""
    app = replay_app(desk, settings, theme, note)
    _read_our_way(app)
    code = app.run()
    if app.is_left_alone:
        _write_nowhere()
        return 0
    told = say("replay.left", app.language, folder=str(desk.replay.folder.path))
    _tell_ended_by_fault(app)
    _write(told)
    return (code or app.return_code or 0) if app.has_left else 1


def run_screen(
    opened: Opened, seat: Seat, settings: Settings, theme: str, speed: float | None
) -> int:
    """Run the meeting on the screen until the person leaves; the exit code."""
    app = live_app(opened, seat, settings, theme, speed)
    # What is loaded by now stays: not looking through it again for garbage spares keys a wait.
    gc.freeze()
    gc.set_threshold(20_000)
    # What is written or drafted in other threads lets a key through at once.
    sys.setswitchinterval(SWITCH_SECONDS)
    _read_our_way(app)
    try:
        code = app.run()
    finally:
        written = app.leave()
    if app.is_left_alone:
        _write_nowhere()
        return 0 if written else 1
    _tell_ended_by_fault(app)
    _write(_left(app, str(settings.language.value)), is_error=not written)
    if app.desk.rescued:
        file = str(app.desk.rescued)
        _write(say("screen.left_rescued", app.language, file=file), is_error=True)
    for sentence in app.port.files.left:
        _write(sentence, is_error=True)
    return (code or app.return_code or 0) if written and app.has_left else 1


def _read_our_way(app: MeetingApp) -> None:
    """Let the app read its terminal through our parser."""
    if sys.platform == "win32":
        module = import_module("textual.drivers.win32")
        module.XTermParser = TerminalParser  # type: ignore[attr-defined]
    else:
        from meeting_tui.ui.terminal_driver import TerminalDriver

        app.driver_class = TerminalDriver


def _tell_ended_by_fault(app: MeetingApp) -> None:
    if not app.has_left:
        file = str(app.fault_folder / FAULTS)
        _write(say("screen.ended_by_fault", app.language, file=file), is_error=True)


def _write(line: str, *, is_error: bool = False) -> None:
    """Write a line to the terminal, which the screen has left."""
    from click import echo

    echo(display(line), err=is_error)


def _left(app: MeetingApp, language: str) -> str:
    """What was left where, as the disk has it."""
    keeping, folder = app.desk.keeping, str(app.port.files.folder.path)
    if keeping.standing == "away" and not keeping.is_saved:
        return say("shared.left", language, folder=folder, count=keeping.waiting)
    if not keeping.is_saved:
        params: dict[str, Value] = {"count": keeping.waiting, "reason": keeping.sentence}
        return say("screen.left_unsaved", language, folder=folder, **params)
    if app.port.files.trouble:
        return say("screen.left_unwritten", language, folder=folder, reason=app.port.files.trouble)
    return say("screen.left_saved", language, folder=folder)


def _write_nowhere() -> None:
    """Nobody reads any more: what Python would still write out at its end is let go."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
