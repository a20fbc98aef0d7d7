"""How wide columns and how high rows are: as their content needs, a Chinese sign twice a letter."""

from __future__ import annotations

import math
from collections.abc import Iterable

from meeting_tui.report.tables.model import Head
from meeting_tui.text import cells

NARROWEST, NARROWEST_WITH_MORE = 6, 13
"""The second where a question stands above the heading."""
WIDEST, WIDEST_PROSE = 44, 64
LINE = 15.0
"""Height of a line in points."""
_HIGHEST = 400.0
"""Excel takes no row higher than 409 points."""
_SHORT = 12
_ARROW, _MARGIN = 3, 1
"""Letters that the filter's arrow hides; space beside a cell's content."""


def column_width(head: Head, heading: str, shown: Iterable[str]) -> int:
    """The width of a column in letters, for what its cells show; longer ones are set in lines."""
    longest = max((_longest_line(text) for text in shown), default=0)
    narrowest = NARROWEST_WITH_MORE if head.above else NARROWEST
    widest = WIDEST_PROSE if head.is_prose else WIDEST
    return max(narrowest, _head_width(heading), min(longest + _MARGIN, widest))


def _longest_line(text: str) -> int:
    return max(map(cells, text.split("\n"))) if "\n" in text else cells(text)


def _head_width(heading: str) -> int:
    """A heading is set in two lines, but no word of it is broken, nor a short one in Chinese."""
    whole = cells(heading)
    if whole <= _SHORT and " " not in heading:
        return whole + _ARROW
    longest_word = max((cells(word) for word in heading.split() if word.isascii()), default=0)
    return max(math.ceil(whole / 2), longest_word) + _ARROW


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of that width."""
    if "\n" not in text and len(text) * 2 < width:
        return 1
    room = width - _MARGIN
    return sum(max(1, math.ceil(cells(line) / room)) for line in text.split("\n"))


def row_height(number_of_lines: int) -> float:
    """The height of a row in points."""
    return min(LINE * number_of_lines, _HIGHEST)
