"""The questions of an item beside the notes: who answered each, and whether this speaker has."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.questions import answered_by
from meeting_tui.meeting.records import Intervention
from meeting_tui.meeting.state import MeetingState
from meeting_tui.views.columns import Column, row_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line, sides
from meeting_tui.views.wrapped import wrap

_COLUMNS = (
    Column("number", 2, priority=7, align="right"),
    Column("sign", 1, priority=9),
    Column("id", 3, priority=10),
    Column("words", 10, weight=1, priority=6),
    Column("count", 3, priority=8, align="right"),
    Column("note", 13, priority=5),
)
_COMPACT_CELLS = 13
_BESIDE_WORDS = 14
"""Cells of a row besides its words: number, sign, id, count."""


class QuestionRow(Struct, frozen=True):
    """One question, as it is shown for the speaker of the notes."""

    number: int
    """Alt with this digit adds the tag."""
    id: str
    words: str
    answers: int
    """Delegations that answered it."""
    is_answered: bool
    """By this speaker."""
    is_asked: bool
    """Of this speaker's kind of delegation."""
    is_tagged: bool
    """It is among the tags of the point being written."""

    @property
    def sign(self) -> Piece:
        """● this speaker, ○ others, nothing for nobody."""
        if self.is_answered:
            return Piece("●", "on_time")
        return Piece("○" if self.answers else " ", "muted")


def questions_of(state: MeetingState, item: str | None) -> tuple[Question, ...]:
    """The questions of an item in the order of their keys: on the whole item, then on a segment."""
    together = (item, *(state.joined if item == state.item else ()))
    found = [each for each in state.agenda.questions if each.item in together]
    return tuple(sorted(found, key=lambda question: question.segment is not None))


def question_rows(
    state: MeetingState,
    item: str | None,
    target: Intervention | None,
    tags: Sequence[str],
    language: str,
) -> list[QuestionRow]:
    """The rows for an item and the speaker of the notes."""
    answers = answered_by(state)
    asked = state.asked_by(target) if target else None
    return [
        QuestionRow(
            number,
            question.id,
            question.short.say(language),
            len(answers.get(question.id, ())),
            asked is not None and asked.delegation in answers.get(question.id, ()),
            asked is None or not question.asks or asked.delegation_kind in question.asks,
            question.id in tags,
        )
        for number, question in enumerate(questions_of(state, item), 1)
    ]


def question_lines(
    look: Look, item: str | None, rows: Sequence[QuestionRow], width: int, height: int
) -> list[Line]:
    """The panel in `width` x `height` cells; if the rows do not fit, only their counts."""
    if item is None:
        return [line(Piece(f" {look.say('notes.no_item')}", "muted"))]
    if not rows:
        return [line(Piece(f" {look.say('notes.no_questions', item=item)}", "muted"))]
    title = line(Piece(f" {look.say('notes.questions_of', item=item)}", "heading"))
    answered = Piece(f"{look.say('notes.answered_by')} ", "muted")
    heading = sides(title, line(answered), width)
    whole = [one for row in rows for one in _whole(look, row, width)]
    if len(whole) + 3 <= height:
        legend = line(Piece(f" {look.say('notes.legend')}", "muted"))
        return [heading, *whole, (), legend]
    if len(rows) + 1 <= height:
        return [heading, *(row_line(_COLUMNS, _cells(look, row), width) for row in rows)]
    counts = _compact(rows, width)
    return [heading, *counts] if len(counts) < height else counts


def compact_rows(count: int, width: int) -> int:
    """Rows that the heading and the counts of so many questions take."""
    return 1 + -(-count // max(width // _COMPACT_CELLS, 1))


def _whole(look: Look, row: QuestionRow, width: int) -> list[Line]:
    """One question with all its words, in as many lines as they take."""
    room = max(width - _BESIDE_WORDS, 10)
    role = "" if row.is_asked else "muted"
    told = row.words if row.is_asked else f"{row.words} ({look.say('notes.not_asked')})"
    words = wrap(line(Piece(told, role)), room)
    first = (
        Piece(f"{row.number:>2} ", "muted"),
        row.sign,
        Piece(" "),
        *fit_line(line(Piece(row.id, _id_role(row))), 4),
        *fit_line(words[0], room),
        Piece(f"{row.answers:>4} ", "strong" if row.answers else "nearly"),
    )
    return [first, *((Piece(" " * 9), *rest) for rest in words[1:])]


def _cells(look: Look, row: QuestionRow) -> dict[str, Piece]:
    role = "" if row.is_asked else "muted"
    if row.is_answered:
        note = Piece(look.say("notes.this_speaker"), "on_time")
    elif not row.is_asked:
        note = Piece(look.say("notes.not_asked"), "muted")
    else:
        note = Piece("" if row.answers else look.say("notes.nobody"), "nearly")
    return {
        "number": Piece(str(row.number), "muted"),
        "sign": row.sign,
        "id": Piece(row.id, _id_role(row)),
        "words": Piece(row.words, role),
        "count": Piece(str(row.answers), "strong" if row.answers else "nearly"),
        "note": note,
    }


def _id_role(row: QuestionRow) -> str:
    return "accent strong reverse" if row.is_tagged else "accent strong"


def _compact(rows: Sequence[QuestionRow], width: int) -> list[Line]:
    """Number, sign, question and count, as many in a line as fit."""
    each_line = max(width // _COMPACT_CELLS, 1)
    found: list[Line] = []
    for start in range(0, len(rows), each_line):
        parts: list[Piece] = []
        for row in rows[start : start + each_line]:
            count = str(row.answers)
            used = 6 + len(row.id) + len(count)
            parts += [
                Piece(f" {row.number} ", "muted"),
                row.sign,
                Piece(" "),
                Piece(row.id, _id_role(row)),
                Piece(f" {count}"),
                Piece(" " * max(_COMPACT_CELLS - used, 1)),
            ]
        found.append(tuple(parts))
    return found
