"""Which limit ends the open item by a given moment."""

from __future__ import annotations

import pytest

from meeting_tui.forecast.inverse import LimitToEnd, limit_to_end_by, longest_limit
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import OpenItem, OpenSegment
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import Inscribe
from tests.forecast.room import Room, agenda, at, clock, inscribe, item, segment, who

PLAN = agenda(
    item("1", 60, sitting="1"),
    item("2", 90, segment("2.1"), segment("2.2", "presentation", 20), sitting="1"),
)
NEXT = Next(insist=True)


def opened(first: str = "1", handover: int = 20, **timekeeper: float) -> Room:
    return Room(PLAN, handover, known=timekeeper).do("10:00", OpenMeeting(), OpenItem(first))


def with_groups(room: Room, states: int, groups: int) -> Room:
    eu = [Inscribe((who(f"g{n}", group="EU"),)) for n in range(groups)]
    return room.do("10:00", *eu, inscribe(*[f"d{n}" for n in range(states)]))


def limit(
    room: Room, target: str, scope: str = "default", key: str = "", instant: str = "10:00"
) -> LimitToEnd:
    found = limit_to_end_by(room.see(instant), at(target), scope, key)
    assert found is not None
    return found


def test_the_longest_limit_in_steps_of_15_seconds_that_ends_it_in_time() -> None:
    found = limit(opened().do("10:00", inscribe(*"abcdefghijklmn")), "10:41")

    assert (found.seconds, found.acts, found.speakers) == (150, (("default", "", 150),), 14)
    assert clock(found.ends_at) == "10:39:20"
    assert found.meets
    assert found.is_needed
    assert found.sum.turns == ((14, 150),)


def test_applied_it_ends_as_said_and_the_next_step_up_does_not() -> None:
    room = with_groups(opened(), 12, 3)
    found = limit(room, "10:45")
    room.do("10:00", *[SetLimit(each[2], each[0], each[1]) for each in found.acts])
    item_seen = room.see("10:00").item

    assert item_seen is not None
    assert item_seen.list_ends_at == found.ends_at <= at("10:45")


def test_groups_keep_their_weight() -> None:
    found = limit(with_groups(opened(), 12, 3), "10:45")

    assert found.acts == (("default", "", 135), ("tier", "group", 225))
    assert found.sum.turns == ((12, 135), (3, 225))
    assert found.speakers == 15


def test_nobody_gets_more_than_now_or_less_than_the_least() -> None:
    room = with_groups(opened(least_limit_seconds=100), 12, 3)
    room.do("10:00", SetLimit(110, "tier", "group"))
    found = limit(room, "10:10")

    assert found.acts == (("default", "", 105), ("tier", "group", 100))
    assert not found.meets
    assert found.is_needed


def test_nothing_need_be_set_when_it_ends_in_time_anyway() -> None:
    found = limit(opened().do("10:00", inscribe("a", "b")), "11:00")

    assert (found.seconds, found.acts, found.is_needed, found.meets) == (180, (), False, True)
    assert clock(found.ends_at) == "10:06:20"


def test_limit_that_is_the_least_already_cannot_be_made_shorter() -> None:
    room = opened().do("10:00", inscribe(*"abcdef"), SetLimit(90))
    found = limit(room, "10:05")

    assert (found.seconds, found.acts, found.meets) == (90, (), False)


def test_whoever_speaks_keeps_their_time() -> None:
    room = opened().do("10:00", inscribe(*"abcdefg"), NEXT)
    found = limit(room, "10:19", instant="10:01")

    assert found.sum.speaker_seconds == 120
    assert found.sum.turns == ((6, 135),)
    assert clock(found.ends_at) == "10:18:30"


def test_for_one_tier_the_others_stay() -> None:
    found = limit(with_groups(opened(), 12, 3), "10:54", "tier", "group")

    assert found.acts == (("tier", "group", 255),)
    assert found.speakers == 3
    assert found.sum.turns == ((12, 180), (3, 255))

    states = limit(with_groups(opened(), 12, 3), "10:50", "tier", "states")

    assert states.acts == (("tier", "states", 150),)


def test_for_one_kind_of_speech() -> None:
    room = opened().do("10:00", inscribe("a", "b"), inscribe("c", "d", kind="question"))
    found = limit(room, "10:10", "kind", "question")

    assert (found.acts, found.speakers) == ((("kind", "question", 90),), 2)

    statements = limit(room, "10:10", "kind", "statement")

    assert (statements.scope, statements.key, statements.seconds) == ("default", "", 150)

    room.do("10:00", SetLimit(170, "kind", "statement"))

    assert limit(room, "10:10", "kind", "statement").acts == (("kind", "statement", 150),)


def test_for_presentations_and_replies() -> None:
    room = opened("2").do("10:00", AskReply(who("per")))
    room.do("10:00", inscribe("s", "t", kind="presentation", segment="2.2"))

    assert limit(room, "10:30", "kind", "presentation").acts == (("kind", "presentation", 810),)
    assert limit(room, "10:40", "kind", "reply").acts == (("kind", "reply", 90),)
    assert limit(room, "10:40", "kind", "reply").speakers == 1


def test_presentations_that_are_planned_are_in_the_sum() -> None:
    room = opened("2").do("10:00", OpenSegment("2.1"), inscribe(*"abcd"))
    found = limit(room, "10:30")

    assert (found.seconds, found.sum.presentation_seconds) == (135, 1200)
    assert found.sum.seconds == 4 * 135 + 3 * 20 + 1200
    assert found.sum.speakers == 4


@pytest.mark.parametrize(
    ("scope", "key"), [("tier", "group"), ("kind", "song"), ("kind", "reply"), ("tier", "nobody")]
)
def test_no_answer_where_nobody_waits_whom_it_would_touch(scope: str, key: str) -> None:
    room = opened().do("10:00", inscribe("a"))

    assert limit_to_end_by(room.see("10:00"), at("10:01"), scope, key) is None


def test_own_limits_of_a_delegation_are_not_touched() -> None:
    room = opened().do("10:00", inscribe("a"), SetLimit(240, "delegation", "a"))

    assert limit_to_end_by(room.see("10:00"), at("10:01")) is None

    room.do("10:00", inscribe(*"bcd"))

    assert limit(room, "10:14").sum.turns == ((3, 180), (1, 240))
    assert limit(room, "10:12").sum.turns == ((3, 135), (1, 240))


def test_no_answer_without_an_open_item() -> None:
    assert limit_to_end_by(Room(PLAN).see("10:00"), at("10:30")) is None
    assert limit_to_end_by(opened().see("10:00"), at("10:30")) is None


def test_the_longest_limit_that_serves_may_miss_the_time() -> None:
    room = Room(PLAN)
    assert longest_limit(room.see("10:00"), at("11:00"), lambda acts: True) is None
    room.do("10:00", OpenMeeting(), OpenItem("1"))
    assert longest_limit(room.see("10:00"), at("11:00"), lambda acts: True) is None
    room.do("10:00", inscribe("a", "b"))
    found = longest_limit(room.see("10:00"), at("10:01"), lambda acts: acts[0][2] <= 120)
    assert found is not None
    assert (found.seconds, found.meets) == (120, False)
    room.do("10:00", SetLimit(90))
    assert longest_limit(room.see("10:00"), at("10:01"), lambda acts: True) is None
