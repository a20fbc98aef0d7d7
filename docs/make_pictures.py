"""Makes the pictures of the screens in docs/pictures from the program itself: `make pictures`.

They show the demonstration: at 12:20, when it begins, or in the afternoon, when the questions of
the annex are answered. The clock stands still, so that every picture of a moment shows the same.
Chromium turns them into PNG; names on the command line select some.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from picture_tools import CELL_WIDTH, put_side_by_side, shrink_png, svg_to_png

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.demonstration import BEGINS, begin_demonstration
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.replay import Replay, ReplayDesk
from meeting_tui.desk.seats import Role, take_place
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.desk.visiting import visit
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.running import live_app, replay_app

CHECKOUT = Path(__file__).resolve().parents[1]
PICTURES = CHECKOUT / "docs" / "pictures"

SCALE = 12 / CELL_WIDTH
"""A cell is then 12 pixels wide: equal letters are equal pixels, and the files half as large."""

AGENDA = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"
SESSION = "sessions/demo"

AFTERNOON = "16:32:08"
"""Item 4; the speaker's time is nearly over."""

REPLAYED = "12:10:00"
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
    moment: str = BEGINS
    """Local time that the screen shows; everything up to it is played."""
    is_replay: bool = False
    """Looked at afterwards, at another moment."""
    role: Role = "floor"
    hand: str = "EK"
    """Who sits there."""
    beside: tuple[tuple[Role, str], ...] = ()
    """Who else is at the meeting: what they do and their initials."""
    takes_notes: str = ""
    """Initials of who has said to write on the current speaker."""


PICTURED = (
    Picture("floor-80x24", columns=80, rows=24),
    Picture("floor-120x36", moment=AFTERNOON),
    Picture("long-list-12-20-120x36"),
    Picture("notes-120x36", "notes", typed="a8 papers are shown on", moment=AFTERNOON),
    Picture("coverage-120x36", "coverage", moment=AFTERNOON),
    Picture("times-120x36", "times"),
    Picture("schedule-120x36", "schedule"),
    Picture("record-120x36", "record"),
    Picture("slip-120x36", "slip"),
    Picture("help-120x36", "help"),
    Picture("replay-120x36", is_replay=True),
    Picture("floor-zh-120x36", language="zh"),
    Picture("floor-light-120x36", theme="light"),
)


TWO_SEATS = "two-seats-2x80x24"
"""One runs the floor, another takes notes of the same meeting."""
SIDE_BY_SIDE = (
    Picture(
        "at-the-floor",
        columns=80,
        rows=24,
        moment=AFTERNOON,
        beside=(("notes", "CD"),),
        takes_notes="CD",
    ),
    Picture(
        "taking-notes",
        "notes",
        columns=80,
        rows=24,
        moment=AFTERNOON,
        role="notes",
        hand="CD",
        beside=(("floor", "EK"),),
        takes_notes="CD",
        typed="a8 papers are shown on",
    ),
)


async def drawn(picture: Picture, session: SessionFolder) -> str:
    """The screen as SVG."""
    seat = Seat("desk", picture.hand, role=picture.role)
    chosen = {"language": picture.language, "sessions": str(session.path.parent)}
    settings = load_settings(chosen, path=session.path.parent / "settings.toml")
    app: MeetingApp
    beside = contextlib.ExitStack()
    if picture.is_replay:
        looked_at = ReplayDesk(Replay(session), seat, _instant(REPLAYED))
        app = replay_app(looked_at, settings, picture.theme)
    else:
        if picture.takes_notes:
            with visit(session, Seat("notes", picture.takes_notes), "en") as visitor:
                visitor.do("take this")
        for role, hand in picture.beside:
            beside.enter_context(closing_place(session.path, role, hand))
        opened = open_session(session, seat, is_new=True, role=picture.role)
        app = live_app(opened, seat, settings, picture.theme)
        app.desk.clock = ScriptClock(_instant(picture.moment))
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
        beside.close()


@contextlib.contextmanager
def closing_place(folder: Path, role: Role, hand: str) -> Iterator[None]:
    """Somebody else sits there until the block ends."""
    place = take_place(folder, role, hand)
    try:
        yield
    finally:
        place.leave()


def _instant(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-19T{time}").replace(tzinfo=ZoneInfo("Europe/Zurich"))


def main(names: list[str]) -> int:
    """Make the pictures, or those named; 2 for a name there is not."""
    unknown = set(names) - {picture.name for picture in PICTURED} - {TWO_SEATS}
    if unknown:
        print(f"there is no picture {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        for picture in PICTURED:
            if not names or picture.name in names:
                _told(_made(picture, Path(place), PICTURES))
        if not names or TWO_SEATS in names:
            left, right = (_made(each, Path(place), Path(place)) for each in SIDE_BY_SIDE)
            _told(put_side_by_side(left, right, PICTURES / f"{TWO_SEATS}.png"))
    return 0


def _made(picture: Picture, folder: Path, into: Path) -> Path:
    # Anew for each, so that what is typed in one picture is not restored in the next; by a
    # relative path, as the Record screen shows where the log lies.
    session = SessionFolder(Path(SESSION))
    shutil.rmtree(session.path, ignore_errors=True)
    begin_demonstration(session, load_agenda(AGENDA), Seat("demo"), picture.moment)
    svg = folder / f"{picture.name}.svg"
    svg.write_text(asyncio.run(drawn(picture, session)), encoding="utf-8")
    png = into / f"{picture.name}.png"
    svg_to_png(svg, png, scale=SCALE)
    shrink_png(png)
    return png


def _told(png: Path) -> None:
    print(f"{png.relative_to(CHECKOUT)}  {png.stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
