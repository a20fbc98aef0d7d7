"""A note-taker's page: who speaks, the statements with their points, the questions of the item.

The same facts as on the Notes of the terminal; what is being written is the page's own affair.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.meeting.facts import Intervention, Point
from meeting_tui.meeting.item_notes import notes_on
from meeting_tui.views.look import Look
from meeting_tui.views.note_correcting import correcting
from meeting_tui.views.notes import QuestionRow, item_shown, points_of, question_rows
from meeting_tui.views.noting import ITEM, Noting, here
from meeting_tui.views.points import point_pieces, point_tags
from meeting_tui.views.room_display import RoomClock, room_clock

STATEMENTS_SHOWN = 60
"""So many of the newest can be gone back to."""


class NotedPoint(Struct, frozen=True):
    """One point as it is shown."""

    id: str
    by: str
    tags: str
    pieces: tuple[tuple[str, str], ...]
    """Text and role of each part."""
    line: str
    """What stands in the line to correct it."""


class Noted(Struct, frozen=True):
    """What points can be noted on: a statement, or the item itself."""

    key: str
    """`i12`, or `item 3`: as `Noting` names it."""
    number: int
    """Of the statement; 0 for an item."""
    name: str
    capacity: str
    item: str
    points: tuple[NotedPoint, ...]
    questions: tuple[NotedQuestion, ...]
    """Those that can be tagged by number, in their order."""


class NotedQuestion(Struct, frozen=True):
    """One question of the item, for one statement."""

    id: str
    words: str
    answers: int
    """Delegations that answered it."""
    is_answered: bool
    """By this one."""
    is_asked: bool
    """Of its kind of delegation."""


class NotesPage(Struct, frozen=True):
    """What a note-taker sees at one moment, texts in one language."""

    meeting: str
    item: str
    here: str
    """What a point goes to now; empty while there is nothing."""
    speaks: bool
    """Whoever it goes to has the floor."""
    clock: RoomClock | None
    noted: tuple[Noted, ...]
    """In the order held."""
    next: tuple[str, ...]
    is_over: bool


def notes_page(look: Look) -> NotesPage:
    """The page of one look at the meeting."""
    state = look.state
    newest = list(state.interventions.values())[-STATEMENTS_SHOWN:]
    noted = [_statement(look, each) for each in newest]
    now = here(state) or ""
    if now.startswith(ITEM):
        noted.append(_item(look, now.removeprefix(ITEM)))
    open_item = state.agenda.item(state.item) if state.item else None
    title = open_item.title.say(look.language) if open_item else look.say("slip.no_item")
    waits = (state.inscriptions[each] for each in state.lists.get(state.item or "", ()))
    return NotesPage(
        meeting=state.agenda.short_title.say(look.language),
        item=f"{state.item or ''} {title}".strip(),
        here=now,
        speaks=state.floor is not None and state.floor == now,
        clock=room_clock(look),
        noted=tuple(noted),
        next=tuple(look.name(each.delegation) for each, _ in zip(waits, range(3), strict=False)),
        is_over=state.phase == "adjourned",
    )


def _statement(look: Look, turn: Intervention) -> Noted:
    asked = look.state.made_by(turn)
    return Noted(
        key=turn.id,
        number=turn.number,
        name=look.name(asked.delegation),
        capacity=look.capacity(asked),
        item=turn.item,
        points=tuple(_point(look, each) for each in points_of(look, turn)),
        questions=_questions(look, Noting(chosen=turn.id), turn),
    )


def _item(look: Look, item: str) -> Noted:
    found = look.state.agenda.item(item)
    return Noted(
        key=f"{ITEM}{item}",
        number=0,
        name=found.title.say(look.language) if found else item,
        capacity="",
        item=item,
        points=tuple(_point(look, each) for each in notes_on(look.state, item)),
        questions=_questions(look, Noting(chosen=f"{ITEM}{item}"), None),
    )


def _questions(look: Look, noting: Noting, turn: Intervention | None) -> tuple[NotedQuestion, ...]:
    rows = question_rows(look.state, item_shown(look, noting), turn, (), look.language)
    return tuple(map(_question, rows))


def _question(row: QuestionRow) -> NotedQuestion:
    return NotedQuestion(row.id, row.words, row.answers, row.is_answered, row.is_asked)


def _point(look: Look, point: Point) -> NotedPoint:
    pieces = tuple((each.text, each.role) for each in point_pieces(look, point))
    return NotedPoint(point.id, point.author, point_tags(point), pieces, correcting(point))
