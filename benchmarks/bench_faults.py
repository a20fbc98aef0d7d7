"""Seats on a server whose network, server and programs fail: what was acknowledged is there once.

The server is a PostgreSQL started here, and the network between is one that can be cut off or
frozen. Seats are threads of this program, but for the one that is killed.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from typing import TYPE_CHECKING

from benchmarks.days import workshop
from benchmarks.figures import Faults, Row
from benchmarks.terminal import CHECKOUT, surroundings
from meeting_tui.desk.desk import Accepted
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.session_log.codec import decode_bytes

if TYPE_CHECKING:
    from tests.desk.shared_table import Sitting, Table
    from tests.postgres import Postgres

TITLE = "Seats on a server whose network, server and programs fail (PostgreSQL)"
QUICK = 1
_AIM = "everything acknowledged is there once, and all seats say the same"
_MINUTES = 10
_EACH_KILL = 20
"""Notes of each seat between two kills of the server."""


def run(rounds: int = 20) -> list[Row]:
    """So many cut-offs of ten minutes, kills of the server, and kills of a seat."""
    from tests.postgres import binaries, started

    if binaries() is None:
        print("  not measured: no PostgreSQL 15 or later is installed")
        return []
    rows = []
    for measure in (cut_off, server_killed, seat_killed)[: 3 if rounds > QUICK else 1]:
        with started() as postgres, workshop() as folder:
            rows.append(measure(postgres, folder, rounds))
    return rows


def cut_off(postgres: Postgres, folder: Path, times: int) -> Row:
    """Three seats; one is cut off, or frozen, for ten minutes of the meeting, so many times."""
    from tests.desk.seat import HandClock
    from tests.desk.shared_table import begun

    start, acknowledged, clock = time.perf_counter(), list[str](), HandClock()
    table = _table(postgres, folder)
    floor = begun(table)
    seats = {"f": floor, "n": table.sit("nt"), "c": table.sit("ct", by=table.network)}
    for seat in seats.values():
        seat.desk.clock = clock
    for number in range(times):
        (table.network.freeze if number % 2 else table.network.cut)()
        for minute in range(_MINUTES):
            clock.pass_by(60)
            for hand, seat in seats.items():
                _enter(seat, f"{hand}{number}x{minute}", acknowledged)
            floor.do("yield" if floor.desk.state.floor else "floor fra")
        table.network.mend()
        _settled(list(seats.values()))
    what = "one of three seats on a server cut off or frozen for ten minutes of the meeting"
    row = _counted(what, f"cut-offs, half of them silent, {_seats(acknowledged, 3)}", times, start,
                   table, list(seats.values()), acknowledged)  # fmt: skip
    table.close()
    return row


def server_killed(postgres: Postgres, folder: Path, times: int) -> Row:
    """Three seats that write while the server is killed (-9) and started again."""
    from tests.desk.shared_table import begun

    start, acknowledged = time.perf_counter(), list[str]()
    table = _table(postgres, folder)
    seats = {"f": begun(table), "n": table.sit("nt"), "c": table.sit("ct")}
    for number in range(times):
        killing = threading.Timer(0.05, lambda: _kill(postgres))
        killing.start()
        for note in range(_EACH_KILL):
            for hand, seat in seats.items():
                _enter(seat, f"{hand}{number}x{note}", acknowledged)
        killing.join()
        _settled(list(seats.values()))
    what = "the server of three seats killed (-9) and started again while they write"
    row = _counted(what, f"kills, {_seats(acknowledged, 3)}", times, start,
                   table, list(seats.values()), acknowledged)  # fmt: skip
    table.close()
    return row


def seat_killed(postgres: Postgres, folder: Path, times: int) -> Row:
    """A program that is killed (-9) with all it wrote unsent, and started again."""
    from tests.desk.shared_table import begun

    start, acknowledged = time.perf_counter(), list[str]()
    table = _table(postgres, folder)
    floor = begun(table)
    for number in range(times):
        seat = _Program(table, folder / "program")
        table.network.cut()
        for note in range(_EACH_KILL):
            token = f"k{number}x{note}"
            seat.enter(token)
            acknowledged.append(token)
        seat.kill()
        _enter(floor, f"f{number}x0", acknowledged)
        table.network.mend()
        again = _Program(table, folder / "program")
        again.enter(f"k{number}x{_EACH_KILL}")
        acknowledged.append(f"k{number}x{_EACH_KILL}")
        again.leave()
    what = "a seat on a server killed (-9) with all it wrote unsent, and started again"
    row = _counted(what, f"kills, {_seats(acknowledged, 2)}", times, start,
                   table, [floor], acknowledged)  # fmt: skip
    table.close()
    return row


class _Program:
    """A note-taker's program, line by line, that reaches the server by the network."""

    def __init__(self, table: Table, folder: Path) -> None:
        server = table.server("nt", table.network)
        address = (
            f"postgresql://{server.settings['user']}@127.0.0.1:{table.network.port}"
            f"/{table.shared.database}"
        )
        command = [sys.executable, "-m", "meeting_tui", "run", table.meeting, "--plain"]
        self._process = subprocess.Popen(
            [*command, "--as", "notes", "--shared", address, "--sessions", str(folder)],
            cwd=CHECKOUT,
            env=surroundings(folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self.enter("")

    def enter(self, token: str) -> None:
        """Enter a note and read until it is recorded; without one, until the program stands."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(f"note {token}\n" if token else "now\n")
        self._process.stdin.flush()
        while line := self._process.stdout.readline():
            if (token or "Mexico") in line:
                return
        raise OSError("the program ended")

    def kill(self) -> None:
        """End it without warning."""
        self._process.kill()
        self._process.communicate()

    def leave(self) -> None:
        """Have it end by itself."""
        self._process.communicate("quit\n", timeout=120)


def _table(postgres: Postgres, folder: Path) -> Table:
    from tests.desk.shared_table import Table
    from tests.postgres import SharedRoom

    return Table(SharedRoom(postgres), folder)


def _enter(seat: Sitting, token: str, acknowledged: list[str]) -> None:
    if isinstance(seat.do(f"note {token}"), Accepted):
        acknowledged.append(token)


def _kill(postgres: Postgres) -> None:
    postgres.stop(SIGKILL)
    for _ in range(100):
        with suppress(Exception):  # what hung on the killed process may need a moment to end
            postgres.start()
            return
        time.sleep(0.1)


def _settled(seats: Sequence[Sitting]) -> None:
    """Wait until each has sent what it wrote, and knows what the others did."""
    for seat in seats:
        seat.until(seat.is_sent, 120)
    for seat in seats:
        seat.until(lambda seat=seat: seat.last >= max(e.last for e in seats), 120)  # type: ignore[misc]


def _seats(acknowledged: Sequence[str], count: int) -> str:
    return f"with {len(acknowledged):,} notes acknowledged by {count} seats"


def _counted(
    what: str,
    unit: str,
    tries: int,
    start: float,
    table: Table,
    seats: Sequence[Sitting],
    acknowledged: Sequence[str],
) -> Row:
    _settled(seats)
    events = [decode_bytes(row.content).event for row in table.rows()]
    stored = Counter(each.text for each in events if isinstance(each, PointNoted))
    lost = [token for token in acknowledged if not stored[token]]
    doubled = [token for token, count in stored.items() if count > 1]
    others = [each for each in seats if each.desk.state != seats[0].desk.state]
    if lost or doubled or others:
        print(f"  lost: {lost}, doubled: {doubled}, seats that differ: {len(others)}")
    faults = Faults(tries, len(lost) + len(doubled) + len(others), unit=unit)
    lasted = (time.perf_counter() - start) / max(tries, 1)
    return Row(what, (lasted,), "s a time", None, "", _AIM, faults.are_none, faults)
