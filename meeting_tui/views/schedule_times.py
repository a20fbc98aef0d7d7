"""The times of an item in words and on the day's axis: planned, actual and projected.

All figures are of the projection, as on every other screen; nothing is reckoned here, only said.
"""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from meeting_tui.forecast.clocks import meeting_day
from meeting_tui.forecast.figures import Block, ItemTimes
from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying import minutes
from meeting_tui.views.day_axis import (
    ACTUAL,
    LATE,
    PACE,
    PLANNED,
    PROJECTED,
    Axis,
    Mark,
    Span,
    axis_of,
    minute,
)
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece

MINUTE = 60

Parts = tuple[Span | Mark, ...]


def axis(look: Look) -> Axis:
    """The axis of the day as it stands."""
    is_over = look.state.phase == "adjourned"
    day = meeting_day(look.projection)
    return axis_of(look.projection, look.state.agenda.zone, day, is_over=is_over)


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


def runs(look: Look, times: ItemTimes) -> Line:
    """From when to when it was, is or will be held: actual times bare, projected ones strong.

    Of an item in several parts that of the first; `part_runs` has the others.
    """
    if times.starts_at is None or times.ends_at is None:
        return ()
    ends = times.ends_at
    if ends_in_a_part(times):
        ends = times.closed_at or times.coming[0][1]
    return _run(look, times.starts_at, ends, bool(times.opened_at), times.closed_at == ends)


def part_runs(look: Look, times: ItemTimes, part: int) -> Line:
    """From when to when the part of that number, from 0, will be held."""
    return next((_run(look, start, end, False, False) for start, end in _coming(times, part)), ())


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


def _run(look: Look, start: datetime, end: datetime, begun: bool, ended: bool) -> Line:
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
        return difference(look, times.planned_end, times.ends_at, ("later", "muted"))
    return difference(look, times.planned_end, times.ends_at)


def _overtook(first: ItemTimes, then: ItemTimes) -> bool:
    """Whether `first` was taken up before `then`, although planned behind it."""
    if first.opened_at is None or then.starts_at is None:
        return False
    return first.planned_start > then.planned_start and first.opened_at < then.starts_at


def difference(
    look: Look,
    planned: datetime,
    ends: datetime | None,
    plus: tuple[str, str] = ("behind", "over"),
) -> Piece:
    """How far an end is from its plan, in hours and minutes of sitting time and a word.

    `plus` is the word for a later end and its role.
    """
    if ends is None:
        return Piece("")
    minutes = minutes_late(look.projection.seen, planned, ends)
    if minutes == 0:
        return Piece(look.say("more.on_plan"), "on_time")
    way, role = plus if minutes > 0 else ("ahead", "on_time")
    hours, rest = divmod(abs(minutes), MINUTE)
    if hours:
        told = look.say(f"schedule.hours_{way}", hours=hours, minutes=f"{rest:02}")
        return Piece(told, role)
    return Piece(look.say(f"schedule.{way}", minutes=rest), role)
