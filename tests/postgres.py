"""A real PostgreSQL for the tests: started by them, on a socket of its own, gone afterwards."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from meeting_tui.session_log.postgres_roles import Right, grant, set_up
from meeting_tui.session_log.postgres_server import Server, server_at

_INSTALLED = Path("/usr/lib/postgresql")
_OLDEST = 15
_ADMIN = "admin"
_WITH_US = """"$@" & server=$!
read -r told
[ "$told" = keep ] || kill -QUIT $server
wait $server
[ "$told" = keep ] || rm -rf "$PWD"
"""
"""Runs a server that ends, with its files gone, when whoever started it is killed."""


def binaries() -> Path | None:
    """The folder of the newest PostgreSQL there is that is new enough."""
    found = sorted(
        (int(folder.name), folder / "bin")
        for folder in (_INSTALLED.iterdir() if _INSTALLED.is_dir() else ())
        if folder.name.isdigit() and (folder / "bin" / "initdb").exists()
    )
    if found and found[-1][0] >= _OLDEST:
        return found[-1][1]
    named = shutil.which("initdb")
    return Path(named).parent if named else None


class Postgres:
    """One server in a folder of its own; as root it runs as somebody else, as it must."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="meeting-tui-pg-"))
        self._user = _somebody() if os.getuid() == 0 else None
        if self._user is not None:
            os.chown(self.folder, self._user, -1)
        self.folder.chmod(0o711)
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self._numbers = count(1)
        self._call("initdb", "-D", "data", "-U", _ADMIN, "-A", "trust", "-E", "UTF8",
                   "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    @property
    def data(self) -> Path:
        """The folder of its files."""
        return self.folder / "data"

    def start(self, *options: str) -> None:
        """Start it, and wait until it answers."""
        command = [
            str(self._programs / "postgres"), "-D", "data", "-k", str(self.folder),
            "-c", f"port={self.port}", "-c", "listen_addresses=127.0.0.1",
            "-c", "log_statement=all", "-c", "max_connections=120", *options,
        ]  # fmt: skip
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                ["sh", "-c", _WITH_US, "sh", *command],
                cwd=self.folder, stdin=subprocess.PIPE, stdout=log, stderr=log, user=self._user,
                start_new_session=True,
            )  # fmt: skip
        give_up = time.monotonic() + 60
        while True:
            try:
                psycopg.connect(self.address(_ADMIN, "postgres")).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > give_up or self._process.poll() is not None:
                    raise
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop it at once; SIGKILL kills the process that all others hang on."""
        if self._process is not None:
            with suppress(OSError):  # it may have ended by itself
                number = (self.data / "postmaster.pid").read_text(encoding="ascii").split()[0]
                os.kill(int(number), how)
            self._process.communicate(b"keep\n", timeout=60)
            self._process = None

    def remove(self) -> None:
        """Stop it and remove its files."""
        self.stop(signal.SIGQUIT)  # without writing what nobody will read
        shutil.rmtree(self.folder, ignore_errors=True)

    def said(self) -> str:
        """What its log says, every statement included."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def address(self, login: str, database: str, *, host: str = "") -> str:
        """Of a database, by its socket."""
        return f"postgresql://{login}@{host}/{database}?host={host or self.folder}&port={self.port}"

    def new_database(self, *options: str) -> str:
        """Make a database; its name."""
        name = f"room_{os.getpid()}_{next(self._numbers)}"
        with psycopg.connect(self.address(_ADMIN, "postgres"), autocommit=True) as connection:
            statement = sql.SQL("CREATE DATABASE {} " + " ".join(options))
            connection.execute(statement.format(sql.Identifier(name)))
        return name

    def _call(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, *arguments], cwd=self.folder, user=self._user,
            stdin=subprocess.DEVNULL, capture_output=True, check=True,
        )  # fmt: skip


def plain(server: Server) -> psycopg.Connection[Any]:
    """A connection as anybody may have it without the program."""
    settings: dict[str, Any] = dict(server.settings)
    return psycopg.connect(autocommit=True, **settings)


class SharedRoom:
    """A database with a shared log, and people who may do things in it."""

    def __init__(self, postgres: Postgres) -> None:
        self.postgres = postgres
        self.database = postgres.new_database()
        self.admin = server_at(postgres.address(_ADMIN, self.database))
        set_up(self.admin)
        self._people: dict[str, Server] = {}

    def person(self, right: Right, hand: str) -> Server:
        """The server as somebody with that right connects to it; one with initials of no other."""
        if hand not in self._people:
            login = f"{self.database}_{hand}".lower()
            grant(self.admin, login, right, hand)
            self._people[hand] = server_at(self.postgres.address(login, self.database))
        return self._people[hand]


def _somebody() -> int:
    import pwd  # no such module on Windows

    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_uid
        except KeyError:
            continue
    pytest.skip("PostgreSQL does not run as root, and there is nobody else to run it")


def _free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])


@contextmanager
def started() -> Iterator[Postgres]:
    """A server that lasts as long as the block; skips the test where none can be had."""
    programs = binaries() if sys.platform != "win32" else None
    if programs is None:
        pytest.skip("no PostgreSQL 15 or later is installed")
    postgres = Postgres(programs)
    try:
        yield postgres
    finally:
        postgres.remove()
