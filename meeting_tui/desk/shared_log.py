"""The log of a seat on a server: the server's, a copy of it in a folder, and what waits to be sent.

Whatever is appended is on the server before it is in the copy, so the copy is always a beginning of
what the server has. While the server does not answer, what is entered waits in a file beside the
copy, on this disk; it is sent once the server answers again, or by the next start. What others
entered meanwhile comes first, and the desk decides again on what waited.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from time import monotonic
from typing import TypeVar

from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.again import Again
from meeting_tui.desk.server_link import MOMENT_SECONDS, Link
from meeting_tui.errors import ConflictError
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
PULSE_SECONDS = 5.0
"""So often a server that says nothing is asked whether there is news: it may be gone, unheard."""
BEGIN_SECONDS = 10.0
"""So long a seat that sits down waits for the server."""
PURGE_SECONDS = 10.0
"""The same where it purges, which takes the server longer than an append."""


class Outbox:
    """Entries on this disk that the server has not; one JSON a line, each act behind its line."""

    def __init__(self, folder: Path) -> None:
        """Raises LogDamaged where what an earlier run left cannot be read."""
        self.path = folder / OUTBOX
        self.left: tuple[Entry, ...] = ()
        """What an earlier run left, until it is `sent`."""
        self.lines: dict[str, str] = {}
        """Act of `left` -> as it was typed."""
        self._read()
        self._held: tuple[Entry, ...] = ()
        self._held_lines: Mapping[str, str] = {}
        self._changing = threading.RLock()
        """What was left is sent in another thread than that of whoever holds more."""

    def _read(self) -> None:
        try:
            kept = read_outside(self.path, LOG).splitlines()
        except FileNotFoundError:
            return
        typed = [each.startswith(_TYPED) for each in kept]
        self.left = tuple(
            decode_bytes(each) for each, is_typed in zip(kept, typed, strict=True) if not is_typed
        )
        for each, is_typed in zip(kept, typed, strict=True):
            if is_typed:
                self.lines.update(_typed(each))

    def hold(self, entries: Sequence[Entry], lines: Mapping[str, str]) -> None:
        """Have these entries on disk behind what was left; raises WriteRefused."""
        with self._changing:
            if tuple(entries) != self._held:
                self._write((*self.left, *entries), {**self.lines, **lines})
                self._held, self._held_lines = tuple(entries), lines

    def sent(self, aside: Sequence[Entry] = ()) -> Path | None:
        """Nothing is left any more; the file of those that could not be sent."""
        with self._changing:
            kept = self.set_aside(aside) if aside else None
            self.left, self.lines = (), {}
            self._write(self._held, self._held_lines)
        return kept

    def set_aside(self, entries: Sequence[Entry]) -> Path:
        """Keep entries that are not sent any more in a file of their own; the file."""
        kept = free_name(self.path, "not-sent")
        write_atomic(kept, _as_kept(entries, {}))
        return kept

    def _write(self, entries: Sequence[Entry], lines: Mapping[str, str]) -> None:
        if entries:
            write_atomic(self.path, _as_kept(entries, lines))
        else:
            self.path.unlink(missing_ok=True)


_TYPED = b'{"typed":'
"""How a line begins that says what was typed for the act of the entries behind it."""


def _as_kept(entries: Sequence[Entry], lines: Mapping[str, str]) -> bytes:
    kept: list[bytes] = []
    for each in entries:
        if each.id == each.act and each.act in lines:
            said = json.dumps({"typed": {each.act: lines[each.act]}}, separators=(",", ":"))
            kept.append(said.encode())
        kept.append(canonical(encode(each)))
    return b"".join(each + b"\n" for each in kept)


def _typed(kept: bytes) -> dict[str, str]:
    """Act -> as it was typed; nothing where that cannot be read, as the entries stand by it."""
    with suppress(ValueError):
        found = json.loads(kept)["typed"]
        return {str(act): str(line) for act, line in found.items()}
    return {}


class SharedLog:
    """The store contract over a log on a server and its copy in a folder; see `SessionLog`."""

    def __init__(
        self,
        theirs: PostgresLog,
        copy: SessionLog,
        outbox: Outbox,
        directory: Directory,
        moment_seconds: float = MOMENT_SECONDS,
    ) -> None:
        """`moment_seconds`: so long the server may take before it is gone on without it."""
        self._moment = moment_seconds
        self._directory = directory
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

    def hold(self, entries: Sequence[Entry], lines: Mapping[str, str]) -> None:
        """Have on this disk what waits to be sent, and nothing else; raises WriteRefused."""
        self._outbox.hold(entries, lines)

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
            meeting = replay(self._theirs.read())
            send_left(self._theirs, self._outbox, meeting, self._directory)
        self._has_begun = True

    def _reach(self) -> None:
        """Connect anew, and listen anew: of a frozen network each connection would stay silent."""
        self._theirs.close()
        self._theirs.begin(is_new=False)
        self._theirs.wait(0.0)


def send_left(
    theirs: PostgresLog, outbox: Outbox, meeting: Meeting, directory: Directory
) -> tuple[int, Path | None]:
    """Send what a seat left unsent; how many entries, and where those are that could not be sent.

    `meeting` is as the server has it. What nobody overtook is sent as it is. Where others were
    first, each act of notes is numbered anew, under new ids, and sent if it still follows; an act
    of the floor is never done again without somebody: it is listed as disputed, with what depends
    on it.
    """
    waiting = outbox.left
    if not waiting:
        return 0, None
    try:
        theirs.append(waiting, waiting[0].seq - 1)
    except (ConflictError, ValueError):
        anew = _Anew(theirs, meeting, waiting[0].seq, outbox.lines, directory)
        aside = anew.send(waiting)
        return len(waiting) - len(aside) - anew.disputed, outbox.sent(aside)
    return len(waiting), outbox.sent()


class _Anew:
    """Numbers acts anew behind what the server has."""

    def __init__(
        self,
        theirs: PostgresLog,
        meeting: Meeting,
        first: int,
        lines: Mapping[str, str],
        directory: Directory,
    ) -> None:
        """`first`: number of the first entry that the seat made without knowing of others."""
        self._theirs = theirs
        self._meeting = meeting
        self._lines = lines
        self.disputed = 0
        """Entries that are listed as disputed now."""
        self._again = Again([e for e in meeting.entries if e.seq < first], directory)

    def send(self, waiting: Sequence[Entry]) -> tuple[Entry, ...]:
        """Send each act that still follows, or that it is disputed; what is left."""
        left: list[Entry] = []
        known = {entry.id: entry for entry in self._meeting.entries}  # sent, without our knowing
        for _, entries in groupby(waiting, key=lambda entry: entry.act):
            act = [entry for entry in entries if known.get(entry.id) != entry]
            if act and not self._send(act):
                left += act
        return tuple(left)

    def _send(self, act: Sequence[Entry]) -> bool:
        with self._theirs.turn() as last:
            newer = self._theirs.read(self._meeting.last.seq)
            self._meeting = replay((*self._meeting.entries, *newer))
            again = self._numbered(act, self._events(act))
            if again:
                self._theirs.append(again, last)
                self._again.is_at(act, again)
        return bool(again)

    def _events(self, act: Sequence[Entry]) -> tuple[Event, ...]:
        """What an act is now, or that it is disputed; nothing where it does not follow."""
        again, meeting = self._again, self._meeting
        events = again.behind(act, meeting)
        if events:
            return events
        is_disputed = again.is_of_floor(act, meeting) or again.hangs_on_lost(act)
        if is_disputed and again.can_be_disputed(act):
            line, dispute = self._lines.get(act[0].act, ""), next(meeting.state.new_ids("dispute"))
            self.disputed += len(act)
            return (again.disputed(line, act, dispute),)
        again.give_up(act)
        return ()

    def _numbered(self, act: Sequence[Entry], events: Sequence[Event]) -> tuple[Entry, ...]:
        entry, last = act[0], self._meeting.last
        first, at = f"{entry.desk}-{last.seq + 1}", max(entry.at, last.at)
        return tuple(
            replace(entry, seq=n, id=f"{entry.desk}-{n}", act=first, at=at, event=event)
            for n, event in enumerate(events, last.seq + 1)
        )
