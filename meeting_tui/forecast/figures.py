"""What a projection consists of: turns, the open item, the day.

Plain facts without a way to compute them, so that screens, exports and tests share them. All
instants are UTC, all spans seconds of real time; a difference is positive when it is later than
planned, and counts sitting time only. Names without a word before them are at full time; `pace_`
is the middle case at today's pace, `late_` what nine cases in ten stay below.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from meeting_tui.agenda.plan import PlannedPart
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.newcomers import Newcomers
from meeting_tui.forecast.open_time import OpenTime
from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import Course
from meeting_tui.forecast.turns import Turn, Turns
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.values import WithAsides

Span = tuple[datetime, datetime]
"""Start and end."""


class SittingNow(Struct, frozen=True):
    """The sitting that is held, or else the next one."""

    id: str
    planned_start: datetime
    planned_end: datetime
    is_held: bool
    seconds_left: float
    """Until its planned end, negative when over; its whole length before its start."""


class OpenItem(WithAsides, frozen=True, eq=False):
    """The end of the open item."""

    ASIDES: ClassVar[frozenset[str]] = frozenset({"course", "time"})

    id: str
    planned_end: datetime
    ends_at: datetime
    """Whoever speaks, all who wait and the presentations to come, at full time; not before what is
    left of its planned minutes is over, while requests are still to be expected."""
    pace_ends_at: datetime
    """At today's pace, with those of `newcomers`."""
    late_ends_at: datetime
    list_ends_at: datetime
    """When it ends if nobody asks any more."""
    list_pace_ends_at: datetime
    list_late_ends_at: datetime
    difference_seconds: float
    turns: Turns
    """As `next` follows: the list, then the replies."""
    speaker_seconds: float
    """What whoever speaks has left."""
    order_seconds: float
    """Kept for points of order that wait for their ruling."""
    presentation_seconds: int
    """Counted in `ends_at` for presentations to come that nobody is inscribed for."""
    hand_over_seconds: int
    """From one speaker to the next, as it was seen today."""
    gaps_seconds: float
    """All hand-overs to come, what is left of the present one included."""
    closing_seconds: int
    """Kept for the Chair's closing words."""
    newcomers: Newcomers
    """How many more will ask while the list is open; in no figure at full time."""
    begins_at: datetime
    """From when all this is counted: now, or the start of the next sitting."""
    heard: ToCome
    """What would be over by the sitting's planned end."""
    beyond: ToCome
    """All else that is to come."""
    cut_at: datetime
    """That end, or where the item is split, when its present part is over."""
    seconds: float
    """All who wait at full time, from `begins_at`, closing words included."""
    course: Course
    """Turns such seconds into instants."""
    time: OpenTime
    """In which it is held."""

    @property
    def kept_seconds(self) -> float:
        """Kept of its planned minutes for those who have not asked yet, behind all others."""
        return self.time.time.seconds_between(self.list_ends_at, self.ends_at)

    @property
    def is_uncertain(self) -> bool:
        """Whether there is a late case to draw: from those who wait, and who will."""
        return bool(self.turns) or self.newcomers.mean > 0

    @property
    def fits(self) -> int:
        """How many turns would be over by the sitting's planned end; the cut is behind them."""
        return self.heard.turns

    @property
    def left_over(self) -> int:
        """How many would not."""
        return self.beyond.turns


class ItemTimes(Struct, frozen=True):
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
    pace_starts_at: datetime | None
    pace_ends_at: datetime | None
    late_starts_at: datetime | None
    late_ends_at: datetime | None
    parts: tuple[PlannedPart, ...]
    """Where it is planned, one for most."""
    coming: tuple[Span, ...]
    """When it, or what is left of it, is held at full time; several where it is split. Empty once
    it is done with."""
    imported_start: datetime
    """By the agenda as it was imported."""
    imported_end: datetime


class Cut(Struct, frozen=True):
    """What the end of a sitting does to the agenda, at full time."""

    sitting: str
    at: datetime
    item: str | None
    """The item it would come in the middle of."""
    behind: tuple[str, ...]
    """Items planned to begin before it that would begin only after it; at the end of the last
    sitting all that would."""


class Block(Struct, frozen=True):
    """An item that was given a sitting of its own, and what is eaten of it."""

    item: str
    planned_seconds: float
    late_start_seconds: float
    """How much of it is lost because it begins late, at full time."""
    shorter_seconds: float
    """How much its sitting is shorter than what is planned for it."""
    carried_seconds: float
    """What lists carried over from other items would take, with their hand-overs."""
    eaten_seconds: float
    """All together, of the planned seconds at most."""
    pace_eaten_seconds: float
    late_eaten_seconds: float


class Day(Struct, frozen=True):
    """All items and sittings, as planned and as they come."""

    sittings: tuple[SittingRun, ...]
    """All of the agenda; one that was not held yet has no `opened_at`."""
    items: tuple[ItemTimes, ...]
    """In the order of the agenda."""
    planned_end: datetime
    """Of the item planned last."""
    ends_at: datetime
    pace_ends_at: datetime
    late_ends_at: datetime
    difference_seconds: float
    overflow_seconds: float
    """How far the day would go on behind the planned end of the last sitting."""
    not_reached: tuple[str, ...]
    """Items that would not begin before that end, or that the adjourned meeting never took up."""
    cuts: tuple[Cut, ...]
    """At the ends of the sittings to come that cut something."""
    block: Block | None
    """The first item to come, or open, that has a sitting of its own."""


class Projection(WithAsides, frozen=True, eq=False):
    """When it will end, as seen at one instant."""

    ASIDES: ClassVar[frozenset[str]] = frozenset({"seen"})

    now: datetime
    sitting: SittingNow | None
    """None once the meeting is adjourned."""
    item: OpenItem | None
    """None while no item is open."""
    day: Day
    seen: Seen
    """What it was made from."""

    @property
    def turns(self) -> Sequence[Turn]:
        """The turns to come on the open item; empty while none is open."""
        return self.item.turns if self.item else ()
