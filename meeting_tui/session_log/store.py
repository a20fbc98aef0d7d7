"""What every store of a session log promises, whatever it keeps the events in.

A store appends and reads, keeps drafts, and turns its driver's errors into ours; it decides
nothing about the meeting and tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol, runtime_checkable

from msgspec import Struct

from meeting_tui.errors import ConflictError, LogUnwritable
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.chain import GENESIS, Head, Row
from meeting_tui.session_log.purges import is_same, sealed
from meeting_tui.words import Sentence

Reason = Literal["full", "read_only", "locked", "link", "unreachable", "not_allowed", "other"]

_SAYINGS: dict[Reason, Sentence] = {
    "full": Sentence("log_fault.full"),
    "read_only": Sentence("log_fault.read_only"),
    "locked": Sentence("log_fault.locked"),
    "link": Sentence("log_fault.link"),
    "unreachable": Sentence("log_fault.unreachable"),
    "not_allowed": Sentence("log_fault.not_allowed"),
    "other": Sentence("log_fault.refused"),
}


class WriteRefused(LogUnwritable):
    """The disk refused to keep something; `reason` is a code the desk makes a sentence from."""

    def __init__(self, reason: Reason, path: Path | str, detail: Sentence | str = "") -> None:
        self.reason: Reason = reason
        self.path = Path(path)
        self.detail = detail
        self.why = _SAYINGS[reason]
        said = Sentence("fault.at", place=str(path), what=self.why)
        detailed = Sentence("log_fault.with_detail", said=said, detail=detail)
        super().__init__(detailed if detail else said)


class PurgeOwed(WriteRefused):
    """All was recorded, but what a purge removed may still stand in the files for a while."""


class Draft(Struct, frozen=True):
    """Text typed but not entered."""

    text: str
    at: datetime
    """UTC; when it was last kept."""


class SessionLog(Protocol):
    """Where the events of one session are kept, in order, for good.

    Several may append to the same log, each from a connection of its own: who appends says which
    entry is the last it knows, and one of two at the same number loses, reads on and tries again.
    """

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Make all of the entries durable, or none; the draft they settle goes with them.

        `expected_seq` is the number of the last entry the writer knows (0 for none); the entries go
        on from it. Entries stored already, by an append whose outcome was unknown, are passed over.
        A purge among them takes its text from what is stored, and from drafts, before this returns.
        Raises PurgeOwed, with all recorded, when that has to wait.
        Raises ConflictError when the log ends at another number or an id is taken, WriteRefused
        when it cannot be written, LogDamaged when it cannot be read, ValueError for wrong numbers.
        """

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries with a number above `after`, in order; raises LogDamaged, NewerSchema."""

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The same as stored, with their hashes; raises LogDamaged."""

    def head(self) -> Head:
        """Number and hash of the last entry as the log itself records them."""

    def has_news(self) -> bool:
        """Whether anybody else may have written since this was asked last.

        Cheap enough to be asked some thirty times a second; what is new, `read` tells. Raises
        WriteRefused, LogDamaged.
        """

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered, by slot."""

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Make the text of that slot durable; raises WriteRefused."""

    def drop_draft(self, slot: str) -> None:
        """Forget the text of that slot, if there is one; raises WriteRefused."""

    def finish_purge(self) -> None:
        """Remove from the files what a purge still owes, if one does; raises PurgeOwed."""

    def close(self) -> None:
        """Let the log go; closing twice does nothing."""


@runtime_checkable
class HoldsBack(Protocol):
    """A log that keeps on this disk what cannot be appended yet."""

    def hold(self, entries: Sequence[Entry], lines: Mapping[str, str]) -> None:
        """Have exactly these entries kept, and of acts as they were typed; raises WriteRefused."""

    def set_aside(self, entries: Sequence[Entry]) -> object:
        """Keep entries that will never be appended in a file of their own; raises WriteRefused."""


def storable(text: str) -> str:
    """A draft as it can be kept: half a surrogate pair, which no file can hold, becomes `?`."""
    return text.encode("utf-8", "replace").decode("utf-8")


def draft_as_stored(slot: object, text: object, at: object) -> tuple[str, Draft]:
    """A draft of a store; an instant that cannot be read is no reason to lose what was typed."""
    return _as_text(slot), Draft(_as_text(text), _as_instant(at))


def _as_text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _as_instant(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


EMPTY = Head(0, GENESIS)


def chained(entries: Sequence[Entry], after: Head) -> tuple[Row, ...]:
    """The entries as rows whose hashes go on from `after`; purges among them are carried out."""
    return sealed(entries, after, ()).rows


def not_yet_stored(entries: Sequence[Entry], stored: Sequence[Row], head: Head) -> Sequence[Entry]:
    """What is left to append when `stored` are the rows that stand at the numbers of the entries.

    A writer that does not know the outcome comes again, perhaps with more: what is there already is
    passed over. Raises ConflictError when other entries stand there, or none.
    """
    are_same = bool(stored) and all(
        row.id == entry.id and is_same(row, entry)
        for row, entry in zip(stored, entries, strict=False)
    )
    if not are_same:
        raise ConflictError(
            Sentence("log_fault.another_first", seq=head.seq, known=entries[0].seq - 1)
        )
    return entries[len(stored) :]
