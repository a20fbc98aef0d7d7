"""The note that a session leaves in its old folder when it goes on in another one.

The old folder still holds a whole session, as it was then; who opened it the next morning would go
on from a stale one. So it is refused with the place where the session went on.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from meeting_tui.errors import SessionError
from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused
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


def refuse_moved(folder: Path) -> None:
    """Raise SessionMoved where the session of that folder went on in another."""
    new = moved_to(folder)
    if new is not None:
        raise SessionMoved(folder, new)
