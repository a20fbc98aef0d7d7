"""Who may do what in a shared log is held by the database: these tests go round the program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import count

import psycopg
import pytest
from msgspec.structs import replace

from meeting_tui.meeting.acts import OF_NOTES
from meeting_tui.meeting.entry import ActUndone, Entry, Event
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.purged_points import PointPurged, without_text
from meeting_tui.session_log.chain import link, verify
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.session_log.postgres import PostgresLog, open_postgres
from meeting_tui.session_log.postgres_roles import people, revoke
from meeting_tui.session_log.postgres_server import NotAllowed, NotConnected, Server
from tests.postgres import SharedRoom, plain
from tests.session_log.meeting_day import entry, opening, turn

NAMES = count(1)
CALL = "SELECT meeting_tui.append(%s, %s, %s::bytea[], %s::bytea[])"


class Room:
    """A meeting in which an officer has given the floor and noted, and the people around it."""

    def __init__(self, shared: SharedRoom) -> None:
        self.shared = shared
        self.meeting = f"attacked {next(NAMES)}"
        self.officer = shared.person("officer", "ak")
        self.note_taker = shared.person("note_taker", "nt")
        self.viewer = shared.person("viewer", "vw")
        self.log = open_postgres(self.officer, self.meeting, is_new=True)
        self.log.append((*opening(), *turn(4)), 0)
        self.before = tuple(self.log.rows())
        self._opened: list[PostgresLog] = []

    def at(self, server: Server) -> PostgresLog:
        """The log as another person has it."""
        self._opened.append(open_postgres(server, self.meeting))
        return self._opened[-1]

    def close(self) -> None:
        for log in (self.log, *self._opened):
            log.close()

    def is_as_before(self) -> bool:
        rows = tuple(self.log.rows())
        return rows == self.before and verify(rows, self.log.head()) == ()


@pytest.fixture
def room(shared_room: SharedRoom) -> Iterator[Room]:
    made = Room(shared_room)
    yield made
    made.close()


def by(hand: str, event: Event, seq: int = 8) -> Entry:
    """An entry of that person, after the seven there are."""
    return replace(entry(seq, event, desk=f"desk-{hand}"), hand=hand)


def noted(text: str, seq: int = 8, point: str = "p9") -> Entry:
    return by("nt", PointNoted(point, "v-4", text), seq)


def content(one: Entry) -> bytes:
    return canonical(encode(one))


def refused(
    room: Room, server: Server, contents: Sequence[bytes], redacted: Sequence[bytes] = ()
) -> str | None:
    """Why the server does not append them; None where it does."""
    values = (room.meeting, room.log.head().seq, list(contents), list(redacted))
    with plain(server) as connection:
        try:
            connection.execute(CALL, values)
        except psycopg.Error as fault:
            return fault.diag.constraint_name or fault.sqlstate
    return None


DENIED = "42501"
ATTACKS = (
    "INSERT INTO meeting_tui.entry VALUES (1, 99, 'x', 'x', 'x', 'x', 'x', 'x')",
    "UPDATE meeting_tui.entry SET content = 'x'",
    "DELETE FROM meeting_tui.entry",
    "TRUNCATE meeting_tui.entry CASCADE",
    "UPDATE meeting_tui.meeting SET seq = 0",
    "DELETE FROM meeting_tui.meeting",
    "UPDATE meeting_tui.person SET role = 'officer'",
    "INSERT INTO meeting_tui.person VALUES ('me', 'me', 'officer')",
    "UPDATE meeting_tui.kind SET of_notes = true",
    "SELECT * FROM meeting_tui.draft",
    "COPY meeting_tui.draft TO STDOUT",
    "SELECT * FROM meeting_tui.entry FOR UPDATE",
    "BEGIN; LOCK TABLE meeting_tui.entry IN EXCLUSIVE MODE",
    "ALTER TABLE meeting_tui.entry DISABLE TRIGGER ALL",
    "DROP TABLE meeting_tui.entry",
    "DROP FUNCTION meeting_tui.append",
    "CREATE OR REPLACE FUNCTION meeting_tui.me(wanted text) RETURNS meeting_tui.person"
    " LANGUAGE sql AS 'SELECT NULL::meeting_tui.person'",
    "CREATE TABLE meeting_tui.mine (n int)",
    "SELECT meeting_tui.found('mine')",
    "SELECT meeting_tui.adopt('mine', ARRAY[]::bytea[], ARRAY[]::text[])",
    "SELECT meeting_tui.allow(NULL, 1, NULL)",
    "SELECT meeting_tui.redact(NULL, 1, NULL, NULL)",
    "SELECT meeting_tui.locked('x')",
    "SET ROLE {database}_owner",
    "SET ROLE {database}_officer",
    "SET SESSION AUTHORIZATION admin",
    "GRANT {database}_officer TO {login}",
    "ALTER ROLE {login} CREATEROLE",
    "CLUSTER meeting_tui.entry USING entry_number",
)


@pytest.mark.parametrize("who", ["note_taker", "viewer"])
@pytest.mark.parametrize("statement", ATTACKS)
def test_nobody_goes_round_the_functions(room: Room, who: str, statement: str) -> None:
    server: Server = getattr(room, who)
    database, login = server.settings["dbname"], server.settings["user"]

    with (
        plain(server) as connection,
        pytest.raises(psycopg.Error) as fault,
    ):
        connection.execute(statement.format(database=database, login=login).encode())

    assert fault.value.sqlstate == DENIED
    assert room.is_as_before()


@pytest.mark.parametrize("statement", ATTACKS[:5] + ATTACKS[9:10])
def test_not_even_an_officer_alters_what_was_written(room: Room, statement: str) -> None:
    with (
        plain(room.officer) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())

    assert room.is_as_before()


def test_a_note_taker_notes_and_takes_back_their_own(room: Room) -> None:
    log = room.at(room.note_taker)

    log.append([noted("said")], 7)
    log.append([by("nt", ActUndone("desk-nt-8"), 9)], 8)

    assert [each.hand for each in log.read(after=7)] == ["nt", "nt"]
    assert verify(log.rows(), log.head()) == ()


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (FloorGiven("v-9", "i-4", "4", limit_seconds=180), "floor"),
        (ItemClosed("4"), "floor"),
        (ActUndone("desk-1-5"), "others"),
        (ActUndone("desk-1-6"), "others"),
        (ActUndone("nobodys-1"), "others"),
        (ActUndone("desk-nt-8"), "others"),
    ],
)
def test_a_note_taker_does_nothing_of_the_floor(room: Room, event: Event, why: str) -> None:
    assert refused(room, room.note_taker, [content(by("nt", event))]) == why
    with pytest.raises(NotAllowed) as fault:
        room.at(room.note_taker).append([by("nt", event)], 7)

    assert fault.value.code == why
    assert room.is_as_before()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'"hand":"nt"', b'"hand":"ak"', "author"),
        (b'"hand":"nt"', b'"hand":"ak","hand":"nt"', "spelling"),
        (b'"hand":"nt"', b'"h\\u0061nd":"nt"', "spelling"),
        (b'"what":{', b'"what":{"point":"p1",', "spelling"),
        (b'"what":{', b'"what":{},"what":{', "spelling"),
        (b"]}}", b']},"hand":"ak"}', "spelling"),
        (b'"name":"point_noted"', b'"name":"floor_given"', "spelling"),
        (b'"at":"2026', b'"at":"12026', "spelling"),
        (b'"at":"2026-03', b'"at":"2026-13', "spelling"),
        (b'Z","schema"', b'+01:00","schema"', "spelling"),
        (b'"desk":"desk-nt"', b'"desk":"desk-nt\\u0000"', "spelling"),
        (b'"name":"point_noted"', b'"name":"of_my_own"', "kind"),
        (b'"name":"point_noted"', b'"name":null', "spelling"),
        (b'"seq":8', b'"seq":9', "number"),
        (b'"seq":8', b'"seq":"8"', "spelling"),
        (b'"seq":8', b'"seq":7', "number"),
        (b'"id":"desk-nt-8"', b'"id":"other-8"', "spelling"),
        (b'"act":"desk-nt-8"', b'"act":"desk-1-6"', "act"),
        (b'"act":"desk-nt-8"', b'"act":"nobodys-1"', "act"),
        (b"{", b"\xff{", "spelling"),
        (b"{", b"", "spelling"),
        (b'"schema":2', b'"schema":true', "spelling"),
    ],
)
def test_an_entry_is_signed_and_spelled_as_the_program_does_it(
    room: Room, old: bytes, new: bytes, why: str
) -> None:
    forged = content(noted("said", point="p9")).replace(old, new, 1)

    assert forged != content(noted("said", point="p9"))
    assert refused(room, room.note_taker, [forged]) == why
    assert room.is_as_before()


def test_a_note_taker_writes_at_no_desk_of_another(room: Room) -> None:
    squatted = replace(noted("said"), desk="desk-1", id="desk-1-99", act="desk-1-99")

    assert refused(room, room.note_taker, [content(squatted)]) == "desk"
    assert room.is_as_before()


SAMPLES: dict[str, object] = {
    "str": "x",
    "bool": True,
    "int": 1,
    "datetime": "2026-03-19T09:00:00Z",
    "tuple[str, ...]": ["x"],
    "tuple[int, ...]": [1],
}
ODD: tuple[object, ...] = (
    *(None, True, 0, -1, 1.5, 10**40, "", "x", "/", "..", "2026-03-19T09:00:00Z"),
    *("2026-03-19T24:00:00Z", "2026-03-19", [], [1], [-1], [1.5], ["x"], [None], [["x"]], {}),
)


@pytest.mark.parametrize(
    "kind", [each for each in EVENTS if each.name in OF_NOTES], ids=lambda kind: kind.name
)
def test_whatever_the_server_takes_can_be_read_by_all(room: Room, kind: type[Event]) -> None:
    types = {name: kind.__annotations__[name] for name in kind.__struct_fields__}
    whole = {name: SAMPLES[said.removesuffix(" | None")] for name, said in types.items()}
    tried = [
        *({**whole, name: odd} for name in whole for odd in ODD),
        *({key: whole[key] for key in whole if key != name} for name in whole),
        {**whole, "more": 1},
        whole,
    ]
    plain_entry = decode_plain(content(noted("said")))
    taken = []

    with plain(room.note_taker) as connection:
        for what in tried:
            one = canonical({**plain_entry, "name": kind.name, "what": what})  # type: ignore[dict-item]
            try:
                with connection.transaction(force_rollback=True):
                    connection.execute(CALL, (room.meeting, 7, [one], []))
            except psycopg.Error as fault:
                if fault.diag.constraint_name == "spelling":
                    continue
            taken.append(one)

    assert len(taken) < len(tried) / 2
    assert [decode_bytes(one).event.name for one in taken] == [kind.name] * len(taken)


def decode_plain(one: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(one)
    return found


def test_one_refused_entry_leaves_none_of_the_others(room: Room) -> None:
    forged = content(replace(noted("x", 9), hand="ak"))

    assert refused(room, room.note_taker, [content(noted("said")), forged]) == "author"
    assert room.is_as_before()


def test_a_number_that_is_taken_is_not_taken_again(room: Room) -> None:
    with plain(room.note_taker) as connection, pytest.raises(psycopg.Error) as fault:
        connection.execute(CALL, (room.meeting, 6, [content(noted("said", 7))], []))

    assert fault.value.sqlstate == "MT001"
    assert room.is_as_before()


def purge_of(room: Room, hand: str, number: int, left: Event | None = None) -> tuple[bytes, bytes]:
    """A purge of the point at that number, and what it is said to leave of its entry."""
    rows = {row.seq: row for row in room.log.rows()}
    found = next(each for each in room.log.read(number - 1))
    assert isinstance(found.event, PointNoted)
    event = without_text(found.event, found.event.point) if left is None else left
    remains = content(replace(found, event=event))
    seal = link(rows[number - 1].hash, remains)
    purge = PointPurged(found.event.point, "v-4", (number,), (seal,))
    return content(by(hand, purge, room.log.head().seq + 1)), remains


def test_a_note_taker_does_not_purge_the_point_of_another(room: Room) -> None:
    purge, remains = purge_of(room, "nt", 6)

    assert refused(room, room.note_taker, [purge], [remains]) == "others"
    assert room.is_as_before()


def test_an_officer_does(room: Room) -> None:
    purge, remains = purge_of(room, "ak", 6)

    assert refused(room, room.officer, [purge], [remains]) is None
    assert verify(room.log.rows(), room.log.head()) == ()
    assert b"says" not in b"".join(row.content for row in room.log.rows())


@pytest.mark.parametrize(
    "left",
    [
        PointNoted("p9", "v-4", "another text"),
        PointNoted("p9", "v-5", ""),
        PointNoted("p8", "v-4", ""),
        PointNoted("p9", "v-4", "", kind="proposal"),
    ],
)
def test_a_purge_alters_nothing_even_of_ones_own(room: Room, left: PointNoted) -> None:
    room.at(room.note_taker).append([noted("said")], 7)
    room.before = tuple(room.log.rows())
    purge, remains = purge_of(room, "nt", 8, left)

    assert refused(room, room.note_taker, [purge], [remains]) == "purge"
    assert room.is_as_before()


def test_a_purge_does_not_change_who_noted(room: Room) -> None:
    room.at(room.note_taker).append([noted("said")], 7)
    room.before = tuple(room.log.rows())
    purge, remains = purge_of(room, "nt", 8)

    forged = remains.replace(b'"hand":"nt"', b'"hand":"ak"')

    assert refused(room, room.note_taker, [purge], [forged]) == "purge"
    assert refused(room, room.note_taker, [purge], []) == "spelling"
    assert refused(room, room.note_taker, [purge], [remains]) is None


def test_a_viewer_reads_and_writes_nothing(room: Room) -> None:
    log = room.at(room.viewer)

    assert tuple(log.rows()) == room.before
    assert refused(room, room.viewer, [content(by("vw", PointNoted("p9", "v-4", "x")))]) == DENIED
    with pytest.raises(NotConnected, match="no rights"):
        log.append([by("vw", PointNoted("p9", "v-4", "x"))], 7)
    with pytest.raises(NotConnected, match="no rights"):
        log.keep_draft("line", "x", opening()[0].at)
    assert room.is_as_before()


def test_nobody_reads_the_draft_of_another(room: Room) -> None:
    room.log.keep_draft("line", "mine", opening()[0].at)
    log = room.at(room.note_taker)

    assert log.drafts() == {}
    log.keep_draft("line", "theirs", opening()[0].at)
    log.drop_draft("line")
    assert [draft.text for draft in room.log.drafts().values()] == ["mine"]


def test_tables_and_functions_of_ones_own_are_not_used_in_place_of_those(room: Room) -> None:
    with plain(room.note_taker) as connection:
        connection.execute("CREATE TEMP TABLE person (login name, hand text, role text)")
        connection.execute("INSERT INTO person VALUES (session_user, 'ak', 'officer')")
        connection.execute(
            "CREATE FUNCTION pg_temp.starts_with(text, text) RETURNS boolean"
            " LANGUAGE sql AS 'SELECT true'"
        )
        connection.execute("SET search_path = pg_temp, pg_catalog, meeting_tui")
        with pytest.raises(psycopg.Error) as fault:
            connection.execute(CALL, (room.meeting, 7, [content(by("ak", ItemClosed("4")))], []))

    assert fault.value.diag.constraint_name == "author"
    assert room.is_as_before()


def test_rights_end_at_once(room: Room) -> None:
    server = room.shared.person("note_taker", f"gone{next(NAMES)}")
    hand = server.settings["user"].rpartition("_")[2]
    log = room.at(server)
    log.append([replace(noted("said"), hand=hand)], 7)

    revoke(room.shared.admin, server.settings["user"])

    with pytest.raises(NotConnected, match="no rights"):
        log.append([replace(noted("more", 9), hand=hand)], 8)
    with pytest.raises(NotConnected, match="no rights"):
        list(log.rows())
    found = next(each for each in people(room.shared.admin) if each.hand == hand)
    assert found.right is None


def test_a_login_without_rights_sees_nothing(room: Room) -> None:
    login = f"{room.shared.database}_stranger"
    with plain(room.shared.admin) as connection:
        connection.execute(f"CREATE ROLE {login} LOGIN".encode())
    settings = {**room.viewer.settings, "user": login}

    with pytest.raises(NotConnected, match="no rights"):
        open_postgres(Server("there", settings), room.meeting)
