"""How sure a sum of turns is: a middle and a late case from its mean and its variance.

Turns are heavy-tailed: many are short, a few are very long, so a turn is taken as lognormal. A sum
of such turns is taken as the lognormal of the same mean and variance (after Fenton and Wilkinson),
which leans to the long side while few are left and straightens itself as they become many.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import erfc, exp, log, sqrt
from statistics import NormalDist

HALVINGS = 40
CLOSE = 0.05
"""Seconds; nobody sees less."""
_ROOT_TWO = sqrt(2)
_HARDLY_EVER = 1e-9


def lognormal(mean: float, variance: float) -> tuple[float, float]:
    """The middle of that mean and variance, and the deviation of its logarithm."""
    if variance <= 0 or mean <= 0:
        return mean, 0.0
    stretch = 1 + variance / (mean * mean)
    return mean / sqrt(stretch), sqrt(log(stretch))


def mixed(cases: Sequence[tuple[float, float, float]], at: float) -> float:
    """Below which value as much lies as below so many deviations.

    Each of `cases` is how likely it is, its middle and the deviation of its logarithm; together
    they are certain.
    """
    ends = [middle * exp(at * deviation) for _, middle, deviation in cases]
    least, most, share = min(ends), max(ends), _share_above(-at)
    for _ in range(HALVINGS):
        if most - least < CLOSE:
            break
        between = (least + most) / 2
        below = sum(
            likely * _share_below(between, middle, deviation) for likely, middle, deviation in cases
        )
        least, most = (between, most) if below < share else (least, between)
    return (least + most) / 2


def _share_below(value: float, middle: float, deviation: float) -> float:
    if middle <= 0 or value <= 0 or deviation <= 0:
        return float(value >= middle)
    return _share_above(-log(value / middle) / deviation)


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
