"""The agenda beside the floor: what is done, what is on, when the rest comes."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.forecast.figures import Day, ItemTimes
from meeting_tui.meeting.facts import SittingRun
from meeting_tui.meeting.schedule_changes import is_sure
from meeting_tui.text import cells
from meeting_tui.views.columns import Row
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_words, line, plain, sides_by_word, wrap

AT_120, LEAST = 28, 22
"""Cells of the whole panel on a screen of 120 columns, and the fewest it may have."""
MOST_FOR_NAMES = 13
"""So many of the cells a wider screen has more go to the names first."""
HUGE_FROM, HUGE_MORE = 170, 11
"""From so many columns the timekeeper takes so many more."""
DONE = "muted"
"""The role of what was held."""
LEAST_TITLE_CELLS, BESIDES_TITLE = 8, 10
"""The fewest cells a title is broken in; those of its sign, its time and the gaps."""


class AgendaRow(Struct, frozen=True):
    """What one row of the agenda shows."""

    sign: str
    title: str
    time: str
    role: str
    is_break: bool = False


def draw_agenda(row: Row[AgendaRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    if content.is_break:
        return line(Piece(f"─ {content.title}", "muted"))
    title = (Piece(f"{content.sign} ", content.role), Piece(content.title, content.role))
    if not content.time:
        return fit_words(title, width)
    return sides_by_word(title, (Piece(content.time, "muted"),), width, gap=1)


def agenda_cells(width: int, wanted: int) -> int:
    """How wide the panel is on a screen of so many columns: what the names leave over."""
    spare = width - 120 - (HUGE_MORE if width >= HUGE_FROM else 0)
    room = AT_120 + (spare if spare < 0 else max(spare - MOST_FOR_NAMES, 0))
    return max(min(room, wanted), LEAST)


def longest_title(look: Look) -> int:
    """Cells that the longest title of the agenda takes in the column, sign and time included."""
    language = look.language
    items = look.state.agenda.items
    titles = [f"{each.id} {each.title.say(language)}" for each in items]
    titles += [f"{s.id} {s.title.say(language)}" for each in items for s in each.segments]
    return max(map(cells, titles), default=0) + BESIDES_TITLE


def whole_rows(look: Look, width: int, height: int) -> list[Row[AgendaRow]]:
    """The rows with titles over several lines, as many as let all rows be in `height` lines."""
    rows = agenda_rows(look)
    parts = [_title_lines(row.content, width) for row in rows]
    shown = _shared([len(part) for part in parts], [row.content.role for row in rows], height)
    return [
        each
        for row, part, most in zip(rows, parts, shown, strict=True)
        for each in _over_lines(row, part, most)
    ]


def _shared(wanted: list[int], roles: list[str], height: int) -> list[int]:
    """How many lines each row gets: one, then a further one each, what is done with last."""
    given = [1] * len(wanted)
    spare = height - len(wanted)
    while spare > 0:
        short = [n for n, lines in enumerate(given) if lines < wanted[n]]
        if not short:
            break
        given[min(short, key=lambda n: (given[n], roles[n] == DONE))] += 1
        spare -= 1
    return given


def _title_lines(content: AgendaRow, width: int) -> tuple[str, ...]:
    """The title without its number, broken into lines; the first leaves room for the time."""
    number, _, title = content.title.partition(" ")
    before = cells(content.sign) + cells(number) + 2
    beside = width - before - cells(content.time) - 1
    if content.is_break or beside < LEAST_TITLE_CELLS:
        return (title,)
    return _broken(title, beside, width - before)


@lru_cache(maxsize=256)
def _broken(title: str, beside: int, width: int) -> tuple[str, ...]:
    """A title in lines, the first of `beside` cells; whole if its first word has no room there."""
    first = plain(wrap(line(title), beside)[0])
    rest = title[len(first) :]
    if not rest or (rest[0] != " " and cells(rest[0]) == 1):
        return (title,)
    return (first, *(plain(each) for each in wrap(line(rest.lstrip()), width)))


def _over_lines(row: Row[AgendaRow], lines: tuple[str, ...], most: int) -> list[Row[AgendaRow]]:
    """A row over at most so many lines; its time stands in the first, its title is set in."""
    content = row.content
    if len(lines) == 1 or most == 1:
        return [row]
    number = content.title.partition(" ")[0]
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]  # the rest is cut where it is drawn
    blank, indent = " " * cells(content.sign), " " * (cells(number) + 1)
    return [
        Row(row.key, replace(content, title=f"{number} {kept[0]}"), False),
        *(
            Row(f"{row.key} line {n}", AgendaRow(blank, f"{indent}{each}", "", content.role), False)
            for n, each in enumerate(kept[1:], 2)
        ),
    ]


def agenda_rows(look: Look) -> list[Row[AgendaRow]]:
    """Items as they come, the open one with its segments, breaks between sittings."""
    rows: list[Row[AgendaRow]] = []
    day = look.projection.day
    held = {each.id: each for each in day.sittings}
    before: str | None = None
    for times, sitting, _ in in_order(day):
        if before is not None and sitting != before and sitting in held:
            title = _between(look, held[before], held[sitting])
            rows.append(Row(f"break {sitting}", AgendaRow("", title, "", "", True), False))
        before = sitting
        rows += _item_rows(look, times)
    return rows


def in_order(day: Day) -> list[tuple[ItemTimes, str, datetime]]:
    """Items as they were taken up, then those to come as planned.

    Each with the sitting it stands in and the instant it has its place by. What was passed over
    stands behind the item begun last, and in no sitting before the one opened last.
    """
    ids = [each.id for each in day.sittings]
    opened = [each.id for each in day.sittings if each.opened_at]
    last = max((each.opened_at for each in day.items if each.opened_at), default=None)
    found = []
    for each in day.items:
        if each.opened_at:
            held = [
                run.id for run in day.sittings if run.opened_at and run.opened_at <= each.opened_at
            ]
            found.append((each, held[-1], each.opened_at))
        else:
            planned = each.parts[0].sitting
            sitting = max(planned, opened[-1], key=ids.index) if opened else planned
            found.append((each, sitting, max(each.planned_start, last or each.planned_start)))
    return sorted(found, key=lambda it: (it[2], it[0].opened_at is None, it[0].planned_start))


def _between(look: Look, before: SittingRun, then: SittingRun) -> str:
    """The break between two sittings; a night says which day begins."""
    clock = look.room_clock
    day = then.planned_start.astimezone(clock.zone).date()
    if before.planned_end.astimezone(clock.zone).date() != day:
        return clock.long_day(day)
    start, end = look.clocks(before.planned_end, then.planned_start)
    return look.say("screen.break", start=start, end=end)


def _item_rows(look: Look, times: ItemTimes) -> list[Row[AgendaRow]]:
    item = look.state.agenda.item(times.id)
    if item is None:
        return []
    sign, role = {
        "closed": ("✓", "muted"),
        "carried": ("↷", "nearly"),
        "open": ("▶", "accent strong"),
    }.get(times.phase, ("·", ""))
    ends = times.closed_at or times.ends_at
    time = look.clock(ends) if ends else ""
    wait = len(look.state.lists.get(item.id, ())) if times.phase != "open" else 0
    if wait:
        time = look.say("screen.they_wait", count=wait)
    title = f"{item.id} {item.title.say(look.language)}"
    rows = [Row(f"item {item.id}", AgendaRow(sign, title, time, role), False)]
    if times.phase == "open":
        rows += [_segment_row(look, item, each) for each in item.segments]
    return rows


def _segment_row(look: Look, item: Item, segment: Segment) -> Row[AgendaRow]:
    state = look.state
    run = state.segments.get(segment.id)
    if state.items[item.id].segment == segment.id:
        sign, role = "▶", "accent"
    elif run:
        sign, role = "✓", "muted"
    else:
        sign, role = "·", ""
    minutes = f"{segment.minutes}′" if segment.minutes else ""
    if segment.id in state.dropped:
        sign, role, minutes = "✗", "muted", look.say("screen.cancelled")
    elif not is_sure(state, segment) and run is None:
        minutes = look.say("screen.if_any")
    title = f"{segment.id} {segment.title.say(look.language)}"
    return Row(f"segment {segment.id}", AgendaRow(f" {sign}", title, minutes, role), False)
