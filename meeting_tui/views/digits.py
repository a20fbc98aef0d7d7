"""Digits large enough to be read across a table, drawn by us.

One table of 3 x 5 dots gives two sizes: three rows high with two dots to a cell, and five rows high
with two cells to a dot.
"""

from __future__ import annotations

from typing import Literal

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
