"""A draft without names has none in people's own text either: a note may name another delegation.

Who is named in a point, decision, ruling or text becomes "a delegation", and the draft says where
that was done, so that somebody reads these lines again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from meeting_tui.delegations.directory import Directory
from meeting_tui.report.draft.names import GROUP, Found, names_of
from meeting_tui.words import say


class Discretion:
    """Takes the names out of people's text, and remembers where it had to."""

    def __init__(self, directory: Directory, unlisted: Iterable[str] = ()) -> None:
        """`unlisted`: names as typed of those who are not in the directory."""
        self._names = names_of(directory, frozenset(unlisted))
        self._touched: dict[str, None] = {}

    @property
    def touched(self) -> tuple[str, ...]:
        """Ids of what a name was taken out of, in the order met."""
        return tuple(self._touched)

    def without_names(self, text: str, subject: str, keep: Container[str] = ()) -> str:
        """`text` with a neutral phrase for each name; `subject` is the id it is remembered by.

        `keep`: codes of delegations whose names may stay (a presenter's own, in its presentation).
        """
        parts, done = [], 0
        for each in self._names.find(text):
            if each.owner not in keep:
                parts += [text[done : each.start], _phrase(each, text)]
                done = each.end
        if parts:
            self._touched[subject] = None
        return "".join(parts) + text[done:]


def _phrase(found: Found, text: str) -> str:
    language = "zh" if found.is_chinese else "en"
    key = "draft.a_group" if found.owner == GROUP else "draft.a_delegation"
    phrase = say(key, language)
    is_first = not text[: found.start].strip()
    return phrase[:1].upper() + phrase[1:] if is_first else phrase
