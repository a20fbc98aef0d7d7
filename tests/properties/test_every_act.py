"""Every act, by its declaration alone: what it reads, when it is decided on, what comes of it."""

from __future__ import annotations

import types
from collections.abc import Sequence
from datetime import time
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting import facts
from meeting_tui.meeting.acts import ACTS, decide
from meeting_tui.meeting.clock_gaps import ClockJumped
from meeting_tui.meeting.declared import Act, Outcome, Seat, When
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.refusal import Refusal
from tests.meeting.room import Room, said
from tests.properties.lines_of_acts import WORDS, lines_of, written
from tests.properties.typed_lines import MOMENTS

of_every_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
lines_of_one = st.sampled_from(ACTS).flatmap(lambda act: st.tuples(st.just(act), lines_of(act)))
OF_THE_DESK = (
    *("gap_in", "gap_out", "seen", "take_none"),
    *("take_control", "ask_control", "give_control", "accept", "set_aside"),
)
"""What answers something that the desk finds: a gap, a loss, another seat that runs the floor."""
OF_THE_FLOOR = {ClockJumped}
"""The gap of a sitting that `undo` takes up again, which is no matter of a seat for notes."""
TRIED = settings(
    max_examples=2000, derandomize=True, database=None, phases=(Phase.generate,), deadline=None
)


@cache
def room_at(moment: str) -> Room:
    """A room in which nothing more happens: what is decided there changes nothing."""
    room = Room().at("10:00:00")
    room.do(*MOMENTS[moment])
    return room.later(30)


def read(act: Act, line: str, moment: str = "much was said") -> Command | None:
    """The command of the act that a line means, if it means one."""
    found = read_line(line, room_at(moment).lexicon)
    return found if isinstance(found, Command) and type(found) in act.rules else None


def of_the_floor(act: Act, outcome: Sequence[Event]) -> set[type[Event]]:
    """The kinds of what came of an act that it does not say comes of it at a seat for notes."""
    return {type(event) for event in outcome} - set(act.events)


def decided(line: str, moment: str) -> Outcome:
    room = room_at(moment)
    found = read_line(line, room.lexicon)
    return found if isinstance(found, Refusal) else decide(room.meeting, found, room.now)


@pytest.mark.parametrize(
    ("act", "kind"),
    [pytest.param(act, kind, id=f"{act.id}-{kind.__name__}") for act in ACTS for kind in act.rules],
)
def test_some_line_is_read_as_each_command_of_an_act(act: Act, kind: type[Command]) -> None:
    line = find(lines_of(act), lambda each: type(read(act, each)) is kind, settings=TRIED)

    assert line.startswith(" ".join(act.words))


@of_every_act
def test_every_act_is_done_in_some_moment(act: Act) -> None:
    def is_done(line: str) -> bool:
        return any(isinstance(decided(line, each), tuple) for each in MOMENTS)

    if act.id not in OF_THE_DESK:
        assert find(lines_of(act), is_done, settings=TRIED)


@given(lines_of_one)
def test_what_is_read_is_what_the_act_declares(tried: tuple[Act, str]) -> None:
    act, line = tried
    found = read_line(line, room_at("much was said").lexicon)

    if isinstance(found, Refusal):
        assert said(found) and said(found, "zh")
        return
    assert type(found) in act.rules
    for name, hint in get_type_hints(type(found)).items():
        assert is_of(getattr(found, name), hint), (line, name, getattr(found, name))


@pytest.mark.parametrize("moment", MOMENTS)
@given(tried=lines_of_one)
def test_it_is_decided_with_events_or_a_refusal(moment: str, tried: tuple[Act, str]) -> None:
    act, line = tried
    room = room_at(moment)
    before = room.state.snapshot()
    outcome = decided(line, moment)

    assert outcome == decided(line, moment)
    assert room.state == before
    if isinstance(outcome, Refusal):
        assert said(outcome) and said(outcome, "zh")
    else:
        assert outcome
        assert {type(event) for event in outcome} <= set(EVENTS)
        assert act.seat is Seat.FLOOR or of_the_floor(act, outcome) <= OF_THE_FLOOR
        assert room.state.phase != "adjourned" or act.when is When.EVER
        assert room.state.phase == "open" or act.when is not When.SITTING


@of_every_act
def test_what_a_seat_for_notes_may_do_says_what_comes_of_it(act: Act) -> None:
    assert bool(act.events) is (act.seat is Seat.NOTES)
    assert set(act.events) <= set(EVENTS)


@of_every_act
def test_it_is_refused_when_it_may_not_be_done(act: Act) -> None:
    line = find(lines_of(act), lambda each: read(act, each) is not None, settings=TRIED)
    refused = {
        moment: found.code
        for moment in MOMENTS
        if isinstance(found := decided(line, moment), Refusal)
    }

    if act.when is not When.EVER:
        assert refused["adjourned"] == "adjourned"
    if act.when is When.SITTING:
        assert refused["suspended"] == "suspended"
        assert refused["before the meeting"] == "not_in_sitting"


@of_every_act
def test_what_is_tried_for_its_key_is_its_own(act: Act) -> None:
    assert act.probe is None or type(act.probe) in act.rules


@pytest.mark.parametrize(
    ("syntax", "lines"),
    [
        ("ITEM [to SITTING]", {"1", "1 to 1", "1 to 2"}),
        ("[on K|ITEM]", {"", "on question", "on 2"}),
        ("under ITEM|on K", {"under 3", "on statement"}),
        ("default|ITEM [ITEM ...]", {"default", "1", "1 2"}),
    ],
)
def test_a_syntax_is_written_in_all_its_ways(syntax: str, lines: set[str]) -> None:
    for line in lines:
        assert find(written(syntax), line.__eq__, settings=TRIED) == line


def test_a_sign_without_words_is_told() -> None:
    with pytest.raises(KeyError, match="no words are known for PLANET"):
        written("D [on PLANET]")


def test_every_sign_of_a_syntax_is_one_there_is() -> None:
    written = " ".join(each.syntax for each in ACTS)

    assert [each for each in WORDS if each not in written] == []


def is_of(value: object, hint: Any) -> bool:
    """Whether a value is of a declared type, down to what is in a tuple."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return any(is_of(value, part) for part in parts)
    if origin is tuple:
        return isinstance(value, tuple) and _are_of(value, parts)
    return type(value) is hint or (hint is type(None) and value is None)


def _are_of(values: Sequence[object], parts: tuple[Any, ...]) -> bool:
    if parts[-1] is ...:
        return all(is_of(each, parts[0]) for each in values)
    return len(values) == len(parts) and all(map(is_of, values, parts))


def test_what_is_of_another_type_is_seen() -> None:
    assert is_of(("a", 1), tuple[str, int]) and not is_of(("a", "b"), tuple[str, int])
    assert is_of((), tuple[str, ...]) and not is_of(("a", None), tuple[str, ...])
    assert is_of(None, time | None) and not is_of(True, int) and not is_of("", time | None)
    assert not is_of(facts.OnItem("2"), Directory)
