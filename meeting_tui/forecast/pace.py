"""What the turns of a meeting teach about those to come: how much of their limits people use.

A pace is a picture of the past only. It is carried from turn to turn as a level that may drift, and
held back by what the rules of procedure say while few turns have been heard; kinds of speech and
tiers differ from that level as far as their own turns show. Where it is known of the body, the
first turn of an item is longer, later ones are shorter, the last ones most, and all are longer
where they are many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import copysign, exp, log, sqrt
from operator import itemgetter
from typing import NamedTuple

from msgspec import Struct

from meeting_tui.agenda.rules import Rules

Sort = tuple[str, str]
"""Kind of speech and tier, which have a pace of their own."""

LAST_TURNS = 5
"""So many turns at the end of an item are shorter than those before, the last of them most."""
USUAL_TURNS = 8
"""An item of so many turns has turns of the usual length."""
FADED = 5
"""So many places behind the first, turns have faded by two to the power of `fading`."""
MOST_TURNS = 40
"""Beyond so many, more turns say nothing more of how long they are: hardly a body shows it."""
SORT_TURNS = 8
"""After so many turns of a sort half of what sets it apart from the others is believed."""
SPREAD_TURNS = 20
"""After so many turns the spread that was seen counts as much as that of the rules."""
FARTHEST = 3.0
"""A turn that is off by more than so many deviations counts as if it were off by so many."""
SHORTEST = 10.0
"""Seconds a turn counts as at least: interjections and slips of the finger teach little."""
REMEMBERED = 0.7
"""How much of what was surprising before counts beside the next turn."""
STEP = 3.5
"""From so many deviations on, turns that were surprising on the same side show that an item goes on
in another way: what is known of its level is as doubtful then as at its beginning."""
HANDOVERS_CUT = 6
"""A gap longer than so many hand-overs counts as one of so many: something else was done in it."""
BREAK = 600
"""Seconds; a gap as long as this was a break and counts for nothing."""


class TurnTaken(NamedTuple):
    """One turn that is over."""

    item: str
    kind: str
    tier: str
    used_seconds: float
    limit_seconds: int
    """More than nothing."""


class HandOver(Struct, frozen=True):
    """The time between two speakers, as far as it is known."""

    seconds: int
    variance: float
    """Of one of them."""
    doubt: float
    """Variance of the figure itself; it does not even out over many hand-overs."""


class Pace(Struct, frozen=True):
    """How long turns are against their limits; shares are of the limit."""

    rules: Rules
    level: float
    """Logarithm of what is used against what the rules say is typical."""
    doubt: float
    """Variance of that level."""
    variance: float
    """Of the logarithms of single turns."""
    sorts: dict[Sort, float]
    """How far the level of a sort is from that of all."""
    heard: int
    """Turns that are over on the item."""
    is_within_limits: bool
    """Nobody has gone over their limit so far."""
    turns: int
    """Turns that are over in the meeting."""
    believed: float
    """How much of the level was learned on the item itself: the turns that it has show in it."""

    def of_many(self, turns: float) -> float:
        """How much longer turns are where the item has so many, those over included."""
        power = self.rules.timekeeper.growth * (1 - self.believed)
        return exp(power * size_of_item(turns)) if power else 1.0

    def at_end(self, left: float) -> float:
        """How much of its length is left to a turn that is the last but `left` of its item."""
        closing = self.rules.timekeeper.closing
        return exp(-closing * _nearness(left)) if closing and left < LAST_TURNS else 1.0

    def at_place(self, place: float) -> float:
        """How much of its length is left to a turn in that place of its item, the first being 1."""
        fading = self.rules.timekeeper.fading
        return exp(-fading * fade(place)) if fading else 1.0

    def typical_share(self, kind: str, tier: str) -> float:
        """Of its limit, how much half of the next turns of that sort stay below."""
        known = log(expected_share(self.rules, kind, tier))
        fall = self.rules.timekeeper.taper * log(self.heard + 1)
        return exp(known + self.level + self.sorts.get((kind, tier), 0.0) - fall)

    def mean_share(self, kind: str, tier: str) -> float:
        """Of its limit, how much the next turns of that sort use on average."""
        lean = self.rules.timekeeper.mean_lean
        return self.typical_share(kind, tier) * exp(lean * self.variance / 2)

    @property
    def stretch(self) -> float:
        """Variance of a single turn against the square of its mean."""
        return exp(self.rules.timekeeper.spread_lean * self.variance) - 1

    @property
    def spread(self) -> float:
        """Deviation of the logarithm of the next turn, what is not known of the level included."""
        return sqrt(self.variance + self.doubt)


def expected_share(rules: Rules, kind: str, tier: str) -> float:
    """What the rules say a turn of that sort typically takes of its limit."""
    of_kind, of_tier = rules.kind(kind), rules.tier(tier)
    if of_kind and of_kind.share:
        return of_kind.share
    return (of_tier.share if of_tier else None) or rules.timekeeper.share


def learn_pace(rules: Rules, taken: Sequence[TurnTaken], item: str | None) -> Pace:
    """The pace at which `item` goes on after the turns taken in the meeting, oldest first."""
    level = _Level(rules)
    runs = [(name, list(run)) for name, run in groupby(taken, key=itemgetter(0))]
    for place, (name, run) in enumerate(runs, 1):
        level.begin(name)
        level.hear(run, is_over=place < len(runs) or name != item)
    if item != level.item:
        level.begin(item)
    return Pace(
        rules=rules,
        level=level.at,
        doubt=level.doubt,
        variance=level.variance,
        sorts=level.sorts(),
        heard=level.heard,
        is_within_limits=all(turn.used_seconds <= turn.limit_seconds for turn in taken),
        turns=len(taken),
        believed=level.believed,
    )


def learn_hand_over(rules: Rules, gaps: Sequence[float]) -> HandOver:
    """The hand-over to be expected after the gaps seen in the meeting."""
    known, spread = rules.handover_seconds, rules.timekeeper.handover_spread
    weight = rules.timekeeper.handover_turns
    seen = [min(max(0.0, gap), HANDOVERS_CUT * known) for gap in gaps if gap < BREAK]
    seconds = round((weight * known + sum(seen)) / (weight + len(seen)))
    variance = seconds * seconds * (exp(spread * spread) - 1)
    return HandOver(seconds, variance, variance / (weight + len(seen)))


def size_of_item(turns: float) -> float:
    """How many turns an item has, against the usual number: a logarithm."""
    return log(min(max(1.0, turns), MOST_TURNS) / USUAL_TURNS)


def shape_of_item(turns: int) -> Iterator[tuple[float, float, float]]:
    """Of each turn of an item that is over: 1 for the first, nearness to the end, how far it faded.

    There is one at least; one that is alone is neither first nor near the end.
    """
    yield float(turns > 1), 0.0, 0.0
    for left in range(turns - 2, -1, -1):
        yield 0.0, _nearness(left) if left < LAST_TURNS else 0.0, fade(turns - left)


def fade(place: float) -> float:
    """How far turns have faded at a place of their item, the first being 1: a logarithm."""
    return log(1 + (place - 1) / FADED)


def _nearness(left: float) -> float:
    """1 for the last turn, falling evenly to 0 for the sixth from the end."""
    return 1 - left / LAST_TURNS


class _Level:
    """The level while it is being learned: a filter over the turns in the order they were taken."""

    def __init__(self, rules: Rules) -> None:
        known = rules.timekeeper
        self._rules = rules
        self._timekeeper = known
        self._apart, self._drift, self._taper = known.items_spread**2, known.drift**2, known.taper
        self._first_variance = known.spread**2
        self._squares, self._weight = SPREAD_TURNS * self._first_variance, SPREAD_TURNS
        self._known: dict[Sort, float] = {}
        self._offs: dict[Sort, float] = {}
        self._counts: defaultdict[Sort, int] = defaultdict(int)
        self.item: str | None = None
        self.at, self.doubt, self.heard = 0.0, self._apart, 0
        self.believed = 0.0
        """How much of `at` is from the turns of the item."""

    @property
    def variance(self) -> float:
        """Of the logarithms of single turns."""
        return self._squares / self._weight

    def begin(self, item: str | None) -> None:
        """Let another item begin: it is partly as the one before, partly unknown."""
        if self.item is not None:
            carried = self._timekeeper.carried
            self.at *= carried
            self.doubt = carried**2 * self.doubt + (1 - carried**2) * self._apart
        self.item, self.heard, self.believed = item, 0, 0.0

    def hear(self, turns: Sequence[TurnTaken], *, is_over: bool) -> None:
        """Learn from the turns of the item that has begun, oldest first.

        How many an item has is known once it is over; until then `Pace.of_many` allows for it.
        """
        at, doubt, first, heard = self.at, self.doubt, self._first_variance, self.heard
        places = self._of_places(len(turns), is_over=is_over)
        unbelieved = 1.0
        surprise = 0.0
        for place, (_, kind, tier, used, limit) in enumerate(turns):
            sort = (kind, tier)
            known = self._known.get(sort)
            if known is None:
                known = self._meet(sort)
            doubt += self._drift if heard else 0.0
            heard += 1
            off = log((used if used > SHORTEST else SHORTEST) / limit) - known - at
            if self._taper:
                off += self._taper * log(heard)
            if places:
                off -= places[place]
            expected = first + doubt
            if off * off > FARTHEST * FARTHEST * expected:
                off = copysign(FARTHEST * sqrt(expected), off)
            self._offs[sort] += off
            self._counts[sort] += 1
            if expected:
                surprise = REMEMBERED * surprise + off / sqrt(expected)
                if surprise * surprise > STEP * STEP:
                    doubt, surprise = max(doubt, self._apart), 0.0
                    expected = first + doubt
                gain = doubt / expected
                at += gain * off
                doubt *= 1 - gain
                unbelieved *= 1 - gain
                self._squares += off * off * first / expected
                self._weight += 1
        self.at, self.doubt, self.heard = at, doubt, heard
        self.believed = 1 - unbelieved

    def _of_places(self, count: int, *, is_over: bool) -> list[float]:
        """How far turns differ by their place and their number; empty where nothing is known.

        Which of them are the last of an item is known once it is over.
        """
        known = self._timekeeper
        if not (known.opening or known.closing or known.fading or known.growth):
            return []
        closing = known.closing if is_over else 0.0
        size = known.growth * size_of_item(count) if is_over else 0.0
        places = [
            size - closing * near - known.fading * faded for _, near, faded in shape_of_item(count)
        ]
        if not is_over or count > 1:
            places[0] += known.opening
        return places

    def _meet(self, sort: Sort) -> float:
        """Look up, once, the logarithm of what the rules say of a sort."""
        self._offs[sort] = 0.0
        self._known[sort] = log(expected_share(self._rules, *sort))
        return self._known[sort]

    def sorts(self) -> dict[Sort, float]:
        """How far the level of each sort is from that of all, held back while it has few turns."""
        count = sum(self._counts.values())
        common = sum(self._offs.values()) / count if count else 0.0
        return {
            sort: (off - self._counts[sort] * common) / (self._counts[sort] + SORT_TURNS)
            for sort, off in self._offs.items()
        }
