"""What meetings that are over teach about the next one of their body.

The turns of each item are taken one by one: how long, within which limit, of which kind of speech
and tier, how long after the one before. Nothing of them is kept but sums, which add up over
meetings in any order. From the sums follow the figures that a rules file holds: they take the place
of the preset's, the further the more turns and items they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import exp, log, sqrt
from typing import NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, Rules, SpeechKind, Tier
from meeting_tui.forecast.observed import heard
from meeting_tui.forecast.oddities import HOUR, INSTANT
from meeting_tui.forecast.pace import SHORTEST, SORT_TURNS, SPREAD_TURNS, Sort
from meeting_tui.meeting.state import MeetingState

LEAST_TURNS = 2
"""An item of fewer turns shows nothing of how far turns are apart."""
LONGEST_GAP = 120
"""Seconds; a longer gap is not a hand-over: something else was done in it."""
LAST_TURNS = 3
"""So many at the end of an item are looked at apart, as its opening turn is."""
BODIES_APART = 0.5
"""How far a body is from what its rules say a turn takes: a deviation of logarithms."""
TAPERS_APART = 0.15
"""How far it is from the taper its rules say."""
SPREAD_ITEMS = 6
"""After so many items how far they are apart counts as much as what the rules say of it."""
LEAST_ITEMS_SPREAD = 0.05
"""Never is it taken as certain that an item goes on as the others did."""
DIGITS = 4
"""Behind the point, of a figure that was learned."""


class Said(NamedTuple):
    """One turn that is over."""

    kind: str
    tier: str
    used_seconds: float
    limit_seconds: int
    """More than nothing."""
    gap_seconds: float | None = None
    """Since the turn before it; None where what lies between is no hand-over."""


class Added(Struct, frozen=True):
    """Sums that add up field by field."""

    def __add__(self, other: Self) -> Self:
        return type(self)(
            **{
                name: _sum(getattr(self, name), getattr(other, name))
                for name in self.__struct_fields__
            }
        )


def _sum(one: object, other: object) -> object:
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted({*one, *other})
        return {key: one.get(key, Sums()) + other.get(key, Sums()) for key in keys}
    return one + other  # type: ignore[operator]


class Sums(Added, frozen=True):
    """How many values there were, their sum and that of their squares."""

    count: int = 0
    total: float = 0.0
    squares: float = 0.0

    @staticmethod
    def of(values: Iterable[float]) -> Sums:
        """The sums of these."""
        held = list(values)
        return Sums(len(held), sum(held), sum(value * value for value in held))

    @property
    def mean(self) -> float:
        """0 where there are none."""
        return self.total / self.count if self.count else 0.0

    @property
    def variance(self) -> float:
        """Around their mean; 0 where there are fewer than two."""
        if self.count < 2:
            return 0.0
        return max(0.0, self.squares - self.total * self.mean) / (self.count - 1)


class Line(Added, frozen=True):
    """How lengths go with something else known of their turns, from the means of their items."""

    squares: float = 0.0
    """Of what is known of the turns."""
    products: float = 0.0
    """Of that with the lengths."""
    total: float = 0.0
    """Of what is known of the turns, as it is."""
    means: float = 0.0
    """Squares of its means over the items, each times its number of turns."""
    of_items: float = 0.0
    """Products of these means with the mean lengths, the same."""


class Ends(Added, frozen=True):
    """How the first and the last turns of items differ: sums of squares from the items' means."""

    first: float = 0.0
    last: float = 0.0
    both: float = 0.0
    """Products of being first and being among the last."""
    of_first: float = 0.0
    """Products of being first with the lengths."""
    of_last: float = 0.0


class Taught(Added, frozen=True):
    """What one meeting or several teach.

    Lengths are logarithms of what was used of the limit, as if all turns were of one sort.
    """

    meetings: int = 0
    sorts: dict[Sort, Sums] = {}
    """Lengths by kind of speech and tier, as they were."""
    turns: Sums = Sums()
    """All lengths."""
    items: Sums = Sums()
    """Of each item its mean length, times the root of its number of turns."""
    places: Line = Line()
    """Logarithms of the places of turns in their items."""
    ends: Ends = Ends()
    hand_overs: Sums = Sums()
    """Seconds."""
    hand_over_logs: Sums = Sums()


