"""Advice that stays: it is told once there has been something to decide for a minute.

Names go up in a flurry and a speaker gives back what another took, so what is to be decided may be
over before it is read. What counts is the meeting as it stood a minute ago and every 20 seconds
since, by its log; so a screen, a slip and an export say the same at the same moment, wherever they
are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cached_property
from itertools import islice

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


class ToDecide:
    """What there is to decide, if it was to be decided for the last minute as well.

    Each moment of that minute is worked out once, when it is first asked for.
    """

    def __init__(self, projection: Projection, stood: Stood | None) -> None:
        """Without the past of the meeting (None), what there is to decide now."""
        self._projection = projection
        self._stood = stood
        self._past: dict[int, ToDecide] = {}

    @cached_property
    def _found(self) -> Advice | None:
        return advice(self._projection)

    @property
    def _is_too_long(self) -> bool:
        return minutes_over(self._projection) >= DAY_SLACK

    def _before(self) -> Iterator[ToDecide]:
        """The meeting as it stood at moments of the last minute; none without its past."""
        if self._stood is None:
            return
        for n in range(_TIMES):
            if n not in self._past:
                at = self._projection.now - CALM + n * CALM / _TIMES
                self._past[n] = ToDecide(project(self._stood(at), at), None)
            yield self._past[n]

    @cached_property
    def advice(self) -> Advice | None:
        """What there is to decide about the open item, with the figures of now."""
        found = self._found
        if found is None:
            return None
        this = (found.step, found.item)
        before = (each._found for each in self._before())
        return found if all(each and (each.step, each.item) == this for each in before) else None

    @cached_property
    def day_over(self) -> int:
        """Whole minutes by which the day is too long for its sittings, if that is to be decided.

        0 where it was not so for a minute, and while there is something to decide about the open
        item. For its first minute that is not told yet, and the day goes on being told.
        """
        if not self._is_too_long or self._projection.sitting is None:
            return 0
        is_other = self._found and all(each._found for each in islice(self._before(), 1))
        lasts = not is_other and all(each._is_too_long for each in self._before())
        return minutes_over(self._projection) if lasts else 0


def minutes_over(projection: Projection) -> int:
    """Whole minutes by which the day ends behind its last sitting, of those that clocks show."""
    day = projection.day
    return minutes_behind(day.sittings[-1].planned_end, day.ends_at)
