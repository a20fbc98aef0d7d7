"""The top line of a replay: one bar from edge to edge that cannot be taken for a meeting."""

from __future__ import annotations

from meeting_tui.text import cells, fit
from meeting_tui.views.look import Glance
from meeting_tui.views.pieces import Line, Piece, plain
from meeting_tui.views.top import day_text, sitting_line

ROLE = "paused reverse strong"


def replay_top_line(glance: Glance, width: int) -> Line:
    """What is shown and when, in `width` cells; the mark is the last that is cut."""
    mark = glance.say("replay.mark", time=glance.clock(glance.now, seconds=True))
    title = glance.state.agenda.short_title.say(glance.language)
    day = f"  {day_text(glance, long=width >= 110)}"
    named = [f"  {title}", day]
    if glance.room_clock.names_day:
        # Of several days it is the day that tells which moment is shown.
        named = [day, f"  {title}"]
    if glance.state.rehearsal:
        kind = "demonstration" if glance.state.demonstration else "rehearsal"
        named.insert(1 if glance.room_clock.names_day else 0, f"  {glance.say(f'screen.{kind}')}")
    parts = [f" {mark} ", *named]
    right = f" {plain(sitting_line(glance))}"
    room = width - cells(right)
    left = ""
    for part in parts:
        if left and cells(left + part) > room:
            break
        left += part
    if room < cells(left):
        return (Piece(fit(left, width), ROLE),)
    return Piece(fit(left, room), ROLE), Piece(right, ROLE)
