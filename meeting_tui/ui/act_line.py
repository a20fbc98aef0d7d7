"""The input line of a screen: names and acts are typed here; on an empty line a key is an act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual import events
from textual.message import Message

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
        holds_text: bool = False,
        id: str | None = None,
    ) -> None:
        """`keys`: key -> act, for keys pressed on an empty line.

        `begins`: the line that an act begins, if its key now only begins one; it is put at once, as
        the letters that follow may be here already.

        `holds_text`: what stands in it may be long and said by somebody, so that Escape takes away
        nothing but a line that was refused.
        """
        super().__init__(placeholder=placeholder, complete=complete, yields_arrows=True, id=id)
        self.keys = dict(keys or {})
        self.begins = begins
        self.holds_text = holds_text
        self._refused: str | None = None
        self._is_left = False

    @dataclass
    class KeyPressed(Message):
        """A key that stands for an act was pressed on the empty line."""

        act: str

    @dataclass
    class Left(Message):
        """The line was left with nothing done; or Up has brought it back."""

        is_back: bool = False

    def refuse(self, finished: str | None = None) -> None:
        super().refuse(finished)
        self._refused = self.value

    def begin(self, text: str) -> None:
        """Shows a line that a key or a click begins; what was typed is one Up away."""
        self.history.remember(self.value)
        self.put(text)

    def leave(self) -> None:
        """The line is left with nothing done; the next Up brings it back."""
        self.history.remember(self.value)
        self.put("")
        self._is_left = True
        self.post_message(self.Left())

    def action_leave_completion(self) -> None:
        """Escape: leaves the line; drops only what is offered where text is held."""
        if self.value and (not self.holds_text or self.value == self._refused):
            self.leave()
        else:
            super().action_leave_completion()

    def action_earlier(self) -> None:
        """Up: the line entered before, or the one just left."""
        if self._is_left and not self.value:
            self._show_history(self.history.earlier(""))
            self.post_message(self.Left(is_back=True))
        else:
            super().action_earlier()

    async def _on_key(self, event: events.Key) -> None:
        key = SAME_KEYS.get(event.character or "", event.key)
        if key == "up" and self._is_left and not self.value:
            return  # not the screen's: it brings back what was left
        self._is_left = False
        if not self.value and key in self.keys:
            event.stop()
            event.prevent_default()
            act = self.keys[key]
            line = self.begins(act) if self.begins else None
            self.put(line or "")
            if line is None:
                self.post_message(self.KeyPressed(act))
