"""Whatever is planned otherwise in whatever moment: one thing at a time, and no end too early."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.closing import closing_now_saves, more_that_fit
from meeting_tui.forecast.figures import ItemTimes, Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.entry import Command
from tests.meeting.plan_room import day
from tests.meeting.room import Room
from tests.meeting.test_schedule_properties import edits, is_on_agenda

AT_WORK = ("open", "item 1", "close item", "item 2", "inscribe mex nga per irn usa fra jpn deu")
BEGINNINGS: tuple[tuple[str, ...], ...] = (
    (),
    AT_WORK,
    ("plan split 2 60 then 2 because x", *AT_WORK),
)
lines = st.sampled_from(
    (
        *("item 3", "item 4", "item 5", "segment 2.1", "segment 2.2", "close item carry"),
        *("close item", "reopen 2", "reopen 3", "next!", "next!", "yield", "suspend", "resume"),
        *(
            "inscribe mex nga per for 3",
            "inscribe zaf for 4",
            "close list",
            "order per",
            "ruling x",
        ),
    )
)
steps = st.lists(st.tuples(edits | lines, st.integers(0, 3600)), max_size=12)


@given(st.sampled_from(BEGINNINGS), steps)
def test_one_thing_is_foreseen_at_a_time_and_no_end_too_early(
    beginning: tuple[str, ...], wanted: list[tuple[Command | str, int]]
) -> None:
    room = Room(day()).at("09:50:00")
    room.do(*beginning)
    for what, seconds in wanted:
        room.later(seconds)
        if isinstance(what, str) or is_on_agenda(room, what):
            room.tried(what)
        seen = project(room.state, room.now)
        coming = sorted(span for each in seen.day.items for span in each.coming)
        assert all(start <= end for start, end in coming)
        assert all(one[1] <= two[0] for one, two in pairwise(coming))
        if seen.item:
            hold_open_item(seen, next(each for each in seen.day.items if each.phase == "open"))
        assert seen.item or not any((advice(seen), closing_now_saves(seen), more_that_fit(seen)))


def hold_open_item(seen: Projection, item: ItemTimes) -> None:
    """The item ends when the day goes on, and its turns follow each other."""
    assert seen.item is not None
    ends = (item.ends_at, item.pace_ends_at, item.late_ends_at)
    of_item = (seen.item.ends_at, seen.item.pace_ends_at, seen.item.late_ends_at)
    assert all(end == own for end, own in zip(ends, of_item, strict=True))
    turns = [
        (each.turn_at, each.ends_at, each.pace_ends_at, each.late_ends_at) for each in seen.turns
    ]
    assert all(one[0] <= two[0] and one[1] <= two[0] for one, two in pairwise(turns))
