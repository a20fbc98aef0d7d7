"""Positions as a table: who supports, has conditions, reserves or opposes, counted twice."""

from __future__ import annotations

from meeting_tui.meeting.positions import Position, Side, Subject
from meeting_tui.meeting.records import STANCES
from meeting_tui.report.positions import proposals, title
from meeting_tui.report.tables.model import COUNTED, NAMED, Column, Table, table
from meeting_tui.report.tables.teller import Teller, joined

_Held = tuple[Subject, Position, Side]


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
