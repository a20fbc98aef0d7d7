"""The Slip (F7): what the Chair sees, in few words and large, to be read from two metres."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.painted import Ticking, until_next_second
from meeting_tui.views.clock import until_text_changes
from meeting_tui.views.floor import face
from meeting_tui.views.slip_screen import screen_lines


class SlipScreen(MeetingScreen):
    """Turned to the Chair, or shown on a second terminal."""

    MODE = "slip"
    SHOWN_ACTS = ("next", "yield", "pause", "undo")

    DEFAULT_CSS = """
    SlipScreen #slip { height: 1fr; }
    SlipScreen.-tall #slip { margin-top: 1; }
    """

    def compose_body(self) -> Iterable[Widget]:
        yield Ticking(
            lambda width, height: screen_lines(self.look, width, height),
            until_next=self._until_next,
            id="slip",
        )

    def show_state(self) -> None:
        self.query_one("#slip", Ticking).tick()

    def _until_next(self) -> float:
        """Seconds until the speaker's digits change; nothing else here changes sooner."""
        shown = face(self.look, self.port.pace)
        if shown is None or shown.paused:
            return until_next_second()
        change = until_text_changes(shown.used_seconds, shown.limit_seconds)
        return max(change / shown.pace, 0.2) + 0.002
