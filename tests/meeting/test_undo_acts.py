"""Taking acts back and bringing them back, one at a time; replaying a log that holds both."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.clock_gaps import NoteClockJump
from meeting_tui.meeting.entry import ActRedone, ActUndone
from meeting_tui.meeting.meeting import Meeting, replay
from tests.meeting.room import Room


def test_undo_takes_back_the_latest_act_one_at_a_time() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe fra", "undo", "undo")
    assert room.waiting == []
    assert room.state.item == "3"
    room.do("redo")
    assert room.waiting == ["MEX"]
    room.do("redo")
    assert room.waiting == ["MEX", "FRA"]
    assert room.refused("redo") == "nothing_to_redo"


def test_an_act_taken_back_after_it_was_brought_back() -> None:
    room = Room().opened()
    room.do("inscribe mex", "undo", "redo", "undo")

    assert room.waiting == []


def test_a_new_act_empties_what_redo_holds() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe fra", "undo", "inscribe jpn")

    assert room.refused("redo") == "nothing_to_redo"
    room.do("undo", "undo")
    assert room.waiting == []


def test_a_noted_gap_is_no_new_act() -> None:
    room = Room().opened()
    room.do("inscribe mex", "undo", NoteClockJump("sleep", 9.0), "redo")

    assert room.waiting == ["MEX"]


def test_a_refused_act_changes_nothing_and_is_not_taken_back() -> None:
    room = Room().opened()
    room.do("inscribe mex")
    room.refused("yield")
    room.do("undo")

    assert room.waiting == []


def test_there_is_an_end_to_undo() -> None:
    room = Room()
    assert room.refused("undo") == "nothing_to_undo"
    room.opened().do("undo", "undo")

    assert room.state.phase == "planned"
    assert room.refused("undo") == "nothing_to_undo"


def test_ids_of_what_was_taken_back_are_not_given_again() -> None:
    room = Room().opened()
    room.do("inscribe mex", "undo", "inscribe fra")

    assert list(room.state.inscriptions) == ["i2"]
    assert replay(room.meeting.entries).state == room.state


def test_whole_acts_are_taken_back_not_single_events() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(60).do("next", "undo")

    assert room.speaker == "MEX"
    room.do("undo")
    assert room.waiting == ["MEX", "FRA"]


def test_replaying_gives_the_meeting_as_it_is() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next", "undo", "redo", "undo", "undo")
    again = replay(iter(room.meeting.entries))

    assert again.state == room.state
    assert again.done_acts == room.meeting.done_acts
    assert again.undone_acts == room.meeting.undone_acts
    assert again.last == room.meeting.last


def test_a_log_that_is_none_is_damaged() -> None:
    room = Room().opened()
    entries = room.meeting.entries
    with pytest.raises(LogDamaged, match="empty"):
        replay([])
    with pytest.raises(LogDamaged, match="does not begin"):
        Meeting(entries[1])
    for event in (ActUndone("desk-99"), ActRedone("desk-2")):
        with pytest.raises(LogDamaged, match="does not hold"):
            replay([*entries, replace(entries[-1], event=event)], strictly=True)


def test_an_undo_from_another_desk_may_come_late() -> None:
    room = Room().opened()
    room.do("inscribe mex", "inscribe fra")
    acts = room.meeting.done_acts
    late = replace(room.meeting.last, id="other-1", act="other-1", event=ActUndone(acts[-2]))
    room.meeting.apply(late)

    assert room.waiting == ["FRA"]


def test_a_picture_of_the_state_does_not_change_with_the_meeting() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next", "note one", "decision two", "document mex three")
    picture = room.state.snapshot()
    same = replay(room.meeting.entries).state
    room.do("next!", "note four", "decision five", "order jpn", "inscribe zaf", "limit 1:00")

    assert picture == same
    assert picture != room.state
