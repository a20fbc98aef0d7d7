"""A log that ends too early, or lost something within, says so itself and is gone on with."""

from __future__ import annotations

import os
import queue
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.desk.opening import losses_told, open_session, sit_down
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.sessions import SessionFolder, find_session, list_sessions
from meeting_tui.desk.verifying import check_session
from meeting_tui.desk.visiting import Visitor, visit
from meeting_tui.desk.watched_log import WatchedLog
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.losses import EventsLost, EventsSetApart, unseen
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.session_log.acknowledged import NAME, read_acknowledged
from meeting_tui.session_log.sqlite import open_sqlite
from tests.desk.long_session import long_session, turn
from tests.desk.seat import CHECKOUT, SEAT

FRAME = 4096 + 24


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return long_session(tmp_path)


def killed(folder: SessionFolder, *lines: str) -> int:
    """Enter lines as a desk does that is then killed; the number of the last entry.

    What it wrote stands in the second file alone, and `session.toml` knows nothing of it.
    """
    text = folder.toml.read_bytes()
    kept: dict[str, bytes] = {}
    with visit(folder, SEAT, "en") as visitor:
        for line in lines:
            assert not isinstance(visitor.do(line), Refusal)
        last = visitor.intake.meeting.last.seq
        assert isinstance(visitor.log, WatchedLog)
        visitor.log.keep_head(at_once=True)
        for name in ("log.db", "log.db-wal", NAME):
            kept[name] = (folder.path / name).read_bytes()
    for name, content in kept.items():
        (folder.path / name).write_bytes(content)
    folder.toml.write_bytes(text)
    return last


def cut(file: Path, count: int) -> None:
    os.truncate(file, file.stat().st_size - count)


def unfinished(folder: SessionFolder) -> Path:
    return folder.path / "log.db-wal"


def numbers(visitor: Visitor) -> list[int]:
    return [each.seq for each in visitor.intake.meeting.entries]


def test_what_was_acknowledged_last_is_kept_apart_within_a_second(folder: SessionFolder) -> None:
    calls: queue.SimpleQueue[object] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)
    before = desk.intake.meeting.last.seq
    desk.submit("inscribe ita")
    until = time.monotonic() + 5
    while desk.intake.meeting.last.seq == before and time.monotonic() < until:
        calls.get(timeout=5)()  # type: ignore[operator]
    last = desk.intake.meeting.last
    noted = read_acknowledged(folder.path)
    while (noted is None or noted.seq != last.seq) and time.monotonic() < until:
        time.sleep(0.02)
        noted = read_acknowledged(folder.path)

    assert noted is not None
    assert (noted.seq, noted.at) == (last.seq, last.recorded_at)
    assert desk.leave()


def test_a_noted_head_that_is_damaged_tells_no_tale(tmp_path: Path) -> None:
    assert read_acknowledged(tmp_path) is None
    for told in (b"", b"\xff\xfe", b"7 abc", b"7 abc 2026-03-19T09:00:00+00:00 00000000"):
        (tmp_path / NAME).write_bytes(told)
        assert read_acknowledged(tmp_path) is None


@pytest.mark.parametrize("cut_off", [1, FRAME, 5 * FRAME, 12 * FRAME])
def test_a_cut_tail_is_known_as_such_and_told(folder: SessionFolder, cut_off: int) -> None:
    last = killed(folder, *turn(1), *turn(2), *turn(3))
    noted = read_acknowledged(folder.path)
    assert noted is not None and noted.seq == last
    cut(unfinished(folder), cut_off)
    damaged = {name: (folder.path / name).read_bytes() for name in ("log.db", "log.db-wal")}
    assert check_session(folder, is_text=False).findings

    with visit(folder, SEAT, "en") as visitor:
        meeting = visitor.intake.meeting
        there = [n for n in numbers(visitor) if n <= last]
        assert visitor.mended is not None
        lost = [each.event for each in meeting.entries if isinstance(each.event, EventsLost)]
        missing = sorted(set(range(1, last + 1)) - set(there))
        assert [(each.first_number, each.last_number) for each in lost] == (
            [(missing[0], missing[-1])] if missing else []
        )
        assert all(each.until == noted.at for each in lost)
        # Nobody gets the number of what was lost.
        assert min([n for n in numbers(visitor) if n > last], default=last + 1) == last + 1
        assert not isinstance(visitor.do("inscribe ita"), Refusal)

    for name, content in damaged.items():
        kept = next(folder.path.glob(f"log.db.set-aside-1{name.removeprefix('log.db')}"))
        assert kept.read_bytes() == content
    assert bool(check_session(folder, is_text=False).unseen) == bool(missing)


