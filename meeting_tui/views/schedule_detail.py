"""What belongs to the row under the cursor, and what the day comes to.

Everything the agenda says of an item and has no place on another screen is here: who opens it, its
segments and their conditions, what is merged, notes, questions, deadlines and next steps. What the
day comes to is told in two lines, also with a change that is not yet made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.forecast.block import lists_left_out
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.forecast.lateness import minutes_behind
from meeting_tui.forecast.oddities import oddities, say_oddity, what_is_odd
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying_advice import day_said
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.spans import MINUTE, hours_and_minutes
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import cells
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import (
    Line,
    Piece,
    fit_line,
    hanging,
    line,
    line_cells,
    wrap,
    wrap_whole,
)
from meeting_tui.views.schedule import (
    change_lines,
    dated_notes,
    dates_text,
    sitting_title,
    was_planned,
)
from meeting_tui.views.schedule_times import (
    PLANNED,
    Axis,
    Span,
    actual_parts,
    apart,
    axis,
    bar,
    block_role,
    hours,
    pace_and_late,
    planned_parts,
    projected_parts,
    span_text,
    spans_text,
)
from meeting_tui.views.timekeeper import difference, rests_on

LABEL = 10
TIMES, TIMES_WITH_DAYS, TIMES_OF_SEVERAL_DAYS, TIMES_OFFSETS = 13, 18, 23, 12
TITLE_MARGIN = 4
"""Cells of the border that its title does not get, beyond the panel's own text."""

_OPENERS = {
    "chair": "screen.kind_chair",
    "secretariat": "screen.kind_secretariat",
    "guest speaker": "screen.kind_guest",
    "delegations": "draft.delegations_at_large",
    "states": "sheet.column.states",
    "states parties": "more.heard_state_party",
    "all": "happened.everybody",
}


def take_up(state: MeetingState, key: str | None) -> tuple[Command, str] | None:
    """What Enter on a row proposes: the command, and the line that says it; None for no act."""
    sort, _, name = (key or "").partition(" ")
    if sort == "segment":
        return OpenSegment(name), f"segment {name}"
    if sort != "item":
        return None
    return {
        "planned": (OpenItem(name), f"item {name}"),
        "open": (CloseItem("carry"), "close item"),
    }.get(state.items[name].phase, (ReopenItem(name), f"reopen {name}"))


def detail_title(look: Look, key: str | None) -> str:
    """The whole title of the row, for the border of its panel."""
    sort, name = _sort_and_name(key)
    agenda = look.state.agenda
    if sort == "item":
        item = agenda.item(name)
        title = item.title.say(look.language) if item else ""
        return look.say("more.detail_item", item=name, title=title)
    if sort == "segment":
        segment = agenda.segment(name)
        title = segment.title.say(look.language) if segment else ""
        return look.say("more.segment", id=name, title=title)
    if sort == "sitting":
        number = [each.id for each in agenda.sittings].index(name)
        return sitting_title(look, number + 1, look.projection.day.sittings[number])
    return look.say("more.dates")


def _sort_and_name(key: str | None) -> tuple[str, str]:
    """What a row is of; the later part of a split item is the item."""
    sort, _, name = (key or "").partition(" ")
    return ("item", name.partition(" ")[0]) if sort == "part" else (sort, name)


