"""What a store promises where several write to it at the same time."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import ConflictError, SessionBusy
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.session_log.acknowledged import read_acknowledged
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.writer_lock import WriterLock
from tests.session_log.meeting_day import entry, meeting_day, opening

CHECKOUT = Path(__file__).resolve().parents[2]
PROCESSES = 4
EACH = 60
NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[SqliteLog, SqliteLog]]:
    """Two writers of one store that holds the opening of a meeting."""
    first = open_sqlite(tmp_path / "log.db", writer=True, desk="desk", shares=True)
    first.append(opening(), 0)
    first.share()
    second = open_sqlite(tmp_path / "log.db", writer=True, desk="notes", shares=True)
    yield first, second
    second.close()
    first.close()


def test_what_one_appends_is_news_to_the_other_once(pair: tuple[SqliteLog, SqliteLog]) -> None:
    first, second = pair
    assert not first.has_news()

    second.append([entry(4, ItemClosed("4"), desk="notes")], 3)

    assert first.has_news()
    assert not first.has_news()
    assert not second.has_news(), "what one wrote itself is none"
    assert [each.id for each in first.read(3)] == ["notes-4"]


def test_who_is_second_at_a_number_loses_reads_on_and_goes_on(
    pair: tuple[SqliteLog, SqliteLog],
) -> None:
    first, second = pair
    first.append([entry(4, ItemClosed("4"), desk="desk")], 3)

    with pytest.raises(ConflictError):
        second.append([entry(4, ItemClosed("4"), desk="notes")], 3)
    (newer,) = second.read(3)
    second.append([entry(newer.seq + 1, ItemClosed("4"), desk="notes")], newer.seq)

    assert [each.desk for each in first.read(3)] == ["desk", "notes"]
    assert verify(first.rows(), first.head()) == ()


def test_what_was_stored_is_passed_over_though_another_wrote_behind_it(
    pair: tuple[SqliteLog, SqliteLog],
) -> None:
    first, second = pair
    again = [entry(4, ItemClosed("4"), desk="desk")]
    first.append(again, 3)
    second.append([entry(5, ItemClosed("4"), desk="notes")], 4)

    first.append(again, 3)

    assert first.head().seq == 5


def test_drafts_of_both_stand_side_by_side(pair: tuple[SqliteLog, SqliteLog]) -> None:
    first, second = pair
    first.keep_draft("notes", "hers", NOON)
    second.keep_draft("notes/notes", "his", NOON)
    second.append([entry(4, ItemClosed("4"), desk="notes")], 3, drops_draft="notes/notes")

    assert {slot: each.text for slot, each in first.drafts().items()} == {"notes": "hers"}


def test_nobody_writes_while_the_log_stands(pair: tuple[SqliteLog, SqliteLog]) -> None:
    first, second = pair
    with first.standing():
        assert second.head() == first.head()
    second.append([entry(4, ItemClosed("4"), desk="notes")], 3)
    assert first.head().seq == 4


def test_whoever_mends_has_the_log_alone(pair: tuple[SqliteLog, SqliteLog], tmp_path: Path) -> None:
    for each in pair:
        with pytest.raises(SessionBusy):
            salvage(tmp_path)
        with pytest.raises(SessionBusy):
            open_sqlite(tmp_path / "log.db", writer=True, desk="alone")
        each.close()
    assert salvage(tmp_path).kept == 3


def test_a_seat_waits_until_the_first_has_looked_through_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meeting_tui.session_log.writer_lock.PATIENCE_SECONDS", 0.1)
    path = tmp_path / "log.lock"
    first = WriterLock(path, "desk", shares=True)
    assert [first.is_alone] == [True]
    with pytest.raises(SessionBusy, match=r"\(desk desk\)"):
        WriterLock(path, "notes", shares=True)

    first.share()
    second = WriterLock(path, "notes", shares=True)

    assert [first.is_alone, second.is_alone] == [False, False]
    first.share()
    second.release()
    first.release()


def test_who_is_left_has_the_log_alone_again(tmp_path: Path) -> None:
    path = tmp_path / "log.lock"
    first = WriterLock(path, "desk", shares=True)
    first.share()
    second = WriterLock(path, "notes", shares=True)

    assert not second.regain()
    third = WriterLock(path, "desk-2", shares=True)
    assert not third.is_alone, "who could not have it alone shares it still"
    third.release()
    first.release()
    assert second.regain()
    second.release()


def test_a_holder_that_has_left_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "log.lock"
    lock = WriterLock(path, "desk")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    path.write_text(f"{gone.pid} desk-9\n", encoding="utf-8")

    with pytest.raises(SessionBusy, match=r"already being written$"):
        WriterLock(path, "notes")
    lock.release()


@pytest.mark.unmeasured
def test_processes_that_append_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    log = folder.write("desk")
    log.append(opening(), 0)
    log.close()

    heads = []
    writers = [_writer(folder, f"desk-{number}") for number in range(PROCESSES)]
    while any(each.poll() is None for each in writers):
        noted = read_acknowledged(folder.path)
        heads += [noted.seq] if noted else []
        time.sleep(0.005)
    said = [each.communicate() for each in writers]

    assert [complaint for _, complaint in said] == [""] * PROCESSES
    acknowledged = [told for out, _ in said for told in out.split()]
    found = folder.read()
    stored = [each.id for each in found.read(3)]
    assert verify(found.rows(), found.head()) == ()
    found.close()
    assert len(acknowledged) == PROCESSES * EACH
    assert sorted(stored) == sorted(acknowledged)
    assert [int(re.sub(r".*-", "", each)) for each in stored] == list(range(4, 4 + len(stored)))
    assert heads == sorted(heads), "what is noted as acknowledged never goes back"
    noted = read_acknowledged(folder.path)
    assert noted is not None and noted.head == found_head(folder)
    folder.write("desk").close()


def found_head(folder: SessionFolder) -> object:
    log = folder.read()
    try:
        return log.head()
    finally:
        log.close()


def _writer(folder: SessionFolder, desk: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.session_log.several", folder.path, desk, str(EACH)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_log_that_was_opened_beside_others_is_checked_too(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    first = folder.write("desk", shares=True)
    first.append(meeting_day(2), 0)
    first.share()

    second = folder.write("notes", shares=True)

    assert second.lacks is None and second.head_trouble is None
    assert not second.is_alone
    assert tuple(second.read()) == meeting_day(2)
    second.close()
    first.close()
