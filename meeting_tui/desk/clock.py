"""The time at a desk: never going back, noticing when the machine slept or its clock was set.

Spans come from a clock that runs through sleep where the system has one; the wall clock is read
once, when the desk sits down. A rehearsal is the same port at another rate.

The clock of a session is kept beside its log, so that it goes on over restarts of the program. As
long as the machine runs, one of its clocks counts through sleep, restarts of the program and
whatever its date is set to. How the session's clock stood against that one is in `clock.json`, so
what passed meanwhile is known. After a restart of the machine only its date is left to tell.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from math import inf, isfinite
from pathlib import Path
from threading import Thread
from typing import Protocol

from msgspec import MsgspecError, Struct
from msgspec.json import decode, encode
from msgspec.structs import asdict

from meeting_tui.agenda.checks import LAST_YEAR
from meeting_tui.agenda.local_times import day_text
from meeting_tui.meeting.clock_gaps import MOVED, STEP
from meeting_tui.meeting.days import days_off_plan
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.state import MeetingState
from meeting_tui.outside import read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence, in_language

TOLERANCE_SECONDS = 2.0
"""Wall and monotonic clock may drift apart by this much before it is called a jump."""
DRIFT = 0.001
"""Seconds in a second by which clocks may go apart, as when the wall clock is being slewed."""

LAST_SECOND = datetime(LAST_YEAR, 12, 31, tzinfo=UTC).timestamp()
"""A machine's date after it is that of no meeting."""

Seconds = Callable[[], float]

_WINDOWS_BOOTS = (
    r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
)
CLOCK = "clock.json"
_DAY = 86_400.0
_MOST_BYTES = 4096
Soon = Callable[[Callable[[], None]], None]


class Jump(Struct, frozen=True):
    """The machine slept, or somebody set its clock."""

    cause: str
    """`sleep` or `step`."""
    seconds: float
    """How long it slept, or how far the clock was set forward; negative for back."""


class GoesOn(Struct, frozen=True):
    """What a session's own clock says now, from before the program was started again."""

    at: float
    """Seconds since 1970."""
    ahead: float = 0.0
    """Seconds by which the machine's was known to be ahead of it."""
    follows: bool = True
    """Whether it is put forward to the machine's where that is ahead."""


def boot_id() -> str:
    """What tells this start of the machine from any other; empty where the system does not say."""
    try:
        if sys.platform == "win32":
            import winreg

            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _WINDOWS_BOOTS) as key:
                return f"windows {winreg.QueryValueEx(key, 'BootId')[0]}"
        if sys.platform == "darwin":
            return _mac_boot()
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _mac_boot() -> str:
    import ctypes

    told, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    ask = ctypes.CDLL(None).sysctlbyname
    failed = ask(b"kern.bootsessionuuid", told, ctypes.byref(size), None, ctypes.c_size_t(0))
    return "" if failed else told.value.decode("ascii")


class Clock(Protocol):
    """What a desk asks the time of."""

    def now(self) -> datetime:
        """The instant now, UTC; never earlier than one told before."""

    def jump(self) -> Jump | None:
        """A jump since the last time asked; each is told once."""


