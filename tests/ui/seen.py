"""What a person sees, as the text of the whole screen without styles, and the keys they press."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import events

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.parsing import TypedText
from meeting_tui.ui.screens.meeting_screen import MeetingScreen

KEYS = {"enter": "\r", "space": " ", "full_stop": ".", "f3": None, "f9": None, "ctrl+q": None}


def seen(app: MeetingApp) -> str:
    """The screen's text as it is shown now."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait until something holds; the desk answers in a moment, yet from another thread."""
    for _ in range(int(seconds / 0.01)):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("waited in vain")


def line_of(app: MeetingApp) -> ActLine:
    assert isinstance(app.screen, MeetingScreen)
    return app.screen.act_line


def send(app: MeetingApp, *keys: str) -> None:
    """Have keys come at once, as from the terminal; what is no key's name is text."""
    for key in keys:
        if key in KEYS:
            app.post_message(events.Key(key, KEYS[key]))
        else:
            app.post_message(TypedText(key) if key[1:] else events.Key(key, key))
