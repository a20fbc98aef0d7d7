"""Whether a draft contains what a purge removed.

A typed text differs from the one that was kept: in accents, in spaces, by a letter not typed yet,
by another order of words. A draft that comes close is removed, because a lost draft can be typed
again but a kept one cannot be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from msgspec import Struct

from meeting_tui.text import cells, clean_block

_RUN_CELLS = 12
"""A common stretch narrower than this on a terminal proves nothing yet, ..."""
_SHARE = 0.4
"""... nor does one that is less of the text than this."""
_FIRST_WORDS = 3
"""A line names the point it corrects among its first so many words."""


class Gone(Struct, frozen=True):
    """What a purge removed."""

    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """Ids of the points that contained it."""

    def is_said_in(self, draft: str) -> bool:
        """Whether a draft contains it, or most of it, or corrects such a point."""
        if not self.texts and not self.points:
            return False
        typed = _plain(draft)
        return _names(typed, self.points) or any(_says(typed, text) for text in self.texts)

    def among(self, drafts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The slots whose draft contains it, from pairs of slot and text."""
        return tuple(slot for slot, text in drafts if self.is_said_in(text))


def _plain(text: str) -> str:
    """The text without anything in which typed texts may differ."""
    return " ".join(unicodedata.normalize("NFKC", clean_block(text)).casefold().split())


def _names(typed: str, points: Collection[str]) -> bool:
    named = re.findall(r"[a-z]+[0-9]+", " ".join(typed.split()[:_FIRST_WORDS]))
    return any(point.casefold() in named for point in points) and not typed.startswith("note")


def _says(typed: str, text: str) -> bool:
    text = _plain(text)
    if not text:
        return False
    if _stands_in(typed, text):
        return True
    # Seldom needed, and slow to load.
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, typed, text, autojunk=False).find_longest_match()
    run = cells(text[found.b : found.b + found.size].strip())
    return run >= max(_RUN_CELLS, _SHARE * cells(text))


def _stands_in(typed: str, text: str) -> bool:
    """Whether the text contains it as it is; a short one must be a word of its own."""
    if len(text) > _RUN_CELLS or not text.isascii():
        return text in typed
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", typed) is not None
