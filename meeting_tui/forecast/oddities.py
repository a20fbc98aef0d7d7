"""What looks unreal about a day, so that it is told and nobody takes the figures at their word.

A forecast is never withheld: a speech of three hours counts as one. But it may be a key that was
not pressed, so whoever reads the forecast, the report or the export is told what it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Literal

from msgspec import Struct

from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.checklist import longer_than_sittings
from meeting_tui.meeting.spans import length

HOUR = 3600
"""A turn that lasts so many seconds, or a sitting that begins so far from its plan, looks odd."""
INSTANT = 3
"""So does a turn that is over in fewer seconds than a hand needs for a second key."""
TOLD = 5
"""So many of a sort are told one by one."""

Sort = Literal[
    "long_turn",
    "short_turn",
    "long_item",
    "late_start",
    "early_start",
    "not_held",
    "no_minutes",
    "out_of_order",
    "beyond_day",
]


class Oddity(Struct, frozen=True):
    """One sort of thing that looks unreal, and where it was seen."""

    sort: Sort
    which: tuple[tuple[str, float | None], ...]
    """What it was seen at (number of the intervention, else id), and seconds where they matter."""


def oddities(projection: Projection) -> tuple[Oddity, ...]:
    """What looks unreal; nothing on an ordinary day."""
    found = (
        _oddity("late_start", _starts(projection, 1)),
        _oddity("early_start", _starts(projection, -1)),
        _oddity("not_held", _passed_over(projection)),
        _oddity("long_turn", _turns(projection, HOUR, None)),
        _oddity("short_turn", _turns(projection, 0, INSTANT)),
        _oddity("long_item", longer_than_sittings(projection.seen.state, projection.now)),
        _oddity("no_minutes", _without_minutes(projection)),
        _oddity("out_of_order", _order(projection)),
        _oddity("beyond_day", _beyond_day(projection)),
    )
    return tuple(each for each in found if each.which)


def say_oddity(saying: Saying, oddity: Oddity) -> str:
    """`Looks odd: interventions of an hour or more: 12 (3 h 02)`."""
    return saying.say("procedure.odd", what=what_is_odd(saying, oddity))


def what_is_odd(saying: Saying, oddity: Oddity) -> str:
    """`interventions of an hour or more: 12 (3 h 02)`."""
    told = [
        name
        if seconds is None
        else saying.say("procedure.odd_which", name=name, length=_length(saying, seconds))
        for name, seconds in oddity.which
    ]
    which = saying.say("procedure.between").join(told[:TOLD])
    if len(told) > TOLD:
        which = saying.say("procedure.and_more", which=which, count=len(told) - TOLD)
    return saying.say(f"procedure.odd_{oddity.sort}", which=which)


def _oddity(sort: Sort, which: Iterable[tuple[str, float | None]]) -> Oddity:
    return Oddity(sort, tuple(which))


def _length(saying: Saying, seconds: float) -> str:
    return saying.hours(seconds) if seconds >= HOUR else length(seconds)


def _turns(
    projection: Projection, least: float, below: float | None
) -> Iterator[tuple[str, float | None]]:
    """Turns of at least so many whole seconds; those that are over, where they lasted less.

    The seconds that are shown are those that were looked at.
    """
    for turn in projection.seen.state.interventions.values():
        used = float(turn.used_seconds(projection.now) // 1)
        is_below = below is None or (turn.yielded_at is not None and used < below)
        if used >= least and is_below:
            yield str(turn.number), used


def _starts(projection: Projection, way: int) -> Iterator[tuple[str, float | None]]:
    """Sittings opened an hour or more late (`way` 1) or early (-1)."""
    for sitting in projection.day.sittings:
        if sitting.opened_at is not None:
            late = (sitting.opened_at - sitting.planned_start).total_seconds() * way
            if late >= HOUR:
                yield sitting.id, late


def _passed_over(projection: Projection) -> Iterator[tuple[str, None]]:
    """Sittings that were never opened though a later one was."""
    sittings = projection.day.sittings
    last = max((n for n, each in enumerate(sittings) if each.opened_at), default=0)
    return ((each.id, None) for each in sittings[:last] if each.opened_at is None)


def _without_minutes(projection: Projection) -> Iterator[tuple[str, None]]:
    for item in projection.seen.state.agenda.items:
        if item.minutes == 0:
            yield item.id, None


def _order(projection: Projection) -> Iterator[tuple[str, None]]:
    """Items taken up against the order of the agenda and the planned one, as they were taken up.

    Whoever keeps to either of the two is in order.
    """
    opened = sorted(
        (each.opened_at, place, each.planned_start, each.id)
        for place, each in enumerate(projection.day.items)
        if each.opened_at is not None
    )
    against = {
        item
        for (_, place, planned, before), (_, its_place, its_planned, after) in combinations(
            opened, 2
        )
        if its_place < place and its_planned < planned
        for item in (before, after)
    }
    for _, _, _, item in opened:
        if item in against:
            yield item, None


def _beyond_day(projection: Projection) -> Iterator[tuple[str, float | None]]:
    """The open item, where its list takes longer than all sittings of the day."""
    item = projection.item
    whole = sum(
        (each.planned_end - each.planned_start).total_seconds() for each in projection.day.sittings
    )
    if item is not None and item.seconds > whole:
        yield item.id, item.seconds
