"""What holds of positions whoever says what, for whom, in whatever order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.meeting.facts import Inscription, Intervention, Point, Presence
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.positions import TAKEN, Position, Subject, position_on
from meeting_tui.meeting.state import MeetingState
from tests.meeting.room import Room

NOW = datetime(2026, 3, 19, 9, tzinfo=UTC)
CODES = [f"S{n}" for n in range(8)]
GROUPS = {"G": ("S0", "S1", "S2", "S3"), "H": ("S2", "S3", "S4"), "EMPTY": ()}
SUBJECT = Subject("question", "A1")
EMPTY: Meeting = Room().meeting


class Said(Struct, frozen=True):
    """One statement, the parts of it that positions look at."""

    code: str
    group: str | None
    aligned: tuple[str, ...]
    stances: tuple[str, ...]
    kind: str
    via: str


statements = st.builds(
    Said,
    code=st.sampled_from(CODES),
    group=st.sampled_from([None, *GROUPS]),
    aligned=st.lists(st.sampled_from(CODES), max_size=2).map(tuple),
    stances=st.lists(st.sampled_from(("none", *TAKEN)), max_size=2).map(tuple),
    kind=st.sampled_from(["state_party", "observer_state", "ngo", "secretariat", "unknown"]),
    via=st.sampled_from(["email", "floor"]),
)
meetings = st.lists(statements, max_size=8)
seen = st.frozensets(st.sampled_from(CODES))


def state_of(said: list[Said], present: frozenset[str] = frozenset()) -> MeetingState:
    """A meeting in which that was said, each on question A1, in that order."""
    state = EMPTY.state.snapshot()
    state.present = {each: Presence(each, True, NOW) for each in present}
    for number, each in enumerate(said, 1):
        asked = Inscription(
            id=f"i{number}",
            item="3",
            delegation=each.code,
            name=each.code,
            delegation_kind=each.kind,
            known=True,
            tier="states",
            kind="statement",
            capacity="group" if each.group else "national",
            group=each.group,
            aligned=each.aligned if each.group else (),
            via=each.via,
            about="",
            segment=None,
            inscribed_at=NOW,
            outcome="spoke",
        )
        at = NOW + timedelta(minutes=number)
        state.inscriptions[asked.id] = asked
        state.interventions[f"s{number}"] = Intervention(
            f"s{number}", number, asked.id, "3", None, at, None, at
        )
        for place, stance in enumerate(each.stances):
            point = f"n{number}.{place}"
            state.points[point] = Point(
                point, f"s{number}", at, "EK", "x", ("A1",), "statement", stance, "report", ()
            )
            state.points_of.setdefault(f"s{number}", []).append(point)
    return state


def position(
    said: list[Said], members: str = "all", present: frozenset[str] = frozenset()
) -> Position:
    return position_on(
        state_of(said, present),
        SUBJECT,
        members_of=lambda group: GROUPS.get(group, ()),
        group_members=members,
    )


def speaks_for(said: Said) -> set[str]:
    """Whom a statement could stand for, itself included."""
    return {said.code, *GROUPS.get(said.group or "", ()), *said.aligned}


members = st.sampled_from(["none", "present", "all"])


@given(meetings, members, seen)
def test_a_state_is_in_one_stance_at_most(
    said: list[Said], choice: str, present: frozenset[str]
) -> None:
    found = position(said, choice, present)

    states = [each for side in found.sides for each in side.states]
    assert len(states) == len(set(states))
    assert set(found.states) == set(states)
    assert all(side.statements for side in found.sides if side.states)
    assert set(found.statements).isdisjoint(found.set_aside)


@given(meetings, statements, members, seen)
def test_one_more_statement_never_lowers_the_number_of_states(
    said: list[Said], more: Said, choice: str, present: frozenset[str]
) -> None:
    before, after = position(said, choice, present), position([*said, more], choice, present)

    assert set(before.states) <= set(after.states)


@given(meetings, seen)
def test_a_wider_choice_of_members_has_the_states_of_a_narrower(
    said: list[Said], present: frozenset[str]
) -> None:
    none, some, every = (
        set(position(said, each, present).states) for each in ("none", "present", "all")
    )

    assert none <= some <= every


@settings(max_examples=200)
@given(meetings, st.integers(0, 6), members, seen)
def test_the_order_of_statements_of_others_does_not_matter(
    said: list[Said], place: int, choice: str, present: frozenset[str]
) -> None:
    if place + 1 >= len(said) or speaks_for(said[place]) & speaks_for(said[place + 1]):
        return
    if said[place].group and said[place].group == said[place + 1].group:
        return
    swapped = list(said)
    swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
    first, second = position(said, choice, present), position(swapped, choice, present)

    for stance in TAKEN:
        one, other = first.side(stance), second.side(stance)
        assert one.states == other.states
        assert len(one.statements) == len(other.statements)


@given(meetings, members, seen)
def test_nobody_stands_anywhere_who_neither_spoke_nor_was_spoken_for(
    said: list[Said], choice: str, present: frozenset[str]
) -> None:
    found = position(said, choice, present)
    taking = [
        each
        for each in said
        if each.kind != "secretariat" and any(stance != "none" for stance in each.stances)
    ]

    assert set(found.states) <= {code for each in taking for code in speaks_for(each)}
    silent = [replace(each, stances=()) for each in said]
    assert not position(silent, choice, present).is_taken
