"""`limit fit HH:MM` on the screen: the suggestion stands in the input line, Enter sets it.

Where groups keep their proportion, several limits belong together; each is put into the line once
the one before was entered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from meeting_tui.desk.limit_fit import fit_limit
from meeting_tui.ui.act_keys import prefill
from meeting_tui.ui.screens.meeting_screen import MeetingScreen

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp


def suggest_limit(app: MeetingApp, clock: str) -> None:
    """Put the limit that ends the open item by `clock` into the line, its sum above it."""
    if not clock:
        prefill(app, "limit fit ")
        return
    glance = app.glance
    suggestion = fit_limit(glance.state, glance.now, clock, app.language)
    lines = suggestion.lines if suggestion.suffices else (f"limit fit {clock}",)
    if lines:
        prefill(app, lines[0])
    if isinstance(app.screen, MeetingScreen):
        app.screen.act_line.together = lines
        app.screen.forget_suggestions()
    app.tell(suggestion.sentence, "info" if suggestion.suffices else "refusal", seconds=60)
