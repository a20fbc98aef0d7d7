"""What the typed line offers while somebody types: acts, delegations in any language, items."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.ui.tag_completing import WITH_WORDS, words_of
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.widgets.completion import Completion

_OFFERED = 6
_TAKES_IDS = {"item", "reopen", "segment"}
_TAKES_NAMES = {
    *("inscribe", "withdraw", "absent", "text-only", "move", "swap"),
    *("floor", "order", "reply", "limit", "document", "identify"),
    *WITH_WORDS,
}


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
