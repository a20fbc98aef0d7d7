"""Time in which the meeting can be held: sums of it fold over breaks, for lunch is not time.

Breaks and sitting ends do not move. After the last sitting time runs on, so that what does not fit
is seen and not squeezed away.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import datetime, timedelta
from math import inf

from msgspec import Struct

Spans = tuple[tuple[datetime, datetime], ...]


class SittingTime(Struct, frozen=True):
    """The spans (start, end; UTC) of all sittings, in the order of time."""

    spans: Spans

    def earliest(self, at: datetime) -> datetime:
        """The first instant of a sitting from `at` on; `at` itself behind the last sitting."""
        for start, end in self.spans:
            if at < end:
                return at if at >= start else start
        return at

    def after(self, at: datetime, span: timedelta) -> datetime:
        """The instant at which a span of sitting time has passed since `at`.

        A span that fills a sitting is over at its end; `after(at, timedelta())` is `at`.
        """
        if not span:
            return at
        for start, end in self.spans:
            if at < end:
                begun = at if at >= start else start
                reached = begun + span
                if reached <= end:
                    return reached
                span = reached - end
                at = end
        return at + span

    def seconds_between(self, start: datetime, end: datetime) -> float:
        """How much sitting time lies between two instants; negative when `end` is before."""
        if end < start:
            return -self.seconds_between(end, start)
        held = sum(
            (min(end, until) - max(start, begun)).total_seconds()
            for begun, until in self.spans
            if min(end, until) > max(start, begun)
        )
        behind = max(start, self.spans[-1][1])
        return held + max(0.0, (end - behind).total_seconds())


class Course:
    """Sitting time from one instant on: seconds of it become instants.

    Reckoned once, for many seconds are asked for.
    """

    __slots__ = ("_legs", "_untils", "start")

    def __init__(self, time: SittingTime, start: datetime, held_until: datetime | None = None):
        """Begin at `start`; what is held then goes on until `held_until`, if that is later."""
        self.start = start
        self._legs: list[tuple[float, float, datetime]] = []
        passed, at = 0.0, start
        for begun, until in _held_on(time.spans, start, held_until or start):
            if at < until:
                at = max(at, begun)
                lasts = (until - at).total_seconds()
                self._legs.append((passed, passed + lasts, at))
                passed, at = passed + lasts, until
        self._legs.append((passed, inf, at))
        self._untils = [until for _, until, _ in self._legs]

    def end(self, seconds: float) -> datetime:
        """When what lasts until then is over; it may be at the very end of a sitting."""
        if seconds <= 0:
            return self.start
        passed, _, at = self._legs[bisect_left(self._untils, seconds)]
        return at + timedelta(seconds=seconds - passed)

    def begin(self, seconds: float) -> datetime:
        """When what follows may begin: never at the very end of a sitting, but in the next one."""
        passed, _, at = self._legs[bisect_right(self._untils, seconds)]
        return at + timedelta(seconds=seconds - passed)


def _held_on(spans: Spans, start: datetime, held_until: datetime) -> Spans:
    """The spans, the one that is held at `start` drawn out to an end that may be later."""
    if held_until <= start or any(begun <= start < held_until <= until for begun, until in spans):
        return spans
    before = tuple(each for each in spans if each[1] <= start)
    return (*before, (start, held_until), *spans[len(before) :])
