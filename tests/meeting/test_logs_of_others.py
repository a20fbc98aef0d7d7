"""What a log may hold though no line of ours makes it, and logs that hold what cannot be."""

from __future__ import annotations

import pytest

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.clock_gaps import GapDiscounted
from meeting_tui.meeting.entry import ActUndone, Entry, Event
from meeting_tui.meeting.floor import FloorGiven, FloorYielded, first_in_line
from meeting_tui.meeting.leaving import Withdrawn
from meeting_tui.meeting.limits import LimitExtended
from meeting_tui.meeting.notes import PointCorrected
from meeting_tui.meeting.point_of_order import PointOfOrderRuled
from meeting_tui.meeting.speakers_list import Swapped
from tests.meeting.room import Room


def heard(room: Room, event: Event) -> None:
    seq = room.meeting.last.seq + 1
    entry = Entry(seq, f"x-{seq}", f"x-{seq}", room.now, room.now, "x", "", event)
    room.meeting.apply(entry)


def test_a_speaker_without_a_limit() -> None:
    room = Room().opened()
    room.do("inscribe mex")
    heard(room, FloorGiven("s1", "i1", "3", None, None))

    assert room.held.left_seconds(room.now) is None
    assert room.refused("extend 1:00") == "no_limit_to_extend"
    heard(room, LimitExtended("s1", 60))
    assert room.held.limit_seconds == 60


def test_who_would_be_next() -> None:
    room = Room().opened()
    assert first_in_line(room.state) is None
    room.do("inscribe mex", "reply per")
    assert first_in_line(room.state) == room.inscription("MEX")
    room.do("withdraw mex")
    assert first_in_line(room.state) == room.inscription("PER")
    room.do("close item carry")
    assert first_in_line(room.state) is None


@pytest.mark.parametrize(
    "event",
    [
        FloorGiven("s1", "i9", "3"),
        FloorGiven("s1", "i1", "3"),
        FloorYielded("s9"),
        Withdrawn("i1"),
        Swapped("i2", "i1"),
        PointOfOrderRuled("o9", "no"),
        PointCorrected("n9", "text", (), "statement", "none", "report"),
        GapDiscounted("s9", 1.0),
        ActUndone("nobodys-act"),
    ],
)
def test_an_event_that_does_not_follow_is_damage_and_says_where(event: Event) -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "withdraw mex")

    with pytest.raises(LogDamaged):
        heard(room, event)


def test_a_second_beginning_is_damage() -> None:
    room = Room().opened()

    with pytest.raises(LogDamaged, match="session_started"):
        heard(room, room.meeting.entries[0].event)
