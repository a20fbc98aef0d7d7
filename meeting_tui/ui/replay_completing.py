"""What the line of a replay offers: those who spoke, and items that were opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.replay_line import ACT_WORDS
from meeting_tui.desk.replaying import Moments
from meeting_tui.text import fold
from meeting_tui.ui.widgets.completion import Completion

_OFFERED = 6
_LOOKED_AT = 40
_ITEM = "item "


class PlacesCompleter:
    """Completions against the moments of one replay."""

    def __init__(
        self, moments: Callable[[], Moments], directory: Directory, language: Callable[[], str]
    ) -> None:
        self._moments = moments
        self._directory = directory
        self._language = language

    def __call__(self, line: str, caret: int) -> Sequence[Completion]:
        """What could complete what stands before the caret, the likeliest first."""
        before = line[:caret]
        start = len("go ") if before.casefold().startswith("go ") else 0
        typed = before[start:]
        is_act = typed.split(" ")[0].casefold() in ACT_WORDS - {"item"}
        if is_act or (len(typed.strip()) < 2 and typed.isascii()):
            return ()
        return (*self._items(typed, start), *self._names(typed, start))[:_OFFERED]

    def _items(self, typed: str, start: int) -> list[Completion]:
        ids = dict.fromkeys(each.id for each in self._moments().openings)
        begun = typed.casefold()
        return [
            Completion(f"{_ITEM}{each}", "", start)
            for each in ids
            if f"{_ITEM}{each}".startswith(begun) and begun != f"{_ITEM}{each}"
        ]

    def _names(self, typed: str, start: int) -> list[Completion]:
        spoke = {each.delegation for each in self._moments().turns}
        found = [
            Completion(code.lower(), self._directory.name(code, self._language()), start)
            for match in self._directory.look_up(typed, limit=_LOOKED_AT)
            if (code := match.delegation.code) in spoke
        ]
        unknown = sorted(each for each in spoke if self._directory.get(each) is None)
        found += [
            Completion(each, "", start) for each in unknown if fold(each).startswith(fold(typed))
        ]
        return found
