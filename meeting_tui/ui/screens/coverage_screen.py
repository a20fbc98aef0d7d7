"""Coverage (F4): who has answered which question, what nobody has answered, who was not heard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from meeting_tui.meeting.questions import Coverage
from meeting_tui.report.on_screen import with_next_members
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import MEMBERS_KEYS
from meeting_tui.ui.screens.line_list_screen import MOVES, ListScreen
from meeting_tui.ui.screens.meeting_screen import AgendaPanel
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import BESIDES, LineList
from meeting_tui.ui.widgets.paged import Paged
from meeting_tui.ui.widgets.painted import Fitted, Painted
from meeting_tui.views.coverage import (
    counted,
    coverage_rows,
    draw_coverage,
    feet,
    header_line,
    heading_line,
    item_at_first,
    items_shown,
    legend_lines,
    point_lines,
    question_lines,
    row_key,
    shown_name,
)
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece

NOTHING = Coverage(None, (), (), (), ())


class CoverageScreen(ListScreen):
    """Questions by delegations, one item at a time."""

    MODE = "coverage"
    SHOWN_ACTS = ("next", "yield", "undo")

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_points", show=False)]

    LIST_KEYS = {
        **MOVES,
        "left": "screen.choose_item(-1)",
        "shift+tab": "screen.choose_item(-1)",
        "right": "screen.choose_item(1)",
        "tab": "screen.choose_item(1)",
        "pageup": "screen.turn(-1)",
        "pagedown": "screen.turn(1)",
        "enter": "screen.show_points",
        **{key: f"screen.{action}" for key, action in MEMBERS_KEYS},
    }

    DEFAULT_CSS = """
    CoverageScreen #header { background: $surface; }
    CoverageScreen #columns { height: 1fr; layout: vertical; }
    CoverageScreen #table { height: 1fr; width: 1fr; }
    CoverageScreen #feet { height: 5; }
    CoverageScreen #side { height: auto; width: 1fr; }
    CoverageScreen #asked { display: none; height: auto; }
    CoverageScreen #asked, CoverageScreen #points {
        border: round $border-blurred; border-title-color: $accent; padding: 0 1;
    }
    CoverageScreen #points { display: none; height: 9; border-subtitle-color: $foreground; }
    CoverageScreen.-tall #points { height: 16; }
    CoverageScreen.-open #points { display: block; border: round $accent; }
    CoverageScreen.-wide #columns, CoverageScreen.-huge #columns { layout: horizontal; }
    CoverageScreen.-wide #table, CoverageScreen.-huge #table { border: round $border-blurred; }
    CoverageScreen.-wide #asked, CoverageScreen.-huge #asked { display: block; }
    CoverageScreen.-wide #points, CoverageScreen.-huge #points { height: 1fr; }
    CoverageScreen.-wide #side { width: 38; height: 1fr; }
    CoverageScreen.-wide.-open #side { width: 50; }
    CoverageScreen.-huge #side { width: 90; height: 1fr; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._item: str | None = None
        self._open_item: str | None = None
        """The item that was open when the screen was last filled."""
        self._found = NOTHING

    def compose_body(self) -> Iterable[Widget]:
        rows = LineList(draw_coverage, id="rows")
        rows.can_focus = False
        table = Vertical(
            Painted(lambda width, _: [self._heading(width - BESIDES)], id="heading"),
            rows,
            AgendaPanel(lambda: self.look, rows),
            Fitted(lambda width, _: self._feet(width - BESIDES), id="feet"),
            id="table",
        )
        questions = Vertical(
            Fitted(lambda width, _: question_lines(self.look, self._found, width), id="questions"),
            id="asked",
        )
        points = Paged(self._points, self._pages, id="points")
        yield Painted(lambda width, _: [header_line(self.look, self._item, width)], id="header")
        yield Vertical(table, Vertical(questions, points, id="side"), id="columns")

    def key_hints(self) -> list[KeyHint]:
        say = self.frame.say
        return [
            KeyHint("← →", say("more.key_item"), "screen.choose_item(1)", True, 120),
            KeyHint("Enter", say("more.key_points"), "screen.show_points", True, 110),
            KeyHint("=", say("more.key_members"), "screen.choose_members", True, 100),
            *super().key_hints(),
        ]

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()
        self._show_points_panel(from_top=True)

    def choose(self) -> None:
        self.action_show_points()

    def action_choose_item(self, step: int) -> None:
        """Shows the next item, or (`step` -1) the one before; after the last comes the first."""
        shown = items_shown(self.look)
        if not shown:
            return
        at = shown.index(self._item) if self._item in shown else 0
        self._item = shown[(at + step) % len(shown)]
        self.show_state()

    def action_choose_members(self) -> None:
        """Count other members of groups, here and in the report: none, those present, all."""
        self.frame.choose_report(with_next_members(self.frame.report_choice))
        self.show_state()

    def action_show_points(self) -> None:
        """Opens the panel with what the delegation in this row said, or closes it."""
        if not self.has_class("-open") and self.cursor_key is None:
            self.frame.tell(self.frame.say("more.no_row"), "refusal")
            return
        self.toggle_class("-open")
        self._show_points_panel(from_top=True)
        self.query_one("#feet", Painted).redraw()

    def action_close_points(self) -> None:
        """Closes the panel; Escape in a line with text leaves everything as it is."""
        if self.has_class("-open") and not self.act_line.value:
            self.action_show_points()

    def show_state(self) -> None:
        look = self.look
        self._follow_item(look)
        self._found = counted(look, self._item) if self._item else NOTHING
        self.line_list.set_rows(coverage_rows(look, self._found))
        self.query_one(AgendaPanel).show_or_hide()
        item, say = self._item, self.frame.say
        title = say("more.title_questions", item=item) if item else say("notes.title_questions")
        self.query_one("#asked").border_title = Content(title)
        for name in ("#header", "#heading", "#feet", "#questions"):
            self.query_one(name, Painted).redraw()
        self._show_points_panel(from_top=False)

    def _follow_item(self, look: Look) -> None:
        """Go to the item just opened, unless another was chosen by hand since then."""
        was_open, self._open_item = self._open_item, look.state.item
        is_new = self._open_item is not None and self._open_item != was_open
        if is_new or self._item not in items_shown(look):
            self._item = item_at_first(look)

    def on_resize(self) -> None:
        self.call_after_refresh(self._refit)

    def _refit(self) -> None:
        for name in ("#heading", "#feet", "#questions", "#points"):
            self.query_one(name, Painted).redraw()

    def _heading(self, width: int) -> Line:
        return (Piece(" "), *heading_line(self.look, self._found, width))

    def _feet(self, width: int) -> list[Line]:
        if self._item is None:
            return []
        lines = feet(self.look, self._item, self._found, width)
        if self.has_class("-wide") or self.has_class("-huge") or not self.has_class("-open"):
            lines += legend_lines(self.look, self._found, width)  # else the panel needs the room
        return [(Piece(" "), *each) for each in lines]

    def _points(self, width: int) -> list[Line]:
        if self._item is None:
            return []
        key = self.cursor_key
        return point_lines(self.look, self._item, key, width)

    def _pages(self, first: int, last: int, count: int) -> str:
        return self.frame.say("more.pages", first=first, last=last, count=count)

    def _show_points_panel(self, *, from_top: bool) -> None:
        if not self.has_class("-open"):
            return
        panel = self.query_one("#points", Paged)
        key = self.cursor_key
        row = next((each for each in self._found.rows if row_key(each) == key), None)
        title = self.frame.say("notes.title_points")
        if row and self._item:
            name = shown_name(self.look, row)
            title = self.frame.say("more.title_points", name=name, item=self._item)
        panel.border_title = Content(title)
        panel.show_again(from_top=from_top)

    def action_turn(self, step: int) -> None:
        """Turns the page of the open panel, else of the table."""
        if self.has_class("-open"):
            self.query_one("#points", Paged).turn(step)
        else:
            self.line_list.action_page(step)
