"""Four calls of a W3C group: every act on their queue is applied, or refused for a known reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.replay.irc_meeting import ChatMeeting, read_messages
from tests.replay.queue_acts import QueueAct
from tests.replay.room import Room

FOLDER = "samples/meetings/w3c-ccg-irc"


@dataclass(frozen=True)
class Account:
    """What a log holds and what came of it."""

    messages: int
    acts: dict[str, int]
    applied: dict[str, int]
    refused: dict[str, int]
    outcomes: dict[str, int]
    most_waiting: int
    topics: int = 0
    notes: dict[str, int] = field(default_factory=dict)


ACCOUNTS = {
    "2020-10-27": Account(
        messages=529,
        acts={"join": 71, "ack": 64, "leave": 11},
        applied={"inscribe": 64, "withdraw": 11, "floor": 51, "floor!": 8},
        refused={
            "inscribe already_waits": 7,
            "floor does_not_wait": 12,
            "floor does_not_wait_nobody_does": 1,
        },
        outcomes={"spoke": 59, "withdrew": 11, "not_reached": 2},
        most_waiting=7,
        notes={"note": 48, "note has_not_spoken": 146},
    ),
    "2021-04-13": Account(
        messages=273,
        acts={"join": 30, "ack": 27, "leave": 6},
        applied={"inscribe": 29, "withdraw": 5, "floor": 24, "floor!": 2},
        refused={
            "inscribe already_waits": 1,
            "withdraw does_not_wait": 1,
            "floor does_not_wait": 1,
            "floor does_not_wait_nobody_does": 2,
        },
        outcomes={"spoke": 26, "withdrew": 5},
        most_waiting=8,
        topics=5,
        notes={"note": 66, "note has_not_spoken": 25},
    ),
    "2021-09-21": Account(
        messages=314,
        acts={"join": 31, "ack": 30, "leave": 5},
        applied={"inscribe": 31, "withdraw": 5, "floor": 26, "floor!": 2},
        refused={"floor does_not_wait": 4},
        outcomes={"spoke": 28, "withdrew": 5},
        most_waiting=4,
        topics=11,
        notes={"note": 38, "note has_not_spoken": 6},
    ),
    "2022-09-20": Account(
        messages=556,
        acts={"join": 8, "ack": 11, "leave": 1},
        applied={"inscribe": 8, "withdraw": 1, "floor": 7, "floor!": 3},
        refused={"floor does_not_wait": 2, "floor does_not_wait_nobody_does": 2},
        outcomes={"spoke": 10, "withdrew": 1},
        most_waiting=1,
        topics=3,
        notes={"note": 47, "note has_not_spoken": 186},
    ),
}
"""`floor` names one who waits; `floor!` one who was refused so: the Chair insists."""

WORDS = ("inscribe", "withdraw", "floor", "floor!")


@pytest.fixture(scope="module", params=ACCOUNTS)
def call(request: pytest.FixtureRequest, shared: Path) -> tuple[ChatMeeting, Account]:
    name: str = request.param
    return ChatMeeting(read_messages(shared / FOLDER / f"{name}.log")), ACCOUNTS[name]


def test_every_act_is_accounted_for(call: tuple[ChatMeeting, Account]) -> None:
    meeting, account = call
    theirs: list[str] = []
    most: list[int] = []

    def compare(act: QueueAct, room: Room) -> None:
        _change(theirs, act)
        assert room.names_waiting == theirs, f"after {act}"
        most.append(len(theirs))

    room = meeting.hold(compare)
    room.no_loose_end()

    acts = Counter(act.sort for act in meeting.acts)
    assert len(meeting.messages) == account.messages
    assert {sort: acts[sort] for sort in account.acts} == account.acts
    assert {word: room.applied[word] for word in WORDS} == account.applied
    notes = {"note": room.applied["note"]} | _of("note", room.refused)
    assert room.refused - Counter(_of("note", room.refused)) == account.refused
    assert notes == account.notes
    assert acts["note"] == sum(notes.values())
    for sort, word in (("join", "inscribe"), ("leave", "withdraw"), ("ack", "floor")):
        refused = sum(_of(word, room.refused).values())
        assert acts[sort] == room.applied[word] + refused
    assert acts["topic"] == room.applied["segment"] == account.topics
    outcomes = Counter(each.outcome for each in room.meeting.state.inscriptions.values())
    assert outcomes == account.outcomes
    assert max(most) == account.most_waiting


def _of(word: str, refused: Counter[str]) -> dict[str, int]:
    return {each: n for each, n in refused.items() if each.split()[0] == word}


def _change(queue: list[str], act: QueueAct) -> None:
    """A queue as plain as can be: the oracle for ours."""
    folded = act.name.casefold()
    same = [each for each in queue if each.casefold() == folded]
    begun = [each for each in queue if each.casefold().startswith(folded)]
    if act.sort == "join" and not same:
        queue.append(act.name)
    elif act.sort == "leave" and same:
        queue.remove(same[0])
    elif act.sort == "ack" and (same or begun):
        queue.remove((same or begun)[0])


def test_the_same_name_called_twice_within_a_second_speaks_once(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "2020-10-27.log"))
    first = datetime(2020, 10, 27, 17, 30, 32, 906_000, UTC)
    calls = [
        act
        for act in meeting.acts
        if act.sort == "ack" and 0 <= (act.at - first).total_seconds() < 1
    ]
    assert len({act.sender for act in calls}) == len(calls) == 2
    assert len({act.name for act in calls}) == 1

    room = meeting.hold()

    given = [each for each in room.meeting.state.interventions.values() if each.given_at >= first]
    assert given[0].given_at == first
    assert (given[1].given_at - first).total_seconds() > 30


def test_a_name_with_brackets_is_a_name_and_no_group(shared: Path) -> None:
    room = ChatMeeting(read_messages(shared / FOLDER / "2021-09-21.log")).hold()
    bracketed = [each for each in room.meeting.state.inscriptions.values() if "(" in each.name]
    assert len(bracketed) == 6
    assert {each.group for each in bracketed} == {None}
    assert all("_" in each.delegation and each.name == each.delegation for each in bracketed)


def test_a_queue_outlives_a_topic(shared: Path) -> None:
    room = ChatMeeting(read_messages(shared / FOLDER / "2021-09-21.log")).hold()
    state = room.meeting.state
    topics = list(state.segments.values())
    across = [
        each
        for each in state.interventions.values()
        for topic in topics
        if state.asked_by(each).inscribed_at < topic.opened_at < each.given_at
    ]
    assert across


def test_a_stamp_that_goes_back_counts_no_time(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "2021-09-21.log"))
    back = [
        (one.at - other.at).total_seconds()
        for one, other in pairwise(meeting.messages)
        if other.at < one.at
    ]
    assert back == [0.076]
    spoken = meeting.hold().spoken(meeting.end)
    assert [seconds for _, seconds in spoken if seconds < 1] == [0.0]


def test_broken_characters_are_kept_as_they_came(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "2020-10-27.log"))
    broken = "\u00e2\u20ac\u2122"
    written = [each.text for each in meeting.messages if broken in each.text]
    noted = [each.text for each in meeting.hold().meeting.state.points.values()]
    kept = [each for each in noted if broken in each]
    assert len(written) == len(kept) == 1
    assert written[0].endswith(kept[0])


def test_an_empty_name_is_read_and_cannot_be_inscribed(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "2020-10-27.log"))
    nameless = [each for each in meeting.messages if not each.sender]
    assert len(nameless) == 1
    room = meeting.room
    room.must("open", meeting.start)
    room.must("item 0", meeting.start)
    refusal = room.do(f'inscribe "{nameless[0].sender}"', meeting.start)
    assert refusal is not None
    assert refusal.code == "name_missing"


def test_who_speaks_ends_when_the_next_is_called(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "2020-10-27.log"))
    room = meeting.hold()
    turns = list(room.meeting.state.interventions.values())
    for one, other in pairwise(turns):
        assert one.yielded_at == other.given_at
    spoken = sum(seconds for _, seconds in room.spoken(meeting.end))
    assert spoken == pytest.approx((meeting.end - turns[0].given_at).total_seconds())
