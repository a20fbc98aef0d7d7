"""Who supports what, counted in statements and in the States behind them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Topic
from meeting_tui.meeting.checklist import open_points, tell_open
from meeting_tui.meeting.counting import GROUP_MEMBERS
from meeting_tui.meeting.facts import AUDIENCES
from meeting_tui.meeting.notes import ItemNoted, PointNoted, point_line, point_text
from meeting_tui.meeting.positions import (
    TAKEN,
    Position,
    Side,
    Subject,
    position_on,
    subjects,
)
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, agenda, directory, words_for

A1 = Subject("question", "A1")
EU = set(directory().members("EU"))
CARICOM = set(directory().members("CARICOM"))


def plan() -> Agenda:
    """Item 2 has a topic with a question and a segment; item 3 has none but its own topic."""
    topics = (
        Topic(
            id="platform",
            title=words_for("Platform"),
            item="2",
            questions=("P4",),
            segments=("2.2",),
        ),
        Topic(id="mandate", title=words_for("Mandate"), item="3"),
    )
    return replace(agenda(), topics=topics)


def held(*lines: str, item: str = "3") -> Room:
    """`mex! note ...` gives Mexico the floor and types the rest on it."""
    room = Room(plan()).opened(item)
    for line in lines:
        who, _, rest = line.partition("! ")
        room.do(*([f"floor {who}!", rest] if rest else [line]))
    return room


def on(
    room: Room, subject: Subject = A1, members: str = "present", **choices: tuple[str, ...]
) -> Position:
    return position_on(
        room.state,
        subject,
        members_of=directory().members,
        group_members=members,
        **choices,
    )


def counted(position: Position) -> dict[str, tuple[int, int]]:
    """Stance -> statements and States, of those that are held."""
    return {
        side.stance: (len(side.statements), len(side.states))
        for side in position.sides
        if side.statements or side.states
    }


def test_a_statement_of_the_eu_stands_for_its_members_and_those_aligned() -> None:
    room = held("eu! note a1 /supports yes")
    eu = directory().get("EU")
    assert eu is not None
    assert len(EU) == 27
    allies = set(eu.aligned_by_default)

    assert counted(on(room, members="all")) == {"supports": (1, 27 + len(allies - EU))}
    assert set(on(room, members="none").states) == allies
    assert set(on(room).states) == allies, "nobody was seen in the room"

    room.do("present deu pol mex")
    assert set(on(room).states) == allies | {"DEU", "POL"}


def test_aligned_states_are_those_of_the_statement() -> None:
    room = held("eu! note a1 /supports yes", "aligned ukr mda")

    assert set(on(room, members="none").states) == {"UKR", "MDA"}
    room.do("aligned none")
    assert counted(on(room, members="none")) == {"supports": (1, 0)}
    assert counted(on(room, members="all")) == {"supports": (1, 27)}


def test_a_national_stance_goes_before_that_of_the_group_whenever_it_was_made() -> None:
    before = held("fra! note a1 /opposes no", "eu! note a1 /supports yes", "aligned none")
    after = held("eu! note a1 /supports yes", "aligned none", "fra! note a1 /opposes no")

    for room in (before, after):
        position = on(room, members="all")
        assert counted(position) == {"supports": (1, 26), "opposes": (1, 1)}
        assert position.side("opposes").states == ("FRA",)
        assert set(position.states) == EU
        assert position.set_aside == ()


def test_a_member_that_speaks_for_the_group_stands_with_it() -> None:
    room = held("fra(eu)! note a1 /supports yes")

    assert on(room, members="none").states == ("FRA",)
    assert set(on(room, members="all").states) == EU

    room.do("floor fra!", "note a1 /reserves rather not")
    assert counted(on(room, members="all")) == {"supports": (1, 26), "reserves": (1, 1)}


def test_caricom_speaks_through_one_of_its_members() -> None:
    room = held("jam(caricom)! note a1 /conditional if paid", "present brb nga")

    assert {"JAM", "BRB"} <= CARICOM
    assert on(room).side("conditional").states == ("BRB", "JAM")
    assert set(on(room, members="all").states) == CARICOM


def test_a_later_stance_of_the_same_speaker_holds() -> None:
    room = held(
        "mex! note a1 /supports yes", "nga! note a1 /supports yes", "mex! note a1 /opposes no"
    )
    position = on(room)

    assert position.side("supports") == Side("supports", ("s2",), ("NGA",))
    assert position.side("opposes") == Side("opposes", ("s3",), ("MEX",))
    assert position.set_aside == ("s1",)
    assert position.statements == ("s2", "s3")
    assert position.replaced == ("n1",)


def test_within_one_statement_the_later_point_holds() -> None:
    room = held("mex! note a1 /supports yes", "note a1 /conditional but")
    position = on(room)

    assert counted(position) == {"conditional": (1, 1)}
    assert position.set_aside == (), "the statement is behind it"
    assert position.replaced == ("n1",)


def test_saying_the_same_again_is_one_statement_more_only_in_the_record() -> None:
    position = on(held("mex! note a1 /supports yes", "mex! note a1 /supports yes"))

    assert counted(position) == {"supports": (1, 1)}
    assert position.set_aside == ("s1",)


def test_a_state_that_is_no_longer_aligned_stands_where_it_stood() -> None:
    room = held("eu(eu+alb)! note a1 /supports yes", "eu(eu+ukr)! note a1 /opposes no")
    position = on(room, members="all")

    assert position.side("supports") == Side("supports", ("s1",), ("ALB",))
    assert counted(position) == {"supports": (1, 1), "opposes": (1, 28)}


def test_a_state_covered_by_two_groups_stands_with_the_later() -> None:
    room = held("eu! note a1 /supports yes", "aligned none")
    room.do("floor mex(caricom+fra)!", "note a1 /opposes no")
    position = on(room, members="all")

    assert position.side("supports").states == tuple(sorted(EU - {"FRA"}))
    assert set(position.side("opposes").states) == CARICOM | {"FRA", "MEX"}
    assert len(position.states) == len(set(position.states))


def test_two_groups_that_agree_count_a_state_once() -> None:
    room = held("eu! note a1 /supports yes", "aligned none", "mex(eu+fra)! note a1 /supports yes")

    assert counted(on(room, members="all")) == {"supports": (1, 28)}


def test_silence_is_never_assent() -> None:
    room = held(
        "eu! note a1 information alone",
        "mex! note a1 /proposal to meet",
        "nga! note a6 /supports another question",
    )
    room.do("present deu fra", "inscribe per", "order chl", "ruling No.")
    position = on(room, members="all")

    assert not position.is_taken
    assert position.statements == position.states == ()
    assert position.sides == tuple(Side(stance) for stance in TAKEN)


def test_the_podium_takes_no_position_and_organisations_stand_for_no_state() -> None:
    room = held("sec! note a1 /supports yes", "carms! note a1 /supports yes")
    room.do('floor "Atlantis"!', "note a1 /supports yes")
    position = on(room)

    assert position.side("supports") == Side("supports", ("s2", "s3"), ())


def test_an_unknown_name_is_one_speaker_however_it_is_typed() -> None:
    room = held('"Atlantis"! note a1 /supports yes', '"ATLANTIS"! note a1 /opposes no')

    assert counted(on(room)) == {"opposes": (1, 0)}
    room.do("identify atlantis as mex")
    assert counted(on(room)) == {"opposes": (1, 1)}


def test_what_is_off_the_record_counts_for_those_who_may_read_it() -> None:
    room = held("mex! note a1 /supports /off-record yes", "nga! note a1 /supports /internal yes")
    room.do("propose /off-record secret")

    assert on(room, audiences=AUDIENCES).states == ("MEX", "NGA")
    assert on(room, audiences=("report", "internal")).states == ("NGA",)
    assert on(room).states == (), "what is not for the report counts nowhere else"
    assert Subject("proposal", "r1") in subjects(room.state, audiences=AUDIENCES)
    assert subjects(room.state) == (
        Subject("topic", "platform"),
        Subject("topic", "mandate"),
    )


def test_subjects_are_questions_with_a_stance_then_topics_then_proposals() -> None:
    room = held("mex! note a6 a1 /supports yes", "note p1 nothing", "propose one", "propose two")

    assert subjects(room.state) == (
        A1,
        Subject("question", "A6"),
        Subject("topic", "platform"),
        Subject("topic", "mandate"),
        Subject("proposal", "r1"),
        Subject("proposal", "r2"),
    )


def test_a_proposal_is_supported_by_who_says_so() -> None:
    room = held("mex! propose to meet", "nga! note r1 /supports yes", "zaf! note /supports no tag")
    first = Subject("proposal", "r1")

    assert on(room, first).states == ("NGA",)

    room.do("position mex supports r1")
    assert on(room, first).states == ("MEX", "NGA")

    room.do("propose /supports something else")
    assert on(room, Subject("proposal", "r2")).side("supports").states == ("ZAF",)


def test_a_topic_has_what_is_tagged_with_it_or_its_questions_and_what_its_segments_hear() -> None:
    topic = Subject("topic", "platform")
    room = Room(plan()).opened("2")
    room.do("segment 2.1", "floor mex!", "note platform /supports tagged, in another segment")
    room.do("floor nga!", "note p4 /opposes its question", "floor zaf!", "note /supports not on it")
    room.do("segment 2.2", "floor per!", "note /reserves while it is on")
    room.do("floor bra!", "note p1 /opposes another question", "floor ken!", "propose a fee")
    room.do("floor chl!", "note r1 /opposes the proposal alone", "floor gha!", "note no stance")

    assert {each: on(room, topic).side(each).states for each in TAKEN} == {
        "supports": ("MEX",),
        "conditional": (),
        "reserves": ("PER",),
        "opposes": ("NGA",),
    }


def test_the_only_topic_of_an_item_without_segments_has_the_whole_item() -> None:
    room = held("mex! note /supports audit queries")
    topic = Subject("topic", "mandate")
    assert on(room, topic).states == ("MEX",)

    item = plan().topics[1]
    two = replace(plan(), topics=(item, replace(item, id="other")))
    room.state.agenda = two
    assert on(room, topic).states == ()

    room.state.agenda = replace(plan(), topics=(replace(item, item="2"),))
    assert on(room, topic).states == (), "an item with segments"
    room.state.agenda = replace(plan(), topics=(replace(item, item="1"),))
    assert on(room, topic).states == (), "another item"
    room.state.agenda = replace(plan(), topics=(replace(item, item="99"),))
    assert on(room, topic).states == (), "no item at all"
    room.state.agenda = replace(plan(), topics=())
    assert on(room, topic).states == (), "no such topic"


def test_an_undone_stance_is_gone() -> None:
    room = held("mex! note a1 /supports yes")
    room.do("note a1 /opposes no", "undo")

    assert counted(on(room)) == {"supports": (1, 1)}


@pytest.mark.parametrize("choice", ["", "some", "PRESENT"])
def test_another_choice_of_members_is_a_mistake(choice: str) -> None:
    with pytest.raises(ValueError, match="one of none, present, all"):
        on(held("mex! note a1 /supports yes"), members=choice)


def test_every_choice_of_members_is_known() -> None:
    room = held("eu! note a1 /supports yes", "present deu")
    sizes = [len(on(room, members=each).states) for each in GROUP_MEMBERS]

    assert sizes == sorted(sizes)


def with_questions(**texts: str) -> Agenda:
    """The plan with other wordings of its questions."""
    asked = tuple(
        replace(each, text=words_for(texts.get(each.id, each.text.en))) for each in plan().questions
    )
    return replace(plan(), questions=asked)


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("How do you see the state of reporting?", False),
        ("What have you done?", False),
        ("In what format, and how often?", False),
        ("To what extent is it reviewed?", False),
        ("(a) Which ministries are involved?", True),
        ("Should there be an advisory group?", True),
        ("However it is put, do you agree?", True),
        ("The mandate proposed by the Chair", True),
    ],
)
def test_the_wording_says_whether_a_question_can_be_agreed_with(text: str, takes: bool) -> None:
    question = with_questions(A1=text).question("A1")
    assert question is not None
    assert question.takes_positions is takes
    assert replace(question, positions=True).takes_positions
    assert not replace(question, positions=False).takes_positions


def test_an_open_question_collects_answers_and_no_support() -> None:
    room = Room(with_questions(A1="How do you report?")).opened("3")
    room.do("floor mex!", "note a1 /supports yearly", "note a6 /supports yes")

    assert not on(room).is_taken
    assert A1 not in subjects(room.state)
    assert on(room, Subject("question", "A6")).is_taken
    assert room.state.points["n1"].stance == "supports", "it is kept as it was typed"


def test_a_stance_goes_to_what_is_named_behind_it() -> None:
    room = held("mex! note a1 p4 /supports mandate we agree", "nga! note a1 /supports A6 yes")
    point = room.state.points["n1"]

    assert (point.questions, point.topics, point.stance_on) == (
        ("A1", "P4"),
        ("mandate",),
        ("mandate",),
    )
    assert on(room, Subject("topic", "mandate")).side("supports").statements == ("s1",)
    assert not on(room, Subject("topic", "platform")).is_taken, "P4 is answered, not agreed with"
    assert not on(room).is_taken
    assert on(room, Subject("question", "A6")).side("supports").statements == ("s2",)

    assert point_line(point) == "a1 p4 /supports mandate we agree"
    room.do("correct n1 other", f"correct n1 {point_line(point)}")
    assert room.state.points["n1"].stance_on == ("mandate",)


def test_two_stances_on_a_topic_in_one_line_are_refused() -> None:
    room = held("mex! propose to meet")
    assert room.refused("note /supports mandate /opposes keep it") == "two_stances"


def test_a_stance_behind_which_nothing_is_named_is_on_all_tags() -> None:
    room = held("mex! propose to meet", "nga! note a1 r1 /supports yes")
    assert room.state.points["n2"].stance_on is None
    assert on(room).is_taken
    assert on(room, Subject("proposal", "r1")).is_taken


def sides_of(room: Room) -> list[str]:
    """The checklist's sentences about delegations on both sides."""
    found = open_points(room.state, room.now, directory())
    return [
        tell_open(each, room.state, "en", lambda code: directory().name(code))
        for each in found
        if each.kind == "both_sides"
    ]


