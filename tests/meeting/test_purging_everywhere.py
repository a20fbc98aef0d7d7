"""A purge asks first and takes with it what says the same elsewhere, taken back or not."""

from __future__ import annotations

from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.purged_points import PointPurged, silenced
from tests.meeting.room import Room

WORD = "Marmalade"


def whispered() -> Room:
    """Mexico said something off the record; the same stands elsewhere, and was taken back."""
    room = Room().opened("3")
    room.do("floor mex!", f"note /off-record {WORD}  on Friday", f"note {WORD} on Friday", "undo")
    room.do(f"note a1 {WORD.upper()} on friday", "note something else", "floor jpn!")
    return room


def test_it_asks_first_and_says_what_goes_too() -> None:
    room = whispered()
    asked = room.sentence("purge n1")
    assert asked.startswith("This removes the text of point n1 for good")
    assert "n2, n3" in asked and "`purge! n1` does it" in asked
    assert WORD in repr(room.meeting.entries), "nothing is done"
    alone = Room().opened("3")
    alone.do("floor mex!", f"note /off-record {WORD}")
    assert alone.refused("purge n1") == "purge_asks"


def test_equal_points_go_with_it_undone_ones_too() -> None:
    room = whispered()
    room.do("purge! n1")
    assert WORD.casefold() not in repr(room.meeting.entries).casefold()
    assert list(room.state.points) == ["n4"]
    assert room.refused("redo") == "nothing_to_redo"
    assert replay(room.meeting.entries).state == room.state


def test_what_is_no_point_loses_the_same_words() -> None:
    room = whispered()
    room.do(f"decision {WORD} on Friday", f"statement on 1 Thank you. ¶ {WORD} on Friday", "yield")
    room.do("decision Something else", f"strike n4 because {WORD} on Friday")
    asked = room.sentence("purge n1")
    assert "desk-" in asked, "entries of the record are named"
    room.do("purge! n1")
    assert WORD.casefold() not in repr(room.meeting.entries).casefold()
    assert [each.text for each in room.state.decisions] == ["", "Something else"]
    assert room.state.statement_texts == {"s1": ""}
    assert replay(room.meeting.entries).state == room.state
    (purge, *_) = (e.event for e in room.meeting.entries if isinstance(e.event, PointPurged))
    assert purge.others is not None and len(purge.others) == 3


def test_an_event_without_words_is_left_as_it_is() -> None:
    room = Room().opened("3")
    opened = room.meeting.last.event
    assert silenced(opened) is opened
