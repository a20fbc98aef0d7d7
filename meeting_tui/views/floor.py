"""Who has the floor, in what capacity, on what, and the face of the one big clock.

Before anybody has spoken: the agenda, where a screen is empty, and what to do next.
"""

from __future__ import annotations

from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.facts import Inscription, Intervention
from meeting_tui.meeting.floor import first_in_line
from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.sittings import sitting_to_begin
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.views.agenda_column import in_order
from meeting_tui.views.clock import ClockFace
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import (
    Line,
    Piece,
    fit_line,
    fit_words,
    hanging,
    line,
    line_cells,
    sides,
    wrap,
)

NEXT_TOLD = 3
"""So many of those who come next are told."""
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
        number = look.sitting_number(sitting.id)
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
            coming = [
                each.id for each, _, _ in in_order(look.projection.day) if each.phase == phase
            ]
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
    for times, held_in, _ in in_order(look.projection.day):
        if held_in != sitting:
            sitting = held_in
            parts.append(_sitting_lines(look, sitting, width))
        parts.append(_item_lines(look, times, width, most))
    return parts


def _sitting_lines(look: Look, sitting: str, width: int) -> list[Line]:
    number = look.sitting_number(sitting)
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


NEARLY_SECONDS = 30
"""From so much time left on the clock says that it is nearly over."""


def face(look: Look, pace: float = 1.0) -> ClockFace | None:
    """The clock of whoever speaks, or of the point of order that is heard; None for nobody."""
    return (order_face if look.state.pending_order else speaker_face)(look, pace)


def order_face(look: Look, pace: float = 1.0) -> ClockFace | None:
    """How long a point of order has been heard; None while none is."""
    raised_at = heard_since(look.state)
    if raised_at is None:
        return None
    heard = max(0.0, (look.now - raised_at).total_seconds())
    return ClockFace(heard, None, look.say("room.word_order"), "over", False, pace)


def speaker_face(look: Look, pace: float = 1.0) -> ClockFace | None:
    """The clock of whoever has the floor, also while a point of order is heard."""
    speaking = look.state.speaking()
    if speaking is None:
        return None
    used = speaking.used_seconds(look.now)
    left = speaking.left_seconds(look.now)
    paused = speaking.paused_since is not None
    if paused:
        key, role = "screen.word_paused", "paused"
    elif left is None:
        key, role = "screen.word_no_limit", "on_time"
    elif left <= 0:
        key, role = "screen.word_over", "over"
    elif left <= NEARLY_SECONDS:
        key, role = "screen.word_nearly", "nearly"
    else:
        key, role = "screen.word_on_time", "on_time"
    return ClockFace(used, speaking.limit_seconds, look.say(key), role, paused, pace)


def under_discussion(look: Look) -> tuple[str, str]:
    """Number and title of the segment under discussion, else of the item; empty without one.

    Items that are taken with it are named with the number.
    """
    state = look.state
    item = state.agenda.item(state.item) if state.item else None
    if item is None:
        return "", ""
    under = state.agenda.segment(state.items[item.id].segment or "") or item
    name = under.id
    if state.joined:
        joined = (state.items[each].segment or each for each in state.joined)
        items = look.listed(joined)
        name = look.say("room.taken_with", id=name, items=items)
    return name, under.title.say(look.language)


def heading(look: Look) -> str:
    """The item and segment under discussion, in words."""
    return "  ".join(under_discussion(look)) if look.state.item else look.say("screen.no_item")


def orders_raised(look: Look) -> list[str]:
    """Who raised points of order that wait for a ruling."""
    state = look.state
    return [look.name(state.points_of_order[each].delegation) for each in state.pending_order]


def replies_asked(look: Look) -> list[str]:
    """Who waits for a right of reply."""
    return [look.name(look.state.inscriptions[each].delegation) for each in look.state.replies]


def queue(look: Look) -> tuple[Inscription, ...]:
    """As `next` follows: the list; once it is empty, the replies."""
    replies = (look.state.inscriptions[each] for each in look.state.replies)
    return waiting(look.state) or (tuple(replies) if look.state.item else ())


