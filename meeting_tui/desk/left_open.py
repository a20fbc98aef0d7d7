"""A session that was left with somebody on the floor and is opened again much later.

Their time must not run on as if they had spoken all the while: the gap is noted as an act, does not
count, and is asked about once.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from math import floor

from meeting_tui.desk.table import Table
from meeting_tui.meeting.clock_gaps import CLOSED, gap_asked
from meeting_tui.meeting.commands import NoteClockJump
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.words import say

LEFT_SECONDS = 3600.0
"""Nothing was entered for so long: longer than anybody speaks, shorter than a break for lunch."""


Keep = Callable[[tuple[Entry, ...]], object]
"""Puts entries on disk."""


def note_left_open(table: Table, now: datetime, keep: Keep) -> None:
    """Note the time since the newest entry, if somebody's ran through it."""
    state = table.meeting.state
    speaking = state.speaking()
    if state.phase != "open" or speaking is None or speaking.paused_since is not None:
        return
    newest = max(entry.at for entry in table.meeting.entries)
    # To the millisecond and never more than it was.
    seconds = floor((now - newest).total_seconds() * 1000) / 1000
    if seconds < LEFT_SECONDS:
        return
    entries = table.propose_command(NoteClockJump(CLOSED, seconds), now)
    assert not isinstance(entries, Refusal)  # a gap is always noted
    keep(entries)
    table.accept(entries)


def left_open_told(table: Table, language: str) -> str:
    """What was noted, and how it is answered; empty where nothing is asked."""
    state = table.meeting.state
    gap = gap_asked(state)
    if gap is None or gap.cause != CLOSED or gap.spoke is None:
        return ""
    minutes = int(gap.seconds // 60)
    name = table.directory.name(state.asked_by(state.interventions[gap.spoke]).delegation, language)
    span = f"{minutes // 60}:{minutes % 60:02}"
    return say("shell.left_open", language, span=span, name=name)
