"""Whether it is on disk, always at the right edge of the message line."""

from __future__ import annotations

from meeting_tui.desk.desk import Keeping
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.pieces import Line, Piece, line


def keeping_line(glance: Glance, keeping: Keeping) -> Line:
    """`on disk 11:42:06`, or why not, until it is."""
    if keeping.trouble is None:
        time = glance.clock(keeping.saved_at, seconds=True) if keeping.saved_at else "–"
        return line(Piece(glance.say("screen.on_disk", time=time), "on_time"), " ")
    return line(
        Piece(f" {glance.say('screen.not_on_disk', count=keeping.waiting)} ", "over reverse")
    )


def trouble_sentence(glance: Glance, keeping: Keeping) -> str:
    """What is wrong with the disk and what to do about it."""
    return glance.say(f"screen.trouble_{keeping.trouble}")
