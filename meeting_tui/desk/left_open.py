"""A session that was left with somebody on the floor, or heard on a point of order.

Their time must not run on as if they had spoken all the while: the gap is noted as an act, does not
count, and is asked about once. So is what the machine's date says of the time in which it was
started anew; that counts. Where the session's clock follows a machine's that was set forward, no
time has passed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from math import floor

from meeting_tui.desk.clock import Clock, SystemClock
from meeting_tui.desk.kept_clock import SessionClock
from meeting_tui.desk.table import Table
from meeting_tui.meeting.clock_gaps import (
    CLOSED,
    MOVED,
    RESTARTED,
    ClockJumped,
    NoteClockJump,
    gap_asked,
    whose,
)
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.spans import hours_text, span
from meeting_tui.words import say

LEFT_SECONDS = 3600.0
"""Nothing was entered for so long: longer than anybody speaks, shorter than a break for lunch."""


Keep = Callable[[tuple[Entry, ...]], object]
"""Puts entries on disk."""


def note_left_open(table: Table, clock: Clock, keep: Keep) -> None:
    """Note what passed since the newest entry, if somebody's time ran through it.

    Then that the clock was put forward, and how it stands now.
    """
    moved = clock.put_forward if isinstance(clock, SystemClock) else 0.0
    restarted = isinstance(clock, SessionClock) and clock.is_after_restart
    now = clock.now()
    before = now - timedelta(seconds=moved)
    _note_gap(table, before, keep, restarted=restarted)
    if moved and table.meeting.state.phase != "adjourned":
        _note(table, MOVED, round(moved, 3), now, keep)
    if isinstance(clock, SessionClock):
        clock.keep()


def _note_gap(table: Table, now: datetime, keep: Keep, *, restarted: bool) -> None:
    state = table.meeting.state
    speaking = state.speaking()
    runs = speaking is not None and speaking.paused_since is None
    if state.phase != "open" or not (runs or state.pending_order):
        return
    newest = max(entry.at for entry in table.meeting.entries)
    # To the millisecond and never more than it was.
    seconds = floor((now - newest).total_seconds() * 1000) / 1000
    if seconds >= LEFT_SECONDS:
        _note(table, CLOSED, seconds, now, keep)
    elif restarted:
        # Also where its date says that no time passed, for it may have been set back.
        _note(table, RESTARTED, max(seconds, 0.0), now, keep)


def _note(table: Table, cause: str, seconds: float, now: datetime, keep: Keep) -> None:
    entries = table.propose_command(NoteClockJump(cause, seconds), now)
    assert not isinstance(entries, Refusal)  # a gap is always noted
    keep(entries)
    table.accept(entries)


def moved_told(table: Table, language: str) -> str:
    """That the clock was put forward just now; empty where it was not."""
    last = table.meeting.last
    if not isinstance(last.event, ClockJumped) or last.event.cause != MOVED:
        return ""
    return say("shell.clock_moved", language, span=span(last.event.seconds))


def left_open_told(table: Table, language: str) -> str:
    """What was noted, and how it is answered; empty where nothing is to be told."""
    return " ".join(filter(None, (moved_told(table, language), _gap_told(table, language))))


def _gap_told(table: Table, language: str) -> str:
    state = table.meeting.state
    gap = gap_asked(state)
    if gap is None or gap.cause not in (CLOSED, RESTARTED):
        return ""
    name = table.directory.name(whose(state, gap), language)
    if gap.cause == RESTARTED:
        return say("shell.restarted", language, span=span(gap.seconds), name=name)
    return say("shell.left_open", language, span=hours_text(gap.seconds), name=name)
