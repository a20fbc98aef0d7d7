"""The one line everything can be typed in: names and acts, with completion and earlier lines.

It keeps every letter it is given and shows the terminal where its caret is: Textual's own field
drops invisible letters that Chinese, Persian and French need, keeps one line of a pasted text and
places the terminal's cursor beside the caret, where input methods then open.

Enter only says what was entered. A line that is sent off goes at once, so that what is typed next
is a line of its own; a refusal brings it back, so that a slip of the finger costs no typing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from meeting_tui.text import clean_block, clean_line


class FaithfulInput(Input, inherit_css=False):
    """A one-line field. Several pasted lines are joined with spaces, and their lines offered."""

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES
    # All of it: that of an `Input` in its box was a tenth of the style sheets of the first screen.
    DEFAULT_CSS = """
    FaithfulInput {
        width: 100%; height: 1; layout: vertical; overflow: auto auto;
        background: $surface; color: $foreground; pointer: text;
        scrollbar-size-horizontal: 0;
        &:focus { background-tint: $foreground 5%; }
        &>.input--cursor {
            background: $input-cursor-background; color: $input-cursor-foreground;
            text-style: $input-cursor-text-style;
        }
        &>.input--selection {
            background: $input-selection-background; color: $input-selection-foreground;
        }
        &>.input--placeholder { color: $text-muted; }
        &>.input--suggestion { color: $text-muted; }
        &:ansi {
            background: ansi_default; color: ansi_default;
            &>.input--cursor { background: ansi_white; color: ansi_black; }
            &>.input--placeholder, &>.input--suggestion { text-style: dim; color: ansi_default; }
        }
    }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How wide the text is; the field is as wide as before, so the screen is not laid out anew."""

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, id=id)
        self.cursor_blink = False  # what blinks draws the eye from the clock

    class MultiLinePasted(Message):
        """Several lines were pasted and now stand in the field, joined with spaces."""

        def __init__(
            self, field: FaithfulInput, lines: tuple[str, ...], before: tuple[str, int], after: str
        ) -> None:
            super().__init__()
            self.field = field
            self.lines = lines
            """Cleaned, without the blank ones."""
            self.before = before
            """Text and caret before the paste."""
            self.after = after
            """Text after the paste."""

        def take(self) -> tuple[str, ...]:
            """Takes the lines out of the field, to be kept as several points.

            Empty, leaving the field as it is, when the text has been changed meanwhile.
            """
            if self.field.value != self.after:
                return ()
            self.field.put(*self.before)
            return self.lines

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor belongs: on the caret, in screen cells."""
        x, y, _width, _height = self.content_region
        caret = self._position_to_cell(self.cursor_position)
        return Offset(x + caret - int(self.scroll_offset.x), y)

    def put(self, text: str, caret: int | None = None) -> None:
        """Shows this text, as one clean line, with the caret at its end or at index `caret`."""
        self.value = one_line(text)
        self.cursor_position = len(self.value) if caret is None else caret

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and _may_be_typed(character)

    def on_mount(self) -> None:
        # What grows above moves the line without telling it.
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self.place_cursor())

    async def _on_key(self, event: events.Key) -> None:
        character = event.character
        if character is None or character.isprintable() or not _may_be_typed(character):
            return  # Textual's own handler follows
        event.stop()
        event.prevent_default()
        self.replace(character, *self.selection)

    def type_text(self, text: str) -> None:
        """Take several characters that were typed, or pasted without its marks, at once."""
        self.replace("".join(each for each in text if _may_be_typed(each)), *self.selection)

    def is_key(self, character: str) -> bool:
        """Whether a sign does something now and is not typed."""
        return False

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # Textual's own keeps the first line only
        lines = [part for part in _kept_ends(event.text).split("\n") if part.strip()]
        if not lines:
            return
        before = (self.value, self.cursor_position)
        if len(lines) == 1:
            self.replace(lines[0], *self.selection)
            return
        stripped = tuple(part.strip() for part in lines)
        self.replace(" ".join(stripped), *self.selection)
        self.post_message(self.MultiLinePasted(self, stripped, before, self.value))

    def watch_selection(self, selection: Selection) -> None:
        # Textual moves the terminal's cursor for every field, also one without the focus.
        owner = self if self.has_focus else self.app.focused
        if isinstance(owner, FaithfulInput):
            owner.place_cursor()

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_x(old_value, new_value)
        self.place_cursor()

    def place_cursor(self) -> None:
        """Puts the terminal's own cursor on the caret, where input methods open their window."""
        if self.has_focus and self.app.cursor_position != self.cursor_screen_offset:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()  # the cursor moves when something is drawn


