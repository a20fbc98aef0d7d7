"""How wide columns are: as their content needs, a Chinese sign twice a letter, within reason."""

from __future__ import annotations

import math
from collections.abc import Iterable

from meeting_tui.text import cells

NARROWEST, WIDEST, WIDEST_PROSE = 6, 36, 64
_ARROW = 3
"""Letters that the filter's arrow hides."""
_MARGIN = 1


def column_width(heading: str, shown: Iterable[str], *, is_prose: bool) -> int:
    """The width of a column in letters, for what its cells show; longer ones are set in lines."""
    longest = max((cells(line) for text in shown for line in text.split("\n")), default=0)
    widest = WIDEST_PROSE if is_prose else WIDEST
    return max(NARROWEST, _head_width(heading), min(longest + _MARGIN, widest))


def _head_width(heading: str) -> int:
    """A heading is set in two lines, but no word of it is broken."""
    whole = cells(heading)
    longest_word = max((cells(word) for word in heading.split() if word.isascii()), default=0)
    return max(math.ceil(whole / 2), longest_word) + _ARROW