def test_a_later_position_that_names_question_and_topic_replaces_both() -> None:
    room = held("mex! position mex supports p4", "position mex opposes platform p4")

    assert counted(on(room, Subject("question", "P4"))) == {"opposes": (1, 1)}
    assert counted(on(room, Subject("topic", "platform"))) == {"opposes": (1, 1)}
    assert sides_of(room) == []


def test_a_later_position_on_the_topic_alone_is_told_beside_the_question_and_asked_about() -> None:
    room = held("mex! position mex supports p4", "position mex opposes platform")
    room.do("floor jpn!", "position jpn supports p4", "position jpn conditional platform")
    room.do("floor eu!", "position eu opposes p4", "floor bel!", "position bel supports platform")

    assert counted(on(room, Subject("question", "P4")))["supports"][0] == 2
    assert sides_of(room) == [
        "n2: Mexico (1) says otherwise on “Platform” than on P4 (n1): if this replaces it,"
        " `tag n2 P4 platform`"
    ]
    room.do("tag n2 p4 platform")
    assert sides_of(room) == []
    assert counted(on(room, Subject("question", "P4")))["opposes"][0] == 2
    assert room.state.points["n2"].text == "opposes p4 platform"


def test_what_is_internal_puts_nobody_on_both_sides() -> None:
    room = held("mex! position mex supports p4", "position mex opposes platform /internal but no")

    assert sides_of(room) == []


