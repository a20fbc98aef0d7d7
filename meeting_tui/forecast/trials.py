"""How often the ends of a body's meetings lay below what was foreseen, and what follows from it.

A meeting that is over is gone through again under the figures learned before it, turn by turn. How
far each end lay from its middle, in deviations of the forecast, is counted apart where few and
where many turns were left. A body whose ends are not lognormal, or whose debates are now and then
interrupted, shows in these counts, whatever the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor, log
from statistics import NormalDist
from typing import Protocol, Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, Rules, TimekeeperRules
from meeting_tui.forecast.outlook import Outlook
from meeting_tui.forecast.pace import TurnTaken, learn_hand_over, learn_pace
from meeting_tui.forecast.spread import deviations

LEAST_TURNS = 4
"""Nobody looks when an item of fewer turns will be over."""
FEW = 5
"""Turns left up to which they are few."""
FARTHEST = 3.0
"""Deviations; an end that lay farther off counts as one that lay so far off."""
BINS = 30
HELD = 400
"""After so many ends what was seen counts as much as what the rules say: those of an item are
alike."""
TRIPLE = log(3)
LEAST_DEVIATION = 0.02
"""What was foreseen with more certainty than that is no trial of it."""


class Turn(Protocol):
    """One turn that is over."""

    @property
    def kind(self) -> str:
        """Kind of speech."""
        ...

    @property
    def tier(self) -> str:
        """Tier of the rules of procedure."""
        ...

    @property
    def used_seconds(self) -> float:
        """How long it was, without pauses."""
        ...

    @property
    def limit_seconds(self) -> int:
        """More than nothing."""
        ...

    @property
    def gap_seconds(self) -> float | None:
        """Since the turn before it; None where what lies between is no hand-over."""
        ...


class Ends(Struct, frozen=True, forbid_unknown_fields=True):
    """Ends by their distance from the middle that was foreseen, in deviations of the forecast."""

    counts: tuple[int, ...] = (0,) * BINS
    """From the farthest below to the farthest above."""
    logarithms: float = 0.0
    """Sum of those of how many turns were left."""

    def __add__(self, other: Self) -> Self:
        counts = tuple(a + b for a, b in zip(self.counts, other.counts, strict=True))
        return type(self)(counts, self.logarithms + other.logarithms)

    @staticmethod
    def of(distance: float, left: int) -> Ends:
        """One end, with so many turns left."""
        place = floor((distance + FARTHEST) * BINS / (2 * FARTHEST))
        counts = [0] * BINS
        counts[min(BINS - 1, max(0, place))] = 1
        return Ends(tuple(counts), log(left))

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.counts)

    def level(self, share: float) -> float:
        """The distance below which that share of them lies; there is one at least."""
        wanted, reached = share * self.count, 0
        for place, count in enumerate(self.counts):
            if count and reached + count >= wanted:
                inside = (wanted - reached) / count
                return (place + inside) * 2 * FARTHEST / BINS - FARTHEST
            reached += count
        return FARTHEST


class Trials(Struct, frozen=True, forbid_unknown_fields=True):
    """Ends with few and with many turns left."""

    few: Ends = Ends()
    many: Ends = Ends()

    def __add__(self, other: Self) -> Self:
        return type(self)(self.few + other.few, self.many + other.many)

    @property
    def is_whole(self) -> bool:
        """Whether these can be counts of ends: a file may say anything."""
        nearest, farthest = self.few.count * log(FEW), self.many.count * log(FEW + 1)
        return (
            all(
                len(each.counts) == BINS and min(each.counts) >= 0 and each.logarithms >= 0
                for each in (self.few, self.many)
            )
            and self.few.logarithms <= nearest + LEAST_DEVIATION
            and self.many.logarithms >= farthest - LEAST_DEVIATION
        )


def tried_on(items: Iterable[Sequence[Turn]], rules: Rules) -> Trials:
    """How the items of a meeting ended against what these rules foresaw after each turn."""
    taken: list[TurnTaken] = []
    gaps: list[float] = []
    few, many = Ends(), Ends()
    for number, item in enumerate(items):
        name = str(number)
        for place, turn in enumerate(item, 1):
            if turn.gap_seconds is not None and place > 1:
                gaps.append(turn.gap_seconds)
            taken.append(
                TurnTaken(name, turn.kind, turn.tier, turn.used_seconds, turn.limit_seconds)
            )
            rest = item[place:]
            if not rest or len(item) < LEAST_TURNS:
                continue
            hand_over = learn_hand_over(rules, gaps)
            outlook = Outlook(learn_pace(rules, taken, name), hand_over)
            runs = [(each.limit_seconds, (each,), "") for each in rest]
            outlook.add(runs, hand_over.seconds)
            middle, deviation = outlook.distribution()
            # What lies between two turns and is no hand-over is nothing that could be foreseen.
            truth = sum(
                each.used_seconds
                + (hand_over.seconds if each.gap_seconds is None else each.gap_seconds)
                for each in rest
            )
            if deviation >= LEAST_DEVIATION and truth > 0:
                end = Ends.of(log(truth / middle) / deviation, len(rest))
                if len(rest) <= FEW:
                    few += end
                else:
                    many += end
    return Trials(few, many)


def levels_after(known: TimekeeperRules, trials: Trials) -> TimekeeperRules:
    """The figures with the levels at which the middle and the late case were so.

    The late case may be later, not sooner, where more turns are left.
    """
    both = trials.few + trials.many
    if not both.count:
        return known
    middle = _held_back(deviations(known.middle_level), both, 0.5)
    late = _held_back(deviations(known.late_level), both, 0.9)
    growth = known.late_growth
    if trials.few.count and trials.many.count:
        near, far = (each.logarithms / each.count for each in (trials.few, trials.many))
        first, then = (
            _held_back(deviations(known.late_level) + known.late_growth * at / TRIPLE, each, 0.9)
            for at, each in ((near, trials.few), (far, trials.many))
        )
        slope = (then - first) / (far - near)
        if slope > 0:
            growth, late = slope * TRIPLE, first - slope * near
        else:
            growth = 0.0
    return replace(
        known,
        middle_level=_bounded("middle_level", NormalDist().cdf(middle)),
        late_level=_bounded("late_level", NormalDist().cdf(late)),
        late_growth=_bounded("late_growth", growth),
    )


def _held_back(known: float, ends: Ends, share: float) -> float:
    return (HELD * known + ends.count * ends.level(share)) / (HELD + ends.count)


def _bounded(figure: str, value: float) -> float:
    least, most = TIMEKEEPER_BOUNDS[figure]
    return round(min(most, max(least, value)), 4)
