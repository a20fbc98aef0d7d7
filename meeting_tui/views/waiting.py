"""The waiting list as rows: who comes when, and where the end of the sitting cuts it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.forecast.saying_advice import newcomers_said
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.spans import clock_text, format_used
from meeting_tui.meeting.speaking_time import NEVER, Spoken, spoken
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import cells as cells_of
from meeting_tui.views.columns import Cell, Column, Row, lay_out, row_line
from meeting_tui.views.floor import orders_raised, replies_asked
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line, line_cells, sides, wrap_indented

COLUMNS = (
    Column("place", 3, priority=9, align="right"),
    Column("name", 14, weight=1, priority=10),
    Column("asked", 5, priority=4, align="right"),
    Column("limit", 5, priority=7, align="right"),
    Column("spoke", 8, priority=6, align="right"),
    Column("turn", 5, priority=8, align="right"),
)
"""What there is to know of a request stands at the right of its name, where both have room."""


LANE_ROWS = 3
"""So many lines at most say what waits apart from the list."""

NEEDED = ("unknown", "segment")
"""Marks that the name gives way to; others are left out where a name needs the room."""

_WITH_LETTERS = ("regional_org", "igo", "ngo")
"""Kinds of delegation that are called by the letters of their code: `ICRC`, `ECOWAS`."""

_FIGURES = ("asked", "limit", "spoke", "turn")


class WaitingRow(Struct, frozen=True):
    """What one row of the waiting list shows."""

    cells: tuple[tuple[str, str], ...]
    role: str = ""
    divider: str = ""
    """Words across the whole row instead."""
    mark: tuple[str, str] = ("", "")
    """Which one, and its words."""
    clock_cells: tuple[int, int] = (5, 5)
    """What the times of the requests and of the turns take: `Thu 23:50`, `+1 d 16:34`."""


def draw_waiting(row: Row[WaitingRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells.

    A long name takes the room of when it asked. Where that is not enough, an organisation is shown
    by its letters, as everybody calls it; the name of a State is never made shorter but cut.
    """
    content = row.content
    if content.divider:
        spare = max(width - line_cells((Piece(content.divider),)) - 3, 0)
        before, behind = "─" * (spare // 2), "─" * (spare - spare // 2)
        return line(Piece(f" {before} {content.divider} {behind}", content.role))
    cells = dict(content.cells)
    roles = {"place": "muted", "asked": "muted", "spoke": "muted"}
    shown: dict[str, Cell] = {
        key: Piece(text, roles.get(key, content.role)) for key, text in cells.items()
    }
    columns = _columns(content.clock_cells)
    name, group = cells["name"], cells["group"]
    long = cells_of(f"{name}{group}")
    if long > _room_of_name(columns, width):
        wider = tuple(each for each in columns if each.key != "asked")
        if cells["short"] and long > _room_of_name(wider, width):
            name = cells["short"]
        else:
            columns = wider
    shown["name"] = _named(name, group, content, _room_of_name(columns, width))
    return row_line(columns, shown, width)


def _room_of_name(columns: tuple[Column, ...], width: int) -> int:
    return next(each.width for each in lay_out(columns, width) if each.column.key == "name")


def _named(name: str, group: str, content: WaitingRow, room: int) -> Line:
    """A name with its group and, at the right edge of its column, what there is to know of it."""
    which, told = content.mark
    mark = line(Piece(told, "muted"))
    whole = line(Piece(f"{name}{group}", content.role))
    if line_cells(whole) > room and group:
        own = line(Piece(name, content.role))
        return (*fit_line(own, max(room - line_cells(line(group)), 1)), Piece(group, content.role))
    if not told:
        return whole
    if which in NEEDED or line_cells(whole) + 1 + line_cells(mark) <= room:
        return sides(whole, mark, room, gap=1)
    return whole


def _columns(clock_cells: tuple[int, int]) -> tuple[Column, ...]:
    """The columns, those of times as wide as on another day, or with an offset, they are."""
    least = dict(zip(("asked", "turn"), clock_cells, strict=True))
    return tuple(replace(each, least=least.get(each.key, each.least)) for each in COLUMNS)


def heading_line(look: Look, width: int) -> Line:
    """The words above the columns, each where its column stands; the list's state before them."""
    placed = lay_out(_columns(look.list_clock_cells), width)
    figures = [each for each in placed if each.column.key in _FIGURES]
    parts: list[Piece] = []
    for each in figures:
        word = Piece(look.say(f"screen.column_{each.column.key}"), "muted")
        parts += [Piece(" "), *fit_line((word,), each.width, "right")]
    before = sum(each.width + 1 for each in placed) - 1 - line_cells(parts)
    told = newcomers_said(look.saying, look.projection.item, list_state(look))
    state, more = ((Piece(f" {each}", "heading"),) for each in (list_state(look), told))
    # Where it has no room, the timekeeper beside the list says who is to come.
    shown = more if line_cells(more) <= before else state
    return (*fit_line(shown, max(before, 0)), *parts)


def list_state(look: Look) -> str:
    """How many wait, and whether the list takes more."""
    item = look.state.item
    if item is None:
        return look.say("screen.list_none")
    key = "open" if look.state.items[item].is_list_open else "closed"
    return look.say(f"screen.list_{key}", count=len(waiting(look.state)))


def waiting_rows(look: Look) -> list[Row[WaitingRow]]:
    """All who wait on the open item, the cut of the sitting between those who fit and the rest."""
    turns = {turn.inscription: turn for turn in look.projection.turns}
    rows: list[Row[WaitingRow]] = []
    had = spoken(look.state, look.now)
    is_cut, clock_cells = False, look.list_clock_cells
    for place, asked in enumerate(waiting(look.state), 1):
        turn = turns.get(asked.id)
        if turn and turn.is_after_sitting and not is_cut:
            is_cut = True
            rows.append(_cut_row(look))
        turn_at = look.clock(turn.turn_at) if turn else ""
        role = "muted" if is_cut else ""
        cells = _cells(look, asked, had.get(asked.delegation, NEVER), str(place), turn_at)
        about = mark(look, asked)
        row = WaitingRow(cells, role, mark=about, clock_cells=clock_cells)
        rows.append(Row(asked.id, row))
    return rows


def _cells(
    look: Look, asked: Inscription, had: Spoken, place: str, turn_at: str
) -> tuple[tuple[str, str], ...]:
    limit = limit_for(look.state, asked)
    name = look.name(asked.delegation)
    behind = look.states_behind(asked)
    group = asked.group if asked.group and asked.group != asked.delegation else ""
    short = look.directory.short_group_name(group, look.language)
    told = " ".join(each for each in (short, behind) if each)
    return (
        ("place", place),
        ("name", name),
        ("group", f" ({told})" if told else ""),
        (
            "short",
            asked.delegation if asked.delegation_kind in _WITH_LETTERS and asked.known else "",
        ),
        ("asked", look.clock(asked.inscribed_at)),
        ("limit", clock_text(limit) if limit else "–"),
        ("spoke", spoke(had)),
        ("turn", turn_at),
    )


def mark(look: Look, asked: Inscription) -> tuple[str, str]:
    """The one thing to know of a request: what is unknown, later segment, kind, group.

    Which one it is, and its words.
    """
    state = look.state
    if not asked.is_identified:
        return "unknown", look.say("screen.mark_unknown")
    if not asked.group_known or not asked.is_member:
        return "unknown", look.say("screen.mark_unknown_group")
    if asked.segment and asked.segment != state.items[asked.item].segment:
        return "segment", look.say("screen.mark_segment", segment=asked.segment)
    if asked.kind != state.rules.default_kind:
        kind = state.rules.kind(asked.kind)
        return "kind", kind.name.say(look.language) if kind else asked.kind
    if asked.capacity == "group":
        return "group", look.say("screen.mark_group")
    if asked.delegation_kind != "state_party":
        return "sort", look.say(f"screen.mark_{asked.delegation_kind}")
    return "", ""


def spoke(had: Spoken) -> str:
    """How often and how long a delegation has spoken today: `2x 5:02`, a dash for never."""
    if not had.interventions:
        return "–"
    return f"{had.interventions}x {format_used(had.seconds)}"


def _cut_row(look: Look) -> Row[WaitingRow]:
    item = look.projection.item
    assert item is not None
    text = look.say(
        "screen.cut",
        end=look.clock(item.cut_at),
        fits=item.fits,
        rest=item.left_over,
    )
    return Row("cut", WaitingRow((), "nearly strong", text), can_select=False)


def lanes_lines(look: Look, width: int) -> list[Line]:
    """Rights of reply, points of order and texts received: always in sight, in few lines.

    Where they have no room for all names, the last names of texts are counted, then of replies.
    """
    texts, replies, orders = _texts_received(look), replies_asked(look), orders_raised(look)
    most_replies, most_texts = len(replies), len(texts)
    while True:
        lanes = [
            _lane(look, "reply", replies, most_replies, "nearly strong"),
            _lane(look, "order", orders, len(orders), "over strong"),
            _lane(look, "text", texts, most_texts, ""),
        ]
        gap = Piece("   ")
        told = tuple(piece for each in lanes for piece in (*each, gap))[:-1]
        lines = wrap_indented(told, width)
        if len(lines) <= LANE_ROWS or (most_texts <= 1 and most_replies <= 1):
            return lines
        if most_texts > 1:
            most_texts -= 1
        else:
            most_replies -= 1


def _lane(look: Look, kind: str, names: list[str], most: int, role: str) -> Line:
    """One kind and the first names of it, at most so many."""
    told = look.listed(names[:most])
    if len(names) > most:
        told = look.say("procedure.names_and_more", names=told, count=len(names) - most)
    return line(
        Piece(f"{look.say(f'screen.lane_{kind}')} ", "muted"),
        Piece(told or "–", role if names else "muted"),
    )


def _texts_received(look: Look) -> list[str]:
    """Whose texts were received on the open item, read or not."""
    state = look.state
    sent = [each.delegation for each in state.documents if each.item == state.item]
    unread = [
        each.delegation
        for each in state.inscriptions.values()
        if each.item == state.item and each.outcome == "text_only"
    ]
    read = [
        state.made_by(each).delegation
        for each in state.interventions.values()
        if each.item == state.item and each.text
    ]
    return [look.name(each) for each in dict.fromkeys((*sent, *unread, *read))]
