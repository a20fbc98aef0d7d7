"""The top line of a replay: one bar from edge to edge that cannot be taken for a meeting."""

from __future__ import annotations

from meeting_tui.text import cells, fit
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, plain
from meeting_tui.views.top import day_text, sitting_line

ROLE = "paused reverse strong"


def replay_top_line(look: Look, width: int) -> Line:
    """What is shown and when, in `width` cells; the mark is the last that is cut."""
    mark = look.say("replay.mark", time=look.clock(look.now, seconds=True))
    title = look.state.agenda.short_title.say(look.language)
    day = f"  {day_text(look, long=width >= 110)}"
    named = [f"  {title}", day]
    if look.room_clock.names_day:
        # Of several days it is the day that tells which moment is shown.
        named = [day, f"  {title}"]
    if look.state.rehearsal:
        kind = "demonstration" if look.state.demonstration else "rehearsal"
        named.insert(1 if look.room_clock.names_day else 0, f"  {look.say(f'screen.{kind}')}")
    parts = [f" {mark} ", *named]
    right = f" {plain(sitting_line(look))}"
    room = width - cells(right)
    left = ""
    for part in parts:
        if left and cells(left + part) > room:
            break
        left += part
    if room < cells(left):
        return (Piece(fit(left, width), ROLE),)
    return Piece(fit(left, room), ROLE), Piece(right, ROLE)
