"""A panel of lines that may be longer than its space: it turns pages and says where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import Line


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
