"""The demonstration on the screens: marked on every one, at every size, in both languages."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.demonstration import begin_demonstration
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import load_settings
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.running import live_app
from tests.ui.conftest import AGENDA
from tests.ui.seen import seen

pytestmark = pytest.mark.unmeasured

SCREENS = ("floor", "notes", "coverage", "times", "schedule", "record", "slip", "report", "help")


def demonstration(folder: Path, language: str = "en") -> MeetingApp:
    session = SessionFolder(folder / "demo")
    begin_demonstration(session, load_agenda(AGENDA), Seat("demo"))
    settings = load_settings({"language": language, "sessions": str(folder)}, path=folder / "none")
    seat = Seat("desk", "EK")
    return live_app(open_session(session, seat, is_new=True), seat, settings)


@pytest.mark.parametrize(
    ("size", "language"),
    [((80, 24), "en"), ((120, 36), "en"), ((200, 50), "en"), ((80, 24), "zh")],
)
async def test_every_screen_says_in_its_first_line_that_it_is_a_demonstration(
    tmp_path: Path, size: tuple[int, int], language: str
) -> None:
    mark = {"en": "DEMONSTRATION", "zh": "演示"}[language]
    app = demonstration(tmp_path, language)
    try:
        async with app.run_test(size=size) as pilot:
            for screen in SCREENS:
                app.action_show(screen)
                await pilot.pause()
                assert mark in seen(app).splitlines()[0], screen
                assert "12:2" in seen(app).splitlines()[0], screen
    finally:
        app.desk.leave()


async def test_the_list_keeps_its_lines_while_only_the_time_passes(tmp_path: Path) -> None:
    app = demonstration(tmp_path)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            clock = ScriptClock(app.desk.clock.now())
            app.desk.clock = clock
            heights = []
            for _ in range(30):
                clock.set(clock.now() + timedelta(seconds=20))
                app.screen.show_moment()  # type: ignore[attr-defined]
                await pilot.pause(0.02)
                heights.append(app.screen.query_one("#waiting").size.height)
            assert heights == sorted(heights, reverse=True), (
                "advice takes lines and gives none back"
            )
    finally:
        app.desk.leave()


async def test_the_first_line_above_the_input_says_that_all_is_invented(tmp_path: Path) -> None:
    app = demonstration(tmp_path)
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.pause()
            shown = seen(app)
            assert "every statement is invented" in shown
            assert "Waiting 13" in shown and "12:2" in shown
    finally:
        app.desk.leave()
