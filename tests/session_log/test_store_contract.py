"""What every store of a session log promises, run on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.shared_log import Outbox, SharedLog
from meeting_tui.errors import ConflictError
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.codec import canonical, encode
from meeting_tui.session_log.postgres import open_postgres
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import EMPTY, Draft, SessionLog, chained
from tests.postgres import SharedRoom
from tests.session_log.meeting_day import entry, meeting_day, opening, turn
from tests.session_log.memory_log import MemoryLog

NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)


MEETINGS = count(1)


@pytest.fixture(params=["memory", "sqlite", "postgres", "shared"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SessionLog]:
    made: SessionLog
    if request.param == "memory":
        made = MemoryLog()
    elif request.param == "sqlite":
        made = open_sqlite(tmp_path / "log.db", writer=True, desk="desk-1")
    else:
        room: SharedRoom = request.getfixturevalue("shared_room")
        made = open_postgres(room.person("officer", "ak"), f"kept {next(MEETINGS)}", is_new=True)
        if request.param == "shared":
            copy = open_sqlite(tmp_path / "log.db", writer=True, desk="desk-1")
            made = SharedLog(made, copy, Outbox(tmp_path), load_directory(), 60.0)
    yield made
    made.close()


def test_an_empty_log_has_no_entries(log: SessionLog) -> None:
    assert log.head() == EMPTY
    assert list(log.read()) == []
    assert list(log.rows()) == []
    assert log.drafts() == {}


def test_what_is_appended_is_read_in_order(log: SessionLog) -> None:
    log.append(opening(), 0)
    log.append(turn(4), 3)

    assert tuple(log.read()) == meeting_day(1)
    assert log.head().seq == 7


def test_rows_are_what_was_written_and_hold(log: SessionLog) -> None:
    day = meeting_day(2)
    log.append(day, 0)

    rows = tuple(log.rows())

    assert rows == chained(day, EMPTY)
    assert [row.content for row in rows] == [canonical(encode(entry)) for entry in day]
    assert verify(rows, log.head()) == ()


def test_reading_goes_on_after_a_number(log: SessionLog) -> None:
    log.append(meeting_day(1), 0)

    assert [entry.seq for entry in log.read(after=5)] == [6, 7]
    assert [row.seq for row in log.rows(after=6)] == [7]
    assert list(log.read(after=7)) == []
    assert len(list(log.read(after=-1))) == 7


def test_a_reader_sees_nothing_of_what_is_appended_behind_it(log: SessionLog) -> None:
    log.append(opening(), 0)
    seen = log.read()
    first = next(seen)
    log.append(turn(4), 3)

    assert [first, *seen][:3] == list(opening())


def test_long_logs_are_read_whole(log: SessionLog) -> None:
    many = tuple(entry(n, ItemClosed("4")) for n in range(1, 2502))
    log.append(many, 0)

    assert [row.seq for row in log.rows()] == list(range(1, 2502))


def test_appending_nothing_does_nothing(log: SessionLog) -> None:
    log.append((), 0)
    log.append((), 7)

    assert log.head() == EMPTY


@pytest.mark.parametrize("expected", [0, 2, 4])
def test_another_number_is_a_conflict_and_changes_nothing(log: SessionLog, expected: int) -> None:
    log.append(opening(), 0)
    head = log.head()

    with pytest.raises(ConflictError, match="the log ends at 3"):
        log.append([entry(expected + 1, ItemClosed("4"), desk="desk-2")], expected)

    assert log.head() == head
    assert tuple(log.read()) == opening()


def test_a_batch_is_kept_whole_or_not_at_all(log: SessionLog) -> None:
    log.append(opening(), 0)
    taken = replace(entry(5, ItemClosed("4")), id="desk-1-2")

    with pytest.raises(ConflictError, match="in the log"):
        log.append([entry(4, ItemClosed("4")), taken], 3)

    assert tuple(log.read()) == opening()
    log.append(turn(4), 3)
    assert tuple(log.read()) == meeting_day(1)


def test_an_id_twice_in_one_batch_is_a_conflict(log: SessionLog) -> None:
    first = entry(1, ItemClosed("4"))

    with pytest.raises(ConflictError, match="in the log"):
        log.append([first, replace(first, seq=2)], 0)

    assert log.head() == EMPTY


def test_appending_again_after_an_unknown_outcome_does_nothing(log: SessionLog) -> None:
    log.append(opening(), 0)
    log.append(turn(4), 3)
    head = log.head()

    log.append(turn(4), 3)
    log.append(opening(), 0)

    assert log.head() == head
    assert tuple(log.read()) == meeting_day(1)


def test_appending_again_and_more_appends_the_rest(log: SessionLog) -> None:
    log.append(meeting_day(1)[:5], 0)

    log.append(meeting_day(1)[3:], 3)

    assert tuple(log.rows()) == chained(meeting_day(1), EMPTY)
    assert verify(log.rows(), log.head()) == ()


@pytest.mark.parametrize("place", range(4))
def test_appending_again_something_else_is_a_conflict(log: SessionLog, place: int) -> None:
    log.append(meeting_day(1), 0)
    again = list(turn(4))
    again[place] = replace(again[place], hand="other")

    with pytest.raises(ConflictError):
        log.append([*again, entry(8, ItemClosed("4"))], 3)
    assert tuple(log.read()) == meeting_day(1)


@pytest.mark.parametrize("numbers", [[2], [1, 3], [1, 1], [2, 1]])
def test_wrong_numbers_are_refused(log: SessionLog, numbers: list[int]) -> None:
    with pytest.raises(ValueError, match="do not follow 0"):
        log.append([entry(n, ItemClosed("4")) for n in numbers], 0)

    assert log.head() == EMPTY


def test_drafts_are_kept_by_slot(log: SessionLog) -> None:
    log.keep_draft("note:v-1", "first [words", NOON)
    log.keep_draft("note:v-1", "first [words]\nsecond 第二", NOON + timedelta(seconds=1))
    log.keep_draft("line", "inscri", NOON)

    assert log.drafts() == {
        "note:v-1": Draft("first [words]\nsecond 第二", NOON + timedelta(seconds=1)),
        "line": Draft("inscri", NOON),
    }


def test_any_text_can_be_a_draft(log: SessionLog) -> None:
    log.keep_draft("note", "a\0\ud800\x1b[31m b", NOON)

    assert log.drafts()["note"].text == "a\0?\x1b[31m b"


def test_drafts_are_dropped(log: SessionLog) -> None:
    log.keep_draft("line", "inscri", NOON)
    log.drop_draft("line")
    log.drop_draft("line")

    assert log.drafts() == {}


def test_a_draft_goes_with_the_entry_that_settles_it(log: SessionLog) -> None:
    log.keep_draft("line", "inscri", NOON)
    log.keep_draft("note", "x", NOON)

    with pytest.raises(ConflictError):
        log.append([entry(5, ItemClosed("4"))], 4, drops_draft="line")
    assert set(log.drafts()) == {"line", "note"}

    log.append(opening(), 0, drops_draft="line")
    assert set(log.drafts()) == {"note"}

    log.append(opening(), 0, drops_draft="note")
    assert log.drafts() == {}


def test_instants_of_drafts_are_utc(log: SessionLog) -> None:
    log.keep_draft("line", "x", NOON.astimezone(timezone(timedelta(hours=1))))

    assert log.drafts()["line"].at == NOON
    assert log.drafts()["line"].at.utcoffset() == timedelta(0)


def test_closing_twice_does_nothing(log: SessionLog) -> None:
    log.append(opening(), 0)
    seen = tuple(log.read())
    log.close()
    log.close()

    assert seen == opening()


def test_what_one_writes_itself_is_no_news(log: SessionLog) -> None:
    assert not log.has_news()
    log.append(opening(), 0)
    log.keep_draft("notes", "typed", NOON)
    assert not log.has_news()
