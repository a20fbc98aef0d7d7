"""Completions where a tag may be typed: topics of the agenda and proposals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.details import MARKS
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.meeting.notes import STANCES
from meeting_tui.text import fit
from meeting_tui.ui.widgets.completion import Completion

NAMES_AFTER_ON = {"note", "propose", "heard", "person", "mark", "received", "aligned"}
"""Acts in which `on` comes before the statement that is meant."""
NAMES = {"aligned", "present"}
"""Acts whose every word may be a delegation."""
WITH_WORDS = NAMES_AFTER_ON | NAMES | {"position"}
"""Acts on statements and positions."""
_TEXT_CELLS = 40
_SHORTEST = 2


def tags(
    word: str, start: int, agenda: Agenda, made: Mapping[str, str], language: str
) -> list[Completion]:
    """Topics and proposals (id -> text) that a word begins; nothing for a single letter but `r`."""
    typed = word.casefold()
    if len(typed) < _SHORTEST and typed != "r":
        return []
    topics = ((each.id, each.title.say(language)) for each in agenda.topics)
    proposals = ((each, fit(text, _TEXT_CELLS).strip()) for each, text in made.items())
    offered = (*(topics if len(typed) >= _SHORTEST else ()), *proposals)
    return [
        Completion(f"{tag} ", told, start)
        for tag, told in offered
        if tag.casefold().startswith(typed) and tag.casefold() != typed
    ]


def words_of(
    act: str, before: list[str], word: str, start: int, lexicon: Lexicon, language: str
) -> list[Completion] | None:
    """What the words of an act on statements may be; None where a delegation may be named.

    `before`: the words between the act and the word that is being typed.
    """
    if act in NAMES_AFTER_ON and before[-1:] == ["on"]:
        return None
    if act in NAMES or (act == "position" and not before):
        return None
    if act == "position" and len(before) == 1:
        return _offered(STANCES[1:], word, start)
    if act == "mark":
        return _offered(("not", *MARKS), word, start)
    tagged = before[2:] if act == "position" or before[:1] == ["on"] else before
    takes_tags = act in ("position", "note", "propose")
    if takes_tags and all(each.startswith("/") or lexicon.tag(each) for each in tagged):
        made = dict.fromkeys(lexicon.proposals, "")
        return tags(word, start, lexicon.agenda, made, language)
    return []


def _offered(choice: Iterable[str], word: str, start: int) -> list[Completion]:
    typed = word.casefold()
    return [
        Completion(f"{each} ", "", start)
        for each in choice
        if each.startswith(typed) and each != typed
    ]
