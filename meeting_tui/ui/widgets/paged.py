"""Text that is longer than its panel: turned by the page, or read line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import Line, plain


class Paged(Painted):
    """Lines made for a width, as many of them as fit from the line turned to."""

    def __init__(
        self,
        draw: Callable[[int], Sequence[Line]],
        told: Callable[[int, int, int], str],
        *,
        id: str | None = None,
    ) -> None:
        """`told(first, last, count)` says, in the border, which lines of how many are in view."""
        super().__init__(id=id)
        self._draw_all = draw
        self._told = told
        self._first = 0

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """The page in view; the place stays within the text, however the text changed."""
        every = self._draw_all(width)
        self._first = max(0, min(self._first, len(every) - height))
        page = every[self._first : self._first + height]
        more = len(every) > height > 0
        told = self._told(self._first + 1, self._first + len(page), len(every)) if more else ""
        self.call_later(self._tell, told)
        return page

    def turn(self, step: int) -> None:
        """One page on, or (`step` -1) back; one line stays in view for orientation."""
        self._first = max(0, self._first + step * max(self.content_size.height - 1, 1))
        self.redraw()

    def show_again(self, *, from_top: bool) -> None:
        """Draws again; `from_top` for another text."""
        if from_top:
            self._first = 0
        self.redraw()

    def _tell(self, told: str) -> None:
        if self.border_subtitle != Content(told).markup:
            self.border_subtitle = Content(told)


WHEEL_LINES = 3


class Reading(Painted):
    """Shows lines that others make; it knows only the first one in view."""

    DEFAULT_CSS = """
    Reading { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text: Sequence[Line] = ()
        self.first = 0
        """The first line in view, counted from 0."""

    class Moved(Message):
        """Another line is the first in view."""

        def __init__(self, first: int) -> None:
            super().__init__()
            self.first = first

    def lines(self, width: int, height: int) -> Sequence[Line]:
        self.first = self._within(self.first, height)
        return self._text[self.first : self.first + height]

    @property
    def number_of_lines(self) -> int:
        return len(self._text)

    @property
    def first_in_view(self) -> int:
        return self.first

    def text_of(self, line: int) -> str:
        return plain(self._text[line]) if 0 <= line < len(self._text) else ""

    def show(self, text: Sequence[Line], first: int) -> None:
        """Shows another text, from that line on."""
        self._text = text
        self.first = first
        self.redraw()

    def go(self, first: int) -> None:
        """Goes to a line; near the end as far as there is text."""
        before, self.first = self.first, self._within(first, self.content_size.height)
        if before != self.first:
            self.redraw()
            self.post_message(self.Moved(self.first))

    def turn(self, step: int) -> None:
        """One page on, or (`step` -1) back; two lines stay in view for orientation."""
        self.go(self.first + step * max(self.content_size.height - 2, 1))

    @property
    def last(self) -> int:
        """The line after the last one in view."""
        return min(self.first + max(self.content_size.height, 1), len(self._text))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.go(self.first + WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.go(self.first - WHEEL_LINES)

    def _within(self, first: int, height: int) -> int:
        return max(0, min(first, len(self._text) - height))
