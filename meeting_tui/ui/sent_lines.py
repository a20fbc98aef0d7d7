"""Lines that were entered and are not in effect yet: from which field, and how they read there.

Enter takes a line out of its field, so that only what is typed since is the next one. Until the
desk answers, the line is shown as being saved; one that is refused goes back to its field.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from meeting_tui.ui.widgets.typed_line import TypedLine


class SentLine(Struct, frozen=True):
    """One line on its way."""

    line: str
    """As the desk was asked."""
    field: TypedLine | None
    """None for what a key did."""
    text: str
    """As it stood in the field."""
    at: float
    """When the key came that sent it, monotonic seconds."""


class SentLines:
    """All that are on their way, the oldest first."""

    def __init__(self) -> None:
        self._sent: list[SentLine] = []

    def __iter__(self) -> Iterator[SentLine]:
        return iter(self._sent)

    def send(self, line: str, field: TypedLine | None, at: float) -> None:
        """Take a line out of its field."""
        self._sent.append(SentLine(line, field, field.send_off() if field else line, at))

    def answered(self, line: str) -> SentLine | None:
        """The oldest that reads so, which is on its way no more; files come out of turn."""
        found = next((each for each in self._sent if each.line == line), None)
        if found is not None:
            self._sent.remove(found)
        return found

    def is_from(self, field: TypedLine) -> bool:
        """Whether a line of that field is on its way."""
        return any(each.field is field for each in self._sent)
