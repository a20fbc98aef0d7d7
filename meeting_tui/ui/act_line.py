"""The input line of a screen: names and acts are typed here; on an empty line a key is an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets.input import Selection

from meeting_tui.text import clean_line
from meeting_tui.ui.ui_acts import SAME_KEYS
from meeting_tui.ui.widgets.completion import Complete
from meeting_tui.ui.widgets.typed_line import TypedLine


class ActLine(TypedLine):
    """A typed line whose keys act while it is empty."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        complete: Complete | None = None,
        keys: Mapping[str, str] | None = None,
        begins: Callable[[str], str | None] | None = None,
        id: str | None = None,
    ) -> None:
        """`keys`: key -> act, for keys pressed on an empty line.

        `begins`: the line that an act begins, if its key now only begins one; it is put at once, as
        the letters that follow may be here already.
        """
        super().__init__(placeholder=placeholder, complete=complete, yields_arrows=True, id=id)
        self.keys = dict(keys or {})
        self.begins = begins
        self.together: tuple[str, ...] = ()
        """Suggested lines, the first in the field; each other comes once the one before held."""

    @dataclass
    class KeyPressed(Message):
        """A key that stands for an act was pressed on the empty line."""

        act: str

    def accept(self) -> None:
        """The entered line had its effect; of lines that belong together the next one is put."""
        entered = clean_line(self.value if self._awaiting is None else self._awaiting)
        super().accept()
        first, *others = self.together or ("",)
        self.together = tuple(others) if entered == first and not self.value else ()
        if self.together:
            self.put(self.together[0])

    def leave_refused(self) -> None:
        """A refused line stays, marked: typing takes its place, an arrow keeps it, Up recalls it.

        Keys that act on an empty line act on it too, so that one slip does not block the next act.
        """
        self.history.remember(self.value)
        self.selection = Selection(0, len(self.value))

    @property
    def is_free(self) -> bool:
        """Whether nothing stands in the line that the next key must not take the place of."""
        start, end = sorted(self.selection)
        return not self.value or (start, end) == (0, len(self.value))

    async def _on_key(self, event: events.Key) -> None:
        key = SAME_KEYS.get(event.character or "", event.key)
        erases = bool(self.value) and key in ("delete", "backspace")
        if self.is_free and key in self.keys and not erases:
            event.stop()
            event.prevent_default()
            act = self.keys[key]
            line = self.begins(act) if self.begins else None
            self.put(line or "")
            if line is None:
                self.post_message(self.KeyPressed(act))
