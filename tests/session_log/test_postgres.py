"""What a store on a server promises beyond the contract: many writers, cut-offs, a killed one."""

from __future__ import annotations

import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from msgspec.structs import replace

from meeting_tui.errors import ConflictError, MeetingTuiError
from meeting_tui.meeting.acts import OF_NOTES
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.postgres import PostgresLog, open_postgres
from meeting_tui.session_log.postgres_server import (
    NotAllowed,
    NotConnected,
    Server,
    Unreachable,
    server_at,
)
from tests.postgres import Postgres, SharedRoom, plain, started
from tests.session_log.meeting_day import BEGIN, entry, meeting_day, opening, turn

NAMES = count(1)


@pytest.fixture
def opened(shared_room: SharedRoom) -> Iterator[Callable[..., PostgresLog]]:
    """Opens the log of a new meeting, the same one for every person that asks."""
    name, logs = f"shared {next(NAMES)}", list[PostgresLog]()

    def open_as(hand: str = "ak") -> PostgresLog:
        server = shared_room.person("officer" if hand == "ak" else "note_taker", hand)
        logs.append(open_postgres(server, name, is_new=not logs))
        return logs[-1]

    yield open_as
    for log in logs:
        log.close()


def noted(seq: int, hand: str, text: str) -> Entry:
    desk = f"desk-{hand}"
    key = f"{desk}-{text}"
    return replace(
        entry(seq, PointNoted(f"p{seq}", "v-4", text), desk=desk), hand=hand, id=key, act=key
    )


def test_many_write_at_once_and_nothing_is_lost_or_doubled(
    opened: Callable[..., PostgresLog],
) -> None:
    officer = opened()
    officer.append(meeting_day(1), 0)
    hands = [f"n{n}" for n in range(6)]
    logs = [opened(hand) for hand in hands]

    def write(log: PostgresLog, hand: str) -> int:
        conflicts, written = 0, 0
        while written < 20:
            try:
                log.append([noted(log.head().seq + 1, hand, str(written))], log.head().seq)
                written += 1
            except (ConflictError, ValueError):
                conflicts += 1
        return conflicts

    with ThreadPoolExecutor(len(hands)) as pool:
        list(pool.map(write, logs, hands))

    entries = list(officer.read(after=7))
    assert [each.seq for each in entries] == list(range(8, 8 + 120))
    assert {each.id for each in entries} == {f"desk-{h}-{n}" for h in hands for n in range(20)}
    for hand in hands:
        assert [e.event.text for e in entries if e.hand == hand] == [str(n) for n in range(20)]  # type: ignore[attr-defined]
    assert verify(officer.rows(), officer.head()) == ()


def test_who_takes_turns_has_no_conflicts(opened: Callable[..., PostgresLog]) -> None:
    officer = opened()
    officer.append(meeting_day(1), 0)
    hands = [f"n{n}" for n in range(4)]

    def write(log: PostgresLog, hand: str) -> None:
        for n in range(25):
            with log.turn() as last:
                log.append([noted(last + 1, hand, str(n))], last)

    with ThreadPoolExecutor(len(hands)) as pool:
        list(pool.map(write, [opened(hand) for hand in hands], hands))

    assert [each.seq for each in officer.read(after=7)] == list(range(8, 108))
    assert verify(officer.rows(), officer.head()) == ()


def test_what_is_tried_again_in_a_turn_is_passed_over(opened: Callable[..., PostgresLog]) -> None:
    log = opened()
    log.append(meeting_day(1), 0)

    with log.turn() as last:
        log.append(turn(4), 3)
        log.append([entry(last + 1, PointNoted("p9", "v-4", "more"))], last)

    assert log.head().seq == 8


def test_a_turn_that_fails_leaves_nothing(opened: Callable[..., PostgresLog]) -> None:
    log = opened()
    log.append(opening(), 0)

    with pytest.raises(ConflictError), log.turn():
        log.append(turn(4), 3)
        log.append([replace(entry(8, opening()[2].event), id="desk-1-2")], 7)

    assert log.head().seq == 3


