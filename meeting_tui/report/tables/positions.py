"""Who spoke to each question, item by item, and who supports, reserves or opposes what.

Without names there are no rows of delegations, only sums. What is said from the podium answers no
question. Those who hold a position are counted twice: as who said so, and as who stands behind.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.counting import is_answer
from meeting_tui.meeting.facts import STANCES
from meeting_tui.meeting.positions import Position, Side, Subject
from meeting_tui.report.positions import CLASSES, Count, of_delegations, proposals, title
from meeting_tui.report.read_model import Statement
from meeting_tui.report.tables.model import COUNTED, NAMED, Column, Head, Table, Value, table
from meeting_tui.report.tables.teller import Teller, joined

NOT_ASKED = "×"
"""Stands where a question is not asked of that kind of delegation, which did not answer either."""

_Rows = tuple[tuple[Value, ...], ...]
_Held = tuple[Subject, Position, Side]


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


def positions(teller: Teller) -> Table:
    """One row for each subject and stance; one without a stance where nobody took any."""
    report = teller.report
    by_id = {each.intervention.id: each for each in report.statements}
    made = proposals(report)

    def called(held: _Held) -> str:
        text = title(held[0], report.agenda, made, report.language)
        return teller.text(text, held[0].id) if held[0].sort == "proposal" else text

    def numbers(statements: tuple[str, ...]) -> str:
        return joined(str(by_id[each].intervention.number) for each in statements)

    columns: list[Column[_Held]] = [
        Column("sort", lambda each: teller.word("excel.sort_", each[0].sort)),
        Column("subject_id", lambda each: each[0].id),
        Column("called", called, is_prose=True),
        Column("stance", lambda each: teller.stance(each[2].stance)),
        Column("statements", lambda each: len(each[2].statements), COUNTED),
        Column("states", lambda each: len(each[2].states), COUNTED),
        Column("statement_numbers", lambda each: numbers(each[2].statements), NAMED),
        Column(
            "speakers",
            lambda each: "; ".join(
                dict.fromkeys(report.name(by_id[n].asked.delegation) for n in each[2].statements)
            ),
            NAMED,
            is_prose=True,
        ),
        Column("state_codes", lambda each: joined(each[2].states), NAMED, is_prose=True),
        Column("replaced", lambda each: numbers(each[1].set_aside), NAMED),
        # Of a class that only one belongs to it would tell what that one holds.
        Column("by_class", lambda each: _by_class(teller, each), NAMED, is_prose=True),
    ]
    held = [
        (subject, position, side)
        for subject, position in report.positions.items()
        for side in _sides(teller, position)
    ]
    return table("positions", columns, held, teller.naming, held=2)


def _by_class(teller: Teller, held: _Held) -> str:
    """Who holds it, class by class."""
    found = dict(teller.voice.said.sides(held[0])).get(held[2].stance)
    return teller.voice.classes(found.by) if found else ""


def _sides(teller: Teller, position: Position) -> tuple[Side, ...]:
    """The sides to be told: one that is none where nobody took any, as silence takes none.

    Without counts a side that is empty would look like one that is taken.
    """
    if not position.is_taken:
        return (Side(STANCES[0]),)
    counted = teller.voice.is_counted
    return tuple(each for each in position.sides if counted or each.statements)
