"""The day as an axis of cells: which cell an instant is in, bars on it, the hours above it.

A bar is exactly as wide as its column, whatever the spans; what lies outside is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from meeting_tui.forecast.figures import Projection
from meeting_tui.record import record
from meeting_tui.ui.widgets.pieces import Line, Piece

PLANNED, ACTUAL, PROJECTED = "░", "█", "▒"
NOW, SITTING_END, IN_SITTING = "│", "┊", "·"
MARGIN = timedelta(minutes=10)
"""Behind the last end, so that the sign of a sitting's end has its cell."""
LONGEST = timedelta(hours=24)


class Span(NamedTuple):
    """A part of the day drawn in one sign; instants are UTC."""

    start: datetime
    end: datetime
    sign: str
    role: str


@record
class Axis:
    """The part of the day that is shown; equal axes draw equal bars."""

    start: datetime
    end: datetime
    now: datetime | None
    """None when the time now is no news: the meeting is over, or now is outside the axis."""
    sittings: tuple[tuple[datetime, datetime], ...]
    """Planned start and end of each."""
    zone: str

    def place(self, at: datetime, width: int) -> float:
        """Where an instant is, in cells from the left; also outside of the axis."""
        return (at - self.start) / (self.end - self.start) * width

    def cell(self, at: datetime, width: int) -> int:
        """The cell an instant is in, the nearest one for an instant outside."""
        return min(max(int(self.place(at, width)), 0), max(width - 1, 0))


def minute(at: datetime) -> datetime:
    """The instant without its seconds: bars do not change between two minutes."""
    return at.replace(second=0, microsecond=0)


def axis_of(projection: Projection, zone: str, *, is_over: bool) -> Axis:
    """From the first sitting's start to the last one's end, further where the day goes further."""
    day, now = projection.day, minute(projection.now)
    spans = tuple((each.planned_start, each.planned_end) for each in day.sittings)
    opened = [each.opened_at for each in day.sittings if each.opened_at]
    closed = [each.suspended_at for each in day.sittings if each.suspended_at]
    start = minute(min([spans[0][0], *opened]))
    latest = max([spans[-1][1], day.ends_at, *closed, *([] if is_over or not opened else [now])])
    end = min(minute(latest) + MARGIN, start + LONGEST)
    return Axis(start, end, None if is_over or not start <= now < end else now, spans, zone)


def bar(axis: Axis, spans: Sequence[Span], width: int) -> Line:
    """The spans in `width` cells, later ones over earlier ones, above sittings and under now."""
    if width <= 0:
        return ()
    cells = [Piece(" ")] * width
    for start, end in axis.sittings:
        _fill(cells, axis, Span(start, end, IN_SITTING, "track"))
    for span in spans:
        _fill(cells, axis, span)
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
    last = max(first + 1, min(round(axis.place(span.end, width)), width))
    cells[first:last] = [Piece(span.sign, span.role)] * (last - first)


def hours(axis: Axis, width: int) -> Line:
    """The full hours above the axis, as many as have room."""
    text = [" "] * width
    free_from = 0
    for at, label in _labels(axis, width):
        place = round(axis.place(at, width))
        if place >= free_from and place + len(label) <= width:
            text[place : place + len(label)] = label
            free_from = place + len(label) + 1
    return (Piece("".join(text), "muted"),)


def _labels(axis: Axis, width: int) -> Iterator[tuple[datetime, str]]:
    zone = ZoneInfo(axis.zone)
    whole = axis.start.astimezone(zone).replace(minute=0)
    an_hour = width / max((axis.end - axis.start) / timedelta(hours=1), 1e-6)
    at = whole if whole >= axis.start else whole + timedelta(hours=1)
    while at < axis.end:
        yield at, f"{at:%H:%M}" if an_hour >= 7 else f"{at:%H}"
        at += timedelta(hours=1)
