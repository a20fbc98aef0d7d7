"""Seconds as people read them off a speaker's clock.

What is left is rounded up and what is used is rounded down, so that the two always add up to the
limit: 3:00 is seen first, 0:01 in the last second, 0:00 only when the time is over.
"""

from __future__ import annotations

import math

_NOISE = 1e-6
"""Seconds; differences of clock readings are off by less, and must not show as a second."""


def format_remaining(seconds: float) -> str:
    """What is left, `m:ss` or from an hour on `h:mm:ss`; below zero `+m:ss` counts what is over."""
    if seconds > _NOISE:
        return clock_text(math.ceil(seconds - _NOISE))
    over = math.floor(-seconds + _NOISE)
    return f"+{clock_text(over)}" if over else clock_text(0)


def format_used(seconds: float) -> str:
    """What has been used, in whole seconds that have passed; never below 0:00."""
    return clock_text(math.floor(max(seconds, 0.0) + _NOISE))


def clock_text(seconds: int) -> str:
    """Whole seconds, 0 or more, as `m:ss` or `h:mm:ss`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def until_text_changes(used: float, limit: float | None) -> float:
    """Seconds of speaking time until either text says something else; 0 < result <= 1."""
    to_next_used = 1.0 - used % 1.0
    if limit is None:
        return to_next_used
    left = (limit - used) % 1.0
    return min(to_next_used, left if left > _NOISE else 1.0)
