"""Where a shared log is, how it is connected to, and the driver's errors as ours.

What the driver says can hold the whole of what it was given to connect with. So none of its words
go on: each of its errors becomes a sentence of ours here, in one place, and nothing of it is kept.
A password is never part of an address: the driver reads it where PostgreSQL's own programs do.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
from msgspec import Struct
from psycopg import conninfo

from meeting_tui.errors import ConflictError, InvalidInput, LogError, LogUnwritable
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.store import Reason, WriteRefused
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence

OLDEST = 150000
"""The oldest version of PostgreSQL, as the server gives it."""
SCHEMES = ("postgresql://", "postgres://")
_IN_ADDRESS = ("user", "host", "port", "dbname")
_SECRETS = ("password", "sslpassword", "oauth_client_secret")
_HERE = late_pattern(r"localhost|127\.\d+\.\d+\.\d+|::1")
_CHECKED = "verify-full"
_PATIENCE = {
    "connect_timeout": "5",
    "keepalives_idle": "5",
    "keepalives_interval": "2",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
}
_LIMITS = (
    "-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=10s"
    " -c tcp_keepalives_idle=3 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=2"
)
"""Nobody waits for a writer that hangs; one that is cut off is known to be gone in ten seconds."""
SILENCE_SECONDS = 10.0
"""A server that says nothing so long after a question is taken to be gone: longer than it lets
anybody wait for another's turn. What lies between may take every byte and pass none on."""
_LONG_SECONDS = 40.0
"""The same of what takes long at the server, which breaks it off before."""
_REASONS: dict[str, Reason] = {
    "25006": "read_only",
    "40P01": "locked",
    "53100": "full",
    "55P03": "locked",
    "57014": "locked",
}
_FAULTS = {
    "28000": "shared_fault.not_let_in",
    "28P01": "shared_fault.not_let_in",
    "3D000": "shared_fault.no_database",
    "3F000": "shared_fault.not_set_up",
    "42P01": "shared_fault.not_set_up",
    "42883": "shared_fault.not_set_up",
    "42501": "shared_fault.no_rights",
}
_REFUSALS = {
    "nobody": "shared_fault.not_allowed_nobody",
    "role": "shared_fault.not_allowed_role",
    "floor": "shared_fault.not_allowed_floor",
    "others": "shared_fault.not_allowed_others",
    "author": "shared_fault.not_allowed_author",
    "act": "shared_fault.not_allowed_act",
    "desk": "shared_fault.not_allowed_desk",
    "kind": "shared_fault.not_allowed_kind",
    "spelling": "shared_fault.not_allowed_spelling",
    "number": "shared_fault.not_allowed_number",
    "chain": "shared_fault.not_allowed_chain",
    "purge": "shared_fault.not_allowed_purge",
    "no_meeting": "shared_fault.not_allowed_no_meeting",
    "exists": "shared_fault.not_allowed_exists",
    "received": "shared_fault.not_allowed_received",
}
"""Of each reason that the functions give for a refusal, the sentence."""
_AWAY = ("08", "57P")
_BROKE = ("syscall", "closed", "eof", "timed out", "reset")
"""In what the driver says of a connection that was lost, also of one with a certificate."""
_FULL = ("too many clients", "connection slots", "too many connections")
_REFUSAL = "MT002"
WRONG_NUMBER = "MT001"
"""What the server says where the log ends at another number than the writer knows."""
_TAKEN = "23505"


class Server(Struct, frozen=True):
    """A database on a server, and who connects to it."""

    place: str
    """As it is shown: no secret is in it."""
    settings: Mapping[str, str]
    """What the driver is told."""
    given: Mapping[str, str] = {}
    """What the address itself says of it."""


