"""Text that was purged is nowhere in a session, and all the rest can still be proved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.notes import PointCorrected, PointNoted
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log import sqlite_file
from meeting_tui.session_log.chain import (
    Finding,
    Head,
    Row,
    believed,
    check_whole,
    link,
    read_seals,
    verify,
)
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.purges import (
    begins_with,
    completed,
    is_same,
    redactions,
    sealed,
)
from meeting_tui.session_log.salvage import salvage
from meeting_tui.session_log.sqlite import SqliteLog, open_sqlite
from meeting_tui.session_log.store import EMPTY, SessionLog, WriteRefused, chained
from meeting_tui.session_log.toml_log import check_session_toml, dump_session, load_session_toml
from tests.session_log.memory_log import MemoryLog
from tests.session_log.purged_session import FIRST, KEPT, POINT, SECRET, files_saying, purge, spoken

NOON = datetime(2026, 3, 19, 12, tzinfo=UTC)


def dumped(log: SessionLog, name: str = "trial") -> bytes:
    return dump_session(name, log.rows(), log.head()).encode()


@pytest.fixture(params=["memory", "sqlite"])
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SessionLog]:
    made: SessionLog = (
        MemoryLog()
        if request.param == "memory"
        else open_sqlite(tmp_path / "log.db", writer=True, desk="desk")
    )
    yield made
    made.close()


def purged_rows() -> tuple[tuple[Row, ...], Head]:
    """A log with a purge, as it is stored, and its head."""
    room, made = spoken(), MemoryLog()
    made.append(room.meeting.entries, 0)
    made.append(purge(room), room.meeting.last.seq)
    return tuple(made.rows()), made.head()


def test_the_text_goes_and_the_trace_stays(log: SessionLog) -> None:
    room = spoken()
    log.append(room.meeting.entries, 0)
    before = tuple(log.rows())

    log.append(purge(room), room.meeting.last.seq)

    rows = tuple(log.rows())
    assert not any(SECRET.encode() in row.content or FIRST.encode() in row.content for row in rows)
    assert any(KEPT.encode() in row.content for row in rows)
    assert [row.hash for row in rows[:-1]] == [row.hash for row in before]
    gone = [row.seq for row, was in zip(rows, before, strict=False) if row.content != was.content]
    events = [decode_bytes(rows[seq - 1].content).event for seq in gone]
    assert [type(each) for each in events] == [PointNoted, PointCorrected]
    noted = next(each for each in events if isinstance(each, PointNoted))
    assert (noted.point, noted.text, noted.questions, noted.stance) == (POINT, "", (), "none")
    assert list(redactions(rows)) == gone
    assert verify(rows, log.head()) == ()
    assert len(check_whole(rows, log.head())) == len(rows)


def test_the_session_in_memory_is_the_one_read_back(log: SessionLog) -> None:
    room = spoken()
    log.append(room.meeting.entries, 0)
    entries = purge(room)
    log.append(entries, room.meeting.last.seq)
    for each in entries:
        room.meeting.apply(each)

    again = replay(log.read())

    assert again.state == room.meeting.state
    assert POINT not in again.state.points
    assert [each.what for each in again.state.corrections] == ["point", "purge"]
    assert not any(SECRET in repr(each) for each in room.meeting.entries)


def test_drafts_that_say_it_go_too(log: SessionLog) -> None:
    room = spoken()
    log.append(room.meeting.entries, 0)
    log.keep_draft("note", f"note /off-record {SECRET}", NOON)
    log.keep_draft("line", f"{SECRET}, and then", NOON)
    log.keep_draft("other", "Between us: nothing", NOON)

    log.append(purge(room), room.meeting.last.seq)

    assert list(log.drafts()) == ["other"]


def test_a_writer_that_comes_again_finds_the_purge_done(log: SessionLog) -> None:
    room = spoken()
    log.append(room.meeting.entries, 0)
    entries = purge(room)
    log.append(entries, room.meeting.last.seq)

    log.append(entries, room.meeting.last.seq)

    assert log.head().seq == entries[-1].seq
    assert verify(log.rows(), log.head()) == ()


def test_one_append_may_hold_all_of_it() -> None:
    room = spoken()
    day = (*room.meeting.entries, *purge(room))

    rows = chained(day, EMPTY)

    assert verify(rows, Head(rows[-1].seq, rows[-1].hash)) == ()
    assert len(redactions(rows)) == 2


def test_what_another_log_sealed_is_taken_over_as_it_is() -> None:
    rows, head = purged_rows()
    day = [decode_bytes(row.content) for row in rows]

    again = chained(day, EMPTY)

    assert [row.content for row in again] == [row.content for row in rows]
    assert redactions(again) == redactions(rows)
    assert verify(again, Head(head.seq, again[-1].hash)) == ()


class TestFiles:
    """On a disk: the bytes of all files of the session."""

    def session(self, tmp_path: Path) -> tuple[Path, SqliteLog, tuple[Entry, ...], int]:
        folder = tmp_path / "renamed"
        room = spoken()
        log = open_sqlite(folder / "log.db", writer=True, desk="desk")
        log.append(room.meeting.entries, 0)
        log.keep_draft("note", f"note {SECRET}", NOON)
        write_atomic(folder / "session.toml", dumped(log, "trial"))
        assert files_saying(folder, SECRET)[0].startswith("log.db")
        return folder, log, purge(room), room.meeting.last.seq

    def test_no_byte_says_it_while_the_log_is_open(self, tmp_path: Path) -> None:
        folder, log, entries, last = self.session(tmp_path)

        log.append(entries, last)

        assert files_saying(folder, SECRET, FIRST) == []
        assert set(files_saying(folder, KEPT)) >= {"log.db", "session.toml"}
        text = load_session_toml(folder / "session.toml")
        assert (text.name, text.head, text.rows) == ("trial", log.head(), tuple(log.rows()))
        assert check_session_toml(folder / "session.toml").findings == ()
        log.close()
        assert files_saying(folder, SECRET, FIRST) == []

    def test_nothing_is_left_in_pages_of_before(self, tmp_path: Path) -> None:
        """A database written without overwriting, with pages that were freed."""
        folder, log, entries, last = self.session(tmp_path)
        log.close()
        with closing(sqlite3.connect(folder / "log.db", isolation_level=None)) as connection:
            connection.execute("CREATE TABLE extra (text TEXT)")
            connection.execute("INSERT INTO extra VALUES (?)", (SECRET * 400,))
            connection.execute("DROP TABLE extra")
        assert "log.db" in files_saying(folder, SECRET)
        log = open_sqlite(folder / "log.db", writer=True, desk="desk")

        log.append(entries, last)
        log.close()

        assert files_saying(folder, SECRET, FIRST) == []

    def test_a_reader_that_goes_on_reading_is_waited_for_and_then_told_of(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sqlite_file, "PATIENCE_SECONDS", 0.2)
        folder, log, entries, last = self.session(tmp_path)
        with closing(sqlite3.connect(folder / "log.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM entry").fetchone()
            with pytest.raises(WriteRefused) as refused:
                log.append(entries, last)
            assert refused.value.reason == "locked"
            reader.execute("COMMIT")

        log.append(entries, last)

        assert files_saying(folder, SECRET, FIRST) == []
        log.close()

    def test_a_text_with_events_the_log_lacks_is_left_to_whoever_compares_them(
        self, tmp_path: Path
    ) -> None:
        folder, log, entries, last = self.session(tmp_path)
        other = dump_session("x", chained([spoken().meeting.entries[0]], Head(0, "1" * 64)), EMPTY)
        write_atomic(folder / "session.toml", other.encode())

        log.append(entries, last)

        assert (folder / "session.toml").read_text(encoding="utf-8") == other
        log.close()

    def test_a_session_without_text_beside_it(self, tmp_path: Path) -> None:
        folder, log, entries, last = self.session(tmp_path)
        (folder / "session.toml").unlink()

        log.append(entries, last)

        assert not (folder / "session.toml").exists()
        assert files_saying(folder, SECRET, FIRST) == []
        log.close()

    def test_rebuilt_from_its_text_it_is_the_same(self, tmp_path: Path) -> None:
        folder, log, entries, last = self.session(tmp_path)
        log.append(entries, last)
        rows = tuple(log.rows())
        log.close()

        salvage(folder, from_database=False)

        again = open_sqlite(folder / "log.db", writer=False)
        assert tuple(again.rows()) == rows
        assert verify(rows, again.head()) == ()
        again.close()

    def test_a_text_of_before_does_not_bring_it_back(self, tmp_path: Path) -> None:
        """The database lost the redacted event; the text that still says it was set back."""
        folder, log, entries, last = self.session(tmp_path)
        old = (folder / "session.toml").read_bytes()
        log.append(entries, last)
        seq = redactions(log.rows())[0]
        rows = tuple(log.rows())
        log.close()
        with closing(sqlite3.connect(folder / "log.db", isolation_level=None)) as connection:
            connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))
        write_atomic(folder / "session.toml", old)

        salvage(folder)

        again = open_sqlite(folder / "log.db", writer=True, desk="desk")
        assert tuple(again.rows()) == rows
        again.close()
        assert files_saying(folder, SECRET, FIRST) == []


def altered(rows: tuple[Row, ...], place: int, content: bytes) -> tuple[Row, ...]:
    return (*rows[:place], replace(rows[place], content=content), *rows[place + 1 :])


class TestProof:
    """Every change but the purge itself still shows."""

    def test_a_redaction_that_nothing_sealed_is_an_alteration(self) -> None:
        rows = chained(spoken().meeting.entries, EMPTY)
        place = next(n for n, row in enumerate(rows) if SECRET.encode() in row.content)
        entry = decode_bytes(rows[place].content)
        assert isinstance(entry.event, PointCorrected)
        left = canonical(encode(replace(entry, event=replace(entry.event, text=""))))

        findings = verify(altered(rows, place, left), Head(rows[-1].seq, rows[-1].hash))

        assert findings == (Finding("altered", place + 1, place + 1),)

    def test_what_is_left_cannot_be_changed(self) -> None:
        rows, head = purged_rows()
        place = redactions(rows)[0] - 1
        content = rows[place].content.replace(b'"hand":"EK"', b'"hand":"XX"')
        assert content != rows[place].content

        assert Finding("altered", place + 1, place + 1) in verify(
            altered(rows, place, content), head
        )

    def test_what_came_before_cannot_be_changed_behind_it(self) -> None:
        """All hashes up to the redacted entry computed anew: the seal does not follow them."""
        rows, head = purged_rows()
        seq = redactions(rows)[0]
        forged = list(altered(rows, 2, rows[2].content.replace(b'"hand":"EK"', b'"hand":"XX"')))
        for n in range(2, seq - 1):
            forged[n] = replace(forged[n], hash=link(forged[n - 1].hash, forged[n].content))

        assert verify(forged, head) == (Finding("altered", seq, seq),)

    def test_the_purge_itself_cannot_be_changed(self) -> None:
        rows, head = purged_rows()
        other = rows[-1].content.replace(b'"seals":["', b'"seals":["f')

        findings = verify(altered(rows, len(rows) - 1, other), head)

        assert Finding("altered", len(rows), len(rows)) in findings

    def test_a_purge_that_cannot_be_read_seals_nothing(self) -> None:
        rows, _ = purged_rows()
        broken = replace(rows[-1], content=b'{"point_purged"')
        odd = replace(
            rows[-1], content=rows[-1].content.replace(b'"redacted":[', b'"redacted":["x",')
        )

        assert read_seals([broken]) == {}
        assert len(read_seals([odd])) == 1
        assert read_seals([replace(rows[-1], content=b'{"name":"point_purged"}')]) == {}
        assert redactions(rows[:-1]) == ()

    def test_whole_rows_are_believed_and_others_not(self) -> None:
        rows, _ = purged_rows()

        assert believed(rows) == rows
        assert len(believed(rows[:-1])) < len(rows) - 1

    def test_rows_of_a_copy_are_completed(self) -> None:
        rows, _ = purged_rows()
        old = chained(spoken().meeting.entries, EMPTY)

        assert completed((*old, rows[-1])) == rows
        assert completed(rows) == rows
        assert completed((*old[:3], rows[-1])) == (*old[:3], rows[-1])

    def test_a_purge_behind_a_hole(self) -> None:
        room = spoken()
        rows = chained(room.meeting.entries, EMPTY)
        place = next(n for n, row in enumerate(rows) if FIRST.encode() in row.content)
        holed = (*rows[: place - 1], *rows[place:])
        head = Head(rows[-1].seq, rows[-1].hash)

        appended = sealed(purge(room), head, holed)

        assert appended.redacted[0].seq == place + 1
        assert set(appended.gone.texts) == {SECRET, FIRST}


def test_only_a_purge_may_stand_for_one_that_knows_no_seals() -> None:
    rows, _ = purged_rows()
    asked = purge(spoken())[0]

    assert is_same(rows[-1], asked)
    assert not is_same(rows[-2], asked)
    assert not is_same(replace(rows[-1], content=b"{"), asked)
    assert not is_same(rows[-1], decode_bytes(rows[-2].content))
    assert isinstance(asked.event, PointPurged)
    assert not is_same(rows[-1], replace(asked, event=replace(asked.event, point="n9")))


def test_a_session_is_known_again_in_a_copy_of_before_its_purge() -> None:
    room = spoken()
    old = tuple(room.meeting.entries)
    for each in purge(room):
        room.meeting.apply(each)
    rows, _ = purged_rows()

    assert begins_with(room.meeting.entries, old)
    assert begins_with(room.meeting.entries, [decode_bytes(row.content) for row in rows])
    assert not begins_with(room.meeting.entries, [*old[:-1], replace(old[-1], hand="XX")])
    assert begins_with(old, old[:3])
    assert not begins_with(old, room.meeting.entries)


def test_two_purges_in_one_append() -> None:
    room = spoken()
    room.do("undo")
    room.do("file n2 under 1", "note on 1 /off-record and this")
    day = [*room.meeting.entries, *purge(room)]
    second = replace(
        day[-1], seq=day[-1].seq + 1, id="desk-99", event=PointPurged("n4", "s1"), act="desk-99"
    )

    rows = chained([*day, second], EMPTY)

    assert verify(rows, Head(rows[-1].seq, rows[-1].hash)) == ()
    assert len(redactions(rows)) == 3


def test_a_purge_that_cannot_be_finished_lets_the_session_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = spoken()
    log = open_sqlite(tmp_path / "log.db", writer=True, desk="desk")
    log.append(room.meeting.entries, 0)

    def full(*_: object) -> None:
        raise WriteRefused("full", tmp_path)

    with monkeypatch.context() as broken:
        broken.setattr(sqlite_file, "_empty_write_ahead", full)
        with pytest.raises(WriteRefused):
            log.append(purge(room), room.meeting.last.seq)
        log.close()
        with pytest.raises(WriteRefused):
            open_sqlite(tmp_path / "log.db", writer=True, desk="desk")

    again = open_sqlite(tmp_path / "log.db", writer=True, desk="desk")
    assert files_saying(tmp_path, SECRET, FIRST) == []
    again.close()
