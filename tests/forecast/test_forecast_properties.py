"""What holds of every projection, whatever the list, the limits and the moment."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.forecast.figures import Projection
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.sittings import OpenMeeting, Suspend
from meeting_tui.meeting.speakers_list import Inscribe
from tests.forecast.room import Room, agenda, at, inscribe, item, segment, who

PLAN = agenda(
    item(
        "2",
        120,
        segment("2.1", minutes=30),
        segment("2.2", "presentation", 20, each=10),
        segment("2.3", minutes=20),
        segment("2.4", "presentation", 15),
        segment("2.5", minutes=30),
    ),
    item("3", 60, sitting="1"),
    item("4", 150, sitting="2"),
    item("5", 30),
)
OPEN = (OpenMeeting(), OpenItem("2"))
LAST_CALL = 8 * 3600 - 60
KINDS = ("statement", "presentation", "question")
SEGMENTS = (None, "2.1", "2.2", "2.3", "2.4", "2.5")

requests = st.builds(
    lambda kind, where, group: Inscribe(
        (who("x", group="EU" if group else None),), segment=where, kind=kind
    ),
    st.sampled_from(KINDS),
    st.sampled_from(SEGMENTS),
    st.booleans(),
)
limit_orders = st.builds(
    SetLimit,
    st.integers(5, 900),
    st.sampled_from(("default", "tier", "kind", "delegation")),
    st.sampled_from(("states", "group", "statement", "presentation", "d1", "d3")),
)


def named(request: Command, name: str) -> Command:
    assert isinstance(request, Inscribe)
    return Inscribe(
        (who(name, group=request.whom[0].group),), segment=request.segment, kind=request.kind
    )


@st.composite
def rooms(draw: st.DrawFn) -> tuple[Room, datetime]:
    """A meeting with item 2 open, somebody perhaps speaking, and the instant it is looked at."""
    room = Room(PLAN, handover=draw(st.sampled_from((0, 20, 45))))
    start = at("9:50") + timedelta(seconds=draw(st.integers(0, LAST_CALL)))
    room.do(start, *OPEN)
    where = draw(st.sampled_from(SEGMENTS))
    if where:
        room.do(start, OpenSegment(where))
    for n, request in enumerate(draw(st.lists(requests, max_size=12))):
        room.do(start, named(request, f"d{n}"))
    for order in draw(st.lists(limit_orders, max_size=3)):
        room.do(start, order)
    if draw(st.booleans()):
        room.do(start, AskReply(who("per")))
    if draw(st.booleans()) and room.waiting():
        room.do(start, Next())
    now = start + timedelta(seconds=draw(st.integers(0, 1200)))
    if draw(st.booleans()):
        room.do(now, Suspend())
    return room, now


def ends(seen: Projection) -> list[datetime]:
    """The ends of the open item, of every item and of the day, at each of the three paces."""
    item, day = seen.item, seen.day
    assert item is not None
    found = [item.ends_at, item.pace_ends_at, item.late_ends_at]
    for each in day.items:
        found += [end for end in (each.ends_at, each.pace_ends_at, each.late_ends_at) if end]
    return [*found, day.ends_at, day.pace_ends_at, day.late_ends_at]


def none_earlier(later: list[datetime], before: list[datetime]) -> bool:
    return all(a >= b for a, b in zip(later, before, strict=True))


@given(rooms(), requests)
def test_one_more_speaker_never_brings_an_end_forward(
    room_now: tuple[Room, datetime], request: Command
) -> None:
    room, now = room_now
    before = room.see(now)
    after = room.do(now, named(request, "one-more")).see(now)

    assert none_earlier(ends(after), ends(before))
    assert len(after.turns) == len(before.turns) + 1


@given(rooms(), limit_orders, st.integers(1, 600))
def test_a_shorter_limit_never_makes_it_later(
    room_now: tuple[Room, datetime], order: SetLimit, less: int
) -> None:
    room, now = room_now
    long = room.do(now, SetLimit(order.seconds + less, order.scope, order.key)).see(now)
    short = room.do(now, order).see(now)

    assert none_earlier(ends(long), ends(short))


@given(rooms())
def test_turns_follow_each_other_and_the_cut_parts_them(room_now: tuple[Room, datetime]) -> None:
    room, now = room_now
    seen = room.see(now)
    assert seen.item is not None and seen.sitting is not None
    begins = [each.turn_at for each in seen.turns]

    assert begins == sorted(begins)
    assert [each.inscription for each in seen.turns] == [each.id for each in room.waiting()]
    assert all(now <= each.turn_at < each.ends_at <= seen.item.ends_at for each in seen.turns)
    assert seen.item.fits + seen.item.left_over == len(seen.turns)
    for place, turn in enumerate(seen.turns):
        assert (turn.ends_at <= seen.sitting.planned_end) == (place < seen.item.fits)


@given(rooms())
def test_the_day_absorbs_nothing(room_now: tuple[Room, datetime]) -> None:
    room, now = room_now
    day = room.see(now).day
    to_come = sorted(
        (each.starts_at, each.ends_at) for each in day.items if each.starts_at and each.ends_at
    )

    assert all(first[1] <= second[0] for first, second in pairwise(to_come))
    assert max(end for _, end in to_come) == day.ends_at
    assert abs(day.overflow_seconds - sum(each.overflow_seconds for each in day.items)) < 1e-6


@given(
    st.lists(st.sampled_from(("statement", "question")), min_size=1, max_size=8),
    st.sampled_from((0, 20, 45)),
    st.integers(5, 300),
    st.booleans(),
)
def test_projected_ends_are_met_when_every_turn_takes_its_limit(
    kinds: list[str], handover: int, limit: int, replies: bool
) -> None:
    room = Room(PLAN, handover).do("10:00", *OPEN, OpenSegment("2.5"), SetLimit(limit))
    for n, kind in enumerate(kinds):
        room.do("10:00", inscribe(f"d{n}", kind=kind))
    if replies:
        room.do("10:00", AskReply(who("per")))
    foreseen = room.see("10:00")
    assert foreseen.item is not None
    now = at("10:00")

    for turn in foreseen.turns:
        assert room.see(now).turns[0] == turn
        room.do(turn.turn_at, Next(insist=True))
        halfway = turn.turn_at + timedelta(seconds=turn.limit_seconds / 2)
        seen = room.see(halfway).item
        assert seen is not None
        assert seen.list_ends_at == foreseen.item.list_ends_at
        room.do(turn.ends_at, Yield())
        now = turn.ends_at

    assert now == foreseen.item.list_ends_at
    room.do(now, CloseItem())
    assert room.see(now).day.items[0].ends_at == foreseen.item.list_ends_at
