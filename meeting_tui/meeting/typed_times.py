"""The instants meant by clock times that were typed for what is recorded already.

A clock time alone says neither on which day nor, where the clocks go back, which of two hours; what
was recorded tells both.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from meeting_tui.meeting.refusal import Refusal, refuse

_DAY = timedelta(days=1)
_NEAR = timedelta(hours=3)
"""How far from what was recorded a clock time may lie to be meant for another day."""


def span_meant(
    clocks: tuple[time, time], recorded: tuple[datetime, datetime], zone: tzinfo
) -> tuple[datetime, datetime] | Refusal:
    """When it began and ended, UTC; a refusal for an hour the clocks skip, or an end not later.

    It began on its day, or beyond the midnight that it was recorded near to. An end before the
    beginning is on the next day where one was recorded there, or nearly.
    """
    own = recorded[0].astimezone(zone).date()
    on_days = (_on_day(own + n * _DAY, clocks[0], recorded[0], zone) for n in (0, -1, 1))
    began = next((each for each in on_days if abs(each - recorded[0]) <= _NEAR), None)
    began = began or _on_day(own, clocks[0], recorded[0], zone)
    day = began.astimezone(zone).date()
    ended = _on_day(day, clocks[1], recorded[1], zone)
    if ended <= began:
        next_day = _on_day(day + _DAY, clocks[1], recorded[1], zone)
        ended = next_day if next_day <= recorded[1] + _NEAR else ended
    for found, clock in zip((began, ended), clocks, strict=True):
        if found.astimezone(zone).time() != clock:
            return refuse("plan_no_such_time", clock=f"{clock:%H:%M}")
    return (began, ended) if began < ended else refuse("times_backwards")


def instant_meant(clock: time, recorded: datetime, zone: tzinfo) -> datetime | Refusal:
    """The instant, UTC, of a clock time near one that is recorded, on the day nearest to it.

    A refusal for an hour the clocks skip.
    """
    own = recorded.astimezone(zone).date()
    on_days = (_on_day(own + n * _DAY, clock, recorded, zone) for n in (0, -1, 1))
    found = min(on_days, key=lambda each: abs(each - recorded))
    if found.astimezone(zone).time() != clock:
        return refuse("plan_no_such_time", clock=f"{clock:%H:%M}")
    return found


def _on_day(day: date, clock: time, near: datetime, zone: tzinfo) -> datetime:
    """That clock time on a day as UTC; of an hour that comes twice, the one nearer to `near`."""
    local = datetime.combine(day, clock, zone)
    twice = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return min(twice, key=lambda each: abs(each - near))