class Connection(psycopg.Connection[Any]):
    """A connection that breaks where an answer stays away."""

    silence_seconds = SILENCE_SECONDS

    def wait(self, gen: Generator[Any, Any, Any], *args: Any, **settings: Any) -> Any:
        """As the driver's, for no longer than the server may be silent."""
        return super().wait(self._while_heard(gen), *args, **settings)

    def _while_heard(self, steps: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
        """The driver's own steps, until it hears nothing of the server for too long."""
        heard_at = monotonic()
        try:
            wanted = next(steps)
            while True:
                ready = yield wanted
                if ready:
                    heard_at = monotonic()
                elif monotonic() > heard_at + self.silence_seconds:
                    self.pgconn.finish()
                    raise psycopg.OperationalError("no answer")
                wanted = steps.send(ready)
        except StopIteration as done:
            return done.value


@contextmanager
def patiently(connection: psycopg.Connection[Any]) -> Iterator[None]:
    """Wait as long as the server itself lets a statement take."""
    if isinstance(connection, Connection):
        connection.silence_seconds = _LONG_SECONDS
    try:
        yield
    finally:
        if isinstance(connection, Connection):
            del connection.silence_seconds


class NotConnected(LogError):
    """The server does not let us in, or has no shared log."""

    title = Sentence("fault.title_shared")


class Unreachable(WriteRefused):
    """The server does not answer, or the connection broke; it is tried again."""

    def __init__(self, place: str, detail: Sentence | None = None) -> None:
        reason: Reason = "unreachable"
        super().__init__(reason, place, *((detail,) if detail else ()))


class NotAllowed(WriteRefused):
    """The server's own rules do not let this person do it."""

    def __init__(self, place: str, code: str, about: str) -> None:
        self.code = code
        key = _REFUSALS.get(code, "shared_fault.not_allowed_other")
        reason: Reason = "not_allowed"
        super().__init__(reason, place, Sentence(key, about=clean_line(about)))


def server_at(address: str, environment: Mapping[str, str] | None = None) -> Server:
    """The server of an address such as `postgresql://ana@db.example.int/meetings`.

    The server's certificate is checked unless the address itself says `sslmode=`, or the server is
    on this machine. Raises InvalidInput, without the address, for one that cannot be used.
    """
    environment = os.environ if environment is None else environment
    if not address.startswith(SCHEMES):
        raise InvalidInput(Sentence("shared_fault.no_address"))
    try:
        told = conninfo.conninfo_to_dict(address)
    except psycopg.Error:
        # What the driver says of it may hold a part of it.
        raise InvalidInput(Sentence("shared_fault.unreadable_address")) from None
    given = {key: str(value) for key, value in told.items() if str(value).strip(",")}
    if any(given.get(secret) for secret in _SECRETS):
        raise InvalidInput(Sentence("shared_fault.password_in_address"))
    settled = _PATIENCE | {"application_name": "meeting-tui"} | given
    settled["options"] = f"{_LIMITS} {given.get('options', '')}".strip()
    if "sslmode" not in given and not _is_here(given, environment):
        settled["sslmode"] = _CHECKED
        if "sslrootcert" not in given and not _own_authority().exists():
            settled["sslrootcert"] = "system"
    return Server(_place(given), settled, given)


def _is_here(given: Mapping[str, str], environment: Mapping[str, str]) -> bool:
    """Whether whatever is connected to is on this machine: by a socket, or by its own network."""
    if given.get("service") or environment.get("PGSERVICE"):
        return False
    named = [
        given.get(key) or environment.get(variable, "")
        for key, variable in (("host", "PGHOST"), ("hostaddr", "PGHOSTADDR"))
    ]
    hosts = [host for each in named for host in each.split(",") if host]
    return all(host.startswith(("/", "@")) or _HERE.fullmatch(host) for host in hosts)


def _own_authority() -> Path:
    """Where PostgreSQL's programs look for the certificates that are trusted."""
    return Path.home() / ".postgresql" / "root.crt"


def _place(given: Mapping[str, str]) -> str:
    user, host = given.get("user", ""), given.get("host", "") or given.get("hostaddr", "")
    port = given.get("port", "")
    where = f"{host}:{port}" if host and port else host
    return clean_line(f"{user}@{where}/{given.get('dbname', '')}".removeprefix("@"))


def address_for(server: Server, login: str) -> str:
    """The address by which another person reaches the same database."""
    rest = {key: value for key, value in server.given.items() if key not in _IN_ADDRESS}
    host, port = server.given.get("host", ""), server.given.get("port", "")
    if host and _is_name(host):
        where = f"{host}:{port}" if port else host
    else:
        where = ""
        rest |= {key: server.given[key] for key in ("host", "port") if key in server.given}
    query = f"?{urlencode(rest)}" if rest else ""
    name = quote(server.given.get("dbname", ""), safe="")
    return f"postgresql://{quote(login, safe='')}@{where}/{name}{query}"


def _is_name(host: str) -> bool:
    """Whether a host can stand before the database: one name, no path and no list."""
    return not set(host) & set("/@,:")


def password_line(server: Server, login: str, password: str) -> str:
    """What another person puts into `.pgpass`."""
    parts = (
        server.given.get("host", "") or "localhost",
        server.given.get("port", "") or "5432",
        server.given.get("dbname", "") or "*",
        login,
        password,
    )
    return ":".join(each.replace("\\", "\\\\").replace(":", "\\:") for each in parts)


def connected(server: Server, *, called: str = "") -> psycopg.Connection[Any]:
    """A connection in which each statement is durable when it returns.

    `called`: what all others can see it by. Raises Unreachable, NotConnected.
    """
    settings: dict[str, Any] = dict(server.settings)
    if called:
        settings["application_name"] = called
    with translated(server):
        connection = Connection.connect(autocommit=True, **settings)
    if connection.info.server_version < OLDEST:
        connection.close()
        raise _not_connected(server, "shared_fault.old_server")
    return connection


@contextmanager
def translated(server: Server) -> Iterator[None]:
    """Raise our errors for the driver's, with none of its words."""
    try:
        yield
    except psycopg.Error as fault:
        raise _ours(server, fault) from None


def is_at_another_number(fault: psycopg.Error) -> bool:
    """Whether the server refused because the log ends elsewhere."""
    return fault.sqlstate == WRONG_NUMBER


def _ours(server: Server, fault: psycopg.Error) -> LogError:
    state = fault.sqlstate
    if state is None or state.startswith(_AWAY):
        return _not_there(server, fault)
    if state == _REFUSAL:
        diagnosed = fault.diag
        return NotAllowed(
            server.place, diagnosed.constraint_name or "", diagnosed.message_detail or ""
        )
    if state == _TAKEN:
        return ConflictError(Sentence("log_fault.number_taken", said=server.place))
    if state in _FAULTS:
        return _not_connected(server, _FAULTS[state])
    told = Sentence("shared_fault.state", state=state)
    if state in _REASONS:
        return WriteRefused(_REASONS[state], server.place, told)
    return LogUnwritable(Sentence("fault.at", place=server.place, what=told))


def _not_there(server: Server, fault: psycopg.Error) -> LogError:
    """Why there is no connection, where the driver has no code for it: looked for in its words."""
    said = str(fault).casefold()
    if any(each in said for each in _FULL):
        return Unreachable(server.place, Sentence("shared_fault.full"))
    if any(each in said for each in _BROKE):
        return Unreachable(server.place)
    if "password" in said:
        return _not_connected(server, "shared_fault.no_password")
    if "certificate" in said or "ssl" in said:
        return _not_connected(server, "shared_fault.not_proved")
    if "does not exist" in said and "database" in said:
        return _not_connected(server, "shared_fault.no_database")
    if "fatal" in said and ("role" in said or "authentication" in said or "pg_hba" in said):
        return _not_connected(server, "shared_fault.not_let_in")
    return Unreachable(server.place)


def _not_connected(server: Server, key: str) -> NotConnected:
    return NotConnected(Sentence("fault.at", place=server.place, what=Sentence(key)))