def detail_lines(look: Look, key: str | None, width: int) -> list[Line]:
    """The three bars of an item, then all that the agenda says of the row."""
    sort, name = _sort_and_name(key)
    agenda = look.state.agenda
    if sort == "item":
        item = agenda.item(name)
        times = next((each for each in look.projection.day.items if each.id == name), None)
        if item and times:
            return [
                *_bars(look, times, width),
                *_figures(look, times, width),
                *_block_lines(look, times, width),
                *_whole_title(detail_title(look, key), width),
                *change_lines(look, (name, *(each.id for each in item.segments)), width),
                *_item_lines(look, item, width),
            ]
    if sort == "segment":
        segment = agenda.segment(name)
        title = _whole_title(detail_title(look, key), width)
        changes = change_lines(look, (name,), width)
        return [*title, *changes, *_segment_lines(look, segment, width)] if segment else []
    if sort == "sitting":
        return _sitting_lines(look, name, width)
    lines: list[Line] = []
    for place, (kind, dated) in enumerate(dated_notes(agenda)):
        role = "accent strong" if key == f"date {place}" else "muted"
        told = f"{look.say(f'more.{kind}')}  {dates_text(look, dated)}  "
        lines += hanging(line(Piece(told, role)), dated.what.say(look.language), width, indent=4)
    return lines


def _whole_title(title: str, width: int) -> list[Line]:
    """The title once more where the border of the panel has no room for all of it."""
    if cells(title) <= width - TITLE_MARGIN:
        return []
    return wrap((Piece(title, "strong"),), width)


def _bars(look: Look, times: ItemTimes, width: int) -> list[Line]:
    """Planned, actual and projected, one below the other on the axis of the day."""
    line_of_day = axis(look)
    times_cells = _times_cells(line_of_day)
    room = max(width - LABEL - times_cells, 0)
    actual = spans_text(look, times.opened_at, times.closed_at)
    projected: list[str] = []
    if times.coming:
        begins = times.coming[0][0] if times.phase != "open" else None
        projected = spans_text(look, begins, times.coming[-1][1])
    rows = (
        ("planned", [_planned_text(look, times)], planned_parts(times)),
        ("actual", actual, actual_parts(look, times)),
        ("projected", projected, projected_parts(look, times)),
    )
    lines: list[Line] = [(Piece(" " * (LABEL + times_cells)), *hours(line_of_day, room))]
    for word, told, parts in rows:
        label = fit_line((Piece(look.say(f"more.column_{word}"), "muted"),), LABEL)
        role = "strong" if word == "projected" else ""
        when = fit_line((Piece(told[0] if told else "–", role),), times_cells)
        lines.append((*label, *when, *bar(line_of_day, parts, room)))
        lines += [(Piece(" " * LABEL), Piece(each, role)) for each in told[1:]]
    return lines


def _times_cells(line_of_day: Axis) -> int:
    """As many cells as times take there."""
    more = TIMES_OFFSETS if line_of_day.clocks_go_back else 0
    if line_of_day.is_of_several:
        return TIMES_OF_SEVERAL_DAYS + more
    return (TIMES_WITH_DAYS if line_of_day.has_later_days else TIMES) + more


def _planned_text(look: Look, times: ItemTimes) -> str:
    return span_text(look, times.parts[0].start, times.parts[0].end)


def _figures(look: Look, times: ItemTimes, width: int) -> list[Line]:
    """When it ends at full time, at pace and in the late case, and how far that is from plan."""
    if not times.coming or times.ends_at is None:
        return [*wrap((apart(look, times),), width), *_was(look, times, width)]
    pace, late = pace_and_late(look, times)
    label = fit_line((Piece(look.say("schedule.ends"), "muted"),), LABEL)
    ends = (
        ("at_full", Piece(look.clock(times.ends_at), "strong")),
        ("at_pace", Piece(pace)),
        ("in_late_case", Piece(late)),
    )
    told = [
        line(Piece(f"{look.say(f'schedule.{word}')} ", "muted"), end)
        for word, end in ends
        if end.text
    ]
    off = apart(look, times)
    lines = wrap_whole(label, [*told, line(off)] if off.text else told, width)
    return [*lines, *_was(look, times, width)]


def _was(look: Look, times: ItemTimes, width: int) -> list[Line]:
    """What the imported agenda had, if the plan is another now."""
    if not was_planned(look, times):
        return []
    before = span_text(look, times.imported_start, times.imported_end)
    return wrap((Piece(look.say("schedule.imported", times=before), "nearly"),), width)


