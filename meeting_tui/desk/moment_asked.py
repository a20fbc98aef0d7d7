"""The moment that `--at` asks for: `10:42`, `20 March 10:42`, `Fri 10:42` or `+1d 10:42`.

All commands read it here, and a replay what is typed in it, so that they cannot differ. A day is
read as the program shows days, and as people write them in five languages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta, tzinfo

from msgspec import Struct

from meeting_tui.agenda.checks import FIRST_YEAR, LAST_YEAR, is_day
from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of
from meeting_tui.meeting.clock_words import clock_time

_DAYS = re.compile(r"\+\s*(?P<days>\d{1,3})\s*(?:d|天)", re.IGNORECASE)
_APART = re.compile(r"(?<=\d)T(?=\d)|,|，|(?<=\d日)", re.IGNORECASE)
"""Stands between a weekday, a day and a time, and is no part of them."""
_YEAR = re.compile(r"\d{4}")
_LEAP_YEAR = 2000
"""In which a day stands that was written without its year."""
_WRITTEN = {
    "en": ("D MMMM YYYY", "D MMM YYYY", "MMMM D YYYY", "MMM D YYYY", "YYYY-M-D", "D.M.YYYY"),
    "zh": ("YYYY年M月D日",),
    "fr": ("D MMMM YYYY",),
    "es": ("D MMMM YYYY",),
    "ru": ("D MMMM YYYY",),
}
"""How days are written, in the signs of pendulum. `3/4/2026` is another day in another country."""
_WEEKDAYS = {"en": ("dddd", "ddd"), "zh": ("dddd", "ddd")}
"""So days of the week, elsewhere whole: pendulum takes the dot of `mar.` for any letter, and what
it does not know then for today."""
_DAY = timedelta(days=1)

IsOfFirst = Callable[[datetime], bool]
"""Whether an instant belongs to the first day of the meeting."""


class MomentAsked(Struct, frozen=True):
    """A local time of a day, as somebody typed it."""

    clock: time
    day: date | None = None
    days: int | None = None
    """So many days after the first day of the meeting."""
    weekday: int | None = None
    """0 for Monday: that of `day`, or alone the first such day of the meeting."""
    any_year: bool = False
    """Whether no year was written: `day` is meant in the one nearest to the meeting."""

    @property
    def names_day(self) -> bool:
        """Whether it says which day is meant."""
        return (self.day, self.days, self.weekday) != (None, None, None)

    def of(self, begins: datetime, zone: tzinfo, is_of_first: IsOfFirst) -> datetime | NotOne:
        """The instant meant, in that zone, of a meeting that begins then.

        Without a day it is of the first one; or of the night that follows it, where the day of the
        meeting goes on over midnight, as `is_of_first` tells of an instant.
        """
        first = begins.astimezone(zone).date()
        try:
            day = self._day(first)
        except OverflowError:
            day = date.max
        if self.weekday not in (None, day.weekday()):
            return NotOne("weekday", day, self.clock)
        own, night = (instants_of(each, self.clock, zone) for each in (day, first + _DAY))
        is_before = max(own) < begins and not self.names_day
        goes_on = is_before and any(is_of_first(each) for each in night)
        return instant_of(first + _DAY if goes_on else day, self.clock, zone)

    def _day(self, first: date) -> date:
        """The day meant, of a meeting whose first day that is."""
        if self.day is None and self.weekday is not None:
            return first + (self.weekday - first.weekday()) % 7 * _DAY
        if self.day is None or not self.any_year:
            return self.day or first + (self.days or 0) * _DAY
        return min(_in_years(self.day, first.year), key=lambda each: abs(each - first))


def moment_asked(typed: str) -> MomentAsked | None:
    """What was typed as a moment; None for anything else, and for a day there is not."""
    words = _APART.sub(" ", typed).split()
    for place in range(len(words)):
        clock = clock_time(" ".join(words[place:]))
        if clock is not None:
            return _on_day(" ".join(words[:place]), clock)
    return None


def _on_day(written: str, clock: time) -> MomentAsked | None:
    """That time on the day that is written so; without one, on none that is named."""
    if not written:
        return MomentAsked(clock)
    counted = _DAYS.fullmatch(written)
    if counted:
        return MomentAsked(clock, days=int(counted["days"]))
    with suppress(ValueError):
        day = date.fromisoformat(written)
        return MomentAsked(clock, day=day) if is_day(day) else None
    found = (_in_language(written, locale, clock) for locale in _WRITTEN)
    return next((each for each in found if each), None)


def _in_language(written: str, locale: str, clock: time) -> MomentAsked | None:
    """That time on the day that is written so in one language, with or without its weekday."""
    words = (written.title() if locale == "en" else written.lower()).split()
    weekdays = [_read(each, _WEEKDAYS.get(locale, ("dddd",)), locale) for each in words]
    others = [word for word, is_weekday in zip(words, weekdays, strict=True) if not is_weekday]
    weekday = next((each.weekday() for each in weekdays if each), None)
    if len(words) - len(others) > 1:
        return None
    if not others:
        return MomentAsked(clock, weekday=weekday)
    rest = " ".join(others)
    any_year = not _YEAR.search(rest)
    if any_year:
        rest = f"{_LEAP_YEAR}年{rest}" if locale == "zh" else f"{rest} {_LEAP_YEAR}"
    day = _read(rest, _WRITTEN[locale], locale)
    if day is None or not is_day(day):
        return None
    return MomentAsked(clock, day=day, weekday=weekday, any_year=any_year)


def _read(text: str, forms: Iterable[str], locale: str) -> date | None:
    """The day that is written in one of those forms."""
    # Late: it takes 20 ms to import, and neither a time alone nor an ISO date needs it.
    import pendulum

    for form in forms:
        with suppress(ValueError):
            found = pendulum.from_format(text, form, locale=locale)
            return date(found.year, found.month, found.day)
    return None


def _in_years(day: date, year: int) -> list[date]:
    """That day in the years around one, where it is in them: 29 February is not in each."""
    found = []
    for each in range(max(FIRST_YEAR, year - 8), min(LAST_YEAR, year + 8) + 1):
        with suppress(ValueError):
            found.append(day.replace(year=each))
    return found
