"""The time at a desk: never going back, noticing when the machine slept or its clock was set.

Spans come from a clock that runs through sleep where the system has one (CLOCK_BOOTTIME); the wall
clock is read once, when the desk sits down. A rehearsal is the same port at another rate.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

TOLERANCE_SECONDS = 2.0
"""Wall and monotonic clock may drift apart by this much before it is called a jump."""

Seconds = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Jump:
    """The machine slept, or somebody set its clock."""

    cause: str
    """`sleep` or `step`."""
    seconds: float


class Clock(Protocol):
    """What a desk asks the time of."""

    def now(self) -> datetime:
        """The instant now, UTC; never earlier than one told before."""

    def jump(self) -> Jump | None:
        """A jump since the last time asked; each is told once."""


def elapsed_through_sleep() -> float:
    """Seconds from a fixed moment, sleep of the machine included where the system can tell."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)


class SystemClock:
    """Real time, anchored once to the wall clock."""

    def __init__(
        self,
        not_before: datetime | None = None,
        *,
        wall: Seconds = time.time,
        elapsed: Seconds = elapsed_through_sleep,
        awake: Seconds = time.monotonic,
    ) -> None:
        """`not_before` is the newest instant in the log: a clock set back must not undercut it."""
        self._wall, self._elapsed, self._awake = wall, elapsed, awake
        started = wall()
        floor = not_before.timestamp() if not_before else started
        self._anchor = max(started, floor)
        self._elapsed_at_anchor = elapsed()
        self._offset = self._anchor - started
        self._asleep = elapsed() - awake()
        self._first: Jump | None = None
        if self._offset > TOLERANCE_SECONDS:
            self._first = Jump("step", -self._offset)

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
        ahead = self._wall() + self._offset - self.now().timestamp()
        if abs(ahead) <= TOLERANCE_SECONDS:
            return None
        if ahead > 0 and not hasattr(time, "CLOCK_BOOTTIME"):
            self._anchor += ahead
            return Jump("sleep", ahead)
        self._offset -= ahead
        return Jump("step", ahead)


class RehearsalClock:
    """Simulated time: begins at a given instant and runs `speed` times as fast as real time."""

    def __init__(
        self, start: datetime, speed: float = 1.0, *, elapsed: Seconds = time.monotonic
    ) -> None:
        self._start = start.astimezone(UTC)
        self._speed = speed
        self._elapsed = elapsed
        self._began = elapsed()

    def now(self) -> datetime:
        """The simulated instant now, UTC."""
        return self._start + timedelta(seconds=(self._elapsed() - self._began) * self._speed)

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
