"""The time in which the open item is held: that of all sittings, or its pieces where it is split.

When the minutes of its first piece are over, whoever speaks ends, and all others who wait are heard
where the next piece is planned.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.forecast.legs import (
    Leg,
    later_pieces,
    lay,
    legs_to_come,
    sitting_starts,
    start_of_piece,
)
from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import SittingTime, Spans

Ends = tuple[datetime, datetime, datetime]
"""At full time, at pace and in the late case."""

_BEHIND = timedelta(seconds=1)
"""Stands for a sitting where a piece comes behind the last one; time runs on from there."""


class OpenTime(Struct, frozen=True):
    """When the open item can be held."""

    time: SittingTime
    here_seconds: float = inf
    """How much of it comes before the later pieces."""
    later: tuple[Leg, ...] = ()
    """The later pieces at their planned minutes, each not before it comes."""

    @property
    def is_split(self) -> bool:
        """Whether a part of the item is planned in a later piece."""
        return bool(self.later)

    def parted(self, seen: Seen, ends: Ends) -> tuple[Ends, tuple[Leg, ...]]:
        """When the item is over for now, and the later pieces, if it is over at `ends`.

        The last piece takes what the others do not hold.
        """
        if not self.later:
            return ends, ()
        full, pace, late = (self.time.seconds_between(seen.resumes, each) for each in ends)
        here = tuple(self._end_here(seen, each) for each in ends)
        left = [max(0.0, each - self.here_seconds) for each in (full, pace, late)]
        legs = []
        for leg in self.later:
            held = [
                each if leg is self.later[-1] else min(each, planned)
                for each, planned in zip(left, leg.seconds, strict=True)
            ]
            left = [each - part for each, part in zip(left, held, strict=True)]
            legs.append(replace(leg, seconds=(held[0], held[1], held[2])))
        return (here[0], here[1], here[2]), tuple(legs)

    def over_here(self, seen: Seen, sitting_end: datetime) -> datetime:
        """When the present part is over; `sitting_end` of an item that no later sitting has."""
        if not self.later or self.later[0].not_before < sitting_end:
            return sitting_end
        return min(sitting_end, seen.time.after(seen.resumes, timedelta(seconds=self.here_seconds)))

    def _end_here(self, seen: Seen, end: datetime) -> datetime:
        if end < self.later[0].not_before:
            return end
        return seen.time.after(seen.resumes, timedelta(seconds=self.here_seconds))


def time_of_open(seen: Seen, item: str, floor_seconds: float) -> OpenTime:
    """The time of the open item; `floor_seconds` are those of whoever has the floor."""
    place, pieces = later_pieces(seen, item) if item in seen.state.splits else (0, ())
    if not pieces:
        return OpenTime(seen.time)
    planned = next(each for each in seen.plan if each.item == item)
    minutes = sum(length for _, length in seen.state.splits[item][:place])
    used = seen.state.items[item].open_seconds(seen.now)
    here = max(minutes * 60 - used, floor_seconds)
    until = seen.time.after(seen.resumes, timedelta(seconds=here))
    begins = sitting_starts(seen)
    later = tuple(
        Leg(item, start_of_piece(planned, number), begins[sitting], (60.0 * length,) * 3, True)
        for number, (sitting, length) in enumerate(pieces, place)
    )
    laid = lay(seen, legs_to_come(seen, later), until, 0)
    spans = list(_between(seen.time, seen.resumes, until))
    legs: list[Leg] = []
    for leg, start, end in laid:
        if leg.item == item:
            legs.append(replace(leg, not_before=start))
            spans += _between(seen.time, start, None if len(legs) == len(later) else end)
    return OpenTime(SittingTime(tuple(spans)), here, tuple(legs))


def _between(time: SittingTime, start: datetime, end: datetime | None) -> Spans:
    """The stretches of sitting time from `start` on, until `end` where one is given."""
    found = tuple(
        (max(begun, start), min(until, end or until))
        for begun, until in time.spans
        if until > start and (end is None or begun < end)
    )
    behind = max(start, time.spans[-1][1])
    if end is None:
        return found or ((behind, behind + _BEHIND),)
    return (*found, (behind, end)) if end > behind else found