@pytest.mark.parametrize(
    ("line", "english", "chinese"),
    [
        ("position mex opposes r1", "opposes the proposal r1", "反对提案r1"),
        ("position mex supports r1", "supports the proposal r1", "支持提案r1"),
        (
            "position mex conditional p4",
            "expresses support, with conditions, on question P4",
            "就问题P4表示有条件支持",
        ),
        (
            "position mex reserves platform",
            "has reservations on “platform”",
            "就“platform”持保留意见",
        ),
        (
            "position mex opposes p4 r1",
            "expresses opposition on question P4 and the proposal r1",
            "就问题P4和提案r1表示反对",
        ),
        ("position mex opposes r1 for good reasons", "for good reasons", "for good reasons"),
        ("note on mex p4 none", "none", "none"),
    ],
)
def test_a_position_without_words_of_its_own_reads_as_a_sentence(
    line: str, english: str, chinese: str
) -> None:
    room = held("jpn! propose an idea", "mex! note p4 hello")
    entries = room.tried(line)
    assert not isinstance(entries, Refusal)
    point = list(room.state.points.values())[-1]

    assert (point_text(point, "en"), point_text(point, "zh")) == (english, chinese)
    told = tell_act(room.state, entries, "en", lambda code: directory().name(code))
    assert told.endswith(english)
    assert "opposes opposes" not in told


def test_a_text_that_was_purged_is_no_position() -> None:
    room = held("mex! position mex opposes p4 /off-record no")
    room.do("purge! n1")
    gone = room.meeting.entries[-2].event
    assert isinstance(gone, PointNoted)

    assert point_text(gone, "en") == ""


def test_a_note_on_an_item_says_what_it_says() -> None:
    room = held("note on item 3 supports p4")
    noted = room.meeting.last.event
    assert isinstance(noted, ItemNoted)

    assert point_text(noted, "en") == "supports p4"
