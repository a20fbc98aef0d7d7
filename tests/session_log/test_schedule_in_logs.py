"""Changes to the schedule in the log: written and read back, rebuilt; older logs know none."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.meeting.declared import SCHEDULE
from meeting_tui.meeting.entry import SCHEMA_VERSION
from meeting_tui.meeting.happenings import of_sort
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.chain import Head, verify
from meeting_tui.session_log.codec import NewerSchema, decode_bytes, parse, upcast
from meeting_tui.session_log.store import EMPTY, chained
from meeting_tui.session_log.toml_log import dump_session, load_session_toml
from tests.meeting.plan_room import day
from tests.meeting.room import Room

FIXTURES = Path(__file__).parent / "fixtures"
LINES = (
    *("plan move 3 to 2 because the speaker comes at three", "plan move 5 before 4 because x"),
    *("plan time 2 100 because “好” [b]", "plan time 2.3 5 because x"),
    *("plan split 2 60 then 2 because x", "plan add 6 10 Ünited “A” because {0}"),
    *("plan drop 2.9 because x", "plan hold 2.9 because x", "undo", "redo"),
    "plan sitting 2 15:30 18:30 because x",
)


def planned_otherwise() -> Room:
    room = Room(day())
    room.do(*LINES)
    return room


def test_changes_of_the_schedule_come_back_from_a_session_toml(tmp_path: Path) -> None:
    room = planned_otherwise()
    assert {type(each.event) for each in room.meeting.entries} >= set(of_sort(SCHEDULE))
    rows = chained(room.meeting.entries, EMPTY)
    head = Head(rows[-1].seq, rows[-1].hash)
    path = tmp_path / "session.toml"
    path.write_text(dump_session("trial", rows, head), encoding="utf-8")
    loaded = load_session_toml(path)

    assert loaded.rows == rows
    assert verify(loaded.rows, loaded.head) == ()
    assert replay(loaded.entries).state == room.state
    assert {b'"schema":2' in row.content for row in rows} == {True}


def test_a_log_of_version_1_opens_unchanged_and_can_be_gone_on_with() -> None:
    loaded = load_session_toml(FIXTURES / "v1.toml")
    old = replay(loaded.entries)

    assert [row.content.count(b'"schema":1') for row in loaded.rows] == [1] * len(loaded.rows)
    assert old.state.agenda == old.state.imported
    assert old.state.running_order == tuple(each.id for each in old.state.imported.items)
    assert (old.state.splits, old.state.schedule_changes) == ({}, [])
    room = Room(day())
    room.meeting = old
    room.do("plan time 4 120 because so")
    rows = (*loaded.rows, *chained(room.meeting.entries[len(loaded.rows) :], loaded.head))
    assert verify(rows, Head(rows[-1].seq, rows[-1].hash)) == ()
    assert replay(decode_bytes(row.content) for row in rows).state == room.state


def test_a_program_of_an_older_version_would_say_that_the_log_is_newer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = chained(planned_otherwise().meeting.entries, EMPTY)
    assert SCHEMA_VERSION == 2
    monkeypatch.setattr("meeting_tui.session_log.codec.SCHEMA_VERSION", 1)

    with pytest.raises(NewerSchema, match="schema 2"):
        upcast(parse(rows[1].content))
