"""The forecast as plain lines: a table of ends, who fits, the advice with its sum, what is cut.

For a terminal, a pipe and a screen reader; everything is in words or in columns, nothing in colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.block import lists_left_out
from meeting_tui.forecast.calm import minutes_over
from meeting_tui.forecast.figures import Day, ItemTimes, OpenItem, SittingNow
from meeting_tui.forecast.lateness import minutes_behind, minutes_late
from meeting_tui.forecast.oddities import oddities, say_oddity
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying import minutes
from meeting_tui.forecast.saying_advice import (
    besides_said,
    day_proposal_said,
    day_said,
    proposal_said,
    say_advice,
    sum_said,
)
from meeting_tui.meeting.spans import MINUTE, hours_and_minutes, passed
from meeting_tui.text import cells, fit
from meeting_tui.views.look import Look
from meeting_tui.views.timekeeper import rests_on
from meeting_tui.words import say

NAMES_TOLD = 30
"""So many of those who will not be heard are named."""
ITEM_CELLS, STATE_CELLS, FIGURE_CELLS = 29, 10, 8
_FIGURES = ("planned", "full", "pace", "late", "difference")


def forecast_lines(look: Look) -> Iterator[str]:
    """All of it, the table first."""
    projection = look.projection
    title = look.state.agenda.short_title.say(look.language)
    yield look.say("forecast.head", title=title, clock=look.saying.moment(projection.now))
    yield _sitting(look, projection.sitting)
    yield ""
    yield from _table(look, projection.day)
    yield ""
    if projection.item and projection.sitting:
        yield from _list(look, projection.item)
        yield from _newcomers(look, projection.item)
        yield from _besides(look, projection.item)
    if projection.sitting and (projection.item or look.day_over):
        yield from _advice(look)
    yield from _cuts(look, projection.day)
    for odd in oddities(projection):
        yield say_oddity(look.saying, odd)


def _sitting(look: Look, sitting: SittingNow | None) -> str:
    if sitting is None:
        return look.say("forecast.now_adjourned")
    start, end = _clock(look, sitting.planned_start), _clock(look, sitting.planned_end)
    if not sitting.is_held:
        return look.say("forecast.now_next", sitting=sitting.id, start=start, end=end)
    left = sitting.seconds_left
    key = "forecast.now_held" if left >= 0 else "forecast.now_over"
    whole = passed(abs(left)) // MINUTE
    return look.say(key, sitting=sitting.id, end=end, minutes=whole)


def _table(look: Look, day: Day) -> Iterator[str]:
    room = _figure_cells(look)
    yield _row(
        room,
        look.say("forecast.item"),
        "",
        *(look.say(f"forecast.{each}") for each in _FIGURES),
    )
    drawn = late_cases(look.projection)
    for each in sorted(day.items, key=_runs):
        yield _item(look, room, each, has_late=each.id in drawn)
    of = "meeting" if look.room_clock.is_of_several else "day"
    ends = (day.planned_end, day.ends_at, day.pace_ends_at, day.late_ends_at if drawn else None)
    clocks = [_clock(look, each) for each in ends]
    off = _difference(look, day.planned_end, day.ends_at)
    yield _row(room, look.say(f"forecast.{of}"), "", *clocks, off)
    told = look.saying.lists_left_out(lists_left_out(look.projection.seen))
    if told:
        yield told
    yield look.say("forecast.legend")
    if look.state.phase != "adjourned":
        yield rests_on(look)
    if not drawn and look.state.phase != "adjourned":
        yield look.say("forecast.no_late")


def _item(look: Look, room: int, item: ItemTimes, *, has_late: bool) -> str:
    plan = look.state.agenda.item(item.id)
    title = f"{item.id}  {plan.title.say(look.language) if plan else ''}"
    is_over = item.closed_at is not None
    return _row(
        room,
        title,
        look.say(f"forecast.state_{item.phase}"),
        _clock(look, item.planned_end),
        _clock(look, item.ends_at),
        "" if is_over else _clock(look, item.pace_ends_at),
        "" if is_over else _clock(look, item.late_ends_at if has_late else None),
        _difference(look, item.planned_end, item.ends_at),
    )


def _row(room: int, title: str, phase: str, *figures: str) -> str:
    row = [fit(title, ITEM_CELLS), " ", fit(phase, STATE_CELLS)]
    *clocks, last = figures
    return "".join((*row, *(fit(each, room) for each in clocks), last)).rstrip()


def _list(look: Look, item: OpenItem) -> Iterator[str]:
    added = sum_said(look.projection, look.saying)
    if added:
        yield look.say("forecast.sum", item=item.id, sum=added)
    clock, waiting = _clock(look, item.cut_at), len(item.turns)
    if not waiting:
        yield look.say("forecast.list_empty")
        return
    if not item.left_over:
        key = "forecast.list_fits" if waiting > 1 else "forecast.list_fits_one"
        params = {"waiting": waiting} if waiting > 1 else {}
        yield look.say(key, clock=clock, **params)
        return
    names = [_name(look, turn.inscription) for turn in item.turns]
    if item.fits:
        yield look.say(
            "forecast.list_cut",
            clock=clock,
            name=names[item.fits - 1],
            fits=item.fits,
            left=item.left_over,
        )
    else:
        yield look.say("forecast.list_cut_all", clock=clock, left=item.left_over)
    left = names[item.fits :]
    told = look.say("procedure.comma").join(left[:NAMES_TOLD])
    if len(left) > NAMES_TOLD:
        told = look.say("procedure.and_more", which=told, count=len(left) - NAMES_TOLD)
    yield look.say("forecast.not_heard", clock=clock, names=told)


def _newcomers(look: Look, item: OpenItem) -> Iterator[str]:
    if item.newcomers.count:
        yield look.say("forecast.newcomers", count=item.newcomers.count)


def _besides(look: Look, item: OpenItem) -> Iterator[str]:
    """What else does not fit: presentations to come, points of order, the closing words."""
    besides = besides_said(look.saying, item.beyond)
    if besides:
        yield look.saying.say("procedure.no_room", besides=besides, clock=_clock(look, item.cut_at))


def _advice(look: Look) -> Iterator[str]:
    found = look.advice
    if look.day_over:
        yield look.say("forecast.decide", text=day_said(look.saying, look.day_over))
        proposal = day_proposal_said(look.saying, look.day_over)
        yield look.say("forecast.proposal", text=proposal)
        return
    if found is None:
        # What is to be decided, but not for long enough yet, is not nothing.
        if advice(look.projection) is None and not minutes_over(look.projection):
            yield look.say("forecast.no_advice")
        return
    yield look.say("forecast.advice", text=say_advice(look.saying, found))
    proposal = proposal_said(look.projection, found, look.saying)
    yield look.say("forecast.proposal", text=proposal)


def _cuts(look: Look, day: Day) -> Iterator[str]:
    comma = look.say("procedure.comma")
    for cut in day.cuts:
        clock = _clock(look, cut.at)
        if cut.item:
            yield look.say("forecast.cut_item", clock=clock, item=cut.item)
        if cut.behind:
            items, count = comma.join(cut.behind), len(cut.behind)
            yield look.say("forecast.cut_behind", clock=clock, items=items, count=count)
    if day.block and minutes(day.block.eaten_seconds):
        yield look.saying.block(day.block)
    if day.not_reached:
        items, count = comma.join(day.not_reached), len(day.not_reached)
        yield look.say("forecast.not_reached", items=items, count=count)
    behind = minutes_behind(day.sittings[-1].planned_end, day.ends_at)
    if behind:
        yield look.say("forecast.overflow", length=look.saying.length(behind))


def _name(look: Look, inscription: str) -> str:
    asked = look.state.inscriptions[inscription]
    return look.name(asked.delegation)


def _clock(look: Look, instant: datetime | None) -> str:
    return look.clock(instant) if instant else "–"


def _difference(look: Look, planned: datetime, ends: datetime | None) -> str:
    """Sitting time with its sign, of the minutes shown."""
    if ends is None:
        return "–"
    return difference_told(minutes_late(look.projection.seen, planned, ends), look.language)


def _figure_cells(look: Look) -> int:
    """How wide a clock's column is: clocks of other days name them."""
    day = look.projection.day
    clocks = [_clock(look, each) for each in (day.planned_end, *map(_ends, day.items))]
    return max(FIGURE_CELLS, 2 + max(map(cells, clocks)))


def difference_told(late: int, language: str) -> str:
    """Minutes against the plan, longer ones with hours: `+14 min`, `-5 h 02`, `0`."""
    if not late:
        return "0"
    sign = "+" if late > 0 else "-"
    hours, rest = hours_and_minutes(late)
    if not hours:
        return say("forecast.off", language, sign=sign, minutes=rest)
    return say("forecast.off_hours", language, sign=sign, hours=hours, minutes=f"{rest:02}")


def _runs(item: ItemTimes) -> datetime:
    """Items stand in the order in which they were and will be held."""
    return item.starts_at or item.planned_start


def _ends(item: ItemTimes) -> datetime:
    return item.late_ends_at or item.planned_end
