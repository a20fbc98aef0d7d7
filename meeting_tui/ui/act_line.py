"""The input line of a screen: what is typed, what a key does while it is empty, and what was sent.

Names and acts are typed here; on an empty line a key is an act. Enter takes a line out of its
field, so that only what is typed since is the next one. Until the desk answers, the line is shown
as being saved; one that is refused goes back to its field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from textual import events
from textual.message import Message

from meeting_tui.ui.parsing import TypedText, key_of
from meeting_tui.ui.ui_acts import SAME_KEYS
from meeting_tui.ui.widgets.typed_line import Complete, TypedLine

_BEGINNINGS = frozenset(':：/"“«')


def is_plan(line: str) -> bool:
    """Whether a typed line changes the schedule."""
    return line.casefold().startswith("plan ")


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
        self._gives_way = False
        """A refused line stands here that nobody has touched since."""
        self._is_left = False

    class KeyPressed(Message):
        """A key that stands for an act was pressed on the empty line."""

        def __init__(self, act: str) -> None:
            super().__init__()
            self.act = act

    class Left(Message):
        """The line was left with nothing done; or Up has brought it back."""

        def __init__(self, is_back: bool = False) -> None:
            super().__init__()
            self.is_back = is_back

    @property
    def is_refused(self) -> bool:
        """Whether the line stands as it was refused: the next letter begins another, a key acts."""
        return self._gives_way and bool(self.value) and self.value == self._refused

    def refuse(self, finished: str | None = None, sent: str | None = None) -> None:
        """As any line; one that is to be finished is typed on, any other gives way."""
        was = self.value if sent is None else sent
        super().refuse(finished, sent)
        self.put_refused(self.value, gives_way=self.value == was)

    def put_refused(self, text: str, *, gives_way: bool = True) -> None:
        """Shows a line that was refused; `gives_way`: the next letter typed begins another."""
        if self.value != text:
            self.put(text)
        self._refused, self._gives_way = self.value, gives_way

    def type_text(self, text: str) -> None:
        self._give_way(text[:1])
        super().type_text(text)

    def type_ahead(self, event: events.Event) -> bool:
        """Take a key that only adds to the text or takes from it; False for any other.

        At once, not as a message, as the next may come before that is handled.
        """
        if isinstance(event, TypedText):
            text = event.text
        elif not isinstance(event, events.Key):
            return False
        elif event.key == "backspace" and self.value and not self.is_refused:
            self.action_delete_left()
            return True
        else:
            text = event.character if event.is_printable and event.character else ""
        if not text or self.is_key(text[0]):
            return False
        self.type_text(text)
        return True

    def is_key(self, character: str) -> bool:
        """Whether a sign is the key of an act: on an empty line, or where a refused one stands."""
        return (not self.value or self.is_refused) and self._acts(character)

    def _acts(self, character: str) -> bool:
        """Whether a character typed on the empty line is the key of an act."""
        return SAME_KEYS.get(character, key_of(character).key) in self.keys

    def _give_way(self, character: str) -> None:
        """Another line or an act is begun where a refused line stands; that is one Up away."""
        was_refused, self._gives_way = self.is_refused, False
        if not was_refused:
            return
        acts = bool(character) and self._acts(character)
        if acts or _begins(character):
            self.history.remember(self.value)
            self.put("")
            self._is_left = acts

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

    def refuse_late(self, sent: str) -> None:
        super().refuse_late(sent)
        self._is_left = not self.value

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
        if key != "enter":
            self._give_way(event.character or "")
        if not self.value and key in self.keys:
            event.stop()
            event.prevent_default()
            act = self.keys[key]
            line = self.begins(act) if self.begins else None
            if line is None:
                self.post_message(self.KeyPressed(act))
            else:
                self.put(line)

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the base's own handler too.
        self._give_way("x" if event.text.strip() else "")


def _begins(character: str) -> bool:
    """Whether a line may begin so: a letter, a number, or the sign of an act or a free name."""
    return character.isalnum() or character in _BEGINNINGS


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
