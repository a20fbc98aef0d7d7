"""A list of lines: the speakers' list, the agenda and the record are made of it.

It draws only the rows in view, so ten thousand cost what two hundred do, and repaints only the rows
that changed, so that a key is answered at once. Running times do not belong in it: put them in a
`Ticking` beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from meeting_tui.ui.theme import palette_for
from meeting_tui.ui.widgets.pieces import EMPTY, Line, Piece, fit_line, paint
from meeting_tui.ui.widgets.scrolling import next_stop, scroll_for, stop_near

Content = TypeVar("Content")


@dataclass(frozen=True, slots=True)
class Row(Generic[Content]):
    """One row; two rows that are equal look the same and are not painted again."""

    key: str
    """Names the row in its list; the cursor stays with it when others come and go."""
    content: Content
    """What the list's `draw` makes a line of; compared with `==`."""
    can_select: bool = True
    """False for a heading or a divider, which the cursor passes over."""


class _DrawnLines(Generic[Content]):
    """Lines as last drawn, each kept as long as neither its row nor the width changes."""

    MOST = 1000

    def __init__(self, draw: Callable[[Row[Content], int, bool], Line]) -> None:
        self._draw = draw
        self._kept: dict[tuple[str, bool], tuple[Row[Content], int, Line]] = {}

    def line(self, row: Row[Content], width: int, has_cursor: bool) -> Line:
        """The row's line, exactly `width` cells wide."""
        known = self._kept.get((row.key, has_cursor))
        if known is not None and known[1] == width and known[0] == row:
            return known[2]
        if len(self._kept) > self.MOST:
            self._kept.clear()
        drawn = fit_line(self._draw(row, width, has_cursor), width)
        self._kept[row.key, has_cursor] = (row, width, drawn)
        return drawn

    def forget(self) -> None:
        """Draws everything anew from now on."""
        self._kept.clear()


