"""Who supports what: the positions taken on a question, a topic or a proposal, counted twice.

Once in statements and once in the States behind them, each State in one stance and once however
often it is covered. A State that said nothing and that no statement covers is in none: silence is
never assent.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Topic
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.counting import FOR_THE_REPORT, PODIUM, Members, members_counted
from meeting_tui.meeting.declared import Act, Seat, When
from meeting_tui.meeting.facts import STANCES, Inscription, Intervention, Point
from meeting_tui.meeting.notes import Note, PointNoted, note
from meeting_tui.meeting.point_marks import point_marks, recorded
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.questions import points_on
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import NAMES, Fields, Part, statement
from meeting_tui.meeting.tokens import complete
from meeting_tui.text import fold

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


TAKEN = STANCES[1:]
"""The stances in which positions are told, in order."""
_FOR = ("supports", "conditional")


class Subject(Struct, frozen=True):
    """What a position is taken on."""

    sort: str
    """`question`, `topic` or `proposal`."""
    id: str
    """As the agenda or the proposal has it: `P3`, `advisory-group`, `r1`."""


class Side(Struct, frozen=True):
    """All who hold one stance on a subject."""

    stance: str
    statements: tuple[str, ...] = ()
    """Interventions in the order held: one a speaker in a capacity, and any on which a State that
    nobody spoke for later still stands."""
    states: tuple[str, ...] = ()
    """Codes of the States behind them, sorted."""


class Position(Struct, frozen=True):
    """Who holds what on one subject."""

    subject: Subject
    sides: tuple[Side, ...]
    """One for each of `TAKEN`, in that order, empty ones too."""
    set_aside: tuple[str, ...] = ()
    """Statements with a stance on it that a later one of the same speaker replaced."""
    replaced: tuple[str, ...] = ()
    """Points with a stance on it that nobody holds any more, those of `set_aside` among them."""

    def side(self, stance: str) -> Side:
        """Those who hold one of `TAKEN`."""
        return self.sides[TAKEN.index(stance)]

    @property
    def is_taken(self) -> bool:
        """Whether anybody holds any."""
        return any(each.statements for each in self.sides)

    @property
    def statements(self) -> tuple[str, ...]:
        """All statements behind it, side by side."""
        return tuple(dict.fromkeys(each for side in self.sides for each in side.statements))

    @property
    def states(self) -> tuple[str, ...]:
        """All States behind it, sorted, each once."""
        return tuple(sorted(each for side in self.sides for each in side.states))


class _Taken(Struct, frozen=True):
    """One stance as it was taken."""

    statement: str
    point: str
    stance: str
    asked: Inscription


def subjects(
    state: MeetingState, *, audiences: Container[str] = FOR_THE_REPORT
) -> tuple[Subject, ...]:
    """What positions can be told on: questions with a stance, all topics, all proposals."""
    asked = (Subject("question", each.id) for each in state.agenda.questions)
    return (
        *(each for each in asked if any(_taken(state, each, audiences))),
        *(Subject("topic", each.id) for each in state.agenda.topics),
        *(Subject("proposal", each) for each in proposals_made(state, audiences)),
    )


def position_on(
    state: MeetingState,
    subject: Subject,
    *,
    members_of: Members,
    group_members: str = "present",
    audiences: Container[str] = FOR_THE_REPORT,
) -> Position:
    """Who holds what on the subject, from the points that `audiences` may read.

    `members_of` gives a group's members (`Directory.members`); `group_members`, one of
    `GROUP_MEMBERS`, which of them stand behind its statements. Raises ValueError for anything else.
    """
    counted = members_counted(state, members_of, group_members)
    return _position(subject, tuple(_taken(state, subject, audiences)), counted)


def _position(subject: Subject, taken: tuple[_Taken, ...], counted: Members) -> Position:
    """What holds in the end: the latest by each speaker, and by or for each State."""
    speakers: dict[tuple[bool, str], _Taken] = {}
    covered: dict[str, _Taken] = {}
    own: dict[str, _Taken] = {}
    for each in taken:
        asked = each.asked
        for_itself = asked.group is None
        speakers[_speaker(each)] = each
        if asked.delegation_kind in STATES:
            (own if for_itself else covered)[asked.delegation] = each
        members = counted(asked.group) if asked.group is not None else ()
        covered |= dict.fromkeys((*members, *asked.aligned), each)
    stands = covered | own
    holding = {id(each) for each in (*speakers.values(), *stands.values())}
    holds = [each for each in taken if id(each) in holding]
    held = {each.statement for each in holds}
    return Position(
        subject=subject,
        sides=tuple(
            Side(
                stance=stance,
                statements=tuple(
                    dict.fromkeys(each.statement for each in holds if each.stance == stance)
                ),
                states=tuple(sorted(c for c, each in stands.items() if each.stance == stance)),
            )
            for stance in TAKEN
        ),
        set_aside=tuple(
            dict.fromkeys(each.statement for each in taken if each.statement not in held)
        ),
        replaced=tuple(each.point for each in taken if id(each) not in holding),
    )


class BothSides(Struct, frozen=True):
    """A later position on a topic, and one on a question of the topic that it does not name."""

    point: str
    """The later point."""
    earlier: str
    question: str
    topic: str


def on_both_sides(state: MeetingState) -> Iterator[BothSides]:
    """Positions of one speaker in one capacity that stand for and against in the report, by topic.

    A position that names the question as well as the topic replaces the earlier one on both. What
    names the topic alone may be about another of its questions: both are told, and somebody says.
    """
    for topic in state.agenda.topics:
        on_topic = _latest(state, Subject("topic", topic.id))
        for question in topic.questions:
            for speaker, earlier in _latest(state, Subject("question", question)).items():
                later = on_topic[speaker]
                if (later.stance in _FOR) != (earlier.stance in _FOR):
                    yield BothSides(later.point, earlier.point, question, topic.id)


def _latest(state: MeetingState, subject: Subject) -> dict[tuple[bool, str], _Taken]:
    """Each speaker with the stance it took last."""
    return {_speaker(each): each for each in _taken(state, subject, FOR_THE_REPORT)}


def _speaker(taken: _Taken) -> tuple[bool, str]:
    """Who holds it, in which capacity: for itself, or for which group."""
    asked = taken.asked
    return asked.group is None, asked.group or fold(asked.delegation)


def is_on(agenda: Agenda, subject: Subject, point: Point, said: Intervention) -> bool:
    """Whether a point, made in the statement `said`, is on a subject.

    On a question that takes positions or a proposal that it is tagged with; the point that makes a
    proposal is on that.
    On a topic that it is tagged with, or with one of its questions; else only if it is tagged with
    nothing: when the statement was made in one of the topic's segments, or under its item, where
    that has no segments and no other topic.
    """
    if subject.sort == "question":
        question = agenda.question(subject.id)
        is_open = question is not None and not question.takes_positions
        return subject.id in point.questions and not is_open
    if subject.sort == "proposal":
        return subject.id in point.proposals or subject.id == point.proposal
    topic = agenda.topic(subject.id)
    if topic is None:
        return False
    if topic.id in point.topics or any(each in point.questions for each in topic.questions):
        return True
    is_tagged = point.questions or point.topics or point.proposals
    return not is_tagged and _is_under(agenda, topic, said)


def _is_under(agenda: Agenda, topic: Topic, said: Intervention) -> bool:
    if topic.segments:
        return said.segment in topic.segments
    item = agenda.item(topic.item)
    if item is None or item.segments or said.item != item.id:
        return False
    return sum(each.item == item.id for each in agenda.topics) == 1


def _taken(state: MeetingState, subject: Subject, audiences: Container[str]) -> Iterator[_Taken]:
    """Every stance taken on a subject, in the order of the statements; the podium takes none."""
    for each in state.interventions.values():
        asked = state.made_by(each)
        if asked.delegation_kind in PODIUM:
            continue
        for point in points_on(state, each, audiences):
            if point.stance != STANCES[0] and is_on(state.agenda, subject, _as_meant(point), each):
                yield _Taken(each.id, point.id, point.stance, asked)


def _as_meant(point: Point) -> Point:
    """The point with no tags but those its stance is on."""
    if point.stance_on is None:
        return point
    sorts = (point.questions, point.topics, point.proposals)
    questions, topics, proposals = (
        tuple(each for each in sort if each in point.stance_on) for sort in sorts
    )
    return replace(point, questions=questions, topics=topics, proposals=proposals, proposal=None)


def _position_typed(reader: Reader) -> Fields | Refusal:
    """`D|N supports|conditional|reserves|opposes TAG [TEXT]`: a point with that stance."""
    on = statement(reader)
    if isinstance(on, Refusal):
        return on
    token, stances = reader.peek(), ", ".join(STANCES[1:])
    if token is None:
        return refuse("stance_missing", stances=stances)
    stance = complete(token.word.removeprefix("/"), STANCES[1:])
    if not isinstance(stance, str):
        return refuse("no_such_stance", found=token.text, stances=stances)
    reader.take()
    marks = point_marks(reader, stance)
    if isinstance(marks, Refusal):
        return marks
    tags = (*marks["questions"], *marks["topics"], *marks["proposals"])
    if not tags:
        return _on_nothing(reader)
    return {"on": on, "text": reader.rest() or recorded(stance, tags), **marks}


def _on_nothing(reader: Reader) -> Refusal:
    lexicon = reader.lexicon
    ids = [
        *(each.id.lower() for each in lexicon.agenda.questions),
        *(each.id for each in lexicon.agenda.topics),
        *lexicon.proposals,
    ]
    token, tags = reader.peek(), ", ".join(ids)
    if not tags:
        return refuse("position_no_tags")
    if token is None:
        return refuse("position_on_missing", tags=tags)
    return refuse("position_on_nothing", found=token.text, tags=tags)


ACTS = (
    Act(
        "position",
        "notes",
        {Note: note},
        (Part("D|N supports|conditional|reserves|opposes TAG [TEXT]", _position_typed, NAMES),),
        When.EVER,
        Seat.NOTES,
        events=(PointNoted,),
    ),
)
