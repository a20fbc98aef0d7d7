"""The sum of what is still to come, turn by turn: at full time, in the middle and the late case.

Single turns and hand-overs are independent of each other, so their variances add. What is not known
of the pace itself is the same for all turns and does not even out, however many are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, sqrt
from typing import Protocol

from meeting_tui.forecast.pace import HandOver, Pace
from meeting_tui.forecast.spread import middle_and_late


class Asks(Protocol):
    """Somebody whose turn it will be, as far as its length depends on them."""

    @property
    def kind(self) -> str:
        """Kind of speech."""
        ...

    @property
    def tier(self) -> str:
        """Tier of the rules of procedure."""
        ...


class Outlook:
    """A running sum in seconds; `figures` may be asked for after each piece is added."""

    def __init__(self, pace: Pace, hand_over: HandOver) -> None:
        self._pace = pace
        self._hand_over = hand_over
        self._drift = pace.rules.timekeeper.drift**2 / 2
        self._stretch = pace.stretch
        self._shares: dict[tuple[str, str], float] = {}
        self.full = 0.0
        """Everybody uses their whole limit."""
        self._turns = self._turns_variance = 0.0
        self._rest = self._rest_variance = 0.0
        self._count = self._gaps = 0

    def add(self, runs: Iterable[tuple[float, Sequence[Asks], str]], gap: float) -> None:
        """Count pieces to come, as in `to_come.Run`, each turn with the hand-over before it.

        `gap` are the seconds before the first: a whole hand-over, which is uncertain, or what is
        left of one. What is set apart in the plan takes the same at every pace, so that whoever is
        inscribed for it moves nothing forward; no hand-over goes before what nobody is inscribed
        for.
        """
        hand_over = self._hand_over.seconds
        for seconds, asked, planned in runs:
            number = len(asked)
            if number:
                self.add_fixed(gap + (number - 1) * hand_over)
                self._gaps += number - (gap != hand_over)
            if not number or planned:
                self.add_fixed(seconds * max(1, number))
            else:
                mean = self._mean_share(asked[0]) * seconds
                self.full += number * seconds
                self._turns += number * mean
                self._turns_variance += number * mean * mean * self._stretch
                self._count += number
            gap = hand_over

    def _mean_share(self, asked: Asks) -> float:
        sort = (asked.kind, asked.tier)
        if sort not in self._shares:
            self._shares[sort] = self._pace.mean_share(*sort)
        return self._shares[sort]

    def add_fixed(self, seconds: float) -> None:
        """Count what takes the same time at every pace."""
        self.full += seconds
        self._rest += seconds

    def add_begun(self, full_seconds: float, mean: float, variance: float) -> None:
        """Count what is left of a turn that has begun."""
        self.full += full_seconds
        self._rest += mean
        self._rest_variance += variance

    def figures(self) -> tuple[float, float]:
        """Seconds in the middle case and in the late case, of what was counted so far.

        While nobody has gone over their limit, the middle case is not later than full time.
        """
        turns = self._turns
        common = exp(self._pace.doubt + self._drift * self._count)
        variance = (
            turns * turns * common * (common - 1)
            + self._turns_variance * common
            + self._rest_variance
            + self._gaps * self._hand_over.variance
            + self._gaps * self._gaps * self._hand_over.doubt
        )
        middle, late = middle_and_late(turns * sqrt(common) + self._rest, variance)
        if self._pace.is_within_limits and middle > self.full:
            middle = self.full
        return middle, max(middle, late)