class LineList(ScrollView, Generic[Content], can_focus=True):
    """Rows drawn by a pure function, with a cursor."""

    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "select", show=False),
    ]

    ALLOW_SELECT = False

    MARK = "▌"
    """Stands before the row the cursor is on, so that it is seen without colour."""

    def __init__(
        self,
        draw: Callable[[Row[Content], int, bool], Line],
        rows: Sequence[Row[Content]] = (),
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """`draw(row, width, has_cursor)` gives the line of a row in `width` cells."""
        super().__init__(id=id, classes=classes)
        self._drawn = _DrawnLines(draw)
        self._rows: tuple[Row[Content], ...] = ()
        self._stops: tuple[bool, ...] = ()
        self._places: dict[str, int] = {}
        self._cursor = -1
        self._keep_visible: str | None = None
        self.set_rows(rows)

    @dataclass
    class Highlighted(Message):
        """The cursor came to a row, or (`key` None) there is none left to be on."""

        line_list: LineList[Any]
        key: str | None

        @property
        def control(self) -> LineList[Any]:
            return self.line_list

    @dataclass
    class Selected(Message):
        """Enter on a row, or a click on the row that has the cursor."""

        line_list: LineList[Any]
        key: str

        @property
        def control(self) -> LineList[Any]:
            return self.line_list

    @property
    def rows(self) -> tuple[Row[Content], ...]:
        """All rows in their order."""
        return self._rows

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the cursor is on."""
        return self._rows[self._cursor].key if self._cursor >= 0 else None

    @property
    def rows_below(self) -> int:
        """How many rows are below the last one in view."""
        return max(len(self._rows) - self._top - self._page, 0)

    @property
    def row_width(self) -> int:
        """Cells that `draw` is given, from the second column on; for a heading above the list."""
        return max(self.scrollable_content_region.width - len(self.MARK), 0)

    def set_rows(self, rows: Sequence[Row[Content]]) -> None:
        """Shows these rows; the cursor stays on its row, or goes to the one now in its place.

        Keys must differ: raises ValueError otherwise.
        """
        before, key, was_at = self._rows, self.cursor_key, self._cursor
        places = {row.key: index for index, row in enumerate(rows)}
        if len(places) != len(rows):
            raise ValueError("two rows of a list have the same key")
        self._rows, self._places = tuple(rows), places
        self._stops = tuple(row.can_select for row in rows)
        if key in places and rows[places[key]].can_select:
            self._cursor = places[key]
        else:
            self._cursor = stop_near(self._stops, max(was_at, 0))
        if len(before) != len(rows):
            self.virtual_size = Size(0, len(rows))
        self._repaint_difference(before, was_at)
        self._scroll_into_view()
        if self.cursor_key != key:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def keep_visible(self, key: str | None) -> None:
        """Keeps this row in view too (whoever speaks, the current item), if the cursor allows."""
        self._keep_visible = key
        self._scroll_into_view()

    def highlight(self, key: str) -> bool:
        """Moves the cursor to the row with that key; False if it is not there or only a heading."""
        place = self._places.get(key, -1)
        if place < 0 or not self._rows[place].can_select:
            return False
        self._go_to(place)
        return True

    def move(self, steps: int) -> None:
        """Moves the cursor by so many rows it can stop at; also for keys of another widget."""
        self._go_to(next_stop(self._stops, self._cursor, steps))

    def redraw(self) -> None:
        """Draws every row in view again, for when `draw` says something else of equal rows."""
        self._drawn.forget()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line in view as Textual shows it."""
        index, width = self._top + y, self.scrollable_content_region.width
        palette, base = palette_for(self.app), self.rich_style
        if index >= len(self._rows):
            return paint(EMPTY, width, palette, base)
        has_cursor = index == self._cursor
        drawn = self._drawn.line(self._rows[index], self.row_width, has_cursor)
        if not has_cursor:
            return paint((Piece(" "), *drawn), width, palette, base)
        look = "cursor" if self.has_focus else "cursor_blurred"
        return paint((Piece(self.MARK, "accent"), *drawn), width, palette, base, look)

    def on_resize(self, event: events.Resize) -> None:
        self._scroll_into_view()

    def on_click(self, event: events.Click) -> None:
        place = self._top + event.get_content_offset_capture(self).y
        if not (0 <= place < len(self._rows)) or not self._rows[place].can_select:
            return
        if place == self._cursor:
            self.action_select()
        else:
            self._go_to(place)

    def on_focus(self, event: events.Focus) -> None:
        self._repaint_row(self._cursor)

    def on_blur(self, event: events.Blur) -> None:
        self._repaint_row(self._cursor)

    def action_step(self, by: int) -> None:
        """One row up or down."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """As many rows as are in view, less one that stays to be recognised."""
        target = self._cursor + by * max(self._page - 1, 1)
        self._go_to(stop_near(self._stops, min(max(target, 0), len(self._stops) - 1)))

    def action_edge(self, side: int) -> None:
        """To the first or the last row."""
        self._go_to(stop_near(self._stops, 0 if side < 0 else len(self._stops)))

    def action_select(self) -> None:
        """Says that the row under the cursor is chosen."""
        if self._cursor >= 0:
            self.post_message(self.Selected(self, self._rows[self._cursor].key))

    @property
    def _top(self) -> int:
        return int(self.scroll_offset.y)

    @property
    def _page(self) -> int:
        return int(self.scrollable_content_region.height)

    def _go_to(self, place: int) -> None:
        if place < 0 or place == self._cursor:
            return
        before, self._cursor = self._cursor, place
        self._repaint_row(before)
        self._repaint_row(place)
        self._scroll_into_view()
        self.post_message(self.Highlighted(self, self.cursor_key))

    def _repaint_row(self, place: int) -> None:
        if self._top <= place < self._top + self._page:
            self.refresh_line(place)

    def _repaint_difference(self, before: Sequence[Row[Content]], was_at: int) -> None:
        """Repaints the rows in view that are not as they were."""
        for place in range(self._top, self._top + self._page):
            then = before[place] if place < len(before) else None
            now = self._rows[place] if place < len(self._rows) else None
            cursor_changed = (place == was_at) != (place == self._cursor)
            if then != now or cursor_changed:
                self.refresh_line(place)

    def _scroll_into_view(self) -> None:
        page = self._page
        if page <= 0:
            return
        kept = self._places.get(self._keep_visible or "", -1)
        if kept < 0 and self._cursor == stop_near(self._stops, 0):
            kept = 0  # the first row brings the heading above it into view
        top = scroll_for(self._top, page, len(self._rows), self._cursor, kept)
        if top != self._top:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
