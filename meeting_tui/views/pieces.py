"""A line of the screen as plain values: pieces of text, each with a role, before any colour.

Views make lines without a terminal and are tested so; only the screen's `paint` turns roles into
styles. As pieces are never parsed, text of people cannot become markup, and `fit_line` is the last
border where what could steer a terminal is taken out.

Text is broken into lines by its width in cells: English between words, Chinese between characters
but not before closing punctuation; a word longer than the line between characters as they are seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from meeting_tui.patterns import late_pattern
from meeting_tui.text import cells, display, fit, graphemes

Align = Literal["left", "right", "centre"]


class Piece(NamedTuple):
    """Text in one role (see `theme.Palette`); several roles are separated by spaces."""

    text: str
    role: str = ""


Line = tuple[Piece, ...]
"""One line of the screen, left to right."""

EMPTY: Line = ()


def line(*parts: Piece | str) -> Line:
    """A line of these parts; a bare string has no role."""
    return tuple(Piece(part) if isinstance(part, str) else part for part in parts)


def plain(of: Iterable[Piece]) -> str:
    """The text of a line without its roles."""
    return "".join(piece.text for piece in of)


def line_cells(of: Iterable[Piece]) -> int:
    """How many terminal cells the line takes once made safe."""
    return sum([_shown(piece.text)[1] for piece in of])


@lru_cache(maxsize=4096)
def _shown(text: str) -> tuple[str, int]:
    """The text safe to write, and its cells; at its ends is nothing that changes its neighbours'.

    The same texts come again and again, as a screen is painted whenever anything happens.
    """
    safe = display(text).rstrip("\u200d").lstrip("\u200d\ufe0f")
    return safe, cells(safe)


def fit_line(of: Line, width: int, align: Align = "left") -> Line:
    """The line exactly `width` cells wide and safe to write: cut with an ellipsis, or padded.

    `align` is left, right or centre. A wide character is never cut in two.
    """
    if width <= 0:
        return EMPTY
    measured = [(*_shown(piece.text), piece.role) for piece in of if piece.text]
    shown = [Piece(text, role) for text, _, role in measured]
    spare = width - sum([size for _, size, _ in measured])
    if spare < 0:
        return _cut_line(shown, width)
    if spare == 0:
        return tuple(shown)
    before = {"left": 0, "right": spare, "centre": spare // 2}[align]
    after = spare - before
    if before:
        shown.insert(0, Piece(" " * before))
    if after:
        shown.append(Piece(" " * after))
    return tuple(shown)


def _cut_line(shown: list[Piece], width: int) -> Line:
    """The beginning of the line in `width` cells, ending in an ellipsis."""
    kept: list[Piece] = []
    left = width
    for index, piece in enumerate(shown):
        size = cells(piece.text)
        rest_is_empty = not any(cells(later.text) for later in shown[index + 1 :])
        if size < left or (size == left and rest_is_empty):
            kept.append(piece)
            left -= size
            continue
        # Something follows that has no room, so the ellipsis must come within this piece.
        text = piece.text if size > left else piece.text + " "
        kept.append(Piece(fit(text, left), piece.role))
        break
    return tuple(kept)


def sides(left: Line, right: Line, width: int, gap: int = 2) -> Line:
    """`left` at the left edge and `right` at the right edge; `left` is cut when both do not fit."""
    right_size = line_cells(right)
    if right_size + gap >= width:
        return fit_line(left, width)
    return (*fit_line(left, width - right_size - gap), Piece(" " * gap), *right)


_NOT_FIRST = frozenset("，。、；：！？）」』》〉】〕”’…—·％,.;:!?)]}%")
_NOT_LAST = " ,;:，；：、"
_SPACES = " \u3000"
_RUNS = late_pattern(" +|[^ ]+")
_MOST_UNUSED = 4
"""A line shortened behind a word leaves so many cells of its room at most; else a word is cut."""


def wrap(of: Line, width: int) -> list[Line]:
    """The line as lines of at most `width` cells (at least 2); an empty one is one empty line."""
    return [*_wrapped(of, max(width, 2))]


@lru_cache(maxsize=512)
def _wrapped(of: Line, width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    current: list[Piece] = []
    used = 0
    gap: Piece | None = None
    for unit in _units(of):
        if unit.text[0] in _SPACES:
            gap = unit if current else None
            continue
        size = cells(unit.text) + (cells(gap.text) if gap else 0)
        if current and used + size > width:
            lines.append(_joined(current))
            current, used, gap = [], 0, None
        if gap:
            current.append(gap)
            used, gap = used + cells(gap.text), None
        for part in _parts(unit.text, width):
            if current and used + cells(part) > width:
                lines.append(_joined(current))
                current, used = [], 0
            current.append(Piece(part, unit.role))
            used += cells(part)
    return (*lines, _joined(current)) if current or not lines else tuple(lines)


def wrap_indented(of: Line, width: int) -> list[Line]:
    """The line as lines that each begin one cell in, in the role of its beginning."""
    role = of[0].role if of else ""
    return [(Piece(" ", role), *each) for each in wrap(of, width - 1)]


def wrap_whole(first: Line, parts: Sequence[Line], width: int) -> list[Line]:
    """Parts behind `first`, two cells from each other; none is broken that has room in a line."""
    lines, indent = [first], Piece(" " * line_cells(first))
    is_begun = False
    for part in parts:
        gap = (Piece("  "),) if is_begun else ()
        if is_begun and line_cells((*lines[-1], *gap, *part)) > width:
            lines.append((indent,))
            gap = ()
        lines[-1] = (*lines[-1], *gap, *part)
        is_begun = True
    return [
        each for one in lines for each in (wrap(one, width) if line_cells(one) > width else [one])
    ]


def fit_words(of: Line, width: int) -> Line:
    """The line in at most `width` cells, shortened behind a word where that leaves few unused."""
    if line_cells(of) <= width:
        return of
    text = plain(of)
    indent = len(text) - len(text.lstrip(" "))
    first = wrap(of, width - indent - 1)[0]
    if width - 1 - indent - line_cells(first) > _MOST_UNUSED:
        return fit_line(of, width)
    *before, last = first
    shortened = Piece(f"{last.text.rstrip(_NOT_LAST)}…", last.role)
    return (*([Piece(" " * indent)] if indent else []), *before, shortened)


def sides_by_word(left: Line, right: Line, width: int, gap: int = 2) -> Line:
    """As `sides`, but `left` is shortened behind a word where both do not fit."""
    return sides(fit_words(left, max(width - line_cells(right) - gap, 1)), right, width, gap)


def _units(of: Line) -> Iterator[Piece]:
    """What is not broken: words, runs of spaces, wide characters with what follows them."""
    for piece in of:
        if piece.text.isascii() and piece.text.isprintable():
            yield from [Piece(run, piece.role) for run in _RUNS.findall(piece.text)]
            continue
        unit = ""
        for sign in graphemes(display(piece.text)):
            if unit and _may_break(unit, sign):
                yield Piece(unit, piece.role)
                unit = ""
            unit += sign
        if unit:
            yield Piece(unit, piece.role)


def _may_break(unit: str, sign: str) -> bool:
    spaces = unit[0] in _SPACES, sign in _SPACES
    if any(spaces):
        return not all(spaces)
    if sign in _NOT_FIRST:
        return False
    return cells(sign) > 1 or cells(unit[-1]) > 1


def _parts(word: str, width: int) -> Iterator[str]:
    """A word in parts that each fit into a line."""
    if cells(word) <= width:
        yield word
        return
    part = ""
    for sign in graphemes(word):
        if part and cells(part + sign) > width:
            yield part
            part = ""
        part += sign
    yield part


def _joined(pieces: list[Piece]) -> Line:
    """Neighbours in the same role as one piece."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and joined[-1].role == piece.role:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.role)
        else:
            joined.append(piece)
    return tuple(joined)


def hanging(first: Line, text: str, width: int, role: str = "", indent: int = 0) -> list[Line]:
    """`text` behind `first`; further lines are indented by `indent` cells (0: as wide as `first`).

    If the beginning leaves less than a third of the width, it has a line of its own.
    """
    taken = line_cells(first)
    lines: list[Line] = []
    rest = display(text).strip()
    if width - taken < max(width // 3, 2):
        indent = min(indent or 2, width // 3)
        lines += wrap(first, width)
    else:
        head = wrap((Piece(rest, role),), width - taken)[0]
        rest = rest[len(plain(head)) :].lstrip()
        lines.append((*first, *head))
        indent = indent or taken
    if rest:
        blank = Piece(" " * indent)
        lines += [(blank, *each) for each in wrap((Piece(rest, role),), width - indent)]
    return lines
