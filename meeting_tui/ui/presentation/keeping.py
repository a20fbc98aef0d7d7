"""Whether it is on disk, always at the right edge of the message line."""

from __future__ import annotations

from meeting_tui.desk.desk import Keeping
from meeting_tui.meeting.clock_gaps import CLOSED, RESTARTED, gap_asked, whose
from meeting_tui.meeting.sittings import break_over_since, sitting_to_begin
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.durations import clock_text
from meeting_tui.ui.widgets.pieces import Line, Piece, line


def keeping_line(glance: Glance, keeping: Keeping) -> Line:
    """`on disk 11:42:06`, or why not, until it is."""
    if keeping.trouble is None or (keeping.trouble == "owed" and not keeping.waiting):
        time = glance.clock(keeping.saved_at, seconds=True) if keeping.saved_at else "–"
        return line(Piece(glance.say("screen.on_disk", time=time), "on_time"), " ")
    return line(
        Piece(f" {glance.say('screen.not_on_disk', count=keeping.waiting)} ", "over reverse")
    )


def trouble_sentence(glance: Glance, keeping: Keeping) -> str:
    """What is wrong with the disk and what to do about it."""
    return glance.say(f"screen.trouble_{keeping.trouble}")


def standing_line(glance: Glance, keeping: Keeping) -> Line | None:
    """What stands above the message line until it is over: trouble, a break that is over, a gap."""
    if keeping.trouble is not None:
        return line(Piece(f" ▲ {trouble_sentence(glance, keeping)}", "over reverse"))
    over = _break_over(glance)
    if over:
        return line(Piece(f" ▲ {over}", "nearly reverse"))
    gap = gap_asked(glance.state)
    if gap is None:
        return None
    name = glance.name(whose(glance.state, gap))
    span = clock_text(round(gap.seconds))
    key = {CLOSED: "closed_asked", RESTARTED: "restarted_asked"}.get(gap.cause, "gap_asked")
    told = glance.say(f"screen.{key}", span=span, at=glance.clock(gap.at), name=name)
    return line(Piece(f" ? {told}", "nearly reverse"))


def _break_over(glance: Glance) -> str:
    """That the next sitting should have begun; empty while the break lasts."""
    start = break_over_since(glance.state, glance.now)
    if start is None or glance.is_replay:
        return ""
    sitting, _, _ = sitting_to_begin(glance.state, glance.now)
    number = [each.id for each in glance.state.agenda.sittings].index(sitting.id) + 1
    return glance.say("room.break_over", number=number, start=glance.clock(start))
