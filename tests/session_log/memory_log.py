"""A session log that lasts as long as a test, with the same rows and hashes as those on disk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from meeting_tui.errors import ConflictError
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.chain import Head, Row, check_numbers
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.purges import sealed
from meeting_tui.session_log.store import (
    EMPTY,
    Draft,
    not_yet_stored,
    storable,
)


class MemoryLog:
    """The store contract over two lists; see `SessionLog`."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._ids: set[str] = set()
        self._drafts: dict[str, Draft] = {}

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Keep all of the entries or none; see `SessionLog.append`."""
        check_numbers(entries, expected_seq)
        if not entries:
            return
        head = self.head()
        if head.seq != expected_seq:
            stored = self._rows[expected_seq : expected_seq + len(entries)]
            entries = not_yet_stored(entries, stored, head)
        appended = sealed(entries, head, self._rows)
        ids = {row.id for row in appended.rows}
        if len(ids) < len(appended.rows) or ids & self._ids:
            raise ConflictError("an entry with this id is already in the log")
        for row in appended.redacted:
            self._rows[row.seq - 1] = row
        drafts = ((slot, draft.text) for slot, draft in self._drafts.items())
        for slot in appended.gone.among(drafts):
            del self._drafts[slot]
        self._rows += appended.rows
        self._ids |= ids
        if drops_draft is not None:
            self._drafts.pop(drops_draft, None)

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order."""
        return (decode_bytes(row.content) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order."""
        return iter(self._rows[max(after, 0) :])

    def head(self) -> Head:
        """Number and hash of the last entry."""
        return Head(self._rows[-1].seq, self._rows[-1].hash) if self._rows else EMPTY

    def has_news(self) -> bool:
        """Nobody else writes it."""
        return False

    def drafts(self) -> dict[str, Draft]:
        """The texts that are not entered yet, by slot."""
        return dict(self._drafts)

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Keep the text of that slot."""
        self._drafts[slot] = Draft(storable(text), at.astimezone(UTC))

    def drop_draft(self, slot: str) -> None:
        """Forget the text of that slot, if there is one."""
        self._drafts.pop(slot, None)

    def finish_purge(self) -> None:
        """It never owes anything."""

    def close(self) -> None:
        """It holds nothing that must be released."""
