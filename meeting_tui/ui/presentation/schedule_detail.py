"""What belongs to the row under the cursor, and what the day comes to.

Everything the agenda says of an item and has no place on another screen is here: who opens it, its
segments and their conditions, what is merged, notes, questions, deadlines and next steps.
"""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting import commands as asked
from meeting_tui.meeting.commands import Command
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import cells
from meeting_tui.ui.presentation.day_axis import Span, bar, hours
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.presentation.hanging import hanging
from meeting_tui.ui.presentation.schedule import (
    MINUTE,
    axis,
    dated_notes,
    dates_text,
    difference,
    item_spans,
    span_text,
)
from meeting_tui.ui.presentation.wrapped import wrap
from meeting_tui.ui.widgets.pieces import Line, Piece, fit_line, line

LABEL = 10
TIMES = 13
TITLE_MARGIN = 4
"""Cells of the border that its title does not get, beyond the panel's own text."""


def take_up(state: MeetingState, key: str | None) -> tuple[Command, str] | None:
    """What Enter on a row proposes: the command, and the line that says it; None for no act."""
    sort, _, name = (key or "").partition(" ")
    if sort == "segment":
        return asked.OpenSegment(name), f"segment {name}"
    if sort != "item":
        return None
    return {
        "planned": (asked.OpenItem(name), f"item {name}"),
        "open": (asked.CloseItem("carry"), "close item"),
    }.get(state.items[name].phase, (asked.ReopenItem(name), f"reopen {name}"))


def totals(glance: Glance, width: int) -> list[Line]:
    """When the day ends and how far that is from the plan; below it, what it does not reach."""
    day, state = glance.projection.day, glance.state
    is_over = state.phase == "adjourned"
    done = sum(each.phase in ("closed", "carried") for each in day.items)
    ends = glance.say("more.day_ended" if is_over else "more.day_ends")
    planned = glance.say("more.day_planned", time=glance.clock(day.planned_end))
    first = line(
        Piece(f" {ends} ", "muted"),
        Piece(glance.clock(day.ends_at), "strong"),
        Piece(f"  {planned}  ", "muted"),
        difference(glance, day.difference_seconds),
        Piece(f"   {glance.say('more.items_done', done=done, count=len(day.items))}", "muted"),
    )
    second: list[Piece] = [Piece(" ")]
    for piece in _warnings(glance):
        second += [piece, Piece("   ")]
    return [fit_line(first, width), fit_line(tuple(second[:-1]), width)]


def _warnings(glance: Glance) -> Iterator[Piece]:
    day, state = glance.projection.day, glance.state
    is_over = state.phase == "adjourned"
    last = glance.clock(day.sittings[-1].planned_end)
    between = "、" if glance.language == "zh" else ", "
    if day.not_reached:
        key = "more.never_reached" if is_over else "more.day_not_reached"
        named = [glance.say("more.item_name", item=each) for each in day.not_reached]
        yield Piece(glance.say(key, items=between.join(named)), "over strong")
    elif not is_over:
        yield Piece(glance.say("more.each_reached", end=last), "on_time")
    overflow = round(day.overflow_seconds / MINUTE)
    if overflow:
        yield Piece(glance.say("more.day_overflow", minutes=overflow, end=last), "over")
    open_or_to_come = [
        segment.id
        for item in state.agenda.items
        for segment in item.segments
        if segment.condition and state.items[item.id].phase in ("planned", "open")
        if segment.id not in state.segments
    ]
    if open_or_to_come:
        yield Piece(glance.say("more.conditional", segments=between.join(open_or_to_come)), "muted")


def detail_title(glance: Glance, key: str | None) -> str:
    """The whole title of the row, for the border of its panel."""
    sort, _, name = (key or "").partition(" ")
    agenda = glance.state.agenda
    if sort == "item":
        item = agenda.item(name)
        title = item.title.say(glance.language) if item else ""
        return glance.say("more.detail_item", item=name, title=title)
    if sort == "segment":
        segment = agenda.segment(name)
        title = segment.title.say(glance.language) if segment else ""
        return glance.say("more.segment", id=name, title=title)
    return glance.say("more.dates")


