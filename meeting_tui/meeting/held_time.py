"""Time that runs while something is held and stands still in between."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class HeldTime(Struct, frozen=True):
    """How long a segment has been gone through, without breaks."""

    seconds: float = 0.0
    """Before `since`."""
    since: datetime | None = None
    """From when it runs; None while it stands still."""

    def at(self, now: datetime) -> float:
        """Seconds up to `now`."""
        running = (now - self.since).total_seconds() if self.since else 0.0
        return self.seconds + max(0.0, running)


NOT_HELD = HeldTime()
