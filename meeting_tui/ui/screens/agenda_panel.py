"""The agenda in the place of a table that is empty."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.floor import agenda_lines, is_beginning
from meeting_tui.views.look import Look


class AgendaPanel(Painted):
    """All items with their times; out of sight once there is something else to show."""

    DEFAULT_CSS = "AgendaPanel { display: none; height: 1fr; }"

    def __init__(self, glance: Callable[[], Look], instead_of: Widget) -> None:
        super().__init__(lambda width, height: agenda_lines(glance(), width, height))
        self._glance, self._instead_of = glance, instead_of

    def show_or_hide(self, is_empty: bool | None = None) -> None:
        """Take the place of the other widget, or give it back; by itself until somebody spoke."""
        shown = is_beginning(self._glance()) if is_empty is None else is_empty
        if self.display != shown:
            self.display, self._instead_of.display = shown, not shown
        self.redraw()
