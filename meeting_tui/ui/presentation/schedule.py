"""The schedule as rows: sittings, items, the open item's segments; planned, actual, projected.

When something ends and how far that is from the plan comes first; the bars follow where there is
room for them. All figures are of the projection, as on every other screen.
"""

from __future__ import annotations

from datetime import date, datetime

from meeting_tui.agenda.model import Agenda, DatedNote, Item, Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.records import SittingRun
from meeting_tui.record import record
from meeting_tui.ui.presentation.day_axis import (
    ACTUAL,
    PLANNED,
    PROJECTED,
    Axis,
    Span,
    axis_of,
    bar,
    hours,
    minute,
)
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.columns import Cell, Column, lay_out, row_line
from meeting_tui.ui.widgets.line_list import Row
from meeting_tui.ui.widgets.pieces import Line, Piece

MINUTE = 60
COLUMNS = (
    Column("title", 16, weight=2, priority=10, most=56),
    Column("planned", 11, priority=6),
    Column("actual", 11, priority=5),
    Column("projected", 11, priority=8),
    Column("difference", 15, priority=9),
    Column("bar", 24, weight=3, priority=4),
)


@record
class ScheduleRow:
    """What one row shows."""

    sign: str
    title: str
    role: str
    planned: str
    actual: str
    projected: str
    difference: Piece
    axis: Axis | None
    """None for a row of words without columns."""
    spans: tuple[Span, ...] = ()


def axis(glance: Glance) -> Axis:
    """The axis of the day as it stands."""
    is_over = glance.state.phase == "adjourned"
    return axis_of(glance.projection, glance.state.agenda.zone, is_over=is_over)


