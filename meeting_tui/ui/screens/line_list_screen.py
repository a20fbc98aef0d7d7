"""What the screens around one list have in common: the keys of the line move through its rows.

The focus never leaves the input line: on the empty line the arrows move the list's cursor, and on
Record and Help `find WORDS` shows a part of the list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.typed_line import Complete, Completion

FIND = "find"
FILTER_SIGN = "/"
"""Begins a filter, which is understood also without `find` before it."""

MOVES: Mapping[str, str] = {
    "up": "step(-1)",
    "down": "step(1)",
    "pageup": "page(-1)",
    "pagedown": "page(1)",
    "home": "edge(-1)",
    "end": "edge(1)",
    "enter": "select",
}
"""Key on the empty line -> what the list does."""

OF_SCREEN = "screen."
"""An action that begins so is the screen's own, all others are the list's."""


class ListScreen(MeetingScreen):
    """A screen whose keys on the empty line belong to a list."""

    LIST_ID: ClassVar[str] = "rows"
    LIST_KEYS: ClassVar[Mapping[str, str]] = MOVES
    """Key on the empty line -> action of the list, or of the screen."""

    @property
    def line_list(self) -> LineList[Any]:
        """The list."""
        return self.query_one(f"#{self.LIST_ID}", LineList)

    @property
    def cursor_key(self) -> str | None:
        """Key of the row the cursor is on."""
        return self.line_list.cursor_key

    def stand_on(self, subject: str) -> None:
        """Put the cursor on that row."""
        self.line_list.highlight(subject)

    def keys_of_empty_line(self) -> dict[str, str]:
        """The acts' keys, and those that move the list's cursor."""
        return {**super().keys_of_empty_line(), **self.LIST_KEYS}

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        is_own = message.act.startswith(OF_SCREEN)
        if is_own or message.act in self.LIST_KEYS.values():
            message.prevent_default()
            message.stop()
            does = self if is_own else self.line_list
            self.call_later(does.run_action, message.act)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        message.stop()
        self.choose()

    def choose(self) -> None:
        """What Enter on a row does, or a second click; by default nothing."""


class LineListScreen(ListScreen):
    """A screen around one long list that can be searched."""

    LIST_ID = "lines"
    MAIN = "#lines"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave_find", show=False)]

    FILTERS: ClassVar[Sequence[str]] = ()
    """What `find` offers besides words."""

    def find(self, typed: str) -> bool:
        """Show what `find` asks for, everything for an empty text; False if it cannot."""
        raise LookupError(f"{type(self).__name__} finds nothing")

    def stand_on(self, subject: str) -> None:
        """Put the cursor on that row; what is shown must hold it."""
        self.find("")
        super().stand_on(subject)

    def completer(self) -> Complete:
        """Acts and names, and behind `find` the filters there are."""
        others = super().completer()

        def complete(line: str, caret: int) -> Sequence[Completion]:
            words = line[:caret].split(" ")
            if self.FILTERS and line.startswith(FILTER_SIGN):
                words = [FIND, *words]
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
        """`find WORDS`, or a filter alone, changes what is shown; everything else is an act."""
        first, _, rest = value.partition(" ")
        if self.FILTERS and first.startswith(FILTER_SIGN):
            first, rest = FIND, value
        if first.casefold() != FIND:
            super().enter(value)
        elif self.find(rest.strip()):
            self.act_line.accept()
        else:
            self.act_line.refuse()

    def action_leave_find(self) -> None:
        """Escape: everything is shown again."""
        self.find("")
