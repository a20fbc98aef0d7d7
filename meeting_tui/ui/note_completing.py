"""Completions of the note line: acts after a colon, marks after a slash, tags, none in the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.ui.tag_completing import tags
from meeting_tui.ui.widgets.completion import Complete, Completion
from meeting_tui.views.noting import ACT_SIGNS, MARKS, leading
from meeting_tui.words import say

_OFFERED = 12


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
            for mark in MARKS
            if mark.startswith(word[1:].casefold()) and mark != word[1:].casefold()
        ][:_OFFERED]