def test_verify_says_that_what_stands_behind_damage_can_be_recovered(
    folder: SessionFolder,
) -> None:
    last = killed(folder, *turn(1), *turn(2))
    file = unfinished(folder)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 8
    file.write_bytes(content)
    assert [each.what for each in check_session(folder, is_text=False).findings] == ["hidden"]

    with visit(folder, SEAT, "en") as visitor:
        assert numbers(visitor) == list(range(1, last + 1))
        assert list(losses_told(visitor.intake.meeting, "en")) == []
    assert check_session(folder, is_text=False).findings == ()


def test_verify_says_when_the_last_entry_was_saved(folder: SessionFolder) -> None:
    last = killed(folder, *turn(1))
    unfinished(folder).unlink()
    checked = check_session(folder, is_text=False)

    assert [(each.what, each.last) for each in checked.findings] == [("removed", last)]
    assert checked.lacks is not None and checked.lacks.seq == last
    assert checked.zone == "Europe/Zurich"


def test_the_whole_second_file_gone_is_told_and_numbers_go_on_behind_it(
    folder: SessionFolder,
) -> None:
    with visit(folder, SEAT, "en") as visitor:
        before = visitor.intake.meeting.last.seq
    last = killed(folder, *turn(1))
    unfinished(folder).unlink()

    with visit(folder, SEAT, "en") as visitor:
        told = list(losses_told(visitor.intake.meeting, "en"))
        assert visitor.intake.meeting.last.seq == last + 1
        assert isinstance(visitor.intake.meeting.last.event, EventsLost)

    assert told[0].startswith(f"Entries {before + 1}-{last} were lost, entered at about ")
    assert "`seen`" in told[-1] and "`meeting-tui session rebuild`" in told[-1]


def test_it_is_told_at_each_opening_until_it_is_seen_and_stays_in_the_record(
    folder: SessionFolder,
) -> None:
    killed(folder, *turn(1))
    unfinished(folder).unlink()
    for _ in range(3):
        opened = open_session(folder, SEAT)
        desk = sit_down(opened, SEAT, lambda call: None)
        assert len(list(losses_told(desk.intake.meeting, "en"))) == 2
        assert desk.leave()
        checked = check_session(folder, is_text=False)
        assert (len(checked.unseen), checked.findings) == (1, ())

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert not isinstance(visitor.do("seen"), Refusal)
    with visit(folder, SEAT, "en") as visitor:
        assert list(losses_told(visitor.intake.meeting, "en")) == []
        assert len(visitor.intake.meeting.state.losses) == 1
    checked = check_session(folder, is_text=False)
    assert (checked.unseen, checked.findings) == ((), ())
    assert [each.first for each in checked.losses] == [visitor.intake.meeting.state.losses[0].first]
    assert b'name = "events_lost"' in folder.toml.read_bytes()


def change(folder: SessionFolder, number: int, was: str, becomes: str) -> None:
    with closing(sqlite3.connect(folder.database)) as database, database:
        (content,) = database.execute(
            "SELECT content FROM entry WHERE seq = ?", (number,)
        ).fetchone()
        assert was.encode() in content
        database.execute(
            "UPDATE entry SET content = ? WHERE seq = ?",
            (content.replace(was.encode(), becomes.encode()), number),
        )


def given(folder: SessionFolder) -> tuple[int, int]:
    """The numbers of a giving of the floor in the middle, and of its end."""
    log = folder.read()
    entries = list(log.read())
    log.close()
    each = [e for e in entries if isinstance(e.event, FloorGiven)][30]
    assert isinstance(each.event, FloorGiven)
    ends = next(
        e.seq
        for e in entries
        if isinstance(e.event, FloorYielded) and e.event.intervention == each.event.intervention
    )
    return each.seq, ends


