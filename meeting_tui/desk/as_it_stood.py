"""A meeting as it stood at some moment of its day, read from its log, and how that is asked for.

Nothing is written and nobody who writes the session is held up, so it may be open elsewhere. All
commands read `--at` here (`10:42`, `2026-03-20 10:42` or `+1d 10:42`), and a replay what is typed
in it, so that they cannot differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import takewhile

from msgspec import Struct

from meeting_tui.agenda.checks import FIRST_YEAR, LAST_YEAR, is_day
from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of
from meeting_tui.desk.clock import time_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import InvalidInput
from meeting_tui.forecast.plan import sittings_of_day
from meeting_tui.meeting.clock_words import clock_time
from meeting_tui.meeting.days import day_of
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.patterns import late_pattern

_DAYS = late_pattern(r"\+\s*(?P<days>\d{1,3})\s*(?:d|天)", re.IGNORECASE)
_APART = late_pattern(r"(?<=\d)T(?=\d)|,|，|(?<=\d日)", re.IGNORECASE)
"""Stands between a weekday, a day and a time, and is no part of them."""
_YEAR = late_pattern(r"\d{4}")
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
RUNS_FOR = timedelta(days=1)
"""A session nothing happened in for so long does not run now."""


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


class Stood(Struct, frozen=True):
    """A meeting and the instant at which it is looked at."""

    meeting: Meeting
    now: datetime


def as_it_stood(folder: SessionFolder, asked: MomentAsked | time | None = None) -> Stood:
    """The meeting after the entries up to a local time; by default after its newest.

    Raises LogDamaged when the log cannot be read.
    """
    log = folder.read()
    try:
        entries = tuple(log.read())
    finally:
        log.close()
    whole = replay(entries)
    newest = max(entry.at for entry in entries)
    if asked is None:
        return Stood(whole, newest)
    now = instant_asked(whole, newest, MomentAsked(asked) if isinstance(asked, time) else asked)
    # The first entry is the agenda; without it there is no meeting to look at.
    until = takewhile(lambda entry: entry.at <= now, entries[1:])
    return Stood(replay((entries[0], *until)), now)


def instant_asked(meeting: Meeting, newest: datetime, asked: MomentAsked) -> datetime:
    """The instant meant, by the days the meeting is held on, which may not be the agenda's.

    `newest`: when its newest entry was made. Raises InvalidInput for a time that clocks skip, or
    have twice.
    """
    state = meeting.state
    zone = state.agenda.time_zone
    runs = sittings_of_day(state, newest)
    begins = min(each for each in (runs[0].planned_start, runs[0].opened_at) if each)
    first = begins.astimezone(zone).date()
    found = asked.of(begins, zone, lambda each: day_of(state, each, newest) == first)
    if isinstance(found, NotOne):
        raise InvalidInput(found.what, expected=found.expected)
    return found.astimezone(zone)


def moment_of(meeting: Meeting, folder: SessionFolder) -> datetime:
    """Now, for a session that runs now; else when its newest entry was made."""
    last = max(entry.at for entry in meeting.entries)
    now = time_of(folder.path, meeting)
    is_over = meeting.state.rehearsal or meeting.state.phase == "adjourned"
    return last if is_over or now - last > RUNS_FOR else now
