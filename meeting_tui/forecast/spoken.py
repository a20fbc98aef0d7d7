"""Numbers and lengths as they are spoken, for what the Chair might say."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]
"""Gives a sentence of procedure in one language."""

LAST_IN_WORDS = 10


def number(say: Say, count: int) -> str:
    """`one` to `ten`, then figures."""
    return say(f"procedure.number_{count}") if 1 <= count <= LAST_IN_WORDS else str(count)


def counted(say: Say, key: str, count: int) -> str:
    """So many of something: `three more speakers`, `one right of reply`."""
    return say(f"procedure.{key}", number=number(say, count), count=count)


def spoken_hours(say: Say, minutes: int) -> str:
    """`15 minutes`, `one hour and six minutes`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return counted(say, "minutes", rest)
    told = counted(say, "hours_spoken", hours)
    if not rest:
        return told
    return say("procedure.hours_and", hours=told, minutes=counted(say, "minutes", rest))


def spoken_length(say: Say, seconds: float) -> str:
    """`two and a half minutes`, `three minutes 15 seconds`; a part of a second counts whole."""
    minutes, rest = divmod(-int(-seconds // 1), 60)
    if not minutes:
        return say("procedure.seconds", count=rest)
    if not rest:
        return counted(say, "minutes", minutes)
    if rest == 30:
        return say("procedure.minutes_half", number=number(say, minutes))
    return say(
        "procedure.minutes_seconds", number=number(say, minutes), minutes=minutes, seconds=rest
    )
