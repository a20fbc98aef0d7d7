"""What `find` shows of the record: words of the told line, or one sort of event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.meeting.declared import CORRECTIONS, SORTS
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.happenings import (
    of_sort,
)
from meeting_tui.text import fold
from meeting_tui.views.columns import Row
from meeting_tui.views.record import RecordBook, RecordRow

_CORRECTIONS = f"/{CORRECTIONS}"

FILTERS: dict[str, tuple[type[Event], ...]] = {f"/{sort}": of_sort(sort) for sort in SORTS}
"""What may be typed behind `find` -> the kinds of events it shows."""


class RecordFilter(Struct, frozen=True):
    """Words that must all be in the line, and the sort of event it must be."""

    typed: str = ""
    words: tuple[str, ...] = ()
    """Folded."""
    sort: str = ""

    def fits(self, book: RecordBook, row: Row[RecordRow]) -> bool:
        """Whether a row of the book is shown."""
        if self.sort:
            entry = book.entry(row.key)
            event = entry.event if entry else None
            is_marked = self.sort == _CORRECTIONS and bool(row.content.mark)
            if not is_marked and not isinstance(event, FILTERS[self.sort]):
                return False
        if not self.words:
            return True
        told = fold(f"{row.content.word} {row.content.told}")
        return all(word in told for word in self.words)

    def shown(self, book: RecordBook) -> Sequence[Row[RecordRow]]:
        """The rows that fit."""
        if not self.words and not self.sort:
            return book.rows
        return [row for row in book.rows if self.fits(book, row)]


def read_filter(typed: str) -> RecordFilter | str:
    """The filter that stands behind `find`; a sort that does not exist is given back as typed."""
    words: list[str] = []
    sort = ""
    for word in typed.split():
        if not word.startswith("/"):
            words.append(fold(word))
            continue
        found = [each for each in FILTERS if each.startswith(word.casefold())]
        if len(word) == 1 or not found:
            return word
        sort = found[0]
    return RecordFilter(typed, tuple(words), sort)
