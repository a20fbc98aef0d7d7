"""One row of the schedule in columns: what it shows, and how it is drawn at any width.

Title, plan, the course it takes and its distance from the plan are there on the smallest screen;
the ends at pace and in the late case follow, then the bars.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.views.columns import Cell, Column, Row, lay_out, row_line
from meeting_tui.views.day_axis import Axis, Mark, Span, bar, hours
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line_cells
from meeting_tui.views.wrapped import fit_words

COLUMNS = (
    Column("title", 16, weight=3, priority=10, most=104),
    Column("planned", 12, priority=6),
    Column("runs", 11, priority=8),
    Column("pace", 5, priority=5),
    Column("late", 5, priority=5),
    Column("difference", 15, priority=9),
    Column("bar", 24, weight=2, priority=4),
)
_WITH_DAYS = {"planned": 17, "runs": 16, "pace": 10, "late": 10}
"""Where clocks say the days: `15:00–+1 d 16:34`."""
COLUMNS_WITH_DAYS = tuple(
    replace(each, least=_WITH_DAYS.get(each.key, each.least)) for each in COLUMNS
)
_OF_SEVERAL_DAYS = {**_WITH_DAYS, "runs": 21}
"""Where what was begun on one day went on on another: `Thu 15:20–Fri 10:12`."""
COLUMNS_OF_SEVERAL_DAYS = tuple(
    replace(each, least=_OF_SEVERAL_DAYS.get(each.key, each.least)) for each in COLUMNS
)
_OFFSETS = {"planned": 12, "runs": 12, "pace": 6, "late": 6}
"""What the columns have more in a night in which the clocks go back: `02:30+02:00`."""
HEADED = ("planned", "runs", "pace", "late", "difference")
CHANGED = "*"
"""Behind planned times that are not those imported."""


class ScheduleRow(Struct, frozen=True):
    """What one row shows."""

    sign: str
    title: str
    role: str = ""
    short: str = ""
    """The title where there is no room for all of it; empty where it is cut."""
    was: str = ""
    """What the imported agenda had in its place; empty where nothing was changed."""
    planned: str = ""
    runs: Line = ()
    """Actual times bare, projected ones strong."""
    pace: str = ""
    late: str = ""
    difference: Piece = Piece("")
    axis: Axis | None = None
    """None for a row of words without columns."""
    parts: tuple[Span | Mark, ...] = ()


def draw_schedule(row: Row[ScheduleRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    if content.axis is None:
        return (Piece(f"{content.sign} "), Piece(content.title, content.role))
    columns = _columns(content.axis)
    widths = _widths(columns, width)
    is_changed = CHANGED if content.was else ""
    cells: dict[str, Cell] = {
        "title": _title(content, widths["title"]),
        "planned": (Piece(content.planned, "muted"), Piece(is_changed, "nearly strong")),
        "runs": content.runs,
        "pace": Piece(content.pace),
        "late": Piece(content.late, "muted"),
        "difference": content.difference,
    }
    if "bar" in widths:
        cells["bar"] = bar(content.axis, content.parts, widths["bar"])
    return row_line(columns, cells, width)


def _title(content: ScheduleRow, width: int) -> Line:
    """Sign and title; at the right edge, for which the title gives way, what was there before."""
    sign, text = Piece(f"{content.sign} ", content.role), content.title
    if content.short and line_cells((sign, Piece(text))) > width:
        text = content.short
    title = (sign, Piece(text, content.role))
    was = Piece(content.was, "nearly")
    room = width - line_cells((was,)) - 1
    if not content.was or room < 8:
        return fit_words(title, width)
    return (*fit_line(fit_words(title, room), room), Piece(" "), was)


def heading_line(look: Look, day: Axis, width: int, title: Piece | None = None) -> Line:
    """The words above the columns, the hours above the bars; `title` stands above the items."""
    cells: dict[str, Cell] = {
        each: Piece(look.say(f"schedule.column_{each}"), "muted") for each in HEADED
    }
    item = title or Piece(look.say("schedule.column_item"), "muted")
    cells["title"] = (Piece("  "), item)
    columns = _columns(day)
    widths = _widths(columns, width)
    if "bar" in widths:
        cells["bar"] = hours(day, widths["bar"])
    return row_line(columns, cells, width)


def _columns(day: Axis) -> tuple[Column, ...]:
    columns = COLUMNS_WITH_DAYS if day.has_later_days else COLUMNS
    if day.is_of_several:
        columns = COLUMNS_OF_SEVERAL_DAYS
    if not day.clocks_go_back:
        return columns
    return tuple(replace(each, least=each.least + _OFFSETS.get(each.key, 0)) for each in columns)


def _widths(columns: tuple[Column, ...], width: int) -> dict[str, int]:
    """The cells of each column that has room in a row of `width` cells."""
    return {each.column.key: each.width for each in lay_out(columns, width)}
