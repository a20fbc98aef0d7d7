"""What stands in the place of a panel, or of a row of it, that cannot be drawn."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget

from meeting_tui.views.pieces import Line

Told = Callable[[Exception, Widget, int, int], list[Line]]


def fault_lines(fault: Exception, panel: Widget, width: int, height: int) -> list[Line]:
    """Have the app write the fault down; the lines that say so.

    Raises the fault where the app has no boundary for it.
    """
    told: Told | None = getattr(panel.app, "fault_lines", None)
    if told is None:
        raise fault
    return told(fault, panel, width, height)
