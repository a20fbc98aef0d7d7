"""What a projection consists of: turns, the open item, the day.

Plain facts without a way to compute them, so that screens, exports and tests share them. All
instants are UTC, all spans seconds of real time; a difference is positive when it is later than
planned.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from meeting_tui.meeting.records import SittingRun


@dataclass(frozen=True, slots=True)
class Turn:
    """When one who waits would have the floor, if everybody before used their full time."""

    inscription: str
    turn_at: datetime
    ends_at: datetime
    limit_seconds: int
    """The time counted for it: its limit, or what stands for one where there is none."""
    is_after_sitting: bool
    """It would not be over by the planned end of the sitting."""


@dataclass(frozen=True, slots=True)
class SittingNow:
    """The sitting that is held, or else the next one."""

    id: str
    planned_start: datetime
    planned_end: datetime
    is_held: bool
    seconds_left: float
    """Until its planned end, negative when over; its whole length before its start."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """The end of the open item at full time."""

    id: str
    planned_end: datetime
    ends_at: datetime
    """Whoever speaks, all who wait and the presentations to come, at full time."""
    difference_seconds: float
    turns: tuple[Turn, ...]
    """As `next` follows: the list, then the replies."""
    presentation_seconds: int
    """Counted in `ends_at` for presentations to come that nobody is inscribed for."""
    fits: int
    """How many turns would be over by the sitting's planned end; the cut is behind them."""
    left_over: int
    """How many would not."""


@dataclass(frozen=True, slots=True)
class ItemTimes:
    """One item on the day: planned, actual, projected."""

    id: str
    phase: str
    """As in `ItemRun`: `planned`, `open`, `closed` or `carried`."""
    planned_sitting: str
    planned_start: datetime
    planned_end: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    starts_at: datetime | None
    """Actual or projected; None for an item that the adjourned meeting never took up."""
    ends_at: datetime | None
    difference_seconds: float | None
    """Of the end against the planned end."""
    overflow_seconds: float
    """How much of it lies behind the planned end of the last sitting."""


@dataclass(frozen=True, slots=True)
class Day:
    """All items and sittings, as planned and as they come."""

    sittings: tuple[SittingRun, ...]
    """All of the agenda; one that was not held yet has no `opened_at`."""
    items: tuple[ItemTimes, ...]
    """In the order of the agenda."""
    planned_end: datetime
    """Of the item planned last."""
    ends_at: datetime
    difference_seconds: float
    overflow_seconds: float
    """How far the day would go on behind the planned end of the last sitting."""
    not_reached: tuple[str, ...]
    """Items that would not begin before that end, or that the adjourned meeting never took up."""


@dataclass(frozen=True, slots=True)
class Projection:
    """When it will end, as seen at one instant."""

    now: datetime
    sitting: SittingNow | None
    """None once the meeting is adjourned."""
    item: OpenItem | None
    """None while no item is open."""
    day: Day

    @property
    def turns(self) -> tuple[Turn, ...]:
        """The turns to come on the open item; empty while none is open."""
        return self.item.turns if self.item else ()
