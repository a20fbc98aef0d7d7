"""Instants as clocks of the room show them; one on another day names the day.

A clock of another day must not look as if it were of this one: `10:00` of tomorrow's sitting is
`Fri 10:00`, `16:34` of a day on which no sitting is planned is `+1 d 16:34`. The day the others are
compared with is today in a meeting that runs, its first day while it is still to come.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.forecast.figures import Projection
from meeting_tui.meeting.days import day_of
from meeting_tui.words import say

_A_MOMENT = timedelta(microseconds=1)
_DAYS_OF_A_WEEK = 7


class RoomClock(Struct, frozen=True):
    """Says instants in the zone of one meeting; on another day than `today` with the day."""

    zone: ZoneInfo
    language: str
    today: date | None = None
    """The local day that clocks without a word are of; None leaves the day away."""
    sitting_days: frozenset[date] = frozenset()
    """The local days on which the meeting sits, or sat."""
    names_day: bool = False
    """Whether the day is news: the meeting sits on several, or not on that of the agenda."""

    @property
    def is_of_several(self) -> bool:
        """Whether the meeting sits on several days: its end is not that of the day."""
        return len(self.sitting_days) > 1

    @classmethod
    def of(cls, projection: Projection, language: str) -> RoomClock:
        """As at the moment of a projection."""
        agenda = projection.seen.state.agenda
        day, days = today(projection), sitting_days(projection)
        names_day = days != {agenda.date} or day != agenda.date
        return cls(agenda.time_zone, language, day, days, names_day)

    def text(self, instant: datetime) -> str:
        """`16:34`; of another day `Fri 16:34`, `5 March 16:34`, behind the plan `+1 d 16:34`."""
        local = instant.astimezone(self.zone)
        day = local.date()
        days = (day - self.today).days if self.today else 0
        if not days:
            return local_text(local)
        if days > 0 and day not in self.sitting_days:
            return clock_text(instant, self.zone, self.today, self.language)
        named = self.weekday(day) if abs(days) < _DAYS_OF_A_WEEK else self.date(day)
        return self._say("procedure.other_day", day=named, clock=local_text(local))

    def texts(self, start: datetime, end: datetime) -> tuple[str, str]:
        """From when to when: a day that both have is said once, two days are said both."""
        first, last = (each.astimezone(self.zone) for each in (start, end))
        if first.date() == last.date():
            return self.text(start), local_text(last)
        if last.date() == self.today:
            named = self._say(
                "procedure.other_day", day=self.weekday(last.date()), clock=local_text(last)
            )
            return self.text(start), named
        return self.text(start), self.text(end)

    def moment(self, instant: datetime, *, seconds: bool = False) -> str:
        """When something was looked at: `10:42`, or `Fri 20 March, 10:42` where the day is news."""
        local = instant.astimezone(self.zone)
        clock = local_text(local, seconds=seconds)
        if not self.names_day:
            return clock
        return self._say("procedure.moment", day=self.long_day(local.date()), clock=clock)

    def long_day(self, day: date) -> str:
        """`Fri 20 March`."""
        month = self._say(f"screen.month_{day.month}")
        return self._say("screen.day_short", weekday=self.weekday(day), day=day.day, month=month)

    def weekday(self, day: date) -> str:
        """`Fri`."""
        return self._say(f"screen.weekday_{day.weekday()}")

    def date(self, day: date) -> str:
        """`20 March`."""
        month = self._say(f"screen.month_{day.month}")
        return self._say("procedure.day", day=day.day, month=month)

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)


def clock_text(instant: datetime, zone: ZoneInfo, day: date | None, language: str) -> str:
    """`16:34`, or `+1 d 16:34` for an instant on a later day than `day`, if one is given."""
    local = instant.astimezone(zone)
    clock = local_text(local)
    days = (local.date() - day).days if day else 0
    return say("procedure.later_day", language, days=days, clock=clock) if days > 0 else clock


def today(projection: Projection) -> date:
    """The local day that clocks without a word are of."""
    return _looked_at(projection).astimezone(projection.seen.state.agenda.time_zone).date()


def meeting_day(projection: Projection) -> date:
    """The day of the meeting: after midnight that on which the night's sitting began."""
    return day_of(projection.seen.state, _looked_at(projection), projection.now)


def _looked_at(projection: Projection) -> datetime:
    """Now; of a meeting that is over its end, of one that is to come its beginning."""
    state, sitting, at = projection.seen.state, projection.sitting, projection.now
    if sitting is None:
        return state.adjourned_at or at
    return max(at, sitting.planned_start) if state.phase == "planned" else at


def sitting_days(projection: Projection) -> frozenset[date]:
    """The local days on which the meeting sits by plan, or sat."""
    zone = projection.seen.state.agenda.time_zone
    found: set[date] = set()
    for each in projection.seen.sittings:
        # What ends at midnight is no sitting of the day that begins then.
        ends = (each.planned_end - _A_MOMENT, each.suspended_at, each.planned_start, each.opened_at)
        found |= {at.astimezone(zone).date() for at in ends if at}
    return frozenset(found)