def one_line(text: str) -> str:
    """`text` cleaned into one line; blanks at its ends stay, as more may be typed after them."""
    return clean_line(f"|{text}|")[1:-1]


def _kept_ends(text: str) -> str:
    """`text` cleaned into lines, with the blanks at its ends."""
    return clean_block(f"|{text}|")[1:-1]


def _may_be_typed(character: str) -> bool:
    """Whether a key's character is text: all that prints, and spaces and joiners that do not."""
    if character.isprintable():
        return True
    return unicodedata.category(character) in ("Zs", "Cf") and one_line(character) == character


class Completion(Struct, frozen=True):
    """One way to complete the text before the caret."""

    text: str
    """Takes the place of the text from `start` to the caret."""
    label: str = ""
    """What it stands for (`South Africa` for `zaf`); the text itself if empty."""
    start: int = 0
    """Index in the line at which the completed text begins."""

    def applied(self, value: str, caret: int) -> tuple[str, int]:
        """The line with the completion in place, and the caret behind it."""
        return value[: self.start] + self.text + value[caret:], self.start + len(self.text)

    def ghost(self, value: str, caret: int) -> str:
        """What is shown in grey after the caret: the rest of the word, else what it stands for."""
        typed = value[self.start : caret]
        if typed and self.text.casefold().startswith(typed.casefold()):
            return self.text[len(typed) :]
        return f"  {self.label or self.text}"


Complete = Callable[[str, int], Sequence[Completion]]
"""(line, caret) -> completions, the best first; asked at each change, so it must be quick."""


class History:
    """Lines entered before, for going back; the line being written is the newest of them."""

    def __init__(self, most: int = 200) -> None:
        self._entered: list[str] = []
        self._most = most
        self._back = 0
        self._unsent = ""

    def remember(self, text: str) -> None:
        """Adds a line that was entered and goes back to the newest."""
        if text and (not self._entered or self._entered[-1] != text):
            self._entered.append(text)
            del self._entered[: -self._most]
        self.stop()

    def stop(self) -> None:
        """Ends going back; whatever stands in the line now is the line being written."""
        self._back, self._unsent = 0, ""

    @property
    def is_back(self) -> bool:
        """Whether an earlier line is shown now."""
        return self._back > 0

    def earlier(self, current: str) -> str | None:
        """The line before the one shown; None at the oldest. `current` is kept for coming back."""
        if self._back == len(self._entered):
            return None
        if not self._back:
            self._unsent = current
        self._back += 1
        return self._entered[-self._back]

    def later(self) -> str | None:
        """The line after the one shown, at last the one being written; None when there already."""
        if not self._back:
            return None
        self._back -= 1
        return self._entered[-self._back] if self._back else self._unsent


