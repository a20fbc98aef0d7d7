"""Who has the floor, in what capacity, on what; and the face of the one big clock."""

from __future__ import annotations

from meeting_tui.meeting.point_of_order import heard_since
from meeting_tui.meeting.presiding import presides
from meeting_tui.meeting.records import Intervention
from meeting_tui.views.beginning import next_step
from meeting_tui.views.clock import ClockFace
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line, line_cells, sides
from meeting_tui.views.wrapped import fit_words

NEARLY_SECONDS = 30
"""From so much time left on the clock says that it is nearly over."""


def face(look: Look, pace: float = 1.0) -> ClockFace | None:
    """The clock of whoever speaks, or of the point of order that is heard; None for nobody."""
    raised_at = heard_since(look.state)
    if raised_at is not None:
        heard = max(0.0, (look.now - raised_at).total_seconds())
        return ClockFace(heard, None, look.say("room.word_order"), "over", False, pace)
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


def heading(look: Look) -> str:
    """The item and segment under discussion, in words."""
    state = look.state
    if state.item is None:
        return look.say("screen.no_item")
    run, item = state.items[state.item], state.agenda.item(state.item)
    under = (state.agenda.segment(run.segment) if run.segment else None) or item
    if under is None:
        return ""
    name = under.id
    if state.joined:
        items = look.say("procedure.between").join(
            state.items[e].segment or e for e in state.joined
        )
        name = look.say("room.taken_with", id=name, items=items)
    return f"{name}  {under.title.say(look.language)}"


def speaker_lines(look: Look, width: int, *, lead: str = "", rows: int = 1) -> list[Line]:
    """The lines above the clock: what is under discussion, and who speaks or what interrupts.

    `lead` comes before an act that is to be typed; a title may take so many `rows`.
    """
    return [*_under_discussion(look, width, rows), _speaker_line(look, width, lead)]


def _under_discussion(look: Look, width: int, rows: int) -> list[Line]:
    state = look.state
    on = heading(look) if state.item else state.agenda.title.say(look.language)
    under = line(Piece(f" {on}", "muted"))
    taken = presides(state)
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
        waits = look.say("screen.interrupted", name=_name_of(look, speaking)) if speaking else ""
        return line(Piece(f" {told}", "over strong"), Piece(f"  {waits}", "paused"), text)
    if speaking is None:
        return line(Piece(f" {next_step(look, lead=lead)}", "strong"))
    asked = state.made_by(speaking)
    name = look.name(asked.delegation)
    number = look.say("screen.intervention_number", number=speaking.number)
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


def _name_of(look: Look, speaking: Intervention) -> str:
    return look.name(look.state.asked_by(speaking).delegation)


def _kind_name(look: Look, kind_id: str) -> str:
    kind = look.state.rules.kind(kind_id)
    return kind.name.say(look.language) if kind else kind_id
