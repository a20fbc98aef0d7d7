"""The writer keeps order, tells the truth, survives every fault and hangs nobody."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting_tui.desk import writer as writing
from meeting_tui.desk.intake import mint
from meeting_tui.desk.watched_log import LogGone
from meeting_tui.desk.writer import News, Saved, Unsaved, Writer
from meeting_tui.errors import ConflictError, LogDamaged, SessionBusy
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.items import ItemOpened
from meeting_tui.session_log.store import Reason, WriteRefused
from tests.desk.seat import SEAT, FaultyLog

AT = datetime(2026, 3, 19, 9, 2, tzinfo=UTC)


@pytest.fixture(autouse=True)
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)


def act(after: int, size: int = 1) -> tuple[Entry, ...]:
    return mint(after, [ItemOpened(str(n)) for n in range(size)], AT, AT, SEAT)


class Heard:
    """Hears what a writer tells."""

    def __init__(self, log: FaultyLog) -> None:
        self.log = log
        self.writer = Writer(lambda: log)
        self.told: queue.SimpleQueue[Saved | Unsaved | News] = queue.SimpleQueue()
        self.writer.load()
        self.writer.listen(lambda what: self.told.put(what))

    def next(self) -> Saved | Unsaved | News:
        return self.told.get(timeout=5)

    def until_saved(self, seq: int) -> list[Unsaved]:
        """The troubles told before everything up to a number was saved."""
        told = []
        while (what := self.next()) != Saved(seq):
            if isinstance(what, Unsaved):
                told.append(what)
        return told


def test_what_is_told_saved_is_in_the_log() -> None:
    desk = Heard(FaultyLog())
    desk.writer.append(act(1, 2))
    assert desk.next() == Saved(3)
    assert desk.log.head().seq == 3
    assert desk.writer.close()
    assert desk.log.is_closed


def at_work(*faults: Reason) -> tuple[Heard, threading.Event]:
    """A writer that is writing three entries until it may go on; after that come the faults."""
    held = threading.Event()
    desk = Heard(FaultyLog(held, *faults))
    desk.writer.append(act(1, 3))
    give_up = time.monotonic() + 30
    while len(desk.log.faults) > len(faults):
        assert time.monotonic() < give_up
        time.sleep(0.001)
    return desk, held


def test_order_is_kept_and_what_waited_is_written_in_one_go_over_failures() -> None:
    desk, held = at_work("full", "locked")
    for after in range(4, 13, 3):
        desk.writer.append(act(after, 3))
    held.set()
    trouble = desk.until_saved(13)
    assert [each.reason for each in trouble] == ["full", "locked"]
    assert [entry.seq for entry in desk.log.read()] == list(range(1, 14))
    assert desk.log.appends == 2
    assert all(each.waiting for each in trouble)
    assert desk.writer.trouble is None
    desk.writer.close()


def test_acts_that_settle_other_drafts_are_written_by_themselves() -> None:
    desk, held = at_work()
    for typed_in in ("floor", "notes"):
        desk.writer.keep_draft(typed_in, "typed", AT)
    for after, slot in ((4, None), (5, "floor"), (6, None), (7, "floor"), (8, "notes"), (9, None)):
        desk.writer.append(act(after), slot)
    held.set()

    desk.until_saved(10)

    assert [entry.seq for entry in desk.log.read()] == list(range(1, 11))
    assert desk.log.appends == 3
    assert desk.log.drafts() == {}
    desk.writer.close()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (LogDamaged("a page is gone"), "damaged"),
        (ConflictError("another was first"), "damaged"),
        (LogGone(Path("log.db")), "gone"),
        (ValueError("numbers"), "other"),
        (OSError(5, "I/O error"), "other"),
        (RuntimeError(), "other"),
    ],
)
def test_any_fault_is_told_and_the_thread_goes_on(fault: Exception, reason: str) -> None:
    desk = Heard(FaultyLog(fault))
    desk.writer.append(act(1))
    told = desk.next()
    assert isinstance(told, Unsaved)
    found = 0 if reason in ("gone", "damaged") else 1
    assert (told.reason, told.waiting, told.seq) == (reason, 1, found)
    assert told.sentence
    assert desk.next() == Saved(2)
    assert desk.writer.close()


def test_an_act_settles_the_draft_before_it_and_not_the_one_after() -> None:
    held = threading.Event()
    desk = Heard(FaultyLog(held))
    desk.writer.keep_draft("floor", "mex", AT)
    desk.writer.append(act(1), "floor")
    desk.writer.keep_draft("floor", "fra", AT)
    desk.writer.keep_draft("notes", "a point", AT)
    held.set()
    assert desk.writer.flush()
    assert {slot: draft.text for slot, draft in desk.log.drafts().items()} == {
        "floor": "fra",
        "notes": "a point",
    }
    desk.writer.append(act(2), "floor")
    desk.writer.keep_draft("notes", "", AT)
    assert desk.writer.close()
    assert desk.log.drafts() == {}


def test_many_letters_of_a_draft_are_few_writes() -> None:
    held = threading.Event()
    log = FaultyLog(held)
    desk = Heard(log)
    written: list[str] = []
    kept = log.keep_draft

    def keep(slot: str, text: str, at: datetime) -> None:
        written.append(text)
        kept(slot, text, at)

    log.keep_draft = keep  # type: ignore[method-assign]
    text = "a long point on transfers"
    for end in range(1, len(text) + 1):
        desk.writer.keep_draft("notes", text[:end], AT)
    held.set()
    assert desk.writer.close()
    assert log.drafts()["notes"].text == text
    assert len(written) <= 2


def test_unsaved_drafts_are_trouble_too() -> None:
    desk = Heard(FaultyLog("full"))
    desk.writer.keep_draft("notes", "a point", AT)
    assert desk.until_saved(1) == [desk_trouble("full", 1)]
    desk.writer.close()


def desk_trouble(reason: str, waiting: int) -> Unsaved:
    return Unsaved(reason, WriteRefused("full", "log.db").said, waiting, 1)


def test_closing_in_trouble_says_so_and_lets_the_log_go() -> None:
    log = FaultyLog()
    log.stays = "read_only"
    desk = Heard(log)
    desk.writer.append(act(1))
    assert not desk.writer.close()
    assert log.is_closed
    assert desk.writer.trouble is not None
    assert desk.writer.trouble.reason == "read_only"


def test_closing_does_not_wait_for_ever_for_a_disk_that_hangs() -> None:
    held = threading.Event()
    desk = Heard(FaultyLog(held))
    desk.writer.append(act(1))
    since = time.monotonic()
    assert not desk.writer.close(timeout=0.1)
    assert not desk.writer.flush(timeout=0.05)
    assert time.monotonic() - since < 2
    held.set()
    assert desk.writer.close()
    assert desk.log.head().seq == 2


def test_opening_that_fails_is_raised_where_the_log_is_waited_for() -> None:
    def open_log() -> FaultyLog:
        raise SessionBusy("somebody else has it")

    writer = Writer(open_log)
    with pytest.raises(SessionBusy):
        writer.load()
    heard: list[BaseException | None] = []
    writer.when_loaded(heard.append)
    assert isinstance(heard[0], SessionBusy)
    writer.append(act(1))
    assert not writer.close()
    assert not writer.flush()


def test_a_log_that_cannot_be_read_is_let_go() -> None:
    class Unreadable(FaultyLog):
        def read(self, after: int = 0) -> Iterator[Entry]:
            raise LogDamaged("nothing there")

    log = Unreadable()
    writer = Writer(lambda: log)
    with pytest.raises(LogDamaged):
        writer.load()
    assert log.is_closed


def test_a_listener_that_fails_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    desk = Heard(FaultyLog())

    def closed_loop(told: Saved | Unsaved | News) -> None:
        raise RuntimeError("the loop is closed")

    desk.writer.listen(closed_loop)
    with caplog.at_level(logging.ERROR):
        desk.writer.append(act(1))
        desk.writer.flush()
        desk.writer.append(act(2))
        assert desk.writer.close()
    assert desk.log.head().seq == 3
    assert "nobody could be told" in caplog.text


def test_before_anybody_listens_things_are_written() -> None:
    log = FaultyLog()
    writer = Writer(lambda: log)
    writer.append(act(1))
    assert writer.close()
    assert log.head().seq == 2
