"""One line that answers: what was done, why something was not, what to mind; never in the way.

A refusal takes no key and no focus, so whoever types can go on. What it says comes as plain text
with a sign and a word before it, since colour alone tells some people nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.timer import Timer

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import (
    EMPTY,
    Line,
    Piece,
    fit_words,
    line,
    line_cells,
    plain,
    sides,
    wrap,
)
from meeting_tui.words import say

GAP = Piece(" ")
LOST_IN_WRAPPING = 12
"""Cells at the end of a line for which the next word may be too long."""

Kind = Literal["info", "refusal", "warning", "saved", "ask", "saving"]

_SIGNS: dict[Kind, tuple[str, str | None, str]] = {
    "info": ("›", None, "accent"),
    "refusal": ("✗", "widget.not_done", "over"),
    "warning": ("▲", "widget.attention", "nearly"),
    "saved": ("✓", "widget.saved", "on_time"),
    "ask": ("?", None, "accent strong"),
    "saving": ("…", None, "muted"),
}


def message(text: str, kind: Kind, language: str = "en") -> Line:
    """The line for a message: sign, word, text."""
    sign, key, role = _SIGNS[kind]
    word = "" if key is None else say(key, language)
    lead = f"{sign} {word}" if word else sign
    return (Piece(lead, role), Piece(f" {text}", role if kind == "saving" else ""))


class MessageLine(Painted):
    """The latest message at the left; at the right what always stands there (`on disk 11:42`)."""

    def __init__(
        self, *, language: str = "en", id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.language = language
        self._left: Line = EMPTY
        self._right: Line = EMPTY
        self._idle: Line = EMPTY
        self._ends: Timer | None = None
        self._has_two_lines = False

    def lines(self, width: int, height: int) -> Sequence[Line]:
        if height < 2:
            return [sides(self._left or self._idle, self._right, width)]
        first, *rest = wrap(self._left, width)
        more = tuple(piece for each in rest for piece in (*each, GAP))
        return [first, sides(more, self._right, width)]

    def show(self, text: str, kind: Kind = "info", *, seconds: float | None = None) -> None:
        """Shows a message, in two lines if one is too short for it; for good or for `seconds`."""
        self.show_line(message(text, kind, self.language), seconds=seconds)
        self._take_room()

    def show_after(self, refused: str, text: str, *, seconds: float | None = None) -> None:
        """Shows an answer behind a refusal nobody has read yet: of that what there is room for."""
        answer = f" › {text}"
        taken = line_cells(self._right) + line_cells(message(answer, "refusal", self.language))
        room = 2 * self.content_size.width - taken - LOST_IN_WRAPPING
        kept = plain(fit_words(line(refused), max(room, 1)))
        self.show(f"{kept}{answer}", "refusal", seconds=seconds)

    def show_line(self, left: Line, *, seconds: float | None = None) -> None:
        """Shows a line made elsewhere, such as the completions for what is typed."""
        if self._ends is not None:
            self._ends.stop()
        self._ends = None if seconds is None else self.set_timer(seconds, self.clear)
        self._left = left
        if self._has_two_lines:
            self._take_room()
        self.redraw()

    def reword(self, asked: str, now: str) -> None:
        """Shows what is asked in other words, for as long as before; nothing for an empty text."""
        if self._left == message(asked, "ask", self.language):
            if not now:
                self.clear()
                return
            self._left = message(now, "ask", self.language)
            self._take_room()
            self.redraw()

    def _take_room(self) -> None:
        """Two lines for a message that one would cut, one for all others."""
        room = self.content_size.width - line_cells(self._right) - 2
        self._has_two_lines = 0 < room < line_cells(self._left)
        self.styles.height = 2 if self._has_two_lines else 1

    def show_right(self, right: Line) -> None:
        """Shows this at the right edge; it gives way when the window is too narrow for both."""
        self._right = right
        self.redraw()

    def show_idle(self, text: str) -> None:
        """Shows this whenever there is nothing else to say; an empty text for nothing."""
        idle = message(text, "info", self.language) if text else EMPTY
        if idle != self._idle:
            self._idle = idle
            self.redraw()

    def clear(self) -> None:
        """Takes the message away; what stands at the right stays."""
        self.show_line(EMPTY)
