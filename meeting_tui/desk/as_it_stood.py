"""A meeting as it stood at some moment of its day, read from its log.

Nothing is written and nobody who writes the session is held up, so it may be open elsewhere.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import takewhile

from msgspec import Struct

from meeting_tui.agenda.local_times import NotOne
from meeting_tui.desk.kept_clock import time_of
from meeting_tui.desk.moment_asked import MomentAsked
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import InvalidInput
from meeting_tui.forecast.plan import sittings_of_day
from meeting_tui.meeting.days import day_of
from meeting_tui.meeting.meeting import Meeting, replay

RUNS_FOR = timedelta(days=1)
"""A session nothing happened in for so long does not run now."""


class Stood(Struct, frozen=True):
    """A meeting and the instant at which it is looked at."""

    meeting: Meeting
    now: datetime


def as_it_stood(folder: SessionFolder, asked: MomentAsked | time | None = None) -> Stood:
    """The meeting after the entries up to a local time; by default after its newest.

    Raises LogDamaged when the log cannot be read.
    """
    log = folder.read()
    try:
        entries = tuple(log.read())
    finally:
        log.close()
    whole = replay(entries)
    newest = max(entry.at for entry in entries)
    if asked is None:
        return Stood(whole, newest)
    now = instant_asked(whole, newest, MomentAsked(asked) if isinstance(asked, time) else asked)
    # The first entry is the agenda; without it there is no meeting to look at.
    until = takewhile(lambda entry: entry.at <= now, entries[1:])
    return Stood(replay((entries[0], *until)), now)


def instant_asked(meeting: Meeting, newest: datetime, asked: MomentAsked) -> datetime:
    """The instant meant, by the days the meeting is held on, which may not be the agenda's.

    `newest`: when its newest entry was made. Raises InvalidInput for a time that clocks skip, or
    have twice.
    """
    state = meeting.state
    zone = state.agenda.time_zone
    runs = sittings_of_day(state, newest)
    begins = min(each for each in (runs[0].planned_start, runs[0].opened_at) if each)
    first = begins.astimezone(zone).date()
    found = asked.of(begins, zone, lambda each: day_of(state, each, newest) == first)
    if isinstance(found, NotOne):
        raise InvalidInput(found.what, expected=found.expected)
    return found.astimezone(zone)


def moment_of(meeting: Meeting, folder: SessionFolder) -> datetime:
    """Now, for a session that runs now; else when its newest entry was made."""
    last = max(entry.at for entry in meeting.entries)
    now = time_of(folder.path, meeting)
    is_over = meeting.state.rehearsal or meeting.state.phase == "adjourned"
    return last if is_over or now - last > RUNS_FOR else now
