"""The screens by name: which is in view, where one came from, and all anew in another language.

Each is imported behind the first frame, or when it is shown if that is sooner. A screen keeps
nothing of the meeting, so that a new one loses nothing; what is typed and not entered goes along as
the draft it is.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from textual.app import App
from textual.screen import Screen

from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.textual_inside import all_screens, has_mode, in_colours_of_now, without_boxes

MODES = {
    "floor": "FloorScreen",
    "notes": "NotesScreen",
    "coverage": "CoverageScreen",
    "times": "TimesScreen",
    "schedule": "ScheduleScreen",
    "record": "RecordScreen",
    "slip": "SlipScreen",
    "report": "ReportScreen",
    "help": "HelpScreen",
}
"""The names of the screens, and their classes."""
READING = ("meeting.language", "ui.completing")
"""What reads a typed line, and offers how it goes on: no screen opens with one."""
_BETWEEN = "between"


class ScreenModes:
    """Shows one screen after another."""

    def __init__(self, app: App[Any], frame: Frame) -> None:
        """Adds the screens to the app; `frame` is what they are given."""
        self._app = app
        without_boxes(app)
        self._frame = frame
        self._came_from = app.DEFAULT_MODE
        self.to_show: str | None = None
        """The screen to be shown once all are made anew; None while nothing is."""
        for mode in MODES:
            app.add_mode(mode, self._maker(mode))

    def _maker(self, mode: str) -> Callable[[], Screen[None]]:
        def make() -> Screen[None]:
            screen: Screen[None] = getattr(_loaded(mode), MODES[mode])(self._frame)
            in_colours_of_now(self._app, screen)
            return screen

        return make

    def warm(self) -> None:
        """Make ready what is slow the first time; any thread may call it."""
        for module in READING:
            import_module(f"meeting_tui.{module}")
        self._frame.port.desk.intake.directory.warm()
        for mode in MODES:
            _loaded(mode)

    def opened(self) -> list[MeetingScreen]:
        """The screens that were opened."""
        return [each for each in all_screens(self._app) if isinstance(each, MeetingScreen)]

    def show(self, mode: str, again: str = "") -> None:
        """Go to a screen; from that screen itself to the one called `again`, if any."""
        if self.to_show is not None:
            self.to_show = mode
            return
        now = self._app.current_mode
        if now == mode and again:
            mode = again
        if now != mode:
            self._came_from = now
            self._app.switch_mode(mode)

    def go_back(self) -> None:
        """Go to the screen one came from."""
        self.show(self._came_from)

    async def make_anew(self, change: Callable[[], None]) -> None:
        """Make all screens anew after `change`, and show the one that is in view.

        One that is gone to meanwhile is shown once all are there. Nothing is done while that is
        done already.
        """
        if self.to_show is not None:
            return
        self.to_show = self._app.current_mode
        change()
        opened = self.opened()
        for screen in opened:
            self._frame.port.drafts[screen.MODE] = screen.draft
        self._stop_palettes()
        with self._app.batch_update():
            try:
                await self._take_away(opened)
            finally:
                await self._show_again()

    def _stop_palettes(self) -> None:
        """End what a palette still looks for, on any screen that is taken away."""
        from meeting_tui.ui.palette import ActPalette

        for each in all_screens(self._app):
            if isinstance(each, ActPalette):
                each.stop()

    async def _take_away(self, opened: list[MeetingScreen]) -> None:
        app = self._app
        app.add_mode(_BETWEEN, Screen)
        await app.switch_mode(_BETWEEN)
        for screen in opened:
            await app.remove_mode(screen.MODE)
            app.add_mode(screen.MODE, self._maker(screen.MODE))

    async def _show_again(self) -> None:
        """The screen that is wanted by now, whatever went wrong before."""
        app = self._app
        for mode in MODES:
            if not has_mode(app, mode):
                app.add_mode(mode, self._maker(mode))
        try:
            await app.switch_mode(self.to_show or app.DEFAULT_MODE)
            await app.remove_mode(_BETWEEN)
        finally:
            shown, self.to_show = self.to_show or app.DEFAULT_MODE, None
        if shown != app.current_mode:  # gone to in the last moment
            await app.switch_mode(shown)


def _loaded(mode: str) -> ModuleType:
    """The module of a screen."""
    return import_module(f"meeting_tui.ui.screens.{mode}_screen")
