"""The times of an item in words and on the day's axis: planned, actual and projected.

All figures are of the projection, as on every other screen; nothing is reckoned here, only said. A
bar is exactly as wide as its column, whatever the spans; what lies outside is cut off. Bars, marks
and hours share one rounding, so that an hour always stands over the cell it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, pairwise
from math import floor
from typing import NamedTuple
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import clocks_go_back, local_text
from meeting_tui.forecast.clocks import meeting_day
from meeting_tui.forecast.figures import Block, ItemTimes, Projection
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying import minutes
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.sittings import held_between
from meeting_tui.meeting.spans import minute
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece
from meeting_tui.views.timekeeper import difference

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
    zone: ZoneInfo
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


def axis_of(projection: Projection, zone: ZoneInfo, today: date, *, is_over: bool) -> Axis:
    """From the first sitting's start to the last one's end, further where the day goes further.

    Of a meeting of several days those of `today`, else of the next day on which it sits.
    """
    day, now = projection.day, minute(projection.now)
    held = _sittings_of(day.sittings, zone, today)
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
    has_later_days = is_of_several or max(ends).astimezone(zone).date() > today
    now_shown = None if is_over or not start <= now < end else now
    return Axis(
        start,
        end,
        now_shown,
        spans,
        zone,
        has_later_days,
        clocks_go_back(start, end, zone),
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
    zone = axis.zone
    whole = axis.start.astimezone(zone).replace(minute=0)
    an_hour = width / max((axis.end - axis.start) / timedelta(hours=1), 1e-6)
    at = whole.astimezone(UTC)
    while at < axis.end:
        local = at.astimezone(zone)
        if at >= axis.start:
            yield at, local_text(local) if an_hour >= 7 else f"{local:%H}"
        at += timedelta(hours=1)


Parts = tuple[Span | Mark, ...]


def axis(look: Look) -> Axis:
    """The axis of the day as it stands."""
    is_over = look.state.phase == "adjourned"
    day = meeting_day(look.projection)
    return axis_of(look.projection, look.zone, day, is_over=is_over)


def span_text(look: Look, start: datetime | None, end: datetime | None) -> str:
    """`10:02–10:36`, one side empty where it is not there, nothing without both."""
    if start is None and end is None:
        return ""
    if start and end:
        first, last = look.clocks(start, end)
    else:
        first, last = (look.clock(each) if each else "" for each in (start, end))
    return f"{first:>5}–{last}"


def block_role(look: Look, block: Block) -> str:
    """How what is eaten of a protected block is shown: no alarm where the item ends in time."""
    if not minutes(block.eaten_seconds):
        return "on_time"
    item = next(each for each in look.projection.day.items if each.id == block.item)
    return "over strong" if (item.difference_seconds or 0) > 0 else "muted"


def runs(look: Look, times: ItemTimes) -> list[Line]:
    """From when to when it was, is or will be held: actual times bare, projected ones strong.

    As many lines as sittings it is held in; none before it is known when. Of an item in several
    parts those of the first; `part_runs` has the others.
    """
    if times.starts_at is None or times.ends_at is None:
        return []
    ends = times.ends_at
    if ends_in_a_part(times):
        ends = times.closed_at or times.coming[0][1]
    spans = held_between(look.projection.day.sittings, times.starts_at, ends)
    return [
        _run(
            look,
            start,
            end,
            begun=times.opened_at is not None and start <= look.now,
            ended=times.closed_at == end or (end != ends and end <= look.now),
        )
        for start, end in spans
    ]


def spans_text(look: Look, start: datetime | None, end: datetime | None) -> list[str]:
    """The same of two times as bare text, one of which may not be there."""
    if start is None or end is None:
        told = span_text(look, start, end)
        return [told] if told else []
    spans = held_between(look.projection.day.sittings, start, end)
    return [span_text(look, *each) for each in spans]


def part_runs(look: Look, times: ItemTimes, part: int) -> Line:
    """From when to when the part of that number, from 0, will be held."""
    return next(
        (_run(look, start, end, begun=False, ended=False) for start, end in _coming(times, part)),
        (),
    )


def part_spans(times: ItemTimes, part: int) -> Parts:
    """The same on the axis."""
    return tuple(
        Span(minute(start), minute(end), PROJECTED, "accent") for start, end in _coming(times, part)
    )


def _coming(times: ItemTimes, part: int) -> tuple[tuple[datetime, datetime], ...]:
    """When the piece that part begins will be held; nothing where it was, or began before.

    The last pieces are those to come.
    """
    piece = times.parts[part].piece
    place = piece - times.parts[-1].piece - 1 + len(times.coming)
    is_first = part > 0 and times.parts[part - 1].piece != piece
    is_shown = is_first and ends_in_a_part(times) and place >= 0
    return times.coming[place : place + 1] if is_shown else ()


def _run(look: Look, start: datetime, end: datetime, *, begun: bool, ended: bool) -> Line:
    first, last = ("" if each else "strong" for each in (begun, ended))
    from_, to = look.clocks(start, end)
    return (Piece(from_, first), Piece("–"), Piece(to, last))


def ends_in_a_part(times: ItemTimes) -> bool:
    """Whether it will end in a part in a later sitting: it is split, or what was carried comes."""
    last = times.parts[-1]
    if not last.piece or last.sitting == times.parts[0].sitting:
        return False
    return len(times.coming) > (0 if times.closed_at else 1)


def pace_and_late(look: Look, times: ItemTimes) -> tuple[str, str]:
    """When it ends at pace and in the late case; empty once it has ended.

    No late case is shown while nobody waits to draw it from.
    """
    if not times.coming or times.pace_ends_at is None or times.late_ends_at is None:
        return "", ""
    has_late = times.id in late_cases(look.projection)
    return look.clock(times.pace_ends_at), look.clock(times.late_ends_at) if has_late else ""


def planned_parts(times: ItemTimes) -> Parts:
    """Where it is planned, in as many parts as it was split into."""
    return tuple(Span(part.start, part.end, PLANNED, "muted") for part in times.parts)


def actual_parts(look: Look, times: ItemTimes) -> Parts:
    """From its opening until it was closed, or until now."""
    if times.opened_at is None:
        return ()
    until = times.closed_at or look.now
    return (Span(minute(times.opened_at), minute(until), ACTUAL, "accent"),)


def projected_parts(look: Look, times: ItemTimes) -> Parts:
    """To its end at full time; a tick where it ends at pace, a thin tail up to the late case."""
    if not times.coming:
        return ()
    ends = minute(times.coming[-1][1])
    parts: list[Span | Mark] = []
    has_late = times.id in late_cases(look.projection)
    if has_late and times.late_ends_at and minute(times.late_ends_at) > ends:
        *before, last = _held(look, ends, minute(times.late_ends_at))
        parts += [Span(*each, LATE[0], "muted") for each in before]
        parts.append(Span(*last, LATE, "muted"))
    for start, end in times.coming:
        held = _held(look, minute(start), minute(end))
        parts += [Span(*each, PROJECTED, "accent") for each in held]
    if times.pace_ends_at:
        parts.append(Mark(minute(times.pace_ends_at), PACE, "strong"))
    return tuple(parts)


def _held(look: Look, start: datetime, end: datetime) -> list[tuple[datetime, datetime]]:
    """The stretches of what is to come in which it is held; breaks between sittings are not."""
    sittings = look.projection.day.sittings
    held: list[tuple[datetime, datetime]] = []
    for run, following in pairwise(sittings):
        if start < run.planned_end and end > following.planned_start:
            held.append((start, run.planned_end))
            start = following.planned_start
    return [*held, (start, end)]


def apart(look: Look, times: ItemTimes) -> Piece:
    """How far its end is from its plan; a delay only where the order is the one planned."""
    if times.id in look.projection.day.not_reached:
        return Piece(look.say("more.not_reached"), "over strong")
    others = [each for each in look.projection.day.items if each.id != times.id]
    if any(_overtook(each, times) for each in others):
        return difference(look, times.planned_end, times.ends_at, ("later", "muted"), in_words=True)
    return difference(look, times.planned_end, times.ends_at, in_words=True)


def _overtook(first: ItemTimes, then: ItemTimes) -> bool:
    """Whether `first` was taken up before `then`, although planned behind it."""
    if first.opened_at is None or then.starts_at is None:
        return False
    return first.planned_start > then.planned_start and first.opened_at < then.starts_at
