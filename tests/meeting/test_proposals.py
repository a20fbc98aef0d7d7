"""Proposals have ids, and points are tagged with them and with topics."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Topic
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.notes import CorrectPoint, Note, PointCorrected, PointNoted, point_line
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, agenda, directory, words_for


def plan() -> Agenda:
    topics = (
        Topic(id="advisory-group", title=words_for("Advisory group"), item="2"),
        Topic(id="Mandate", title=words_for("Mandate"), item="3"),
    )
    return replace(agenda(), topics=topics)


def begun() -> Room:
    """Mexico has spoken, South Africa has the floor."""
    room = Room(plan()).opened()
    room.do("floor mex!", "floor zaf!")
    return room


def point(room: Room, number: int) -> Point:
    return room.state.points[f"n{number}"]


def ids(room: Room) -> dict[str, str]:
    """Proposal -> the text that makes it."""
    return {key: made.text for key, made in proposals_made(room.state).items()}


def test_proposals_are_numbered_in_the_order_noted() -> None:
    room = begun()
    room.do("note /proposal one", "note two", "propose on mex three", "note on 1 /offer four")

    assert ids(room) == {"r1": "one", "r2": "three"}
    assert [point(room, n).proposal for n in (1, 2, 3, 4)] == ["r1", None, "r2", None]
    assert point(room, 3).intervention == "s1"


def test_propose_takes_tags_and_stays_a_proposal() -> None:
    room = begun()
    (event,) = room.do("propose a1 advisory-group /internal /offer to meet")

    assert isinstance(event, PointNoted)
    assert (event.questions, event.topics, event.kind) == (("A1",), ("advisory-group",), "proposal")
    assert (event.audience, event.text, event.proposal) == ("internal", "to meet", "r1")


def test_a_point_is_tagged_with_questions_topics_and_proposals() -> None:
    room = begun()
    room.do("propose to meet", "note R1 MANDATE a6 r1 a6 advisory-group /supports we agree")
    tagged = point(room, 2)

    assert (tagged.questions, tagged.topics, tagged.proposals) == (
        ("A6",),
        ("Mandate", "advisory-group"),
        ("r1",),
    )
    assert tagged.text == "we agree"
    assert point_line(tagged) == "a6 Mandate advisory-group r1 /supports we agree"


@pytest.mark.parametrize("text", ["r1 was not made", '"r2" is quoted', "r2x is a word", "mandates"])
def test_what_names_no_proposal_is_text(text: str) -> None:
    room = begun()
    room.do("propose one", "undo", "propose two", f"note {text}")

    assert point(room, 3).text == text
    assert point(room, 3).proposals == ()


def test_an_id_is_not_given_twice() -> None:
    room = begun()
    room.do("propose one", "undo", "propose two", "propose three", "undo", "redo")

    assert ids(room) == {"r2": "two", "r3": "three"}

    room.do("undo", "undo", "propose four")
    assert ids(room) == {"r4": "four"}


def test_a_correction_keeps_the_id() -> None:
    room = begun()
    room.do("propose one", "correct n1 /proposal better", "propose two")

    assert ids(room) == {"r1": "better", "r2": "two"}

    room.do("correct n1 /offer rather an offer")
    assert ids(room) == {"r2": "two"}
    assert point(room, 1).proposal == "r1"

    room.do("correct n1 /proposal after all")
    assert ids(room) == {"r1": "after all", "r2": "two"}


def test_a_point_corrected_into_a_proposal_gets_an_id() -> None:
    room = begun()
    room.do("propose one", "note a1 two", "correct n2 a1 /proposal two", "undo", "redo")

    assert ids(room) == {"r1": "one", "r2": "two"}

    room.do("undo", "propose three")
    assert ids(room) == {"r1": "one", "r3": "three"}


def test_a_correction_changes_the_tags() -> None:
    room = begun()
    room.do("propose one", "note a1 advisory-group r1 two", "correct n2 mandate two")
    corrected = point(room, 2)

    assert (corrected.questions, corrected.topics, corrected.proposals) == ((), ("Mandate",), ())
    assert room.state.corrections[-1].before == "a1 advisory-group r1 two"


def test_proposals_for_others_than_the_report_are_left_out() -> None:
    room = begun()
    room.do("propose one", "propose /off-record two", "propose /internal three")

    assert list(proposals_made(room.state)) == ["r1", "r2", "r3"]
    assert list(proposals_made(room.state, ("report",))) == ["r1"]
    assert list(proposals_made(room.state, ("report", "internal"))) == ["r1", "r3"]


def test_an_id_is_told_with_the_proposal() -> None:
    room = begun()
    for line, sentence in (
        ("propose to meet", "Note on South Africa: r1: /proposal to meet"),
        (
            "note on mex p4 /proposal x",
            "Note on Mexico: r2: p4 /proposal x",
        ),
    ):
        entries = room.tried(line)
        assert not isinstance(entries, Refusal)
        assert tell_act(room.state, entries, "en", directory().name) == sentence


@pytest.mark.parametrize(
    ("line", "stance", "tags", "text"),
    [
        ("position mex supports r1", "supports", "r1", "supports r1"),
        ("position 1 /opp advisory-group for now", "opposes", "advisory-group", "for now"),
        ("position mex cond a1 r1 if paid", "conditional", "a1 r1", "if paid"),
        ("position mex reserves p1 /internal", "reserves", "p1", "reserves p1"),
        ("position mex supports r1 r9 too", "supports", "r1", "r9 too"),
    ],
)
def test_a_position_is_a_point_with_a_stance(line: str, stance: str, tags: str, text: str) -> None:
    room = begun()
    room.do("propose to meet", line)
    made = point(room, 2)

    assert (made.intervention, made.stance, made.text) == ("s1", stance, text)
    assert [each.lower() for each in made.questions] + [
        *made.topics,
        *made.proposals,
    ] == tags.split()
    assert made.audience == ("internal" if "/internal" in line else "report")
    assert made.proposal is None


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("position", "name_missing"),
        ("position mex", "stance_missing"),
        ("position mex likes r1", "no_such_stance"),
        ("position mex supports", "position_on_missing"),
        ("position mex supports r7", "position_on_nothing"),
        ("position mex supports r1 /loud x", "no_such_mark"),
        ("position nga supports r1", "has_not_spoken"),
        ("position 9 supports r1", "no_such_intervention"),
        ("propose", "empty_note"),
        ("propose /loud x", "no_such_mark"),
        ('propose on "" x', "name_missing"),
    ],
)
def test_what_is_no_position_is_refused(line: str, code: str) -> None:
    room = begun()
    room.do("propose to meet")

    assert room.refused(line) == code
    assert list(room.state.points) == ["n1"]


def test_a_refused_position_names_what_there_is() -> None:
    room = begun()
    room.do("propose to meet")

    assert room.sentence("position mex supports r7") == (
        "A position on what? r7 is not a question, topic or proposal. There are: "
        "p1, p4, a1, a6, advisory-group, Mandate, r1."
    )


def test_where_there_is_nothing_to_take_a_position_on_that_is_said() -> None:
    room = Room(replace(plan(), questions=(), topics=())).opened()
    room.do("floor mex!")

    assert room.refused("position mex supports") == "position_no_tags"
    assert room.refused("position mex supports it") == "position_no_tags"


def without_ids(entries: list[Entry]) -> list[Entry]:
    """The log as it was before proposals had ids."""
    return [
        replace(each, event=replace(each.event, proposal=None))
        if isinstance(each.event, PointNoted | PointCorrected)
        else each
        for each in entries
    ]


def test_proposals_of_a_log_without_ids_are_numbered_as_they_were_noted() -> None:
    room = begun()
    room.do("propose one", "note two", "propose three", "correct n2 /proposal two", "propose four")
    room.do("undo", "propose five")
    old = replay(without_ids(room.meeting.entries))

    made = {key: each.text for key, each in proposals_made(old.state).items()}
    assert list(made.values()) == ["one", "two", "three", "five"]
    assert len(set(made)) == 4


def test_a_note_with_tags_alone_is_still_no_note() -> None:
    room = begun()

    assert room.refused("note advisory-group") == "empty_note"
    assert room.refused(Note("", topics=("advisory-group",))) == "empty_note"
    assert room.refused(CorrectPoint("n1", "")) == "empty_note"
