"""What the day comes to, in two lines; and what it would come to with a change not yet made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from meeting_tui.forecast.block import lists_left_out
from meeting_tui.forecast.lateness import minutes_behind
from meeting_tui.forecast.oddities import oddities, what_is_odd
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying import Saying
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line_cells
from meeting_tui.views.schedule_times import MINUTE, block_role, difference


def totals(look: Look, width: int) -> list[Line]:
    """When the day ends and how far that is from the plan; below it, what it does not reach."""
    first = (Piece(" "), *_whole(_ends(look), width - 1))
    return [fit_line(first, width), _second(look, width)]


def totals_with(look: Look, then: Look, item: str | None, width: int) -> list[Line]:
    """The same for a change that is only typed: `then` is the look with it, of `item`."""
    told = [Piece(look.say("schedule.with_this"), "accent strong"), *_moved(look, then, item)]
    first = fit_line((Piece(" "), *_whole(iter(told), width - 1)), width)
    return [first, _second(then, width, _elsewhere(look, then))]


def _second(look: Look, width: int, before: Iterable[Piece] = ()) -> Line:
    told = chain(before, _warnings(look))
    return fit_line((Piece(" "), *_whole(told, width - 1)), width)


def _elsewhere(look: Look, then: Look) -> Iterator[Piece]:
    """The items that would begin in another sitting, all of them."""
    begun = {each.id: _sitting(look, each.starts_at) for each in look.projection.day.items}
    moved: dict[tuple[str, str], list[str]] = {}
    for each in then.projection.day.items:
        was, becomes = begun.get(each.id, ""), _sitting(then, each.starts_at)
        if was and becomes and was != becomes:
            moved.setdefault((was, becomes), []).append(each.id)
    between = "、" if look.language == "zh" else ", "
    for (was, becomes), items in moved.items():
        named = between.join(look.say("more.item_name", item=each) for each in items)
        told = look.say("schedule.sitting_instead", sitting=becomes, was=was, items=named)
        yield Piece(told, "nearly strong")


def _sitting(look: Look, starts: datetime | None) -> str:
    """The sitting something begins in; empty where it never begins."""
    runs = look.projection.day.sittings
    begun = [run.id for run in runs if starts and (run.opened_at or run.planned_start) <= starts]
    return begun[-1] if begun else ""


def _whole(pieces: Iterator[Piece], width: int) -> Line:
    """As many pieces as have room, none of them cut but the first."""
    kept: Line = ()
    for piece in pieces:
        longer = (*kept, Piece("   "), piece) if kept else (piece,)
        if kept and line_cells(longer) > width:
            break
        kept = longer
    return kept


def _ends(look: Look) -> Iterator[Piece]:
    day, state = look.projection.day, look.state
    is_over = state.phase == "adjourned"
    done = sum(each.phase in ("closed", "carried") for each in day.items)
    of = "meeting" if look.room_clock.is_of_several else "day"
    ends = look.say("more.day_ended" if is_over else f"more.{of}_ends")
    yield Piece(f"{ends} {look.clock(day.ends_at)}", "strong")
    yield Piece(look.say("more.day_planned", time=look.clock(day.planned_end)), "muted")
    yield difference(look, day.planned_end, day.ends_at)
    if not is_over:
        left_out = lists_left_out(look.projection.seen)
        if left_out:
            saying = Saying.of(look.projection, look.language)
            yield Piece(saying.lists_left_out(left_out), "nearly")
        pace, late = look.clock(day.pace_ends_at), look.clock(day.late_ends_at)
        told = look.say("schedule.day_cases", pace=pace, late=late)
        if not late_cases(look.projection):
            told = look.say("screen.at_pace", time=pace)
        yield Piece(told, "muted")
    yield Piece(look.say("more.items_done", done=done, count=len(day.items)), "muted")


def _warnings(look: Look) -> Iterator[Piece]:
    day, state = look.projection.day, look.state
    is_over = state.phase == "adjourned"
    last = look.clock(day.sittings[-1].planned_end)
    between = "、" if look.language == "zh" else ", "
    if day.not_reached:
        key = "more.never_reached" if is_over else "more.day_not_reached"
        named = [look.say("more.item_name", item=each) for each in day.not_reached]
        yield Piece(look.say(key, items=between.join(named)), "over strong")
    overflow = minutes_behind(day.sittings[-1].planned_end, day.ends_at)
    if overflow:
        yield Piece(_after(look, overflow, last), "over")
    if day.block:
        told = Saying.of(look.projection, look.language).block(day.block)
        yield Piece(told, block_role(look, day.block))
    if not (is_over or day.not_reached or overflow):
        yield Piece(look.say("more.each_reached", end=last), "on_time")
    undecided = [
        segment.id
        for item in state.agenda.items
        for segment in item.segments
        if segment.condition and state.items[item.id].phase in ("planned", "open")
        if segment.id not in {*state.segments, *state.dropped, *state.kept}
    ]
    if undecided:
        yield Piece(look.say("more.conditional", segments=between.join(undecided)), "muted")
    yield from _odd(look)


def _odd(look: Look) -> Iterator[Piece]:
    """The first thing that looks odd of the day, and how many more do; the sittings name all."""
    found = oddities(look.projection)
    if found:
        what = what_is_odd(Saying.of(look.projection, look.language), found[0])
        key = "schedule.odd_first" if len(found) == 1 else "schedule.odd_first_of"
        more = {} if len(found) == 1 else {"count": len(found) - 1}
        yield Piece(look.say(key, what=what, **more), "muted")


def _after(look: Look, minutes: int, end: str) -> str:
    hours, rest = divmod(minutes, MINUTE)
    if hours:
        return look.say("schedule.hours_after", hours=hours, minutes=f"{rest:02}", end=end)
    return look.say("more.day_overflow", minutes=rest, end=end)


def _moved(look: Look, then: Look, item: str | None) -> Iterator[Piece]:
    """The ends that would be other ones: the item's own, or of the first that moves; the day's."""
    before = {each.id: each.ends_at for each in look.projection.day.items}
    moved = [
        (each.id, each.ends_at)
        for each in then.projection.day.items
        if each.ends_at and _differ(look, before[each.id], each.ends_at)
    ]
    chosen = next((each for each in moved if each[0] == item), moved[0] if moved else None)
    if chosen:
        name, ends = chosen
        yield Piece(_instead(look, "item_instead", before[name], ends, item=name), "strong")
    ends_at, would = look.projection.day.ends_at, then.projection.day.ends_at
    if _differ(look, ends_at, would):
        yield Piece(_instead(look, "day_instead", ends_at, would), "strong")
    if not moved:
        yield Piece(look.say("schedule.nothing_moves"), "strong")


def _differ(look: Look, one: datetime | None, other: datetime) -> bool:
    return one is not None and look.clock(one) != look.clock(other)


def _instead(look: Look, key: str, was: datetime | None, becomes: datetime, **params: str) -> str:
    before = look.clock(was) if was else "–"
    return look.say(f"schedule.{key}", was=before, becomes=look.clock(becomes), **params)
