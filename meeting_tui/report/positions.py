"""What was said on each question, and by how many: delegations, statements, States behind them.

An EU statement stands for its members and those aligned; a member that also speaks for itself is
not counted a second time. The podium (Secretariat, Chair, guest) is no delegation and not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.notes import STANCES
from meeting_tui.meeting.records import Point
from meeting_tui.record import record
from meeting_tui.report.read_model import NAMED_KINDS, MeetingReport, Statement


@record
class Count:
    """By how many something was said."""

    delegations: int
    statements: int
    states: int
    """States behind the statements, each once."""


@record
class Positions:
    """The points on one question, made under one item."""

    question: Question | None
    """None: points on no question."""
    said: tuple[tuple[Statement, Point], ...]
    """In the order noted."""
    count: Count
    stances: tuple[tuple[str, Count], ...]
    """Each stance that was taken, with by how many."""


def positions(report: MeetingReport, item: str) -> tuple[Positions, ...]:
    """What was said under an item, by question in the agenda's order, points on none last.

    Points for other audiences than the report are left out.
    """
    said = [
        (statement, point)
        for statement in report.statements
        if statement.intervention.item == item
        for point in statement.reported
    ]
    asked: Iterable[Question | None] = (*report.agenda.questions, None)
    found = (_on(question, said) for question in asked)
    return tuple(each for each in found if each.said)


def _on(question: Question | None, said: list[tuple[Statement, Point]]) -> Positions:
    on_it = tuple(
        (statement, point)
        for statement, point in said
        if (question.id in point.questions if question else not point.questions)
    )
    taken = dict.fromkeys(point.stance for _, point in on_it)
    return Positions(
        question=question,
        said=on_it,
        count=count(statement for statement, _ in on_it),
        stances=tuple(
            (stance, count(statement for statement, point in on_it if point.stance == stance))
            for stance in STANCES[1:]
            if stance in taken
        ),
    )


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
