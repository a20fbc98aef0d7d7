"""The Chair's slip as lines of the screen: three big numbers, then few words.

It always fits the height it is given: first the air between the parts goes, then the parts that
matter least are cut to one line, and last they are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.text import cells as text_cells
from meeting_tui.views.clock import Size, big_text
from meeting_tui.views.floor import agenda_lines, face
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import (
    EMPTY,
    Line,
    Piece,
    fit_line,
    fit_words,
    line,
    line_cells,
    plain,
    wrap,
)
from meeting_tui.views.slip import Figure, Slip, make_slip
from meeting_tui.words import say

LARGE_FROM = (110, 22)
"""Columns and rows from which digits are five rows high."""
LABEL_GAP, GAP, ROOMY = 2, 3, 30
"""Cells behind a label, and between what two numbers mean where these have so many."""

WIDE_NAMES = 50
"""Cells for names from which what is told behind them may take a second line."""


class Part(Struct, frozen=True):
    """Some lines that belong together."""

    lines: tuple[Line, ...]
    keep: int
    """The part with the lowest is shortened first; 9 is never, 1 and 2 may be left out."""


def screen_lines(look: Look, width: int, height: int) -> list[Line]:
    """The slip in `width` x `height` cells."""
    slip, room = make_slip(look), max(width - 2, 2)
    rows: Size = 5 if width >= LARGE_FROM[0] and height >= LARGE_FROM[1] else 3
    above = [
        Part(_topic(slip, look.language, room), 0),
        Part(tuple(_now(slip, room, look.language)), 9),
        Part(tuple(_numbers(slip, look, room, rows)), 9),
    ]
    if look.state.phase == "planned":
        agenda = agenda_lines(look, room, height - sum(len(part.lines) + 1 for part in above))
        return [
            (Piece(" "), *each) for each in _fit([*above, Part(tuple(agenda), 8)], room, height)
        ]
    parts: list[Part] = []
    for is_airy, rows_of_title in ((True, 2), (True, 1), (False, 2), (False, 1)):
        above[0] = Part(_topic(slip, look.language, room, rows_of_title), 0)
        parts = [*above, *_words(slip, look.language, room, is_airy=is_airy)]
        if sum(len(part.lines) + 1 for part in parts) <= height:
            break
    return [(Piece(" "), *each) for each in _fit(parts, room, height)]


def _topic(slip: Slip, language: str, width: int, rows: int = 1) -> tuple[Line, ...]:
    """What is under discussion in so many lines, who presides, and the quorum."""
    topic = line(Piece(slip.topic, "muted"))
    title = wrap(topic, width)
    whole = title if len(title) <= rows else [fit_words(topic, width)]
    others = (
        line(Piece(_presiding(slip, language), "nearly strong")),
        line(Piece(_quorum(slip, language), "muted")),
    )
    told = (*whole, *(fit_words(each, width) for each in others))
    return tuple(fit_line(each, width) for each in told if line_cells(each))


def _presiding(slip: Slip, language: str) -> str:
    label = say("room.row_presides", language)
    return f"{label}  {slip.presides}" if slip.presides else ""


def _quorum(slip: Slip, language: str) -> str:
    label = say("room.row_quorum", language)
    return f"{label}  {slip.quorum}" if slip.quorum else ""


def _fit(parts: Sequence[Part], width: int, height: int) -> list[Line]:
    """The parts with a line of air between them where there is room; never more than `height`."""
    shown = [list(part.lines) for part in parts]
    for most, least in ((0, 0), (2, 1), (2, 0), (8, 1)):
        for n in sorted(range(len(parts)), key=lambda n: parts[n].keep):
            spare = sum(map(len, shown)) - height
            if spare > 0 and parts[n].keep <= most and len(shown[n]) > least:
                shown[n] = _cut(shown[n], max(len(shown[n]) - spare, least), width)
    filled = [lines for lines in shown if lines]
    spare = height - sum(map(len, filled))
    lines: list[Line] = []
    for n, each in enumerate(filled):
        if n and spare > 0:
            lines.append(EMPTY)
            spare -= 1
        lines += each
    return lines[:height]


def _cut(lines: Sequence[Line], count: int, width: int) -> list[Line]:
    """The first lines, the last of them saying that something follows."""
    if count == 0:
        return []
    return [*lines[: count - 1], fit_line((*lines[count - 1], Piece(" …")), width)]


def _now(slip: Slip, width: int, language: str) -> list[Line]:
    """Who has the floor, as plain to see as letters can be, and in what capacity."""
    name = slip.now.upper() if language == "en" else slip.now
    role = "over strong reverse" if slip.is_order else "accent strong reverse"
    shown = Piece(f" {name} ", role)
    in_one = line(shown, f"  {slip.now_more}")
    if line_cells(in_one) <= width:
        return [in_one]
    return [line(*fit_line((shown,), width)), fit_line((Piece(slip.now_more),), width)]


def _numbers(slip: Slip, look: Look, width: int, rows: Size) -> list[Line]:
    """Up to three big numbers beside one another, each with its label and its meaning."""
    shown = face(look)
    speaker_role = shown.role if shown else ""
    figures = [
        (figure, role)
        for figure, role in (
            (slip.speaker, speaker_role),
            (slip.item, "over" if slip.item and slip.item.is_late else ""),
            (slip.sitting, "over" if slip.sitting and slip.sitting.is_late else ""),
        )
        if figure is not None
    ]
    if not figures:
        return []
    column = width // len(figures)
    blocks = [_block(figure, role, column, rows) for figure, role in figures]
    lines: list[Line] = [sum(across, ()) for across in zip(*blocks, strict=True)]
    return lines if plain(lines[-1]).strip() else lines[:-1]


def _block(figure: Figure, role: str, width: int, rows: Size) -> list[Line]:
    digits = big_text(figure.digits, rows)
    strong = f"{role} strong".strip()
    block = [
        line(Piece(figure.label, "heading")),
        *(line(Piece(dots, strong)) for dots in digits),
        *(line(Piece(each, strong if role else "")) for each in _meaning(figure, width)),
    ]
    return [(*fit_line(each, width - 1), Piece(" ")) for each in block]


def _meaning(figure: Figure, width: int) -> list[str]:
    """What the digits mean, in two lines at most, so that all blocks are equally high."""
    room = width - (GAP if width >= ROOMY else 2)
    lines = wrap((Piece(figure.word),), room)
    if figure.brief and len(lines) > 2:
        lines = wrap((Piece(figure.brief),), room)
    told = ["".join(piece.text for piece in each) for each in lines]
    if len(told) == 2 and not told[0].endswith(","):
        before, comma, after = f"{told[0]} {told[1]}".rpartition(", ")
        if comma and text_cells(after) <= room and text_cells(before) < room:
            return [f"{before},", after]  # a number stands beside its unit
    return [told[0], " ".join(told[1:])]


def _words(slip: Slip, language: str, width: int, *, is_airy: bool) -> list[Part]:
    """Everything that is said in words, the label of each before it."""
    keys = [key for key in ("unheard", "questions") if getattr(slip, key)]
    labels = [say(f"slip.row_{key}", language) for key in ("next", "order", "reply", *keys)]
    room = max(text_cells(each) for each in labels) + LABEL_GAP
    names = _names(slip, language, width - room)
    spread = [each for name in names for each in (name, EMPTY)][:-1] if is_airy else names
    none = line(Piece(say("slip.none", language), "muted"))
    orders = [line(Piece(slip.orders, "over strong"))] if slip.orders else [none]
    replies = [line(Piece(slip.replies, "nearly strong"))] if slip.replies else [none]
    lanes = [
        *_labelled(labels[1], orders, room, width),
        *_labelled(labels[2], replies, room, width),
    ]
    if not is_airy:
        lanes = _in_one_line(labels, orders[0], replies[0], width) or lanes
    parts = [Part(tuple(_labelled(labels[0], spread, room, width)), 8), Part(tuple(lanes), 9)]
    if slip.sentence:
        parts.append(Part(tuple(wrap((Piece(slip.sentence, "nearly strong"),), width)), 7))
    for keep, (key, label) in enumerate(zip(keys, labels[3:], strict=True), 1):
        told = wrap((Piece(getattr(slip, key)),), width - room)
        parts.append(Part(tuple(_labelled(label, told, room, width)), keep))
    return parts


def _names(slip: Slip, language: str, width: int) -> list[Line]:
    """Who comes next, the names standing out; behind the last how many more."""
    names = [
        _name_line(name, capacity, short, width)
        for (name, capacity), short in zip(slip.next, slip.next_short, strict=True)
    ] or [line(Piece(say("slip.nobody_waits", language), "muted"))]
    more = slip.more if width >= WIDE_NAMES else slip.more_short
    behind = say("slip.comma", language).join(each for each in (more, slip.fit) if each)
    if not behind:
        return names
    role = "" if slip.all_fit else "nearly strong"
    last = line(*names[-1], "   ", Piece(behind, role))
    if line_cells(last) <= width:
        return [*names[:-1], last]
    last = line(Piece(behind, role))
    return [*names, *(wrap(last, width) if width >= WIDE_NAMES else [last])]


def _name_line(name: str, capacity: str, short: str, width: int) -> Line:
    """A name and in what capacity, in few words where all of them have no room."""
    whole = line(Piece(name, "strong"), Piece(f"  {capacity}", "muted"))
    return whole if line_cells(whole) <= width else (whole[0], Piece(f"  {short}", "muted"))


def _labelled(label: str, lines: Sequence[Line], room: int, width: int) -> list[Line]:
    """A label with lines behind it, each cut to the width."""
    heads = [Piece(label, "heading"), *[Piece("")] * (len(lines) - 1)]
    return [
        (*fit_line((head,), room), *_at_most(each, width - room))
        for head, each in zip(heads, lines, strict=True)
    ]


def _at_most(of: Line, width: int) -> Line:
    return fit_line(of, width) if line_cells(of) > width else of


def _in_one_line(
    labels: Sequence[str], orders: Line, replies: Line, width: int
) -> list[Line] | None:
    """Both lanes beside one another; None where they are too wide."""
    order, reply = (Piece(f"{each}  ", "heading") for each in labels[1:3])
    told = line(order, *orders, "    ", reply, *replies)
    return [told] if line_cells(told) <= width else None
