"""Advice that stays: it is told once there has been something to decide for a minute.

Names go up in a flurry and a speaker gives back what another took, so what is to be decided may be
over before it is read. What counts is the meeting as it stood a minute ago and every 20 seconds
since, by its log; so a screen, a slip and an export say the same at the same moment, wherever they
are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.lateness import minutes_behind
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.state import MeetingState

Stood = Callable[[datetime], MeetingState]
"""The meeting as it stood at an instant, by what had been entered until then."""

CALM = timedelta(seconds=60)
"""What is to be decided is told when it has been so for so long."""
DAY_SLACK = 5
"""Minutes from which a day that is too long is something to decide."""
_TIMES = 3
"""How often in that time the meeting is looked at."""


def calm_advice(projection: Projection, stood: Stood | None) -> Advice | None:
    """What there is to decide, with the figures of now, if it was to be decided before as well.

    Without the past of the meeting (None), what there is to decide now.
    """
    found = advice(projection)
    if found is None or stood is None:
        return found
    this = (found.step, found.item)
    before = (advice(each) for each in _before(projection, stood))
    return found if all(each and (each.step, each.item) == this for each in before) else None


def day_over(projection: Projection, stood: Stood | None) -> int:
    """Whole minutes by which the day is too long for its sittings, if that is to be decided.

    0 where it was not so for a minute, and while there is something to decide about the open item.
    For its first minute that is not told yet, and the day goes on being told.
    """
    over = minutes_over(projection)
    if over < DAY_SLACK or projection.sitting is None:
        return 0
    is_other = advice(projection) is not None
    if stood is None:
        return 0 if is_other else over
    before = tuple(_before(projection, stood))
    if is_other and advice(before[0]) is not None:
        return 0
    return over if all(minutes_over(each) >= DAY_SLACK for each in before) else 0


def minutes_over(projection: Projection) -> int:
    """Whole minutes by which the day ends behind its last sitting, of those that clocks show."""
    day = projection.day
    return minutes_behind(day.sittings[-1].planned_end, day.ends_at)


def _before(projection: Projection, stood: Stood) -> Iterator[Projection]:
    """The meeting as it stood at moments of the last minute."""
    for n in range(_TIMES):
        at = projection.now - CALM + n * CALM / _TIMES
        yield project(stood(at), at)
