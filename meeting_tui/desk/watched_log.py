"""A log on disk that notices when its file is taken away beneath it.

A file that is deleted, moved or replaced while it is open goes on taking what is written, and none
of it can be found again. So after each write the name must still lead to the file that was opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from meeting_tui.meeting.events import Entry
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.store import Draft, SessionLog, WriteRefused

_TAKEN = "it was moved, replaced or deleted while the session was open"


class WatchedLog:
    """The store contract over another log, whose file is looked at after each write."""

    def __init__(self, log: SessionLog, database: Path) -> None:
        self._log = log
        self._files = (database, database.with_name(f"{database.name}-wal"))
        self._opened = tuple(map(_identity, self._files))

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """As `SessionLog.append`; raises WriteRefused too where it is not the file opened."""
        self._log.append(entries, expected_seq, drops_draft=drops_draft)
        self._look()

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """As `append`."""
        self._log.keep_draft(slot, text, at)
        self._look()

    def drop_draft(self, slot: str) -> None:
        """As `append`."""
        self._log.drop_draft(slot)
        self._look()

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`."""
        return self._log.read(after)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`."""
        return self._log.rows(after)

    def head(self) -> Head:
        """Number and hash of the last entry."""
        return self._log.head()

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered."""
        return self._log.drafts()

    def close(self) -> None:
        """Let the log go."""
        self._log.close()

    def _look(self) -> None:
        found = tuple(map(_identity, self._files))
        if self._opened[1] is None:
            # The second file comes with the first write.
            self._opened = (self._opened[0], found[1])
        if found != self._opened:
            raise WriteRefused("other", self._files[0], _TAKEN)


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells one file from another of the same name; None where there is none."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise WriteRefused("other", file, fault.strerror or "") from fault
    return status.st_dev, status.st_ino
