"""The session log in PostgreSQL, for seats on several machines.

The server keeps the log and the rules of who may add to it (`postgres_functions.sql`). The numbers
of a meeting's entries come from the lock on its row, which each writer holds until its commit: the
order on disk is the order of reading. A connection that broke is made anew with the next call, and
whatever was on its way is sent again: ids make that harmless.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from time import monotonic
from typing import Any

import psycopg
from psycopg import sql
from psycopg.pq import TransactionStatus

from meeting_tui.errors import ConflictError, LogDamaged
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log.chain import Head, Row, check_numbers
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.session_log.postgres_server import (
    NotConnected,
    Server,
    Unreachable,
    connected,
    is_at_another_number,
    patiently,
    translated,
)
from meeting_tui.session_log.purges import sealed
from meeting_tui.session_log.store import (
    Draft,
    PurgeOwed,
    WriteRefused,
    draft_as_stored,
    not_yet_stored,
    storable,
)
from meeting_tui.words import Sentence

LAYOUT = 1
"""Version of the tables and functions."""
CHANNEL = "meeting_tui"
"""What whoever waits for new entries listens to."""
_PAGE = 1000
_SEAT = "meeting-tui seat "
"""What the name of a seat's connection begins with; number of the meeting, role and desk follow."""


def open_postgres(server: Server, meeting: str, *, is_new: bool = False) -> PostgresLog:
    """The log of that meeting; one that `is_new` is made, which an officer may.

    Raises Unreachable, NotConnected where there is no shared log or another version of it, and
    NotAllowed where there is no such meeting, or where there is one already.
    """
    log = PostgresLog(server, meeting)
    try:
        log.begin(is_new=is_new)
    except BaseException:
        log.close()
        raise
    return log


def check_layout(connection: psycopg.Connection[Any], server: Server) -> None:
    """Raise NotConnected unless the tables are of the version that this program knows."""
    found = connection.execute("SELECT version FROM meeting_tui.layout").fetchone()
    layout = found[0] if found else 0
    if layout != LAYOUT:
        key = "shared_fault.newer_layout" if layout > LAYOUT else "shared_fault.older_layout"
        raise NotConnected(Sentence("fault.at", place=server.place, what=Sentence(key)))


def adopt(server: Server, meeting: str, rows: Sequence[Row]) -> None:
    """Make a meeting of the rows of a whole log, as they are; the server looks at each hash itself.

    Raises NotAllowed for a meeting that is there already and for who is no officer, Unreachable,
    NotConnected, WriteRefused.
    """
    contents, hashes = [row.content for row in rows], [row.hash for row in rows]
    with connected(server) as connection, translated(server), patiently(connection):
        check_layout(connection, server)
        connection.execute(
            "SELECT meeting_tui.adopt(%s, %s::bytea[], %s::text[])", (meeting, contents, hashes)
        )


def server_time(server: Server) -> datetime:
    """The time by the server's clock, UTC; raises Unreachable, NotConnected."""
    with connected(server) as connection, translated(server):
        found = connection.execute("SELECT clock_timestamp()").fetchone()
    return found[0].astimezone(UTC)  # type: ignore[index, no-any-return]


