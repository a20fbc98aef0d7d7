"""The coverage matrix: how often each delegation spoke to each question, item by item.

Without names there are no rows but the sums. What is said from the podium answers no question.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.counting import is_answer
from meeting_tui.report.positions import CLASSES, Count, of_delegations
from meeting_tui.report.read_model import Statement
from meeting_tui.report.tables.model import COUNTED, Head, Table, Value
from meeting_tui.report.tables.teller import Teller

NOT_ASKED = "×"
"""Stands where a question is not asked of that kind of delegation, which did not answer either."""

_Rows = tuple[tuple[Value, ...], ...]


def coverage(teller: Teller) -> Table:
    """Questions as columns, in the order of the agenda; at the foot by how many each is answered.

    `counted` has these sums alone, `anonymous` only whether a question was addressed.
    """
    questions = _in_order(teller)
    said = list(of_delegations(teller.report.statements))
    answers = {each.id: [s for s in said if _points(s, each)] for each in questions}
    heads = [_head(teller, each) for each in questions]
    if teller.is_named:
        labels = [Head("called"), Head("delegation"), Head("delegation_kind"), Head("group")]
        return Table(
            name="coverage",
            heads=(*labels, *heads),
            rows=_by_delegation(teller, said, questions),
            feet=_feet(teller, questions, answers, beside=3),
            held=1,
        )
    if teller.naming == COUNTED:
        # By kind, one of its kind would be known, and with it whose the points are.
        sums = _feet(teller, questions, answers, beside=0)
        return Table(name="coverage", heads=(Head("called"), *heads), rows=sums)
    addressed: list[Value] = [bool(answers[each.id]) for each in questions]
    row = (teller.voice.say("excel.addressed"), *addressed)
    return Table(name="coverage", heads=(Head("called"), *heads), rows=(row,))


def _in_order(teller: Teller) -> list[Question]:
    """The questions item by item; one of an item that is not there comes last."""
    items = {each.plan.id: place for place, each in enumerate(teller.report.items)}
    questions = teller.report.agenda.questions
    return sorted(questions, key=lambda each: items.get(each.item, len(items)))


def _head(teller: Teller, question: Question) -> Head:
    short = teller.voice.words(question.short)
    above = teller.voice.say("excel.question_of_item", item=question.item, short=short)
    return Head("question", text=question.id, above=above)


def _points(statement: Statement, question: Question) -> int:
    return sum(question.id in each.questions for each in filter(is_answer, statement.reported))


def _by_delegation(teller: Teller, said: list[Statement], questions: list[Question]) -> _Rows:
    """Who spoke, in the order of first speaking; for each group it spoke for a row of its own."""
    spoke: dict[tuple[str, str | None], list[Statement]] = {}
    for each in said:
        spoke.setdefault((each.asked.delegation, each.asked.group), []).append(each)
    rows: list[tuple[Value, ...]] = []
    for (code, group), given in spoke.items():
        kind = given[0].asked.delegation_kind
        cells = (_cell(sum(_points(s, q) for s in given), q, kind) for q in questions)
        rows.append((teller.report.name(code), code, teller.kind(kind), group, *cells))
    return tuple(rows)


def _cell(number: int, question: Question, kind: str) -> Value:
    if number:
        return number
    return NOT_ASKED if question.asks and kind not in question.asks else None


def _feet(
    teller: Teller,
    questions: list[Question],
    answers: dict[str, list[Statement]],
    *,
    beside: int,
) -> _Rows:
    counts = [teller.voice.said.count(answers[each.id]) for each in questions]
    voice = teller.voice
    sums: list[tuple[str, Callable[[Count], int]]] = [
        (voice.say(f"excel.spoke.{name}"), partial(_of_classes, places))
        for name, places in _rows_of_classes(teller, answers)
    ]
    sums += [
        (voice.say("excel.statements_on_it"), lambda each: each.statements),
        (voice.say("excel.states_behind", members=voice.members), lambda each: each.states),
    ]
    return tuple(
        (said, *(None,) * beside, *(figure(each) for each in counts)) for said, figure in sums
    )


def _rows_of_classes(
    teller: Teller, answers: dict[str, list[Statement]]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The classes that spoke to any question, each by itself where delegations are named.

    Elsewhere only States and all others, and not even these where one of them is a single one.
    """
    everybody = teller.voice.said.count(each for given in answers.values() for each in given).by
    if teller.is_named:
        return tuple((name, (CLASSES.index(name),)) for name, _ in everybody.told)
    others = tuple(range(1, len(CLASSES)))
    if everybody.others == 0:
        return (("states", (0,)),)
    if everybody.states > 1 and everybody.others > 1:
        return (("states", (0,)), ("organisations", others))
    return (("everybody", (0, *others)),)


def _of_classes(places: tuple[int, ...], by: Count) -> int:
    return sum(by.by.counts[place] for place in places)