NOTHING = Taught()


def said_in(state: MeetingState) -> Iterator[tuple[Said, ...]]:
    """The turns of a meeting, item by item as they were held.

    Those that look like a key that was not pressed, or pressed by mistake, are left out.
    """
    taken, gaps = heard(state)
    pairs = zip(taken, gaps, strict=False)  # whoever speaks has a gap and no turn
    for _, run in groupby(pairs, key=lambda pair: pair[0].item):
        yield tuple(
            Said(turn.kind, turn.tier, turn.used_seconds, turn.limit_seconds, gap)
            for turn, gap in run
            if INSTANT <= turn.used_seconds < HOUR
        )


def taught_by(items: Iterable[Sequence[Said]]) -> Taught:
    """What one meeting teaches with the turns of its items; nothing where none counts."""
    counted = [item for item in items if len(item) >= LEAST_TURNS]
    if not counted:
        return NOTHING
    lengths: dict[Sort, list[float]] = {}
    for item in counted:
        for turn in item:
            lengths.setdefault((turn.kind, turn.tier), []).append(_length(turn))
    sorts = {sort: Sums.of(lengths[sort]) for sort in sorted(lengths)}
    apart = _apart(sorts)
    taught = Taught(meetings=1, sorts=sorts)
    for item in counted:
        taught += _of_item([_length(turn) - apart[turn.kind, turn.tier] for turn in item])
        gaps = [turn.gap_seconds for turn in item if turn.gap_seconds is not None]
        between = [gap for gap in gaps if 0 < gap <= LONGEST_GAP]
        logs = Sums.of(log(gap) for gap in between)
        taught += Taught(hand_overs=Sums.of(between), hand_over_logs=logs)
    return taught


def _length(turn: Said) -> float:
    return log(max(SHORTEST, turn.used_seconds) / turn.limit_seconds)


def _apart(sorts: Mapping[Sort, Sums]) -> dict[Sort, float]:
    """How far each sort is from all turns, held back while it has few."""
    count = sum(each.count for each in sorts.values())
    mean = sum(each.total for each in sorts.values()) / count
    return {
        sort: (each.total - each.count * mean) / (each.count + SORT_TURNS)
        for sort, each in sorts.items()
    }


def _of_item(lengths: Sequence[float]) -> Taught:
    count = len(lengths)
    mean = sum(lengths) / count
    places = [log(n) for n in range(1, count + 1)]
    middle = sum(places) / count
    last = lengths[1:][-LAST_TURNS:]
    return Taught(
        turns=Sums.of(lengths),
        items=Sums.of([mean * sqrt(count)]),
        places=Line(
            squares=sum((place - middle) ** 2 for place in places),
            products=sum((place - middle) * y for place, y in zip(places, lengths, strict=True)),
            total=sum(places),
            means=count * middle * middle,
            of_items=count * middle * mean,
        ),
        ends=Ends(
            first=1 - 1 / count,
            last=len(last) * (1 - len(last) / count),
            both=-len(last) / count,
            of_first=lengths[0] - mean,
            of_last=sum(last) - len(last) * mean,
        ),
    )


