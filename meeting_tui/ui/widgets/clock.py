"""The big clock: what is left of the speaker's time, in digits, as a bar and in a word.

It gets the time from a `ClockFace` and keeps none itself, so it is right at once after a pause, a
change of limit or a sleep of the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meeting_tui.ui.widgets.painted import Ticking
from meeting_tui.views.clock import ClockFace, clock_lines, until_text_changes
from meeting_tui.views.pieces import Line


class FloorClock(Ticking):
    """The clock of whoever speaks; as large as the place it is given.

    One row: everything in a line. Two: and a bar. Four: digits three rows high and a bar. Six, if
    wide enough: digits five rows high. Call `tick()` when the floor changed, to show it at once.
    """

    DEFAULT_CSS = """
    FloorClock {
        height: 4;
    }
    """

    LAST_SECONDS = 10.0
    """How often the clock looks: four times a second, so that the bar moves evenly."""

    def __init__(
        self,
        face: Callable[[], ClockFace | None],
        *,
        language: str = "en",
        id: str | None = None,
    ) -> None:
        """`face` is called at each look; None means that nobody speaks."""
        super().__init__(id=id)
        self._face = face
        self.language = language

    def lines(self, width: int, height: int) -> Sequence[Line]:
        return clock_lines(self._face(), width, height, self.language)

    def seconds_until_next(self) -> float:
        face = self._face()
        if face is None or face.paused:
            return self.LATEST
        change = until_text_changes(face.used_seconds, face.limit_seconds)
        left = face.remaining_seconds
        if left is not None and 0 < left <= self.LAST_SECONDS:
            change = min(change, 0.25)
        # A little late rather than a little early, which would cost a second look. In a rehearsal
        # the seconds fly; ten looks a second are enough to see that.
        return max(change / face.pace, 0.1 if face.pace > 1 else 0.0) + 0.002
