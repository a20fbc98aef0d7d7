"""The line that answers: what was done, why something was not, what to mind; never in the way.

It is one line high, and higher for as long as it says something longer, so that all of it is read.

A refusal takes no key and no focus, so whoever types can go on. What it says comes as plain text
with a sign and a word before it, since colour alone tells some people nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from textual.timer import Timer

from meeting_tui.ui.textual_inside import lay_out_before_painting
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
    sides_by_word,
    wrap,
)
from meeting_tui.words import say

GAP = Piece(" ")
LEAST_ROWS, PART_OF_SCREEN = 2, 4
"""A message takes a quarter of the screen at most, and so much wherever it stands."""
GAP_CELLS = 2
"""Between what is told and what stands at the right."""
STEP = 8
"""Cells by which a refusal is shortened until the answer behind it has room."""

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

    def __init__(self, *, language: str = "en", id: str | None = None) -> None:
        super().__init__(id=id)
        self.language = language
        self._left: Line = EMPTY
        self._right: Line = EMPTY
        self._idle: Line = EMPTY
        self._ends: Timer | None = None
        self._rows = 1
        self._is_whole = True
        """Whether it takes the lines it needs; what is shown while somebody types takes one."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        shown = self._left or self._idle
        if height < 2 or not shown:
            return [*[EMPTY] * (height - 1), sides(shown, self._right, width)]
        wrapped = wrap(shown, width)
        rows, rest = wrapped[: height - 1], wrapped[height - 1 :]
        rows += [EMPTY] * (height - 1 - len(rows))
        more = tuple(piece for each in rest for piece in (*each, GAP))
        return [*rows, sides_by_word(more, self._right, width)]

    def show(self, text: str, kind: Kind = "info", *, seconds: float | None = None) -> None:
        """Shows a message in as many lines as it needs; for good or for `seconds`."""
        self._show(message(text, kind, self.language), seconds, is_whole=True)

    def show_after(self, refused: str, text: str, *, seconds: float | None = None) -> None:
        """Shows an answer behind a refusal nobody has read yet: of that what there is room for."""
        answer = f" › {text}"
        room = self._most_rows * self.content_size.width
        while room > 1 and self._rows_of(self._joined(refused, answer, room)) > self._most_rows:
            room -= STEP
        self._show(self._joined(refused, answer, room), seconds, is_whole=True)

    def _joined(self, refused: str, answer: str, room: int) -> Line:
        """A refusal in `room` cells at most, with the answer behind it."""
        kept = plain(fit_words(line(refused), max(room, 1)))
        return message(f"{kept}{answer}", "refusal", self.language)

    def show_line(self, left: Line, *, seconds: float | None = None) -> None:
        """Shows a line made elsewhere, such as the completions for what is typed."""
        self._show(left, seconds, is_whole=not left)

    def _show(self, left: Line, seconds: float | None, *, is_whole: bool) -> None:
        if self._ends is not None:
            self._ends.stop()
        self._ends = None if seconds is None else self.set_timer(seconds, self.clear)
        self._left, self._is_whole = left, is_whole
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

    @property
    def _most_rows(self) -> int:
        return max(LEAST_ROWS, self.app.size.height // PART_OF_SCREEN)

    def _rows_of(self, shown: Line) -> int:
        """Lines that all of it needs, the last with room for what stands at the right."""
        width, right = self.content_size.width, line_cells(self._right)
        if not right + GAP_CELLS < width < line_cells(shown) + right + GAP_CELLS:
            return 1
        wrapped = wrap(shown, width)
        return len(wrapped) + (line_cells(wrapped[-1]) + right + GAP_CELLS > width)

    def _take_room(self) -> None:
        """Be as high as what is shown, or one line high."""
        needed = self._rows_of(self._left or self._idle) if self._is_whole else 1
        rows = min(needed, self._most_rows)
        if self._rows != rows:
            self._rows = rows
            self.styles.height = rows
            lay_out_before_painting(self.screen)

    def on_resize(self) -> None:
        self._take_room()
        self.redraw()

    def show_right(self, right: Line) -> None:
        """Shows this at the right edge; it gives way when the window is too narrow for both."""
        if right != self._right:
            self._right = right
            self._take_room()
            self.redraw()

    def show_idle(self, text: str) -> None:
        """Shows this whenever there is nothing else to say; an empty text for nothing."""
        idle = message(text, "info", self.language) if text else EMPTY
        if idle != self._idle:
            self._idle = idle
            self._take_room()
            self.redraw()

    def clear(self) -> None:
        """Takes the message away; what stands at the right stays."""
        self.show_line(EMPTY)
