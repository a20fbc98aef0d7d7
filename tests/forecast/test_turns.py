"""When each who waits has their turn, and when the open item ends, at full time."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Yield
from meeting_tui.meeting.items import OpenItem, OpenSegment
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.point_of_order import RaisePointOfOrder, Rule
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.speakers_list import CloseList, Inscribe
from tests.forecast.room import (
    Room,
    agenda,
    at,
    clock,
    inscribe,
    item,
    segment,
    sitting,
    who,
)
from tests.forecast.turn_room import NEXT, OPEN, ends, opened, turns


def test_first_turn_may_begin_now_and_the_others_follow_with_a_hand_over() -> None:
    room = opened().do("10:00", inscribe("mex", "fra", "jpn"))

    assert turns(room, "10:01") == ["mex 10:01", "fra 10:04:20", "jpn 10:07:40"]
    assert ends(room, "10:01") == "10:10:40"
    assert [t.limit_seconds for t in room.see("10:01").turns] == [180, 180, 180]


def test_whoever_speaks_has_what_is_left_and_never_less_than_nothing() -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), NEXT)

    assert turns(room, "10:01") == ["fra 10:03:20"]
    assert turns(room, "10:05") == ["fra 10:05:20"]
    assert ends(room, "10:05") == "10:08:20"


def test_pause_moves_everything_and_each_point_of_order_keeps_its_reserve() -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), NEXT)
    room.do("10:01", RaisePointOfOrder(who("per")), RaisePointOfOrder(who("chl")))

    assert turns(room, "10:01") == ["fra 10:07:20"]
    assert turns(room, "10:02") == ["fra 10:07:20"]
    assert turns(room, "10:06") == ["fra 10:10:20"]
    assert ends(room, "10:06") == "10:13:20"

    room.do("10:06", Rule("not well taken"))

    assert turns(room, "10:07") == ["fra 10:10:20"]

    room.do("10:07", Rule("not well taken"))

    assert turns(room, "10:07") == ["fra 10:09:20"]


def test_rest_of_the_hand_over_is_counted_after_a_speaker() -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), NEXT).do("10:02", Yield())

    assert turns(room, "10:02") == ["fra 10:02:20"]
    assert turns(room, "10:02:15") == ["fra 10:02:20"]
    assert turns(room, "10:03") == ["fra 10:03"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (SetLimit(120), [120, 120, 300]),
        (SetLimit(60, "tier", "group"), [180, 180, 60]),
        (SetLimit(60, "kind", "statement"), [60, 60, 60]),
        (SetLimit(60, "delegation", "fra"), [180, 60, 300]),
        (SetLimit(60, "place", "1"), [180, 180, 60]),
    ],
)
def test_limits_of_every_scope_count(command: Command, expected: list[int]) -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), Inscribe((who("eu", group="EU"),)))
    room.do("10:00", command)
    limits = {t.inscription: t.limit_seconds for t in room.see("10:00").turns}

    assert [limits[each] for each in ("i1", "i2", "i3")] == expected


@pytest.mark.parametrize(("where", "left"), [("2.1", 1800), ("2.2", 600), (None, 180)])
def test_speech_without_a_limit_takes_the_minutes_of_its_segment_or_the_default(
    where: str | None, left: int
) -> None:
    room = opened("2")
    if where:
        room.do("10:00", OpenSegment(where))
    room.do("10:00", inscribe("mex"), NEXT)
    state = room.state
    state.interventions["s1"] = replace(state.interventions["s1"], limit_seconds=None)
    if where != "2.1":
        room.do("10:00", CloseList())
    seen = room.see("10:00").item

    assert seen is not None
    assert (seen.list_ends_at - at("10:00")).total_seconds() == left + seen.presentation_seconds


def test_replies_come_behind_the_list_and_the_presentations() -> None:
    room = opened("2").do("10:00", OpenSegment("2.1"), AskReply(who("per")))
    room.do("10:00", inscribe("mex"))

    assert turns(room, "10:00") == ["mex 10:00", "per 10:28:20"]
    assert room.see("10:00").turns[1].limit_seconds == 120


@pytest.mark.parametrize(
    ("where", "counted"),
    [(None, 25), ("2.1", 25), ("2.2", 5), ("2.3", 5), ("2.5", 0), ("2.6", 0)],
)
def test_presentations_to_come_count_unless_they_may_not_be_held(
    where: str | None, counted: int
) -> None:
    room = opened("2")
    if where:
        room.do("10:00", OpenSegment(where))
    seen = room.see("10:10").item

    assert seen is not None
    assert seen.presentation_seconds == counted * 60
    assert clock(seen.list_ends_at) == f"10:{10 + counted}"


def test_presentation_that_was_opened_is_not_to_come_again() -> None:
    room = opened("2").do("10:00", OpenSegment("2.5"), OpenSegment("2.3"))

    assert ends(room, "10:10") == "10:10"


def test_presenters_on_the_list_stand_for_planned_minutes() -> None:
    room = opened("2").do("10:00", OpenSegment("2.1"))
    room.do("10:00", inscribe("sec", segment="2.2", kind="presentation"))
    seen = room.see("10:00").item

    assert seen is not None
    assert [t.limit_seconds for t in seen.turns] == [600]
    assert seen.presentation_seconds == (10 + 5) * 60
    assert clock(seen.list_ends_at) == "10:25"


def test_requests_for_a_later_segment_stand_behind_the_presentations_before_it() -> None:
    room = opened("2").do("10:00", OpenSegment("2.1"))
    room.do("10:00", inscribe("jpn", segment="2.3"), inscribe("fra", segment="2.6"))
    room.do("10:00", inscribe("mex"))

    assert turns(room, "10:00") == ["mex 10:00", "jpn 10:23:20", "fra 10:31:40"]
    assert ends(room, "10:00") == "10:34:40"


@pytest.mark.parametrize(
    ("limit", "handover", "minutes", "podium", "expected"),
    [(90, 0, 20, 0, 13), (180, 20, 180, 30, 45), (150, 20, 180, 30, 52), (300, 20, 180, 30, 28)],
)
def test_reference_how_many_turns_a_sitting_holds(
    limit: int, handover: int, minutes: int, podium: int, expected: int
) -> None:
    parts = (segment("4.1", "presentation", podium), segment("4.2")) if podium else ()
    end = f"{10 + minutes // 60}:{minutes % 60:02}"
    plan = agenda(item("4", minutes, *parts), sittings=(sitting("1", "10:00", end),))
    room = Room(plan, handover).do("10:00", OPEN, OpenItem("4"), SetLimit(limit))
    codes = [f"d{n}" for n in range(60)]
    room.do("10:00", inscribe(*codes, segment="4.2" if podium else None))
    seen = room.see("10:00").item

    assert seen is not None
    assert (seen.fits, seen.left_over) == (expected, 60 - expected)
    assert [t.is_after_sitting for t in seen.turns] == [n >= expected for n in range(60)]
