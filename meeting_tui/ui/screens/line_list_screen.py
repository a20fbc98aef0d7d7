"""What Record and Help have in common: one long list that the keys of the line move through.

The focus never leaves the input line: on the empty line the arrows move the list's cursor, and
`find WORDS` shows a part of the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.completion import Complete, Completion
from meeting_tui.ui.widgets.line_list import LineList

FIND = "find"

_MOVES = {
    "up": "step(-1)",
    "down": "step(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "home": "edge(-1)",
    "end": "edge(1)",
    "enter": "select",
}
"""Key on the empty line -> what the list does."""


class LineListScreen(MeetingScreen):
    """A screen around one list."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave_find", show=False)]

    FILTERS: ClassVar[Sequence[str]] = ()
    """What `find` offers besides words."""

    @property
    def line_list(self) -> LineList[Any]:
        """The list."""
        return self.query_one("#lines", LineList)

    def find(self, typed: str) -> bool:
        """Show what `find` asks for, everything for an empty text; False if it cannot."""
        raise LookupError(f"{type(self).__name__} finds nothing")

    def keys_of_empty_line(self) -> dict[str, str]:
        """The acts' keys, and those that move the list's cursor."""
        return {**super().keys_of_empty_line(), **_MOVES}

    def completer(self) -> Complete:
        """Acts and names, and behind `find` the filters there are."""
        others = super().completer()

        def complete(line: str, caret: int) -> Sequence[Completion]:
            words = line[:caret].split(" ")
            if len(words) == 1:
                found = [Completion(f"{FIND} ", "", 0)] if FIND.startswith(words[0]) else []
                return (*found, *others(line, caret)) if words[0] else ()
            if words[0].casefold() != FIND:
                return others(line, caret)
            start = caret - len(words[-1])
            offered = [each for each in self.FILTERS if each.startswith(words[-1] or "/")]
            return [Completion(f"{each} ", "", start) for each in offered]

        return complete

    def enter(self, value: str) -> None:
        """`find WORDS` changes what is shown; everything else is an act."""
        first, _, rest = value.partition(" ")
        if first.casefold() != FIND:
            super().enter(value)
        elif self.find(rest.strip()):
            self.act_line.accept()
        else:
            self.act_line.refuse()

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        if message.act in _MOVES.values():
            message.prevent_default()
            message.stop()
            self.call_later(self.line_list.run_action, message.act)

    def action_leave_find(self) -> None:
        """Escape: everything is shown again."""
        self.find("")
