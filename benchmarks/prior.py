"""What one half of the sittings teaches for the other: the figures a rules file would hold.

Moments of the logarithms: how long turns are, how far one is from another of its debate, and
debates from each other. How fast turns shorten and how far their level drifts is tried out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean

from msgspec.structs import replace

from benchmarks.debates import Debate, Sitting, gaps
from meeting_tui.agenda.rules import Rules, TimekeeperRules

LEAST_TURNS = 2
LONGEST_GAP = 120
"""A longer gap is not a hand-over: something else was done in it."""


@dataclass(frozen=True, slots=True)
class Apart:
    """How far figures are from each other, within their groups and between them (variances)."""

    mean: float
    within: float
    between: float


def prior_of(sittings: Sequence[Sitting], rules: Rules, taper: float, drift: float) -> Rules:
    """The rules with what these sittings teach; `taper` and `drift` as given."""
    debates = [each for sitting in sittings for each in sitting if len(each) >= LEAST_TURNS]
    shares = _apart([_levels(each, taper) for each in debates])
    between_turns = [gap for each in debates for gap in gaps(each) if 0 < gap <= LONGEST_GAP] or [
        20.0
    ]
    spread = _apart([[log(gap) for gap in between_turns]]).within
    known = TimekeeperRules(
        share=_held(exp(shares.mean), 0.05, 2),
        spread=_held(sqrt(shares.within), 0, 1),
        items_spread=_held(sqrt(shares.between), 0.05, 1),
        drift=drift,
        taper=taper,
        handover_spread=_held(sqrt(spread), 0, 1),
    )
    hand_over = round(fmean(between_turns))
    return replace(rules, timekeeper=known, handover_seconds=hand_over)


def _levels(debate: Debate, taper: float) -> list[float]:
    return [
        log(max(1.0, turn.used) / turn.limit_seconds) + taper * log(n)
        for n, turn in enumerate(debate, 1)
    ]


def _apart(groups: Sequence[Sequence[float]]) -> Apart:
    """Analysis of variance of groups of unequal size."""
    count = sum(len(group) for group in groups)
    mean = sum(sum(group) for group in groups) / count
    means = [fmean(group) for group in groups]
    squares = sum((y - m) ** 2 for group, m in zip(groups, means, strict=True) for y in group)
    within = squares / max(1, count - len(groups))
    scatter = sum(len(g) * (m - mean) ** 2 for g, m in zip(groups, means, strict=True)) / count
    return Apart(mean, within, max(0.0, scatter - within * len(groups) / count))


def _held(value: float, least: float, most: float) -> float:
    return min(most, max(least, value))
