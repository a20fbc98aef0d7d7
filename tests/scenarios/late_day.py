"""The day played from a script to a moment, and looked at then on the screen with the clock held.

One session, so that what the screens, the slip and the commands say of one moment can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from meeting_tui.cli import main
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.running import live_app
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from tests.ui.seen import seen, until

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
DAY = CHECKOUT / "tests" / "scripts" / "wgtr-day.script"
LONG_LIST = CHECKOUT / "tests" / "scripts" / "wgtr-long-list.script"
GENEVA = ZoneInfo("Europe/Zurich")


def at(clock: str) -> datetime:
    """That time of the day of the meeting."""
    return datetime.combine(date(2026, 3, 19), time.fromisoformat(clock), tzinfo=GENEVA)


def play_until(sessions: Path, script: Path, clock: str, *more: str) -> SessionFolder:
    """A rehearsal named `day` with the script played up to a time, then these timed lines."""
    lines = script.read_text(encoding="utf-8").splitlines()
    stem = sessions.parent / "stem.script"
    kept = [line for line in lines if line.startswith("#") or line[:8] < clock]
    stem.write_text("\n".join([*kept, *more]) + "\n", encoding="utf-8")
    arguments = ["--sessions", str(sessions), "play", str(AGENDA), str(stem)]
    assert main([*arguments, "--session", "day", "--rehearsal", "--strict"]) == 0
    return SessionFolder(sessions / "day")


@contextmanager
def seated(session: SessionFolder, clock: str, **settings: Any) -> Iterator[MeetingApp]:
    """The program on that session, its clock standing at a time of the day."""
    seat = Seat("desk", "EK")
    chosen = load_settings(
        {"language": "en", "sessions": str(session.path.parent), **settings},
        path=session.path.parent.parent / "settings.toml",
    )
    app = live_app(open_session(session, seat), seat, chosen, "dark", 1.0)
    app.desk.clock = ScriptClock(at(clock))
    try:
        yield app
    finally:
        app.desk.leave()


def let_it_be(app: MeetingApp, clock: str) -> None:
    """Set the clock that stands still to a later time."""
    assert isinstance(app.desk.clock, ScriptClock)
    app.desk.clock.set(at(clock))


async def enter(app: MeetingApp, line: str) -> None:
    """Type a line as a paste would and enter it; it is kept when this returns."""
    screen = app.screen
    assert isinstance(screen, MeetingScreen)
    held = len(app.desk.intake.meeting.entries)
    screen.act_line.put(line)
    await screen.act_line.action_submit()
    await until(lambda: len(app.desk.intake.meeting.entries) > held)


async def shown(app: MeetingApp, *texts: str) -> str:
    """The screen once it shows all of these, whatever lines they are broken over."""
    try:
        await until(lambda: all(text in in_one_line(seen(app)) for text in texts), 20)
    except AssertionError:
        raise AssertionError(f"{texts} not on the screen:\n{seen(app)}") from None
    return in_one_line(seen(app))


def in_one_line(text: str) -> str:
    """The text of a screen or panel with its borders and line breaks as single spaces.

    Columns beside each other would be mixed: each is read down on its own.
    """
    columns = [re.split(r"[│╭╮╰╯┊]+", line) for line in text.split("\n")]
    most = max(len(each) for each in columns)
    plain = [" ".join(each) for each in columns]
    down = [" ".join(each[n] for each in columns if n < len(each)) for n in range(most)]
    return re.sub(r"\s+", " ", " ".join([*plain, *down]))
