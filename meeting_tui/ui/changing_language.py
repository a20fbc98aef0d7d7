"""Changing the language while the meeting runs: every open screen is made anew from the state.

A screen keeps nothing of the meeting, so a new one loses nothing; what is typed and not entered
goes along as the draft it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from meeting_tui.words import LANGUAGES

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp

_BETWEEN = "between"


async def change_language(app: MeetingApp) -> None:
    """Take the next language, and show the screen that is in view in it."""
    shown = app.current_mode
    app.language = LANGUAGES[(LANGUAGES.index(app.language) + 1) % len(LANGUAGES)]
    app.show_in_language()
    opened = app.mode_screens()
    for screen in opened:
        app.drafts[screen.MODE] = screen.draft
    with app.batch_update():
        app.add_mode(_BETWEEN, Screen)
        await app.switch_mode(_BETWEEN)
        for screen in opened:
            await app.remove_mode(screen.MODE)
            app.add_mode(screen.MODE, app.MODES[screen.MODE])
        await app.switch_mode(shown)
        await app.remove_mode(_BETWEEN)
