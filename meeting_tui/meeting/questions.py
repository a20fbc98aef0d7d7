"""Who has answered which question: the view of questions by delegations.

The coverage screen and the report count from here, so that both say the same. States are counted
behind an answer once per question, however often and for whichever groups they spoke.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.counting import (
    FOR_THE_REPORT,
    PODIUM,
    Members,
    is_answer,
    states_behind_all,
)
from meeting_tui.meeting.facts import AUDIENCES, Inscription, Intervention, Point
from meeting_tui.meeting.state import MeetingState


class CoverageRow(Struct, frozen=True):
    """What one delegation, for itself or on behalf of one group, said on the questions."""

    delegation: str
    """Code, or the name as typed when it is not in the directory."""
    name: str
    kind: str
    """Kind of delegation; `unknown` for a name that is not in the directory."""
    known: bool
    group: str | None
    """The group it spoke for; a delegation that also spoke for itself has another row."""
    members: int
    """States that are members of the group, as far as they are counted."""
    aligned: tuple[str, ...]
    """States that aligned with it and are not members, in the order named."""
    points: tuple[int, ...]
    """Points for the report that answer each question, in the order of the columns."""
    kept: tuple[int, ...]
    """Answers to each that are internal or off the record: they are counted nowhere."""
    asked: tuple[bool, ...]
    """Whether each question asks this kind of delegation; a cell it does not ask is greyed."""
    total: int
    """All points, tagged or not, of what it said on the item; of what it said elsewhere, those
    on any of the questions; each counted once."""
    is_identified: bool = True
    """Whether it is clear who it is, in the directory or not."""
    elsewhere: tuple[str, ...] = ()
    """The items on which it answered, in that order, where it did not speak on this one."""


class Coverage(Struct, frozen=True):
    """Questions by delegations; the feet are in the order of the columns."""

    item: str | None
    """The item whose questions these are; None for all questions."""
    questions: tuple[Question, ...]
    rows: tuple[CoverageRow, ...]
    """In the order of the first intervention."""
    answered: tuple[int, ...]
    """Delegations that answered each question, the podium not counted."""
    states_behind: tuple[int, ...]
    """States behind the answers, each once; see `counting`."""

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions nobody has answered, in order."""
        pairs = zip(self.questions, self.answered, strict=True)
        return tuple(question.id for question, count in pairs if count == 0)


def coverage(
    state: MeetingState,
    item: str | None = None,
    *,
    members: Members,
) -> Coverage:
    """The coverage of an item's questions, or of all questions of the meeting.

    Everybody who spoke on the item has a row, also without an answer; so has who answered one of
    its questions under another item. `members` gives the members of a group that are counted.
    """
    asked = state.agenda.questions
    columns = tuple(each for each in asked if item is None or each.item == item)
    ids = [each.id for each in columns]
    spoke: dict[tuple[str, str | None], list[Intervention]] = {}
    for each in state.interventions.values():
        noted = filter(is_answer, points_on(state, each))
        answers = any(set(ids) & {*p.questions} for p in noted)
        if answers or each.is_on(item):
            by = state.asked_by(each)
            spoke.setdefault((by.delegation, by.group), []).append(each)
    answers_by = _answers(state)
    return Coverage(
        item=item,
        questions=columns,
        rows=tuple(_row(state, given, item, columns, members) for given in spoke.values()),
        answered=tuple(
            len({by.delegation for by in answers_by.get(question, ())}) for question in ids
        ),
        states_behind=tuple(
            len(states_behind_all(answers_by.get(question, ()), members)) for question in ids
        ),
    )


def _row(
    state: MeetingState,
    interventions: list[Intervention],
    item: str | None,
    columns: tuple[Question, ...],
    members: Members,
) -> CoverageRow:
    asked = [state.made_by(each) for each in interventions]
    who = asked[0]
    noted = [p for each in interventions for p in points_on(state, each)]
    answers = list(filter(is_answer, noted))
    told = [p for p in answers if p.audience in FOR_THE_REPORT]
    kept = [p for p in answers if p.audience not in FOR_THE_REPORT]
    group_members = members(who.group) if who.group else ()
    aligned = dict.fromkeys(code for each in asked for code in each.aligned)
    return CoverageRow(
        delegation=who.delegation,
        name=who.name,
        kind=who.delegation_kind,
        known=who.known,
        group=who.group,
        members=len(group_members),
        aligned=tuple(code for code in aligned if code not in group_members),
        points=tuple(sum(q.id in p.questions for p in told) for q in columns),
        kept=tuple(sum(q.id in p.questions for p in kept) for q in columns),
        asked=tuple(not q.asks or who.delegation_kind in q.asks for q in columns),
        total=sum(len(points_about(state, each, item, columns)) for each in interventions),
        is_identified=who.is_identified,
        elsewhere=_elsewhere(interventions, item),
    )


def _elsewhere(interventions: Iterable[Intervention], item: str | None) -> tuple[str, ...]:
    if any(each.is_on(item) for each in interventions):
        return ()
    return tuple(dict.fromkeys(each.item for each in interventions))


def _answers(state: MeetingState) -> dict[str, list[Inscription]]:
    """Question -> whose statements answer it, with whom they were aligned; not the podium's."""
    found: dict[str, list[Inscription]] = {}
    for each in state.interventions.values():
        asked = state.made_by(each)
        if asked.delegation_kind not in PODIUM:
            noted = filter(is_answer, points_on(state, each, FOR_THE_REPORT))
            for question in dict.fromkeys(q for point in noted for q in point.questions):
                found.setdefault(question, []).append(asked)
    return found


def points_on(
    state: MeetingState, intervention: Intervention, audiences: Container[str] = AUDIENCES
) -> Iterator[Point]:
    """The points noted on an intervention that those audiences may read, in the order noted."""
    for each in state.points_of.get(intervention.id, ()):
        if state.points[each].audience in audiences:
            yield state.points[each]


def points_about(
    state: MeetingState,
    intervention: Intervention,
    item: str | None,
    questions: Iterable[Question],
    audiences: Container[str] = AUDIENCES,
) -> tuple[Point, ...]:
    """Its points that belong to an item (None: to any), in the order noted.

    All of what was said on the item, tagged or not; of what was said under another, those on one
    of the `questions`, the item's own.
    """
    noted = points_on(state, intervention, audiences)
    if intervention.is_on(item):
        return tuple(noted)
    return tuple(p for p in noted if any(q.id in p.questions for q in questions))


def answered_by(state: MeetingState) -> dict[str, tuple[str, ...]]:
    """Question -> the delegations that answered it, sorted; without questions nobody answered.

    In the order of the agenda. Counted as `coverage` counts.
    """
    answers = _answers(state)
    asked = dict.fromkeys([*(each.id for each in state.agenda.questions), *answers])
    return {
        question: tuple(sorted({by.delegation for by in answers[question]}))
        for question in asked
        if question in answers
    }
