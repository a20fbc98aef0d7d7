"""The time at a desk: never going back, noticing when the machine slept or its clock was set.

Spans come from a clock that runs through sleep where the system has one; the wall clock is read
once, when the desk sits down. A rehearsal is the same port at another rate.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from meeting_tui.agenda.checks import LAST_YEAR

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
