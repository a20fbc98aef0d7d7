"""Files written behind the meeting's back: `session.toml` and the report draft, at each item close.

They are written in a thread of their own, from the log on disk, so that the floor never waits for
them; at the end they are written once more.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from meeting_tui.desk.clock import SessionClock
from meeting_tui.desk.desk import Desk
from meeting_tui.desk.elsewhere import leave_note
from meeting_tui.desk.received_texts import path_typed
from meeting_tui.desk.seats import last_to_leave
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.sittings import MeetingAdjourned, SittingSuspended
from meeting_tui.words import Sentence, in_language, say

_OCCASIONS = (ItemClosed, SittingSuspended, MeetingAdjourned, PointPurged)
"""A purge too: what was being written just then may still hold the text."""


class FilesBehind:
    """Rewrites the session's files when something ended."""

    def __init__(
        self,
        folder: SessionFolder,
        desk: Desk,
        language: str,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        """`told` hears, in whatever thread, what was left as somebody had changed it by hand."""
        self.folder = folder
        self._told = told
        self.left: tuple[str, ...] = ()
        """What is said of files that somebody had changed by hand, so that they were left."""
        self.trouble = ""
        """Why the files could not be written last time; empty when they were."""
        self._desk = desk
        self._language = language
        self._thread: threading.Thread | None = None
        self._again = threading.Event()

    def after(self, entries: Sequence[Entry]) -> None:
        """Write the files if one of these entries ended something."""
        if any(isinstance(entry.event, _OCCASIONS) for entry in entries):
            self._again.set()
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="files", daemon=True)
                self._thread.start()

    def go_on_in(self, folder: str, told: Callable[[str | None], None]) -> None:
        """Keep the session in another folder once that holds the whole of it.

        `told` hears None when that is done, or why it was not; then all stays where it is.
        """
        if self._desk.intake.company.people:
            told(say("seats.save_alone", self._language))
            return
        if self._desk.intake.company.is_bound:
            told(say("shared.save_here", self._language))
            return
        target = SessionFolder(path_typed(folder) / self.folder.name)
        seat = self._desk.intake.seat

        def moved(reason: Sentence | str | None) -> None:
            if reason is None:
                # Where the old folder takes no note, the screen has told that it takes nothing.
                leave_note(self.folder.path, target.path, self._desk.clock.now())
                if self._desk.intake.texts is not None:
                    self._desk.intake.texts.go_on_in(target.path)
                if isinstance(self._desk.clock, SessionClock):
                    self._desk.clock.keep_in(target.path)
                self._desk.intake.company.go_on_in(target.path)
                self.folder = target
            told(None if reason is None else in_language(reason, self._language))

        self._desk.go_on_in(lambda: target.write(seat.desk), moved)

    def finish(self) -> bool:
        """Write what is not written and let the log go; False when something could not be."""
        if self._thread is not None:
            self._thread.join(10)
        written = self._desk.leave()
        with last_to_leave(self.folder.path) as is_last:
            if is_last:
                self._write()
        return written and not self.trouble

    def _run(self) -> None:
        while self._again.is_set():
            self._again.clear()
            self._write()

    def _write(self) -> None:
        # The formats are loaded when the first item closes, not before the first screen.
        from meeting_tui.desk.exporting import write_drafts

        try:
            left = write_drafts(self.folder, self._language)
        except MeetingTuiError as fault:
            self.trouble = fault.sentence(self._language)
        except Exception:
            self.trouble = say("screen.fault_reason", self._language)
            raise
        else:
            self.trouble = ""
            if left != self.left:  # once, not at each item
                self.left = left
                for sentence in left:
                    self._told(sentence)