def speaker_lines(look: Look, width: int, *, lead: str = "", rows: int = 1) -> list[Line]:
    """The lines above the clock: what is under discussion, and who speaks or what interrupts.

    `lead` comes before an act that is to be typed; a title may take so many `rows`.
    """
    return [*_under_discussion(look, width, rows), _speaker_line(look, width, lead)]


def _under_discussion(look: Look, width: int, rows: int) -> list[Line]:
    state = look.state
    on = heading(look) if state.item else state.agenda.title.say(look.language)
    under = line(Piece(f" {on}", "muted"))
    taken = state.presides
    if taken is not None:
        return _with_presiding(look, under, taken.person, width, rows)
    number, gap, title = on.partition("  ")
    lead = line(Piece(f" {number}{gap}", "muted"))
    if rows == 1 or not title or line_cells(under) < width:
        return [fit_words(under, width - 1)]
    first, *rest = hanging(lead, title, width - 1, "muted")
    if not rest:
        return [first]
    last = tuple(Piece(f"{piece.text} ", piece.role) for each in rest for piece in each[1:])
    return [first, fit_words((rest[0][0], *last), width - 1)]


def _with_presiding(look: Look, under: Line, person: str, width: int, rows: int) -> list[Line]:
    """What is under discussion and who presides: beside one another, or one below the other.

    In one line both are shortened; the title keeps a third of it.
    """
    aside = line(Piece(look.say("room.presides", person=person), "nearly"))
    if rows > 1 and line_cells(under) + line_cells(aside) + 3 > width:
        return [fit_words(under, width - 1), fit_words((Piece(" "), *aside), width - 1)]
    aside = fit_words(aside, max(width - line_cells(under) - 3, width * 2 // 3 - 3))
    left = fit_words(under, width - line_cells(aside) - 3)
    return [sides(left, line(*aside, " "), width)]


def _speaker_line(look: Look, width: int, lead: str) -> Line:
    state = look.state
    speaking = state.speaking()
    if state.pending_order:
        raised = state.points_of_order[state.pending_order[0]]
        name = look.name(raised.delegation)
        told = look.say("screen.point_of_order_by", name=name)
        text = f"  {raised.text}" if raised.text else ""
        waits = look.say("screen.interrupted", name=look.speaker(speaking)) if speaking else ""
        return line(Piece(f" {told}", "over strong"), Piece(f"  {waits}", "paused"), text)
    if speaking is None:
        return line(Piece(f" {next_step(look, lead=lead)}", "strong"))
    asked = state.made_by(speaking)
    name = look.name(asked.delegation)
    number = look.say("screen.intervention_number", number=speaking.number)
    writer = look.writer(speaking)
    number = f"{number}{look.say('notes.comma')}{writer}" if writer else number
    who = line(
        Piece(f" {name.upper() if look.language == 'en' else name}", "strong"),
        Piece("" if asked.is_identified else " ?", "nearly"),
    )
    about = Piece(f"   {asked.about}" if asked.about else "", "muted")
    kind = "" if asked.kind == state.rules.default_kind else _kind_name(look, asked.kind)
    kind = on_another_item(look, speaking) or kind
    right = line(Piece(f"{kind}  {number} " if kind else f"{number} ", "muted"))
    for capacity in (look.capacity(asked), look.short_capacity(asked)):
        left = line(*who, f"   {capacity}")
        if line_cells(left) + 2 + line_cells(right) <= width:
            return sides((*left, about), right, width)
    return fit_line(left, width)  # the capacity is worth more than the number


def on_another_item(look: Look, turn: Intervention) -> str:
    """What a turn is and on which item, where that is not the open one; else empty."""
    state = look.state
    if turn.item in (state.item, *state.joined):
        return ""
    kind = _kind_name(look, look.state.asked_by(turn).kind)
    return look.say("room.on_another_item", kind=kind, item=turn.item)


def _kind_name(look: Look, kind_id: str) -> str:
    kind = look.state.rules.kind(kind_id)
    return kind.name.say(look.language) if kind else kind_id
