"""How far an end is from its plan: in sitting time, for lunch is no delay.

An end at 15:12 that was planned for 13:00 is twelve minutes late. Minutes that are shown are those
between the minutes that are shown, so that a difference always agrees with the clocks beside it.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.sitting_time import SittingTime

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
    return int(seconds_late(seen, _minute(planned), _minute(ends)) // _MINUTE)


def minutes_behind(last_end: datetime, ends: datetime) -> int:
    """Whole minutes by which an end is shown behind the end of the last sitting, at least 0."""
    return max(0, int((_minute(ends) - last_end).total_seconds() // _MINUTE))


def _minute(instant: datetime) -> datetime:
    return instant.replace(second=0, microsecond=0)


def _held_time(seen: Seen, *instants: datetime) -> SittingTime:
    """The sittings as planned, longer where they were or would be held longer.

    An instant in a break counts as held from the end of the sitting before it.
    """
    spans: list[tuple[datetime, datetime]] = []
    for number, run in enumerate(seen.sittings):
        is_held = seen.state.phase == "open" and seen.state.sitting == run.id
        until = seen.now if is_held else run.suspended_at or run.planned_end
        following = [each.planned_start for each in seen.sittings[number + 1 :]]
        in_break = [
            each for each in instants if following and run.planned_end < each < following[0]
        ]
        start = min(run.planned_start, run.opened_at or run.planned_start)
        end = max(run.planned_end, until, *in_break)
        if spans:
            start = max(start, spans[-1][1])
        spans.append((start, max(start, end)))
    return SittingTime(tuple(spans))
