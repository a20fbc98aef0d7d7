"""What the line of a note begins with: tags and slash marks, and the next kind put before it."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec import Struct

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.notes import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.point_tags import Tag, beginning, without_number
from meeting_tui.meeting.reader import complete
from meeting_tui.meeting.tokens import Token, tokenise

MARKS = (*KINDS[1:], *STANCES[1:], *AUDIENCES[1:])
"""What may be typed after a slash."""

_LIKE_AN_ID = re.compile(r"(?P<letters>[A-Z]+)[0-9]{1,3}")
_BETWEEN = re.compile(r"[/／‐-―－-]")
_AROUND = "()[]（）【】.:：,，、;；。"


class Leading(Struct, frozen=True):
    """The tags and slash marks at the beginning of a line."""

    questions: tuple[str, ...]
    marks: tuple[Token, ...]
    """Slash marks, topics and proposals."""
    end: int
    """Where the text begins, or would."""
    is_tags_alone: bool
    """Nothing but tags stands in the line."""


def leading(value: str, agenda: Agenda, proposals: Container[str] = ()) -> Leading:
    """What a line begins with, read as the command language reads it.

    `proposals`: ids of those made; where they are not known, one ends the beginning.
    """
    found = beginning(value, lambda word: tag_of(word, agenda, proposals), is_mark)
    marks = tuple(Token(each.text, each.start) for each in found.words if each.sort != "questions")
    alone = bool(found.words) and not marks and found.end == len(value)
    return Leading(found.ids("questions"), marks, found.end, alone)


def not_a_question(agenda: Agenda, text: str) -> str | None:
    """What a text begins with that looks like one of the agenda's question ids and is none.

    Of several written as one word (`A5/A99`, `A1-A99`), the first that is none.
    """
    first = next(iter(tokenise(without_number(text))), None)
    if first is None or not first.is_bare:
        return None
    words = _BETWEEN.split(first.text.strip(_AROUND))
    letters = {each.id.rstrip("0123456789") for each in agenda.questions}
    wanted = [_LIKE_AN_ID.fullmatch(each.upper()) for each in words]
    if not all(each is not None and each["letters"] in letters for each in wanted):
        return None
    return next((each for each in words if not agenda.question(each)), None)


def tag_of(word: str, agenda: Agenda, proposals: Container[str]) -> Tag | None:
    """What a word before the text tags it with, as the lexicon has it."""
    question, topic = agenda.question(word), agenda.topic(word)
    if question is not None:
        return "questions", question.id
    if topic is not None:
        return "topics", topic.id
    wanted = word.casefold()
    return ("proposals", wanted) if wanted in proposals else None


def is_mark(word: str) -> bool:
    """Whether a word is a slash mark or the unique beginning of one."""
    return word.startswith("/") and isinstance(complete(word[1:].casefold(), MARKS), str)


def with_next_kind(value: str, agenda: Agenda) -> str:
    """The line with the next kind of point marked on it; after the last kind, none."""
    found = leading(value, agenda)
    for token in found.marks:
        kind = complete(token.text[1:].casefold(), MARKS) if is_mark(token.text) else None
        if isinstance(kind, str) and kind in KINDS:
            at = KINDS.index(kind) + 1
            following = f"/{KINDS[at]}" if at < len(KINDS) else ""
            after = value[token.start + len(token.text) :]
            before = value[: token.start]
            return before + (following + after if following else after.lstrip())
    before = value[: found.end]
    gap = " " if before and not before.endswith(" ") else ""
    return f"{before}{gap}/{KINDS[1]} {value[found.end :]}"
