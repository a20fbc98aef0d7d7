"""The clock of a session, kept beside its log, so that it goes on over restarts of the program.

As long as the machine runs, one of its clocks counts through sleep, restarts of the program and
whatever its date is set to. How the session's clock stood against that one is in `clock.json`, so
what passed meanwhile is known. After a restart of the machine only its date is left to tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from math import isfinite
from pathlib import Path
from threading import Thread

from msgspec import Struct

from meeting_tui.agenda.local_times import day_text
from meeting_tui.desk.clock import (
    LAST_SECOND,
    THIS,
    TOLERANCE_SECONDS,
    GoesOn,
    Jump,
    Machine,
    SystemClock,
)
from meeting_tui.meeting.clock_gaps import MOVED, STEP
from meeting_tui.meeting.days import days_off_plan
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.state import MeetingState
from meeting_tui.outside import read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence, in_language

CLOCK = "clock.json"
_DAY = 86_400.0
_MOST_BYTES = 4096


class _Kept(Struct, frozen=True):
    """How the session's clock stood at one moment."""

    boot: str
    elapsed: float
    """Of the clock that counts through sleep, in seconds."""
    at: float
    """Of the session's, in seconds since 1970."""
    ahead: float
    """By how much the machine's was known to be ahead of it."""


Soon = Callable[[Callable[[], None]], None]


def _beside(work: Callable[[], None]) -> None:
    """Do it in a thread: a disk that hangs must hold up nobody."""
    Thread(target=work, name="clock", daemon=True).start()


class SessionClock(SystemClock):
    """Real time of one session, over restarts of the program."""

    def __init__(
        self, folder: Path, meeting: Meeting, machine: Machine = THIS, soon: Soon = _beside
    ) -> None:
        """`folder` is the session's, where a file says how its clock stood.

        `soon` has a write done that nobody is to wait for.
        """
        self._folder, self._machine, self._soon = folder, machine, soon
        kept, boot = _read(folder / CLOCK), machine.boot()
        self.is_after_restart = kept is not None and boot != kept.boot
        """Whether the machine was started anew since, or it is another one."""
        super().__init__(
            _newest(meeting),
            goes_on=_going_on(kept, meeting, machine),
            wall=machine.wall,
            elapsed=machine.elapsed,
            awake=machine.awake,
            through_sleep=machine.through_sleep(),
        )

    def jump(self) -> Jump | None:
        """A sleep or a step of the clock since the last time asked; how it stands then is kept."""
        found = super().jump()
        if found is not None:
            self._soon(self.keep)
        return found

    def keep_in(self, folder: Path) -> None:
        """Keep it in another folder from now on."""
        self._folder = folder
        self.keep()

    def keep(self) -> None:
        """Write down how the clock stands; what cannot be written is asked about later."""
        boot = self._machine.boot()
        if not boot or not self._machine.through_sleep():
            return
        elapsed, at = self._machine.elapsed(), self.now().timestamp()
        kept = {"boot": boot, "elapsed": elapsed, "at": at, "ahead": self.ahead}
        content = json.dumps(kept).encode("ascii") + b"\n"
        try:
            # It is of use only as long as the machine runs, so it need not outlive a loss of power.
            write_atomic(self._folder / CLOCK, content, is_synced=False)
        except WriteRefused:
            return


def time_of(folder: Path, meeting: Meeting, machine: Machine = THIS) -> datetime:
    """The instant now by the clock of a session that somebody else may be running, UTC."""
    newest = _newest(meeting)
    kept = _kept_now(_read(folder / CLOCK), machine)
    wall = machine.wall()
    own = (wall if wall <= LAST_SECOND else 0.0) if kept is None else kept.at
    return max(datetime.fromtimestamp(own, UTC), newest)


def other_day_told(state: MeetingState, now: datetime, language: str) -> str:
    """By how much the machine's date is off the plan's, until the meeting is opened; else empty."""
    days = days_off_plan(state, now)
    if state.rehearsal or state.phase != "planned" or not days:
        return ""
    zone = state.agenda.time_zone
    plan = state.agenda.sittings[0].start.astimezone(zone).date()
    key = "shell.day_earlier" if days < 0 else "shell.day_later"
    today, planned = day_text(now.astimezone(zone).date()), day_text(plan)
    return in_language(Sentence(key, today=today, plan=planned, count=abs(days)), language)


def _newest(meeting: Meeting) -> datetime:
    return max(entry.at for entry in meeting.entries)


def _going_on(kept: _Kept | None, meeting: Meeting, machine: Machine) -> GoesOn | None:
    known = _kept_now(kept, machine)
    wall, newest = machine.wall(), _newest(meeting).timestamp()
    if known is not None:
        return GoesOn(known.at, known.ahead, _is_likelier(wall, known.at, meeting))
    if wall > LAST_SECOND:
        return GoesOn(newest, follows=False)
    # Not known; but a step that was noted since the turn began is no time.
    steps = _steps_noted(meeting)
    if TOLERANCE_SECONDS < steps <= wall - newest + TOLERANCE_SECONDS:
        return GoesOn(max(wall - steps, newest))
    return None


def _kept_now(kept: _Kept | None, machine: Machine) -> GoesOn | None:
    """What was kept, as of now; None where the machine was started anew."""
    if kept is None or not machine.through_sleep() or machine.boot() != kept.boot:
        return None
    passed = machine.elapsed() - kept.elapsed
    return GoesOn(kept.at + passed, kept.ahead) if passed >= 0 else None


def _is_likelier(wall: float, own: float, meeting: Meeting) -> bool:
    """Whether the machine's clock may be right: on the plan's days, or no further from them."""
    starts = [each.start.timestamp() for each in meeting.state.agenda.sittings]
    apart = min(abs(wall - each) for each in starts)
    return apart <= min(abs(own - each) for each in starts) + _DAY


def _steps_noted(meeting: Meeting) -> float:
    """Seconds by which the machine's clock was set while the one who has the floor had it."""
    speaking = meeting.state.speaking()
    if speaking is None:
        return 0.0
    since = [each for each in meeting.state.gaps if each.at >= speaking.given_at]
    moved = sum(each.seconds for each in since if each.cause == MOVED)
    return sum(each.seconds for each in since if each.cause == STEP) - moved


def _read(path: Path) -> _Kept | None:
    """What the file says; None where there is none, or none that can be believed."""
    try:
        found = json.loads(read_outside(path, _MOST_BYTES))
        boot, *numbers = (found[key] for key in ("boot", "elapsed", "at", "ahead"))
        elapsed, at, ahead = map(float, numbers)
        datetime.fromtimestamp(at, UTC)
    except (OSError, ValueError, TypeError, KeyError, OverflowError):
        return None
    is_whole = isinstance(boot, str) and all(map(isfinite, (elapsed, at, ahead)))
    return _Kept(boot, elapsed, at, ahead) if is_whole and boot else None
