"""One desk: on disk before it is shown, in order; and when the disk refuses, the floor goes on."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from meeting_tui.desk import desk as desks
from meeting_tui.desk import writer as writing
from meeting_tui.desk.clock import Jump
from meeting_tui.desk.desk import Accepted, Refused
from meeting_tui.errors import SessionBusy
from meeting_tui.meeting.clock_gaps import ClockJumped
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.store import Draft
from meeting_tui.views.keeping import Keeping
from meeting_tui.words import Sentence
from tests.desk.seat import MORNING, FaultyLog, HandClock, Room, first_entry
from tests.session_log.memory_log import MemoryLog


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "RETRY_SECONDS", 0.02)


def test_an_act_is_in_the_log_before_it_is_shown() -> None:
    room = Room()
    seen: list[int] = []
    room.desk.listen(
        lambda what: seen.append(room.log.head().seq) if isinstance(what, Accepted) else None
    )
    for line in ("open", "item 0", "mex fra(eu) zaf", "next"):
        answer = room.do(line)
        assert isinstance(answer, Accepted)
        assert seen[-1] >= answer.entries[-1].seq
    assert room.desk.leave()
    assert replay(room.log.read()).state == room.desk.state


def test_a_refusal_changes_nothing_and_the_next_line_goes_on() -> None:
    room = Room()
    room.desk.submit("next")
    room.desk.submit("open")
    room.desk.submit("open")
    room.until(lambda: len(room.answers) == 3)
    assert [type(each) for each in room.answers] == [Refused, Accepted, Refused]
    assert room.log.head().seq == 2
    room.desk.leave()


def test_lines_keep_their_order_and_their_own_instants() -> None:
    held = threading.Event()
    room = Room(FaultyLog(held))
    for line in ("open", "item 0", "mex", "fra", "next"):
        room.desk.submit(line)
        room.clock.pass_by(1)
    assert room.answers == []
    held.set()
    room.until(lambda: len(room.answers) == 5)
    entries = room.desk.intake.meeting.entries[1:]
    assert [entry.seq for entry in entries] == list(range(2, 7))
    assert {after.at - before.at for before, after in pairwise(entries)} == {timedelta(seconds=1)}
    room.desk.leave()


@pytest.mark.parametrize("reason", ["full", "read_only", "locked"])
def test_the_floor_goes_on_in_memory_and_is_saved_later(reason: str) -> None:
    log = FaultyLog()
    room = Room(log)
    room.do("open")
    room.do("item 0")
    log.stays = reason  # type: ignore[assignment]
    room.do("mex fra zaf")
    room.until(lambda: room.desk.keeping.trouble == reason)
    room.do("next")
    assert room.desk.state.floor is not None
    assert log.head().seq == 3
    room.until(lambda: room.desk.keeping.waiting == 4)
    assert room.desk.keeping.sentence
    log.stays = None
    room.until(lambda: room.desk.keeping.trouble is None)
    assert log.head().seq == room.desk.intake.meeting.last.seq == 7
    assert room.desk.keeping.waiting == 0
    assert replay(log.read()).state == room.desk.state
    assert room.desk.leave()


def test_trouble_is_told_once_while_it_stays_the_same() -> None:
    log = FaultyLog()
    log.stays = "full"
    room = Room(log)
    room.do("open")
    give_up = time.monotonic() + 0.3
    room.until(lambda: time.monotonic() > give_up)
    assert room.troubles.count("full") == 1
    log.stays = None
    room.until(lambda: room.desk.keeping.trouble is None)
    room.desk.leave()


def test_a_silent_disk_is_waited_for_no_longer_than_patience(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.1)
    held = threading.Event()
    room = Room(FaultyLog(held))
    room.do("open")
    assert room.desk.keeping.trouble == "slow"
    for _ in range(700):
        room.desk.submit("yield")
    room.do("item 0")
    assert room.desk.state.item == "0"
    assert room.desk.keeping.waiting == 2
    held.set()
    room.until(lambda: room.desk.keeping.trouble is None)
    assert room.log.head().seq == 3
    room.desk.leave()


def test_a_saved_draft_does_not_pass_for_a_saved_act(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.05)
    first, second = threading.Event(), threading.Event()
    room = Room(FaultyLog(first, None, second))
    room.desk.keep_draft("notes", "a point")
    time.sleep(0.05)
    room.desk.submit("open")
    room.until(lambda: room.desk.keeping.trouble == "slow")
    first.set()
    room.until(lambda: room.desk.keeping.trouble is None)
    room.desk.submit("item 0")
    room.until(lambda: room.desk.keeping.trouble == "slow")
    assert room.desk.keeping.waiting == 1
    second.set()
    room.until(lambda: room.desk.keeping.trouble is None)
    room.desk.leave()


def test_a_draft_is_durable_within_a_second(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    made = open_sqlite(log, writer=True)
    made.append([first_entry()], 0)
    made.close()
    room = Room(open_log=lambda: open_sqlite(log, writer=True))
    room.desk.keep_draft("notes", "[State Party] asked …")
    since = time.monotonic()
    while not drafts_in(log):
        assert time.monotonic() - since < 1
        time.sleep(0.01)
    assert drafts_in(log)["notes"].text == "[State Party] asked …"
    assert room.desk.leave()


def drafts_in(path: Path) -> dict[str, Draft]:
    log = open_sqlite(path, writer=False)
    try:
        return log.drafts()
    finally:
        log.close()


def test_what_is_typed_after_a_line_was_entered_stays_a_draft() -> None:
    held = threading.Event()
    room = Room(FaultyLog(None, held))
    room.desk.keep_draft("floor", "open")
    room.writer.flush()
    room.desk.submit("open", "floor")
    room.desk.submit("item 0", "floor")
    room.desk.keep_draft("floor", "mex fra")
    held.set()
    room.until(lambda: len(room.answers) == 2)
    room.writer.flush()
    assert {slot: draft.text for slot, draft in room.log.drafts().items()} == {"floor": "mex fra"}
    room.do("mex fra", "floor")
    assert room.log.drafts() == {}
    room.desk.keep_draft("floor", "")
    room.desk.leave()


def test_leaving_takes_up_the_lines_that_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room(FaultyLog())
    for line in ("open", "item 0", "mex fra"):
        room.desk.submit(line)
    assert room.desk.leave()
    assert [entry.event.name for entry in room.log.read()][-1] == "inscribed"
    assert room.log.head().seq == 5


def test_leaving_a_silent_disk_says_what_is_not_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desks, "PATIENCE_SECONDS", 0.05)
    log = FaultyLog()
    log.stays = "full"
    room = Room(log)
    room.desk.submit("open")
    room.desk.submit("item 0")
    assert not room.desk.leave()
    assert room.desk.keeping.trouble == "full"
    assert room.desk.keeping.waiting == 2
    assert "full" in str(room.desk.keeping.sentence)


def test_jumps_of_the_clock_are_noted_in_the_log() -> None:
    room = Room()
    room.do("open")
    room.clock.jumps.extend([Jump("sleep", 480.0004), Jump("step", -3600.0)])
    room.desk.tick()
    room.desk.tick()
    room.until(lambda: len(room.answers) == 3)
    told = [entry.event for entry in room.desk.intake.meeting.entries[2:]]
    assert told == [ClockJumped("sleep", 480.0), ClockJumped("step", -3600.0)]
    room.do("adjourn!")
    room.clock.jumps.append(Jump("sleep", 60.0))
    room.desk.tick()
    assert room.desk.leave()
    assert len([e for e in room.log.read() if isinstance(e.event, ClockJumped)]) == 2


class TestGoingOnElsewhere:
    """`save FOLDER` while the meeting runs."""

    def test_all_of_it_is_there_drafts_and_unsaved_acts_too(self) -> None:
        full, other = FaultyLog(), MemoryLog()
        room = Room(full)
        room.do("open")
        room.desk.keep_draft("notes", "a point")
        room.writer.flush()
        full.stays = "full"
        room.do("item 0")
        room.desk.keep_draft("floor", "mex")
        moved: list[Sentence | str | None] = []
        room.desk.go_on_in(lambda: other, moved.append)
        room.do("mex fra")
        room.desk.keep_draft("notes", "")
        room.until(lambda: bool(moved) and room.desk.keeping.trouble is None)
        assert moved == [None]
        room.do("next")
        assert replay(other.read()).state == room.desk.state
        room.desk.keep_draft("floor", "mex and")
        assert room.desk.leave()
        assert {slot: draft.text for slot, draft in other.drafts().items()} == {"floor": "mex and"}
        assert other.head().seq == room.desk.intake.meeting.last.seq

    def test_a_line_on_its_way_is_not_lost(self) -> None:
        held, other = threading.Event(), MemoryLog()
        room = Room(FaultyLog(held))
        room.desk.submit("open")
        room.desk.submit("item 0")
        room.desk.go_on_in(lambda: other)
        room.until(lambda: len(room.answers) == 2)
        assert room.desk.keeping.trouble is None
        assert [e.seq for e in other.read()] == [1, 2, 3]
        held.set()
        assert room.desk.leave()

    def test_where_another_meeting_is_kept_nothing_is_written(self) -> None:
        other = FaultyLog()
        elsewhere = Room(other)
        elsewhere.clock.pass_by(60)
        elsewhere.do("open")
        elsewhere.desk.leave()
        room = Room()
        room.do("open")
        moved: list[Sentence | str | None] = []
        room.desk.go_on_in(lambda: other, moved.append)
        room.until(lambda: bool(moved))
        assert [str(why) for why in moved] == ["another meeting is saved there"]
        room.do("item 0")
        assert room.desk.leave()
        assert room.log.head().seq == 3
        assert other.head().seq == 2

    def test_back_to_where_it_was_kept_before(self) -> None:
        before, other = FaultyLog(), MemoryLog()
        room = Room(before)
        room.do("open")
        for line, log in (("item 0", other), ("mex", before)):
            moved: list[Sentence | str | None] = []
            room.desk.go_on_in(lambda log=log: log, moved.append)  # type: ignore[misc]
            room.until(lambda moved=moved: bool(moved))  # type: ignore[misc]
            assert moved == [None]
            room.do(line)
        assert room.desk.leave()
        assert (before.head().seq, other.head().seq) == (4, 3)

    def test_a_place_that_cannot_be_written_is_told(self) -> None:
        def busy() -> MemoryLog:
            raise SessionBusy("somebody has it")

        room = Room()
        moved: list[Sentence | str | None] = []
        room.desk.go_on_in(busy, moved.append)
        room.until(lambda: bool(moved))
        assert moved == ["somebody has it"]
        room.do("open")
        assert room.desk.leave()

    def test_drafts_given_up_meanwhile_are_gone_there_too(self) -> None:
        gate, other = threading.Event(), FaultyLog()
        other.keep_draft("schedule", "of long ago", MORNING)

        def open_slowly() -> MemoryLog:
            gate.wait(5)
            return other

        room = Room()
        room.desk.keep_draft("notes", "a point")
        moved: list[Sentence | str | None] = []
        room.desk.go_on_in(open_slowly, moved.append)
        room.desk.keep_draft("notes", "")
        room.desk.keep_draft("floor", "mex")
        gate.set()
        room.until(lambda: bool(moved))
        assert room.desk.leave()
        assert {slot: draft.text for slot, draft in other.drafts().items()} == {"floor": "mex"}

    def test_the_latest_place_asked_for_counts(self) -> None:
        slow, other = FaultyLog(), MemoryLog()
        gate = threading.Event()

        def open_slowly() -> MemoryLog:
            gate.wait(5)
            return slow

        room = Room()
        moved: list[str] = []
        room.desk.go_on_in(open_slowly, lambda fault: moved.append("slow"))
        room.desk.go_on_in(lambda: other, lambda fault: moved.append("other"))
        room.until(lambda: bool(moved))
        gate.set()
        room.until(lambda: slow.is_closed)
        room.do("open")
        assert moved == ["other"]
        assert (other.head().seq, slow.head().seq) == (2, 1)
        room.desk.leave()

    def test_leaving_in_the_midst_of_it_still_saves(self) -> None:
        full, other = FaultyLog(), MemoryLog()
        full.stays = "full"
        room = Room(full)
        room.do("open")
        room.desk.go_on_in(lambda: other)
        room.do("item 0")
        assert room.desk.leave()
        assert other.head().seq == 3


def test_nothing_is_said_to_be_saved_before_it_is() -> None:
    room = Room(clock=HandClock())
    kept: list[tuple[int, int]] = []
    room.desk.listen(
        lambda what: (
            kept.append((room.log.head().seq, room.desk._standing.kept_seq))
            if isinstance(what, Keeping)
            else None
        )
    )
    for line in ("open", "item 0", "mex"):
        room.clock.pass_by(1)
        room.do(line)
    assert kept
    assert all(held >= said for held, said in kept)
    room.desk.leave()
