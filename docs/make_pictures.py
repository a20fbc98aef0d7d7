"""Makes the pictures of the screens in docs/pictures from the program itself: `make pictures`.

The day's script is played to a moment of item 4 and the clock then stands still, so that every
picture shows the same moment; but those of a list too long for the morning are of the day running
late, at 12:20. Chromium turns them into PNG; names on the command line select some.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from picture_tools import CELL_WIDTH, svg_to_png
from small_png import shrink_png

from benchmarks.days import LONG_LIST, play_day
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.minting import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.replay_desk import Replay, ReplayDesk
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.replay_app import ReplayApp

CHECKOUT = Path(__file__).resolve().parents[1]
PICTURES = CHECKOUT / "docs" / "pictures"

SCALE = 12 / CELL_WIDTH
"""A cell is then 12 pixels wide: equal letters are equal pixels, and the files half as large."""

PLAYED_UNTIL = "16:29:10"
SESSION = "sessions/2026-03-19-wgtr"

MORE = """\
16:29:14 inscribe mex zaf
16:29:20 reply mar
16:29:30 text-only stimson
16:29:36 withdraw jam
"""
"""So that the lanes and outcomes are not empty."""
MOMENT = datetime(2026, 3, 19, 16, 30, 58, tzinfo=ZoneInfo("Europe/Zurich"))
"""The speaker's time is nearly over."""

LATE_UNTIL = "12:20:00"
LATE_MOMENT = datetime(2026, 3, 19, 12, 20, 0, tzinfo=ZoneInfo("Europe/Zurich"))
"""Forty minutes to go, and a list that takes longer."""

REPLAYED_MOMENT = datetime(2026, 3, 19, 11, 42, 0, tzinfo=ZoneInfo("Europe/Zurich"))
"""Somebody has the floor and others wait."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One screen, at a size, in a language and theme."""

    name: str
    mode: str = "floor"
    columns: int = 120
    rows: int = 36
    language: str = "en"
    theme: str = "dark"
    typed: str = ""
    """What somebody has begun to type."""
    is_late: bool = False
    """Of the day running late."""
    is_replay: bool = False
    """Looked at afterwards, as it stood at 11:42."""


PICTURED = (
    Picture("floor-80x24", columns=80, rows=24),
    Picture("floor-120x36"),
    Picture("long-list-12-20-120x36", is_late=True),
    Picture("notes-120x36", "notes", typed="a4 a6 asks for a platform that"),
    Picture("coverage-120x36", "coverage"),
    Picture("times-120x36", "times"),
    Picture("schedule-120x36", "schedule"),
    Picture("record-120x36", "record"),
    Picture("slip-120x36", "slip"),
    Picture("help-120x36", "help"),
    Picture("replay-120x36", is_replay=True),
    Picture("floor-zh-120x36", language="zh"),
    Picture("floor-light-120x36", theme="light"),
)


async def drawn(picture: Picture, session: SessionFolder) -> str:
    """The screen as SVG."""
    seat = Seat("desk", "EK")
    chosen = {"language": picture.language, "sessions": str(session.path.parent)}
    settings = load_settings(chosen, path=session.path.parent / "settings.toml")
    moment = LATE_MOMENT if picture.is_late else MOMENT
    app: MeetingApp
    if picture.is_replay:
        looked_at = ReplayDesk(Replay(session), seat, REPLAYED_MOMENT)
        app = ReplayApp(looked_at, settings, picture.theme)
    else:
        app = MeetingApp(open_session(session, seat), seat, settings, picture.theme)
        app.desk.clock = ScriptClock(moment)
    try:
        async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
            app.action_show(picture.mode)
            await pilot.pause(0.3)
            for letter in picture.typed:
                await pilot.press(letter)
            await pilot.pause(0.6)
            return app.export_screenshot(title="meeting-tui")
    finally:
        app.desk.leave()


def _played(folder: Path, is_late: bool) -> Path:
    """The session the pictures are of."""
    if is_late:
        return play_day(folder, "late", LATE_UNTIL, script=LONG_LIST)
    return play_day(folder, "played", PLAYED_UNTIL, MORE)


def main(names: list[str]) -> int:
    """Make the pictures, or those named; 2 for a name there is not."""
    unknown = set(names) - {picture.name for picture in PICTURED}
    if unknown:
        print(f"there is no picture {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        folder = Path(place)
        pictured = [each for each in PICTURED if not names or each.name in names]
        played = {
            is_late: _played(folder, is_late)
            for is_late in sorted({each.is_late for each in pictured})
        }
        for picture in pictured:
            # A copy each, so that what is typed in one picture is not restored in the next; by a
            # relative path, as the Record screen shows where the log lies.
            session = SessionFolder(Path(SESSION))
            shutil.rmtree(session.path, ignore_errors=True)
            shutil.copytree(played[picture.is_late], session.path)
            svg = folder / f"{picture.name}.svg"
            svg.write_text(asyncio.run(drawn(picture, session)), encoding="utf-8")
            png = PICTURES / f"{picture.name}.png"
            svg_to_png(svg, png, scale=SCALE)
            shrink_png(png)
            print(f"{png.relative_to(CHECKOUT)}  {png.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
