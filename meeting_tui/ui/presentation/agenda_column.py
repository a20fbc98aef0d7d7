"""The agenda beside the floor: what is done, what is on, when the rest comes."""

from __future__ import annotations

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.record import record
from meeting_tui.text import cells
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.columns import Column, row_line
from meeting_tui.ui.widgets.line_list import Row
from meeting_tui.ui.widgets.pieces import Line, Piece, line

_TITLE = Column("title", 8, weight=1, priority=2)
_COLUMNS = (_TITLE, Column("time", 6, priority=1, align="right"))
_WITH_DAYS = (_TITLE, Column("time", 11, priority=1, align="right"))
"""For an end on a later day."""


@record
class AgendaRow:
    """What one row of the agenda shows."""

    sign: str
    title: str
    time: str
    role: str
    is_break: bool = False


def draw_agenda(row: Row[AgendaRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    if content.is_break:
        return line(Piece(f"─ {content.title}", "muted"))
    title = (Piece(f"{content.sign} ", content.role), Piece(content.title, content.role))
    columns = _COLUMNS if cells(content.time) <= 6 else _WITH_DAYS
    return row_line(columns, {"title": title, "time": Piece(content.time, "muted")}, width)


def agenda_rows(glance: Glance) -> list[Row[AgendaRow]]:
    """Items in their order, the open one with its segments, breaks between sittings."""
    rows: list[Row[AgendaRow]] = []
    day = glance.projection.day
    held = {each.id: each for each in day.sittings}
    before: str | None = None
    for times in sorted(day.items, key=_comes):
        sitting = times.planned_sitting
        if before is not None and sitting != before and sitting in held:
            title = glance.say(
                "screen.break",
                start=glance.clock(held[before].planned_end),
                end=glance.clock(held[sitting].planned_start),
            )
            rows.append(Row(f"break {sitting}", AgendaRow("", title, "", "", True), False))
        before = sitting
        rows += _item_rows(glance, times)
    return rows


def _comes(times: ItemTimes) -> float:
    return times.planned_start.timestamp()


def _item_rows(glance: Glance, times: ItemTimes) -> list[Row[AgendaRow]]:
    item = glance.state.agenda.item(times.id)
    if item is None:
        return []
    sign, role = {
        "closed": ("✓", "muted"),
        "carried": ("↷", "nearly"),
        "open": ("▶", "accent strong"),
    }.get(times.phase, ("·", ""))
    ends = times.closed_at or times.ends_at
    time = glance.clock(ends) if ends else ""
    wait = len(glance.state.lists.get(item.id, ())) if times.phase != "open" else 0
    if wait:
        time = glance.say("screen.they_wait", count=wait)
    title = f"{item.id} {item.title.say(glance.language)}"
    rows = [Row(f"item {item.id}", AgendaRow(sign, title, time, role), False)]
    if times.phase == "open":
        rows += [_segment_row(glance, item, each) for each in item.segments]
    return rows


def _segment_row(glance: Glance, item: Item, segment: Segment) -> Row[AgendaRow]:
    state = glance.state
    run = state.segments.get(segment.id)
    if state.items[item.id].segment == segment.id:
        sign, role = "▶", "accent"
    elif run:
        sign, role = "✓", "muted"
    else:
        sign, role = "·", ""
    minutes = f"{segment.minutes}′" if segment.minutes else ""
    if segment.condition:
        minutes = glance.say("screen.if_any")
    title = f"  {segment.id} {segment.title.say(glance.language)}"
    return Row(f"segment {segment.id}", AgendaRow(f" {sign}", title, minutes, role), False)
