"""The content of the Schedule: the day as rows on its axis, its totals, and the chosen row in full.

While a line that changes the plan is in the input line, everything is shown as it would be with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from meeting_tui.ui.port import Frame
from meeting_tui.ui.schedule_preview import Preview
from meeting_tui.ui.screens.line_list_screen import MOVES, ListScreen
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.paged import Paged
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece
from meeting_tui.views.schedule import (
    draw_schedule,
    heading_line,
    item_of_row,
    row_at_first,
    schedule_rows,
)
from meeting_tui.views.schedule_detail import detail_lines, detail_title, totals, totals_with
from meeting_tui.views.schedule_times import axis


class ScheduleView(ListScreen):
    """The rows, the totals and the panel of the row under the cursor."""

    LIST_KEYS = {
        **MOVES,
        "left": "screen.unfold(False)",
        "right": "screen.unfold(True)",
        "pageup": "screen.turn(-1)",
        "pagedown": "screen.turn(1)",
    }

    DEFAULT_CSS = """
    ScheduleView #heading { background: $surface; }
    ScheduleView #rows { height: 3fr; }
    ScheduleView #totals { height: 2; background: $surface; }
    ScheduleView #detail {
        height: 2fr; min-height: 8; max-height: 17; padding: 0 1;
        border: round $border-blurred; border-title-color: $accent;
        border-subtitle-color: $foreground;
    }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.preview = Preview()
        self._was_shown = False
        self._unfolded: set[str] = set()

    def compose_body(self) -> Iterable[Widget]:
        rows = LineList(draw_schedule, id="rows")
        rows.can_focus = False
        yield Painted(lambda *_: [self._heading(rows.row_width)], id="heading")
        yield rows
        yield Painted(lambda width, _: self._totals(width), id="totals")
        yield Paged(
            lambda width: detail_lines(self.shown, rows.cursor_key, width),
            lambda first, last, count: self.frame.say(
                "more.pages", first=first, last=last, count=count
            ),
            id="detail",
        )

    @property
    def shown(self) -> Look:
        """The look that is shown, with the change in the input line, if there is one."""
        glance = self.glance
        return self.preview.look(glance) or glance

    def action_unfold(self, is_shown: bool) -> None:
        """Shows or hides the segments of the item under the cursor."""
        item = item_of_row(self.glance, self.cursor_key)
        if item is None:
            return
        if is_shown:
            self._unfolded.add(item)
        else:
            self._unfolded.discard(item)
            self.line_list.highlight(f"item {item}")
        self.show_moment()

    def action_turn(self, step: int) -> None:
        """Turns the page of the panel."""
        self.query_one("#detail", Paged).turn(step)

    def show_state(self) -> None:
        self.preview.try_line(self.port.desk.table, self.act_line.value, self.glance.now)
        rows = self.line_list
        rows.set_rows(schedule_rows(self.shown, self._unfolded))
        item = self.glance.state.item
        if item:
            segment = self.glance.state.items[item].segment
            rows.keep_visible(f"segment {segment}" if segment else f"item {item}")
        if not self._was_shown:
            self._was_shown = True
            rows.highlight(row_at_first(self.glance))
        self._show_figures()

    def show_moment(self) -> None:
        self.line_list.set_rows(schedule_rows(self.shown, self._unfolded))
        self._show_figures()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_figures)

    def _show_figures(self) -> None:
        for name in ("#heading", "#totals"):
            self.query_one(name, Painted).redraw()
        self.show_detail(from_top=False)

    def show_detail(self, *, from_top: bool) -> None:
        """Shows the panel of the row under the cursor; `from_top` for another row."""
        detail = self.query_one("#detail", Paged)
        detail.border_title = Content(detail_title(self.shown, self.cursor_key))
        detail.show_again(from_top=from_top)

    def _totals(self, width: int) -> Sequence[Line]:
        glance = self.glance
        then = self.preview.look(glance)
        if then is None:
            return totals(glance, width)
        return totals_with(glance, then, item_of_row(then, self.cursor_key), width)

    def _heading(self, width: int) -> Line:
        glance = self.glance
        then, title = self.preview.look(glance), None
        if then is not None:
            title = Piece(self.frame.say("schedule.heading_preview"), "accent strong")
        shown = then or glance
        return (Piece(" "), *heading_line(shown, axis(shown), width, title))
