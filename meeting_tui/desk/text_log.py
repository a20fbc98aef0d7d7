"""A session that is there as `session.toml` alone: shown, verified and exported as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from meeting_tui.meeting.events import Entry
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.store import Draft, WriteRefused
from meeting_tui.session_log.toml_log import LoadedLog
from meeting_tui.words import Sentence


class TextLog:
    """The store contract for reading; drafts are not kept in the text."""

    def __init__(self, loaded: LoadedLog) -> None:
        self._loaded = loaded

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Refused: the text is written whole, from a database."""
        raise self._refusal()

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order."""
        return (decode_bytes(row.content) for row in self.rows(after))

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order."""
        return (row for row in self._loaded.rows if row.seq > after)

    def head(self) -> Head:
        """Number and hash of the last entry, as the file records them."""
        return self._loaded.head

    def drafts(self) -> dict[str, Draft]:
        """None are kept."""
        return {}

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def drop_draft(self, slot: str) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def finish_purge(self) -> None:
        """Nothing is ever owed."""

    def close(self) -> None:
        """Nothing to let go."""

    def _refusal(self) -> WriteRefused:
        return WriteRefused(
            "read_only", self._loaded.name, Sentence("log_fault.from_text", file="session.toml")
        )