def test_one_damaged_event_sets_apart_what_depends_on_it_and_the_rest_goes_on(
    folder: SessionFolder,
) -> None:
    number, ends = given(folder)
    folder.toml.unlink()
    change(folder, number, '"intervention":"s31"', '"intervention":"s99"')

    with visit(folder, SEAT, "en") as visitor:
        meeting = visitor.intake.meeting
        assert visitor.mended is not None and visitor.mended.missing == ((number, number),)
        assert ends in meeting.apart
        assert len(meeting.apart) == 2  # its note and its end
        assert "s31" not in meeting.state.interventions and "s32" in meeting.state.interventions
        apart = [each.event for each in meeting.entries if isinstance(each.event, EventsSetApart)]
        assert apart == [EventsSetApart(tuple(sorted(meeting.apart)))]
        for line in turn(3):
            assert not isinstance(visitor.do(line), Refusal)

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert len(unseen(visitor.intake.meeting.state)) == 2
    reading = read_session(folder)
    assert reading.verified  # but for what the log says of itself
    assert len(reading.report(language="en").losses) == 2
    assert len(reading.meeting.entries) == len(reading.rows)


def test_an_event_that_does_not_follow_though_its_hash_is_right_is_set_apart(
    folder: SessionFolder,
) -> None:
    log = open_sqlite(folder.database, writer=True)
    last = log.head().seq
    entries = list(log.read())
    ending = next(each for each in reversed(entries) if isinstance(each.event, FloorYielded))
    wrong = replace(ending, seq=last + 1, id="desk-x", act="desk-x", event=FloorYielded("s999"))
    log.append([wrong], last)
    log.close()

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.intake.meeting.apart == {last + 1}
        assert visitor.intake.meeting.last.event == EventsSetApart((last + 1,))
        assert not isinstance(visitor.do("inscribe ita"), Refusal)
    assert [each.apart for each in check_session(folder, is_text=False).unseen] == [(last + 1,)]


def test_a_log_exchanged_for_another_is_told(folder: SessionFolder, tmp_path: Path) -> None:
    copy = SessionFolder(tmp_path / "copy" / "day")
    shutil.copytree(folder.path, copy.path)
    last = killed(folder, *turn(1))
    with visit(copy, SEAT, "en") as visitor:
        for line in (*turn(4), *turn(5)):
            assert not isinstance(visitor.do(line), Refusal)
    for name in ("log.db", "session.toml"):
        shutil.copy(copy.path / name, folder.path / name)
    unfinished(folder).unlink()
    assert [each.what for each in check_session(folder, is_text=False).findings] == ["replaced"]

    with visit(folder, SEAT, "en") as visitor:
        (told, _) = losses_told(visitor.intake.meeting, "en")
    assert told == f"Entry {last} is not the one that was saved: the log was replaced by another."
    assert check_session(folder, is_text=False).findings == ()
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert len(visitor.intake.meeting.state.losses) == 1


def test_a_session_with_a_gap_goes_on_elsewhere(folder: SessionFolder, tmp_path: Path) -> None:
    killed(folder, *turn(1))
    unfinished(folder).unlink()
    calls: queue.SimpleQueue[object] = queue.SimpleQueue()
    desk = sit_down(open_session(folder, SEAT), SEAT, calls.put)
    other = SessionFolder(tmp_path / "stick" / "day")
    heard: list[object] = []
    desk.go_on_in(lambda: other.write("desk"), heard.append)
    while not heard:
        calls.get(timeout=5)()  # type: ignore[operator]
    assert heard == [None]
    assert desk.leave()

    with visit(other, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert len(unseen(visitor.intake.meeting.state)) == 1


@pytest.mark.unmeasured
def test_a_session_that_is_being_written_is_not_called_damaged(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "day")
    command = [sys.executable, "-m", "tests.crash.appending_desk", str(folder.path)]
    writer = subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE)
    assert writer.stdout is not None
    try:
        for _ in range(40):
            writer.stdout.readline()
        for _ in range(8):
            checked = check_session(folder, is_text=False)
            assert checked.findings == checked.in_text == ()
    finally:
        writer.kill()
        writer.stdout.close()
        writer.wait()


def test_a_session_whose_second_file_alone_is_left_is_found_told_and_gone_on_with(
    folder: SessionFolder,
) -> None:
    last = killed(folder, *turn(1), *turn(2))
    folder.database.unlink()
    assert [each.name for each in list_sessions(folder.path.parent)] == ["day"]
    assert find_session("day", folder.path.parent).path == folder.path
    with pytest.raises(LogDamaged, match="empty or gone"):
        check_session(folder, is_text=False)
    assert read_session(folder).is_damaged

    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is not None and not visitor.mended.is_only_remade
        assert numbers(visitor) == list(range(1, last + 1))
    assert check_session(folder, is_text=False).findings == ()

    folder.database.unlink()
    folder.toml.unlink()
    unfinished(folder).write_bytes(b"")
    assert not folder.is_there()
