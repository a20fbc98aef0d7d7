"""What the typed line offers: acts, names, items, and on Notes marks and tags, none in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting import syntax
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.details import MARKS
from meeting_tui.meeting.facts import STANCES
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.text import fit
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.widgets.typed_line import Complete, Completion
from meeting_tui.views.noting import ACT_SIGNS, leading
from meeting_tui.views.noting import MARKS as NOTE_MARKS
from meeting_tui.words import say

NAMES_AFTER_ON = frozenset(
    each.words[0] for each in ACTS for part in each.parts if part.shown.startswith("[on D")
)
"""Acts in which `on` comes before the statement that is meant."""
NAMES = frozenset({"aligned", "present"})
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


_OFFERED = 6


def _taking(*sorts: str) -> frozenset[str]:
    """The first words of acts that have a part of one of these sorts; not behind an `on`."""
    return frozenset(
        each.words[0]
        for each in ACTS
        for part in each.parts
        if part.takes in sorts and not part.shown.startswith("[on") and len(each.words) == 1
    )


_TAKES_IDS = _taking(syntax.ITEMS, syntax.SEGMENTS)
_TAKES_NAMES = _taking(syntax.NAMES) | WITH_WORDS


class Completer:
    """Completions against one meeting's lexicon."""

    def __init__(self, lexicon: Callable[[], Lexicon], language: str) -> None:
        self._lexicon = lexicon
        self.language = language

    def __call__(self, line: str, caret: int) -> Sequence[Completion]:
        """What could complete the word before the caret, the likeliest first."""
        before = line[:caret]
        start = len(before) - len(before.split(" ")[-1])
        word = before[start:]
        if not word.strip():
            return ()
        words = before[:start].split()
        if not words:
            is_act = any(each.words[0] == word.casefold() for each in ACTS)
            named = [] if is_act else self._delegations(word, start)
            return (*self._acts(word), *named)[:_OFFERED]
        first = words[0].casefold().rstrip("!")
        if first in _TAKES_IDS:
            return self._ids(word, start, segments=first == "segment")
        if first in WITH_WORDS:
            found = words_of(first, words[1:], word, start, self._lexicon(), self.language)
            if found is not None:
                return found[:_OFFERED]
        if first in _TAKES_NAMES or self._lexicon().directory.get(words[0]):
            return self._delegations(word, start)[:_OFFERED]
        return ()

    def _acts(self, word: str) -> list[Completion]:
        typed = word.casefold()
        lines = {" ".join(each.words): each.line for each in ACTS}
        lines |= {" ".join(each.words): each.line for each in UI_ACTS}
        return [
            Completion(line, "", 0)
            for words, line in lines.items()
            if words.startswith(typed) and words != typed
        ][:_OFFERED]

    def _delegations(self, word: str, start: int) -> list[Completion]:
        if len(word) < 2 and word.isascii():
            return []
        directory = self._lexicon().directory
        return [
            Completion(
                f"{match.delegation.code.lower()} ",
                directory.name(match.delegation.code, self.language),
                start,
            )
            for match in directory.look_up(word, limit=_OFFERED)
        ]

    def _ids(self, word: str, start: int, *, segments: bool) -> list[Completion]:
        agenda = self._lexicon().agenda
        items = [(item.id, item.title) for item in agenda.items]
        parts = [(part.id, part.title) for item in agenda.items for part in item.segments]
        return [
            Completion(id_, f"{id_} {title.say(self.language)}", start)
            for id_, title in (parts if segments else items)
            if id_.startswith(word)
        ][:_OFFERED]


_OFFERED_IN_NOTES = 12


class NoteCompleter:
    """Completions for a point, or for the act behind a colon."""

    def __init__(
        self,
        acts: Complete,
        agenda: Callable[[], Agenda],
        language: str,
        made: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`made` gives the proposals made so far, id -> text."""
        self._acts = acts
        self._agenda = agenda
        self._language = language
        self._made = made

    def __call__(self, line: str, caret: int) -> Sequence[Completion]:
        """What could complete the word before the caret, the likeliest first."""
        if line.startswith(ACT_SIGNS):
            offered = self._acts(line[1:], caret - 1) if caret > 0 else ()
            return [replace(each, start=each.start + 1) for each in offered]
        before = line[:caret]
        start = before.rfind(" ") + 1
        word = before[start:]
        agenda, made = self._agenda(), self._made()
        if leading(before[:start], agenda, made).end < start:
            return ()
        if not word.startswith("/"):
            return tags(word, start, agenda, made, self._language)
        return [
            Completion(f"/{mark} ", say(f"notes.mark_{mark}", self._language), start)
            for mark in NOTE_MARKS
            if mark.startswith(word[1:].casefold()) and mark != word[1:].casefold()
        ][:_OFFERED_IN_NOTES]