def detail_lines(glance: Glance, key: str | None, width: int) -> list[Line]:
    """The three bars of an item, then all that the agenda says of the row."""
    sort, _, name = (key or "").partition(" ")
    agenda = glance.state.agenda
    if sort == "item":
        item = agenda.item(name)
        times = next((each for each in glance.projection.day.items if each.id == name), None)
        if item and times:
            title = _whole_title(detail_title(glance, key), width)
            return [*_bars(glance, times, width), *title, *_item_lines(glance, item, width)]
    if sort == "segment":
        segment = agenda.segment(name)
        title = _whole_title(detail_title(glance, key), width)
        return [*title, *_segment_lines(glance, segment, width)] if segment else []
    lines: list[Line] = []
    for place, (kind, dated) in enumerate(dated_notes(agenda)):
        role = "accent strong" if key == f"date {place}" else "muted"
        told = f"{glance.say(f'more.{kind}')}  {dates_text(glance, dated)}  "
        lines += hanging(line(Piece(told, role)), dated.what.say(glance.language), width, indent=4)
    return lines


def _whole_title(title: str, width: int) -> list[Line]:
    """The title once more where the border of the panel has no room for all of it."""
    if cells(title) <= width - TITLE_MARGIN:
        return []
    return wrap((Piece(title, "strong"),), width)


def _bars(glance: Glance, times: ItemTimes, width: int) -> list[Line]:
    """Planned, actual and projected, one below the other on the axis of the day."""
    room = max(width - LABEL - TIMES, 0)
    line_of_day = axis(glance)
    lines: list[Line] = [(Piece(" " * (LABEL + TIMES)), *hours(line_of_day, room))]
    for word, span in zip(
        ("planned", "actual", "projected"), item_spans(glance, times), strict=True
    ):
        lines.append(_bar_line(glance, word, span, times, room))
    return lines


def _bar_line(glance: Glance, word: str, span: Span | None, times: ItemTimes, room: int) -> Line:
    told = "–"
    if span:
        until = None if word == "actual" and times.closed_at is None else span.end
        begins = None if word == "projected" and times.phase == "open" else span.start
        told = span_text(glance, begins, until)
    label = fit_line((Piece(glance.say(f"more.column_{word}"), "muted"),), LABEL)
    when = fit_line((Piece(told, "strong" if word == "projected" else ""),), TIMES)
    return (*label, *when, *bar(axis(glance), (span,) if span else (), room))


def _item_lines(glance: Glance, item: Item, width: int) -> list[Line]:
    agenda = glance.state.agenda
    lines = wrap((Piece(_kind(glance, item.kind, item.minutes, item.opener)),), width)
    between = "、" if glance.language == "zh" else ", "
    merged = between.join(each.id for each in agenda.merged_from(item.id))
    questions = " ".join(each.id for each in agenda.questions if each.item == item.id)
    told = [glance.say("more.merged_from", segments=merged)] if merged else []
    told += [glance.say("more.asks_questions", questions=questions)] if questions else []
    for each in told:
        lines += wrap((Piece(each),), width)
    lines += _notes(glance, item, width)
    for segment in item.segments:
        first = line(Piece(f"{segment.id} ", "accent strong"))
        title = segment.title.say(glance.language)
        what = glance.say("more.segment_about", title=title, about=_about(glance, segment))
        lines += hanging(first, what, width)
        lines += _notes(glance, segment, width)
    return lines


def _segment_lines(glance: Glance, segment: Segment, width: int) -> list[Line]:
    lines = wrap((Piece(_about(glance, segment)),), width)
    theirs = [each.id for each in glance.state.agenda.questions if each.segment == segment.id]
    if theirs:
        told = glance.say("more.asks_questions", questions=" ".join(theirs))
        lines += wrap((Piece(told),), width)
    return [*lines, *_notes(glance, segment, width)]


def _about(glance: Glance, segment: Segment) -> str:
    """Kind, minutes, opener, condition and what is merged into it, in one sentence."""
    parts = [_kind(glance, segment.kind, segment.minutes, segment.opener)]
    if segment.each_minutes:
        parts.append(glance.say("more.each_minutes", minutes=segment.each_minutes))
    if segment.merges:
        parts.append(glance.say("more.merges", item=segment.merges))
    if segment.condition:
        parts.append(segment.condition.say(glance.language))
    return _joined(glance, parts)


def _kind(glance: Glance, kind: str, minutes: int | None, opener: str | None) -> str:
    parts = [glance.say(f"more.phase_kind_{kind}")]
    if minutes:
        parts.append(glance.say("more.minutes", minutes=minutes))
    if opener:
        parts.append(glance.say("more.opened_by", opener=opener))
    return _joined(glance, parts)


def _joined(glance: Glance, parts: list[str]) -> str:
    return ("；" if glance.language == "zh" else "; ").join(parts)


def _notes(glance: Glance, of: Item | Segment, width: int) -> list[Line]:
    lines: list[Line] = []
    for each in of.notes:
        text = each.text.say(glance.language)
        told = glance.say("more.note", number=each.number, text=text)
        lines += hanging(line(Piece("  ")), told, width, "muted")
    return lines
