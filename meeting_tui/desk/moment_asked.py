"""The moment that `--at` asks for: `10:42`, `2026-03-20 10:42` or `+1d 10:42`.

All commands read it here, and a replay what is typed in it, so that they cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo

from msgspec import Struct

from meeting_tui.agenda.checks import is_day
from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of
from meeting_tui.meeting.clock_words import clock_time

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[T\s]\s*(?P<clock>\S.*)", re.ASCII | re.IGNORECASE)
_DAYS = re.compile(r"\+\s*(?P<days>\d{1,3})\s*(?:d|天)\s+(?P<clock>\S.*)", re.IGNORECASE)
_DAY = timedelta(days=1)

IsOfFirst = Callable[[datetime], bool]
"""Whether an instant belongs to the first day of the meeting."""


class MomentAsked(Struct, frozen=True):
    """A local time of a day, as somebody typed it."""

    clock: time
    day: date | None = None
    days: int | None = None
    """So many days after the first day of the meeting."""

    @property
    def names_day(self) -> bool:
        """Whether it says which day is meant."""
        return self.day is not None or self.days is not None

    def of(self, begins: datetime, zone: tzinfo, is_of_first: IsOfFirst) -> datetime | NotOne:
        """The instant meant, in that zone, of a meeting that begins then.

        Without a day it is of the first one; or of the night that follows it, where the day of the
        meeting goes on over midnight, as `is_of_first` tells of an instant.
        """
        first = begins.astimezone(zone).date()
        try:
            day = self.day or first + (self.days or 0) * _DAY
        except OverflowError:
            day = date.max
        own, night = (instants_of(each, self.clock, zone) for each in (day, first + _DAY))
        is_before = max(own) < begins and not self.names_day
        goes_on = is_before and any(is_of_first(each) for each in night)
        return instant_of(first + _DAY if goes_on else day, self.clock, zone)


def moment_asked(typed: str) -> MomentAsked | None:
    """What was typed as a moment; None for anything else, and for a day there is not."""
    text = typed.strip()
    dated, counted = _DATED.fullmatch(text), _DAYS.fullmatch(text)
    found = dated or counted
    clock = clock_time(found["clock"] if found else text)
    if clock is None:
        return None
    if dated is None:
        return MomentAsked(clock, days=int(counted["days"]) if counted else None)
    try:
        day = date.fromisoformat(dated["day"])
    except ValueError:
        return None
    return MomentAsked(clock, day=day) if is_day(day) else None