def _block_lines(look: Look, times: ItemTimes, width: int) -> list[Line]:
    """What is eaten of the time that belongs to the item alone."""
    block = look.projection.day.block
    if block is None or block.item != times.id:
        return []
    saying = look.saying
    told = saying.block(block)
    if block.late_eaten_seconds:
        pace, late = (
            round(each / MINUTE) for each in (block.pace_eaten_seconds, block.late_eaten_seconds)
        )
        told = _joined(look, [told, look.say("schedule.block_cases", pace=pace, late=late)])
    return wrap((Piece(told, block_role(look, block)),), width)


def _item_lines(look: Look, item: Item, width: int) -> list[Line]:
    agenda = look.state.agenda
    lines = wrap((Piece(_kind(look, item.kind, item.minutes, item.opener)),), width)
    merged = look.listed(each.id for each in agenda.merged_from(item.id))
    questions = " ".join(each.id for each in agenda.questions if each.item == item.id)
    told = [look.say("more.merged_from", segments=merged)] if merged else []
    told += [look.say("more.asks_questions", questions=questions)] if questions else []
    for each in told:
        lines += wrap((Piece(each),), width)
    lines += _notes(look, item, width)
    for segment in item.segments:
        first = line(Piece(f"{segment.id} ", "accent strong"))
        title = segment.title.say(look.language)
        what = look.say("more.segment_about", title=title, about=_about(look, segment))
        lines += hanging(first, what, width)
        lines += _notes(look, segment, width)
    return lines


def _sitting_lines(look: Look, sitting: str, width: int) -> list[Line]:
    """The sitting on the axis, and what was changed about it."""
    run = next(each for each in look.projection.day.sittings if each.id == sitting)
    line_of_day = axis(look)
    times_cells = _times_cells(line_of_day)
    room = max(width - LABEL - times_cells, 0)
    label = fit_line((Piece(look.say("more.column_planned"), "muted"),), LABEL)
    when = fit_line((Piece(span_text(look, run.planned_start, run.planned_end)),), times_cells)
    span = Span(run.planned_start, run.planned_end, PLANNED, "muted")
    return [
        (Piece(" " * (LABEL + times_cells)), *hours(line_of_day, room)),
        (*label, *when, *bar(line_of_day, (span,), room)),
        *change_lines(look, (sitting,), width),
        *(
            ()
            if look.state.phase == "adjourned"
            else wrap((Piece(rests_on(look), "muted"),), width)
        ),
        *_odd_lines(look, width),
    ]


def _odd_lines(look: Look, width: int) -> list[Line]:
    """Everything that looks odd of the day; a sitting says it, as no item is the place for it."""
    saying = look.saying
    told = [say_oddity(saying, each) for each in oddities(look.projection)]
    return [row for each in told for row in wrap((Piece(each, "muted"),), width)]


def _segment_lines(look: Look, segment: Segment, width: int) -> list[Line]:
    lines = wrap((Piece(_about(look, segment)),), width)
    theirs = [each.id for each in look.state.agenda.questions if each.segment == segment.id]
    if theirs:
        told = look.say("more.asks_questions", questions=" ".join(theirs))
        lines += wrap((Piece(told),), width)
    return [*lines, *_notes(look, segment, width)]


def _about(look: Look, segment: Segment) -> str:
    """Kind, minutes, opener, condition and what is merged into it, in one sentence."""
    parts = [_kind(look, segment.kind, segment.minutes, segment.opener)]
    if segment.each_minutes:
        parts.append(look.say("more.each_minutes", minutes=segment.each_minutes))
    if segment.merges:
        parts.append(look.say("more.merges", item=segment.merges))
    if segment.condition:
        parts.append(segment.condition.say(look.language))
    return _joined(look, parts)