def rules_after(rules: Rules, taught: Taught) -> Rules:
    """The rules with what earlier meetings taught; of nothing they are as they were.

    Drift and everything that is not about lengths stays as the rules have it.
    """
    if not taught.meetings:
        return rules
    known, gaps = rules.timekeeper, taught.hand_over_logs
    taper = _taper(rules, taught)
    base = log(known.share) + _level(rules, taught, taper)
    within, between = _variances(taught, taper)
    spread = _weighed(known.spread**2, within, taught.turns.count, SPREAD_TURNS)
    items = _weighed(known.items_spread**2, between, taught.items.count, SPREAD_ITEMS)
    handing = _weighed(known.handover_spread**2, gaps.variance, gaps.count, SPREAD_TURNS)
    mean, weight = taught.hand_overs.mean, known.handover_turns
    figures = replace(
        known,
        share=_held("share", exp(base)),
        spread=_held("spread", sqrt(spread)),
        items_spread=_held("items_spread", max(LEAST_ITEMS_SPREAD, sqrt(items))),
        taper=_held("taper", taper),
        handover_spread=_held("handover_spread", sqrt(handing)),
    )
    return replace(
        rules,
        timekeeper=figures,
        handover_seconds=round(_weighed(rules.handover_seconds, mean, gaps.count, weight)),
        tiers=tuple(_tier_after(tier, rules, taught, base) for tier in rules.tiers),
        kinds=tuple(_kind_after(kind, rules, taught, base) for kind in rules.kinds),
    )


def _taper(rules: Rules, taught: Taught) -> float:
    """Least squares, held back towards the taper of the rules."""
    known, line = rules.timekeeper, taught.places
    holding = known.spread**2 / TAPERS_APART**2
    return (holding * known.taper - line.products) / (holding + line.squares)


def _level(rules: Rules, taught: Taught, taper: float) -> float:
    """How far the first turn of an item is from what the rules say, as a logarithm."""
    known, count = rules.timekeeper, taught.turns.count
    seen = taught.turns.mean + taper * taught.places.total / count - log(known.share)
    doubt = known.items_spread**2 / taught.items.count + known.spread**2 / count
    return seen * BODIES_APART**2 / (BODIES_APART**2 + doubt)


def _variances(taught: Taught, taper: float) -> tuple[float, float]:
    """Of the turns of an item, and between items: analysis of variance of unequal groups."""
    count, items, line = taught.turns.count, taught.items.count, taught.places
    whole = taught.turns.squares - taught.items.squares
    within = whole + 2 * taper * line.products + taper * taper * line.squares
    variance = max(0.0, within) / max(1, count - items)
    mean = taught.turns.mean + taper * line.total / count
    of_items = taught.items.squares + 2 * taper * line.of_items + taper * taper * line.means
    scatter = of_items / count - mean * mean
    return variance, max(0.0, scatter - variance * items / count)


def _tier_after(tier: Tier, rules: Rules, taught: Taught, base: float) -> Tier:
    heard_in = [
        sums
        for (kind, of), sums in taught.sorts.items()
        if (kind, of) == (rules.default_kind, tier.id)
    ]
    return replace(tier, share=_share_after(tier.share, heard_in, rules, taught, base))


def _kind_after(kind: SpeechKind, rules: Rules, taught: Taught, base: float) -> SpeechKind:
    """A kind with its share; the usual kind goes by its tiers where the rules leave it to them."""
    if kind.id == rules.default_kind and kind.share is None:
        return kind
    heard_of = [sums for (of, _), sums in taught.sorts.items() if of == kind.id]
    return replace(kind, share=_share_after(kind.share, heard_of, rules, taught, base))


def _share_after(
    share: float | None, sorts: Sequence[Sums], rules: Rules, taught: Taught, base: float
) -> float | None:
    """What a sort takes: as far from all as the rules say, and more as it was heard more often."""
    count = sum(each.count for each in sorts)
    if share is None and not count:
        return None
    apart = log(share / rules.timekeeper.share) if share else 0.0
    off = sum(each.total for each in sorts) - count * taught.turns.mean
    return _held("share", exp(base + (SORT_TURNS * apart + off) / (SORT_TURNS + count)))


def _weighed(known: float, seen: float, count: int, weight: int) -> float:
    """What was seen so many times, against what was known, which counts as so many."""
    return (weight * known + count * seen) / (weight + count)


def _held(figure: str, value: float) -> float:
    """A figure within the bounds of a rules file, in few digits so that people can read it."""
    least, most = TIMEKEEPER_BOUNDS[figure]
    return round(min(most, max(least, value)), DIGITS)
