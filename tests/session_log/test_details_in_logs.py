"""What is kept of statements in the log: written and read back, rebuilt; older logs know none."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from meeting_tui.agenda.model import Topic
from meeting_tui.meeting import details
from meeting_tui.meeting.details import ReceiveText
from meeting_tui.meeting.facts import KeptFile
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.session_log.chain import Head, verify
from meeting_tui.session_log.codec import decode, encode
from meeting_tui.session_log.store import EMPTY, chained
from meeting_tui.session_log.toml_log import dump_session, load_session_toml
from tests.meeting.room import Room, agenda, words_for

FIXTURES = Path(__file__).parent / "fixtures"
NEW_FIELDS = {"topics", "proposals", "proposal"}


def recorded() -> Room:
    """A meeting in which every kind of detail was recorded."""
    topics = (Topic(id="mandate", title=words_for("Mandate“ü”"), item="3", questions=("A1",)),)
    room = Room(replace(agenda(), topics=topics)).opened()
    room.do("floor fra(eu)!", "heard Kiswahili interpreted", "person “Ü” [b], {0}")
    room.do("mark awaited", ReceiveText(kept=KeptFile("a.docx", 3, "00" * 32)))
    room.do("aligned ukr", 'present mex "Atlantis"', "present not mex", "mark record", "undo")
    room.do("propose mandate to meet", "note r1 mandate /supports yes", "correct n2 r1 /opposes no")
    return room


def test_details_come_back_from_a_session_toml(tmp_path: Path) -> None:
    room = recorded()
    assert {type(each.event) for each in room.meeting.entries} >= {
        each.kind for each in details.HAPPENINGS
    }
    rows = chained(room.meeting.entries, EMPTY)
    head = Head(rows[-1].seq, rows[-1].hash)
    path = tmp_path / "session.toml"
    path.write_text(dump_session("trial", rows, head), encoding="utf-8")
    loaded = load_session_toml(path)

    assert loaded.rows == rows
    assert verify(loaded.rows, loaded.head) == ()
    assert replay(loaded.entries).state == room.state


def as_version_1(content: dict[str, Any]) -> dict[str, Any]:
    """The content as the program wrote it before it knew of tags."""
    what = {key: value for key, value in content["what"].items() if key not in NEW_FIELDS}
    return {**content, "schema": 1, "what": what}


def test_points_of_version_1_are_read_and_their_proposals_get_ids() -> None:
    room = Room().opened()
    room.do("floor mex!", "note a1 /proposal one", "note two", "correct n2 /proposal two")
    old = [decode(as_version_1(cast("dict[str, Any]", encode(e)))) for e in room.meeting.entries]
    meeting = replay(old)

    assert {key: made.text for key, made in proposals_made(meeting.state).items()} == {
        "r1": "one",
        "r2": "two",
    }
    assert meeting.state == room.state


def test_a_log_of_version_1_can_be_gone_on_with() -> None:
    loaded = load_session_toml(FIXTURES / "v1.toml")
    old = replay(loaded.entries)
    assert old.state.agenda.topics == ()
    assert all(each.language is None for each in old.state.interventions.values())
    assert (old.state.present, old.state.counts.get("proposal", 0)) == ({}, 0)

    room = Room()
    room.meeting = old
    room.now = old.last.at
    room.do("present mex", "undo", "redo")

    assert list(room.state.present) == ["MEX"]
