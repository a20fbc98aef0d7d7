"""A session that exists only as `session.toml`: it is shown, verified and exported as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.codec import decode_bytes
from meeting_tui.session_log.store import Draft, WriteRefused
from meeting_tui.session_log.toml_log import LoadedLog
from meeting_tui.words import Sentence


class TextLog:
    """The store contract for reading; the text holds no drafts."""

    def __init__(self, loaded: LoadedLog) -> None:
        self._loaded = loaded

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Refused: the text is only ever written whole, from a database."""
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
        """There are none."""
        return {}

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def drop_draft(self, slot: str) -> None:
        """Refused, as `append`."""
        raise self._refusal()

    def finish_purge(self) -> None:
        """It never owes anything."""

    def close(self) -> None:
        """It holds nothing that must be released."""

    def _refusal(self) -> WriteRefused:
        return WriteRefused(
            "read_only", self._loaded.name, Sentence("log_fault.from_text", file="session.toml")
        )
