"""The line above the record: how many events, which of them are shown, and where the log is."""

from __future__ import annotations

from meeting_tui.text import cells
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line, line_cells, sides
from meeting_tui.views.record_filter import RecordFilter


def record_line(
    look: Look,
    count: int,
    shown: int,
    asked: RecordFilter,
    log: str,
    width: int,
) -> Line:
    """The line in `width` cells; `log` is where it is, of whose path the end says most."""
    if asked.typed:
        found = Piece(f" {look.say('record.found', shown=shown, count=count)}", "strong")
        if not shown:
            found = Piece(f" {look.say('record.nothing_found')}", "nearly strong")
        words = Piece(f"  {look.say('record.filter', words=asked.typed)}", "accent")
        ends = Piece(f"  {look.say('record.filter_ends')} ", "muted")
        return sides((found, words), (ends,), width, gap=0)
    left = line(Piece(f" {look.say('record.events', count=count)}", "strong"))
    room = width - line_cells(left) - 3
    said = look.say("record.log_in", path="")
    path = end_of(log, room - cells(said))
    return sides(left, (Piece(f"{said}{path} ", "muted"),), width)


def end_of(path: str, width: int) -> str:
    """The end of a path in at most `width` cells."""
    if cells(path) <= width:
        return path
    while path and cells(path) >= width:
        path = path[1:]
    return f"…{path}"
