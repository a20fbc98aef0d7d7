"""Whatever is planned otherwise: official order, all planned minutes, a way back to the start."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.schedule import PlanMove, PlanSitting, PlanSplit, PlanTime, plan_now
from meeting_tui.meeting.schedule_changes import PlanAdd, PlanDrop, PlanHold
from tests.meeting.plan_room import day
from tests.meeting.room import Room

ITEMS = tuple(each.id for each in day().items)
item = st.sampled_from(ITEMS)
place = st.sampled_from((*ITEMS, "2.1", "2.2", "2.3", "2.9", "6.1", "3.1"))
segment = st.sampled_from(("2.1", "2.3", "2.9", "2.10", "3.1", "6.1", "6.2"))
sitting = st.sampled_from(("1", "2"))
minutes = st.integers(1, 300)
clock = st.builds(time, st.integers(8, 20), st.sampled_from((0, 30)))
why = st.just("so it was decided")
edits: st.SearchStrategy[Command] = st.one_of(
    st.builds(PlanMove, item, st.none() | sitting, st.none() | item, st.booleans(), why),
    st.builds(PlanTime, place, minutes, why),
    st.builds(PlanSplit, item, minutes, sitting, why),
    st.builds(PlanAdd, item, minutes, st.just("A matter"), why),
    st.builds(PlanDrop, segment, why),
    st.builds(PlanHold, segment, why),
    st.builds(PlanSitting, sitting, clock, clock, why),
)


def is_on_agenda(room: Room, edit: Command) -> bool:
    """Segments added may be there or not; a typed line names none that are not."""
    named = getattr(edit, "place", None) or getattr(edit, "segment", None) or "1"
    agenda = room.state.agenda
    return agenda.item(named) is not None or agenda.segment(named) is not None


@given(st.lists(edits, max_size=12), st.integers(0, 2))
def test_any_edits_keep_order_and_minutes_and_can_all_be_taken_back(
    wanted: list[Command], items_begun: int
) -> None:
    room = Room(day()).at("10:00:00")
    if items_begun:
        room.do("open", "item 1", "close item")
    if items_begun > 1:
        room.do("item 2", "segment 2.1")
    before = room.state.snapshot()
    done = 0
    for edit in wanted:
        if is_on_agenda(room, edit):
            done += not isinstance(room.tried(edit), Refusal)
        state = room.state
        assert tuple(each.id for each in state.agenda.items) == ITEMS
        assert sorted(state.running_order) == sorted(ITEMS)
        ids = [each.id for one in state.agenda.items for each in one.segments]
        assert len(set(ids)) == len(ids)
        planned = plan_now(state)
        assert tuple(planned) == ITEMS
        for each in state.agenda.items:
            parts = planned[each.id].parts
            lengths = [(part.end - part.start).total_seconds() for part in parts]
            assert sum(lengths) == each.minutes * 60
            assert all(one.end <= two.start for one, two in pairwise(parts))
            split = state.splits.get(each.id)
            assert split is None or sum(length for _, length in split) == each.minutes
        spans = sorted((part.start, part.end) for one in planned.values() for part in one.parts)
        assert all(one[1] <= two[0] for one, two in pairwise(spans))
        assert len(state.schedule_changes) == done
    assert replay(room.meeting.entries).state == room.state
    for _ in range(done):
        room.do("undo")
    after = room.state
    assert after.agenda == after.imported == day()
    assert (after.running_order, after.splits) == (before.running_order, {})
    assert (after.dropped, after.kept) == (frozenset(), frozenset())
    assert after.schedule_changes == []
    assert after.sittings == before.sittings
    for _ in range(done):
        room.do("redo")
    assert len(room.state.schedule_changes) == done
