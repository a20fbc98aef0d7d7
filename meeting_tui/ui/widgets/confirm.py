"""Asking without a window: the same key twice within a few seconds means yes.

Nothing else changes while the question is open; doing anything else is the safe answer.
"""

from __future__ import annotations

SECONDS_TO_CONFIRM = 5.0


class DoublePress:
    """Remembers which act was asked about and when, by a monotonic time given in seconds."""

    def __init__(self, within: float = SECONDS_TO_CONFIRM) -> None:
        self.within = within
        self._asked: str | None = None
        self._asked_at = 0.0

    def press(self, act: str, now: float) -> bool:
        """True when `act` was asked about no longer than `within` seconds ago; else it is now."""
        if self.asks(act, now):
            self.forget()
            return True
        self._asked, self._asked_at = act, now
        return False

    def asks(self, act: str, now: float) -> bool:
        """Whether the question about `act` is still open."""
        return self._asked == act and 0.0 <= now - self._asked_at <= self.within

    def forget(self) -> None:
        """Something else was done: the question is closed."""
        self._asked = None