class PostgresLog:
    """The store contract over one meeting on a server; see `SessionLog`.

    Numbers of entries go on without a gap here: a log with losses comes by `adopt` alone. Drafts
    are those of whoever is connected.
    """

    def __init__(self, server: Server, meeting: str) -> None:
        self.server = server
        self.meeting = meeting
        self._connection: psycopg.Connection[Any] | None = None
        self._listening: psycopg.Connection[Any] | None = None
        self._number = 0
        self._told = 0
        """The last entry that this seat wrote or was told of."""
        self._owes = False
        self.answered_at = float("-inf")
        """When the server answered a question last, by the clock `time.monotonic`."""

    def begin(self, *, is_new: bool) -> None:
        """Connect, and find the meeting or make it; raises as `open_postgres`."""
        with self._asking() as connection:
            check_layout(connection, self.server)
            if is_new:
                connection.execute("SELECT meeting_tui.found(%s)", (self.meeting,))
            found = self._meeting(connection, "number, owes, seq")
            self._number, self._owes, self._told = found

    def append(
        self, entries: Sequence[Entry], expected_seq: int, *, drops_draft: str | None = None
    ) -> None:
        """Make all of the entries durable or none; see `SessionLog.append`.

        Raises NotAllowed where the server does not let this person add them.
        """
        check_numbers(entries, expected_seq)
        if not entries:
            return
        with self._asking() as connection:
            if not self._send(connection, entries, expected_seq, drops_draft):
                self._send_rest(connection, entries, expected_seq, drops_draft)
        self._told = max(self._told, entries[-1].seq)
        self.finish_purge()

    def _send(
        self,
        connection: psycopg.Connection[Any],
        entries: Sequence[Entry],
        expected: int,
        drops_draft: str | None,
    ) -> bool:
        """Append them; False, with nothing done, where the log ends at another number."""
        is_in_turn = connection.info.transaction_status is not TransactionStatus.IDLE
        try:
            with connection.transaction() if is_in_turn else nullcontext():
                if any(isinstance(each.event, PointPurged) for each in entries):
                    self._send_purge(connection, entries, drops_draft)
                else:
                    contents = [canonical(encode(each)) for each in entries]
                    _call_append(connection, self.meeting, expected, contents, (), drops_draft)
        except psycopg.Error as fault:
            if not is_at_another_number(fault):
                raise
            return False
        return True

    def _send_rest(
        self,
        connection: psycopg.Connection[Any],
        entries: Sequence[Entry],
        expected: int,
        drops_draft: str | None,
    ) -> None:
        """Append what is not there yet, after an append whose outcome was unknown."""
        stored = self._page(connection, expected, len(entries))
        head = self._head(connection)
        rest = not_yet_stored(entries, stored, head)
        if rest and not self._send(connection, rest, rest[0].seq - 1, drops_draft):
            known = rest[0].seq - 1
            raise ConflictError(Sentence("log_fault.another_first", seq=head.seq, known=known))
        if not rest and drops_draft is not None:
            self._drop(connection, drops_draft)

    def _send_purge(
        self,
        connection: psycopg.Connection[Any],
        entries: Sequence[Entry],
        drops_draft: str | None,
    ) -> None:
        """Append them one by one in a single turn, each purge with what it leaves of others."""
        self._owes = True  # also where the outcome remains unknown
        with connection.transaction():
            connection.execute("SELECT meeting_tui.take_turn(%s)", (self.meeting,))
            for entry in entries:
                is_purge = isinstance(entry.event, PointPurged)
                stored = self._rows(connection, 0) if is_purge else ()
                done = sealed((entry,), self._head(connection), stored)
                left = {row.seq: row.content for row in done.redacted}
                event = decode_bytes(done.rows[0].content).event
                numbers = event.redacted if isinstance(event, PointPurged) else ()
                redacted = [left[number] for number in numbers if number in left]
                contents = [done.rows[0].content]
                _call_append(
                    connection, self.meeting, entry.seq - 1, contents, redacted, drops_draft
                )

    def finish_purge(self) -> None:
        """Have the server write its files anew without what a purge took out of them."""
        if not self._owes:
            return
        try:
            with self._asking() as connection, patiently(connection):
                connection.execute("SELECT meeting_tui.scrub(%s)", (self.meeting,))
        except WriteRefused as fault:
            raise PurgeOwed(fault.reason, self.server.place, fault.detail) from fault
        self._owes = False

    @contextmanager
    def turn(self) -> Iterator[int]:
        """Keep all others from appending until the end of it; gives the number of the last entry.

        What is read in it is the end of the log, and what is appended in it is never a conflict.
        """
        with self._asking() as connection, connection.transaction():
            found = connection.execute("SELECT meeting_tui.take_turn(%s)", (self.meeting,))
            yield int(found.fetchone()[0])  # type: ignore[index]

    def read(self, after: int = 0) -> Iterator[Entry]:
        """The entries above `after`, in order; each stands where its content says."""
        for row in self.rows(after):
            entry = decode_bytes(row.content)
            if entry.seq != row.seq or entry.id != row.id:
                what = Sentence("log_fault.not_the_one", seq=row.seq)
                raise LogDamaged(Sentence("fault.at", place=self.server.place, what=what))
            yield entry

    def rows(self, after: int = 0) -> Iterator[Row]:
        """The rows above `after`, in order, a page at a time so that no read stays open."""
        while True:
            with self._asking() as connection:
                page = self._page(connection, after, _PAGE)
            yield from page
            if len(page) < _PAGE:
                return
            after = page[-1].seq

    def head(self) -> Head:
        """Number and hash of the last entry."""
        with self._asking() as connection:
            return self._head(connection)

    def drafts(self) -> dict[str, Draft]:
        """The texts not yet entered by whoever is connected, by slot."""
        with self._asking() as connection:
            found = connection.execute(
                "SELECT slot, content, kept_at FROM meeting_tui.my_drafts(%s)", (self.meeting,)
            ).fetchall()
        return dict(draft_as_stored(*values) for values in found)

    def keep_draft(self, slot: str, text: str, at: datetime) -> None:
        """Make the text of that slot durable; no other person's seat reads it."""
        text = storable(text)
        values = (self.meeting, slot, text.encode(), text.replace("\0", " "))
        with self._asking() as connection:
            connection.execute(
                "SELECT meeting_tui.keep_draft(%s, %s, %s, %s, %s)",
                (*values, at.astimezone(UTC).isoformat()),
            )

    def drop_draft(self, slot: str) -> None:
        """Forget the text of that slot, if there is one."""
        with self._asking() as connection:
            self._drop(connection, slot)

    def _drop(self, connection: psycopg.Connection[Any], slot: str) -> None:
        connection.execute("SELECT meeting_tui.drop_draft(%s, %s)", (self.meeting, slot))

    def has_news(self) -> bool:
        """Whether anybody else appended since this was asked last; see `SessionLog.has_news`."""
        return self.wait(0.0) and self.is_longer()

    def is_longer(self) -> bool:
        """Whether the log ends later than this seat was told; asks the server."""
        known, self._told = self._told, max(self._told, self.head().seq)
        return self._told > known

    def wait(self, seconds: float) -> bool:
        """Wait until something was appended, so long at most; whether something was.

        Listening begins with the first call. What to read is found by its number, never by this.
        """
        with translated(self.server):
            if self._listening is None or self._listening.closed:
                self._listening = connected(self.server)
                self._listening.execute(sql.SQL("LISTEN {}").format(sql.Identifier(CHANNEL)))
                return True
            mine = f"{self._number} "
            heard = self._listening.notifies(timeout=seconds, stop_after=1)
            return any(each.payload.startswith(mine) for each in heard)

    def received(self) -> frozenset[str]:
        """The hashes of the received files that the server has."""
        with self._asking() as connection:
            found = connection.execute(
                "SELECT sha256 FROM meeting_tui.received WHERE meeting = %s", (self._number,)
            ).fetchall()
        return frozenset(hash_ for (hash_,) in found)

    def keep_received(self, content: bytes) -> None:
        """Keep a file that an entry of the meeting says was received."""
        with self._asking() as connection:
            connection.execute("SELECT meeting_tui.keep_received(%s, %s)", (self.meeting, content))

    def read_received(self, sha256: str) -> bytes:
        """The file of that hash; KeyError where the server has it not."""
        with self._asking() as connection:
            found = connection.execute(
                "SELECT content FROM meeting_tui.received WHERE meeting = %s AND sha256 = %s",
                (self._number, sha256),
            ).fetchone()
        if found is None:
            raise KeyError(sha256)
        return bytes(found[0])

    def close(self) -> None:
        """Let the server go; closing twice does nothing."""
        for connection in (self._connection, self._listening):
            if connection is not None:
                with suppress(psycopg.Error):
                    connection.close()

    @contextmanager
    def _asking(self) -> Iterator[psycopg.Connection[Any]]:
        """The connection, made anew where it broke, with the driver's errors as ours."""
        if self._connection is None or self._connection.closed:
            self._connection = connected(self.server)
        try:
            with translated(self.server):
                yield self._connection
            self.answered_at = monotonic()
        except Unreachable:
            self._connection.close()
            raise

    def _meeting(self, connection: psycopg.Connection[Any], columns: str) -> tuple[Any, ...]:
        found = connection.execute(
            f"SELECT {columns} FROM meeting_tui.meeting WHERE name = %s".encode(), (self.meeting,)
        ).fetchone()
        if found is None:
            what = Sentence("shared_fault.no_meeting", name=self.meeting)
            raise NotConnected(Sentence("fault.at", place=self.server.place, what=what))
        return tuple(found)

    def _head(self, connection: psycopg.Connection[Any]) -> Head:
        return Head(*self._meeting(connection, "seq, hash"))

    def _rows(self, connection: psycopg.Connection[Any], after: int) -> list[Row]:
        return self._page(connection, after, None)

    def _page(
        self, connection: psycopg.Connection[Any], after: int, limit: int | None
    ) -> list[Row]:
        found = connection.execute(
            "SELECT seq, id, content, hash FROM meeting_tui.entry"
            " WHERE meeting = %s AND seq > %s ORDER BY seq LIMIT %s",
            (self._number, max(after, 0), limit),
        ).fetchall()
        return [Row(*values) for values in found]


