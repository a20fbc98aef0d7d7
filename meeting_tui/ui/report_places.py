"""From what a report lacks to the screen that corrects it, with the line begun there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.views.missing import Place

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp


def go_to(app: MeetingApp, place: Place, told: str) -> None:
    """Show the place, and `told`, what is to be done there."""
    app.action_show(place.screen)
    # The screen comes into view, and is filled for the first time, in its own turn.
    app.call_after_refresh(partial(_arrive, app, place, told))


def _arrive(app: MeetingApp, place: Place, told: str) -> None:
    screen = app.screen
    if not isinstance(screen, MeetingScreen) or place.screen != screen.MODE:
        return
    if not screen.is_mounted:
        screen.call_after_refresh(partial(_arrive, app, place, told))
        return
    _stand_on(screen, place)
    if place.line and not app.glance.is_replay:
        screen.act_line.begin(place.line)
    screen.forget_suggestions()
    app.tell(told, "info")


def _stand_on(screen: MeetingScreen, place: Place) -> None:
    from meeting_tui.ui.screens.line_list_screen import LineListScreen, ListScreen
    from meeting_tui.ui.screens.notes_screen import NotesScreen

    if isinstance(screen, LineListScreen):
        screen.find("")  # what is shown must hold the row
    if isinstance(screen, ListScreen):
        screen.line_list.highlight(place.subject)
    elif isinstance(screen, NotesScreen):
        _note_on(screen, place.subject)


def _note_on(screen: object, intervention: str) -> None:
    from meeting_tui.ui.screens.notes_screen import NotesScreen

    assert isinstance(screen, NotesScreen)
    state = screen.glance.state
    ids = list(state.interventions)
    here = screen.noting.target(state)
    if intervention in ids:
        screen.action_step(ids.index(intervention) - (ids.index(here.id) if here else len(ids)))
