"""Local times and the instants they are.

Where the clocks go forward, some times of day do not exist; where they go back, some come twice. An
offset from UTC behind it says which is meant: `02:30+02:00`. Whatever is typed or read as a local
time becomes an instant here and nowhere else, and one that comes twice is shown with its offset.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Literal

from msgspec import Struct

from meeting_tui.words import Sentence


class NotOne(Struct, frozen=True):
    """A local time that is not one instant, and why."""

    why: Literal["skipped", "twice", "offset", "no_year", "weekday"]
    """The clocks skip it; it comes twice; it has another offset; no calendar has that year; the day
    is on another day of the week than was written."""
    day: date
    clock: time
    meant: tuple[datetime, ...] = ()
    """In the zone, what may be meant: each of the two, the one there is, or the next there is."""

    @property
    def what(self) -> Sentence:
        """What is wrong with it, a sentence without its full stop."""
        clock, day = _typed(self.clock), day_text(self.day)
        return Sentence(f"procedure.clock_{self.why}", clock=clock, day=day)

    @property
    def expected(self) -> Sentence | str:
        """What may be written instead."""
        if self.why == "weekday":
            weekday = Sentence(f"screen.weekday_{self.day.weekday()}")
            day, clock = day_text(self.day), _typed(self.clock)
            return Sentence("procedure.clock_on_day", weekday=weekday, day=day, clock=clock)
        told = [local_text(each, seconds=bool(self.clock.second)) for each in self.meant]
        if len(told) == 1:
            return told[0]
        return Sentence("procedure.clock_either", first=told[0], second=told[1])

    @property
    def told(self) -> Sentence:
        """Both in one."""
        return Sentence("procedure.clock_write", what=self.what, expected=self.expected)


def instant_of(day: date, clock: time, zone: tzinfo) -> datetime | NotOne:
    """The instant, UTC, of a time of day on a day in that zone; the time may have an offset."""
    naive = datetime.combine(day, clock.replace(tzinfo=None))
    both = [naive.replace(tzinfo=zone, fold=fold) for fold in (0, 1)]
    try:
        instants = [each.astimezone(UTC) for each in both]
        there = [each.astimezone(zone) for each in instants]
    except OverflowError:
        return NotOne("no_year", day, clock, (naive.replace(year=2026, tzinfo=UTC),))
    found = [each for each in there if each.replace(tzinfo=None, fold=0) == naive]
    if not found:
        return NotOne("skipped", day, clock, tuple(there[:1]))
    if instants[0] == instants[1]:
        del found[1:]
    offset = clock.utcoffset()
    if offset is None and len(found) > 1:
        return NotOne("twice", day, clock, tuple(found))
    of_it = [each for each in found if offset in (None, each.utcoffset())]
    return of_it[0].astimezone(UTC) if of_it else NotOne("offset", day, clock, tuple(found))


def instants_of(day: date, clock: time, zone: tzinfo) -> tuple[datetime, ...]:
    """Whatever may be meant by it, UTC; of a time that clocks skip, the next there is."""
    found = instant_of(day, clock, zone)
    either = found.meant if isinstance(found, NotOne) else (found,)
    return tuple(each.astimezone(UTC) for each in either)


def with_offset(clock: time, minutes: int) -> time:
    """The time of day with an offset of so many minutes east of UTC."""
    return clock.replace(tzinfo=timezone(timedelta(minutes=minutes)))


def offset_where_twice(local: datetime) -> str:
    """`+02:00`, from UTC, where the zone of `local` has that time of day twice; else nothing.

    `local` is an instant put into its zone, so it is never a time that clocks skip.
    """
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return "" if first == second else local.isoformat()[-6:]


def clocks_go_back(start: datetime, end: datetime, zone: tzinfo) -> bool:
    """Whether they do between two instants, so that some hour comes twice."""
    first, last = (each.astimezone(zone).utcoffset() for each in (start, end))
    return first is not None and last is not None and first > last


def local_text(local: datetime, *, seconds: bool = False) -> str:
    """`02:30`, or `02:30+02:00` in an hour that comes twice: what may be typed for it."""
    clock = f"{local:%H:%M:%S}" if seconds else f"{local:%H:%M}"
    return clock + offset_where_twice(local)


def clock_of(local: datetime) -> time:
    """The time of day, with its offset where it comes twice: what `local_text` is read as."""
    offset = local.utcoffset() if offset_where_twice(local) else None
    clock = local.time().replace(fold=0)
    return clock if offset is None else clock.replace(tzinfo=timezone(offset))


def day_text(day: date) -> Sentence:
    """`25 October 2026`."""
    month = Sentence(f"screen.month_{day.month}")
    return Sentence("procedure.clock_day", day=day.day, month=month, year=f"{day.year:04}")


def _typed(clock: time) -> str:
    return clock.isoformat("seconds" if clock.second else "minutes")
