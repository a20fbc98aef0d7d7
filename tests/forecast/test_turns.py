"""When each who waits has their turn, and when the open item ends, at full time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meeting_tui.meeting import commands as asked
from meeting_tui.meeting.commands import Command
from tests.forecast.room import (
    SITTINGS,
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

PLAN = agenda(
    item("1", 30),
    item(
        "2",
        120,
        segment("2.1", minutes=30),
        segment("2.2", "presentation", 20, each=10),
        segment("2.3", minutes=20),
        segment("2.4", "presentation", 10, condition="if asked for"),
        segment("2.5", "presentation", each=5),
        segment("2.6", minutes=10),
        segment("2.7", "decision", 10, condition="if any came in"),
    ),
    item("3", 60),
)
OPEN = asked.OpenMeeting()
NEXT = asked.Next(insist=True)


def opened(first: str = "1", instant: str = "10:00", handover: int = 20) -> Room:
    return Room(PLAN, handover).do(instant, OPEN, asked.OpenItem(first))


def turns(room: Room, instant: str) -> list[str]:
    names = {each.id: each.delegation for each in room.state.inscriptions.values()}
    return [f"{names[t.inscription]} {clock(t.turn_at)}" for t in room.see(instant).turns]


def ends(room: Room, instant: str) -> str:
    seen = room.see(instant).item
    return clock(seen.ends_at) if seen else "-"


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
    room.do("10:01", asked.RaisePointOfOrder(who("per")), asked.RaisePointOfOrder(who("chl")))

    assert turns(room, "10:01") == ["fra 10:07:20"]
    assert turns(room, "10:02") == ["fra 10:07:20"]
    assert turns(room, "10:06") == ["fra 10:10:20"]
    assert ends(room, "10:06") == "10:13:20"

    room.do("10:06", asked.Rule("not well taken"))

    assert turns(room, "10:07") == ["fra 10:10:20"]

    room.do("10:07", asked.Rule("not well taken"))

    assert turns(room, "10:07") == ["fra 10:09:20"]


def test_rest_of_the_hand_over_is_counted_after_a_speaker() -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), NEXT).do("10:02", asked.Yield())

    assert turns(room, "10:02") == ["fra 10:02:20"]
    assert turns(room, "10:02:15") == ["fra 10:02:20"]
    assert turns(room, "10:03") == ["fra 10:03"]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (asked.SetLimit(120), [120, 120, 300]),
        (asked.SetLimit(60, "tier", "group"), [180, 180, 60]),
        (asked.SetLimit(60, "kind", "statement"), [60, 60, 60]),
        (asked.SetLimit(60, "delegation", "fra"), [180, 60, 300]),
        (asked.SetLimit(60, "place", "1"), [180, 180, 60]),
    ],
)
def test_limits_of_every_scope_count(command: Command, expected: list[int]) -> None:
    room = opened().do("10:00", inscribe("mex", "fra"), asked.Inscribe((who("eu", group="EU"),)))
    room.do("10:00", command)
    limits = {t.inscription: t.limit_seconds for t in room.see("10:00").turns}

    assert [limits[each] for each in ("i1", "i2", "i3")] == expected


@pytest.mark.parametrize(("where", "left"), [("2.1", 1800), ("2.2", 600), (None, 180)])
def test_speech_without_a_limit_takes_the_minutes_of_its_segment_or_the_default(
    where: str | None, left: int
) -> None:
    room = opened("2")
    if where:
        room.do("10:00", asked.OpenSegment(where))
    room.do("10:00", inscribe("mex"), NEXT)
    state = room.state
    state.interventions["s1"] = replace(state.interventions["s1"], limit_seconds=None)
    if where != "2.1":
        room.do("10:00", asked.CloseList())
    seen = room.see("10:00").item

    assert seen is not None
    assert (seen.ends_at - at("10:00")).total_seconds() == left + seen.presentation_seconds


def test_replies_come_behind_the_list_and_the_presentations() -> None:
    room = opened("2").do("10:00", asked.OpenSegment("2.1"), asked.AskReply(who("per")))
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
        room.do("10:00", asked.OpenSegment(where))
    seen = room.see("10:10").item

    assert seen is not None
    assert seen.presentation_seconds == counted * 60
    assert clock(seen.ends_at) == f"10:{10 + counted}"


def test_presentation_that_was_opened_is_not_to_come_again() -> None:
    room = opened("2").do("10:00", asked.OpenSegment("2.5"), asked.OpenSegment("2.3"))

    assert ends(room, "10:10") == "10:10"


def test_presenters_on_the_list_stand_for_planned_minutes() -> None:
    room = opened("2").do("10:00", asked.OpenSegment("2.1"))
    room.do("10:00", inscribe("sec", segment="2.2", kind="presentation"))
    seen = room.see("10:00").item

    assert seen is not None
    assert [t.limit_seconds for t in seen.turns] == [600]
    assert seen.presentation_seconds == (10 + 5) * 60
    assert clock(seen.ends_at) == "10:25"


def test_requests_for_a_later_segment_stand_behind_the_presentations_before_it() -> None:
    room = opened("2").do("10:00", asked.OpenSegment("2.1"))
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
    room = Room(plan, handover).do("10:00", OPEN, asked.OpenItem("4"), asked.SetLimit(limit))
    codes = [f"d{n}" for n in range(60)]
    room.do("10:00", inscribe(*codes, segment="4.2" if podium else None))
    seen = room.see("10:00").item

    assert seen is not None
    assert (seen.fits, seen.left_over) == (expected, 60 - expected)
    assert [t.is_after_sitting for t in seen.turns] == [n >= expected for n in range(60)]


def test_turns_behind_the_sittings_end_are_in_the_next_sitting() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a", "b", "c", "d", "e"))
    seen = room.see("12:50")

    assert turns(room, "12:50") == [
        "a 12:50",
        "b 12:53:20",
        "c 12:56:40",
        "d 15:00",
        "e 15:03:20",
    ]
    assert seen.item is not None
    assert (seen.item.fits, seen.item.left_over) == (3, 2)


def test_turn_that_runs_into_the_break_goes_on_behind_it() -> None:
    room = opened(instant="12:59").do("12:59", inscribe("a", "b"))
    first, second = room.see("12:59").turns

    assert (clock(first.turn_at), clock(first.ends_at)) == ("12:59", "15:02")
    assert (clock(second.turn_at), clock(second.ends_at)) == ("15:02:20", "15:05:20")
    assert first.is_after_sitting


def test_whoever_speaks_is_not_sent_into_the_next_sitting() -> None:
    room = opened(instant="12:59").do("12:59", inscribe("a", "b"), NEXT)

    assert ends(room.do("12:59", asked.Withdraw(who("b"))), "12:59:30") == "13:02"


def test_in_a_sitting_that_runs_over_the_next_speakers_are_in_the_next_one() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a"))
    seen = room.see("13:05")

    assert turns(room, "13:05") == ["a 15:00"]
    assert seen.sitting is not None
    assert (seen.sitting.id, seen.sitting.seconds_left) == ("1", -300)
    assert seen.item is not None
    assert (seen.item.fits, seen.item.left_over) == (0, 1)


def test_behind_the_last_sitting_turns_go_on_and_are_marked() -> None:
    room = opened(instant="17:58").do("17:58", inscribe("a", "b"))

    assert turns(room, "17:58") == ["a 17:58", "b 18:01:20"]
    assert [t.is_after_sitting for t in room.see("17:58").turns] == [True, True]


@pytest.mark.parametrize(
    ("instant", "name", "is_held", "left"),
    [
        ("9:30", "1", False, 3 * 3600),
        ("10:30", "1", False, 2.5 * 3600),
        ("13:30", "2", False, 3 * 3600),
        ("18:30", "2", False, -1800),
    ],
)
def test_sitting_shown_before_the_meeting_is_opened(
    instant: str, name: str, is_held: bool, left: float
) -> None:
    seen = Room(PLAN).see(instant)

    assert seen.sitting is not None
    assert (seen.sitting.id, seen.sitting.is_held) == (name, is_held)
    assert seen.sitting.seconds_left == left
    assert (seen.item, seen.turns) == (None, ())


def test_between_sittings_the_next_one_is_counted_from() -> None:
    room = opened(instant="12:50").do("12:50", inscribe("a", "b"), NEXT)
    room.do("13:00", asked.Suspend())

    assert turns(room, "13:00:05") == ["b 15:00"]
    assert turns(room, "14:00") == ["b 15:00"]
    assert turns(room, "15:02") == ["b 15:02"]
    assert ends(room.do("15:02", asked.Withdraw(who("b"))), "14:00") == "15:00"


def test_a_break_within_the_sitting_may_end_at_any_moment() -> None:
    room = opened().do("10:10", inscribe("a")).do("11:00", asked.Suspend())

    assert turns(room, "11:05") == ["a 11:05"]


def test_sitting_that_was_opened_early_is_held() -> None:
    room = opened(instant="9:50").do("9:50", inscribe("a"))
    seen = room.see("9:55")

    assert turns(room, "9:55") == ["a 09:55"]
    assert seen.sitting is not None
    assert seen.sitting.is_held
    assert seen.sitting.seconds_left == 3 * 3600 + 300


def test_second_sitting_begun_in_the_break_is_the_one_that_is_held() -> None:
    room = opened(instant="12:00").do("13:00", asked.Suspend()).do("14:30", asked.Resume())
    room.do("14:30", inscribe("a"))

    assert turns(room, "14:40") == ["a 14:40"]


def test_difference_is_against_the_planned_end_of_the_item() -> None:
    room = opened(instant="10:20").do("10:20", inscribe(*"abcde"))
    seen = room.see("10:20").item

    assert seen is not None
    assert clock(seen.planned_end) == "10:30"
    assert seen.difference_seconds == 5 * 180 + 4 * 20 - 600


def test_nothing_is_projected_once_the_meeting_is_adjourned() -> None:
    room = opened().do("10:00", inscribe("a")).do("11:00", asked.Adjourn())
    seen = room.see("11:30")

    assert (seen.sitting, seen.item, seen.turns) == (None, None, ())


def test_time_now_may_be_given_in_any_zone() -> None:
    room = opened().do("10:00", inscribe("a"))
    local = SITTINGS[0].start.replace(hour=10, minute=5)

    assert room.see(local) == room.see("10:05")
