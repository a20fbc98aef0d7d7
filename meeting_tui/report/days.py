"""The days a meeting was held on, or is planned for, as a report tells them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from meeting_tui.report.read_model import MeetingReport

_A_MOMENT = timedelta(microseconds=1)


def days_held(report: MeetingReport) -> tuple[date, ...]:
    """The local days on which sittings were held, in order; none before the meeting was opened."""
    ends = [
        each
        for run in report.sittings
        if run.opened_at
        for each in (run.opened_at, run.suspended_at or report.now)
    ]
    return _days(report, ends)


def days_planned(report: MeetingReport) -> tuple[date, ...]:
    """The local days of the sittings of the agenda, in order."""
    sittings = report.agenda.sittings
    # What ends at midnight is no sitting of the day that begins then.
    return _days(report, [at for each in sittings for at in (each.start, each.end - _A_MOMENT)])


def days_of(report: MeetingReport) -> tuple[date, ...]:
    """The days held, and those of the sittings still to come; of a planned meeting all of them."""
    held = days_held(report)
    if not held:
        return days_planned(report)
    if report.phase == "adjourned":
        return held
    to_come = [run.planned_start for run in report.sittings if run.opened_at is None]
    return tuple(sorted({*held, *_days(report, to_come)}))


def days_iso(report: MeetingReport) -> str:
    """`2026-03-19`, or the first and the last: `2026-03-19 – 2026-03-20`."""
    days = days_of(report)
    first, last = days[0].isoformat(), days[-1].isoformat()
    return first if first == last else f"{first} – {last}"


def _days(report: MeetingReport, instants: Iterable[datetime]) -> tuple[date, ...]:
    return tuple(sorted({report.local(each).date() for each in instants}))
