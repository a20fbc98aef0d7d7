"""What it costs the rest of the day if the open item is given more time."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.forecast.figures import Block, Day, Projection
from meeting_tui.forecast.projection import day_from


class Moved(Struct, frozen=True):
    """An item that would begin later."""

    item: str
    seconds: float
    """By so much, breaks included."""
    starts_at: datetime


class Extension(Struct, frozen=True):
    """The price of more time for the open item."""

    seconds: int
    ends_at: datetime
    """When the day would go on behind it."""
    moves: tuple[Moved, ...]
    """In the order of the agenda; what a break takes up is not moved."""
    overflow_seconds: float
    """By how much more the day would go on behind its last sitting."""
    not_reached: tuple[str, ...]
    """Items that would not be reached because of it."""
    eaten_seconds: float
    """By how much more the protected block would be eaten."""


def extension(projection: Projection, seconds: int) -> Extension | None:
    """The price of `seconds` more for the open item; None while none is open."""
    item = projection.item
    if item is None:
        return None
    before = projection.day
    after = day_from(projection.seen, item, timedelta(seconds=seconds))
    return Extension(
        seconds=seconds,
        ends_at=next(each.ends_at for each in after.items if each.id == item.id and each.ends_at),
        moves=_moves(before, after),
        overflow_seconds=after.overflow_seconds - before.overflow_seconds,
        not_reached=tuple(each for each in after.not_reached if each not in before.not_reached),
        eaten_seconds=_eaten(after.block) - _eaten(before.block),
    )


def _moves(before: Day, after: Day) -> tuple[Moved, ...]:
    return tuple(
        Moved(new.id, (new.starts_at - old.starts_at).total_seconds(), new.starts_at)
        for old, new in zip(before.items, after.items, strict=True)
        if old.starts_at and new.starts_at and new.starts_at > old.starts_at
    )


def _eaten(block: Block | None) -> float:
    return block.eaten_seconds if block else 0.0
