"""The clock of whoever speaks: what is left, in large digits, as a bar and in a word.

As large as the place it is given. One row: everything in a line. Two: and a bar. Four: digits three
rows high and a bar. Six, if wide enough: digits five rows high and a bar.

The digits are drawn by us. One table of 3 x 5 dots gives two sizes: three rows high with two dots
to a cell, and five rows high with two cells to a dot.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from meeting_tui.meeting.spans import NOISE, clock_text, format_remaining, format_used
from meeting_tui.views.pieces import Line, Piece, line, line_cells, sides
from meeting_tui.words import say

LAST_SECONDS = 10.0
"""For so long at the end the clock is looked at four times a second, so the bar moves evenly."""
Size = Literal[3, 5]
"""How many rows high."""

_DOTS = {
    "0": ("###", "#.#", "#.#", "#.#", "###"),
    "1": (".#.", "##.", ".#.", ".#.", "###"),
    "2": ("###", "..#", "###", "#..", "###"),
    "3": ("###", "..#", ".##", "..#", "###"),
    "4": ("#.#", "#.#", "###", "..#", "..#"),
    "5": ("###", "#..", "###", "..#", "###"),
    "6": ("###", "#..", "###", "#.#", "###"),
    "7": ("###", "..#", "..#", "..#", "..#"),
    "8": ("###", "#.#", "###", "#.#", "###"),
    "9": ("###", "#.#", "###", "..#", "###"),
    ":": (".", "#", ".", "#", "."),
    "+": ("...", ".#.", "###", ".#.", "..."),
    "-": ("...", "...", "###", "...", "..."),
    " ": (".", ".", ".", ".", "."),
}

_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}


def big_text(text: str, rows: Size) -> tuple[str, ...]:
    """`text` of digits, `:`, `+`, `-` and spaces as lines of equal width, `rows` of them.

    Raises KeyError for any other character.
    """
    glyphs = [_DOTS[sign] for sign in text]
    gap = "." if rows == 3 else ".."
    dots = ["".join(_wide(glyph[y], rows) + gap for glyph in glyphs)[: -len(gap)] for y in range(5)]
    if rows == 5:
        return tuple(line.replace("#", "█").replace(".", " ") for line in dots)
    dots.append("." * len(dots[0]))
    return tuple(
        "".join(_HALVES[above + below] for above, below in zip(dots[y], dots[y + 1], strict=True))
        for y in (0, 2, 4)
    )


def _wide(dots: str, rows: Size) -> str:
    return dots if rows == 3 else "".join(dot * 2 for dot in dots)


class ClockFace(Struct, frozen=True):
    """What the clock shows at one moment; all times in seconds."""

    used_seconds: float
    limit_seconds: float | None
    """None: no limit, the clock counts up and has no bar."""
    word: str
    """The state in a word: colour alone never says it."""
    role: str
    """The role of `theme.Palette` for digits and bar: on_time, nearly, over or paused."""
    paused: bool = False
    pace: float = 1.0
    """Seconds of meeting time in a second of real time; above 1 in a rehearsal."""

    @property
    def remaining_seconds(self) -> float | None:
        """Below zero once the time is over; None without a limit."""
        return None if self.limit_seconds is None else self.limit_seconds - self.used_seconds

    @property
    def text(self) -> str:
        """The digits: what is left, or `+` what is over; without a limit what is used."""
        left = self.remaining_seconds
        return format_used(self.used_seconds) if left is None else format_remaining(left)


def clock_lines(face: ClockFace | None, width: int, height: int, language: str) -> Sequence[Line]:
    """The clock in `width` x `height` cells."""
    if face is None:
        return [line(Piece(say("widget.nobody_speaks", language), "muted"))]
    if height <= 1:
        return [_in_one_line(face, width, language)]
    bar = _bar_line(face, width)
    if height <= 3:
        return [_in_one_line(face, width, language, bar_too=False), bar]
    rows: Size = 5 if height >= 6 else 3
    digits = big_text(face.text, rows)
    if rows == 5 and len(digits[0]) + 20 > width:
        rows, digits = 3, big_text(face.text, 3)
    beside = _beside(face, language, rows)
    block = [
        line(Piece(dots, face.role), "   ", *note)
        for dots, note in zip(digits, beside, strict=True)
    ]
    return [*block, bar]


def bar_text(used: float, limit: float, width: int) -> tuple[str, str, str]:
    """The bar's (used, rest, over) parts, together `width` cells.

    Past the limit the whole bar shrinks to make room for what is over, in another pattern.
    """
    if width <= 0 or limit <= 0:
        return "", "", ""
    if used <= limit:
        done = min(int(width * used / limit + 1e-9), width)
        return "█" * done, "░" * (width - done), ""
    done = min(max(int(width * limit / used), 1), width - 1)
    return "█" * done, "", "▓" * (width - done)


def _bar_line(face: ClockFace, width: int) -> Line:
    if face.limit_seconds is None:
        return ()
    used, rest, over = bar_text(face.used_seconds, face.limit_seconds, width)
    return line(Piece(used, face.role), Piece(rest, "track"), Piece(over, "over"))


def _unit(face: ClockFace, language: str) -> str:
    """What the digits count: left, over or used."""
    if face.limit_seconds is None:
        return say("widget.used", language)
    return say("widget.over" if face.text.startswith("+") else "widget.left", language)


def _used_of(face: ClockFace, language: str) -> Line:
    """`2:14 of 3:00`; nothing without a limit, as the digits say it already."""
    if face.limit_seconds is None:
        return ()
    used, limit = format_used(face.used_seconds), clock_text(round(face.limit_seconds))
    return line(Piece(say("widget.used_of", language, used=used, limit=limit), "muted"))


def _in_one_line(face: ClockFace, width: int, language: str, bar_too: bool = True) -> Line:
    used = _used_of(face, language)
    word = Piece(face.word, f"{face.role} strong")
    digits = Piece(face.text, f"{face.role} strong")
    start = line(digits, f" {_unit(face, language)}   ", *used)
    text = line(*start, *(["   "] if used else []), word)
    if line_cells(text) > width:
        text = line(digits, f" {_unit(face, language)}  ", *used, *(["  "] if used else []), word)
    room = width - line_cells(text) - 3
    if not bar_too or room < 8:
        return text
    return sides(text, _bar_line(face, min(room, 40)), width)


def _beside(face: ClockFace, language: str, rows: Size) -> list[Line]:
    """The lines to the right of the digits, one a row."""
    unit = line(_unit(face, language))
    word = line(Piece(face.word, f"{face.role} strong"))
    notes = [word, unit, _used_of(face, language)]
    return notes if rows == 3 else [word, (), unit, (), _used_of(face, language)]


def until_text_changes(used: float, limit: float | None) -> float:
    """Seconds of speaking time until either text says something else; 0 < result <= 1."""
    to_next_used = 1.0 - used % 1.0
    if limit is None:
        return to_next_used
    left = (limit - used) % 1.0
    return min(to_next_used, left if left > NOISE else 1.0)


def until_next_look(face: ClockFace | None) -> float:
    """Real seconds until what the clock shows changes; 1 where it stands still.

    A little late rather than a little early, which would cost a second look. In a rehearsal the
    seconds fly; ten looks a second are enough to see that.
    """
    if face is None or face.paused:
        return 1.0
    change = until_text_changes(face.used_seconds, face.limit_seconds)
    left = face.remaining_seconds
    if left is not None and 0 < left <= LAST_SECONDS:
        change = min(change, 0.25)
    return max(change / face.pace, 0.1 if face.pace > 1 else 0.0) + 0.002
