"""Lengths of time as people read them: on a clock, in hours and minutes, in words.

What is left is rounded up and what is used is rounded down, so that the two always add up to the
limit: 3:00 is seen first, 0:01 in the last second, 0:00 only when the time is over.
"""

from __future__ import annotations

import math
from datetime import datetime

from meeting_tui.words import say

NOISE = 1e-6
"""Seconds; differences of clock readings are off by less, and must not show as a second."""
MINUTE = 60


def minute(instant: datetime) -> datetime:
    """The instant without its seconds."""
    return instant.replace(second=0, microsecond=0)


def clock_text(seconds: int) -> str:
    """Whole seconds, 0 or more, as `m:ss` or from an hour on `h:mm:ss`."""
    hours, minutes = hours_and_minutes(seconds // MINUTE)
    rest = seconds % MINUTE
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def passed(seconds: float) -> int:
    """The whole seconds that have passed, of what is used or over; never below 0."""
    return math.floor(max(seconds, 0.0) + NOISE)


def left(seconds: float) -> int:
    """The seconds that are left, the one that has begun among them; never below 0."""
    return max(math.ceil(seconds - NOISE), 0)


def whole_seconds(seconds: float) -> int:
    """A length that is over, to the nearest second, half a second up.

    The one way in which lengths are rounded before they are shown or added up, on screens, in
    reports and in workbooks, so that each column adds up to the total below it. What still runs on
    a clock is not rounded: it shows the seconds that have passed.
    """
    return math.floor(seconds + 0.5)


def clock_span(seconds: float) -> str:
    """A length that is over, as `m:ss` or `h:mm:ss`, to the nearest second."""
    return clock_text(whole_seconds(seconds))


def format_used(seconds: float) -> str:
    """What has been used, in whole seconds that have passed; never below 0:00."""
    return clock_text(passed(seconds))


def format_remaining(seconds: float) -> str:
    """What is left, `m:ss` or from an hour on `h:mm:ss`; below zero `+m:ss` counts what is over."""
    over = passed(-seconds)
    return f"+{clock_text(over)}" if over else clock_text(left(seconds))


def span(seconds: float) -> str:
    """A length that has passed, whichever way it is counted: rounded down, without a sign."""
    return format_used(abs(seconds))


def hours_and_minutes(minutes: int) -> tuple[int, int]:
    """Whole minutes, whatever their sign, as hours and the minutes that are left."""
    return divmod(abs(minutes), MINUTE)


def hours_text(seconds: float) -> str:
    """The whole minutes that have passed as `h:mm`."""
    hours, minutes = hours_and_minutes(passed(seconds) // MINUTE)
    return f"{hours}:{minutes:02}"


def length(seconds: float) -> str:
    """A length that somebody is given, as it is typed: `2:30`, `90:00`; no second is cut off."""
    minutes, rest = divmod(left(seconds), MINUTE)
    return f"{minutes}:{rest:02}"


def in_words(whole: int, language: str) -> str:
    """Whole seconds to listen to: `2 hours 5 minutes`, `1 minute 20 seconds`.

    From an hour on seconds are left away.
    """
    hours, minutes = hours_and_minutes(whole // MINUTE)
    parts = [("hour", hours), ("minute", minutes)]
    if not hours:
        parts.append(("second", whole % MINUTE))
    told = [_counted(unit, count, language) for unit, count in parts if count]
    return (" " if language == "en" else "").join(told) or _counted("second", 0, language)


def _counted(unit: str, count: int, language: str) -> str:
    return say(f"shell.{unit}" if count == 1 else f"shell.{unit}s", language, count=count)
