"""What one delegation said on an item, point by point, to be read and not changed."""

from __future__ import annotations

from meeting_tui.meeting.notes import is_bare, point_text
from meeting_tui.meeting.questions import Coverage, points_about
from meeting_tui.meeting.records import Intervention, Point
from meeting_tui.views.coverage import counted, row_key
from meeting_tui.views.durations import format_used
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line
from meeting_tui.views.wrapped import wrap

INDENT = 11


def point_lines(look: Look, item: str, key: str | None, width: int) -> list[Line]:
    """The interventions of one row of the coverage of `item` with their points, in order."""
    lines: list[Line] = []
    found = counted(look, item)
    for each in _interventions(look, item, found, key):
        lines += wrap(_heading(look, item, each), width)
        points = points_about(look.state, each, item, found.questions)
        for point in points:
            lines += _point_lines(look, point, width)
        if not points:
            lines += hanging(line("  "), look.say("more.no_points"), width, "muted")
    return lines


def _interventions(look: Look, item: str, found: Coverage, key: str | None) -> list[Intervention]:
    """Theirs on the item, and those elsewhere that answered one of its questions."""
    state = look.state
    row = next((each for each in found.rows if row_key(each) == key), None)
    if row is None:
        return []
    theirs = []
    for each in state.interventions.values():
        asked = state.asked_by(each)
        if (asked.delegation, asked.group) != (row.delegation, row.group):
            continue
        if each.is_on(item) or points_about(state, each, item, found.questions):
            theirs.append(each)
    return theirs


def _heading(look: Look, item: str, said: Intervention) -> Line:
    used = said.used_seconds(said.yielded_at or look.now)
    told = look.say(
        "more.intervention",
        time=look.clock(said.given_at),
        number=said.number,
        length=format_used(round(used) if said.yielded_at else used),
    )
    parts = [Piece(told, "heading")]
    if not said.is_on(item):
        place = said.segment or said.item
        parts.append(Piece(f"  {look.say('more.under', place=place)}", "muted"))
    elif said.segment:
        parts.append(Piece(f"  {said.segment}", "muted"))
    return tuple(parts)


def _point_lines(look: Look, point: Point, width: int) -> list[Line]:
    """The questions first, then kind, stance and audience if they say anything, then the text."""
    questions = " ".join(point.questions) or "–"
    first = [Piece(f"  {questions:<{INDENT - 3}} ", "accent strong")]
    # Of a position without words of its own its sentence says all.
    stance = "none" if is_bare(point) and point.text else point.stance
    for word, usual in ((point.kind, "statement"), (stance, "none")):
        if word != usual:
            first.append(Piece(f"{look.say(f'more.point_{word}')}  ", "paused"))
    if point.audience != "report":
        told = look.say(f"more.point_{point.audience}")
        first.append(Piece(f"[{told}]  ", "nearly strong"))
    # A replay comes to points whose text was purged since.
    text = point_text(point, look.language) or look.say("corrections.nothing_left")
    return hanging(tuple(first), text, width, indent=INDENT)