def test_meetings_of_one_database_are_apart(shared_room: SharedRoom) -> None:
    server = shared_room.person("officer", "ak")
    first = open_postgres(server, f"first {next(NAMES)}", is_new=True)
    second = open_postgres(server, f"second {next(NAMES)}", is_new=True)
    try:
        first.append(meeting_day(2), 0)
        second.append(opening(), 0)
        second.keep_draft("line", "x", BEGIN)

        assert tuple(first.read()) == meeting_day(2)
        assert tuple(second.read()) == opening()
        assert first.drafts() == {}
    finally:
        first.close()
        second.close()


def test_a_meeting_is_made_once_and_has_to_be_there(
    opened: Callable[..., PostgresLog], shared_room: SharedRoom
) -> None:
    log = opened()

    with pytest.raises(NotAllowed, match="already a meeting"):
        open_postgres(log.server, log.meeting, is_new=True)
    with pytest.raises(NotConnected, match="no meeting “elsewhere”"):
        open_postgres(log.server, "elsewhere")


def test_an_append_wakes_whoever_waits(opened: Callable[..., PostgresLog]) -> None:
    writer, reader = opened(), opened("n1")
    writer.append(opening(), 0)
    assert reader.wait(0) is True  # it has just begun to listen: something may have come before
    assert reader.wait(0.01) is False
    waited: list[float] = []

    def wait() -> None:
        while not reader.wait(10):
            pass
        waited.append(time.monotonic())

    thread = threading.Thread(target=wait)
    thread.start()
    writer.append(turn(4), 3)
    thread.join(20)

    assert waited
    assert [each.seq for each in reader.read(after=3)] == [4, 5, 6, 7]


def test_it_is_no_matter_that_the_connection_breaks(
    opened: Callable[..., PostgresLog], shared_room: SharedRoom
) -> None:
    log = opened("ak")
    log.append(opening(), 0)
    with plain(shared_room.admin) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s",
            (log.server.settings["user"],),
        )

    with pytest.raises(Unreachable, match="does not answer"):
        log.append(turn(4), 3)
    log.append(turn(4), 3)

    assert tuple(log.read()) == meeting_day(1)


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(
    own_server: tuple[Postgres, SharedRoom],
) -> None:
    postgres, room = own_server
    log = open_postgres(room.person("officer", "ak"), "killed", is_new=True)
    acknowledged = 0
    killer = threading.Timer(0.3, lambda: postgres.stop(signal.SIGKILL))
    killer.start()
    try:
        while True:
            log.append([entry(acknowledged + 1, opening()[2].event)], acknowledged)
            acknowledged += 1
    except Unreachable:
        pass
    killer.join()
    postgres.start()

    log.append([entry(acknowledged + 1, opening()[2].event)], acknowledged)

    assert acknowledged > 0
    assert [each.seq for each in log.read()] == list(range(1, acknowledged + 2))
    assert verify(log.rows(), log.head()) == ()
    log.close()


@pytest.fixture
def own_server() -> Iterator[tuple[Postgres, SharedRoom]]:
    with started() as postgres:
        yield postgres, SharedRoom(postgres)


