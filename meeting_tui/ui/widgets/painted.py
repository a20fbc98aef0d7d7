"""A panel drawn from lines that repaints only the lines that changed, and never lays out.

A running clock that updates a `Static` re-lays the whole screen out and costs three times the
processor and ten times the bytes to the terminal; that is why nothing here does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from meeting_tui.ui.textual_inside import is_unseen
from meeting_tui.ui.theme import Palette
from meeting_tui.ui.widgets.marking import Marking, marked_at, text_of_all
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
        width, height = self.content_size
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

    def seconds_until_next(self) -> float:
        """Seconds until the text is due to change."""
        return self._until_next()

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
            return min(max(self.seconds_until_next(), self.SOONEST), self.LATEST)
        except Exception as fault:  # noqa: BLE001 - the clock goes on
            fault_lines(fault, self, 1, 1)
            return self.LATEST


class PaintedScreen(Screen[None]):
    """A screen of painted lines: it is styled and painted once, and its text can be marked."""

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
