"""How far an end is from its plan: in sitting time, for lunch is no delay.

An end at 15:12 that was planned for 13:00 is twelve minutes late. Minutes that are shown are those
between the minutes that are shown, so that a difference always agrees with the clocks beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import SittingTime, Spans
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.spans import minute
from meeting_tui.meeting.state import MeetingState

_MINUTE = 60


def seconds_late(seen: Seen, planned: datetime, ends: datetime) -> float:
    """Sitting time from a planned end to an end; negative when it ends before."""
    if any(
        run.planned_start <= planned <= run.planned_end
        and run.planned_start <= ends <= run.planned_end
        for run in seen.sittings
    ):
        return (ends - planned).total_seconds()
    return _held_time(seen, planned, ends).seconds_between(planned, ends)


def minutes_late(seen: Seen, planned: datetime, ends: datetime) -> int:
    """The same in whole minutes, of the minutes clocks show."""
    return int(seconds_late(seen, minute(planned), minute(ends)) // _MINUTE)


def minutes_behind(last_end: datetime, ends: datetime) -> int:
    """Whole minutes by which an end is shown behind the end of the last sitting, at least 0."""
    return max(0, int((minute(ends) - last_end).total_seconds() // _MINUTE))


def held_spans(state: MeetingState, sittings: Sequence[SittingRun], now: datetime) -> Spans:
    """The sittings as planned, longer where they were or are held longer."""
    spans: list[tuple[datetime, datetime]] = []
    for run in sittings:
        is_held = state.phase == "open" and state.sitting == run.id
        until = now if is_held else run.suspended_at or run.planned_end
        start = min(run.planned_start, run.opened_at or run.planned_start)
        if spans:
            start = max(start, spans[-1][1])
        spans.append((start, max(start, run.planned_end, until)))
    return tuple(spans)


def _held_time(seen: Seen, *instants: datetime) -> SittingTime:
    """The same; an instant in a break counts as held from the end of the sitting before it."""
    spans = list(seen.held)
    for number, (run, following) in enumerate(pairwise(seen.sittings)):
        for each in instants:
            if run.planned_end < each < following.planned_start and each > spans[number][1]:
                start, end = spans[number + 1]
                spans[number] = (spans[number][0], each)
                spans[number + 1] = (max(start, each), max(end, each))
    return SittingTime(tuple(spans))
