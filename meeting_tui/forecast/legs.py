"""What is still to be held, piece by piece, in the order in which it is planned.

An item is one piece, or several where somebody split it over sittings. What is left of a split item
that was carried over comes where its later pieces are planned, and not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.agenda.plan import Pieces, PlannedItem
from meeting_tui.forecast.lists import list_outlook
from meeting_tui.forecast.seen import Seen

Thrice = tuple[float, float, float]
"""Seconds at full time, at pace and in the late case."""


class Leg(Struct, frozen=True):
    """A piece of an item to come."""

    item: str
    planned_start: datetime
    not_before: datetime
    """When the sitting it is planned in begins."""
    seconds: Thrice
    is_rest: bool
    """What is left of an item that was begun; where nothing is left, it is not held."""


def lay(
    seen: Seen, legs: Iterable[Leg], free: datetime, case: int
) -> Iterator[tuple[Leg, datetime, datetime]]:
    """Each leg with its start and end, one behind the other from when the day is free.

    `case`: 0 at full time, 1 at pace, 2 the late case.
    """
    for leg in legs:
        seconds = leg.seconds[case]
        if seconds > 0 or not leg.is_rest:
            start = seen.time.earliest(max(free, leg.not_before))
            free = seen.time.after(start, timedelta(seconds=seconds))
            yield leg, start, free


def legs_to_come(seen: Seen, rest: tuple[Leg, ...] = ()) -> list[Leg]:
    """All of items not taken up yet or carried over, with the `rest` of the open one, in order."""
    state, begins = seen.state, sitting_starts(seen)
    legs = list(rest)
    for planned, item in zip(seen.plan, state.agenda.items, strict=True):
        phase = state.items[item.id].phase
        if phase == "planned":
            pieces = state.splits.get(item.id) or ((planned.sitting, item.minutes),)
            legs += _legs_of(seen, planned, pieces, begins)
        elif phase == "carried" and item.id in state.splits:
            number, pieces = later_pieces(seen, item.id)
            legs += _legs_of(seen, planned, pieces, begins, number)
    places = {item: n for n, item in enumerate(state.running_order)}
    return sorted(legs, key=lambda leg: (leg.planned_start, places[leg.item]))


def _legs_of(
    seen: Seen,
    planned: PlannedItem,
    pieces: Pieces,
    begins: Mapping[str, datetime],
    number: int = 0,
) -> Iterator[Leg]:
    """The pieces at their planned minutes; the last one with the list, where that is longer.

    `number` of an item that was begun is the place of its first piece still to come.
    """
    left = list(list_outlook(seen, planned.item))
    for place, (sitting, minutes) in enumerate(pieces, number):
        seconds = 60.0 * minutes
        is_last = place == number + len(pieces) - 1
        full, pace, late = (max(seconds, each) if is_last else seconds for each in left)
        left = [each - seconds for each in left]
        start = start_of_piece(planned, place)
        yield Leg(planned.item, start, begins[sitting], (full, pace, late), is_rest=number > 0)


def start_of_piece(planned: PlannedItem, place: int) -> datetime:
    """When the piece at that place among all pieces of an item is planned to begin."""
    later = (part.start for part in planned.parts if part.piece == place)
    return next(later) if place else planned.start


def sitting_starts(seen: Seen) -> dict[str, datetime]:
    """When each sitting begins; one that was opened early, now."""
    return {run.id: begun for run, (begun, _) in zip(seen.sittings, seen.time.spans, strict=True)}


def later_pieces(seen: Seen, item: str) -> tuple[int, Pieces]:
    """The pieces still to come of an item that was begun, and the place of the first of them.

    None of an item that is not split, or that is in its last piece.
    """
    pieces = seen.state.splits.get(item, ())
    ids = [run.id for run in seen.sittings]
    here = ids.index(_sitting_of(seen, item))
    begun = max(1, sum(ids.index(sitting) <= here for sitting, _ in pieces))
    return begun, pieces[begun:]


def _sitting_of(seen: Seen, item: str) -> str:
    """The sitting an item was closed in; of the open one that which is held, or comes next."""
    state, closed_at = seen.state, seen.state.items[item].closed_at
    if closed_at is not None:
        begun = [run for run in seen.sittings if run.opened_at and run.opened_at <= closed_at]
        return begun[-1].id
    if state.phase == "open" and state.sitting:
        return state.sitting
    return next((run for run in seen.sittings if seen.now < run.planned_end), seen.sittings[-1]).id
