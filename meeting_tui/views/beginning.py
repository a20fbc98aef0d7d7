"""Before anybody has spoken: the agenda, where a screen is empty, and what to do next."""

from __future__ import annotations

from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.floor import first_in_line
from meeting_tui.meeting.sittings import sitting_to_begin
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line, line_cells, sides
from meeting_tui.views.wrapped import wrap

ACT_MARK = ":"
"""Begins an act on the Notes, where everything else is a point."""
_ID = 4
"""Cells before a title: its sign and its number."""


def is_beginning(look: Look) -> bool:
    """Whether nobody has spoken yet: what screens count and list is empty then."""
    return not look.state.interventions


def first_step(look: Look, *, lead: str = "") -> str:
    """What to do next as long as the meeting has only begun; empty later, and in a replay."""
    if look.is_replay or not is_beginning(look) or look.state.phase == "adjourned":
        return ""
    return next_step(look, lead=lead)


def next_step(look: Look, *, lead: str = "") -> str:
    """The one thing to do next while nobody has the floor; `lead` comes before a typed act."""
    state = look.state
    if state.phase == "suspended":
        sitting, start, _ = sitting_to_begin(state, look.now)
        number = [each.id for each in state.agenda.sittings].index(sitting.id) + 1
        if sitting.id != state.sitting:
            start_clock = look.clock(start)
            return look.say("room.resumes_next", number=number, start=start_clock)
        return look.say("room.resumes_with", number=number)
    if state.phase != "open":
        if state.phase == "adjourned":
            return look.say("screen.is_adjourned")
        return look.say("begin.open", lead=lead)
    if state.item is None:
        for phase, key in (("planned", "begin.item"), ("carried", "begin.reopen")):
            coming = [each.id for each in _in_order(look) if each.phase == phase]
            if coming:
                return look.say(key, item=coming[0], lead=lead)
        return look.say("begin.no_item_left", lead=lead)
    first = first_in_line(state)
    if first is None:
        return look.say("screen.nobody_waits")
    return look.say("screen.next_is", name=look.name(first.delegation))


def agenda_lines(look: Look, width: int, height: int) -> list[Line]:
    """The items with the times they had or will have; whole titles where the height allows."""
    for room in (None, 1):
        lines = [each for part in _parts(look, width, room) for each in part]
        if len(lines) <= height:
            break
    if len(lines) > height > 0:
        left = len(lines) - height + 1
        told = look.say("begin.more", count=left)
        lines = [*lines[: height - 1], line(Piece(f" {told}", "muted"))]
    return lines


def _parts(look: Look, width: int, most: int | None) -> list[list[Line]]:
    parts: list[list[Line]] = []
    sitting = None
    for times in _in_order(look):
        if times.planned_sitting != sitting:
            sitting = times.planned_sitting
            parts.append(_sitting_lines(look, sitting, width))
        parts.append(_item_lines(look, times, width, most))
    return parts


def _sitting_lines(look: Look, sitting: str, width: int) -> list[Line]:
    number = [each.id for each in look.state.agenda.sittings].index(sitting) + 1
    held = {each.id: each for each in look.projection.day.sittings}
    name = line(Piece(f" {look.say('begin.sitting', number=number)}", "heading"))
    if sitting not in held:
        return [name]
    start, end = look.clocks(held[sitting].planned_start, held[sitting].planned_end)
    return [sides(name, line(Piece(f"{start}–{end} ", "muted")), width)]


def _item_lines(look: Look, times: ItemTimes, width: int, most: int | None) -> list[Line]:
    state = look.state
    item = state.agenda.item(times.id)
    if item is None:
        return []
    is_open = state.item == item.id
    sign, role = ("▶", "accent strong") if is_open else ("·", "")
    if times.closed_at:
        sign, role = "✓", "muted"
    starts, ends = times.starts_at or times.planned_start, times.ends_at or times.planned_end
    start, end = look.clocks(starts, ends)
    right = [Piece(f"  {start}–{end} ", "muted")]
    waits = len(state.lists.get(item.id, ()))
    if waits:
        right.insert(0, Piece(f"  {look.say('screen.they_wait', count=waits)}", "nearly"))
    lead = f" {sign} {item.id}"
    room = width - line_cells(right) - max(_ID, len(lead)) - 1
    title = wrap(line(Piece(item.title.say(look.language), role)), max(room, 8))
    if most and len(title) > most:
        title = [line(Piece(item.title.say(look.language), role))]
    first = line(Piece(f"{lead:<{_ID}} ", role), *title[0])
    blank = Piece(" " * (max(_ID, len(lead)) + 1))
    return [sides(first, tuple(right), width, gap=0), *((blank, *each) for each in title[1:])]


def _in_order(look: Look) -> list[ItemTimes]:
    return sorted(look.projection.day.items, key=lambda each: each.planned_start)