def _call_append(
    connection: psycopg.Connection[Any],
    meeting: str,
    expected: int,
    contents: Sequence[bytes],
    redacted: Sequence[bytes],
    drops_draft: str | None,
) -> None:
    connection.execute(
        "SELECT meeting_tui.append(%s, %s, %s::bytea[], %s::bytea[], %s)",
        (meeting, expected, list(contents), list(redacted), drops_draft),
    )


class Attendance:
    """Who sits at a meeting on a server: each seat is known by the name of a connection of its."""

    def __init__(self, server: Server, meeting: str, desk: str, role: str) -> None:
        self._server = server
        self._meeting = meeting
        self._desk = desk
        self._role = role
        self._connection: psycopg.Connection[Any] | None = None

    def others(self) -> tuple[tuple[str, str, str], ...]:
        """Desk, role and initials of each other seat; raises Unreachable, NotConnected."""
        if self._connection is None or self._connection.closed:
            self._connection = self._come()
        number, _, _ = self._connection.info.get_parameters()["application_name"].partition("/")
        with translated(self._server):
            found = self._connection.execute(
                "SELECT a.application_name, p.hand FROM pg_stat_activity a"
                " JOIN meeting_tui.person p ON p.login = a.usename"
                " WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()"
                " AND starts_with(a.application_name, %s) ORDER BY 1",
                (f"{number}/",),
            ).fetchall()
        seats = [(*called.split("/", 2)[1:], hand) for called, hand in found]
        return tuple((desk, role, hand) for role, desk, hand in seats if desk != self._desk)

    def time(self) -> float:
        """The server's time in seconds since 1970; raises as `others`."""
        if self._connection is None or self._connection.closed:
            self._connection = self._come()
        with translated(self._server):
            found = self._connection.execute(
                "SELECT extract(epoch FROM clock_timestamp())::float8"
            ).fetchone()
        return float(found[0])  # type: ignore[index]

    def _come(self) -> psycopg.Connection[Any]:
        log = PostgresLog(self._server, self._meeting)
        try:
            log.begin(is_new=False)
            called = f"{_SEAT}{log._number}/{self._role}/{self._desk}"
            return connected(self._server, called=called)
        finally:
            log.close()

    def close(self) -> None:
        """Be there no more."""
        if self._connection is not None:
            with suppress(psycopg.Error):
                self._connection.close()
