"""When each item is planned, from the minutes and sittings of the agenda and the order they run in.

This is the plan that a running meeting is measured against; what really happens never changes it,
only somebody who edits the schedule does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from meeting_tui.agenda.model import Agenda, Sitting

Pieces = tuple[tuple[str, int], ...]
"""The sitting and minutes of each part of an item that is planned in several."""


class PlannedPart(Struct, frozen=True):
    """A stretch of an item within one sitting."""

    sitting: str
    start: datetime
    """Aware, in the agenda's zone."""
    end: datetime
    """After the sitting's end only in the last one, where no sitting has room for the rest."""
    piece: int = 0
    """Of an item that is split: which of its pieces this is, or is a stretch of."""


class PlannedItem(Struct, frozen=True):
    """The planned time of one item."""

    item: str
    sitting: str
    """The sitting it begins in, or would if there were room left in it."""
    start: datetime
    """Aware, in the agenda's zone."""
    end: datetime
    """In a later sitting where its own has no room for the whole; after the last one's end where
    no sitting has."""
    parts: tuple[PlannedPart, ...]
    """Where it is held, one for most; their lengths together are its planned minutes."""


def planned_items(
    agenda: Agenda,
    running_order: Sequence[str] | None = None,
    splits: Mapping[str, Pieces] | None = None,
) -> tuple[PlannedItem, ...]:
    """The planned time of every item, in the order of the agenda.

    Within a sitting items follow each other in the running order, by default that of the agenda.
    An item that names no sitting is in the first with room for all of it, else in the first with
    any room left, going on in the next ones. A split item is planned piece by piece. What a sitting
    has no room for goes on at the start of the next one, before what is planned there.
    """
    items = {item.id: item for item in agenda.items}
    order = items if running_order is None else running_order
    asked = {
        each: (splits or {}).get(each) or ((items[each].sitting, items[each].minutes),)
        for each in order
    }
    room = _Room(agenda.sittings)
    found: dict[str, PlannedItem] = {}
    pieces = []
    for each, planned in asked.items():
        for number, (sitting, minutes) in enumerate(planned):
            length = timedelta(minutes=minutes)
            place = max(room.place_of(sitting, length), room.place_behind(found.get(each)))
            pieces.append((room.free_from[place], each, number, place, length))
            found[each] = room.plan(each, number, place, length, found.get(each))
    if room.spills:
        # Laid once more as they begin: none is planned behind others that begin only after it.
        room, found = _Room(agenda.sittings), {}
        for _, item, number, place, length in sorted(pieces, key=lambda each: each[0]):
            found[item] = room.plan(item, number, place, length, found.get(item))
    return tuple(found[each] for each in items)


class _Room:
    """The time left in each sitting while items are being placed, first come, first served."""

    def __init__(self, sittings: tuple[Sitting, ...]) -> None:
        self._sittings = sittings
        self.free_from = [sitting.start.astimezone(UTC) for sitting in sittings]
        self.spills = False
        """Whether something had no room in its sitting."""
        self._ends = [sitting.end.astimezone(UTC) for sitting in sittings]

    def plan(
        self, item: str, piece: int, place: int, length: timedelta, before: PlannedItem | None
    ) -> PlannedItem:
        """A piece of an item, behind those `before` if it is not the first."""
        parts = list(before.parts) if before else []
        place = max(place, self.place_behind(before))
        start = self.free_from[place]
        self._fill(place, length, parts, piece)
        zone = self._sittings[place].start.tzinfo
        return PlannedItem(
            item=item,
            sitting=before.sitting if before else self._sittings[place].id,
            start=before.start if before else start.astimezone(zone),
            end=parts[-1].end,
            parts=tuple(parts),
        )

    def _fill(self, place: int, left: timedelta, parts: list[PlannedPart], piece: int) -> None:
        """Plan a length from a sitting on, in the next ones where it has no room for all."""
        while left > self._left(place) and place + 1 < len(self._sittings):
            self.spills = True
            stretch = self._left(place)
            if stretch:
                parts.append(self._take(place, stretch, piece))
            left -= stretch
            place += 1
        parts.append(self._take(place, left, piece))

    def _take(self, place: int, length: timedelta, piece: int) -> PlannedPart:
        start = self.free_from[place]
        self.free_from[place] = end = start + length
        sitting = self._sittings[place]
        zone = sitting.start.tzinfo
        return PlannedPart(sitting.id, start.astimezone(zone), end.astimezone(zone), piece)

    def place_behind(self, before: PlannedItem | None) -> int:
        """The sitting in which the pieces before end; the first where there are none."""
        if before is None:
            return 0
        return [each.id for each in self._sittings].index(before.parts[-1].sitting)

    def place_of(self, sitting: str | None, length: timedelta) -> int:
        places = range(len(self._sittings))
        if sitting is not None:
            return next(n for n in places if self._sittings[n].id == sitting)
        for enough in (length, timedelta(microseconds=1)):
            for place in places:
                if self._left(place) >= enough:
                    return place
        return places[-1]

    def _left(self, place: int) -> timedelta:
        """What is left of a sitting; nothing where it is over-full."""
        return max(timedelta(), self._ends[place] - self.free_from[place])
