"""How what was entered stands with the disk: one value, and all that is said of it comes from it.

The foot of every screen, the question on leaving, the facts of the plain mode and the exit code all
read it, so that no two of them can say different things. It never counts fewer than are missing:
of a log that is gone or was written over nothing is known to be on disk.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from meeting_tui.record import record
from meeting_tui.words import Sentence

Standing = Literal["saved", "saving", "unsaved", "gone"]
"""`saving`: on its way, and not shown as done; `unsaved`: shown, and in memory alone; `gone`: the
log is not where it was, so that nothing of the session is."""

UNFOUND = ("gone", "damaged")
"""Troubles after which nothing that was written before is known to be found again."""


@record
class Keeping:
    """How things stand with the disk."""

    saved_at: datetime | None = None
    """When everything was last on disk, UTC."""
    trouble: str | None = None
    """None, or why the disk refuses: `full`, `read_only`, `locked`, `link`, `slow`, `gone`,
    `damaged`, `other`; `owed` where all is on disk, and what was purged still stands there too."""
    sentence: Sentence | str = ""
    waiting: int = 0
    """Entries and drafts that are not on disk."""

    @property
    def standing(self) -> Standing:
        """How it stands, in a word."""
        if self.trouble == "gone":
            return "gone"
        if self.trouble in (None, "owed"):
            return "saving" if self.waiting else "saved"
        return "unsaved"

    @property
    def is_saved(self) -> bool:
        """Whether whoever reads the session now finds all that was entered."""
        return self.standing == "saved"
