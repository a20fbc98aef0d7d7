"""What was said on what: the points of each item, question and topic, and by how many.

A point belongs where it is tagged, not where it was said: delegates stray. Secretariat, Chair and
guests are no delegations and are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meeting_tui.agenda.model import Question, Topic
from meeting_tui.meeting.positions import TAKEN, Subject
from meeting_tui.meeting.records import Point
from meeting_tui.record import record
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport, Statement

Said = tuple[Statement, Point]
"""A point with the statement it was made in."""


@record
class Count:
    """By how many something was said."""

    delegations: int
    statements: int
    states: int
    """States behind the statements, each once."""


def all_said(report: MeetingReport) -> Iterator[Said]:
    """Every point for the report, in the order of the statements."""
    for statement in report.statements:
        for point in statement.reported:
            yield statement, point


def on_question(report: MeetingReport, question: Question) -> tuple[Said, ...]:
    """What was said on a question, under whatever item."""
    return tuple(each for each in all_said(report) if question.id in each[1].questions)


def on_topic(report: MeetingReport, topic: Topic) -> tuple[Said, ...]:
    """What was said on a topic: tagged with it or its questions, or with nothing in its segments.

    A topic without segments has what was said untagged under its item, if the item has no segments
    and no other topic.
    """
    return tuple(each for each in all_said(report) if _is_on(report, topic, each))


def on_proposal(report: MeetingReport, proposal: str) -> tuple[Said, ...]:
    """What was said on a proposal by others."""
    return tuple(each for each in all_said(report) if proposal in each[1].proposals)


def on_no_question(report: MeetingReport, item: str) -> tuple[Said, ...]:
    """What was said under an item on no question and on no topic that is told by itself."""
    topics = [each for each in report.agenda.topics if each.own_section]
    return tuple(
        each
        for each in all_said(report)
        if item_of(each) == item
        and not each[1].questions
        and not any(_is_on(report, topic, each) for topic in topics)
    )


def item_of(said: Said) -> str:
    """The item a point without a question belongs under."""
    return said[0].intervention.item


def own_topic(report: MeetingReport, question: Question) -> Topic | None:
    """The topic with a section of its own in which a question is told, or None."""
    return next(
        (
            each
            for each in report.agenda.topics
            if each.own_section and question.id in each.questions
        ),
        None,
    )


def sides(report: MeetingReport, subject: Subject) -> tuple[tuple[str, Count], ...]:
    """Each stance that is held on a subject, with by how many; States and speakers once each."""
    position = report.positions.get(subject)
    if position is None:
        return ()
    by_id = {each.intervention.id: each for each in report.statements}
    found = []
    for stance in TAKEN:
        side = position.side(stance)
        speakers = {by_id[each].asked.delegation for each in side.statements}
        if side.statements:
            found.append((stance, Count(len(speakers), len(side.statements), len(side.states))))
    return tuple(found)


def count(statements: Iterable[Statement]) -> Count:
    """By how many delegations, in how many statements, with how many States behind them."""
    by_id = {each.intervention.id: each for each in of_delegations(statements)}
    return Count(
        delegations=len({each.asked.delegation for each in by_id.values()}),
        statements=len(by_id),
        states=len(frozenset().union(*(each.states_behind for each in by_id.values()))),
    )


def of_delegations(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements that are not made from the podium."""
    return (each for each in statements if not is_podium(each))


def is_podium(statement: Statement) -> bool:
    """Whether the Secretariat, the Chair or a guest made the statement."""
    return statement.asked.delegation_kind in NAMED_KINDS


def _is_on(report: MeetingReport, topic: Topic, said: Said) -> bool:
    statement, point = said
    if topic.id in point.topics or not set(topic.questions).isdisjoint(point.questions):
        return True
    if point.questions or point.topics or point.proposals:
        return False
    if topic.segments:
        return statement.intervention.segment in topic.segments
    item = report.agenda.item(topic.item)
    alone = sum(each.item == topic.item for each in report.agenda.topics) == 1
    return bool(item and not item.segments and item_of(said) == item.id and alone)
