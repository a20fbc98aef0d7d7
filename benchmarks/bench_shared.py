"""Many seats that note at once on one server, and how soon another seat sees each note.

The server is a PostgreSQL started here. All seats are threads of one program, so what is measured
holds the waits of these for one another too.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

from msgspec.structs import replace

from benchmarks.figures import Faults, Row, aimed
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.postgres import PostgresLog, open_postgres
from meeting_tui.session_log.postgres_server import Server

TITLE = "Seats that write two notes a second each on one server (PostgreSQL)"
QUICK = 3
SECONDS = 10.0
A_SECOND = 2
_MEETING = "bench"


def run(rounds: int = 50) -> list[Row]:
    """A row for so many seats: from the commit of a note until another seat has read it."""
    from tests.postgres import SharedRoom, binaries, started
    from tests.session_log.meeting_day import meeting_day

    if binaries() is None:
        print("  not measured: no PostgreSQL 15 or later is installed")
        return []
    with started() as postgres:
        room = SharedRoom(postgres)
        first = open_postgres(room.person("officer", "ak"), _MEETING, is_new=True)
        first.append(meeting_day(1), 0)
        hands = [f"n{n}" for n in range(rounds)]
        servers = [room.person("note_taker", hand) for hand in hands]
        seen, committed = _noted(first, servers, hands, SECONDS if rounds > QUICK else 1.0)
        entries = list(first.read(after=7))
        is_whole = verify(first.rows(), first.head()) == ()
        first.close()
    stored = [entry.id for entry in entries]
    lost = len(committed.keys() - set(stored)) + len(stored) - len(set(stored)) + (not is_whole)
    late = tuple(max(seen[id_] - committed[id_], 0.0) * 1000 for id_ in committed if id_ in seen)
    unit = f"notes of {rounds} seats on one server, {A_SECOND} a second each"
    faults = Faults(len(stored), lost + len(committed) - len(late), unit=unit)
    row = Row(f"a note of one of {rounds} seats on a server, read by another", late, faults=faults)
    return [
        aimed(
            row, "p99 at most 100 ms, none lost", lambda row: row.p(99) <= 100 and faults.are_none
        )
    ]


def _noted(
    first: PostgresLog, servers: Sequence[Server], hands: Sequence[str], seconds: float
) -> tuple[dict[str, float], dict[str, float]]:
    """When each note was seen by the first seat, and when it was committed, by its id."""
    seen: dict[str, float] = {}
    committed: dict[str, float] = {}
    is_over = threading.Event()
    follower = threading.Thread(target=_follow, args=(first, seen, is_over))
    follower.start()
    writers = [
        threading.Thread(target=_write, args=(server, hand, committed, seconds))
        for server, hand in zip(servers, hands, strict=True)
    ]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    is_over.set()
    follower.join()
    return seen, committed


def _follow(log: PostgresLog, seen: dict[str, float], is_over: threading.Event) -> None:
    known, is_last = 7, False
    while not is_last:
        is_last = is_over.is_set()
        log.wait(0.2)
        for entry in log.read(known):
            seen[entry.id] = time.perf_counter()
            known = entry.seq


def _write(server: Server, hand: str, committed: dict[str, float], seconds: float) -> None:
    from tests.session_log.meeting_day import entry

    log = open_postgres(server, _MEETING)
    begins = time.perf_counter() + hash(hand) % 100 / 100 / A_SECOND
    for n in range(int(seconds * A_SECOND)):
        time.sleep(max(begins + n / A_SECOND - time.perf_counter(), 0))
        with log.turn() as last:
            made = entry(last + 1, PointNoted(f"p{last + 1}", "v-4", "noted"), desk=f"desk-{hand}")
            log.append([replace(made, hand=hand)], last)
        committed[made.id] = time.perf_counter()
    log.close()
