"""What was said on what, and by how many: of each item, question and topic, class by class.

A point belongs where it is tagged, not where it was said: delegates stray. Secretariat, Chair and
guests are no delegations and are not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from meeting_tui.agenda.model import Agenda, Question, Topic
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.counting import is_answer
from meeting_tui.meeting.facts import Inscription, Point
from meeting_tui.meeting.positions import TAKEN, Subject
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport, Statement

CLASSES = ("states", "regional", "international", "civil_society", "industry", "others")
"""Classes of delegations, in the order in which they are told."""

_OF_KIND = {"igo": "international", "ngo": "civil_society", "industry": "industry"}
Said = tuple[Statement, Point]
"""A point with the statement it was made in."""


class Tally(Struct, frozen=True):
    """How many of each class."""

    counts: tuple[int, ...] = (0,) * len(CLASSES)
    """In the order of `CLASSES`."""

    @property
    def states(self) -> int:
        """States that spoke, for themselves or for a group."""
        return self.counts[0]

    @property
    def others(self) -> int:
        """All that are no States."""
        return sum(self.counts[1:])

    @property
    def total(self) -> int:
        """All together."""
        return sum(self.counts)

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """The classes that there are any of, each with how many."""
        return tuple(pair for pair in zip(CLASSES, self.counts, strict=True) if pair[1])


def _class_of(asked: Inscription, directory: Directory) -> str:
    """The class of whoever asked for the floor; the podium belongs to none and is not asked for.

    An organisation that speaks for a group of States is a regional one; who is in no list is among
    the others.
    """
    if asked.delegation_kind in STATES:
        return "states"
    known = directory.get(asked.delegation) if asked.known else None
    if asked.delegation_kind == "igo" and known is not None and known.speaks_for:
        return "regional"
    return _OF_KIND.get(asked.delegation_kind, "others")


def _tally(asked: Iterable[Inscription], directory: Directory) -> Tally:
    """How many of each class these are, each delegation once."""
    by_code = {each.delegation: _class_of(each, directory) for each in asked}
    classes = list(by_code.values())
    return Tally(tuple(classes.count(each) for each in CLASSES))


class Count(Struct, frozen=True):
    """By how many something was said."""

    by: Tally
    """The delegations that said it, class by class."""
    statements: int
    states: int
    """States behind the statements, each once."""


class WhatWasSaid:
    """Every point for the report, and which of them are on what."""

    def __init__(self, report: MeetingReport) -> None:
        self._report = report
        self._by_id = {each.intervention.id: each for each in report.statements}
        self.all: tuple[Said, ...] = tuple(
            (statement, point) for statement in report.statements for point in statement.reported
        )
        """In the order of the statements."""
        self._questions: dict[str, list[Said]] = {}
        self._proposals: dict[str, list[Said]] = {}
        for each in self.all:
            for question in each[1].questions:
                self._questions.setdefault(question, []).append(each)
            for proposal in each[1].proposals:
                self._proposals.setdefault(proposal, []).append(each)
        self._topics = {
            topic.id: tuple(each for each in self.all if _is_on(report, topic, each))
            for topic in report.agenda.topics
        }
        self._in_own_section = {
            each[1].id
            for topic in report.agenda.topics
            if topic.own_section
            for each in self._topics[topic.id]
        }

    @property
    def points(self) -> Iterator[Point]:
        """The points alone."""
        return (point for _, point in self.all)

    def on_question(self, question: str) -> tuple[Said, ...]:
        """What was said on a question, under whatever item."""
        return tuple(self._questions.get(question, ()))

    def answers(self, question: str) -> tuple[Said, ...]:
        """What was said on a question but for what only asks about it; see `counting`."""
        return tuple(each for each in self.on_question(question) if is_answer(each[1]))

    def told_under(self, question: Question) -> tuple[Said, ...]:
        """Of what was said on a question, what stands beneath it: not what was filed elsewhere."""
        return tuple(
            each for each in self.on_question(question.id) if each[1].item in (None, question.item)
        )

    def on_topic(self, topic: Topic) -> tuple[Said, ...]:
        """What was said on a topic: tagged with it or its questions, or untagged in its segments.

        A topic without segments has what was said untagged under its item, if the item has no
        segments and no other topic.
        """
        return self._topics[topic.id]

    def on_proposal(self, proposal: str) -> tuple[Said, ...]:
        """What was said on a proposal by others."""
        return tuple(self._proposals.get(proposal, ()))

    def on_no_question(self, item: str) -> tuple[Said, ...]:
        """What stands under an item but under no question of it, and in no topic told by itself.

        What was filed under the item is there also when it is on a question of another.
        """
        own = {each.id for each in self._report.agenda.questions if each.item == item}
        return tuple(
            each
            for each in self.all
            if item_of(each) == item
            and (not each[1].questions or (each[1].item and own.isdisjoint(each[1].questions)))
            and each[1].id not in self._in_own_section
        )

    def replaced(self, subject: Subject | None) -> tuple[str, ...]:
        """Points with a stance on a subject that a later one of the same speaker replaced."""
        position = self._report.positions.get(subject) if subject else None
        return position.replaced if position else ()

    def sides(self, subject: Subject) -> tuple[tuple[str, Count], ...]:
        """Each stance that is held on a subject, with by how many; States and speakers once."""
        position = self._report.positions.get(subject)
        if position is None:
            return ()
        found = []
        for stance in TAKEN:
            side = position.side(stance)
            asked = [self._by_id[each].asked for each in side.statements]
            if asked:
                by = _tally(asked, self._report.directory)
                found.append((stance, Count(by, len(asked), len(side.states))))
        return tuple(found)

    def taking_sides(self, subject: Subject) -> Iterator[Statement]:
        """The statements with a stance on a subject that counts."""
        position = self._report.positions.get(subject)
        return (self._by_id[each] for each in (position.statements if position else ()))

    def count(self, statements: Iterable[Statement]) -> Count:
        """By whom, in how many statements, and with how many States behind them; not the podium."""
        by_id = {each.intervention.id: each for each in of_delegations(statements)}
        given = by_id.values()
        return Count(
            by=_tally((each.asked for each in given), self._report.directory),
            statements=len(by_id),
            states=len(frozenset().union(*(each.states_behind for each in given))),
        )


def item_of(said: Said) -> str:
    """The item a point without a question belongs under: where it was filed, else where said."""
    return said[1].item or said[0].intervention.item


def own_topic(report: MeetingReport, question: Question) -> Topic | None:
    """The topic with a section of its own in which a question is told, or None."""
    own = (each for each in report.agenda.topics if each.own_section)
    return next((each for each in own if question.id in each.questions), None)


def of_delegations(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements that are not made from the podium."""
    return (each for each in statements if not _is_podium(each))


