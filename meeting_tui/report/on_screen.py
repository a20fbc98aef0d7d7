"""A report as lines for the screen: the same blocks as in Word or Markdown, and the lines above.

The layout is made in the thread that makes the draft; an unchanged block is not wrapped again. The
first word on the screen says whether delegations are named, with its meaning beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.meeting.counting import GROUP_MEMBERS
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Notice,
    Paragraph,
    Table,
)
from meeting_tui.text import cells
from meeting_tui.views.columns import Row
from meeting_tui.views.look import Choice, Look
from meeting_tui.views.missing import Lack, summary
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line, line, line_cells, sides, wrap

WIDEST = 100
"""Longer lines are hard to read."""
NUMBER_CELLS = 5
_ROLES = {"strong": "strong", "emphasis": "italic", "muted": "muted"}
_HEADS = {1: "heading", 2: "strong", 3: "strong", 4: "italic"}
GAP = 2
LEAST = 3
"""No column is narrower, whatever it costs the others."""
DOCUMENTS = ("report", "annex")
"""The Chair's report as it is issued, and the secretariat's annex with everything else."""
_NAMING_ROLES = {"named": "over", "counted": "on_time", "anonymous": "on_time"}
"""Names must not be exported unnoticed."""
LEVELS = 2
"""Parts down to this level are listed."""


class Part(Struct, frozen=True):
    """A part of the report that one may jump to."""

    key: str
    """The same in another language and with other names, if the part has a place."""
    level: int
    title: str
    line: int
    """Where its heading is."""


class Laid(Struct, frozen=True):
    """A whole report in lines of at most `width` cells."""

    width: int
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]

    def part_at(self, line: int) -> int:
        """The index of the part that contains the line."""
        starts = [each.line for each in self.parts]
        return max(0, sum(start <= line for start in starts) - 1)

    def same_place(self, other: Laid, line: int) -> int:
        """The line of `other` that shows what `line` shows here: as far into the same part."""
        if not self.parts or not other.parts:
            return 0
        at = self.part_at(line)
        here = self.parts[at]
        keys = [each.key for each in other.parts]
        to = keys.index(here.key) if here.key in keys else min(at, len(keys) - 1)
        ends = [each.line for each in other.parts[to + 1 :]] or [len(other.lines)]
        start = other.parts[to].line
        return min(start + max(line - here.line, 0), max(ends[0] - 1, start))


class Layout:
    """Lays out one report after another, and keeps what it wrapped last time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Block, int, int], tuple[Line, ...]] = {}

    def lay_out(self, document: Document, width: int) -> Laid:
        """The document in `width` cells; lines are never longer than `WIDEST`."""
        width = max(min(width, WIDEST), 20)
        kept: dict[tuple[Block, int, int], tuple[Line, ...]] = {}
        lines: list[Line] = [*_title(document, width)]
        parts = [Part("top", 1, document.title, 0)]
        number = 0
        for before, block in pairwise((None, *document.blocks)):
            assert block is not None
            numbered = isinstance(block, Paragraph) and block.numbered
            number += numbered
            if _stands_apart(before, block):
                lines.append(EMPTY)
            if isinstance(block, Heading):
                key = block.place or f"{len(parts)}"
                parts.append(Part(key, block.level, block.text, len(lines)))
            asked = (block, number if numbered else 0, width)
            drawn = self._kept.get(asked) or tuple(_block(block, number, width))
            kept[asked] = drawn
            lines += drawn
        self._kept = kept
        lines += [EMPTY, *wrap((Piece(document.foot, "muted"),), width)]
        return Laid(width, tuple(lines), tuple(parts))


def _title(document: Document, width: int) -> Iterator[Line]:
    yield from wrap((Piece(document.title, "heading"),), width)
    yield from wrap((Piece(document.subtitle, "strong"),), width)
    yield from wrap((Piece(document.head, "muted"),), width)


def _stands_apart(before: Block | None, block: Block) -> bool:
    """Whether there is a blank line between the block and the one before it."""
    if isinstance(block, Notice) and isinstance(before, Notice):
        return False
    is_listed = isinstance(block, Bullets) and isinstance(before, Paragraph)
    return not is_listed and not isinstance(before, Heading)


def _block(block: Block, number: int, width: int) -> Iterable[Line]:
    match block:
        case Heading():
            return wrap((Piece(block.text, _HEADS.get(block.level, "italic")),), width)
        case Paragraph():
            mark = f"{number}." if block.numbered else ""
            return _hung(Piece(mark.ljust(NUMBER_CELLS), "muted"), _pieces(block.runs), width)
        case Bullets():
            mark = " " * NUMBER_CELLS + "• "
            return [
                each
                for runs in block.lines
                for each in _hung(Piece(mark, "muted"), _pieces(runs), width)
            ]
        case Table():
            return table_lines(block, width)
        case Notice():
            return _hung(Piece("! ", "nearly"), (Piece(block.text, "nearly"),), width)


def _pieces(runs: Inline) -> Line:
    return tuple(Piece(each.text, _ROLES.get(each.style, "")) for each in runs)


def _hung(mark: Piece, text: Line, width: int) -> Iterator[Line]:
    """The text behind its mark; its further lines are indented as far."""
    indent = line_cells((mark,))
    blank = Piece(" " * indent)
    for place, each in enumerate(wrap(text, width - indent)):
        yield (blank if place else mark, *each)


