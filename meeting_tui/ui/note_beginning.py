"""What the line of a note begins with: tags and slash marks, and the next kind put before it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.notes import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.point_tags import Tag, beginning
from meeting_tui.meeting.reader import complete
from meeting_tui.meeting.tokens import Token

MARKS = (*KINDS[1:], *STANCES[1:], *AUDIENCES[1:])
"""What may be typed after a slash."""


@dataclass(frozen=True, slots=True)
class Leading:
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
