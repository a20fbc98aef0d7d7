"""The draft on the Report screen, made in a separate thread while the floor goes on.

One draft is made at a time, from a copy of the log. What happens meanwhile is in the next draft,
which starts a moment after the last one is finished, so a burst of acts costs no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.timer import Timer
from textual.worker import Worker, WorkerState

from meeting_tui.meeting.entry import Entry
from meeting_tui.report.on_screen import Choice, Shown

if TYPE_CHECKING:
    from meeting_tui.ui.drafting import Drafting
    from meeting_tui.ui.screens.meeting_screen import MeetingScreen

AT_FIRST_SECONDS = 0.02
BETWEEN_SECONDS = 0.4
"""The pause after a draft, or after something happened."""
GROUP = "draft"


class DraftMaking:
    """Makes drafts for a screen as long as it is in view."""

    def __init__(
        self,
        screen: MeetingScreen,
        done: Callable[[Shown], None],
        failed: Callable[[str], None],
    ) -> None:
        """`done` and `failed` (with the reason) are called in the screen's own thread."""
        self._screen = screen
        self._done = done
        self._failed = failed
        self._drafting: Drafting | None = None
        self._wanted: tuple[Choice, int] | None = None
        self._timer: Timer | None = None
        self._is_busy = False

    def want(self, choice: Choice, width: int, *, at_once: bool = False) -> None:
        """Make a draft of this moment, so many cells wide, in a moment or `at_once`."""
        self._wanted = (choice, width)
        if self._is_busy or (self._timer is not None and not at_once):
            return
        if self._timer is not None:
            self._timer.stop()
        wait = AT_FIRST_SECONDS if at_once else BETWEEN_SECONDS
        self._timer = self._screen.set_timer(wait, self._start)

    def heard(self, worker: Worker[Any]) -> None:
        """Called for what happens to the screen's workers."""
        if worker.group != GROUP or worker.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        self._is_busy = False
        if worker.state is WorkerState.ERROR:
            self._failed(str(worker.error) or type(worker.error).__name__)
        elif worker.result is not None:
            self._done(worker.result)
        if self._wanted is not None:
            self.want(*self._wanted)

    def _start(self) -> None:
        self._timer = None
        if self._wanted is None or not self._screen.is_current:
            return
        # What makes drafts is loaded when the first is wanted, not before the first screen.
        from meeting_tui.ui.drafting import Drafting

        frame = self._screen.frame
        (choice, width), self._wanted = self._wanted, None
        if self._drafting is None:
            self._drafting = Drafting(frame.port.desk.table.directory, frame.language)
        entries: Sequence[Entry] = tuple(frame.port.desk.table.meeting.entries)
        make = partial(self._drafting.make, entries, frame.port.files.folder, choice, width)
        self._is_busy = True
        self._screen.run_worker(make, thread=True, exit_on_error=False, group=GROUP)
