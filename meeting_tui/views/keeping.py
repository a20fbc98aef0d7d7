"""How what was entered stands with the disk: one value, and all that is said of it comes from it.

The foot of every screen, the question on leaving, the facts of the plain mode and the exit code all
read it, so that no two of them can say different things. It never counts fewer than are missing:
of a log that is gone or was written over nothing is known to be on disk.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct

from meeting_tui.meeting.clock_gaps import CLOSED, RESTARTED, STOPPED, gap_asked, whose
from meeting_tui.meeting.facts import Dispute, Loss
from meeting_tui.meeting.losses import unseen
from meeting_tui.meeting.sittings import break_over_since, sitting_to_begin
from meeting_tui.meeting.spans import clock_text
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line
from meeting_tui.words import Sentence

Standing = Literal["saved", "saving", "unsaved", "gone", "away"]
"""`saving`: on its way, and not shown as done; `unsaved`: shown, and in memory alone; `gone`: the
log is not where it was, so that nothing of the session is; `away`: a server does not answer, and
what is to be sent is on this disk."""

AWAY = "unreachable"
"""A server does not answer; what is entered is on this disk and is sent later."""
UNFOUND = ("gone", "damaged")
"""Troubles after which nothing that was written before is known to be found again."""


class Keeping(Struct, frozen=True):
    """How things stand with the disk."""

    saved_at: datetime | None = None
    """When everything was last on disk, UTC."""
    trouble: str | None = None
    """None, or why the disk refuses: `full`, `read_only`, `locked`, `link`, `slow`, `gone`,
    `damaged`, `unreachable`, `not_allowed`, `other`; `owed` where all is on disk, and what was
    purged still stands there too."""
    sentence: Sentence | str = ""
    waiting: int = 0
    """Entries and drafts that are not on disk."""

    @property
    def standing(self) -> Standing:
        """How it stands, in a word."""
        if self.trouble == "gone":
            return "gone"
        if self.trouble in (None, "owed"):
            return "saving" if self.waiting else "saved"
        return "away" if self.trouble == AWAY else "unsaved"

    @property
    def is_saved(self) -> bool:
        """Whether whoever reads the session now finds all that was entered."""
        return self.standing == "saved" or (self.standing == "away" and not self.waiting)


def keeping_line(look: Look, keeping: Keeping) -> Line:
    """`on disk 11:42:06`, what is being saved, or how much is not, until it is."""
    if keeping.standing == "saving":
        return line(Piece(look.say("screen.saving", count=keeping.waiting), "muted"), " ")
    if keeping.standing == "away":
        key = "shared.to_send" if keeping.waiting else "shared.no_server"
        return line(Piece(look.say(key, count=keeping.waiting), "muted"), " ")
    if keeping.is_saved:
        time = look.clock(keeping.saved_at, seconds=True) if keeping.saved_at else ""
        return line(Piece(look.say("screen.on_disk", time=time).rstrip(), "on_time"), " ")
    return line(Piece(f" {look.say('screen.not_on_disk', count=keeping.waiting)} ", "over reverse"))


def trouble_sentence(look: Look, keeping: Keeping) -> str:
    """What is wrong with the disk and what to do about it."""
    return look.say(f"screen.trouble_{keeping.trouble}")


def standing_line(look: Look, keeping: Keeping) -> Line | None:
    """What stands above the message line until it is over: trouble, a loss, a break, a gap."""
    if keeping.trouble not in (None, AWAY):
        return line(Piece(f" ▲ {trouble_sentence(look, keeping)}", "over reverse"))
    lost = lost_sentence(look)
    if lost:
        return line(Piece(f" ▲ {lost}", "over reverse"))
    over = None if look.is_replay else break_over(look)
    if over:
        return line(Piece(f" ▲ {over[1]}", "nearly reverse"))
    gap = gap_asked(look.state)
    if gap is None:
        # A key is answered with this, so nothing is asked where nothing is disputed.
        return line(Piece(f" ? {disputes_told(look)}", "muted")) if look.disputes else None
    name = look.name(whose(look.state, gap))
    span = clock_text(round(gap.seconds))
    keys = {CLOSED: "closed_asked", RESTARTED: "restarted_asked", STOPPED: "stopped_asked"}
    key = keys.get(gap.cause, "gap_asked")
    told = look.say(f"screen.{key}", span=span, at=look.clock(gap.at), name=name)
    return line(Piece(f" ? {told}", "nearly reverse"))


def disputes_told(look: Look) -> str:
    """How many acts are disputed, and the first with what settles it; empty where none is."""
    if not look.disputes:
        return ""
    count = len(look.disputes)
    if not look.runs_floor:
        return look.say("seats.disputed_yours", count=count)
    first = look.disputes[0]
    return look.say("seats.disputed_count", count=count, first=dispute_line(look, first))


def dispute_line(look: Look, dispute: Dispute) -> str:
    """One disputed act: its number, when it was done, by whom, what it was."""
    what, at = dispute.said(look.language), look.clock(dispute.done_at)
    return look.say("seats.disputed_one", id=dispute.id, at=at, by=dispute.author, what=what)


def dispute_lines(look: Look) -> list[str]:
    """All that are this seat's to see, then what settles them."""
    if not look.disputes:
        return [look.say("seats.none_disputed")]
    key = "seats.disputed_how" if look.runs_floor else "seats.disputed_wait"
    return [*(dispute_line(look, each) for each in look.disputes), look.say(key)]


def lost_sentence(look: Look) -> str:
    """What was lost of the log, in short; empty where nothing is, or all of it was seen."""
    losses = unseen(look.state)
    if not losses:
        return ""
    lost = [each for each in losses if each.last]
    apart = sum(len(each.apart) for each in losses)
    if not lost:
        return look.say("screen.lost_apart_alone", count=apart)
    told = [_lost_told(look, lost[0])]
    if len(lost) > 1:
        told.append(look.say("screen.lost_more", count=len(lost) - 1))
    if apart:
        told.append(look.say("screen.lost_apart", count=apart))
    what = look.say("screen.lost_comma").join(told)
    return look.say("screen.lost", what=what)


def _lost_told(look: Look, loss: Loss) -> str:
    """`339-377 (10:41-10:43)`."""
    place = str(loss.first) if loss.first == loss.last else f"{loss.first}-{loss.last}"
    if loss.since is None or loss.until is None:
        return place
    since, until = look.clock(loss.since), look.clock(loss.until)
    span = since if since == until else f"{since}-{until}"
    return look.say("screen.lost_place", place=place, span=span)


def break_over(look: Look) -> tuple[datetime, str] | None:
    """When the next sitting should have begun, and that the break is over; None before that."""
    start = break_over_since(look.state, look.now)
    if start is None:
        return None
    sitting, _, _ = sitting_to_begin(look.state, look.now)
    number = look.sitting_number(sitting.id)
    return start, look.say("room.break_over", number=number, start=look.clock(start))
