"""Setting a shared log up in a database, and who may do what in it.

The tables belong to a role that nobody can log in as. Three more stand for what a person may do; a
person is a login with initials, which stand in each of their entries. All four are named after the
database, as roles are common to all databases of a server. Passwords are made here and sent as the
server keeps them, so that no log of the server has one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Literal

import psycopg
from msgspec import Struct
from psycopg import sql
from psycopg.types.json import Jsonb

from meeting_tui.errors import InvalidInput
from meeting_tui.meeting.acts import OF_NOTES
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.session_log.postgres import LAYOUT, check_layout
from meeting_tui.session_log.postgres_server import NotConnected, Server, connected, translated
from meeting_tui.words import Sentence

Right = Literal["officer", "note_taker", "viewer"]
RIGHTS: tuple[Right, ...] = ("viewer", "note_taker", "officer")
"""Each may do what the one before may, too."""
_OWNER = "owner"
_HELD = {
    "str": "text",
    "bool": "flag",
    "int": "count",
    "float": "number",
    "datetime": "instant",
    "tuple[str, ...]": "texts",
    "tuple[int, ...]": "counts",
}
"""The type of a field -> what may stand in it; of others anything."""
_LONGEST_NAME = 63
_TURN = 0x6D746700
"""Who sets up takes turns by this number."""
_COLLATION = "und-x-icu"
"""Knows small and capital letters of all scripts; most servers have it."""


class Person(Struct, frozen=True):
    """Somebody with rights to the shared log, or without them by now."""

    login: str
    hand: str
    """Initials: the author of this person's entries."""
    right: Right | None
    """None: all were taken away."""


class Granted(Struct, frozen=True):
    """Rights that were given."""

    person: Person
    password: str | None
    """A new one, to be handed over; None for a login that has its own."""


class Meeting(Struct, frozen=True):
    """A meeting in the shared log."""

    name: str
    entries: int


def set_up(server: Server) -> bool:
    """Make the tables, functions and roles, or bring them up to this version; whether it made them.

    Raises InvalidInput for a database that cannot be used, NotConnected, WriteRefused.
    """
    with connected(server) as connection, translated(server), connection.transaction():
        database = _usable(connection)
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (_TURN,))
        is_new = connection.execute("SELECT to_regnamespace('meeting_tui')").fetchone() == (None,)
        owner = sql.Identifier(_role(database, _OWNER))
        if is_new:
            _make_roles(connection, database)
            statement = sql.SQL("CREATE SCHEMA meeting_tui AUTHORIZATION {}")
            connection.execute(statement.format(owner))
        else:
            check_layout(connection, server)
        connection.execute(sql.SQL("SET LOCAL ROLE {}").format(owner))
        if is_new:
            _run(connection, database, "postgres_tables.sql")
            connection.execute("INSERT INTO meeting_tui.layout (version) VALUES (%s)", (LAYOUT,))
        _drop_functions(connection)
        _run(connection, database, "postgres_functions.sql")
        _note_kinds(connection)
    return is_new


def _usable(connection: psycopg.Connection[Any]) -> str:
    """The name of the database, if a shared log can be in it."""
    found = connection.execute("SELECT current_database(), getdatabaseencoding()").fetchone()
    database, encoding = found or ("", "")
    if encoding != "UTF8":
        raise InvalidInput(Sentence("shared_fault.encoding", found=encoding))
    if len(_role(database, RIGHTS[1]).encode()) > _LONGEST_NAME:
        raise InvalidInput(Sentence("shared_fault.long_name", name=database))
    return str(database)


def _role(database: str, right: str) -> str:
    return f"{database}_{right}"


def _make_roles(connection: psycopg.Connection[Any], database: str) -> None:
    names = [_role(database, each) for each in (_OWNER, *RIGHTS)]
    for name in names:
        if not _is_role(connection, name):
            statement = sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(name))
            connection.execute(statement)
    for less, more in pairwise(names[1:]):
        _give(connection, less, more)
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(names[0])))


def _is_role(connection: psycopg.Connection[Any], name: str) -> bool:
    found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (name,))
    return found.fetchone() is not None


def _give(connection: psycopg.Connection[Any], role: str, whom: str) -> None:
    names = sql.Identifier(role), sql.Identifier(whom)
    connection.execute(sql.SQL("GRANT {} TO {}").format(*names))


