"""Advice that stays: it is told once there has been something to decide for a minute.

Names go up in a flurry and a speaker gives back what another took, so what is to be decided may be
over before it is read. What counts is the meeting as it stood a minute ago and every 20 seconds
since, by its log; so a screen, a slip and an export say the same at the same moment, wherever they
are made.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.state import MeetingState

Stood = Callable[[datetime], MeetingState]
"""The meeting as it stood at an instant, by what had been entered until then."""

CALM = timedelta(seconds=60)
"""What is to be decided is told when it has been so for so long."""
_TIMES = 3
"""How often in that time the meeting is looked at."""


def calm_advice(projection: Projection, stood: Stood | None) -> Advice | None:
    """What there is to decide, with the figures of now, if it was to be decided before as well.

    Without the past of the meeting (None), what there is to decide now.
    """
    found = advice(projection)
    if found is None or stood is None:
        return found
    for n in range(_TIMES):
        at = projection.now - CALM + n * CALM / _TIMES
        before = advice(project(stood(at), at))
        if before is None or (before.step, before.item) != (found.step, found.item):
            return None
    return found
