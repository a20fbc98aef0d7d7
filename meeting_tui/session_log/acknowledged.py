"""What was acknowledged last, kept apart from the log: `log.head`.

A log that lost its end proves itself whole. This says that there was more, how much, and when. It
is written within a second after an act and costs no act a second wait for the disk, so it may lack
the newest acts; it never speaks of one that was not on disk.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from meeting_tui.outside import read_outside
from meeting_tui.session_log.chain import Head
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused

NAME = "log.head"
_MOST_BYTES = 400


class Acknowledged(Struct, frozen=True):
    """An event that was on disk."""

    seq: int
    hash: str
    at: datetime
    """UTC; when it was recorded."""

    @property
    def head(self) -> Head:
        """Its number and hash."""
        return Head(self.seq, self.hash)


def note_acknowledged(folder: Path, last: Acknowledged) -> bool:
    """Write it, without waiting for the disk; False when it cannot be written now."""
    told = f"{last.seq} {last.hash} {last.at.astimezone(UTC).isoformat()}"
    try:
        write_atomic(folder / NAME, f"{told} {_sum(told)}\n".encode("ascii"), is_synced=False)
    except WriteRefused:
        return False
    return True


def read_acknowledged(folder: Path) -> Acknowledged | None:
    """What was noted there; None where nothing was, or it cannot be read."""
    try:
        content = read_outside(folder / NAME, _MOST_BYTES)
        told, _, found = content.decode("ascii").strip().rpartition(" ")
        seq, hash_, at = told.split(" ")
        if found != _sum(told):
            return None
        return Acknowledged(int(seq), hash_, datetime.fromisoformat(at).astimezone(UTC))
    except (OSError, ValueError):
        return None


def _sum(told: str) -> str:
    """Eight digits that go with the line, so that a damaged one tells no tale."""
    return sha256(told.encode()).hexdigest()[:8]