def _is_podium(statement: Statement) -> bool:
    """Whether the Secretariat, the Chair or a guest made the statement."""
    return statement.asked.delegation_kind in NAMED_KINDS


def _is_on(report: MeetingReport, topic: Topic, said: Said) -> bool:
    statement, point = said
    if topic.id in point.topics or not set(topic.questions).isdisjoint(point.questions):
        return True
    if point.questions or point.topics or point.proposals:
        return False
    if topic.segments:
        is_here = point.item in (None, topic.item)
        return is_here and statement.intervention.segment in topic.segments
    item = report.agenda.item(topic.item)
    alone = sum(each.item == topic.item for each in report.agenda.topics) == 1
    return bool(item and not item.segments and item_of(said) == item.id and alone)


def proposals(report: MeetingReport) -> dict[str, Point]:
    """The proposals that leave, by id."""
    return {
        point.proposal: point
        for statement in report.statements
        for point in statement.points
        if point.proposal and point.kind == "proposal"
    }


def title(subject: Subject, agenda: Agenda, made: dict[str, Point], language: str) -> str:
    """What a subject is called: the question in short, the topic, the proposal as noted."""
    if subject.sort == "proposal":
        return made[subject.id].text
    question, topic = agenda.question(subject.id), agenda.topic(subject.id)
    if subject.sort == "question" and question:
        return question.short.say(language)
    return topic.title.say(language) if topic else subject.id
