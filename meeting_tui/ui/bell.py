"""The bell at the end of somebody's time: for whoever looks at the room and not at the screen.

It rings once as the limit passes, and again only for a limit that was made longer and passes too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from meeting_tui.meeting.state import MeetingState


class LimitBell:
    """Looks at the speaker's time now and then, and rings as it runs out."""

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._within: tuple[str, int] | None = None
        """The intervention and limit last seen with time left."""

    def look(self, state: MeetingState, now: datetime) -> None:
        """Ring if the limit passed since the last look; a limit long over is not rung for."""
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
