"""The day as an axis of cells: which cell an instant is in, bars on it, the hours above it.

A bar is exactly as wide as its column, whatever the spans; what lies outside is cut off. Bars,
marks and hours share one rounding, so that an hour always stands over the cell it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from math import floor
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import clocks_go_back, local_text
from meeting_tui.forecast.figures import Projection
from meeting_tui.meeting.records import SittingRun
from meeting_tui.views.pieces import Line, Piece

PLANNED, ACTUAL, PROJECTED = "░", "█", "▒"
PACE, LATE = "┃", "─┤"
"""On the projected bar: where it ends at pace, and its tail up to the late case."""
NOW, SITTING_END, IN_SITTING = "│", "┊", "·"
MARGIN = timedelta(minutes=10)
"""Behind the last end, so that the sign of a sitting's end has its cell."""
LONGEST = timedelta(hours=24)


class Span(NamedTuple):
    """A part of the day drawn in one sign, its last cell in a second one; instants are UTC."""

    start: datetime
    end: datetime
    sign: str
    role: str


class Mark(NamedTuple):
    """The instant at which something ends, drawn as one sign."""

    at: datetime
    sign: str
    role: str


class Axis(Struct, frozen=True):
    """The part of the day that is shown; equal axes draw equal bars."""

    start: datetime
    end: datetime
    now: datetime | None
    """None when the time now is no news: the meeting is over, or now is outside the axis."""
    sittings: tuple[tuple[datetime, datetime], ...]
    """Planned start and end of each."""
    zone: str
    has_later_days: bool = False
    """Some clock says its day, so columns of clocks are wider."""
    clocks_go_back: bool = False
    """An hour comes twice, and its clocks say their offset."""
    is_of_several: bool = False
    """The meeting sits on several days, and this is one of them."""

    def edge(self, at: datetime, width: int) -> int:
        """The border between two cells nearest to an instant, counted from the left, 0 to `width`.

        What begins then begins in the cell behind it, what ends then ends in the one before.
        """
        place = (at - self.start) / (self.end - self.start) * width
        return min(max(floor(place + 0.5), 0), width)

    def cell(self, at: datetime, width: int) -> int:
        """The cell in which something begins at an instant."""
        return min(self.edge(at, width), max(width - 1, 0))


def minute(at: datetime) -> datetime:
    """The instant without its seconds: bars do not change between two minutes."""
    return at.replace(second=0, microsecond=0)


def axis_of(projection: Projection, zone: str, today: date, *, is_over: bool) -> Axis:
    """From the first sitting's start to the last one's end, further where the day goes further.

    Of a meeting of several days those of `today`, else of the next day on which it sits.
    """
    day, now = projection.day, minute(projection.now)
    held = _sittings_of(day.sittings, ZoneInfo(zone), today)
    is_of_several = len(held) < len(day.sittings)
    spans = tuple((each.planned_start, each.planned_end) for each in held)
    opened = [each.opened_at for each in held if each.opened_at]
    closed = [each.suspended_at for each in held if each.suspended_at]
    start = minute(min([spans[0][0], *opened]))
    goes_on = [] if is_over or not opened else [now]
    latest = [spans[-1][1], *closed]
    if held[-1] is day.sittings[-1]:
        latest += [day.ends_at, *goes_on]
    else:
        following = day.sittings[day.sittings.index(held[-1]) + 1].planned_start
        latest += [each for each in goes_on if each < following]
    end = min(minute(max(latest)) + MARGIN, start + LONGEST)
    ends = (day.planned_end, day.ends_at, day.pace_ends_at, day.late_ends_at, spans[-1][1])
    has_later_days = is_of_several or max(ends).astimezone(ZoneInfo(zone)).date() > today
    now_shown = None if is_over or not start <= now < end else now
    return Axis(
        start,
        end,
        now_shown,
        spans,
        zone,
        has_later_days,
        clocks_go_back(start, end, ZoneInfo(zone)),
        is_of_several,
    )


def _sittings_of(
    sittings: tuple[SittingRun, ...], zone: ZoneInfo, today: date
) -> tuple[SittingRun, ...]:
    """The sittings of one day: of `today`, else the next day's, else the last day's."""

    def days(each: SittingRun) -> tuple[date, date]:
        last = each.planned_end - timedelta(microseconds=1)
        return each.planned_start.astimezone(zone).date(), last.astimezone(zone).date()

    to_come = [each for each in sittings if days(each)[1] >= today] or [sittings[-1]]
    shown = max(today, days(to_come[0])[0])
    found = [each for each in sittings if days(each)[0] <= shown <= days(each)[1]]
    return tuple(found or to_come[-1:])


def bar(axis: Axis, parts: Sequence[Span | Mark], width: int) -> Line:
    """The parts in `width` cells, later ones over earlier ones, above sittings and under now."""
    if width <= 0:
        return ()
    cells = [Piece(" ")] * width
    for start, end in axis.sittings:
        _fill(cells, axis, Span(start, end, IN_SITTING, "track"))
    for part in parts:
        if isinstance(part, Span):
            _fill(cells, axis, part)
        else:
            _mark(cells, axis, part)
    for _, end in axis.sittings:
        cells[axis.cell(end, width)] = Piece(SITTING_END, "muted")
    if axis.now is not None:
        cells[axis.cell(axis.now, width)] = Piece(NOW, "accent strong")
    return tuple(
        Piece("".join(cell.text for cell in run), role)
        for role, run in groupby(cells, key=lambda cell: cell.role)
    )


def _fill(cells: list[Piece], axis: Axis, span: Span) -> None:
    """Fills the cells a span takes: to the nearest one, and always one at least."""
    width = len(cells)
    if span.end <= axis.start or span.start >= axis.end:
        return
    first = axis.cell(span.start, width)
    last = max(first + 1, axis.edge(span.end, width))
    cells[first:last] = [Piece(span.sign[0], span.role)] * (last - first)
    cells[last - 1] = Piece(span.sign[-1], span.role)


def _mark(cells: list[Piece], axis: Axis, mark: Mark) -> None:
    """Puts the sign of an end into the last cell of what ends then, if that is on the axis."""
    if axis.start < mark.at <= axis.end:
        place = max(axis.edge(mark.at, len(cells)) - 1, 0)
        cells[place] = Piece(mark.sign, mark.role)


def hours(axis: Axis, width: int) -> Line:
    """The full hours above the axis, as many as have room."""
    text = [" "] * width
    free_from = 0
    for at, label in _labels(axis, width):
        place = axis.edge(at, width)
        if place >= free_from and place + len(label) <= width:
            text[place : place + len(label)] = label
            free_from = place + len(label) + 1
    return (Piece("".join(text), "muted"),)


def _labels(axis: Axis, width: int) -> Iterator[tuple[datetime, str]]:
    zone = ZoneInfo(axis.zone)
    whole = axis.start.astimezone(zone).replace(minute=0)
    an_hour = width / max((axis.end - axis.start) / timedelta(hours=1), 1e-6)
    at = whole.astimezone(UTC)
    while at < axis.end:
        local = at.astimezone(zone)
        if at >= axis.start:
            yield at, local_text(local) if an_hour >= 7 else f"{local:%H}"
        at += timedelta(hours=1)