def _run(connection: psycopg.Connection[Any], database: str, file: str) -> None:
    """Run a file of statements that comes with the program."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    for right in (_OWNER, *RIGHTS):
        name = sql.Identifier(_role(database, right)).as_string(connection)
        text = text.replace(f":{right}:", name)
    found = connection.execute("SELECT FROM pg_collation WHERE collname = %s", (_COLLATION,))
    collation = _COLLATION if found.fetchone() else "default"
    text = text.replace(":collation:", f'pg_catalog."{collation}"')
    connection.execute(text.encode())


def _drop_functions(connection: psycopg.Connection[Any]) -> None:
    """Drop those of an older version, whose parameters may have been others."""
    named = connection.execute(
        "SELECT oid::regprocedure::text FROM pg_proc"
        " WHERE pronamespace = 'meeting_tui'::regnamespace"
    ).fetchall()
    for (function,) in named:
        connection.execute(f"DROP FUNCTION {function}".encode())


def _note_kinds(connection: psycopg.Connection[Any]) -> None:
    connection.execute("DELETE FROM meeting_tui.kind")
    kinds = [
        (each.name, each.name in OF_NOTES, Jsonb(_fields(each)), _needed(each)) for each in EVENTS
    ]
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO meeting_tui.kind VALUES (%s, %s, %s, %s)", kinds)


def _fields(kind: type[Event]) -> dict[str, str]:
    """What may stand in each field of a kind of events, as `fits` of the functions knows it."""
    declared = {name: kind.__annotations__[name] for name in kind.__struct_fields__}
    held = {name: _HELD.get(said.removesuffix(" | None"), "any") for name, said in declared.items()}
    return held | {"file": "file"} if "file" in held else held


def _needed(kind: type[Event]) -> list[str]:
    """The fields that are in every event of a kind: those that cannot hold nothing."""
    names = kind.__struct_fields__
    required = names[: len(names) - len(kind.__struct_defaults__)]
    return [name for name in required if "None" not in kind.__annotations__[name]]


def grant(
    server: Server, login: str, right: Right, hand: str, *, is_renewed: bool = False
) -> Granted:
    """Let a person do that much from now on; a login that is not there is made, with a password.

    Without `hand`, that of the person as they were entered before. One whose login `is_renewed`
    gets a new password. Raises InvalidInput for names that cannot be used, NotConnected,
    WriteRefused.
    """
    if not login or len(login.encode()) > _LONGEST_NAME or not login.isprintable():
        raise InvalidInput(Sentence("shared_fault.no_login", login=login))
    with connected(server) as connection, translated(server), connection.transaction():
        check_layout(connection, server)
        database = connection.info.dbname
        known = _people(connection)
        before = next((each for each in known if each.login == login), None)
        person = Person(login, _hand_of(before, login, hand, known), right)
        password = _let_in(connection, login, is_renewed=is_renewed)
        _enter(connection, database, person)
        _take_all(connection, database, login)
        _give(connection, _role(database, right), login)
    return Granted(person, password)


def _hand_of(before: Person | None, login: str, hand: str, known: Iterable[Person]) -> str:
    """The initials of a person, which are nobody else's and never change."""
    if before is not None:
        if hand not in ("", before.hand):
            raise InvalidInput(Sentence("shared_fault.other_hand", login=login, hand=before.hand))
        return before.hand
    if not hand:
        raise InvalidInput(Sentence("shared_fault.hand_missing", login=login))
    taken = next((each for each in known if each.hand == hand), None)
    if taken is not None:
        raise InvalidInput(Sentence("shared_fault.hand_taken", hand=hand, login=taken.login))
    return hand


def _let_in(connection: psycopg.Connection[Any], login: str, *, is_renewed: bool) -> str | None:
    """Have the login there; the password, where it has a new one."""
    is_there = _is_role(connection, login)
    if is_there and not is_renewed:
        return None
    password = token_urlsafe(24)
    kept = connection.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    ).decode()
    verb = "ALTER" if is_there else "CREATE"
    statement = sql.SQL(verb + " ROLE {} LOGIN PASSWORD {}")
    connection.execute(statement.format(sql.Identifier(login), sql.Literal(kept)))
    return password


def _enter(connection: psycopg.Connection[Any], database: str, person: Person) -> None:
    owner = sql.Identifier(_role(database, _OWNER))
    connection.execute(sql.SQL("SET LOCAL ROLE {}").format(owner))
    connection.execute(
        "INSERT INTO meeting_tui.person VALUES (%s, %s, %s)"
        " ON CONFLICT (login) DO UPDATE SET role = excluded.role",
        (person.login, person.hand, person.right),
    )
    connection.execute("RESET ROLE")


def _take_all(connection: psycopg.Connection[Any], database: str, login: str) -> None:
    names = [sql.Identifier(_role(database, each)) for each in RIGHTS]
    statement = sql.SQL("REVOKE {} FROM {}")
    connection.execute(statement.format(sql.SQL(", ").join(names), sql.Identifier(login)))


def revoke(server: Server, login: str) -> Person:
    """Take all rights from a person, at once; what they entered stays, and their initials theirs.

    Raises InvalidInput where that is nobody with rights, NotConnected, WriteRefused.
    """
    with connected(server) as connection, translated(server), connection.transaction():
        check_layout(connection, server)
        database = connection.info.dbname
        found = next((each for each in _people(connection) if each.login == login), None)
        if found is None or found.right is None:
            raise InvalidInput(Sentence("shared_fault.nobody", login=login))
        _enter(connection, database, Person(login, found.hand, None))
        _take_all(connection, database, login)
    return found


def me(server: Server) -> Person:
    """Who is connected, and may do what; raises NotConnected for who has no rights here."""
    with connected(server) as connection, translated(server):
        check_layout(connection, server)
        login = connection.info.user
        found = next((each for each in _people(connection) if each.login == login), None)
    if found is None or found.right is None:
        what = Sentence("shared_fault.not_allowed_nobody")
        raise NotConnected(Sentence("fault.at", place=server.place, what=what))
    return found


def people(server: Server) -> tuple[Person, ...]:
    """Whoever has rights, or had them; by login."""
    with connected(server) as connection, translated(server):
        check_layout(connection, server)
        return _people(connection)


def _people(connection: psycopg.Connection[Any]) -> tuple[Person, ...]:
    found = connection.execute("SELECT login, hand, role FROM meeting_tui.person ORDER BY login")
    return tuple(Person(*values) for values in found)


def meetings(server: Server) -> tuple[Meeting, ...]:
    """The meetings there are, by name."""
    with connected(server) as connection, translated(server):
        check_layout(connection, server)
        found = connection.execute("SELECT name, seq FROM meeting_tui.meeting ORDER BY name")
        return tuple(Meeting(*values) for values in found)
