"""Schedule (F5): sittings and items as planned, as they were and as they come."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget

from meeting_tui.meeting.decide import decide
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.presentation.schedule import (
    draw_schedule,
    heading_line,
    row_at_first,
    schedule_rows,
)
from meeting_tui.ui.presentation.schedule_detail import (
    detail_lines,
    detail_title,
    take_up,
    totals,
)
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.paged import Paged
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.ui.widgets.pieces import Line, Piece
from meeting_tui.ui.widgets.typed_line import TypedLine


class ScheduleScreen(MeetingScreen):
    """The day on its axis, with everything the agenda says of the row under the cursor."""

    MODE = "schedule"
    SHOWN_ACTS = ("next", "yield", "undo")

    DEFAULT_CSS = """
    ScheduleScreen #heading { background: $surface; }
    ScheduleScreen #rows { height: 3fr; }
    ScheduleScreen #totals { height: 2; background: $surface; }
    ScheduleScreen #detail {
        height: 2fr; min-height: 8; max-height: 17; padding: 0 1;
        border: round $border-blurred; border-title-color: $accent;
        border-subtitle-color: $foreground;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._was_shown = False
        self._proposed: str | None = None

    def compose_body(self) -> Iterable[Widget]:
        rows = LineList(draw_schedule, id="rows")
        rows.can_focus = False
        yield Painted(lambda *_: [self._heading(rows.row_width)], id="heading")
        yield rows
        yield Painted(lambda width, _: totals(self.glance, width), id="totals")
        yield Paged(
            lambda width: detail_lines(self.glance, rows.cursor_key, width),
            lambda first, last, count: self.meeting_app.say(
                "more.pages", first=first, last=last, count=count
            ),
            id="detail",
        )

    def placeholder(self) -> str:
        return self.meeting_app.say("more.placeholder_schedule")

    def keys_of_empty_line(self) -> dict[str, str]:
        own = ("up", "down", "pageup", "pagedown", "home", "end", "enter")
        return {**super().keys_of_empty_line(), **{each: each for each in own}}

    def key_hints(self) -> list[KeyHint]:
        label = self.meeting_app.say("more.key_take_up")
        hint = KeyHint("Enter", label, "screen.take_up", True, 110)
        return [hint, *super().key_hints()]

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        rows, detail = self.query_one("#rows", LineList), self.query_one("#detail", Paged)
        if message.act in ("up", "down"):
            rows.move(-1 if message.act == "up" else 1)
        elif message.act in ("home", "end"):
            rows.action_edge(-1 if message.act == "home" else 1)
        elif message.act in ("pageup", "pagedown"):
            detail.turn(-1 if message.act == "pageup" else 1)
        elif message.act == "enter":
            self.action_take_up()
        else:
            return
        message.stop()
        message.prevent_default()

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()
        self._show_detail(from_top=True)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        message.stop()
        self.action_take_up()

    def on_typed_line_suggested(self, message: TypedLine.Suggested) -> None:
        if self.act_line.value == self._proposed:
            # It is whole already: what Enter does matters more than what could follow.
            message.stop()
            message.prevent_default()
        else:
            self._proposed = None

    def action_take_up(self) -> None:
        """Writes what takes up the row into the input line, or says why that is refused."""
        app = self.meeting_app
        proposed = take_up(self.glance.state, self.query_one("#rows", LineList).cursor_key)
        if proposed is None:
            return
        command, line = proposed
        outcome = decide(app.desk.table.meeting, command, self.glance.now)
        if isinstance(outcome, Refusal):
            app.tell(refusal_sentence(self.glance, outcome), "refusal")
            return
        self._proposed = line
        self.act_line.put(line)
        app.tell(app.say("more.enter_does_it"), "ask")

    def show_state(self) -> None:
        rows = self.query_one("#rows", LineList)
        rows.set_rows(schedule_rows(self.glance))
        item = self.glance.state.item
        if item:
            segment = self.glance.state.items[item].segment
            rows.keep_visible(f"segment {segment}" if segment else f"item {item}")
        if not self._was_shown:
            self._was_shown = True
            rows.highlight(row_at_first(self.glance))
        self._show_figures()

    def show_moment(self) -> None:
        self.query_one("#rows", LineList).set_rows(schedule_rows(self.glance))
        self._show_figures()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_figures)

    def _show_figures(self) -> None:
        for name in ("#heading", "#totals"):
            self.query_one(name, Painted).redraw()
        self._show_detail(from_top=False)

    def _show_detail(self, *, from_top: bool) -> None:
        detail = self.query_one("#detail", Paged)
        key = self.query_one("#rows", LineList).cursor_key
        detail.border_title = Content(detail_title(self.glance, key))
        detail.show_again(from_top=from_top)

    def _heading(self, width: int) -> Line:
        return (Piece(" "), *heading_line(self.glance, width))
