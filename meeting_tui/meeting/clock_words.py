"""Times of day and spans as people and the United Nations write them.

`10:05`, `10.05`, `10 h 05`, `3 p.m.`, 下午3时 are times of day, and `02:30+02:00` says which of two
it is in a night in which the clocks go back; `2:30`, `2 min`, `90 s` are spans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time

from meeting_tui.agenda.local_times import with_offset
from meeting_tui.patterns import late_pattern

MINUTES_AT_MOST = 15
"""A bare number up to this is minutes; a greater one may well be seconds."""

_HALF = r"(?P<half>a\.?\s?m\.?|p\.?\s?m\.?)"
_OFFSET = r"(?:UTC\s?)?(?P<sign>[+\-−])(?P<off_hours>\d{2}):?(?P<off_minutes>\d{2})"
_CLOCK = late_pattern(
    rf"""
    (?P<hour>\d{{1,2}})[:：.．](?P<minute>\d{{2}})(?:[:：.．](?P<second>\d{{2}}))?
        (?:\s?{_HALF}|\s?{_OFFSET})?
    | (?P<hour2>\d{{1,2}})\s?{_HALF.replace("half", "half2")}
    | (?P<hour3>\d{{1,2}})\s?h\s?(?P<minute3>\d{{2}})?
    | (?P<han>上午|下午|中午|晚上)?(?P<hour4>\d{{1,2}})[时時点點]
        (?:(?P<minute4>\d{{1,2}})分)?(?P<half4>半)?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_LARGEST_OFFSET = 16 * 60
_NAMED = {
    "noon": time(12),
    "midi": time(12),
    "midnight": time(0),
    "中午": time(12),
    "正午": time(12),
}

_SPAN = late_pattern(r"(?:(?P<hours>\d{1,2})[:：])?(?P<minutes>\d{1,3})[:：.．](?P<seconds>\d{2})")
_MINUTES = r"(?:min|mins|minute|minutes|minuto|minutos|мин|минуты|минут|分|分钟|分鐘|'|′|’)\.?"
_SECONDS = r"(?:s|sec|secs|second|seconds|seconde|secondes|segundos?|сек|секунд|秒|秒钟|\"|″|'')\.?"
_UNITS = late_pattern(
    rf"(?:(?P<minutes>\d{{1,3}})\s?{_MINUTES})?\s?(?:(?P<seconds>\d{{1,4}})\s?{_SECONDS})?",
    re.IGNORECASE,
)
_LONGEST = 4
"""So many words a time or a span may have: `2 minutes 30 seconds`."""


def clock_time(text: str) -> time | None:
    """The time of day that the whole text is; None for anything else.

    With an offset from UTC behind it (`02:30+02:00`) it is a time with that offset.
    """
    named = _NAMED.get(text.strip().casefold())
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return named
    part = found.groupdict()
    hour = int(next(part[key] for key in ("hour", "hour2", "hour3", "hour4") if part[key]))
    minute = int(part["minute"] or part["minute3"] or part["minute4"] or 0)
    second = int(part["second"] or 0)
    if part["half4"]:
        minute = 30
    half = (part["half"] or part["half2"] or "")[:1].lower()
    if part["han"]:
        half = "a" if part["han"] == "上午" else "p"
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return _with_offset(time(hour, minute, second), part)


def _with_offset(clock: time, part: dict[str, str | None]) -> time | None:
    """The time with the offset that was typed behind it; None for one that no zone has."""
    if not part["sign"]:
        return clock
    minutes = int(part["off_hours"] or 0) * 60 + int(part["off_minutes"] or 0)
    if minutes > _LARGEST_OFFSET or int(part["off_minutes"] or 0) > 59:
        return None
    return with_offset(clock, minutes if part["sign"] == "+" else -minutes)


def span_seconds(text: str) -> int | None:
    """The seconds of the span that the whole text is; None for anything else.

    A bare number is not a span here, as it may be minutes or seconds.
    """
    text = text.strip()
    found = _SPAN.fullmatch(text)
    if found:
        seconds = int(found["seconds"])
        whole = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + seconds
        return whole if seconds < 60 else None
    found = _UNITS.fullmatch(text)
    if not text or found is None:
        return None
    return int(found["minutes"] or 0) * 60 + int(found["seconds"] or 0)


def longest_clock(words: Sequence[str]) -> tuple[time, int] | None:
    """The time of day that the first words are, and how many they are."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = clock_time(" ".join(words[:length]))
        if found is not None:
            return found, length
    return None


def longest_span(words: Sequence[str]) -> tuple[int, int] | None:
    """The seconds of the span that the first words are, and how many they are."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        found = span_seconds(" ".join(words[:length]))
        if found is not None:
            return found, length
    return None
