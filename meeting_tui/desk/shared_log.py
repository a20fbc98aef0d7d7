"""The log of a seat on a server: the server's, a copy of it in a folder, and what waits to be sent.

Whatever is appended is on the server before it is in the copy, so the copy is always a beginning of
what the server has. While the server does not answer, what is entered waits in a file beside the
copy, on this disk; it is sent once the server answers again, or by the next start. What others
entered meanwhile comes first, and the desk decides again on what waited.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TypeVar

from msgspec.structs import replace

from meeting_tui.desk.server_link import MOMENT_SECONDS, Link
from meeting_tui.errors import ConflictError, LogDamaged
from meeting_tui.meeting.acts import OF_NOTES
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.session_log.files import free_name, write_atomic
from meeting_tui.session_log.postgres import PostgresLog
from meeting_tui.session_log.postgres_server import Unreachable
from meeting_tui.session_log.store import Draft, SessionLog

Answer = TypeVar("Answer")
OUTBOX = "outbox.jsonl"
_NAMED = {"point", "intervention", "inscription", "decision", "document"}
"""Fields of events that hold the id of something an event brought into being."""
PULSE_SECONDS = 5.0
"""So often a server that says nothing is asked whether there is news: it may be gone, unheard."""
BEGIN_SECONDS = 10.0
"""So long a seat that sits down waits for the server."""
PURGE_SECONDS = 10.0
"""The same where it purges, which takes the server longer than an append."""


class Outbox:
    """Entries on this disk that the server has not; one JSON a line."""

    def __init__(self, folder: Path) -> None:
        """Raises LogDamaged where what an earlier run left cannot be read."""
        self.path = folder / OUTBOX
        self.left = self._read()
        """What an earlier run left, until it is `sent`."""
        self._held: tuple[Entry, ...] = ()
        self._changing = threading.RLock()
        """What was left is sent in another thread than that of whoever holds more."""

    def _read(self) -> tuple[Entry, ...]:
        try:
            lines = read_outside(self.path, LOG).splitlines()
        except FileNotFoundError:
            return ()
        return tuple(decode_bytes(line) for line in lines)

    def hold(self, entries: Sequence[Entry]) -> None:
        """Have these entries on disk behind what was left; raises WriteRefused."""
        with self._changing:
            if tuple(entries) != self._held:
                self._write((*self.left, *entries))
                self._held = tuple(entries)

    def sent(self, aside: Sequence[Entry] = ()) -> Path | None:
        """Nothing is left any more; the file of those that could not be sent."""
        with self._changing:
            kept = self.set_aside(aside) if aside else None
            self.left = ()
            self._write(self._held)
        return kept

    def set_aside(self, entries: Sequence[Entry]) -> Path:
        """Keep entries that are not sent any more in a file of their own; the file."""
        kept = free_name(self.path, "not-sent")
        write_atomic(kept, _lines(entries))
        return kept

    def _write(self, entries: Sequence[Entry]) -> None:
        if entries:
            write_atomic(self.path, _lines(entries))
        else:
            self.path.unlink(missing_ok=True)


def _lines(entries: Sequence[Entry]) -> bytes:
    return b"".join(canonical(encode(each)) + b"\n" for each in entries)


class SharedLog:
    """The store contract over a log on a server and its copy in a folder; see `SessionLog`."""

    def __init__(
        self,
        theirs: PostgresLog,
        copy: SessionLog,
        outbox: Outbox,
        moment_seconds: float = MOMENT_SECONDS,
    ) -> None:
        """`moment_seconds`: so long the server may take before it is gone on without it."""
        self._moment = moment_seconds
        self._theirs = theirs
        self._copy = copy
        self._outbox = outbox
        self._has_begun = False
        self.link = Link(theirs.server.place, self._reach)

    def begin(self) -> None:
        """Have in the copy all that the server has; raises Unreachable."""
        self.link.ask("begin", self._begun, BEGIN_SECONDS)
        self.catch_up()

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """On the server, then in the copy; raises Unreachable, at once where it is known."""
        self._ask(
            ("append", expected_seq, tuple(each.id for each in entries)),
            lambda: self._theirs.append(entries, expected_seq),
            PURGE_SECONDS if any(isinstance(e.event, PointPurged) for e in entries) else None,
        )
        self.catch_up()
        if drops_draft is not None:
            self._copy.drop_draft(drops_draft)

    def hold(self, entries: Sequence[Entry]) -> None:
        """Have on this disk what waits to be sent, and nothing else; raises WriteRefused."""
        self._outbox.hold(entries)

    def set_aside(self, entries: Sequence[Entry]) -> Path:
        """Keep what makes no sense any more in a file of its own; the file."""
        return self._outbox.set_aside(entries)

    def catch_up(self) -> None:
        """Have in the copy all that the server has."""
        known = self._copy.head().seq
        newer = self._ask(("read", known), lambda: tuple(self._theirs.read(known)))
        if newer:
            self._copy.append(newer, known)

    def has_news(self) -> bool:
        """As `SessionLog.has_news`; raises Unreachable, at once while the server does not answer.

        What it says by itself is heard without asking; now and then it is asked all the same, as a
        connection that is frozen says nothing.
        """
        if not self.link.is_up:
            raise Unreachable(self._theirs.server.place)
        if self.link.has_missed:
            self.link.has_missed = False
            return True
        try:
            is_quiet = self._has_begun and not self._theirs.wait(0.0)
        except Unreachable:
            self.link.broke()
            raise
        if is_quiet and monotonic() < self._theirs.answered_at + PULSE_SECONDS:
            return False
        return self._ask("news", self._theirs.is_longer)

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, also those that the copy lacked."""
        if self.link.is_up:
            self.catch_up()
        return self._copy.read(after)

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after` of the copy."""
        return self._copy.rows(after)

    def head(self) -> Head:
        """Number and hash of the last entry of the copy."""
        return self._copy.head()

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered at this seat, which never leave this computer."""
        return self._copy.drafts()

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """As `SessionLog.keep_draft`, on this computer alone."""
        self._copy.keep_draft(slot, text, at)

    def drop_draft(self, slot: str) -> None:
        """As `SessionLog.drop_draft`."""
        self._copy.drop_draft(slot)

    def finish_purge(self) -> None:
        """On the server and in the copy."""
        self._ask("purge", self._theirs.finish_purge, PURGE_SECONDS)
        self._copy.finish_purge()

    def close(self) -> None:
        """Let both go; nobody waits for a server that does not answer."""
        self.link.close(self._theirs.close)
        self._copy.close()

    def _ask(
        self, what: object, ask: Callable[[], Answer], patience: float | None = None
    ) -> Answer:
        """Ask the server; raises Unreachable, at once while it does not answer."""

        def asked() -> Answer:
            self._begun()
            return ask()

        return self.link.ask(what, asked, patience or self._moment)

    def _begun(self) -> None:
        """Find the meeting and send what an earlier run left, unless that is done."""
        if self._has_begun:
            return
        self._reach()
        if self._outbox.left:
            send_left(self._theirs, self._outbox, replay(self._theirs.read()))
        self._has_begun = True

    def _reach(self) -> None:
        """Connect anew, and listen."""
        self._theirs.begin(is_new=False)
        self._theirs.wait(0.0)


def send_left(theirs: PostgresLog, outbox: Outbox, meeting: Meeting) -> tuple[int, Path | None]:
    """Send what a seat left unsent; how many entries, and where those are that could not be sent.

    `meeting` is as the server has it. What nobody overtook is sent as it is. Where others were
    first, each act is numbered anew, notes under new ids, and sent if it still follows; an act of
    the floor is never done again without somebody, and is set aside with what depends on it.
    """
    waiting = outbox.left
    if not waiting:
        return 0, None
    aside: tuple[Entry, ...] = ()
    try:
        theirs.append(waiting, waiting[0].seq - 1)
    except (ConflictError, ValueError):
        aside = _Anew(theirs, meeting).send(waiting)
    return len(waiting) - len(aside), outbox.sent(aside)


class _Anew:
    """Numbers acts anew behind what the server has."""

    def __init__(self, theirs: PostgresLog, meeting: Meeting) -> None:
        self._theirs = theirs
        self._meeting = meeting
        self._renamed: dict[tuple[str, object], str] = {}
        """Sort and id of what an act brought into being -> its id now."""
        self._lost: set[tuple[str, object]] = set()
        """Sort and id of what was brought into being by acts that are left."""

    def send(self, waiting: Sequence[Entry]) -> tuple[Entry, ...]:
        """Send each act that still follows; what is left."""
        left: list[Entry] = []
        known = {entry.id: entry for entry in self._meeting.entries}  # sent, without our knowing
        for _, entries in groupby(waiting, key=lambda entry: entry.act):
            act = [entry for entry in entries if known.get(entry.id) != entry]
            if act and not self._send(act):
                left += act
                self._lost |= {made for each in act if (made := _made(each.event))}
        return tuple(left)

    def _send(self, act: Sequence[Entry]) -> bool:
        with self._theirs.turn() as last:
            newer = self._theirs.read(self._meeting.last.seq)
            self._meeting = replay((*self._meeting.entries, *newer))
            again = self._again(act, last)
            if again:
                self._theirs.append(again, last)
        return bool(again)

    def _again(self, act: Sequence[Entry], last: int) -> tuple[Entry, ...]:
        """An act numbered anew; nothing where it is of the floor, or does not follow any more."""
        if not all(each.event.name in OF_NOTES for each in act):
            return ()
        first = f"{act[0].desk}-{last + 1}"
        ids: dict[str, Iterator[str]] = {}
        anew = []
        for number, entry in enumerate(act, last + 1):
            event = self._renewed(entry.event, ids)
            if event is None:
                return ()
            identity = f"{entry.desk}-{number}"
            anew.append(replace(entry, seq=number, id=identity, act=first, event=event))
        try:
            replay((*self._meeting.entries, *anew), strictly=True)
        except LogDamaged:
            return ()
        return tuple(anew)

    def _renewed(self, event: Event, ids: dict[str, Iterator[str]]) -> Event | None:
        """The event under new ids; None where it speaks of what was not sent, or is a proposal."""
        named = {(name, getattr(event, name)) for name in _NAMED & set(event.__struct_fields__)}
        if named & self._lost or getattr(event, "proposal", None) is not None:
            return None
        made = _made(event)
        if made:
            fresh = ids.setdefault(made[0], self._meeting.state.new_ids(made[0]))
            self._renamed[made] = next(fresh)
        changed = {
            name: self._renamed[name, id_] for name, id_ in named if (name, id_) in self._renamed
        }
        return replace(event, **changed) if changed else event


def _made(event: Event) -> tuple[str, object] | None:
    """Sort and id of what an event brings into being."""
    return (event.makes, getattr(event, event.makes)) if event.makes else None
