"""A field that keeps every letter it is given and shows the terminal where its caret is.

Textual's own field drops invisible letters that Chinese, Persian and French need, keeps one line of
a pasted text and places the terminal's cursor beside the caret, where input methods then open.
"""

from __future__ import annotations

import unicodedata

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from meeting_tui.text import clean_block, clean_line


class FaithfulInput(Input):
    """A one-line field. Several pasted lines are joined with spaces, and their lines offered."""

    DEFAULT_CSS = """
    FaithfulInput {
        border: none;
        height: 1;
        padding: 0;
        background: $surface;
        &:focus { border: none; background-tint: $foreground 5%; }
        &>.input--suggestion { color: $text-muted; }
    }
    """

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
