"""A list of lines: the speakers' list, the agenda and the record are made of it.

It draws only the rows in view, so ten thousand cost what two hundred do, and repaints only the rows
that changed, so that a key is answered at once. Running times do not belong in it: put them in a
`Ticking` beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from meeting_tui.ui.textual_inside import scroll_over
from meeting_tui.ui.widgets.painted import Draw, Marking, fault_lines, paint
from meeting_tui.views.columns import Content, Row
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line, plain


def next_stop(can_stop: Sequence[bool], place: int, steps: int) -> int:
    """The row `steps` rows on (back if negative), counting only rows where the cursor may stop.

    At the edge it stays on the last possible row; -1 if there is none at all. `place` -1 stands
    before the first row.
    """
    direction = 1 if steps > 0 else -1
    reached, at = place, place + direction
    left = abs(steps)
    while left and 0 <= at < len(can_stop):
        if can_stop[at]:
            reached = at
            left -= 1
        at += direction
    return reached


def stop_near(can_stop: Sequence[bool], place: int) -> int:
    """The row at `place` or the first possible after it, else before it; -1 if there is none."""
    for at in range(place, len(can_stop)):
        if can_stop[at]:
            return at
    for at in range(min(place, len(can_stop)) - 1, -1, -1):
        if can_stop[at]:
            return at
    return -1


def scroll_for(top: int, page: int, total: int, cursor: int, kept: int = -1) -> int:
    """The first row in view, moved as little as needed from `top`, with `page` rows in view.

    The row of the cursor is always in view, the `kept` row as well if both have room; -1 means
    that there is no such row.
    """
    last_top = max(total - page, 0)
    top = min(max(top, 0), last_top)
    for wanted in (kept, cursor):  # the cursor last, so that it wins
        if 0 <= wanted < top:
            top = wanted
        elif wanted >= top + page:
            top = wanted - page + 1
    if kept >= 0 and cursor >= 0 and abs(kept - cursor) < page:
        first, last = sorted((kept, cursor))
        top = min(max(top, last - page + 1), first)
    return min(max(top, 0), last_top)


class CursorRows(Generic[Content]):
    """Rows with a cursor that is on one that can be selected, or on none (`at` is -1)."""

    def __init__(self) -> None:
        self.rows: tuple[Row[Content], ...] = ()
        self.at = -1
        self._stops: tuple[bool, ...] = ()
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.rows[self.at].key if self.at >= 0 else None

    def replace(self, rows: Sequence[Row[Content]]) -> None:
        """Takes other rows; the cursor stays on its row, else takes the one now in its place.

        Raises ValueError when two rows have the same key.
        """
        places = {row.key: index for index, row in enumerate(rows)}
        if len(places) != len(rows):
            raise ValueError("two rows of a list have the same key")
        key = self.key
        self.rows, self._places = tuple(rows), places
        self._stops = tuple(row.can_select for row in rows)
        stayed = -1 if key is None else self.stop_of(key)
        self.at = stayed if stayed >= 0 else self.near(max(self.at, 0))

    def place_of(self, key: str | None) -> int:
        """Where the row with that key is, or -1."""
        return -1 if key is None else self._places.get(key, -1)

    def stop_of(self, key: str) -> int:
        """The same, but -1 also if the cursor passes over it."""
        place = self.place_of(key)
        return place if self.can_stop(place) else -1

    def can_stop(self, place: int) -> bool:
        """Whether there is a row at that place that can be selected."""
        return 0 <= place < len(self._stops) and self._stops[place]

    def step(self, steps: int) -> int:
        """The place so many rows on that can be selected."""
        return next_stop(self._stops, self.at, steps)

    def near(self, place: int) -> int:
        """The place that can be selected nearest to `place`, below it if possible; -1 if none."""
        return stop_near(self._stops, min(max(place, 0), len(self._stops)))


BESIDES = 2
"""Cells of a list that are not its rows': the mark before them and the scroll bar behind."""


