"""On which day the meeting is held, and when its sittings begin and end on that day, in UTC."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting_tui.agenda.model import Sitting
from meeting_tui.meeting.state import MeetingState

NEAR = timedelta(hours=3)
"""So long after a night's sitting it is still that night, and before an early one its eve."""


def days_off_plan(state: MeetingState, now: datetime) -> int:
    """By how many days the plan is moved on the day of `now`.

    Not on a day of the agenda; else as when the meeting opened, and then on all days of the plan
    so moved, also on one that is a day of the agenda too. After midnight a night's sitting goes on,
    and late in the evening the one that begins after midnight is to come.
    """
    zone = state.agenda.time_zone
    today = now.astimezone(zone).date()
    sittings = state.agenda.sittings
    days = [each.start.astimezone(zone).date() for each in sittings]
    for each, planned in zip(sittings, days, strict=True):
        if each.id in state.sittings:
            held = state.sittings[each.id].planned_start.astimezone(zone).date()
            moved = (held - planned).days
            is_moved_day = today - timedelta(moved) in _days_of(sittings, zone)
            return moved if is_moved_day or today not in days else 0
    if today in days:
        return 0
    begins = (today - days[0]).days
    first_day = [each for each, day in zip(sittings, days, strict=True) if day == days[0]]
    before, here, after = (now.astimezone(zone) - timedelta(begins + n) for n in (-1, 0, 1))
    if any(_is_night(each, zone) and each.start <= before < each.end + NEAR for each in first_day):
        return begins - 1
    is_over = all(each.end <= here for each in first_day)
    is_eve = any(after < each.start <= after + NEAR for each in first_day)
    return begins + 1 if is_over and is_eve else begins


def _is_night(sitting: Sitting, zone: ZoneInfo) -> bool:
    """Whether it is planned over midnight."""
    return sitting.start.astimezone(zone).date() < sitting.end.astimezone(zone).date()


def day_of(state: MeetingState, at: datetime, now: datetime) -> date:
    """The local day of the meeting to which an instant belongs, as things stand at `now`.

    That on which the sitting began, where it goes or went over midnight; also shortly after its
    end. Any other instant belongs to its own day.
    """
    zone = state.agenda.time_zone
    own = at.astimezone(zone).date()
    spans = [_held_span(state, each, now) for each in state.agenda.sittings]
    begun = [(start, over) for start, over in spans if start <= at]
    if not begun:
        return own
    start, over = max(begun)
    first = start.astimezone(zone).date()
    goes_on = at < over + NEAR and first < own <= over.astimezone(zone).date()
    return first if goes_on else own


def _held_span(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """From when to when a sitting is planned, and held where it was."""
    start, end = span_on_day(state, sitting, now)
    run = state.sittings.get(sitting.id)
    is_held = state.phase == "open" and state.sitting == sitting.id
    ends = (end, run.suspended_at if run else None, now if is_held else None)
    opened = run.opened_at if run else None
    return min(start, opened or start), max(each for each in ends if each)


def _days_of(sittings: tuple[Sitting, ...], zone: ZoneInfo) -> set[date]:
    """The local days on which they begin or end."""
    return {at.astimezone(zone).date() for each in sittings for at in (each.start, each.end)}


def planned_span(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """Planned start and end of a sitting on the day it is held, in the agenda's zone."""
    zone = state.agenda.time_zone
    days = timedelta(days=days_off_plan(state, now))
    return sitting.start.astimezone(zone) + days, sitting.end.astimezone(zone) + days


def span_on_day(state: MeetingState, sitting: Sitting, now: datetime) -> tuple[datetime, datetime]:
    """Planned start and end of a sitting, held or not, on the day the meeting is held.

    Until it is opened, a meeting that is still to come stands on its own day.
    """
    run = state.sittings.get(sitting.id)
    if run is not None:
        return run.planned_start, run.planned_end
    return planned_span(state, sitting, day_held(state, now))


def day_held(state: MeetingState, now: datetime) -> datetime:
    """An instant of the day the meeting is held, or would be if it were opened."""
    return state.opened_at or max(now, state.agenda.sittings[0].start)