def table_lines(table: Table, width: int) -> list[Line]:
    """Head row, a rule and the rows, in at most `width` cells unless the columns are too many."""
    widths = column_widths(table, width)
    head = tuple(each.heading for each in table.columns)
    lines = _row(table, head, widths, "muted")
    lines.append((Piece("─" * (sum(widths) + GAP * (len(widths) - 1)), "track"),))
    for row in table.rows:
        lines += _row(table, row, widths, "")
    return lines


def column_widths(table: Table, width: int) -> list[int]:
    """What each column needs, with its heading in several lines; the widest give way to the others.

    So times and figures stay whole, and texts are wrapped.
    """
    wanted = [
        max(cells(text) for text in (*column.heading.split(), *(row[place] for row in table.rows)))
        for place, column in enumerate(table.columns)
    ]
    room = width - GAP * (len(wanted) - 1)
    while sum(wanted) > room:
        places = [place for place, each in enumerate(wanted) if each > LEAST]
        if not places:
            break
        wanted[max(places, key=lambda place: wanted[place])] -= 1
    return wanted


def _row(table: Table, row: Sequence[str], widths: Sequence[int], role: str) -> list[Line]:
    """One row; as many lines as its longest cell needs."""
    wrapped = [wrap((Piece(text, role),), width) for text, width in zip(row, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(len(each) for each in wrapped)):
        parts: list[Piece] = []
        for column, width, text in zip(table.columns, widths, wrapped, strict=True):
            if parts:
                parts.append(Piece(" " * GAP))
            shown: Line = text[number] if number < len(text) else ()
            parts += fit_line(shown, width, "right" if column.is_figure else "left")
        lines.append(tuple(parts))
    return lines


def with_next_members(choice: Choice) -> Choice:
    """The same, with the next members of groups counted; after the last the first."""
    at = GROUP_MEMBERS.index(choice.members)
    return replace(choice, members=GROUP_MEMBERS[(at + 1) % len(GROUP_MEMBERS)])


def with_next_document(choice: Choice) -> Choice:
    """The same, with the other document shown."""
    at = DOCUMENTS.index(choice.document)
    return replace(choice, document=DOCUMENTS[(at + 1) % len(DOCUMENTS)])


class Shown(Struct, frozen=True):
    """The report that is shown."""

    laid: Laid
    width: int
    """The width it was made for."""
    lacks: tuple[Lack, ...]
    as_of: str
    """Time of the newest act in it, as people read it."""
    entries: int
    """How many entries of the log are in it."""
    is_final: bool
    """As it says itself: declared final, and no room left for the Chair to fill."""
    choice: Choice


def heading_lines(
    look: Look, choice: Choice, shown: Shown | None, is_current: bool, width: int
) -> list[Line]:
    """Whom the report names, what that means, and what is missing."""
    say = look.say
    word = say(f"preview.naming_{choice.naming}")
    role = _NAMING_ROLES[choice.naming]
    state = say("preview.final" if shown and shown.is_final else "preview.draft")
    when = say("preview.as_of", time=shown.as_of) if shown else ""
    if not is_current:
        when = f"{when}  {say('preview.making' if shown else 'preview.first')}".strip()
    means = say(f"preview.means_{choice.naming}")
    left = line(
        Piece(f" {word} ", f"{role} strong reverse"),
        Piece(f" {say(f'preview.language_{choice.language}')}", "accent strong"),
        Piece(f"  {say(f'preview.document_{choice.document}', state=state)}", "strong"),
        Piece(f"  {say(f'preview.members_{choice.members}')}", "muted"),
    )
    missing = summary(shown.lacks, look.language) if shown else EMPTY
    return [
        sides((Piece(" "), *left), (Piece(f"{when} ", "muted"),), width),
        fit_line((Piece(" "), Piece(means, role)), width),
        fit_line((Piece(" "), *missing), width),
    ]


def strip_line(look: Look, parts: Sequence[Part], at: int, width: int) -> Line:
    """The part in view between the one before and the one after, on a narrow screen."""
    listed = listed_parts(parts)
    if not listed:
        return EMPTY
    place = max((n for n, (number, _) in enumerate(listed) if number <= at), default=0)
    told = look.say("preview.part_of", number=place + 1, count=len(listed))
    before = f"‹ {listed[place - 1][1].title}  " if place else ""
    after = f"{listed[place + 1][1].title}" if place + 1 < len(listed) else ""
    right: Line = (Piece(f" {told} ", "muted"),)
    left = line(
        *fit_line((Piece(before, "muted"),), min(line_cells((Piece(before),)), width // 4)),
        Piece("▌", "accent"),
        Piece(listed[place][1].title, "accent strong"),
        Piece(f"  › {after}" if after else "", "muted"),
    )
    return sides((Piece(" "), *left), right, width, gap=0)


def listed_parts(parts: Sequence[Part]) -> list[tuple[int, Part]]:
    """The parts one may jump to, each with its place among all."""
    return [(number, each) for number, each in enumerate(parts) if each.level <= LEVELS]


def part_rows(parts: Sequence[Part]) -> list[Row[Line]]:
    """The list of parts; a part's own parts are indented below it."""
    return [
        Row(
            f"part {number}",
            (Piece("  " if each.level > 1 else ""), Piece(each.title, _look(each))),
        )
        for number, each in listed_parts(parts)
    ]


def _look(part: Part) -> str:
    return "strong" if part.level == 1 else "muted"