def _kind(look: Look, kind: str, minutes: int | None, opener: str | None) -> str:
    parts = [look.say(f"more.phase_kind_{kind}")]
    if minutes:
        parts.append(look.say("more.minutes", minutes=minutes))
    if opener:
        parts.append(look.say("more.opened_by", opener=_opener(look, opener)))
    return _joined(look, parts)


def _opener(look: Look, opener: str) -> str:
    """Who opens it; the agenda says so in English, and those who often do have a word in others."""
    key = _OPENERS.get(opener.casefold())
    return opener if key is None or look.language == "en" else look.say(key)


def _joined(look: Look, parts: list[str]) -> str:
    return ("；" if look.language == "zh" else "; ").join(parts)


def _notes(look: Look, of: Item | Segment, width: int) -> list[Line]:
    lines: list[Line] = []
    for each in of.notes:
        text = each.text.say(look.language)
        told = look.say("more.note", number=each.number, text=text)
        lines += hanging(line(Piece("  ")), told, width, "muted")
    return lines


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
    for (was, becomes), items in moved.items():
        named = look.listed(look.say("more.item_name", item=each) for each in items)
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
    yield difference(look, day.planned_end, day.ends_at, in_words=True)
    if not is_over:
        left_out = lists_left_out(look.projection.seen)
        if left_out:
            saying = look.saying
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
    if day.not_reached:
        key = "more.never_reached" if is_over else "more.day_not_reached"
        named = [look.say("more.item_name", item=each) for each in day.not_reached]
        yield Piece(look.say(key, items=look.listed(named)), "over strong")
    overflow = minutes_behind(day.sittings[-1].planned_end, day.ends_at)
    decide = day_said(look.saying, look.day_over)
    if decide:
        yield Piece(look.say("forecast.decide", text=decide), "over")
    elif overflow:
        yield Piece(_after(look, overflow, last), "over")
    if day.block:
        told = look.saying.block(day.block)
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
        yield Piece(look.say("more.conditional", segments=look.listed(undecided)), "muted")
    yield from _odd(look)


def _odd(look: Look) -> Iterator[Piece]:
    """The first thing that looks odd of the day, and how many more do; the sittings name all."""
    found = oddities(look.projection)
    if found:
        what = what_is_odd(look.saying, found[0])
        key = "schedule.odd_first" if len(found) == 1 else "schedule.odd_first_of"
        more = {} if len(found) == 1 else {"count": len(found) - 1}
        yield Piece(look.say(key, what=what, **more), "muted")


def _after(look: Look, minutes: int, end: str) -> str:
    hours, rest = hours_and_minutes(minutes)
    if hours:
        return look.say("schedule.hours_after", hours=hours, minutes=f"{rest:02}", end=end)
    return look.say("more.day_overflow", minutes=rest, end=end)


def _moved(look: Look, then: Look, item: str | None) -> Iterator[Piece]:
    """The ends that would be other ones: the item's own, or of the first that moves; the day's."""
    before = {each.id: each.ends_at for each in look.projection.day.items}
    moved = [
        (each.id, was, each.ends_at)
        for each in then.projection.day.items
        if each.ends_at and (was := before[each.id]) and _differ(look, was, each.ends_at)
    ]
    chosen = next((each for each in moved if each[0] == item), moved[0] if moved else None)
    if chosen:
        name, was, ends = chosen
        yield Piece(_instead(look, "item_instead", was, ends, item=name), "strong")
    ends_at, would = look.projection.day.ends_at, then.projection.day.ends_at
    if _differ(look, ends_at, would):
        yield Piece(_instead(look, "day_instead", ends_at, would), "strong")
    if not moved:
        yield Piece(look.say("schedule.nothing_moves"), "strong")


def _differ(look: Look, one: datetime, other: datetime) -> bool:
    return look.clock(one) != look.clock(other)


def _instead(look: Look, key: str, was: datetime, becomes: datetime, **params: str) -> str:
    return look.say(f"schedule.{key}", was=look.clock(was), becomes=look.clock(becomes), **params)
