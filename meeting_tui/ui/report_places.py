"""From what a report lacks to the screen that corrects it, with the line begun there."""

from __future__ import annotations

from functools import partial

from meeting_tui.ui.port import Frame
from meeting_tui.views.missing import Place


def go_to(frame: Frame, place: Place, told: str) -> None:
    """Show the place, and `told`, what is to be done there."""
    frame.action_show(place.screen)
    # The screen comes into view, and is filled for the first time, in its own turn.
    frame.call_after_refresh(partial(_arrive, frame, place, told))


def _arrive(frame: Frame, place: Place, told: str) -> None:
    shown = frame.shown
    if shown is None or place.screen != shown.MODE:
        return
    if not shown.is_mounted:
        shown.call_after_refresh(partial(_arrive, frame, place, told))
        return
    shown.stand_on(place.subject)
    if place.line and not frame.port.glance.is_replay:
        shown.act_line.begin(place.line)
    shown.forget_suggestions()
    frame.tell(told, "info")
