"""The sum of what is still to come, turn by turn: at full time, in the middle and the late case.

Single turns and hand-overs are independent of each other, so their variances add. What is not known
of the pace itself is the same for all turns and does not even out, however many are left. How long
turns are may go with how many an item has and with how many come behind them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp, log, sqrt
from typing import Protocol

from meeting_tui.forecast.breaks import Breaks
from meeting_tui.forecast.newcomers import Newcomers
from meeting_tui.forecast.pace import LAST_TURNS, HandOver, Pace
from meeting_tui.forecast.spread import deviations, lognormal, mixed


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


def turns_to_come(runs: Iterable[tuple[float, Sequence[Asks], str]]) -> int:
    """How many turns there are among pieces to come, those set apart in the plan left aside."""
    return sum(len(asked) for _, asked, planned in runs if not planned)


class Outlook:
    """A running sum in seconds; `figures` may be asked for after each piece is added."""

    def __init__(
        self,
        pace: Pace,
        hand_over: HandOver,
        to_come: float | None = None,
        before: int | None = None,
        breaks: Breaks | None = None,
    ) -> None:
        """Of an item with so many turns to come, and so many before them.

        If not given, those to come are all that are added first, and those before that were heard.
        `breaks` are those that may come meanwhile.
        """
        self._breaks = breaks
        self._pace = pace
        self._to_come = to_come
        self._before = pace.heard if before is None else before
        self._hand_over = hand_over
        self._drift = pace.rules.timekeeper.drift**2 / 2
        self._stretch = pace.stretch
        self._shares: dict[tuple[str, str], float] = {}
        self.full = 0.0
        """Everybody uses their whole limit."""
        self._turns = self._turns_variance = 0.0
        self._rest = self._rest_variance = 0.0
        self._count = 0.0
        self._gaps = 0
        self._newcomers = Newcomers()
        self._mean = self._newcomer_full = 0.0

    def add(self, runs: Iterable[tuple[float, Sequence[Asks], str]], gap: float) -> None:
        """Count pieces to come, as in `to_come.Run`, each turn with the hand-over before it.

        `gap` are the seconds before the first: a whole hand-over, which is uncertain, or what is
        left of one. What is set apart in the plan takes the same at every pace, so that whoever is
        inscribed for it moves nothing forward; no hand-over goes before what nobody is inscribed
        for.
        """
        hand_over = self._hand_over.seconds
        runs = tuple(runs)
        if self._to_come is None:
            self._to_come = turns_to_come(runs)
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
                self._add_turns(number, mean, self._to_come - self._count)
            gap = hand_over

    def _add_turns(self, number: int, mean: float, left: float) -> None:
        """Count turns of one length, the first of them with `left` to come, itself included."""
        pace = self._pace
        if pace.rules.timekeeper.fading:
            first = self._before + (self._to_come or 0) - left + 1
            places = [pace.at_place(first + n) * pace.at_end(left - n - 1) for n in range(number)]
            whole = 0
        else:
            whole = min(number, max(0, int(left) - LAST_TURNS))
            places = [pace.at_end(left - n - 1) for n in range(whole, number)]
        self._turns += mean * (whole + sum(places))
        squares = whole + sum(each * each for each in places)
        self._turns_variance += mean * mean * squares * self._stretch
        self._count += number

    def _mean_share(self, asked: Asks) -> float:
        sort = (asked.kind, asked.tier)
        if sort not in self._shares:
            self._shares[sort] = self._pace.mean_share(*sort) * self._of_many()
        return self._shares[sort]

    def _of_many(self) -> float:
        return self._pace.of_many(self._before + (self._to_come or 0))

    def typical_share_now(self, asked: Asks) -> float:
        """Of its limit, how much the turn typically uses that has begun before all to come."""
        behind = self._to_come or 0
        share = self._pace.typical_share(asked.kind, asked.tier) * self._of_many()
        if self._pace.heard:
            return share * self._pace.at_end(behind) * self._pace.at_place(self._before)
        return share * exp(self._pace.rules.timekeeper.opening) if behind else share

    def add_fixed(self, seconds: float) -> None:
        """Count what takes the same time at every pace."""
        self.full += seconds
        self._rest += seconds

    def add_begun(self, full_seconds: float, mean: float, variance: float) -> None:
        """Count what is left of a turn that has begun."""
        self.full += full_seconds
        self._rest += mean
        self._rest_variance += variance

    def add_newcomers(self, expected: Newcomers, limit: int) -> None:
        """Count those who have not asked yet, at so many seconds each; never at full time."""
        kind = self._pace.rules.default_kind
        last = self._pace.at_place(self._before + (self._to_come or 0) + 1)
        mean = self._pace.mean_share(kind, "") * self._of_many() * last * limit
        hand_over = self._hand_over.seconds
        self._newcomers, self._mean = expected, mean
        self._newcomer_full = limit + hand_over

    def distribution(self, newcomers: float = 0.0) -> tuple[float, float]:
        """Seconds in the middle of what was counted so far, and the deviation of its logarithm.

        No break is in it, and so many of those who have not asked yet.
        """
        return lognormal(*self._moments(newcomers))

    def _moments(self, newcomers: float) -> tuple[float, float]:
        """Mean and variance in seconds, with so many who have not asked yet."""
        mean, hand_over = self._mean, self._hand_over
        turns = self._turns + newcomers * mean
        turns_variance = self._turns_variance + newcomers * mean * mean * self._stretch
        common = exp(self._pace.doubt + self._drift * (self._count + newcomers))
        variance = (
            turns * turns * common * (common - 1)
            + turns_variance * common
            + self._rest_variance
            + (self._gaps + newcomers) * hand_over.variance
            + self._gaps * self._gaps * hand_over.doubt
        )
        rest = self._rest + newcomers * hand_over.seconds
        return turns * sqrt(common) + rest, variance

    def _cases(self, capped_at: float | None) -> Iterator[tuple[float, float, float]]:
        """What may come: how likely it is, its middle and the deviation of its logarithm.

        Without a break no case is later than full time at so many deviations, if that is given.
        """
        breaks = self._breaks
        numbers = self._newcomers.numbers() if self._newcomers.mean else (0,)
        for number in numbers:
            mean, variance = self._moments(number)
            middle, deviation = lognormal(mean, variance)
            chance = breaks.chance(middle) if breaks else 0.0
            if capped_at is not None:
                longest = self.full + number * self._newcomer_full
                middle = min(middle, longest / exp(capped_at * deviation))
            yield (1 - chance) / len(numbers), middle, deviation
            if breaks and chance:
                broken = lognormal(mean + breaks.mean, variance + breaks.variance)
                yield chance / len(numbers), *broken

    def figures(self) -> tuple[float, float]:
        """Seconds in the middle case and in the late case, of what was counted so far.

        While nobody has gone over their limit, the middle case is not later than full time, but for
        those who have not asked yet and for breaks.
        """
        known = self._pace.rules.timekeeper
        middle_at, late_at = deviations(known.middle_level), deviations(known.late_level)
        count = self._count + self._newcomers.mean
        if known.late_growth and count > 1:
            late_at += known.late_growth * log(count) / log(3)
        capped_at = middle_at if self._pace.is_within_limits else None
        cases = tuple(self._cases(capped_at))
        middle = mixed(cases, middle_at)
        if len(cases) == 1 and capped_at is not None:
            middle = min(middle, self.full)
        return middle, max(middle, mixed(tuple(self._cases(None)), late_at))
