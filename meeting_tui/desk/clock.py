"""The time at a desk: never going back, noticing when the machine slept or its clock was set.

Spans come from a clock that runs through sleep where the system has one; the wall clock is read
once, when the desk sits down. A rehearsal is the same port at another rate.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from meeting_tui.record import record

TOLERANCE_SECONDS = 2.0
"""Wall and monotonic clock may drift apart by this much before it is called a jump."""
DRIFT = 0.001
"""Seconds in a second by which clocks may go apart, as when the wall clock is being slewed."""

Seconds = Callable[[], float]


@record
class Jump:
    """The machine slept, or somebody set its clock."""

    cause: str
    """`sleep` or `step`."""
    seconds: float
    """How long it slept, or how far the clock was set forward; negative for back."""


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


class SystemClock:
    """Real time, anchored once to the wall clock."""

    def __init__(
        self,
        not_before: datetime | None = None,
        *,
        wall: Seconds = time.time,
        elapsed: Seconds = elapsed_through_sleep,
        awake: Seconds = awake_seconds,
        through_sleep: bool | None = None,
    ) -> None:
        """`not_before` is the newest instant in the log: a clock set back must not undercut it.

        `through_sleep` is whether `elapsed` runs while the machine sleeps; asked of the system.
        """
        self._wall, self._elapsed, self._awake = wall, elapsed, awake
        self._through_sleep = runs_through_sleep() if through_sleep is None else through_sleep
        started = wall()
        floor = not_before.timestamp() if not_before else started
        self._anchor = max(started, floor)
        self._elapsed_at_anchor = self._asked_at = elapsed()
        self._ahead = started - self._anchor
        """By how much the wall clock is known to be ahead of ours."""
        self._asleep = self._elapsed_at_anchor - awake()
        self._first = Jump("step", self._ahead) if self._ahead < -TOLERANCE_SECONDS else None

    def now(self) -> datetime:
        """The instant now, UTC."""
        passed = self._elapsed() - self._elapsed_at_anchor
        return datetime.fromtimestamp(self._anchor + passed, UTC)

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
