"""What holds of the three ends and of every answer, whatever was said so far."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from meeting_tui.forecast.closing import more_that_fit
from meeting_tui.forecast.figures import OpenItem
from meeting_tui.forecast.inverse import limit_to_end_by
from meeting_tui.forecast.sums import sum_of, sum_of_open
from meeting_tui.forecast.to_come import alike
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import OpenItem as OpenItemAsked
from meeting_tui.meeting.items import OpenSegment
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import Inscribe
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, who

PLAN = agenda(
    item("1", 90, segment("1.1"), segment("1.2", "presentation", 10), sitting="1"),
    item("3", 60, sitting="1"),
    item("4", 180, sitting="2"),
)
KINDS = ("statement", "question")
NEXT = Next(insist=True)
CERTAIN = {"spread": 0.0, "items_spread": 0.0, "drift": 0.0, "taper": 0.0, "handover_spread": 0.0}

parts = st.floats(0.02, 1.0)
over = st.floats(0.02, 1.6)
spreads = st.fixed_dictionaries(
    {
        "share": st.floats(0.2, 1.0),
        "spread": st.floats(0.0, 1.0),
        "items_spread": st.floats(0.0, 1.0),
        "drift": st.floats(0.0, 0.5),
        "taper": st.floats(0.0, 0.5),
        "opening": st.floats(0.0, 1.5),
        "closing": st.floats(0.0, 1.5),
        "fading": st.floats(0.0, 0.5),
        "growth": st.floats(0.0, 0.5),
        "mean_lean": st.floats(0.2, 1.5),
        "spread_lean": st.floats(0.2, 1.5),
        "carried": st.floats(0.0, 1.0),
        "middle_level": st.floats(0.3, 0.7),
        "late_level": st.floats(0.75, 0.99),
        "late_growth": st.floats(0.0, 0.5),
        "handover_spread": st.floats(0.0, 1.0),
        "closing_words_seconds": st.sampled_from((0, 60)),
    }
)


@st.composite
def rooms(draw: st.DrawFn, shares: st.SearchStrategy[float]) -> tuple[Room, datetime]:
    """Turns that took these parts of their limits, others waiting, somebody perhaps speaking."""
    room = Room(PLAN, draw(st.sampled_from((0, 20))), known=draw(spreads))
    now = at("10:00") + timedelta(seconds=draw(st.integers(0, 3 * 3600 - 60)))
    room.do(now, OpenMeeting(), OpenItemAsked("1"), OpenSegment("1.1"))
    for n, share in enumerate(draw(st.lists(shares, max_size=6))):
        group = "EU" if draw(st.booleans()) else None
        wanted = Inscribe((who(f"h{n}", group=group),), kind=draw(st.sampled_from(KINDS)))
        room.do(now, wanted, NEXT)
        limit = room.state.interventions[room.state.floor or ""].limit_seconds or 0
        now += timedelta(seconds=int(limit * share))
        room.do(now, Yield())
        now += timedelta(seconds=draw(st.integers(0, 90)))
    for n in range(draw(st.integers(0, 8))):
        group = "EU" if draw(st.booleans()) else None
        kind = draw(st.sampled_from(KINDS))
        room.do(now, Inscribe((who(f"w{n}", group=group),), kind=kind))
    is_speaking = draw(st.booleans())
    if room.waiting() and is_speaking:
        room.do(now, NEXT)
        limit = room.state.interventions[room.state.floor or ""].limit_seconds or 0
        now += timedelta(seconds=int(limit * draw(shares)))
    return room, now


def open_item(room: Room, now: datetime) -> OpenItem:
    found = room.see(now).item
    assert found is not None
    return found


@given(rooms(parts))
def test_full_time_is_never_earlier_than_the_pace_while_turns_keep_their_limits(
    room_now: tuple[Room, datetime],
) -> None:
    room, now = room_now
    found, day = open_item(room, now), room.see(now).day

    assert found.pace_ends_at <= found.ends_at
    assert all(each.pace_ends_at <= each.ends_at for each in found.turns)
    assert all(each.pace_turn_at <= each.turn_at for each in found.turns)
    assert day.pace_ends_at <= day.ends_at


@given(rooms(over))
def test_late_case_is_never_earlier_than_the_pace(room_now: tuple[Room, datetime]) -> None:
    room, now = room_now
    found, day = open_item(room, now), room.see(now).day

    assert found.pace_ends_at <= found.late_ends_at
    assert all(each.pace_ends_at <= each.late_ends_at for each in found.turns)
    assert all(each.pace_turn_at <= each.late_turn_at for each in found.turns)
    assert all(
        each.pace_ends_at <= each.late_ends_at
        for each in day.items
        if each.pace_ends_at and each.late_ends_at
    )


@given(rooms(over))
def test_turns_follow_each_other_at_every_pace(room_now: tuple[Room, datetime]) -> None:
    room, now = room_now
    turns = open_item(room, now).turns

    for before, after in pairwise(turns):
        assert before.pace_ends_at <= after.pace_turn_at <= after.pace_ends_at
        assert before.late_ends_at <= after.late_turn_at <= after.late_ends_at


@given(rooms(over), st.sampled_from(KINDS), st.booleans())
def test_one_more_speaker_never_brings_any_end_forward(
    room_now: tuple[Room, datetime], kind: str, is_group: bool
) -> None:
    room, now = room_now
    before = open_item(room, now)
    more = Inscribe((who("one-more", group="EU" if is_group else None),), kind=kind)
    after = open_item(room.do(now, more), now)

    assert after.ends_at >= before.ends_at
    assert after.pace_ends_at >= before.pace_ends_at
    assert after.late_ends_at >= before.late_ends_at


@given(rooms(over), st.integers(30, 300), st.sampled_from((("default", ""), ("tier", "group"))))
def test_a_shorter_limit_never_makes_any_end_later(
    room_now: tuple[Room, datetime], seconds: int, scope: tuple[str, str]
) -> None:
    room, now = room_now
    longer = open_item(room.do(now, SetLimit(seconds + 15, *scope)), now)
    shorter = open_item(room.do(now, SetLimit(seconds, *scope)), now)

    assert shorter.ends_at <= longer.ends_at
    assert shorter.pace_ends_at <= longer.pace_ends_at
    assert shorter.late_ends_at <= longer.late_ends_at


@given(rooms(over), st.integers(0, 4 * 3600), st.sampled_from(("default", "tier", "kind")))
def test_a_limit_applied_meets_its_target_and_the_next_step_up_does_not(
    room_now: tuple[Room, datetime], seconds: int, scope: str
) -> None:
    room, now = room_now
    key = {"default": "", "tier": "group", "kind": "question"}[scope]
    target = now + timedelta(seconds=seconds)
    found = limit_to_end_by(room.see(now), target, scope, key)
    assume(found is not None and found.is_needed)
    assert found is not None
    present = open_item(room, now).list_ends_at
    spoken = room.state.speaking()

    room.do(now, *[SetLimit(each[2], each[0], each[1]) for each in found.acts])

    assert open_item(room, now).list_ends_at == found.ends_at <= present
    assert (found.ends_at <= target) == found.meets
    assert found.seconds % 15 == 0
    assert found.seconds >= room.state.rules.timekeeper.least_limit_seconds
    assert room.state.speaking() == spoken

    room.do(now, *[SetLimit(each[2], each[0], each[1]) for each in found.step_up])

    assert open_item(room, now).list_ends_at > target


@given(rooms(over), st.integers(15, 300))
def test_as_many_more_fit_as_are_said_to_and_not_one_more(
    room_now: tuple[Room, datetime], minutes: int
) -> None:
    room, now = room_now
    until = now + timedelta(minutes=minutes)
    fit = more_that_fit(room.see(now), until)
    assert fit is not None
    assume(fit.count < 30)
    present = open_item(room, now).list_ends_at

    room.do(now, *[inscribe(f"m{n}") for n in range(fit.count)])

    assert open_item(room, now).list_ends_at <= max(until, present)
    assert open_item(room.do(now, inscribe("too-many")), now).list_ends_at > until


@given(rooms(over))
def test_the_sum_of_an_end_adds_up_to_it(room_now: tuple[Room, datetime]) -> None:
    room, now = room_now
    found, plan = open_item(room, now), PLAN.item("1")
    assert plan is not None
    value = sum_of(room.state, found, alike(room.state, plan))

    assert value.seconds == pytest.approx(found.seconds)
    assert value.speakers == len(found.turns)
    assert value.presentation_seconds == found.presentation_seconds
    if found.turns:
        assert abs((value.ends_at - found.list_ends_at).total_seconds()) < 1e-3
    whole = sum_of_open(room.state, found)
    assert whole.ends_at == found.ends_at
    assert whole.seconds == pytest.approx(found.seconds + found.kept_seconds)


@given(
    st.lists(st.sampled_from(KINDS), min_size=1, max_size=6),
    st.sampled_from((0, 20, 45)),
    st.floats(0.2, 1.0),
)
def test_pace_is_met_when_every_turn_takes_exactly_what_is_assumed(
    kinds: list[str], handover: int, share: float
) -> None:
    room = Room(PLAN, handover, known={"share": share, **CERTAIN})
    room.do("10:00", OpenMeeting(), OpenItemAsked("3"))
    for n, kind in enumerate(kinds):
        room.do("10:00", inscribe(f"d{n}", kind=kind))
    foreseen = open_item(room, at("10:00")).list_pace_ends_at
    now = at("10:00")

    for _ in kinds:
        turn = open_item(room, now).turns[0]
        room.do(turn.pace_turn_at, NEXT)
        now = turn.pace_ends_at
        assert abs(open_item(room, turn.pace_turn_at).list_pace_ends_at - foreseen) < timedelta(
            milliseconds=10
        )
        room.do(now, Yield())

    assert abs(now - foreseen) < timedelta(milliseconds=10)
