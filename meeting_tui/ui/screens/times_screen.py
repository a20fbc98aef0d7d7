"""Speaking time (F4 again on Coverage): who has spoken for how long, and who has not spoken.

It works like Coverage: left and right choose the item, here also all items together, up and down
the row; Tab changes what the rows are made by.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from meeting_tui.meeting.heard import NotHeard, not_heard
from meeting_tui.meeting.speaking_time import GROUPINGS, SpeakingTime, TimeRow, speaking_time
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.line_list_screen import MOVES, ListScreen
from meeting_tui.ui.screens.meeting_screen import AgendaPanel
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import BESIDES, LineList
from meeting_tui.ui.widgets.paged import Paged
from meeting_tui.ui.widgets.painted import Fitted, Painted
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece
from meeting_tui.views.speaking_times import (
    draw_time,
    feet,
    header_line,
    heading_line,
    item_at_first,
    items_to_choose,
    missing_lines,
    missing_title,
    next_grouping,
    time_rows,
)

NOTHING = SpeakingTime(GROUPINGS[0], None, (), TimeRow(""), TimeRow(""))
NOBODY = NotHeard((), (), (), (), ())


class TimesScreen(ListScreen):
    """Bars of speaking time, one item at a time or all together."""

    MODE = "times"
    SHOWN_ACTS = ("next", "yield", "undo")

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_missing", show=False)]

    LIST_KEYS = {
        **MOVES,
        "left": "screen.choose_item(-1)",
        "right": "screen.choose_item(1)",
        "tab": "screen.choose_grouping(1)",
        "shift+tab": "screen.choose_grouping(-1)",
        "pageup": "screen.turn(-1)",
        "pagedown": "screen.turn(1)",
        "enter": "screen.show_missing",
    }

    DEFAULT_CSS = """
    TimesScreen #header { background: $surface; }
    TimesScreen #columns { height: 1fr; layout: vertical; }
    TimesScreen #table { height: 1fr; width: 1fr; }
    TimesScreen #feet { height: 2; }
    TimesScreen #missing {
        height: 6; border: round $border-blurred; border-title-color: $accent; padding: 0 1;
        border-subtitle-color: $foreground;
    }
    TimesScreen.-tall #missing { height: 10; }
    TimesScreen.-open #missing { height: 13; border: round $accent; }
    TimesScreen.-tall.-open #missing { height: 20; }
    TimesScreen.-wide #columns, TimesScreen.-huge #columns { layout: horizontal; }
    TimesScreen.-wide #table, TimesScreen.-huge #table { border: round $border-blurred; }
    TimesScreen.-wide #missing { width: 38; height: 1fr; }
    TimesScreen.-wide.-open #missing { width: 50; height: 1fr; }
    TimesScreen.-huge #missing { width: 60; height: 1fr; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._by = GROUPINGS[0]
        self._item: str | None = None
        self._open_item: str | None = None
        """The item that was open when the screen was last filled."""
        self._is_filled = False
        self._found = NOTHING
        self._missing = NOBODY

    def compose_body(self) -> Iterable[Widget]:
        rows = LineList(draw_time, id="rows")
        rows.can_focus = False
        table = Vertical(
            Painted(lambda width, _: [self._heading(width - BESIDES)], id="heading"),
            rows,
            AgendaPanel(lambda: self.look, rows),
            Fitted(lambda width, _: self._feet(width - BESIDES), id="feet"),
            id="table",
        )
        missing = Paged(
            lambda width: missing_lines(self.look, self._missing, width),
            self._pages,
            id="missing",
        )
        yield Painted(lambda width, _: [header_line(self.look, self._found, width)], id="header")
        yield Vertical(table, missing, id="columns")

    def key_hints(self) -> list[KeyHint]:
        say = self.frame.say
        return [
            KeyHint("← →", say("times.key_item"), "screen.choose_item(1)", True, 120),
            KeyHint("Tab", say("times.key_grouping"), "screen.choose_grouping(1)", True, 110),
            KeyHint("Enter", say("times.key_not_heard"), "screen.show_missing", True, 82),
            *super().key_hints(),
        ]

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()

    def action_choose_item(self, step: int) -> None:
        """Shows the next item, or (`step` -1) the one before; all together is one of them."""
        shown = items_to_choose(self.look)
        at = shown.index(self._item) if self._item in shown else 0
        self._item = shown[(at + step) % len(shown)]
        self._show_from_top()

    def action_choose_grouping(self, step: int) -> None:
        """Makes the rows by the next of delegation, kind and region, or (`step` -1) the last."""
        self._by = next_grouping(self._by, step)
        self._show_from_top()

    def _show_from_top(self) -> None:
        self.show_state()
        self.line_list.action_edge(-1)

    def action_show_missing(self) -> None:
        """Makes the panel with those not heard larger, or as it was."""
        self.toggle_class("-open")
        self.query_one("#missing", Paged).show_again(from_top=True)

    def action_close_missing(self) -> None:
        """Escape makes the panel as it was; in a line with text it leaves everything as it is."""
        if self.has_class("-open") and not self.act_line.value:
            self.action_show_missing()

    def show_state(self) -> None:
        look = self.look
        before = (self._item, self._by)
        self._follow_item(look)
        self._fill(look)
        panel = self.query_one("#missing", Paged)
        panel.border_title = Content(missing_title(look, self._item))
        panel.show_again(from_top=before != (self._item, self._by))

    def show_moment(self) -> None:
        """The time of whoever speaks goes on."""
        speaking = self.look.state.speaking()
        if speaking is not None and speaking.paused_since is None:
            self._fill(self.look)

    def _fill(self, look: Look) -> None:
        state, directory = look.state, look.directory
        self._found = speaking_time(state, look.now, directory, self._by, self._item)
        self._missing = not_heard(state, directory, self._item)
        self.line_list.set_rows(time_rows(look, self._found))
        self.query_one(AgendaPanel).show_or_hide()
        for name in ("#header", "#heading", "#feet"):
            self.query_one(name, Painted).redraw()

    def _follow_item(self, look: Look) -> None:
        """Go to the item just opened, unless another was chosen by hand since then."""
        was_open, self._open_item = self._open_item, look.state.item
        is_new = self._open_item is not None and self._open_item != was_open
        if is_new or not self._is_filled or self._item not in items_to_choose(look):
            self._item = item_at_first(look)
        self._is_filled = True

    def on_resize(self) -> None:
        self.call_after_refresh(self._refit)

    def _refit(self) -> None:
        for name in ("#heading", "#feet", "#missing"):
            self.query_one(name, Painted).redraw()

    def _heading(self, width: int) -> Line:
        return (Piece(" "), *heading_line(self.look, self._found, width))

    def _feet(self, width: int) -> list[Line]:
        return [(Piece(" "), *each) for each in feet(self.look, self._found, width)]

    def _pages(self, first: int, last: int, count: int) -> str:
        keys = "PgUp PgDn" if self.has_class("-open") else "Enter"
        say = self.frame.say
        return say("times.pages", keys=keys, first=first, last=last, count=count)

    def action_turn(self, step: int) -> None:
        """Turns the page of the enlarged panel, else of the table."""
        if self.has_class("-open"):
            self.query_one("#missing", Paged).turn(step)
        else:
            self.line_list.action_page(step)
