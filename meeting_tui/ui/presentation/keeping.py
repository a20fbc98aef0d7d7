"""Whether it is on disk, always at the right edge of the message line."""

from __future__ import annotations

from meeting_tui.desk.keeping import Keeping
from meeting_tui.meeting.clock_gaps import CLOSED, RESTARTED, STOPPED, gap_asked, whose
from meeting_tui.meeting.losses import unseen
from meeting_tui.meeting.records import Loss
from meeting_tui.meeting.sittings import break_over_since, sitting_to_begin
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.widgets.durations import clock_text
from meeting_tui.ui.widgets.pieces import Line, Piece, line


def keeping_line(glance: Glance, keeping: Keeping) -> Line:
    """`on disk 11:42:06`, what is being saved, or how much is not, until it is."""
    if keeping.standing == "saving":
        return line(Piece(glance.say("screen.saving", count=keeping.waiting), "muted"), " ")
    if keeping.is_saved:
        time = glance.clock(keeping.saved_at, seconds=True) if keeping.saved_at else "–"
        return line(Piece(glance.say("screen.on_disk", time=time), "on_time"), " ")
    return line(
        Piece(f" {glance.say('screen.not_on_disk', count=keeping.waiting)} ", "over reverse")
    )


def trouble_sentence(glance: Glance, keeping: Keeping) -> str:
    """What is wrong with the disk and what to do about it."""
    return glance.say(f"screen.trouble_{keeping.trouble}")


def standing_line(glance: Glance, keeping: Keeping) -> Line | None:
    """What stands above the message line until it is over: trouble, a loss, a break, a gap."""
    if keeping.trouble is not None:
        return line(Piece(f" ▲ {trouble_sentence(glance, keeping)}", "over reverse"))
    lost = lost_sentence(glance)
    if lost:
        return line(Piece(f" ▲ {lost}", "over reverse"))
    over = _break_over(glance)
    if over:
        return line(Piece(f" ▲ {over}", "nearly reverse"))
    gap = gap_asked(glance.state)
    if gap is None:
        return None
    name = glance.name(whose(glance.state, gap))
    span = clock_text(round(gap.seconds))
    keys = {CLOSED: "closed_asked", RESTARTED: "restarted_asked", STOPPED: "stopped_asked"}
    key = keys.get(gap.cause, "gap_asked")
    told = glance.say(f"screen.{key}", span=span, at=glance.clock(gap.at), name=name)
    return line(Piece(f" ? {told}", "nearly reverse"))


def lost_sentence(glance: Glance) -> str:
    """What was lost of the log, in short; empty where nothing is, or all of it was seen."""
    losses = unseen(glance.state)
    if not losses:
        return ""
    lost = [each for each in losses if each.last]
    apart = sum(len(each.apart) for each in losses)
    if not lost:
        return glance.say("screen.lost_apart_alone", count=apart)
    told = [_lost_told(glance, lost[0])]
    if len(lost) > 1:
        told.append(glance.say("screen.lost_more", count=len(lost) - 1))
    if apart:
        told.append(glance.say("screen.lost_apart", count=apart))
    what = glance.say("screen.lost_comma").join(told)
    return glance.say("screen.lost", what=what)


def _lost_told(glance: Glance, loss: Loss) -> str:
    """`339-377 (10:41-10:43)`."""
    place = str(loss.first) if loss.first == loss.last else f"{loss.first}-{loss.last}"
    if loss.since is None or loss.until is None:
        return place
    since, until = glance.clock(loss.since), glance.clock(loss.until)
    span = since if since == until else f"{since}-{until}"
    return glance.say("screen.lost_place", place=place, span=span)


def _break_over(glance: Glance) -> str:
    """That the next sitting should have begun; empty while the break lasts."""
    start = break_over_since(glance.state, glance.now)
    if start is None or glance.is_replay:
        return ""
    sitting, _, _ = sitting_to_begin(glance.state, glance.now)
    number = [each.id for each in glance.state.agenda.sittings].index(sitting.id) + 1
    return glance.say("room.break_over", number=number, start=glance.clock(start))
