"""The line above the record: how many events, which of them are shown, and where the log is."""

from __future__ import annotations

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.text import cells
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.presentation.record_filter import RecordFilter
from meeting_tui.ui.widgets.pieces import Line, Piece, line, line_cells, sides


def record_line(
    glance: Glance,
    count: int,
    shown: int,
    asked: RecordFilter,
    folder: SessionFolder,
    width: int,
) -> Line:
    """The line in `width` cells; a long path keeps its end, which says most."""
    if asked.typed:
        found = Piece(f" {glance.say('record.found', shown=shown, count=count)}", "strong")
        if not shown:
            found = Piece(f" {glance.say('record.nothing_found')}", "nearly strong")
        words = Piece(f"  {glance.say('record.filter', words=asked.typed)}", "accent")
        ends = Piece(f"  {glance.say('record.filter_ends')} ", "muted")
        return sides((found, words), (ends,), width, gap=0)
    left = line(Piece(f" {glance.say('record.events', count=count)}", "strong"))
    room = width - line_cells(left) - 3
    said = glance.say("record.log_in", path="")
    path = end_of(str(folder.database), room - cells(said))
    return sides(left, (Piece(f"{said}{path} ", "muted"),), width)


def end_of(path: str, width: int) -> str:
    """The end of a path in at most `width` cells."""
    if cells(path) <= width:
        return path
    while path and cells(path) >= width:
        path = path[1:]
    return f"…{path}"
