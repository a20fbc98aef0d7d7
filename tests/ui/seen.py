"""What a person sees: the text of the whole screen, line by line, without styles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from meeting_tui.ui.app import MeetingApp


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
