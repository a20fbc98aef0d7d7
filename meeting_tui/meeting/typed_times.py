"""The instants meant by clock times that were typed for what is recorded already.

A clock time alone says neither on which day nor, where the clocks go back, which of two hours; what
was recorded tells both.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, tzinfo

from meeting_tui.meeting.refusal import Refusal, refuse


def span_meant(
    clocks: tuple[time, time], recorded: tuple[datetime, datetime], zone: tzinfo
) -> tuple[datetime, datetime] | Refusal:
    """When it began and ended, UTC; a refusal for an hour the clocks skip, or an end not later."""
    began = _on_day(recorded[0], clocks[0], recorded[0], zone)
    ended = _on_day(recorded[0], clocks[1], recorded[1], zone)
    for found, clock in zip((began, ended), clocks, strict=True):
        if found.astimezone(zone).time() != clock:
            return refuse("plan_no_such_time", clock=f"{clock:%H:%M}")
    return (began, ended) if began < ended else refuse("times_backwards")


def _on_day(day: datetime, clock: time, near: datetime, zone: tzinfo) -> datetime:
    """That clock time on the day of an instant; of an hour that comes twice, the one nearer."""
    local = datetime.combine(day.astimezone(zone).date(), clock, zone)
    twice = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    return min(twice, key=lambda each: abs(each - near))
