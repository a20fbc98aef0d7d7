"""How sure a sum of turns is: a middle and a late case from its mean and its variance.

Turns are heavy-tailed: many are short, a few are very long, so a turn is taken as lognormal. A sum
of such turns is taken as the lognormal of the same mean and variance (after Fenton and Wilkinson),
which leans to the long side while few are left and straightens itself as they become many.
"""

from __future__ import annotations

from functools import cache
from math import erfc, exp, log, sqrt
from statistics import NormalDist

LATE_CASE = 1.2815515655446004
"""Standard deviations above the middle that nine cases in ten stay below."""
_ROOT_TWO = sqrt(2)
_HARDLY_EVER = 1e-9


def middle_and_late(
    mean: float, variance: float, middle: float = 0.0, late: float = LATE_CASE
) -> tuple[float, float]:
    """The value that half of all cases stay below, and the one that nine in ten do.

    Both lie so many standard deviations above the middle of the lognormal distribution.
    """
    if variance <= 0 or mean <= 0:
        return mean, mean
    stretch = 1 + variance / (mean * mean)
    typical, deviation = mean / sqrt(stretch), sqrt(log(stretch))
    return typical * exp(middle * deviation), typical * exp(late * deviation)


@cache
def deviations(level: float) -> float:
    """Standard deviations above the middle below which that share of all cases lies."""
    return NormalDist().inv_cdf(level)


def still_to_come(typical: float, spread: float, used: float) -> tuple[float, float]:
    """Mean and variance of what is left of a turn that has lasted `used` seconds so far.

    `typical` is the middle of such turns in seconds, `spread` the deviation of their logarithms.
    Whoever has spoken for long is expected to go on for longer.
    """
    if spread <= 0:
        return max(0.0, typical - used), 0.0
    whole, stretch = typical * exp(spread * spread / 2), exp(spread * spread)
    if used <= 0:
        return whole, whole * whole * (stretch - 1)
    at = log(used / typical) / spread
    reached = _share_above(at)
    if reached < _HARDLY_EVER:
        left = used * spread / at
        return left, left * left
    mean = whole * _share_above(at - spread) / reached
    square = whole * whole * stretch * _share_above(at - 2 * spread) / reached
    return max(0.0, mean - used), max(0.0, square - mean * mean)


def _share_above(deviations: float) -> float:
    """How much of a normal distribution lies above so many standard deviations."""
    return erfc(deviations / _ROOT_TWO) / 2