def test_what_is_purged_is_gone_from_the_tables_and_from_all_drafts(
    own_server: tuple[Postgres, SharedRoom],
) -> None:
    postgres, room = own_server
    officer, other = room.person("officer", "ak"), room.person("note_taker", "nt")
    log = open_postgres(officer, "purged", is_new=True)
    log.append((*opening(), *turn(4)), 0)
    said = "Zanzibar withdraws its candidate"
    log.append([entry(8, PointNoted("p9", "v-4", said, audience="off-record"))], 7)
    theirs = open_postgres(other, "purged")
    theirs.keep_draft("note", "ZANZIBAR  withdraws its cand", BEGIN)
    theirs.keep_draft("correct", "correct p9 it does not", BEGIN)
    theirs.keep_draft("line", "something else", BEGIN)

    log.append([entry(9, PointPurged("p9", "v-4"))], 8)

    assert verify(log.rows(), log.head()) == ()
    assert set(theirs.drafts()) == {"line"}
    assert b"Zanzibar" not in b"".join(row.content for row in log.rows())
    with plain(room.admin) as connection:
        connection.execute("CHECKPOINT")
    files = [each for each in (postgres.data / "base").rglob("*") if each.is_file()]
    assert [each for each in files if b"anzibar" in each.read_bytes().lower()] == []
    log.append([entry(9, PointPurged("p9", "v-4"))], 8)  # its outcome was unknown
    log.append([entry(10, PointNoted("p10", "v-4", "more"))], 9)
    assert verify(log.rows(), log.head()) == ()
    log.close()
    theirs.close()


def test_a_purge_and_its_point_in_one_append(opened: Callable[..., PostgresLog]) -> None:
    log = opened()
    log.append((*opening(), *turn(4)), 0)
    point = PointNoted("p9", "v-4", "said in confidence", audience="off-record")

    log.append([entry(8, point), entry(9, PointPurged("p9", "v-4"))], 7)

    assert [each.seq for each in log.read()] == list(range(1, 10))
    assert b"confidence" not in b"".join(row.content for row in log.rows())
    assert verify(log.rows(), log.head()) == ()


def test_the_server_knows_every_kind_and_which_are_for_note_takers(
    shared_room: SharedRoom,
) -> None:
    with plain(shared_room.admin) as connection:
        found = connection.execute("SELECT name, of_notes FROM meeting_tui.kind").fetchall()

    assert dict(found) == {each.name: each.name in OF_NOTES for each in EVENTS}
    assert {"point_noted", "decision_taken", "act_undone"} <= OF_NOTES
    assert not OF_NOTES & {"floor_given", "session_started", "clock_jumped", "events_lost"}


def test_a_server_that_is_not_there_does_not_answer() -> None:
    with pytest.raises(Unreachable, match="does not answer"):
        open_postgres(server_at("postgresql://ana@127.0.0.1:1/meetings"), "trial")


def test_a_database_without_a_shared_log_says_what_to_do(postgres: Postgres) -> None:
    server = server_at(postgres.address("admin", postgres.new_database()))

    with pytest.raises(NotConnected, match="shared init"):
        open_postgres(server, "trial")
    with pytest.raises(NotConnected, match="database does not exist"):
        open_postgres(server_at(postgres.address("admin", "none")), "trial")
    with pytest.raises(NotConnected, match="does not accept"):
        open_postgres(server_at(postgres.address("nobody", "postgres")), "trial")


@pytest.mark.parametrize("layout", [0, 2])
def test_tables_of_another_version_are_left_alone(postgres: Postgres, layout: int) -> None:
    room = SharedRoom(postgres)
    with plain(room.admin) as connection:
        connection.execute("UPDATE meeting_tui.layout SET version = %s", (layout,))

    with pytest.raises(MeetingTuiError, match="newer" if layout else "older"):
        open_postgres(room.admin, "trial")


def test_the_password_is_in_no_error(own_server: tuple[Postgres, SharedRoom]) -> None:
    _, room = own_server
    server = room.person("officer", "ak")
    secret = "hunter2secret"
    settings = {**server.settings, "password": secret}
    tried = [
        {**settings, "host": "127.0.0.1", "port": "1"},
        {**settings, "user": "nobody"},
        {**settings, "dbname": "none"},
        {**settings, "host": "127.0.0.1", "sslmode": "verify-full"},
        {**settings, "options": f"-c nonsense={secret}"},
    ]

    for each in tried:
        with pytest.raises(MeetingTuiError) as fault:
            open_postgres(Server("there", each), "trial")
        assert secret not in "".join(traceback.format_exception(fault.value))
