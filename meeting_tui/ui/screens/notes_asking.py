"""What the Notes screen asks in the line above the input, and how it is answered.

Enter again says yes; Escape leaves the line as it is and does nothing; whoever goes on typing has
answered in the line itself.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from textual.actions import SkipAction

from meeting_tui.text import clean_line
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.notes_line import NotesLine
from meeting_tui.ui.widgets.typed_line import TypedLine


class Asked(Struct, frozen=True):
    """A question, and the line it is about."""

    value: str
    told: str
    yes: Callable[[], None] | None = None
    """What Enter does; None: what it would do if nothing were asked."""
    other: Callable[[], None] | None = None
    """What Tab does; None: what it always does."""


class NotesAsking(NotesLine):
    """The question above the line, as a part of the screen it is asked on."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._asked: Asked | None = None

    def ask(self, asked: Asked) -> None:
        """Ask, with the line left as it is."""
        TypedLine.refuse(self.act_line)
        self._asked = asked
        self.view.ask(asked.told)

    def answers(self, value: str) -> Asked | None:
        """What entering `value` says yes to; it is asked no more."""
        asked, self._asked = self._asked, None
        self.view.ask("")
        return asked if asked is not None and asked.value == value else None

    def follow_asked(self) -> None:
        """Ask no more once the line is another."""
        if self._asked and self._asked.value != clean_line(self.act_line.value):
            self.answers("")

    def action_answer_no(self) -> None:
        """Escape, while something is asked; else it is another's key."""
        if self._asked is None:
            raise SkipAction
        self.answers("")

    def action_answer_other(self) -> None:
        """Tab, while something is asked that has a third answer."""
        if self._asked is None or self._asked.other is None:
            raise SkipAction
        other = self._asked.other
        self.answers("")
        other()
