"""When each item is planned, from the minutes and sittings of the agenda alone.

This is the plan that a running meeting is measured against; what really happens never changes it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from meeting_tui.agenda.model import Agenda, Item, Sitting
from meeting_tui.record import record


@record
class PlannedItem:
    """The planned time of one item."""

    item: str
    sitting: str
    """The sitting it begins in."""
    start: datetime
    """Aware, in the agenda's zone."""
    end: datetime
    """In a later sitting where its own has no room for the whole; after the last one's end where
    no sitting has."""


def planned_items(agenda: Agenda) -> tuple[PlannedItem, ...]:
    """The planned time of every item, in the order of the agenda.

    Within a sitting items follow each other in that order. An item that names no sitting is in the
    first with room for all of it, else in the first with any room left, going on in the next ones.
    """
    room = _Room(agenda.sittings)
    return tuple(room.plan(item) for item in agenda.items)


class _Room:
    """The time left in each sitting while items are being placed, first come, first served."""

    def __init__(self, sittings: tuple[Sitting, ...]) -> None:
        self._sittings = sittings
        self._free_from = [sitting.start.astimezone(UTC) for sitting in sittings]

    def plan(self, item: Item) -> PlannedItem:
        left = timedelta(minutes=item.minutes)
        first = place = self._place_of(item, left)
        start = self._free_from[first]
        while left > self._left(place) and place + 1 < len(self._sittings):
            left -= self._left(place)
            self._free_from[place] = self._end(place)
            place += 1
        self._free_from[place] = end = self._free_from[place] + left
        zone = self._sittings[first].start.tzinfo
        return PlannedItem(
            item=item.id,
            sitting=self._sittings[first].id,
            start=start.astimezone(zone),
            end=end.astimezone(zone),
        )

    def _place_of(self, item: Item, length: timedelta) -> int:
        places = range(len(self._sittings))
        if item.sitting is not None:
            return next(n for n in places if self._sittings[n].id == item.sitting)
        for enough in (length, timedelta(microseconds=1)):
            for place in places:
                if self._left(place) >= enough:
                    return place
        return places[-1]

    def _left(self, place: int) -> timedelta:
        return self._end(place) - self._free_from[place]

    def _end(self, place: int) -> datetime:
        return self._sittings[place].end.astimezone(UTC)
