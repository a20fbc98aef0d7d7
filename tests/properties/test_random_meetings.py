"""Random acts over random time: whatever is typed, the room's own laws hold."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from meeting_tui.meeting.attributions import TimesCorrected
from meeting_tui.meeting.clock_gaps import ClockJumped, GapCounted, GapDiscounted, NoteClockJump
from meeting_tui.meeting.entry import ActRedone, ActUndone
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.names import DelegationIdentified
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.turn_times import BeginningCorrected
from meeting_tui.meeting.waiting_order import everybody_waiting, waiting
from tests.meeting.room import Room, said
from tests.properties import typed_lines
from tests.properties.lines_of_acts import any_act

LEDGER = {"counts", "gaps"}
CHANGE_WHAT_WAS = (
    ActRedone,
    ActUndone,
    BeginningCorrected,
    GapCounted,
    GapDiscounted,
    TimesCorrected,
)
TIERS = ("group", "states", "observer_states", "others")
SEGMENTS = ("2.1", "2.2", "2.3")


def differing(one: MeetingState, other: MeetingState) -> list[str]:
    """The parts in which two states differ, counts and gaps apart."""
    names = set(MeetingState.__struct_fields__) - LEDGER
    return sorted(name for name in names if getattr(one, name) != getattr(other, name))


class RandomMeeting(RuleBasedStateMachine):
    """A meeting, and beside it what must be true of it, reckoned in another way."""

    def __init__(self) -> None:
        super().__init__()
        self.room = Room().at("10:00:00")
        self.before: dict[str, MeetingState] = {}
        self.spoke: dict[str, float] = {}
        self.insisted = False

    @initialize(item=st.sampled_from(("2", "2", "3")))
    def begin(self, item: str) -> None:
        self.type("open")
        self.type(f"item {item}")
        self.type("inscribe mex carms nga")

    def type(self, line: str | NoteClockJump) -> None:
        before = self.room.state.snapshot()
        self.insisted |= isinstance(line, str) and line.startswith("inscribe!")
        found = self.room.tried(line)
        if isinstance(found, Refusal):
            assert said(found) != said(found, "zh")
            assert differing(before, self.room.state) == []
            return
        event = found[0].event
        if line == "undo floor":
            self.before.clear()  # what was done since stays, on another floor
        elif any(isinstance(each.event, ClockJumped) for each in found[1:]):
            self.before.clear()  # the time since a sitting was stopped is nobody's
        elif isinstance(event, ActUndone):
            known = self.before.get(event.act)
            assert known is None or differing(known, self.room.state) == []
        elif not isinstance(event, ActRedone):
            self.before[found[0].act] = before
        if any(isinstance(each.event, CHANGE_WHAT_WAS) for each in found):
            self.spoke = {
                each.id: each.used_seconds(self.room.now)
                for each in self.room.state.interventions.values()
            }

    @rule(milliseconds=st.integers(0, 200_000), slept=st.sampled_from((False, False, True)))
    def time_passes(self, milliseconds: int, slept: bool) -> None:
        speaking = self.room.state.speaking()
        if speaking and speaking.paused_since is None and not self.room.state.pending_order:
            self.spoke[speaking.id] = self.spoke.get(speaking.id, 0.0) + milliseconds / 1000
        self.room.later(milliseconds / 1000)
        if slept:
            self.type(NoteClockJump("sleep", milliseconds / 1000))

    @rule(line=typed_lines.joining)
    def somebody_asks_for_the_floor(self, line: str) -> None:
        self.type(line)

    @rule(line=typed_lines.steering)
    def the_chair_goes_on(self, line: str) -> None:
        self.type(line)

    @rule(line=typed_lines.on_who_waits, places=st.tuples(st.integers(0, 9), st.integers(0, 9)))
    def the_list_changes(self, line: str, places: tuple[int, int]) -> None:
        names = [f'"{each.name}"' for each in everybody_waiting(self.room.state)]
        if names:
            first, second = (names[place % len(names)] for place in places)
            self.type(line.format(first=first, second=second, place=1 + places[1] % len(names)))

    @rule(line=typed_lines.meeting_lines)
    def somebody_types(self, line: str) -> None:
        self.type(line)

    @rule(line=typed_lines.correction_lines)
    def something_is_put_right(self, line: str) -> None:
        self.type(line)

    @rule(line=st.one_of(typed_lines.steering, typed_lines.sitting_lines, typed_lines.any_lines))
    def somebody_types_something_else(self, line: str) -> None:
        self.type(line)

    @rule(line=any_act)
    def any_act_is_typed(self, line: str) -> None:
        self.type(line)

    @precondition(lambda self: len(self.room.meeting.done_acts) > 5)
    @rule()
    def an_act_of_the_floor_is_taken_back(self) -> None:
        self.type("undo floor")

    @precondition(lambda self: len(self.room.meeting.done_acts) > 5)
    @rule(times=st.integers(1, 3), again=st.booleans())
    def what_is_taken_back_and_brought_back_is_as_before(self, times: int, again: bool) -> None:
        before, gaps = self.room.state.snapshot(), len(self.room.state.gaps)
        for line in ("undo", "redo") if again else ("undo",):
            for _ in range(times):
                self.type(line)
        if again and len(self.room.state.gaps) == gaps:
            assert differing(before, self.room.state) == []

    @invariant()
    def one_has_the_floor_at_most(self) -> None:
        state = self.room.state
        speaking = [each.id for each in state.interventions.values() if each.yielded_at is None]
        assert speaking == ([state.floor] if state.floor else [])
        assert not (state.floor and state.phase != "open")

    @invariant()
    def every_request_has_one_outcome(self) -> None:
        state = self.room.state
        held = [*state.replies, *(each for listed in state.lists.values() for each in listed)]
        assert len(held) == len(set(held))
        outcomes = {each.id: each.outcome for each in state.inscriptions.values()}
        assert {key for key, outcome in outcomes.items() if outcome == "waiting"} == {*held}
        heard = {each.inscription: each for each in state.interventions.values()}
        assert len(heard) == len(state.interventions)
        for key, outcome in outcomes.items():
            assert (key in heard) == (outcome in ("spoke", "speaking"))
            assert (outcome == "speaking") == (key in heard and heard[key].id == state.floor)
        assert not (held and state.phase == "adjourned")

    @invariant()
    def nobody_waits_twice_for_the_same(self) -> None:
        if any(isinstance(e.event, DelegationIdentified) for e in self.room.meeting.entries):
            return  # a name and the delegation it turns out to be may both wait
        if self.insisted:
            return  # who insists waits once more
        for item in self.room.state.lists:
            same = [
                (each.item, each.delegation, each.group, each.kind, each.segment)
                for each in waiting(self.room.state, item)
            ]
            assert len(same) == len(set(same))

    @invariant()
    def time_used_is_time_spoken(self) -> None:
        for each in self.room.state.interventions.values():
            used = each.used_seconds(self.room.now)
            wall = ((each.yielded_at or self.room.now) - each.given_at).total_seconds()
            assert 0 <= used <= wall + 1e-6
            assert abs(used - self.spoke.get(each.id, 0.0)) < 1e-3

    @invariant()
    def who_was_not_moved_waits_in_the_order_of_the_rules(self) -> None:
        state = self.room.state
        if state.joined:
            return  # the order of two lists in one is in the tests of joined items
        for item in state.lists:
            by_rule = [each for each in waiting(state, item) if not each.placed_by_hand]
            assert by_rule == sorted(by_rule, key=self.due)

    def due(self, each: Inscription) -> tuple[int, int, int]:
        """Presentations lead their segment, later segments wait; then tier; then time."""
        here = self.room.state.items[each.item].segment
        is_later = each.segment is not None and each.segment > (here or SEGMENTS[0])
        leads = each.kind == "presentation" and here == "2.1"
        asked = list(self.room.state.inscriptions).index(each.id)
        return (2 if is_later else 0 if leads else 1, TIERS.index(each.tier), asked)

    def teardown(self) -> None:
        again = replay(self.room.meeting.entries)
        assert again.state == self.room.state
        assert again.done_acts == self.room.meeting.done_acts
        assert again.undone_acts == self.room.meeting.undone_acts


TestRandomMeetings = RandomMeeting.TestCase
TestRandomMeetings.settings = settings(max_examples=80, stateful_step_count=40)
