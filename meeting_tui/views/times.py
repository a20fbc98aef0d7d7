"""Speaking time as lines: a bar and figures for each row, what they add up to, who is missing.

Everything is summed in `meeting.speaking_time` and named in `report.speaking_times`; here it only
gets its place. Bars are exact to an eighth of a cell; what was spoken for a group is dotted. They
are quiet but for whoever speaks now, as a wall of colour tires. The podium has a word in place of a
bar, or a guest's hour would leave all others none.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.meeting.heard import NotHeard
from meeting_tui.meeting.speaking_time import GROUPINGS, SpeakingTime, TimeRow
from meeting_tui.text import cells
from meeting_tui.views.columns import Cell, Column, Row, lay_out, row_line
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
from meeting_tui.views.speaking_times import DOTTED, Naming, bar_parts, figures, percents

NOW, UNKNOWN = " ▶", " ?"


class TimeLine(Struct, frozen=True):
    """What one row shows; rows that look the same are equal."""

    name: str
    mark: str
    """` ▶` behind whoever speaks now, ` ?` behind a name nobody knows; never cut."""
    seconds: int
    group_seconds: int
    longest: int
    """Seconds of the longest row, which fills its bar."""
    instead: str
    """Words in place of a bar."""
    columns: tuple[Column, ...]
    figures: tuple[tuple[str, str], ...]
    """Column -> figure."""


def items_to_choose(look: Look) -> tuple[str | None, ...]:
    """All items together (None), then those that were taken up or that somebody waits for."""
    state = look.state
    each_item = (item.id for item in state.agenda.items)
    shown = (
        item for item in each_item if state.items[item].phase != "planned" or state.lists.get(item)
    )
    return (None, *shown)


def item_at_first(look: Look) -> str | None:
    """The open item, else the last one that was; all together before and after the meeting."""
    state = look.state
    return None if state.phase == "adjourned" else state.item or state.last_item


def next_grouping(by: str, step: int) -> str:
    """The grouping after (`step` 1) or before (-1) this one; after the last comes the first."""
    return GROUPINGS[(GROUPINGS.index(by) + step) % len(GROUPINGS)]


def header_line(look: Look, found: SpeakingTime, width: int) -> Line:
    """By what the rows are made, of which item, and how many there are to choose from."""
    shown = items_to_choose(look)
    place = shown.index(found.item) + 1 if found.item in shown else 1
    which = look.say("more.which_item", place=place, count=len(shown))
    planned = look.state.agenda.item(found.item) if found.item else None
    parts = [Piece(f" {look.say(f'times.by_{found.by}')}", "heading")]
    if planned is None:
        parts.append(Piece(f"  {look.say('times.whole_day')}", "strong"))
    else:
        parts.append(Piece(f"  {look.say('times.item', item=planned.id)}", "strong"))
        parts.append(Piece(f"  {planned.title.say(look.language)}"))
    return sides_by_word(tuple(parts), line(Piece(f"{which} ", "accent")), width)


def time_rows(look: Look, found: SpeakingTime) -> list[Row[TimeLine]]:
    """One row each, the longest first."""
    naming = Naming(look.directory, look.language)
    now_at = _speaks_now(look, found)
    longest = max((int(each.seconds) for each in found.rows if not each.is_podium), default=0)
    columns, shares, rows = columns_of(look, found), percents(found), []
    for each in found.rows:
        mark = UNKNOWN if _is_unknown(look, found, each) else ""
        mark += NOW if each.id == now_at else ""
        content = TimeLine(
            name=naming.row(each.id, found.by),
            mark=mark,
            seconds=int(each.seconds),
            group_seconds=int(each.group_seconds),
            longest=longest,
            instead=look.say("times.from_podium") if each.is_podium else "",
            columns=columns,
            figures=tuple(figures(look, each, shares.get(each.id)).items()),
        )
        rows.append(Row(each.id, content))
    return rows


def _speaks_now(look: Look, found: SpeakingTime) -> str | None:
    """The row of whoever has the floor; None by kinds and regions, which have many."""
    speaking = look.state.speaking()
    if speaking is None or found.by != "delegation" or found.item not in (None, speaking.item):
        return None
    now_at = look.state.asked_by(speaking).delegation
    return now_at if any(each.id == now_at for each in found.rows) else None


def _is_unknown(look: Look, found: SpeakingTime, row: TimeRow) -> bool:
    is_guest = row.id in look.state.guests  # whose name is in no directory either
    return found.by == "delegation" and not is_guest and look.directory.get(row.id) is None


def columns_of(look: Look, found: SpeakingTime) -> tuple[Column, ...]:
    """The columns of a grouping; how many were heard of how many is told of kinds and regions."""
    is_one = found.by == "delegation"
    naming, least = Naming(look.directory, look.language), 20
    if not is_one:  # few and long: they are not cut while an average can give way
        least = max(min(cells(naming.row(each.id, found.by)), 38) for each in found.rows)
    columns = [
        Column("name", least, weight=1, priority=10, most=40),
        Column("bar", 8, weight=3, priority=8, most=90),
        Column("time", 7, priority=9, align="right"),
        Column("spoke", 6, priority=7, align="right"),
        Column("average", 7, priority=5, align="right"),
        Column("share", 5, priority=6, align="right"),
    ]
    if not is_one:
        columns.append(Column("heard", 9, priority=7, align="right"))
    if found.total.group_seconds > 0:
        columns.append(Column("group", 9, priority=4, align="right"))
    return tuple(columns)


def draw_time(row: Row[TimeLine], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    columns = content.columns
    rooms = {each.column.key: each.width for each in lay_out(columns, width)}
    figures: dict[str, Cell] = {key: Piece(figure) for key, figure in content.figures}
    mark = Piece(content.mark, "accent strong")
    name = Piece(content.name, "" if content.seconds else "muted")
    spare = rooms["name"] - line_cells((mark,))
    fitted = (name,) if line_cells((name,)) <= spare else fit_line((name,), max(spare, 1))
    time = dict(content.figures)["time"]
    figures["time"] = Piece(time, "strong" if content.seconds else "muted")
    figures["name"] = (*fitted, mark)
    figures["bar"] = Piece(content.instead, "muted")
    if not content.instead:
        figures["bar"] = _bar(content, rooms.get("bar", 0))
    return row_line(columns, figures, width)


def _bar(content: TimeLine, width: int) -> Line:
    parts = bar_parts(content.seconds, content.group_seconds, content.longest, width)
    own = "accent" if NOW in content.mark else "track"
    return line(Piece(parts[0], "paused"), Piece(parts[1], own))


def heading_line(look: Look, found: SpeakingTime, width: int) -> Line:
    """The words above the columns."""
    columns = columns_of(look, found)
    heads: dict[str, Cell] = {
        key: Piece(look.say(f"times.column_{key}"), "muted")
        for key in ("time", "spoke", "average", "share", "heard", "group")
    }
    told = look.say("times.delegations", count=found.floor.delegations)
    return row_line(columns, {**heads, "name": Piece(told, "muted")}, width)


def feet(look: Look, found: SpeakingTime, width: int) -> list[Line]:
    """What the rows add up to, and what the signs mean that occur in them."""
    if not found.total.interventions:
        told = look.say("times.nobody")
        if found.item is not None:
            told = look.say("times.nobody_on_item", item=found.item)
        return wrap((Piece(told, "muted"),), width)
    whole = "total" if found.floor.interventions == found.total.interventions else "floor"
    shown: dict[str, Cell] = {
        key: Piece(figure, "strong") for key, figure in figures(look, found.floor, "100").items()
    }
    total = row_line(
        columns_of(look, found),
        {**shown, "name": Piece(look.say(f"times.{whole}"), "strong"), "share": ""},
        width,
    )
    signs = _signs(look, found)
    return [total, *(wrap(signs, width) if signs else ())]


def _signs(look: Look, found: SpeakingTime) -> Line:
    """What the signs mean that occur in the rows, each sign as it looks there."""
    now_at = _speaks_now(look, found)
    unknown = any(_is_unknown(look, found, each) for each in found.rows)
    occur = (
        ("times.sign_group", DOTTED, "paused", found.total.group_seconds > 0),
        ("times.sign_now", NOW.strip(), "accent", now_at is not None),
        ("screen.kind_unknown", UNKNOWN.strip(), "accent", unknown),
    )
    parts: list[Piece] = []
    for key, sign, role, occurs in occur:
        if occurs:
            told = look.say(key, name=look.name(now_at or ""))
            parts += [Piece("   " if parts else ""), Piece(sign, role), Piece(f" {told}", "muted")]
    return tuple(parts)


def missing_lines(look: Look, missing: NotHeard, width: int) -> list[Line]:
    """Who was not heard, the most urgent first."""
    naming = Naming(look.directory, look.language)
    told = naming.missing(missing)
    if not told:
        return wrap((Piece(look.say("times.each_heard"), "on_time"),), width)
    between = look.say("times.between")
    lines: list[Line] = []
    for label, who in told:
        head = look.say("times.line", label=label, who="")
        lines += hanging(line(Piece(head, "nearly strong")), between.join(who), width, indent=2)
    return lines


def missing_title(look: Look, item: str | None) -> str:
    """The name of the panel with those not heard."""
    where = look.say("times.on_day") if item is None else look.say("times.on_item", item=item)
    return look.say("times.title_not_heard", where=where)
