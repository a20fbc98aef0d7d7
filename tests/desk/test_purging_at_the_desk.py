"""A purge at a desk: what it remembers goes too, also where the session goes on elsewhere."""

from __future__ import annotations

from pathlib import Path

from meeting_tui.desk.desk import Accepted, Refused
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.purges import redactions
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.words import Sentence
from tests.desk.seat import FaultyLog, Room
from tests.session_log.memory_log import MemoryLog
from tests.session_log.purged_session import files_saying

SECRET = "between the two of us and nobody else"


def whispered(log: MemoryLog | None = None) -> Room:
    room = Room(log)
    for line in ("open", "item 0", "floor mex!", f"note /off-record {SECRET}"):
        assert isinstance(room.do(line), Accepted)
    room.desk.keep_draft("notes", f"note /off-record {SECRET}")
    room.desk.keep_draft("line", "correct n1 /off-record otherwise")
    room.desk.keep_draft("floor", "something else")
    room.writer.flush()
    return room


def test_drafts_go_with_it_and_it_stays_gone() -> None:
    room = whispered()

    assert isinstance(room.do("purge! n1"), Accepted)
    room.desk.keep_draft("floor", "something else again")

    assert isinstance(room.do("undo"), Refused)
    assert room.desk.leave()
    assert {slot: each.text for slot, each in room.log.drafts().items()} == {
        "floor": "something else again"
    }
    assert SECRET not in repr(list(room.log.read()))
    assert replay(room.log.read()).state == room.desk.state


def test_elsewhere_it_was_never_said(tmp_path: Path) -> None:
    room = whispered()
    room.do("purge! n1")
    moved: list[Sentence | str | None] = []

    room.desk.go_on_in(lambda: open_sqlite(tmp_path / "log.db", writer=True), moved.append)
    room.until(lambda: bool(moved))
    room.do("note a1 open words")

    assert moved == [None]
    assert room.desk.leave()
    assert files_saying(tmp_path, SECRET) == []
    log = open_sqlite(tmp_path / "log.db", writer=False)
    rows = tuple(log.rows())
    assert verify(rows, log.head()) == ()
    assert len(redactions(rows)) == 1
    log.close()


def test_a_copy_of_before_is_gone_on_with_and_purged() -> None:
    room = whispered()
    old = MemoryLog()
    old.append(tuple(room.log.read()), 0)
    room.do("purge! n1")
    moved: list[Sentence | str | None] = []

    room.desk.go_on_in(lambda: old, moved.append)
    room.until(lambda: bool(moved))

    assert moved == [None]
    assert SECRET not in repr(list(old.read()))
    assert room.desk.leave()


def test_while_the_disk_refuses_it_is_gone_here_and_there_once_it_answers() -> None:
    log = FaultyLog()
    room = whispered(log)
    log.stays = "full"

    room.do("purge! n1")
    room.until(lambda: room.desk.keeping.trouble == "full")
    assert SECRET not in repr(room.desk.intake.meeting.entries)
    assert SECRET in repr(list(log.read()))
    log.stays = None
    room.until(lambda: room.desk.keeping.trouble is None)

    assert SECRET not in repr(list(log.read()))
    assert room.desk.leave()