def elapsed_through_sleep() -> float:
    """Seconds from a fixed moment, sleep of the machine included where the system can tell."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if boottime is not None:
        return time.clock_gettime(boottime)
    if sys.platform == "darwin":
        # Here this clock runs through sleep, and the one Python calls monotonic does not.
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


def awake_seconds() -> float:
    """Seconds from a fixed moment that the machine was awake."""
    if sys.platform == "win32":
        import ctypes

        ticks = ctypes.c_ulonglong()
        ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000
    return time.monotonic()


def runs_through_sleep() -> bool:
    """Whether `elapsed_through_sleep` does what it is called."""
    return hasattr(time, "CLOCK_BOOTTIME") or sys.platform in ("darwin", "win32")


class Machine(Struct, frozen=True):
    """The clocks of a computer; tests have others."""

    wall: Seconds = time.time
    elapsed: Seconds = elapsed_through_sleep
    awake: Seconds = awake_seconds
    through_sleep: Callable[[], bool] = runs_through_sleep
    boot: Callable[[], str] = boot_id


THIS = Machine()


class SystemClock:
    """Real time, anchored once to the wall clock."""

    def __init__(
        self,
        not_before: datetime | None = None,
        *,
        goes_on: GoesOn | None = None,
        wall: Seconds = time.time,
        elapsed: Seconds = elapsed_through_sleep,
        awake: Seconds = awake_seconds,
        through_sleep: bool | None = None,
    ) -> None:
        """`not_before` is the newest instant in the log: a clock set back must not undercut it.

        `goes_on`: what this session's clock says now, where that is known of the time before.
        `through_sleep` is whether `elapsed` runs while the machine sleeps; asked of the system.
        """
        self._wall, self._elapsed, self._awake = wall, elapsed, awake
        self._through_sleep = runs_through_sleep() if through_sleep is None else through_sleep
        started = wall()
        own = started if goes_on is None else goes_on.at
        own = max(own, not_before.timestamp()) if not_before else own
        apart = started - own
        follows = goes_on is not None and goes_on.follows and apart > TOLERANCE_SECONDS
        self.put_forward = apart if follows else 0.0
        """Seconds by which it was put forward now, after the machine's; no time passed in them."""
        self._anchor = own + self.put_forward
        self._elapsed_at_anchor = self._asked_at = elapsed()
        self._ahead = started - self._anchor
        """By how much the wall clock is known to be ahead of ours."""
        self._asleep = self._elapsed_at_anchor - awake()
        untold = self._ahead - (goes_on.ahead if goes_on and not follows else 0.0)
        self._first = Jump("step", untold) if abs(untold) > TOLERANCE_SECONDS else None

    def now(self) -> datetime:
        """The instant now, UTC."""
        passed = self._elapsed() - self._elapsed_at_anchor
        return datetime.fromtimestamp(self._anchor + passed, UTC)

    @property
    def ahead(self) -> float:
        """Seconds by which the machine's clock is known to be ahead of this one."""
        return self._ahead

    def before(self) -> datetime:
        """The instant now as it was before it was put forward, UTC."""
        return self.now() - timedelta(seconds=self.put_forward)

    def jump(self) -> Jump | None:
        """A sleep or a step of the clock since the last time asked.

        Where no clock runs through sleep, a wall clock that is ahead is taken for sleep and counts.
        """
        if self._first:
            first, self._first = self._first, None
            return first
        slept = self._elapsed() - self._awake() - self._asleep
        if slept > TOLERANCE_SECONDS:
            self._asleep += slept
            return Jump("sleep", slept)
        stepped = self._wall() - self.now().timestamp() - self._ahead
        if abs(stepped) <= TOLERANCE_SECONDS:
            self._follow(stepped)
            return None
        if stepped > 0 and not self._through_sleep:
            self._anchor += stepped
            return Jump("sleep", stepped)
        self._ahead += stepped
        return Jump("step", stepped)

    def _follow(self, apart: float) -> None:
        """Let the clocks drift as clocks do, so that a day of it is no jump in the evening."""
        elapsed = self._elapsed()
        most = (elapsed - self._asked_at) * DRIFT
        self._asked_at = elapsed
        self._ahead += max(-most, min(most, apart))


class ServerTime:
    """The time of a server as a computer knows it: what was said, and what passed since.

    The computer's own date is not asked, so that one that is wrong, or is put right, changes
    nothing.
    """

    def __init__(self, machine: Machine = THIS) -> None:
        self.machine = machine
        self._known: tuple[float, float] | None = None
        """The server's time less that passed here, and by how much that may be off; seconds."""
        self._moved = 0.0

    def heard(self, said: float, asked_at: float, answered_at: float) -> None:
        """It said its time, in seconds since 1970; when is told by the clock `elapsed`.

        The answer that was on its way for the shortest time is gone by, until another cannot be
        true beside it.
        """
        within = (answered_at - asked_at) / 2
        apart = said - (asked_at + answered_at) / 2
        known = self._known
        if known is None:
            self._moved += apart + self.machine.elapsed() - self.machine.wall()
        elif abs(apart - known[0]) > within + known[1]:
            self._moved += apart - known[0]
        elif within > known[1]:
            return
        self._known = apart, within

    def now(self) -> float:
        """Seconds since 1970 by the server; by this computer before it was heard of."""
        if self._known is None:
            return self.machine.wall()
        return self._known[0] + self.machine.elapsed()

    @property
    def machine_ahead(self) -> float:
        """Seconds by which this computer's clock is ahead of the server's, as far as is known."""
        return self.machine.wall() - self.now()

    def moved(self) -> float:
        """Seconds by which it went forward since this was asked last, without time passing."""
        moved, self._moved = self._moved, 0.0
        return moved


