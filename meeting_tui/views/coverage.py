"""Coverage as lines: delegations by questions, the feet that tell what is missing, the questions.

Everything is counted in `meeting.questions`; here it only gets its place. What one delegation said
on an item is there point by point, to be read and not changed.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from msgspec import Struct

from meeting_tui.delegations.model import PODIUM
from meeting_tui.meeting.counting import members_counted
from meeting_tui.meeting.facts import Intervention, Point
from meeting_tui.meeting.heard import unheard
from meeting_tui.meeting.notes import is_bare, point_text
from meeting_tui.meeting.questions import Coverage, CoverageRow, coverage, points_about
from meeting_tui.meeting.spans import format_used, whole_seconds
from meeting_tui.meeting.speaking_time import speaking_time
from meeting_tui.text import cells as text_cells
from meeting_tui.views.columns import Cell, Column, Placed, Row, lay_out, row_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import (
    Line,
    Piece,
    fit_line,
    hanging,
    line,
    line_cells,
    sides_by_word,
    wrap,
)

NONE, NOT_ASKED, PODIUM_MARK = "·", "×", "°"
USUAL_ITEM = "4"
"""Shown while no item was opened yet: the one that has a sitting of its own."""


class CoverageLine(Struct, frozen=True):
    """What one row of the table shows."""

    name: str
    mark: str
    """`(27+7)`, `(CARICOM)`, ` ?`, `[2]` or `°` behind the name; never cut."""
    ids: tuple[str, ...]
    """The questions in their columns."""
    points: tuple[int, ...]
    kept: tuple[int, ...]
    """Points that are not for the report, and so not counted."""
    asked: tuple[bool, ...]
    total: int


def items_shown(look: Look) -> tuple[str, ...]:
    """The items one can choose: those that ask questions, and those that were taken up."""
    state = look.state
    ask = {each.item for each in state.agenda.questions}
    return tuple(
        item.id
        for item in state.agenda.items
        if item.id in ask or state.items[item.id].phase != "planned"
    )


def item_at_first(look: Look) -> str | None:
    """The open item, else the last one that was, else item 4, else the first there is."""
    state, shown = look.state, items_shown(look)
    for item in (state.item, state.last_item, USUAL_ITEM):
        if item in shown:
            return item
    return shown[0] if shown else None


def counted(look: Look, item: str) -> Coverage:
    """The coverage of one item as it stands."""
    members = members_counted(look.state, look.directory.members, look.group_members)
    return coverage(look.state, item, members=members)


def row_key(row: CoverageRow) -> str:
    """Names a row: a delegation that spoke for itself and for a group has two."""
    return f"{row.delegation} {row.group or ''}"


def coverage_rows(look: Look, found: Coverage) -> list[Row[CoverageLine]]:
    """One row a delegation, in the order of the first intervention."""
    ids = tuple(each.id for each in found.questions)
    heard = _heard_on(found)
    return [
        Row(
            row_key(each),
            CoverageLine(
                shown_name(look, each),
                _mark(look, each) + _apart(each, heard),
                ids,
                each.points,
                each.kept,
                each.asked,
                each.total,
            ),
        )
        for each in found.rows
    ]


def shown_name(look: Look, row: CoverageRow) -> str:
    """The delegation's name as it is in the reader's language, or as it was typed."""
    return look.name(row.delegation) if row.known else row.name


def _mark(look: Look, row: CoverageRow) -> str:
    """Who is behind it as on the Floor: all members of the group, whichever are counted."""
    if not row.is_identified:
        return " ?"
    members = look.directory.members(row.group) if row.group else ()
    aligned = [each for each in row.aligned if each not in members]
    behind = str(len(members)) if members else ""
    if aligned:
        behind = f"{len(members)}+{len(aligned)}"
    group = row.group if row.group and row.group != row.delegation else ""
    name = look.directory.short_group_name(group, look.language)
    parts = [part for part in (name, behind) if part]
    return f" ({' '.join(parts)})" if parts else ""


def _heard_on(found: Coverage) -> frozenset[str]:
    """The delegations that spoke on the item itself, the podium too."""
    return frozenset(each.delegation for each in found.rows if not each.elsewhere)


def _apart(row: CoverageRow, heard: Container[str]) -> str:
    """Why the heading does not count it as heard: the items on which it spoke, or the podium."""
    if row.kind in PODIUM:
        return f" {PODIUM_MARK}"
    return "" if row.delegation in heard else f" [{', '.join(row.elsewhere)}]"


def _columns(ids: tuple[str, ...]) -> tuple[Column, ...]:
    questions = (Column(each, max(3, len(each)), priority=5, align="right") for each in ids)
    name = Column("name", 16, weight=1, priority=10, most=44)
    return (name, *questions, Column("total", 7, priority=9, align="right"))


def _placed(ids: tuple[str, ...], width: int) -> tuple[Placed, ...]:
    return lay_out(_columns(ids), width)


def draw_coverage(row: Row[CoverageLine], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    cells: dict[str, Cell] = {
        question: _cell(points, kept, asked)
        for question, points, kept, asked in zip(
            content.ids, content.points, content.kept, content.asked, strict=True
        )
    }
    room = _placed(content.ids, width)[0].width
    mark = Piece(content.mark, "accent")
    name = Piece(content.name)
    spare = room - line_cells((mark,))
    fitted = (name,) if line_cells((name,)) <= spare else fit_line((name,), max(spare, 1))
    cells["name"] = (*fitted, mark)
    cells["total"] = Piece(str(content.total), "strong" if content.total else "muted")
    return row_line(_columns(content.ids), cells, width)


def _cell(points: int, kept: int, asked: bool) -> Piece:
    if kept and not points:
        return Piece(f"({kept})", "muted")
    if not asked:
        return Piece(f"{points}{NOT_ASKED}" if points else NOT_ASKED, "muted")
    return Piece(str(points), "on_time strong") if points else Piece(NONE, "muted")


def header_line(look: Look, item: str | None, width: int) -> Line:
    """Which item it is, how it stands, and how many there are to choose from."""
    shown = items_shown(look)
    planned = look.state.agenda.item(item) if item else None
    if planned is None or item not in shown:
        return line(Piece(f" {look.say('more.no_questions')}", "muted"))
    phase = look.state.items[planned.id].phase
    which = look.say("more.which_item", place=shown.index(planned.id) + 1, count=len(shown))
    left = line(
        Piece(f" {look.say('more.title_coverage', item=planned.id)}", "heading"),
        Piece(f"  {planned.title.say(look.language)}", "strong"),
    )
    role = "accent strong" if phase == "open" else "muted"
    right = line(Piece(look.say(f"more.phase_{phase}"), role), Piece(f"  {which} ", "accent"))
    return sides_by_word(left, right, width)


def heading_line(look: Look, found: Coverage, width: int) -> Line:
    """The words above the columns; says how many questions have no room."""
    ids = tuple(each.id for each in found.questions)
    placed = {each.column.key for each in _placed(ids, width)}
    # The same count as on Speaking time: without the podium, and of this item alone.
    heard = speaking_time(look.state, look.now, look.directory, item=found.item).floor
    spoke = {each.delegation for each in found.rows if each.kind not in PODIUM}
    elsewhere = len(spoke - _heard_on(found))
    key = "more.heard_elsewhere" if elsewhere else "more.heard"
    told = look.say(key, count=heard.delegations, elsewhere=elsewhere)
    cells: dict[str, Cell] = {
        question: Piece(question, "accent" if count else "nearly strong")
        for question, count in zip(ids, found.answered, strict=True)
    }
    dropped = sum(each not in placed for each in ids)
    total = look.say("more.total")
    if dropped:
        total = look.say("more.more_columns", count=dropped)
    return row_line(
        _columns(ids),
        {**cells, "name": Piece(told, "muted"), "total": Piece(total, "muted")},
        width,
    )


def feet(look: Look, item: str, found: Coverage, width: int) -> list[Line]:
    """What is always in view: how many answered, States behind them, and what is missing."""
    lines: list[Line] = []
    ids = tuple(each.id for each in found.questions)
    if ids:
        used = sum(each.width + 1 for each in _placed(ids, width)) - 1
        lines.append(line(Piece("─" * used, "track")))
        members = look.say(f"more.members_{look.group_members}")
        lines += [
            _foot(look.say("more.answered_by"), ids, found.answered, width),
            _foot(look.say("more.states_behind", members=members), ids, found.states_behind, width),
        ]
    text, role = _missing(look, found)
    lines += wrap((Piece(text, role),), width)
    if found.rows:
        text, role = _silent(look, item)
        lines += wrap((Piece(text, role),), width)
    return lines


def legend_lines(look: Look, found: Coverage, width: int) -> list[Line]:
    """What the signs in the table mean, those that occur in it; no line without any."""
    shown = [each for row in found.rows for each in zip(row.points, row.asked, strict=True)]
    signs = (
        ("none", any(asked and not points for points, asked in shown)),
        ("not_asked", any(not asked and not points for points, asked in shown)),
        ("answered_unasked", any(not asked and points for points, asked in shown)),
        (
            "kept",
            any(k and not p for r in found.rows for k, p in zip(r.kept, r.points, strict=True)),
        ),
        ("unknown", any(not row.is_identified for row in found.rows)),
    )
    told = [look.say(f"more.sign_{sign}") for sign, occurs in signs if occurs]
    heard = _heard_on(found)
    apart = dict.fromkeys(_apart(each, heard) for each in found.rows)
    if f" {PODIUM_MARK}" in apart:
        told.append(look.say("more.sign_podium", mark=PODIUM_MARK))
    elsewhere = next((each.strip() for each in apart if each.startswith(" [")), None)
    if elsewhere:
        told.append(look.say("more.sign_elsewhere", mark=elsewhere))
    all_marks = (_mark(look, each) for each in found.rows)
    marks = [mark.strip() for mark in all_marks if mark.endswith(")")]
    for key, aligned in (("aligned", True), ("group", False)):
        mark = next((each for each in marks if ("+" in each) is aligned), None)
        if mark:
            told.append(look.say(f"more.sign_{key}", mark=mark))
    lines: list[str] = []
    for each in told:
        longer = f"{lines[-1]}   {each}" if lines else each
        lines[-1:] = [longer] if text_cells(longer) <= width or not lines else [lines[-1], each]
    return [one for each in lines for one in wrap((Piece(each, "muted"),), width)]


def _foot(words: str, ids: tuple[str, ...], numbers: Sequence[int], width: int) -> Line:
    cells: dict[str, Cell] = {
        question: Piece(str(number), "strong" if number else "nearly strong")
        for question, number in zip(ids, numbers, strict=True)
    }
    return row_line(_columns(ids), {**cells, "name": Piece(words, "muted")}, width)


def _missing(look: Look, found: Coverage) -> tuple[str, str]:
    """The questions nobody has addressed, and the role to say it in."""
    if not found.questions:
        return look.say("more.no_questions"), "muted"
    if not found.rows:
        return look.say("more.nobody_spoke"), "muted"
    if not found.unanswered:
        return look.say("more.each_addressed"), "on_time"
    columns = zip(
        found.questions, zip(*(row.asked for row in found.rows), strict=True), strict=True
    )
    asked = {question.id for question, of_row in columns if any(of_row)}
    left = [each for each in found.unanswered if each in asked]
    not_asked = [each for each in found.unanswered if each not in asked]
    told = [
        look.say(f"more.{key}", questions=look.listed(ids))
        for key, ids in (("nobody_addressed", left), ("nobody_asked", not_asked))
        if ids
    ]
    return ("" if look.language == "zh" else " ").join(told), "nearly strong"


def unheard_names(look: Look, item: str) -> list[str]:
    """Regions and kinds of delegation not heard on the item, by name."""
    missing = unheard(look.state, item, look.directory)
    regions = (look.directory.group_name(each, look.language) for each in missing.regions)
    return [*regions, *(look.say(f"more.heard_{each}") for each in missing.kinds)]


def _silent(look: Look, item: str) -> tuple[str, str]:
    """Regions and kinds of delegation not heard on the item, and the role to say it in."""
    who = unheard_names(look, item)
    if not who:
        return look.say("more.each_heard"), "muted"
    return look.say("more.not_heard", who=look.listed(who)), ""


def question_lines(look: Look, found: Coverage, width: int) -> list[Line]:
    """The short texts of the questions with how many answered; unanswered ones stand out."""
    if not found.questions:
        return wrap((Piece(look.say("more.no_questions"), "muted"),), width)
    lines: list[Line] = []
    wide = max(len(each.id) for each in found.questions)
    for question, count in zip(found.questions, found.answered, strict=True):
        role = "accent strong" if count else "nearly strong"
        first = line(
            Piece(f"{question.id:<{wide}}", role), Piece(f"{count:>4}  ", "" if count else role)
        )
        lines += hanging(first, question.short.say(look.language), width, "" if count else role)
    return lines


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
        length=format_used(whole_seconds(used) if said.yielded_at else used),
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
