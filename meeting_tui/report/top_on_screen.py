"""The lines above a report: whom it names, what is missing, which part is in view.

The first word on the screen says whether delegations are named, with its meaning beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.report.choice import Choice
from meeting_tui.report.on_screen import Laid, Part
from meeting_tui.views.columns import Row
from meeting_tui.views.look import Look
from meeting_tui.views.missing import Lack, summary
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line, line, line_cells, sides

_NAMING_ROLES = {"named": "over", "counted": "on_time", "anonymous": "on_time"}
"""Names must not be exported unnoticed."""
LEVELS = 2
"""Parts down to this level are listed."""


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
