"""`limit fit HH:MM` on the screen: the suggestion is put into the input line, Enter sets it.

If groups keep their proportion, the line holds several limits: one Enter sets them all and one undo
takes them all back.
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
    line = suggestion.line if suggestion.suffices else f"limit fit {clock}"
    if line:
        prefill(app, line)
    if isinstance(app.screen, MeetingScreen):
        app.screen.forget_suggestions()
    app.tell(suggestion.sentence, "info" if suggestion.suffices else "refusal", seconds=60)
