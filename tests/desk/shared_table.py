"""A meeting on a real server, the seats at it, and a network between that comes and goes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from time import time

from msgspec.structs import replace

from meeting_tui.desk.clock import THIS
from meeting_tui.desk.desk import Accepted
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import begin, sit_down
from meeting_tui.desk.seats import Role
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.shared_seat import SharedSeat, open_shared
from meeting_tui.desk.sharing import push
from meeting_tui.session_log.chain import Row, verify
from meeting_tui.session_log.postgres import open_postgres
from meeting_tui.session_log.postgres_server import Server, server_at
from tests.desk.seat import MORNING, SEAT, Pumped, plan
from tests.postgres import SharedRoom

NAMES = count(1)


class Network:
    """A way to the server that can be cut off, freeze and be mended."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._open: list[socket.socket] = []
        self._frozen: list[socket.socket] = []
        self._is_frozen = False
        self._changing = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._start()

    def _start(self) -> None:
        threading.Thread(target=self._accept, args=(self._listening,), daemon=True).start()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _ = listening.accept()
                there = socket.socket()
                for each in (here, there):
                    each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                with self._changing:
                    self._open += [here, there]
                    if listening is not self._listening:  # cut off meanwhile
                        self._close_all()
                        return
                    if self._is_frozen:
                        self._frozen.append(here)
                        continue
                with suppress(OSError):
                    there.connect(("127.0.0.1", self._to))
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while content := one.recv(65536):
                if one not in self._frozen:
                    other.sendall(content)
        if one not in self._frozen:
            for each in (one, other):
                with suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def _close_all(self) -> None:
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._open.clear()

    def cut(self) -> None:
        """Let every connection break, and none be made."""
        with self._changing:
            self._open.append(self._listening)
            self._listening = socket.socket()
            self._open.append(self._listening)
            self._close_all()

    def freeze(self) -> None:
        """Let nothing through any more, with nobody told: what is sent is as if it had got lost."""
        with self._changing:
            self._is_frozen = True
            self._frozen = list(self._open)

    def mend(self) -> None:
        """Let new connections be made; those of before stay as they are."""
        with self._changing:
            if self._is_frozen:
                self._is_frozen = False
                return
            self._listening = socket.create_server(("127.0.0.1", self.port))
        self._start()


class Sitting(Pumped):
    """One seat at the meeting on the server."""

    def __init__(self, taken: SharedSeat) -> None:
        super().__init__()
        self.taken = taken
        self.sit_at(sit_down(taken.opened, taken.seat, self.calls.put))

    def is_sent(self) -> bool:
        return self.desk.keeping.standing == "saved"

    def leave(self) -> bool:
        return self.desk.leave()


class Table:
    """A meeting on a server, and the computers of those at it."""

    def __init__(
        self,
        shared: SharedRoom,
        folder: Path,
        begins: datetime = MORNING,
        *,
        rehearsal: bool = True,
    ) -> None:
        self.shared = shared
        self.folder = folder
        self.meeting = f"table {next(NAMES)}"
        self.network = Network(shared.postgres.port)
        self._sittings: list[Sitting] = []
        made = SessionFolder(folder / "begun" / "day")
        begin(made, plan(), begins, SEAT, rehearsal=rehearsal)
        push(made, shared.person("officer", "ak"), self.meeting)

    def server(self, hand: str, by: Network | None = None) -> Server:
        """The server as that person reaches it; one whose initials end in K is an officer."""
        server = self.shared.person("officer" if hand.endswith("k") else "note_taker", hand)
        if by is None:
            return server
        login = server.settings["user"]
        return server_at(f"postgresql://{login}@127.0.0.1:{by.port}/{self.shared.database}")

    def sit(
        self,
        hand: str,
        role: Role = "notes",
        *,
        by: Network | None = None,
        ahead_seconds: Sequence[float] = (0.0,),
    ) -> Sitting:
        """Have that person sit down, on a computer of their own, whose clock may be ahead."""
        server = self.server(hand, by)
        machine = replace(THIS, wall=lambda: time() + ahead_seconds[0])
        taken = open_shared(server, self.meeting, self.folder / hand, Seat("desk"), role, machine)
        self._sittings.append(Sitting(taken))
        return self._sittings[-1]

    def copy(self, hand: str) -> SessionFolder:
        return SessionFolder(self.folder / hand / self.meeting)

    def rows(self) -> list[Row]:
        log = open_postgres(self.server("ak"), self.meeting)
        try:
            rows = list(log.rows())
            assert verify(rows, log.head()) == ()
            return rows
        finally:
            log.close()

    def close(self) -> None:
        for each in self._sittings:
            each.leave()
        self.network.cut()


def begun(table: Table) -> Sitting:
    """The officer, with somebody on the floor."""
    floor = table.sit("ak", "floor")
    for line in ("open", "item 0", "inscribe mex fra ken", "next"):
        assert isinstance(floor.do(line), Accepted)
    return floor


def rows_of(folder: SessionFolder) -> list[Row]:
    """What a session on disk holds."""
    log = folder.read()
    try:
        return list(log.rows())
    finally:
        log.close()
