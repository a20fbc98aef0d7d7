"""Saving elsewhere: a session goes on in another folder while the meeting runs.

The other log gets a writer of its own, which fills it first, so that a disk that hangs holds nobody
up; only when the whole session is there does the desk go over to it.

The old folder still holds a whole session, as it was then; who opened it the next morning would go
on from a stale one. So a note is left there, and it is refused with the place where it went on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from meeting_tui.desk.writer import OpenLog, Writer
from meeting_tui.errors import ConflictError, SessionError
from meeting_tui.meeting.entry import Entry
from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.purges import begins_with
from meeting_tui.session_log.store import Draft, SessionLog, WriteRefused
from meeting_tui.words import Sentence

NOTE = "moved-to.txt"
_PREFACE = "This session went on in this folder / 会议记录已改存于此文件夹:"


class SessionMoved(SessionError):
    """The session went on in another folder."""

    title = Sentence("fault.title_moved")

    def __init__(self, old: Path, new: Path) -> None:
        self.old = old
        self.new = new
        super().__init__(Sentence("meeting_fault.moved", old=str(old), new=str(new), note=NOTE))


def leave_note(old: Path, new: Path, at: datetime) -> bool:
    """Say in the old folder that the session went on in the new one, at that instant.

    False where the old folder takes nothing any more, which is often why the session left it.
    """
    new = new.resolve()
    try:
        if old.resolve() != new:
            text = f"{_PREFACE}\n{new}\n{at.isoformat(timespec='seconds')}\n"
            write_atomic(old / NOTE, text.encode("utf-8", "surrogateescape"))
        # It may have come back to a folder that it left before.
        (new / NOTE).unlink(missing_ok=True)
    except (WriteRefused, OSError):
        return False
    return True


def moved_to(folder: Path) -> Path | None:
    """Where the session of that folder went on; None where it did not."""
    try:
        lines = (
            read_outside(folder / NOTE, SETTINGS).decode("utf-8", "surrogateescape").splitlines()
        )
    except OSError:
        return None
    return Path(lines[1]) if len(lines) > 1 and lines[1].strip() else None


COPY_OF = "shared.json"
"""In the folder of a seat at a meeting on a server: who sits there, as the server said."""


def refuse_moved(folder: Path) -> None:
    """Raise SessionMoved where the session of that folder went on in another.

    And SessionError where it is the copy of one on a server, to which nothing is added here.
    """
    new = moved_to(folder)
    if new is not None:
        raise SessionMoved(folder, new)
    if (folder / COPY_OF).exists():
        place = str(folder / COPY_OF)
        raise SessionError(Sentence("shared_fault.is_copy", name=folder.name, file=place))


class SavingElsewhere:
    """A session on its way into another log."""

    def __init__(
        self, open_log: OpenLog, entries: Sequence[Entry], drafts: Mapping[str, Draft]
    ) -> None:
        """`entries` are all there are so far, also those that are not on disk."""
        self.seq = entries[-1].seq
        """The last entry the other log holds once its writer has loaded."""
        self._drafts = dict(drafts)
        whole = tuple(entries)
        self.writer = Writer(lambda: _filled(open_log(), whole, dict(self._drafts)))

    def catch_up(self, entries: Sequence[Entry], drafts: Mapping[str, Draft]) -> None:
        """Give the other log what came since."""
        since = [entry for entry in entries if entry.seq > self.seq]
        if since:
            self.writer.append(since)
        for slot in self._drafts.keys() - drafts.keys():
            self.writer.keep_draft(slot, "", self._drafts[slot].at)
        for slot, draft in drafts.items():
            if self._drafts.get(slot) != draft:
                self.writer.keep_draft(slot, draft.text, draft.at)
        # Even with nothing to catch up: the desk is to hear that all is on disk.
        self.writer.flush(0.0)

    def finish(self, entries: Sequence[Entry], drafts: Mapping[str, Draft]) -> bool:
        """Catch up and let the other log go; False when something is not in it."""
        self.catch_up(entries, drafts)
        return self.writer.close()


def _filled(log: SessionLog, entries: tuple[Entry, ...], drafts: Mapping[str, Draft]) -> SessionLog:
    """A log that holds the session, also where it was kept before.

    Raises ConflictError, letting the log go, where another meeting is kept.
    """
    try:
        held = tuple(log.read())
        if not begins_with(entries, held):
            raise ConflictError(Sentence("log_fault.another_meeting"))
        if len(held) < len(entries):
            log.append(entries[len(held) :], held[-1].seq if held else 0)
        for slot in log.drafts().keys() - drafts.keys():
            log.drop_draft(slot)
        for slot, draft in drafts.items():
            log.keep_draft(slot, draft.text, draft.at)
    except BaseException:
        log.close()
        raise
    return log
