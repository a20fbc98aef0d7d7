"""Text on a screen that can be marked with the mouse, and copied.

Textual finds what is under the mouse by marks in every piece it paints. Lines here are painted too
often for that, so the position in a line is computed only when the mouse is pressed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.style import Style
from textual.errors import NoWidget
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from meeting_tui.text import cells
from meeting_tui.ui.theme import Palette, palette_for


class Marking(Widget):
    """A widget of painted lines; a part of them can be marked."""

    ALLOW_SELECT = True

    _colours: tuple[Palette, Style] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines as Textual shows them; their colours are looked up once for all of them."""
        self._colours = self.colours
        try:
            return super().render_lines(crop)
        finally:
            self._colours = None

    @property
    def colours(self) -> tuple[Palette, Style]:
        """What the roles look like, and what lies below everything."""
        return self._colours or (palette_for(self.app), self.rich_style)

    def text_of(self, line: int) -> str:
        """The text of a line, counted from the first; empty if there is no such line."""
        raise LookupError(f"{type(self).__name__} has no lines")

    @property
    def number_of_lines(self) -> int:
        """How many lines there are, in view or not."""
        raise LookupError(f"{type(self).__name__} has no lines")

    @property
    def first_in_view(self) -> int:
        """The line at the top."""
        return 0

    def offset_at(self, x: int, y: int) -> Offset:
        """The character and line at a cell of the widget's content."""
        line = self.first_in_view + y
        return Offset(_characters_in(self.text_of(line), x), line)

    def offset_within(self, region: Region, x: int, y: int) -> Offset:
        """The same at a cell of the screen; `region` is where the widget stands on it."""
        inside = region.shrink(self.gutter)
        return self.offset_at(max(x - inside.x, 0), max(y - inside.y, 0))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The marked text and the line end behind it."""
        last = self.number_of_lines - 1
        begin = selection.start or Offset(0, 0)
        end = selection.end or Offset(len(self.text_of(last)), last)
        lines = []
        for number in range(begin.y, min(end.y, last) + 1):
            text = self.text_of(number)
            until = end.x if number == end.y else len(text)
            lines.append(text[begin.x if number == begin.y else 0 : until].rstrip())
        marked = "\n".join(lines)
        return (marked, "\n") if marked.strip() else None

    def whole_text(self) -> str:
        """All lines, without the blanks at their ends."""
        lines = [self.text_of(number).rstrip() for number in range(self.number_of_lines)]
        return "\n".join(lines).strip("\n")

    def with_mark(self, strip: Strip, line: int) -> Strip:
        """A painted line that shows which part of it is marked."""
        selection = self.text_selection
        span = selection.get_span(line) if selection else None
        if span is None:
            return strip
        text = self.text_of(line)
        begin = cells(text[: span[0]])
        end = strip.cell_length if span[1] < 0 else cells(text[: span[1]])
        style = self.screen.get_component_rich_style("screen--selection")
        parts = (strip.crop(0, begin), strip.crop(begin, end), strip.crop(end))
        before, marked, after = parts
        return Strip.join([before, Strip([*marked], marked.cell_length).apply_style(style), after])


def marked_at(screen: Screen[Any], x: int, y: int) -> tuple[Widget | None, Offset | None] | None:
    """The painted lines under the mouse, and which character of them; None where others are."""
    try:
        widget, region = screen.get_widget_at(x, y)
    except NoWidget:
        return None, None
    return (widget, widget.offset_within(region, x, y)) if isinstance(widget, Marking) else None


def text_of_all(shown: Iterable[Marking]) -> str:
    """What all that is in view shows, as plain text."""
    texts = (each.whole_text() for each in shown if each.display and each.region)
    return "\n\n".join(filter(None, texts))


def _characters_in(text: str, width: int) -> int:
    """How many characters of a text stand in so many cells."""
    for number in range(len(text)):
        if cells(text[: number + 1]) > width:
            return number
    return len(text)