class TypedLine(FaithfulInput):
    """A field with completion and history.

    Enter posts `Entered` and keeps the text until it is sent off, accepted or refused. Tab or Right
    takes the completion shown in grey, Tab again the next; Escape drops what is offered.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
        Binding("tab", "complete(1)", show=False),
        Binding("shift+tab", "complete(-1)", show=False),
        Binding("escape", "leave_completion", show=False),
    ]

    def __init__(
        self,
        *,
        placeholder: str = "",
        complete: Complete | None = None,
        yields_arrows: bool = False,
        id: str | None = None,
    ) -> None:
        """`yields_arrows`: while the line is empty, Up and Down are left to the screen."""
        super().__init__(placeholder=placeholder, id=id)
        self.complete = complete
        self.yields_arrows = yields_arrows
        self.history = History()
        self._offered: tuple[Completion, ...] = ()
        self._offered_for = ("", -1)
        self._choice: _Choice | None = None
        self._from_history: str | None = None
        self._awaiting: str | None = None

    class Entered(Message):
        """Enter on a line that is not blank; `value` is cleaned. Answer `accept` or `refuse`."""

        def __init__(self, typed_line: TypedLine, value: str) -> None:
            super().__init__()
            self.typed_line = typed_line
            self.value = value

    class Suggested(Message):
        """The completions for what is typed now, the best first; empty when there are none."""

        def __init__(self, typed_line: TypedLine, completions: tuple[Completion, ...]) -> None:
            super().__init__()
            self.typed_line = typed_line
            self.completions = completions

    @property
    def draft(self) -> str:
        """What is typed and not entered, to be saved as it stands."""
        return self.value

    def put(self, text: str, caret: int | None = None) -> None:
        """Shows this text, as one clean line, with the caret at its end or at index `caret`."""
        super().put(text, caret)
        self._offer()

    def send_off(self) -> str:
        """The entered line, taken out of the field; what was typed since stays."""
        entered = self.value if self._awaiting is None else self._awaiting
        self._awaiting = None
        self.put(self.value.removeprefix(entered))
        return entered

    def accept(self, sent: str | None = None) -> None:
        """The entered line, or one `sent` off before, had its effect: it goes to the history."""
        self.history.remember(clean_line(self.send_off() if sent is None else sent))

    def wait_no_more(self) -> None:
        """The entered line was answered in another way than by being accepted or refused."""
        self._awaiting = None

    def refuse_late(self, sent: str) -> None:
        """A line that was sent off is refused, and more was typed since: Up brings it back."""
        self.history.remember(clean_line(sent))

    def refuse(self, finished: str | None = None, sent: str | None = None) -> None:
        """The entered line, or one `sent` off from a field that is empty since, had no effect.

        It stands there to be put right, the caret at its end.
        `finished` takes its place if nothing was typed since: the same line with what it lacks
        begun. Nothing is offered before somebody types, so that why it was refused stays in view.
        """
        awaited, self._awaiting = self._awaiting, None
        text = self.value if sent is None else sent
        if finished is not None and text in (awaited, sent):
            text = finished
        self._choice, self._suggestion = None, ""
        self._offered, self._offered_for = (), (text, len(text))
        FaithfulInput.put(self, text)

    def replace(self, text: str, start: int, end: int) -> None:
        super().replace(text, start, end)
        self._offer()

    def on_focus(self, event: events.Focus) -> None:
        self._offered_for = ("", -1)
        self.call_later(self._offer)

    async def action_submit(self) -> None:
        """Enter; a line already entered and not yet answered is not entered a second time."""
        value = clean_line(self.value)
        if not value:
            raise SkipAction
        if self._awaiting == self.value:
            return
        self._awaiting = self.value
        self.post_message(self.Entered(self, value))

    def action_earlier(self) -> None:
        """Up: the line entered before."""
        if self.yields_arrows and not self.value:
            raise SkipAction
        self._show_history(self.history.earlier(self.value))

    def action_later(self) -> None:
        """Down: the line entered after, at last the one being written."""
        if self.yields_arrows and not self.value and not self.history.is_back:
            raise SkipAction
        self._show_history(self.history.later())

    def action_complete(self, step: int) -> None:
        """Tab: the first completion; again, the next one. On an empty line Tab leaves the line."""
        if self._choice is None and self._offered:
            self._choice = _Choice(self._offered, self.value, self.cursor_position)
        elif self._choice is not None:
            self._choice.at = (self._choice.at + step) % len(self._choice.offered)
        elif not self.value:
            raise SkipAction
        else:
            return  # letters typed on would be taken for keys if the focus went elsewhere now
        value, caret = self._choice.result
        self._choice.value = value
        self.value, self.cursor_position = value, caret

    def action_cursor_right(self, select: bool = False) -> None:
        """Right; at the end of the line it takes the completion."""
        if self._suggestion and self.cursor_at_end and not select:
            self.action_complete(1)
        else:
            super().action_cursor_right(select)

    def action_leave_completion(self) -> None:
        """Escape: drops what is offered, never what is typed."""
        if not self._offered:
            raise SkipAction
        self._suggestion = ""
        self._tell(())

    def watch_value(self, value: str) -> None:
        if value != self._from_history:
            self.history.stop()
        if self._choice is not None and self._choice.value != value:
            self._choice = None
        self.call_later(self._offer)

    def watch_selection(self, selection: Selection) -> None:
        super().watch_selection(selection)
        if self._offered_for[0] == self.value:  # else the text changed and asks by itself
            self._offer()

    def _show_history(self, text: str | None) -> None:
        if text is not None:
            self._from_history = text
            self.put(text)

    def _offer(self) -> None:
        """Asks for completions of what stands before the caret, once for each text and caret."""
        asked_for = (self.value, self.cursor_position)
        if asked_for == self._offered_for or self._choice is not None:
            return
        self._offered_for = asked_for
        offered: tuple[Completion, ...] = ()
        if self.complete is not None and self.value and self.selection.is_empty:
            offered = tuple(self.complete(*asked_for))
        ghost = offered[0].ghost(*asked_for) if offered and self.cursor_at_end else ""
        self._suggestion = self.value + ghost if ghost else ""
        self._tell(offered)

    def _tell(self, offered: tuple[Completion, ...]) -> None:
        if offered != self._offered:
            self._offered = offered
            self.post_message(self.Suggested(self, offered))


class _Choice(Struct):
    """Completions being gone through with Tab, from the text they were offered for."""

    offered: tuple[Completion, ...]
    typed: str
    caret: int
    at: int = 0
    value: str = ""
    """The line as the present choice left it."""

    @property
    def result(self) -> tuple[str, int]:
        return self.offered[self.at].applied(self.typed, self.caret)