def draw_schedule(row: Row[ScheduleRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    if content.axis is None:
        return (Piece(f"{content.sign} "), Piece(content.title, content.role))
    cells: dict[str, Cell] = {
        "title": (Piece(f"{content.sign} ", content.role), Piece(content.title, content.role)),
        "planned": Piece(content.planned, "muted"),
        "actual": content.actual,
        "projected": Piece(content.projected, "strong"),
        "difference": content.difference,
    }
    room = bar_width(width)
    if room:
        cells["bar"] = bar(content.axis, content.spans, room)
    return row_line(COLUMNS, cells, width)


def bar_width(width: int) -> int:
    """Cells of the bar in a row of `width` cells; 0 where it has no room."""
    return next((each.width for each in lay_out(COLUMNS, width) if each.column.key == "bar"), 0)


def heading_line(glance: Glance, width: int) -> Line:
    """The words above the columns, the hours above the bars."""
    words = ("planned", "actual", "projected", "difference")
    cells: dict[str, Cell] = {
        each: Piece(glance.say(f"more.column_{each}"), "muted") for each in words
    }
    cells["title"] = Piece(f"  {glance.say('more.column_item')}", "muted")
    cells["bar"] = hours(axis(glance), bar_width(width))
    return row_line(COLUMNS, cells, width)


def schedule_rows(glance: Glance) -> list[Row[ScheduleRow]]:
    """Each sitting with its items in the order planned, then the dates before and after the day."""
    day, line_of_day = glance.projection.day, axis(glance)
    rows: list[Row[ScheduleRow]] = []
    for number, sitting in enumerate(day.sittings, 1):
        rows.append(_sitting_row(glance, line_of_day, number, sitting))
        theirs = [each for each in day.items if each.planned_sitting == sitting.id]
        for times in sorted(theirs, key=lambda each: each.planned_start):
            rows += _item_rows(glance, line_of_day, times)
    return [*rows, *_date_rows(glance)]


def row_at_first(glance: Glance) -> str:
    """The row the cursor begins on: the open item, else the next to come, else the last."""
    items = sorted(glance.projection.day.items, key=lambda each: each.planned_start)
    for phase in ("open", "planned"):
        for each in items:
            if each.phase == phase:
                return f"item {each.id}"
    return f"item {items[-1].id}"


def span_text(glance: Glance, start: datetime | None, end: datetime | None) -> str:
    """`10:02–10:36`, one side empty where it is not there, nothing without both."""
    if start is None and end is None:
        return ""
    first, last = (glance.clock(each) if each else "" for each in (start, end))
    return f"{first:>5}–{last}"


def difference(glance: Glance, seconds: float | None) -> Piece:
    """How far an end is from its plan, in hours and minutes and a word."""
    if seconds is None:
        return Piece("")
    minutes = round(seconds / MINUTE)
    if minutes == 0:
        return Piece(glance.say("more.on_plan"), "on_time")
    way, role = ("behind", "over") if minutes > 0 else ("ahead", "on_time")
    hours, rest = divmod(abs(minutes), MINUTE)
    if hours:
        told = glance.say(f"more.hours_{way}", hours=hours, minutes=f"{rest:02}")
        return Piece(told, role)
    return Piece(glance.say(f"more.{way}", minutes=rest), role)


def _sitting_row(
    glance: Glance, line_of_day: Axis, number: int, sitting: SittingRun
) -> Row[ScheduleRow]:
    spans = [Span(sitting.planned_start, sitting.planned_end, PLANNED, "track")]
    ends = sitting.suspended_at
    if sitting.opened_at:
        spans.append(Span(minute(sitting.opened_at), minute(ends or glance.now), ACTUAL, "muted"))
    content = ScheduleRow(
        "─",
        glance.say("more.sitting", number=number),
        "heading",
        span_text(glance, sitting.planned_start, sitting.planned_end),
        span_text(glance, sitting.opened_at, ends),
        "",
        Piece(""),
        line_of_day,
        tuple(spans),
    )
    return Row(f"sitting {sitting.id}", content, can_select=False)


def item_spans(glance: Glance, times: ItemTimes) -> tuple[Span, Span | None, Span | None]:
    """The planned, actual and projected part of an item on the axis; None where there is none."""
    planned = Span(times.planned_start, times.planned_end, PLANNED, "muted")
    actual = projected = None
    if times.opened_at:
        until = times.closed_at or glance.now
        actual = Span(minute(times.opened_at), minute(until), ACTUAL, "accent")
    if times.phase in ("planned", "open") and times.starts_at and times.ends_at:
        begins = glance.now if times.phase == "open" else times.starts_at
        projected = Span(minute(begins), minute(times.ends_at), PROJECTED, "accent")
    return planned, actual, projected


def _item_rows(glance: Glance, line_of_day: Axis, times: ItemTimes) -> list[Row[ScheduleRow]]:
    item = glance.state.agenda.item(times.id)
    if item is None:
        return []
    sign, role = {
        "closed": ("✓", ""),
        "carried": ("↷", "nearly"),
        "open": ("▶", "accent strong"),
    }.get(times.phase, ("·", ""))
    is_to_come = times.phase in ("planned", "open")
    begins = None if times.phase == "open" else times.starts_at
    apart = difference(glance, times.difference_seconds)
    if times.id in glance.projection.day.not_reached:
        apart = Piece(glance.say("more.not_reached"), "over strong")
    content = ScheduleRow(
        sign,
        f"{item.id} {item.title.say(glance.language)}",
        role,
        span_text(glance, times.planned_start, times.planned_end),
        span_text(glance, times.opened_at, times.closed_at),
        span_text(glance, begins, times.ends_at) if is_to_come and times.ends_at else "",
        apart,
        line_of_day,
        tuple(span for span in item_spans(glance, times) if span),
    )
    rows = [Row(f"item {item.id}", content)]
    if times.phase == "open":
        rows += [_segment_row(glance, line_of_day, item, each) for each in item.segments]
    return rows


def _segment_row(
    glance: Glance, line_of_day: Axis, item: Item, segment: Segment
) -> Row[ScheduleRow]:
    state = glance.state
    run = state.segments.get(segment.id)
    is_on = state.items[item.id].segment == segment.id
    sign, role = ("▶", "accent") if is_on else ("✓", "muted") if run else ("·", "")
    minutes = segment.minutes
    planned = glance.say("more.minutes", minutes=minutes) if minutes else ""
    if segment.condition:
        planned = glance.say("more.if_any")
    took = Piece("")
    spans: tuple[Span, ...] = ()
    if run:
        until = run.closed_at or glance.now
        used = round((until - run.opened_at).total_seconds() / MINUTE)
        told = glance.say("more.minutes_took", minutes=used)
        if minutes:
            told = glance.say("more.of_minutes", took=used, planned=minutes)
        took = Piece(told, "over" if minutes and used > minutes else "muted")
        spans = (Span(minute(run.opened_at), minute(until), ACTUAL, "accent"),)
    content = ScheduleRow(
        f"  {sign}",
        f"{segment.id} {segment.title.say(glance.language)}",
        role,
        planned,
        span_text(glance, run.opened_at, run.closed_at) if run else "",
        "",
        took,
        line_of_day,
        spans,
    )
    return Row(f"segment {segment.id}", content)


def _date_rows(glance: Glance) -> list[Row[ScheduleRow]]:
    """Deadlines and next steps; what they say is in the panel of the row."""
    agenda = glance.state.agenda
    dates = dated_notes(agenda)
    if not dates:
        return []
    title = glance.say("more.dates")
    heading = ScheduleRow("─", title, "heading", "", "", "", Piece(""), None)
    rows = [Row("dates", heading, can_select=False)]
    for place, (_, dated) in enumerate(dates):
        when, what = dates_text(glance, dated), dated.what.say(glance.language)
        content = ScheduleRow(" ", f"{when}  {what}", "", "", "", "", Piece(""), None)
        rows.append(Row(f"date {place}", content))
    return rows


def dated_notes(agenda: Agenda) -> tuple[tuple[str, DatedNote], ...]:
    """Deadlines, then next steps, each with the word for what it is (`deadline`, `next_step`)."""
    return (
        *(("deadline", each) for each in agenda.deadlines),
        *(("next_step", each) for each in agenda.next_steps),
    )


def dates_text(glance: Glance, dated: DatedNote) -> str:
    """`5 March`, or `27 May to 28 May`."""
    first = _date_text(glance, dated.date)
    if dated.until is None:
        return first
    return glance.say("more.date_span", first=first, last=_date_text(glance, dated.until))


def _date_text(glance: Glance, day: date) -> str:
    is_chinese = glance.language == "zh"
    month = str(day.month) if is_chinese else glance.say(f"screen.month_{day.month}")
    return glance.say("more.date", day=day.day, month=month)
