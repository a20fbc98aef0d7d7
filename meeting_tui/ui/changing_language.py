"""Changing the language while the meeting runs: every open screen is made anew from the state.

A screen keeps nothing of the meeting, so a new one loses nothing; what is typed and not entered
goes along as the draft it is. A screen that is gone to meanwhile is shown once all are there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from meeting_tui.words import LANGUAGES

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp
    from meeting_tui.ui.screens.meeting_screen import MeetingScreen

_BETWEEN = "between"


async def change_language(app: MeetingApp) -> None:
    """Take the next language, and show the screen that is in view in it."""
    if app.to_show is not None:
        return  # it is being changed
    app.to_show = app.current_mode
    app.language = LANGUAGES[(LANGUAGES.index(app.language) + 1) % len(LANGUAGES)]
    app.show_in_language()
    opened = app.mode_screens()
    for screen in opened:
        app.drafts[screen.MODE] = screen.draft
    app.close_palettes()
    with app.batch_update():
        try:
            await _take_away(app, opened)
        finally:
            await _show_again(app)


async def _take_away(app: MeetingApp, opened: list[MeetingScreen]) -> None:
    app.add_mode(_BETWEEN, Screen)
    await app.switch_mode(_BETWEEN)
    for screen in opened:
        await app.remove_mode(screen.MODE)
        app.add_mode(screen.MODE, app.MODES[screen.MODE])


async def _show_again(app: MeetingApp) -> None:
    """The screen that is wanted by now, whatever went wrong before."""
    for mode, screen in app.MODES.items():
        if mode not in app._modes:
            app.add_mode(mode, screen)
    try:
        await app.switch_mode(app.to_show or app.DEFAULT_MODE)
        await app.remove_mode(_BETWEEN)
    finally:
        shown, app.to_show = app.to_show or app.DEFAULT_MODE, None
    if shown != app.current_mode:  # gone to in the last moment
        await app.switch_mode(shown)