class SharedClock:
    """Real time of a meeting on a server, the same at every seat."""

    def __init__(self, time: ServerTime) -> None:
        self._time = time
        self._latest = time.now()
        self._asleep = self._slept()
        time.moved()  # what is before is nothing that was seen here

    def now(self) -> datetime:
        """The instant now, UTC; goes back only where the server's does by more than a moment."""
        now = self._time.now()
        is_moment = 0 < self._latest - now <= TOLERANCE_SECONDS
        self._latest = self._latest if is_moment else now
        return datetime.fromtimestamp(self._latest, UTC)

    def jump(self) -> Jump | None:
        """A sleep of this computer, or the server's time that was set, since this was asked."""
        slept = self._slept() - self._asleep
        if slept > TOLERANCE_SECONDS:
            self._asleep += slept
            return Jump("sleep", slept)
        moved = self._time.moved()
        if abs(moved) <= TOLERANCE_SECONDS:
            return None
        return Jump(MOVED if moved > 0 else STEP, moved)

    def _slept(self) -> float:
        return self._time.machine.elapsed() - self._time.machine.awake()


class RehearsalClock:
    """Simulated time: begins at a given instant and runs `speed` times as fast as real time."""

    def __init__(
        self, start: datetime, speed: float = 1.0, *, elapsed: Seconds = time.monotonic
    ) -> None:
        self._start = start.astimezone(UTC)
        self.speed = speed
        self._elapsed = elapsed
        self._began = elapsed()

    def now(self) -> datetime:
        """The simulated instant now, UTC."""
        return self._start + timedelta(seconds=(self._elapsed() - self._began) * self.speed)

    def keep(self, folder: Path, machine: Machine = THIS) -> None:
        """Write down how it stands, for the other seats of the rehearsal."""
        boot = machine.boot()
        if boot:
            at = self.now().timestamp()
            _write(folder / CLOCK, _Kept(boot, machine.elapsed(), at, 0.0, self.speed))

    @classmethod
    def beside(cls, folder: Path, machine: Machine = THIS) -> RehearsalClock | None:
        """The same time as the other seats of the rehearsal; None where it is not known."""
        kept = _read(folder / CLOCK)
        if kept is None or kept.boot != machine.boot() or not 0 < kept.speed < inf:
            return None
        passed = (machine.elapsed() - kept.elapsed) * kept.speed
        return cls(datetime.fromtimestamp(kept.at + passed, UTC), kept.speed)

    def jump(self) -> Jump | None:
        """A rehearsal never jumps."""
        return None


class ScriptClock:
    """Time as a script tells it: stands still until it is set."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """The instant last set, UTC."""
        return self._now

    def set(self, now: datetime) -> None:
        """Go to an instant."""
        self._now = now.astimezone(UTC)

    def jump(self) -> Jump | None:
        """A script never jumps."""
        return None


class _Kept(Struct, frozen=True):
    """How the session's clock stood at one moment."""

    boot: str
    elapsed: float
    """Of the clock that counts through sleep, in seconds."""
    at: float
    """Of the session's, in seconds since 1970."""
    ahead: float
    """By how much the machine's was known to be ahead of it."""
    speed: float = 0.0
    """Of a rehearsal's clock: how many times as fast it runs."""


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
        _write(self._folder / CLOCK, _Kept(boot, elapsed, at, self.ahead))


def _write(path: Path, kept: _Kept) -> None:
    """Keep how a clock stands, where that can be written now."""
    told = {name: value for name, value in asdict(kept).items() if name != "speed" or value}
    content = encode(told) + b"\n"
    # It is of use only as long as the machine runs, so it need not outlive a loss of power.
    with suppress(WriteRefused):
        write_atomic(path, content, is_synced=False)


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
        found = decode(read_outside(path, _MOST_BYTES))
        boot, *numbers = (found[key] for key in ("boot", "elapsed", "at", "ahead"))
        elapsed, at, ahead = map(float, numbers)
        speed = float(found.get("speed", 0.0))
        datetime.fromtimestamp(at, UTC)
    except (MsgspecError, OSError, ValueError, TypeError, KeyError, OverflowError):
        return None
    is_whole = isinstance(boot, str) and all(map(isfinite, (elapsed, at, ahead)))
    return _Kept(boot, elapsed, at, ahead, speed) if is_whole and boot else None
