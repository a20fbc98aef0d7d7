"""The moment that `--at` asks for: `10:42`, `2026-03-20 10:42` or `+1d 10:42`.

All commands read it here, and a replay what is typed in it, so that they cannot differ.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from meeting_tui.meeting.clock_words import clock_time
from meeting_tui.record import record

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})[T\s]\s*(?P<clock>\S.*)", re.ASCII | re.IGNORECASE)
_DAYS = re.compile(r"\+\s*(?P<days>\d{1,3})\s*(?:d|天)\s+(?P<clock>\S.*)", re.IGNORECASE)
_DAY = timedelta(days=1)


@record
class MomentAsked:
    """A local time of a day, as somebody typed it."""

    clock: time
    day: date | None = None
    days: int | None = None
    """So many days after the first day of the meeting."""

    @property
    def names_day(self) -> bool:
        """Whether it says which day is meant."""
        return self.day is not None or self.days is not None

    def of(self, begins: datetime, night_until: datetime) -> datetime:
        """The instant meant, in the zone of `begins`, which is when the first sitting begins.

        Without a day it is of the first one; or of the night that follows it, where the sitting
        goes on over midnight, until `night_until`.
        """
        first, zone = begins.date(), begins.tzinfo
        day = self.day or first + (self.days or 0) * _DAY
        found = datetime.combine(day, self.clock, zone)
        if self.names_day or found >= begins:
            return found
        of_the_night = datetime.combine(day + _DAY, self.clock, zone)
        return of_the_night if of_the_night <= night_until else found


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
        return MomentAsked(clock, day=date.fromisoformat(dated["day"]))
    except ValueError:
        return None
