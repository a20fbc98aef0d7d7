"""The bell at the end of a speaker's time, for those who watch the room and not the screen.

It rings once when the limit passes, and again only if the limit was extended and passes again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from meeting_tui.meeting.state import MeetingState


class LimitBell:
    """Checks the speaker's time now and then, and rings when it runs out."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._within: tuple[str, int] | None = None
        """The intervention and the limit that last had time left."""

    def look(self, state: MeetingState, now: datetime) -> None:
        """Ring if the limit passed since the last check, but not if it passed long ago."""
        speaking = state.speaking()
        if speaking is None or speaking.limit_seconds is None:
            self._within = None
            return
        this = (speaking.id, speaking.limit_seconds)
        left = speaking.left_seconds(now)
        if left is not None and left > 0:
            self._within = this
        elif self._within == this:
            self._within = None
            self._ring()
