"""Who presides: the Chair, or whoever takes the chair for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest

from meeting_tui.meeting.facts import Presiding
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.presiding import presided
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, at_time, directory


def spans(room: Room) -> list[tuple[str, str, str | None]]:
    def clock(instant: object) -> str | None:
        return f"{instant + timedelta(hours=1):%H:%M}" if instant else None  # type: ignore[operator]

    return [
        (each.person, clock(each.since) or "", clock(each.until)) for each in presided(room.state)
    ]


def taken() -> Room:
    """The Vice-Chair presided from 15:40 to 16:10."""
    room = Room().opened("2")
    room.at("15:40:00").do("preside Vice-Chair, Jane Roe (Kenya)")
    room.at("16:10:00").do("preside chair")
    return room.at("16:20:00")


def presides(room: Room) -> Presiding | None:
    return room.state.presides


def test_whoever_takes_the_chair_presides_until_the_chair_is_back() -> None:
    room = Room().opened("2")
    assert presides(room) is None
    room.at("15:40:00").do("preside Vice-Chair, Jane Roe (Kenya)")
    now = presides(room)
    assert now is not None
    assert (now.person, now.since) == ("Vice-Chair, Jane Roe (Kenya)", at_time("15:40:00"))
    room.at("16:10:00").do("preside chair")
    assert presides(room) is None
    assert spans(room) == [
        ("", "10:00", "15:40"),
        ("Vice-Chair, Jane Roe (Kenya)", "15:40", "16:10"),
        ("", "16:10", None),
    ]
    room.do("undo")
    assert presides(room) == now
    assert replay(room.meeting.entries).state == room.state


def test_it_is_noted_later_with_its_moment() -> None:
    room = Room().opened("2")
    room.at("15:52:00").do("preside at 15:40 Jane Roe")
    entries = room.tried("preside at 15:50:30 chair")
    assert not isinstance(entries, Refusal)
    told = tell_act(room.state, entries, "en", directory().name)
    assert told == "The Chair has been presiding since 15:50"
    assert spans(room) == [
        ("", "10:00", "15:40"),
        ("Jane Roe", "15:40", "15:50"),
        ("", "15:50", None),
    ]


def test_it_is_noted_in_the_week_after_with_its_moment() -> None:
    room = taken()
    room.at("17:00:00").do("adjourn!")
    room.at("09:00:00", room.day + timedelta(days=4))
    assert room.refused("preside Jane Roe") == "presides_when"
    room.do("preside at 16:30 Jane Roe", "preside at 16:40 chair")
    assert spans(room)[-2:] == [("Jane Roe", "16:30", "16:40"), ("", "16:40", "17:00")]
    assert room.refused("preside at 17:30 Jane Roe") == "times_in_future"


def test_one_who_presides_from_the_opening_or_before_it() -> None:
    room = Room()
    assert presided(room.state) == ()
    room.do("preside Jane Roe")
    assert presided(room.state) == ()
    room.at("10:00:00").do("open")
    assert spans(room) == [("Jane Roe", "10:00", None)]


def test_the_same_moment_typed_again_replaces_what_was_typed() -> None:
    room = taken()
    room.do("preside at 15:40 John Roe", "preside at 15:50 chair", "preside at 16:00 chair!")
    assert spans(room) == [
        ("", "10:00", "15:40"),
        ("John Roe", "15:40", "15:50"),
        ("", "15:50", "16:00"),
        ("chair!", "16:00", "16:10"),
        ("", "16:10", None),
    ]


@pytest.mark.parametrize("name", ["chair", "the Chair", "主席", '"chair"', "CHAIR"])
def test_the_chair_by_any_name(name: str) -> None:
    room = Room().opened("2")
    room.do('preside "Jane Roe"')
    room.later(1).do(f"preside {name}")
    assert [each.person for each in room.state.presiding] == ["Jane Roe", ""]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("preside", "presides_who"),
        ("preside at 15:40", "presides_who"),
        ("preside at soon Jane", "clock_expected"),
        ("preside at 16:30 Jane", "times_in_future"),
        ("preside chair", "chair_presides"),
        ("preside at 15:50 Vice-Chair, Jane Roe (Kenya)", "presides_already"),
    ],
)
def test_who_cannot_preside_or_not_since_then_is_refused(line: str, code: str) -> None:
    assert taken().refused(line) == code


def test_an_hour_that_the_clocks_skip() -> None:
    from datetime import date

    room = Room(day=date(2026, 3, 29))
    room.at("00:30:00").do("open")
    room.at("03:10:00")
    assert room.refused("preside at 02:30 Jane") == "time_not_one"


def test_president_and_chair_are_still_delegations() -> None:
    room = Room().opened("2")
    room.do("pres", "chair")
    assert sorted(room.waiting) == ["CHAIR", "PRES"]


def test_the_chair_back_sooner_than_was_noted_first() -> None:
    room = taken()
    room.do("preside at 16:00 chair")
    assert spans(room)[1:] == [
        ("Vice-Chair, Jane Roe (Kenya)", "15:40", "16:00"),
        ("", "16:00", None),
    ]
