"""The agenda in the place of a table that is still empty, as long as nobody has spoken."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from meeting_tui.ui.presentation.beginning import agenda_lines, is_beginning
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.painted import Painted


class AgendaPanel(Painted):
    """All items with their times; out of sight once there is something else to show."""

    DEFAULT_CSS = "AgendaPanel { display: none; height: 1fr; }"

    def __init__(self, glance: Callable[[], Glance], instead_of: Widget) -> None:
        super().__init__(lambda width, height: agenda_lines(glance(), width, height))
        self._glance, self._instead_of = glance, instead_of

    def show_or_hide(self, *, is_empty: bool = True) -> None:
        """Take the place of the other widget, or give it back."""
        begins = is_empty and is_beginning(self._glance())
        if self.display != begins:
            self.display, self._instead_of.display = begins, not begins
        self.redraw()
