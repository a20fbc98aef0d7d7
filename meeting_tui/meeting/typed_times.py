"""The instants meant by clock times that were typed for what is recorded already.

A clock time alone does not say on which day it is; what was recorded tells. Where the clocks go
back it does not say which of two hours is meant, and nobody guesses: the offset is asked for.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of
from meeting_tui.meeting.refusal import Refusal, refuse

_DAY = timedelta(days=1)
_NEAR = timedelta(hours=3)
"""How far from what was recorded a clock time may lie to be meant for another day."""


def span_meant(
    clocks: tuple[time, time], recorded: tuple[datetime, datetime], zone: tzinfo
) -> tuple[datetime, datetime] | Refusal:
    """When it began and ended, UTC; a refusal for an end not later, and as `typed_instant`.

    It began on its day, or beyond the midnight that it was recorded near to. An end before the
    beginning is on the next day where one was recorded there, or nearly.
    """
    own = recorded[0].astimezone(zone).date()
    on_days = (own + n * _DAY for n in (0, -1, 1))
    near = (day for day in on_days if _apart(day, clocks[0], recorded[0], zone) <= _NEAR)
    day = next(near, own)
    began, ended = (typed_instant(day, clock, zone) for clock in clocks)
    next_day = instants_of(day + _DAY, clocks[1], zone)
    is_after = not isinstance(ended, Refusal) and not isinstance(began, Refusal) and ended > began
    if not is_after and min(next_day) <= recorded[1] + _NEAR:
        ended = typed_instant(day + _DAY, clocks[1], zone)
    if isinstance(began, Refusal):
        return began
    if isinstance(ended, Refusal):
        return ended
    return (began, ended) if began < ended else refuse("times_backwards")


def instant_meant(clock: time, recorded: datetime, zone: tzinfo) -> datetime | Refusal:
    """The instant, UTC, of a clock time near one that is recorded, on the day nearest to it.

    A refusal as `typed_instant`.
    """
    own = recorded.astimezone(zone).date()
    on_days = (own + n * _DAY for n in (0, -1, 1))
    day = min(on_days, key=lambda each: _apart(each, clock, recorded, zone))
    return typed_instant(day, clock, zone)


def typed_instant(day: date, clock: time, zone: tzinfo) -> datetime | Refusal:
    """The instant, UTC, of a clock time on a day; a refusal where it is none, or two."""
    found = instant_of(day, clock, zone)
    if isinstance(found, NotOne):
        return refuse("time_not_one", what=found.told)
    return found


def _apart(day: date, clock: time, near: datetime, zone: tzinfo) -> timedelta:
    """How far that clock time of a day is from an instant, whichever of two it is."""
    return min(abs(each - near) for each in instants_of(day, clock, zone))
