"""A panel exactly as high as its text, so that nothing is ever cut off at the bottom."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import Line


class Fitted(Painted):
    """A `Painted` whose height follows its lines; the screen is laid out only when it changes."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """All lines for that width; the height is put right behind the drawing."""
        drawn = super().lines(width, height)
        if len(drawn) != height and width > 0:
            self.call_later(self._fit, len(drawn))
        return drawn

    def _fit(self, lines: int) -> None:
        self.display = lines > 0
        if lines > 0:
            self.styles.height = lines + self.gutter.height
