"""Lengths of time as the room reads them."""

from __future__ import annotations

from math import floor


def whole_seconds(seconds: float) -> int:
    """A length that is over, to the nearest second, half a second up.

    The one way in which lengths are rounded before they are shown or added up, on screens, in
    reports and in workbooks, so that each column adds up to the total below it. What still runs on
    a clock is not rounded: it shows the seconds that have passed.
    """
    return floor(seconds + 0.5)


def span(seconds: float) -> str:
    """Seconds as `M:SS` or `H:MM:SS`, rounded down, without a sign."""
    minutes, second = divmod(int(abs(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
