"""A panel drawn from lines that repaints only the lines that changed, and never lays out.

A running clock that updates a `Static` re-lays the whole screen out and costs three times the
processor and ten times the bytes to the terminal; that is why nothing here does.

What is painted can be marked with the mouse, and copied. Textual finds what is under the mouse by
marks in every piece it paints; lines here are painted too often for that, so the position in a line
is computed only when the mouse is pressed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.errors import NoWidget
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Offset, Region, Size
from textual.screen import Screen
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from meeting_tui.text import cells
from meeting_tui.ui.textual_inside import FewLines, is_unseen
from meeting_tui.ui.theme import Palette, palette_for
from meeting_tui.views.pieces import EMPTY, Line, fit_line, plain

Told = Callable[[Exception, Widget, int, int], list[Line]]


def fault_lines(fault: Exception, panel: Widget, width: int, height: int) -> list[Line]:
    """Have the app write the fault down; the lines that say so.

    Raises the fault where the app has no boundary for it.
    """
    told: Told | None = getattr(panel.app, "fault_lines", None)
    if told is None:
        raise fault
    return told(fault, panel, width, height)


Draw = Callable[[int, int], Sequence[Line]]
"""(width, height) in cells -> the lines; fewer lines than rows leave the rest blank."""


class Marking(Widget):
    """A widget of painted lines; a part of them can be marked."""

    ALLOW_SELECT = True

    _colours: tuple[Palette, Style] | None = None
    _room: Size | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines as Textual shows them; colours and room are looked up once for all of them."""
        self._colours, self._room = self.colours, self.room
        try:
            return super().render_lines(crop)
        finally:
            self._colours = self._room = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter that gives colours in full: ours are, but for those of a screen without."""
        filters = super().get_line_filters()
        if self.colours[0].is_plain:
            return filters
        return [each for each in filters if not isinstance(each, ANSIToTruecolor)]

    @property
    def room(self) -> Size:
        """The cells that its lines have."""
        return self.scrollable_content_region.size if self._room is None else self._room

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


class Painted(Marking, can_focus=False):
    """Lines made by a callable; `redraw()` asks it again and repaints what differs."""

    DEFAULT_CSS = """
    Painted {
        width: 1fr;
        height: 1;
    }
    """

    def __init__(
        self,
        draw: Draw | None = None,
        *,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._shown: list[Line] = []
        self._shown_for = (-1, -1)

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What is to be shown now in `width` x `height` cells."""
        return self._draw(width, height) if self._draw else ()

    def redraw(self) -> bool:
        """Asks for the lines again, repaints those that changed and says whether any did."""
        if not self.is_attached:
            return False
        width, height = self.content_size
        if not (width and height):
            self._shown_for = (-1, -1)  # drawn when it has a place
            return False
        before, was_for = self._shown, self._shown_for
        self._take_lines(width, height)
        if was_for != self._shown_for:
            self.refresh()
            return True
        changed = [y for y in range(height) if _at(before, y) != _at(self._shown, y)]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))  # Textual adds the border
        return bool(changed)

    def render_line(self, y: int) -> Strip:
        """One line as Textual shows it."""
        width, height = self.room
        if self._shown_for != (width, height):
            self._take_lines(width, height)
        strip = paint(_at(self._shown, y), width, *self.colours)
        return self.with_mark(strip, self.first_in_view + y)

    @property
    def number_of_lines(self) -> int:
        return len(self._shown)

    def text_of(self, line: int) -> str:
        return plain(_at(self._shown, line))

    def _take_lines(self, width: int, height: int) -> None:
        try:
            self._shown = list(self.lines(width, height))
        except Exception as fault:  # noqa: BLE001 - said in the panel; the others are drawn
            self._shown = fault_lines(fault, self, width, height)
        self._shown_for = (width, height)


class Ticking(Painted):
    """A `Painted` that redraws by itself when its text is due to change, as a clock does.

    `until_next` says how many seconds from now that is; a tick that changes nothing paints nothing.
    """

    SOONEST, LATEST = 0.02, 1.0
    """Bounds in seconds for the wait between two looks."""

    def __init__(
        self,
        draw: Draw | None = None,
        *,
        until_next: Callable[[], float] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(draw, id=id, classes=classes)
        self._until_next = until_next or until_next_second
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        self.tick()

    def tick(self) -> None:
        """Redraws and sets the alarm for the next change; call it when what is shown jumped."""
        self.redraw()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self._wait(), self.tick)

    def _wait(self) -> float:
        """Seconds until the next look; one whose time cannot be worked out is not the last."""
        try:
            return min(max(self._until_next(), self.SOONEST), self.LATEST)
        except Exception as fault:  # noqa: BLE001 - the clock goes on
            fault_lines(fault, self, 1, 1)
            return self.LATEST


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


class PaintedScreen(Screen[None]):
    """A screen of painted lines: it is styled and painted once, and its text can be marked."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = FewLines()

    def _compositor_refresh(self) -> None:
        """Paint; where nobody would see it yet, once that is over."""
        if is_unseen(self.app):
            self.app.call_later(self.refresh)
        else:
            super()._compositor_refresh()

    @on(events.ScreenResume)
    def style_once(self, event: events.ScreenResume) -> None:
        """Not a second time when it is first shown: its parts were styled as they were made."""
        if not self.stack_updates:
            event.refresh_styles = False

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is under the mouse, and which character of it."""
        return marked_at(self, x, y) or super().get_widget_and_offset_at(x, y)

    def shown_text(self) -> str:
        """What the screen shows between its top line and its foot, as plain text."""
        return text_of_all(self.query(Marking).exclude("#top, #message, #keys"))


def until_next_second() -> float:
    """Seconds until the wall clock shows another second."""
    return 1.0 - time.time() % 1.0


def _at(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if 0 <= y < len(lines) else EMPTY


def paint(of: Line, width: int, palette: Palette, base: Style, over_all: str = "") -> Strip:
    """The line as Textual shows it: `base` below everything, the roles over it.

    `over_all` is a role laid over the whole line, as the cursor is.
    """
    ground = base + palette.style(over_all) if over_all else base
    segments = [
        Segment(piece.text, ground + palette.style(piece.role) if piece.role else ground)
        for piece in fit_line(of, width)
    ]
    return Strip(segments, width)


class Fitted(Painted):
    """A `Painted` whose height follows its lines; the screen is laid out only when it changes."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """All lines for that width; the height is put right behind the drawing."""
        drawn = super().lines(width, height)
        if len(drawn) != height and width > 0:
            self.call_later(self._fit, len(drawn))
        return drawn

    def _fit(self, lines: int) -> None:
        if lines > 0:
            self.styles.clear_rule("display")  # the style of the screen says whether it is shown
            self.styles.height = lines + self.gutter.height
        else:
            self.display = False
