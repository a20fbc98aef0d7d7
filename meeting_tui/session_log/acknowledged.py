"""What was acknowledged last, kept apart from the log: `log.head`.

A log that lost its end proves itself whole. This says that there was more, how much, and when. It
is written within a second after an act and costs no act a second wait for the disk, so it may lack
the newest acts; it never speaks of one that was not on disk.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from msgspec import Struct

from meeting_tui.outside import read_outside
from meeting_tui.session_log.chain import Head
from meeting_tui.session_log.files import free_name, write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence

NAME = "log.head"
_MOST_BYTES = 400
_KEPT_BYTES = 1 << 20
"""What is put aside is kept up to this size."""
_SAID = {
    "missing": ("log_fault.head_missing", "log_fault.head_missing_anew"),
    "damaged": ("log_fault.head_damaged", "log_fault.head_damaged_anew"),
    "foreign": ("log_fault.head_foreign", "log_fault.head_foreign_anew"),
}
"""Of each trouble: as it is, and once it was written anew."""


class Acknowledged(Struct, frozen=True):
    """An event that was on disk."""

    seq: int
    hash: str
    at: datetime
    """UTC; when it was recorded."""
    session: str | None = None
    """Which session it is of: the hash of its first event. An older version did not say."""

    @property
    def head(self) -> Head:
        """Its number and hash."""
        return Head(self.seq, self.hash)

    def is_of(self, session: str | None) -> bool:
        """Whether it can be of the session whose first event has that hash, as far as is known."""
        return None in (session, self.session) or session == self.session


class HeadTrouble(Struct, frozen=True):
    """Why the head that a log keeps tells nothing of it."""

    kind: Literal["missing", "damaged", "foreign"]
    is_anew: bool = False
    """Whether it was written anew."""
    kept: Path | None = None
    """Where the file is now that was in its place, if one was."""

    @property
    def sentence(self) -> Sentence:
        """That it is so, what follows from it, and what was done."""
        as_it_is, anew = _SAID[self.kind]
        if not self.is_anew:
            return Sentence(as_it_is, file=NAME)
        return Sentence(anew, file=NAME, kept=self.kept.name if self.kept else NAME)


def note_acknowledged(folder: Path, last: Acknowledged, *, is_synced: bool = False) -> bool:
    """Write it, without waiting for the disk unless told to; False when it cannot be now."""
    words = [str(last.seq), last.hash, last.at.astimezone(UTC).isoformat()]
    told = " ".join([*words, last.session] if last.session else words)
    try:
        content = f"{told} {_sum(told)}\n".encode("ascii")
        write_atomic(folder / NAME, content, is_synced=is_synced)
    except WriteRefused:
        return False
    return True


def read_acknowledged(folder: Path, session: str | None = None) -> Acknowledged | None:
    """What was noted there; None where nothing was, it cannot be read, or is of another session.

    `session` is the hash of the first event; None where that is not known.
    """
    found = _read(folder)
    return found if isinstance(found, Acknowledged) and found.is_of(session) else None


def head_trouble(folder: Path, session: str | None, *, keeps_head: bool) -> HeadTrouble | None:
    """What is wrong with the noted head of a log; one missing or damaged only if it `keeps_head`.

    Before a log has noted its first, there is none.
    """
    found = _read(folder)
    if isinstance(found, Acknowledged):
        return None if found.is_of(session) else HeadTrouble("foreign")
    return HeadTrouble(found) if keeps_head else None


def put_aside(folder: Path, *, is_copied: bool = True) -> Path | None:
    """Keep what stands there, and where; None where nothing does. Raises WriteRefused.

    A copy, as long as it is not written anew: so there is one at each moment.
    """
    path = folder / NAME
    try:
        content = read_outside(path, _KEPT_BYTES)
    except OSError:
        return None
    kept = free_name(path, "set-aside")
    write_atomic(kept, content)
    if not is_copied:
        path.unlink(missing_ok=True)
    return kept


def _read(folder: Path) -> Acknowledged | Literal["missing", "damaged"]:
    try:
        content = read_outside(folder / NAME, _MOST_BYTES)
    except FileNotFoundError:
        return "missing"
    except OSError:
        return "damaged"
    with suppress(ValueError):
        told, _, found = content.decode("ascii").strip().rpartition(" ")
        seq, hash_, at, *session = told.split(" ")
        if found == _sum(told) and len(session) <= 1:
            moment = datetime.fromisoformat(at).astimezone(UTC)
            return Acknowledged(int(seq), hash_, moment, *session)
    return "damaged"


def _sum(told: str) -> str:
    """Eight digits that go with the line, so that a damaged one tells no tale."""
    return sha256(told.encode()).hexdigest()[:8]
