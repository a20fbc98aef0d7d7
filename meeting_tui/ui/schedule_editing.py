"""The line that a key on a row of the Schedule begins, while it is in the input line.

The key puts it there whole, without its reason; the same key again replaces it with the next one
and keeps what was typed. Only Enter does it, Escape leaves it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.schedule_preview import try_line
from meeting_tui.views.schedule_edit import Begun, Edit, begin, pressed_on

if TYPE_CHECKING:
    from meeting_tui.ui.screens.schedule_screen import ScheduleScreen


class Editing:
    """What was pressed on the row under the cursor."""

    def __init__(self, screen: ScheduleScreen) -> None:
        self._screen = screen
        self._edit: Edit | None = None
        self._begun: Begun | None = None

    @property
    def verb(self) -> str | None:
        """What the key that began the line does."""
        return self._edit.verb if self._edit else None

    def stands_in(self, line: str) -> bool:
        """Whether a key began the line, whatever was typed after its beginning."""
        return self._begun is not None and line.startswith(self._begun.head)

    def press(self, verb: str, step: int) -> None:
        """Begin a line, or take the line that is there a step further."""
        screen, line = self._screen, self._screen.act_line
        typed, edit = "", None
        if self._edit and self._begun and self.stands_in(line.value):
            typed = line.value.removeprefix(self._begun.head)
            edit = pressed_on(self._edit, verb, step)
            if edit is None:
                return
        key = screen.cursor_key
        edit = edit or Edit(verb, key or "", step)
        found = begin(screen.glance, edit)
        if isinstance(found, str):
            screen.frame.tell(found, "refusal")
            return
        refused = try_line(screen.frame.port.desk.table, found.line, screen.glance.now)
        if isinstance(refused, Refusal):
            screen.frame.tell(refusal_sentence(screen.glance, refused), "refusal")
            return
        self._put(edit, found, typed)

    def _put(self, edit: Edit, begun: Begun, typed: str) -> None:
        screen, line = self._screen, self._screen.act_line
        self._edit = Edit(edit.verb, edit.row, begun.steps)
        self._begun = begun
        caret = len(begun.head)
        if typed:
            caret += line.cursor_position - (len(line.value) - len(typed))
        elif line.value:
            line.history.remember(line.value)
        line.put(begun.head + (typed or begun.tail), caret)
        screen.forget_suggestions()
        told = screen.frame.say("schedule.finish", what=begun.told)
        screen.frame.tell(told, "info")
        screen.try_typed()

    def forget(self) -> None:
        """The begun line was left."""
        self._edit = self._begun = None