class _DrawnLines(Generic[Content]):
    """Lines as last drawn, each kept as long as neither its row nor the width changes."""

    MOST = 1000

    def __init__(self, draw: Callable[[Row[Content], int, bool], Line]) -> None:
        self._draw = draw
        self._kept: dict[tuple[str, bool], tuple[Row[Content], int, Line]] = {}

    def line(self, row: Row[Content], width: int, has_cursor: bool) -> Line:
        """The row's line, exactly `width` cells wide; raises what drawing it raises."""
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


class RowMessage(Message):
    """Something about a row of a list."""

    def __init__(self, line_list: LineList[Any]) -> None:
        super().__init__()
        self.line_list = line_list


class LineList(Marking, ScrollView, Generic[Content], can_focus=True):
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

    MARK = "▌"
    """Stands before the row the cursor is on, so that it is seen without colour."""

    def __init__(
        self,
        draw: Callable[[Row[Content], int, bool], Line],
        rows: Sequence[Row[Content]] = (),
        *,
        id: str | None = None,
    ) -> None:
        """`draw(row, width, has_cursor)` gives the line of a row in `width` cells."""
        super().__init__(id=id)
        self._drawn = _DrawnLines(draw)
        self._cursor: CursorRows[Content] = CursorRows()
        self._keep_visible: str | None = None
        self._told_instead: Draw | None = None
        """What is said in place of the rows."""
        self.set_rows(rows)

    class Highlighted(RowMessage):
        """The cursor came to a row, or (`key` None) there is none left to be on."""

        def __init__(self, line_list: LineList[Any], key: str | None) -> None:
            super().__init__(line_list)
            self.key = key

    class Selected(RowMessage):
        """Enter on a row, or a click on the row that has the cursor."""

        def __init__(self, line_list: LineList[Any], key: str) -> None:
            super().__init__(line_list)
            self.key = key

    @property
    def rows(self) -> tuple[Row[Content], ...]:
        """All rows in their order."""
        return self._cursor.rows

    @property
    def cursor_key(self) -> str | None:
        """The key of the row the cursor is on."""
        return self._cursor.key

    @property
    def row_width(self) -> int:
        """Cells that `draw` is given, from the second column on; for a heading above the list."""
        return max(self.room.width - len(self.MARK), 0)

    def set_rows(self, rows: Sequence[Row[Content]]) -> None:
        """Shows these rows; the cursor stays on its row, or goes to the one now in its place.

        Keys must differ: raises ValueError otherwise.
        """
        before, key, was_at = self.rows, self.cursor_key, self._cursor.at
        self._cursor.replace(rows)
        if self._told_instead:
            self._told_instead = None
            self.refresh()
        if len(before) != len(rows):
            self._take_height(len(rows))
        self._repaint_difference(before, was_at)
        self._scroll_into_view()
        if self.cursor_key != key:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def tell_instead(self, draw: Draw) -> None:
        """Says this in place of the rows, until there are rows again."""
        self._told_instead = draw
        self.refresh()

    def keep_visible(self, key: str | None) -> None:
        """Keeps this row in view too (whoever speaks, the current item), if the cursor allows."""
        self._keep_visible = key
        self._scroll_into_view()

    def highlight(self, key: str) -> bool:
        """Moves the cursor to the row with that key; False if it is not there or only a heading."""
        place = self._cursor.stop_of(key)
        self._go_to(place)
        return place >= 0

    def move(self, steps: int) -> None:
        """Moves the cursor by so many rows it can stop at; also for keys of another widget."""
        self._go_to(self._cursor.step(steps))

    def redraw(self) -> None:
        """Draws every row in view again, for when `draw` says something else of equal rows."""
        self._drawn.forget()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line in view as Textual shows it."""
        index, width = self._top + y, self.room.width
        palette, base = self.colours
        if self._told_instead:
            told = self._told_instead(width, self._page)
            return paint(told[y] if y < len(told) else EMPTY, width, palette, base)
        if index >= len(self.rows):
            return paint(EMPTY, width, palette, base)
        has_cursor = index == self._cursor.at
        drawn = self._line(self.rows[index], has_cursor)
        if not has_cursor:
            strip = paint((Piece(" "), *drawn), width, palette, base)
        else:
            look = "cursor" if self.has_focus else "cursor_blurred"
            strip = paint((Piece(self.MARK, "accent"), *drawn), width, palette, base, look)
        return self.with_mark(strip, index)

    @property
    def number_of_lines(self) -> int:
        return len(self.rows)

    @property
    def first_in_view(self) -> int:
        return self._top

    def text_of(self, line: int) -> str:
        if not 0 <= line < len(self.rows):
            return ""
        return f" {plain(self._line(self.rows[line], False))}"

    def _line(self, row: Row[Content], has_cursor: bool) -> Line:
        """A row as it is drawn; one that cannot be says so, and the others stand."""
        try:
            return self._drawn.line(row, self.row_width, has_cursor)
        except Exception as fault:  # noqa: BLE001
            return fault_lines(fault, self, self.row_width, 1)[0]

    def text_select_all(self) -> None:
        """A double click chooses a row, and marks nothing."""

    def on_resize(self, event: events.Resize) -> None:
        self._scroll_into_view()

    def on_click(self, event: events.Click) -> None:
        if self.screen.selections:
            return  # the mouse was drawn over text to mark it
        place = self._top + event.get_content_offset_capture(self).y
        if place == self._cursor.at:
            self.action_select()
        elif self._cursor.can_stop(place):
            self._go_to(place)

    def action_step(self, by: int) -> None:
        """One row up or down."""
        self.move(by)

    def action_page(self, by: int) -> None:
        """As many rows as are in view, less one that stays to be recognised."""
        self._go_to(self._cursor.near(self._cursor.at + by * max(self._page - 1, 1)))

    def action_edge(self, side: int) -> None:
        """To the first or the last row."""
        self._go_to(self._cursor.near(0 if side < 0 else len(self.rows)))

    def action_select(self) -> None:
        """Says that the row under the cursor is chosen."""
        key = self.cursor_key
        if key is not None:
            self.post_message(self.Selected(self, key))

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._repaint_row(self._cursor.at)

    @property
    def _top(self) -> int:
        return int(self.scroll_offset.y)

    @property
    def _page(self) -> int:
        return int(self.room.height)

    def _go_to(self, place: int) -> None:
        if place < 0 or place == self._cursor.at:
            return
        before, self._cursor.at = self._cursor.at, place
        self._repaint_row(before)
        self._repaint_row(place)
        self._scroll_into_view()
        self.post_message(self.Highlighted(self, self.cursor_key))

    def _take_height(self, rows: int) -> None:
        """Scrolls over so many rows; the watched setter would lay the screen out for each."""
        self.set_reactive(LineList.virtual_size, Size(0, rows))
        if not self.is_attached:
            return
        if self.styles.auto_dimensions:
            self.refresh(layout=True)
        scroll_over(self, self.virtual_size)

    def _repaint_row(self, place: int) -> None:
        if self._top <= place < self._top + self._page:
            self.refresh_line(place)

    def _repaint_difference(self, before: Sequence[Row[Content]], was_at: int) -> None:
        """Repaints the rows in view that are not as they were."""
        for place in range(self._top, self._top + self._page):
            then = before[place] if place < len(before) else None
            now = self.rows[place] if place < len(self.rows) else None
            cursor_changed = (place == was_at) != (place == self._cursor.at)
            if then != now or cursor_changed:
                self.refresh_line(place)

    def _scroll_into_view(self) -> None:
        page, at = self._page, self._cursor.at
        if page <= 0:
            return
        kept = self._cursor.place_of(self._keep_visible)
        if kept < 0 and at == self._cursor.near(0):
            kept = 0  # the first row brings the heading above it into view
        top = scroll_for(self._top, page, len(self.rows), at, kept)
        if top != self._top:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
