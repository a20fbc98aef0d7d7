"""What is typed at one seat and not entered: its own drafts among those that the log keeps.

The log keeps the drafts of all seats side by side. A seat sees its own alone; after a crash they
are there for whoever sits down under its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.purges import purged_of
from meeting_tui.session_log.store import Draft

FIRST_DESK = "desk"
"""The seat whose drafts have nothing but the name of their screen: there was none but it once."""


def own_drafts(drafts: Mapping[str, Draft], desk: str) -> Iterator[tuple[str, Draft]]:
    """The drafts of that desk, each with its slot as the screens name it."""
    for slot, draft in drafts.items():
        of, is_named, rest = slot.rpartition("/")
        if (of or FIRST_DESK) == desk:
            yield rest if is_named else slot, draft


class TypedDrafts:
    """The drafts of one seat, by the slots of the log."""

    def __init__(self, kept: Mapping[str, Draft], desk: str) -> None:
        self._desk = desk
        self.held = {self.slot(name): each for name, each in own_drafts(kept, desk)}

    def slot(self, name: str) -> str:
        """A slot of this seat as it is named in the log."""
        return name if self._desk == FIRST_DESK else f"{self._desk}/{name}"

    def put(self, slot: str, text: str, now: datetime) -> bool:
        """Text is typed there, or nothing any more; False where that is known."""
        known = self.held.get(slot)
        if text == (known.text if known else ""):
            return False
        if text:
            self.held[slot] = Draft(text, now)
        else:
            del self.held[slot]
        return True

    def settle(self, slot: str, entered: Draft | None) -> str | None:
        """The slot whose draft goes with what was entered; what was typed there since stays."""
        if self.held.get(slot) != entered:
            return None
        self.held.pop(slot, None)
        return slot

    def put_back(self, slot: str | None, draft: Draft | None) -> None:
        """What went with a line that is refused after all is there again."""
        if slot and draft:
            self.held.setdefault(slot, draft)

    def forget_purged(self, known: Sequence[Entry], entries: Sequence[Entry]) -> None:
        """Drop those that say what a purge among the entries removes from what is known."""
        gone = purged_of(known, entries)
        for slot in gone.among((slot, each.text) for slot, each in self.held.items()):
            del self.held[slot]
