"""How wide the columns of a table are: by their shares, but none so narrow that it breaks a word.

Word and LibreOffice cut a word in two where its column is too narrow for it; what a word takes is
reckoned from the widths of letters in Times, with something to spare for other faces.
"""

from __future__ import annotations

import re

from meeting_tui.report.blocks import Table

CELL_MARGIN = 100
"""On both sides of a cell, in twentieths of a point."""
SIZES = (18, 17, 16, 15, 14, 13)
"""Sizes a table may be set in, in half points; the first is that of the cells' style."""

_BREAKS = re.compile(r"[\s\u2010-\u2014-]+|(?<=[\u2e80-\u9fff\uff00-\uffef])(?=.)")
_CHINESE_FROM = "\u2e80"
_WIDEST = {
    **dict.fromkeys("ijlt/\\|'.,:;!()[]frI ", 0.33),
    **dict.fromkeys("mwMW@%&—", 0.92),
    **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ+=<>", 0.70),
}
_OTHER = 0.5
_SPARE = 1.12
_LONGEST = 24


def column_widths(table: Table, width: int) -> tuple[tuple[int, ...], int]:
    """Each column's width in twentieths of a point, and the size in half points they fit at.

    Together they are exactly `width`. Where even the smallest size breaks words, the columns stand
    in the proportion of their longest words.
    """
    longest = [_longest(column) for column in _columns(table)]
    needed: list[int] = []
    for size in SIZES:
        needed = [int(word * size * 10) + 2 * CELL_MARGIN + 20 for word in longest]
        if sum(needed) <= width:
            shares = [max(1, column.share) for column in table.columns]
            return _shared(needed, shares, width), size
    return _exactly([need * width / sum(needed) for need in needed], width), SIZES[-1]


def _shared(needed: list[int], shares: list[int], width: int) -> tuple[int, ...]:
    """Widths by share; a column that would be too narrow gets what it needs, the others less."""
    fixed: dict[int, int] = {}
    while True:
        free = [number for number in range(len(needed)) if number not in fixed]
        unit = (width - sum(fixed.values())) / max(1, sum(shares[number] for number in free))
        narrow = [number for number in free if unit * shares[number] < needed[number]]
        if not narrow:
            break
        fixed |= {number: needed[number] for number in narrow}
    return _exactly([fixed.get(number, unit * share) for number, share in enumerate(shares)], width)


def _exactly(widths: list[float], width: int) -> tuple[int, ...]:
    whole = [int(each) for each in widths]
    whole[whole.index(max(whole))] += width - sum(whole)
    return tuple(whole)


def _columns(table: Table) -> list[list[str]]:
    """The texts of each column, its heading first."""
    return [
        [column.heading, *(row[number] for row in table.rows)]
        for number, column in enumerate(table.columns)
    ]


def _longest(texts: list[str]) -> float:
    """The widest word, in sizes of the letters; one that no column could hold may be broken."""
    words = {word for text in set(texts) for word in _BREAKS.split(text) if word}
    # The widest is among those of most letters.
    likely = sorted(words, key=len, reverse=True)[:_LONGEST]
    return min(max((_size(word) for word in likely), default=1.0), _LONGEST * _OTHER)


def _size(word: str) -> float:
    if word >= _CHINESE_FROM and len(word) == 1:
        return 2.0  # two characters a line at least, so that no punctuation stands alone
    return _SPARE * _letters(word)


def _letters(text: str) -> float:
    return sum(_WIDEST.get(letter, 1.0 if letter >= _CHINESE_FROM else _OTHER) for letter in text)


def text_width(text: str, half_points: int) -> int:
    """About how wide a line of text is, in twentieths of a point."""
    return int(_letters(text) * half_points * 10)
