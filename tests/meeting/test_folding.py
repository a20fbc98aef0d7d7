"""An entry is folded without a walk over everything before it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from types import FrameType
from typing import Any

import pytest

from meeting_tui.meeting.attributions import InterventionAttributed
from meeting_tui.meeting.entry import Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorContinued, FloorGiven, FloorPaused, FloorYielded
from meeting_tui.meeting.items import ItemOpened
from meeting_tui.meeting.meeting import KEPT_EVERY, Meeting, evolve, replay
from meeting_tui.meeting.names import DelegationIdentified
from meeting_tui.meeting.notes import PointCorrected, PointNoted
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.sittings import SittingOpened
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.meeting.state import MeetingState
from tests.meeting.room import Room, agenda, at_time


def asked(key: str, who: str, *, known: bool = True) -> Inscribed:
    kind = "state_party" if known else "ngo"
    return Inscribed(
        key, "2", who, who, kind, "states", "statement", "national", "desk", known=known
    )


def a_turn(n: int, who: str = "MEX", *, known: bool = True) -> Iterator[Event]:
    yield asked(f"i{n}", who, known=known)
    yield FloorGiven(f"v{n}", f"i{n}", "2", limit_seconds=180)
    yield PointNoted(f"p{n}", f"v{n}", "supports it")
    yield FloorYielded(f"v{n}")


def a_day(turns: int) -> tuple[Meeting, Iterator[int]]:
    """A day with so many turns heard, and the numbers of the entries to come."""
    plan = agenda()
    began = plan.sittings[0]
    events: list[Event] = [SittingOpened("1", began.start, began.end), ItemOpened("2")]
    for n in range(turns):
        events += a_turn(n, ("MEX", "FRA", "GHA", "PER")[n % 4])
    numbers = count(1)
    meeting = Meeting(entry(next(numbers), SessionStarted("s", plan, Room().state.rules)))
    for event in events:
        meeting.apply(entry(next(numbers), event))
    return meeting, numbers


def entry(seq: int, event: Event) -> Entry:
    at: datetime = at_time("10:00:00") + timedelta(seconds=seq)
    return Entry(seq, f"e-{seq}", f"e-{seq}", at, at, "desk", "ak", event)


def lines_run(state: MeetingState, each: Entry) -> int:
    """How many lines of our code ran to fold an entry."""
    ran = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal ran
        ran += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        evolve(state, each)
    finally:
        sys.settrace(before)
    return ran


def work(turns: int, event: Event, first: tuple[Event, ...]) -> int:
    meeting, numbers = a_day(turns)
    for each in first:
        meeting.apply(entry(next(numbers), each))
    return lines_run(meeting.state, entry(next(numbers), event))


TURN = tuple(a_turn(9000))
UNKNOWN = tuple(a_turn(9001, "Aland", known=False))


@pytest.mark.unmeasured  # it counts lines itself
@pytest.mark.parametrize(
    ("event", "first"),
    [
        (TURN[0], ()),
        (TURN[1], TURN[:1]),
        (TURN[2], TURN[:2]),
        (TURN[3], TURN[:3]),
        (FloorPaused("v9000"), TURN[:2]),
        (FloorContinued("v9000"), (*TURN[:2], FloorPaused("v9000"))),
        (PointCorrected("p9000", "opposes it", (), "statement", "none", "report"), TURN),
        (
            InterventionAttributed("v9000", "FIN", "Finland", "state_party", "states", "national"),
            TURN,
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_an_entry_late_in_the_day_is_folded_as_fast_as_an_early_one(
    event: Event, first: tuple[Event, ...]
) -> None:
    assert work(200, event, first) <= work(20, event, first) + 5


@pytest.mark.unmeasured
def test_a_name_is_identified_by_its_own_requests_alone() -> None:
    event = DelegationIdentified("Aland", "FIN", "Finland", "state_party", "states")
    early, late = work(20, event, UNKNOWN), work(200, event, UNKNOWN)

    # It goes over the statements once, to find those made on its requests.
    assert late - early < 2 * 180


def test_a_name_that_came_with_an_attribution_is_identified_too() -> None:
    meeting, numbers = a_day(4)
    attributed = InterventionAttributed(
        "v1", "Aland", "Aland", "ngo", "x", "organisation", known=False
    )
    identified = DelegationIdentified("aland", "FIN", "Finland", "state_party", "states")
    for each in (attributed, identified):
        meeting.apply(entry(next(numbers), each))

    assert meeting.state.inscriptions["i1"].delegation == "FIN"
    assert meeting.state.inscriptions["i3"].delegation == "PER"


def test_a_request_that_has_another_name_by_now_keeps_it() -> None:
    meeting, numbers = a_day(4)
    renamed = DelegationIdentified("Aland", "FIN", "Finland", "state_party", "states", True, "i5")
    identified = DelegationIdentified("Aland", "SWE", "Sweden", "state_party", "states")
    for each in (asked("i5", "Aland", known=False), asked("i6", "Aland", known=False)):
        meeting.apply(entry(next(numbers), each))
    for event in (renamed, identified):
        meeting.apply(entry(next(numbers), event))

    names = [meeting.state.inscriptions[each].delegation for each in ("i5", "i6")]
    assert names == ["FIN", "SWE"]


def test_the_state_at_an_earlier_instant_is_what_had_been_entered_until_then() -> None:
    room = Room().opened()
    lines = ("inscribe mex", "undo", "redo", "next", "note they agree", "undo", "yield", "undo")
    moments = []
    for n in range(40):
        for line in (f'inscribe "Body {n}"', *lines):
            room.later(1)
            assert not isinstance(room.tried(line), Refusal) or line == "inscribe mex"
            moments.append(room.now)
    entries = room.meeting.entries
    assert len(entries) > 3 * KEPT_EVERY

    for now in (*moments[::7], *moments[-9:], moments[0] - timedelta(hours=2)):
        until = [each for each in entries[1:] if each.at <= now]
        assert room.meeting.stood(now) == replay((entries[0], *until)).state
    assert room.meeting.stood(room.now) is room.state
