"""The points of one intervention as lines, the newest at the bottom, none of their text cut."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.meeting.notes import is_bare, point_text
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.records import Point
from meeting_tui.text import cells
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line
from meeting_tui.views.wrapped import wrap

_TIME_CELLS = 8
_MOST_AUTHOR_CELLS = 6
_GAP = Piece("  ")


def point_lines(look: Look, points: Sequence[Point], width: int) -> list[Line]:
    """All points in `width` cells: time, tags, marks and text, author."""
    return [each for rows in _rows(look, points, width, 0, None) for each in rows]


def numbered_rows(
    look: Look, points: Sequence[Point], width: int, chosen: str | None = None
) -> list[list[Line]]:
    """The lines of each point, its number before them; a cursor stands at the `chosen` one."""
    return _rows(look, points, width, max((cells(each.id) for each in points), default=0), chosen)


def _rows(
    look: Look, points: Sequence[Point], width: int, id_cells: int, chosen: str | None
) -> list[list[Line]]:
    tag_cells = _tag_cells(points, 14 if width >= 90 else 8)
    author_cells = min(max((cells(p.author) for p in points), default=0), _MOST_AUTHOR_CELLS)
    clocks = [look.clock(each.at, seconds=True) for each in points]
    time_cells = max([_TIME_CELLS, *map(cells, clocks)])
    # One cell stays free on either side, so that no line touches the edge.
    text_cells = width - 2 - (id_cells + 1 if id_cells else 0) - time_cells - 4 - tag_cells
    text_cells -= author_cells + 2 if author_cells else 0
    shown: list[list[Line]] = []
    for point in points:
        rows: list[Line] = []
        shown.append(rows)
        is_chosen = point.id == chosen
        texts = wrap(_text(look, point), text_cells)
        tags = wrap(line(Piece(_tags(point), "accent strong")), tag_cells)
        for n in range(max(len(texts), len(tags))):
            time = look.clock(point.at, seconds=True) if n == 0 else ""
            sign = Piece("▸" if is_chosen and n == 0 else " ", "accent strong")
            number = Piece(point.id if n == 0 else "", "accent strong" if is_chosen else "muted")
            row = [
                sign,
                *(fit_line(line(number), id_cells, align="right") if id_cells else ()),
                *((Piece(" "),) if id_cells else ()),
                *fit_line(line(Piece(time, "muted")), time_cells),
                _GAP,
                *fit_line(tags[n] if n < len(tags) else (), tag_cells),
                _GAP,
                *fit_line(texts[n] if n < len(texts) else (), text_cells),
            ]
            if n == 0 and author_cells:
                author = line(Piece(point.author, "muted"))
                row += [_GAP, *fit_line(author, author_cells)]
            rows.append(tuple(row))
    return shown


def in_view(look: Look, lines: list[Line], height: int, scrolled: int) -> list[Line]:
    """`height` of the lines, `scrolled` lines above the newest; told is what is above and below."""
    if not lines:
        key = "notes.no_points_then" if look.is_replay else "notes.no_points"
        hint = line(Piece(f" {look.say(key)}", "muted"))
        return [*[()] * max(height - 1, 0), hint]
    scrolled = min(scrolled, most_scrolled(len(lines), height))
    end = len(lines) - scrolled
    begin = max(end - height, 0)
    shown: list[Line] = [*[()] * max(height - len(lines), 0), *lines[begin:end]]
    if begin and height > 2:
        shown[0] = _told(look, "earlier_lines", begin + 1)
    if scrolled and height > 2:
        shown[-1] = _told(look, "later_lines", scrolled + 1)
    return shown


def most_scrolled(count: int, height: int) -> int:
    """How far `count` lines can be scrolled up in `height` rows."""
    return max(count - height, 0)


def _told(look: Look, key: str, count: int) -> Line:
    return line(Piece(f" {look.say(f'notes.{key}', count=count)}", "muted"))


def _tag_cells(points: Sequence[Point], most: int) -> int:
    longest = max((cells(_tags(point)) for point in points), default=0)
    return min(max(longest, 2), most)


def _tags(point: Point) -> str:
    """What the point is on, but for topics, whose ids are too long for a column."""
    return " ".join((*point.questions, *point.proposals))


def _text(look: Look, point: Point) -> Line:
    """Its id as a proposal, topics and marks, text, and what there is to mind about it."""
    # Of a position without words of its own its sentence says all.
    stance = "none" if is_bare(point) and point.text else point.stance
    defaults = ((point.kind, "statement"), (stance, "none"))
    marks = [*point.topics]
    marks += [look.say(f"notes.mark_{mark}") for mark, default in defaults if mark != default]
    parts: list[Piece] = []
    if point.audience != "report":
        told = look.say(f"notes.mark_{point.audience}")
        parts += [Piece(told, "over strong"), Piece(" ")]
    if point.proposal and point.kind == PROPOSAL:
        parts += [Piece(point.proposal, "accent strong"), Piece(" ")]
    if marks:
        said = look.say("notes.comma").join(marks) + look.say("notes.colon")
        parts.append(Piece(said, "accent"))
    # A replay comes to points whose text was purged since.
    text = point_text(point, look.language)
    parts.append(Piece(text) if text else Piece(look.say("corrections.nothing_left"), "muted"))
    if point.not_asked:
        told = look.say("notes.not_asked_mark", questions=" ".join(point.not_asked))
        parts += [Piece(" "), Piece(told, "nearly")]
    if point.corrected:
        parts += [Piece(" "), Piece(look.say("notes.corrected"), "muted")]
    return tuple(parts)
