"""What meetings that are over teach about the next one of their body.

The turns of each item are taken one by one: how long, within which limit, of which kind of speech
and tier, how long after the one before. Nothing of them is kept but sums, which add up over
meetings in any order. From the sums follow the figures that a rules file holds: they take the place
of the preset's, the further the more turns and items they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, starmap, zip_longest
from math import exp, log, sqrt
from statistics import fmean
from typing import NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, Rules, SpeechKind, Tier, TimekeeperRules
from meeting_tui.forecast.breaks import Stretches, breaks_after, stretches
from meeting_tui.forecast.newcomers import Asking, asking_after, asking_of, items_heard
from meeting_tui.forecast.observed import heard
from meeting_tui.forecast.oddities import HOUR, INSTANT
from meeting_tui.forecast.pace import (
    SHORTEST,
    SORT_TURNS,
    SPREAD_TURNS,
    Sort,
    shape_of_item,
    size_of_item,
)
from meeting_tui.forecast.trials import Trials, levels_after, tried_on
from meeting_tui.meeting.state import MeetingState

LONGEST_GAP = 120
"""Seconds; a longer gap is not a hand-over: something else was done in it."""
BODIES_APART = 0.5
"""How far a body is from what its rules say a turn takes: a deviation of logarithms."""
SHAPE_APART = 0.3
"""How far its first turns, and its last, are from what its rules say of them."""
GROWTH_APART = 0.15
"""How far it is from them in how turns go with their number."""
FADING_APART = 0.15
"""How far it is from them in how turns shorten by their place."""
SHAPE = {"opening": 1, "closing": -1, "fading": -1, "growth": 1}
"""The figures of the shape of an item, and whether turns are longer or shorter by them."""
DRIFT_APART = 0.01
"""How far the square of its drift is from that of its rules."""
SHAPE_ROUNDS = 40
"""So often each figure of the shape is adjusted to the others."""
LEAST_VARIANCE = 1e-4
"""Of logarithms: turns that are no further apart are of one length."""
LEAN_TURNS = 60
"""After so many turns how their lengths lean counts as much as what the rules say of it."""
SPREAD_ITEMS = 6
"""After so many items how far they are apart counts as much as what the rules say of it."""
LEAST_ITEMS_SPREAD = 0.05
"""Never is it taken as certain that an item goes on as the others did."""
KNOWN_OF_TURNS = 5
"""Length, first of its item, nearness to its end, how far it faded, logarithm of their number."""
MOST = 10**9
"""Of any sum: no body speaks so long."""
LONGEST = 20.0
"""Of any logarithm, and its negative."""
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


class Added(Struct, frozen=True, forbid_unknown_fields=True):
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
    if isinstance(one, tuple) and isinstance(other, tuple):
        return tuple(a + b for a, b in zip_longest(one, other, fillvalue=0.0))
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


class Moments(Added, frozen=True):
    """Of lengths, and of what is known of their turns."""

    count: int = 0
    sums: tuple[float, ...] = ()
    """Of each of the five."""
    products: tuple[float, ...] = ()
    """Of each pair of them: those with the first, those of the others with the second, ..."""

    @property
    def is_whole(self) -> bool:
        """Whether all sums are there, and none is longer than its turns can make it."""
        most = LONGEST * self.count
        return (
            len(self.sums) == KNOWN_OF_TURNS
            and len(self.products) == KNOWN_OF_TURNS * (KNOWN_OF_TURNS + 1) // 2
            and all(abs(each) <= most for each in self.sums)
        )

    @staticmethod
    def of(row: Sequence[float], weight: int = 1) -> Moments:
        """Those of one row, which counts so often."""
        products = [one * other for n, one in enumerate(row) for other in row[n:]]
        return Moments(weight, tuple(weight * x for x in row), tuple(weight * x for x in products))

    def mean(self, one: int) -> float:
        """The mean of one of the five."""
        return self.sums[one] / self.count

    def together(self, one: int, other: int) -> float:
        """How far two of them go together: products of their distances from their means."""
        small, large = sorted((one, other))
        place = small * len(self.sums) - small * (small - 1) // 2 + large - small
        return self.products[place] - self.sums[one] * self.sums[other] / self.count

    def scatter(self, shape: Sequence[float]) -> float:
        """Squares of lengths around what a shape says of them."""
        signed = (1.0, *(-each for each in shape))
        pairs = [(a, b) for a in range(KNOWN_OF_TURNS) for b in range(KNOWN_OF_TURNS)]
        found = sum(signed[a] * signed[b] * self.together(a, b) for a, b in pairs)
        return max(0.0, found)


class Steps(Added, frozen=True):
    """How far turns are from the ones before them, for what drifts within an item."""

    count: int = 0
    squares: float = 0.0
    scatter: float = 0.0
    """Of the turns of items around their means."""
    reach: float = 0.0
    """By how many squares of the drift that is more than it would be without drift."""


class Neighbours(Added, frozen=True):
    """Items one behind the other: each pair counts as often as the shorter one has turns."""

    pairs: int = 0
    turns: int = 0
    first: float = 0.0
    """Mean lengths of the first of each pair."""
    second: float = 0.0
    both: float = 0.0
    """Products of them."""


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
    shape: Moments = Moments()
    """Of all turns, what `KNOWN_OF_TURNS` names."""
    means: Moments = Moments()
    """The same of the means of items, each as often as it has turns."""
    steps: Steps = Steps()
    steepness: Sums = Sums()
    """Lengths against the typical one of their item, no logarithms."""
    neighbours: Neighbours = Neighbours()
    requests: Asking = Asking()
    """How requests came in."""
    stretches: Stretches = Stretches()
    """How long sittings went on without a break."""
    trials: Trials = Trials()
    """How items ended against what was foreseen."""
    hand_overs: Sums = Sums()
    """Seconds."""
    hand_over_logs: Sums = Sums()


NOTHING = Taught()


def is_sound(taught: Taught) -> bool:
    """Whether these can be the sums of a meeting: a file may say anything."""
    values = [getattr(taught, name) for name in taught.__struct_fields__]
    added = [each for each in (*values, *taught.sorts.values()) if isinstance(each, Added)]
    held = [getattr(each, name) for each in added for name in each.__struct_fields__]
    numbers = [n for each in held for n in (each if isinstance(each, tuple) else (each,))]
    if not all(abs(number) <= MOST for number in numbers):
        return False
    turns, items, lengths = taught.turns, taught.items, (taught.turns, *taught.sorts.values())
    return (
        0 < items.count <= turns.count
        and sum(each.count for each in taught.sorts.values()) == turns.count
        and all(each.count > 0 and abs(each.mean) <= LONGEST for each in lengths)
        and taught.shape.count == taught.means.count == turns.count
        and taught.shape.is_whole
        and taught.means.is_whole
        and taught.trials.is_whole
        and max(_of_trials(taught.trials)) <= MOST
        and 0 <= taught.steepness.count <= turns.count
        and (taught.steepness.total > 0 or not taught.steepness.count)
        and 0 <= taught.steps.count <= turns.count
        and (taught.steps.count > 0 or taught.steps.reach <= 0)
        and taught.requests.is_whole
        and taught.stretches.is_whole
        and 0 <= taught.neighbours.pairs <= taught.neighbours.turns
        and 0 <= taught.hand_overs.count == taught.hand_over_logs.count
        and 0 <= taught.hand_overs.mean <= LONGEST_GAP
    )


def _of_trials(trials: Trials) -> Iterator[float]:
    for each in (trials.few, trials.many):
        yield from (*each.counts, each.logarithms)


def taught_in(state: MeetingState, known: Rules | None = None) -> Taught:
    """What a meeting teaches that is over; `known` as in `taught_by`."""
    taught = taught_by(said_in(state), known)
    if not taught.meetings:
        return taught
    asking = asking_of(items_heard(state))
    return replace(taught, requests=asking, stretches=Stretches.of(stretches(state)))


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


def taught_by(items: Iterable[Sequence[Said]], known: Rules | None = None) -> Taught:
    """What one meeting teaches with the turns of its items; nothing where none counts.

    `known` are the figures that earlier meetings of the body taught; they are tried on this one.
    """
    # Also an item of one turn shows how long turns are where they are few.
    counted = [item for item in items if item]
    if not counted:
        return NOTHING
    lengths: dict[Sort, list[float]] = {}
    for item in counted:
        for turn in item:
            lengths.setdefault((turn.kind, turn.tier), []).append(_length(turn))
    sorts = {sort: Sums.of(lengths[sort]) for sort in sorted(lengths)}
    apart = _apart(sorts)
    trials = tried_on(counted, known) if known else Trials()
    taught = Taught(meetings=1, sorts=sorts, trials=trials)
    lined = [[_length(turn) - apart[turn.kind, turn.tier] for turn in item] for item in counted]
    taught += Taught(neighbours=sum(starmap(_neighbours, pairwise(lined)), Neighbours()))
    for item, each in zip(counted, lined, strict=True):
        taught += _of_item(each)
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


def _neighbours(one: Sequence[float], other: Sequence[float]) -> Neighbours:
    weight = min(len(one), len(other))
    first, second = fmean(one), fmean(other)
    return Neighbours(1, weight, weight * first, weight * second, weight * first * second)


def _of_item(lengths: Sequence[float]) -> Taught:
    count = len(lengths)
    mean, size = fmean(lengths), size_of_item(count)
    ends = shape_of_item(count)
    rows = [(length, *place, size) for length, place in zip(lengths, ends, strict=True)]
    middle = tuple(fmean(column) for column in zip(*rows, strict=True))
    # Turns are nearer to the mean of their item than to what is typical of it.
    nearer = sqrt(count / max(1, count - 1))
    return Taught(
        turns=Sums.of(lengths),
        items=Sums.of([mean * sqrt(count)]),
        shape=sum(map(Moments.of, rows), Moments()),
        means=Moments.of(middle, count),
        steps=Steps(
            count=count - 1,
            squares=sum((b - a) ** 2 for a, b in pairwise(lengths)),
            scatter=sum((each - mean) ** 2 for each in lengths),
            reach=(count * count - 1) / 6 - (count - 1) / 2,
        ),
        steepness=Sums.of(exp(nearer * (length - mean)) for length in lengths if count > 1),
    )


def rules_after(rules: Rules, taught: Taught) -> Rules:
    """The rules with what earlier meetings taught; of nothing they are as they were.

    What is not about lengths stays as the rules have it.
    """
    if not taught.meetings:
        return rules
    known, gaps = rules.timekeeper, taught.hand_over_logs
    shape = _shape(rules, taught)
    base = log(known.share) + _level(rules, taught, shape)
    mean, weight = taught.hand_overs.mean, known.handover_turns
    figures = replace(_figures_after(known, taught, shape), share=_held("share", exp(base)))
    figures = asking_after(levels_after(figures, taught.trials), taught.requests)
    return replace(
        rules,
        timekeeper=breaks_after(figures, taught.stretches),
        handover_seconds=round(_weighed(rules.handover_seconds, mean, gaps.count, weight)),
        tiers=tuple(_tier_after(tier, rules, taught, base) for tier in rules.tiers),
        kinds=tuple(_kind_after(kind, rules, taught, base) for kind in rules.kinds),
    )


def _figures_after(
    known: TimekeeperRules, taught: Taught, shape: Sequence[float]
) -> TimekeeperRules:
    """The figures of the timekeeper but for the share."""
    count, gaps = taught.turns.count, taught.hand_over_logs
    within, between = _variances(taught, shape)
    mean_lean, spread_lean = _leans(known, taught)
    spread = _weighed(known.spread**2, within, count, SPREAD_TURNS)
    items = _weighed(known.items_spread**2, between, taught.items.count, SPREAD_ITEMS)
    handing = _weighed(known.handover_spread**2, gaps.variance, gaps.count, SPREAD_TURNS)
    return replace(
        known,
        spread=_held("spread", sqrt(spread)),
        mean_lean=_held("mean_lean", mean_lean),
        spread_lean=_held("spread_lean", spread_lean),
        items_spread=_held("items_spread", max(LEAST_ITEMS_SPREAD, sqrt(items))),
        # The shape of an item says what a taper said of it before.
        taper=_held("taper", _weighed(known.taper, 0.0, count, SPREAD_TURNS)),
        **{
            figure: _held(figure, sign * each)
            for (figure, sign), each in zip(SHAPE.items(), shape, strict=True)
        },
        drift=_held("drift", sqrt(_drift(known, taught, shape))),
        carried=_held("carried", _carried(known, taught.neighbours, between)),
        handover_spread=_held("handover_spread", sqrt(handing)),
    )


def _shape(rules: Rules, taught: Taught) -> list[float]:
    """How much longer first turns are, last ones, later ones, and turns of items of many.

    Least squares within the bounds of a rules file, held back towards what the rules say. Turns of
    one item are alike, so that items tell less of their number than their turns would.
    """
    known, seen = rules.timekeeper, taught.shape
    within = max(known.spread**2, _variances(taught, (0.0,) * len(SHAPE))[0])
    alike = within + known.items_spread**2 * seen.count / taught.items.count
    apart = (SHAPE_APART, SHAPE_APART, FADING_APART, GROWTH_APART)
    holding = [within / each**2 for each in apart[:3]] + [alike / GROWTH_APART**2]
    begun = [sign * getattr(known, figure) for figure, sign in SHAPE.items()]
    shape = list(begun)
    for n in [*range(len(SHAPE))] * SHAPE_ROUNDS:
        squares = seen.together(n + 1, n + 1) + holding[n]
        left = seen.together(0, n + 1) - sum(
            shape[m] * seen.together(m + 1, n + 1) for m in range(len(SHAPE)) if m != n
        )
        figure, sign = [*SHAPE.items()][n]
        least, most = sorted(sign * each for each in TIMEKEEPER_BOUNDS[figure])
        if squares > 0:
            shape[n] = min(most, max(least, (left + holding[n] * begun[n]) / squares))
    return shape


def _level(rules: Rules, taught: Taught, shape: Sequence[float]) -> float:
    """How far the usual turn of an item is from what the rules say, as a logarithm."""
    known, count = rules.timekeeper, taught.turns.count
    usual = taught.turns.mean - sum(each * taught.shape.mean(n) for n, each in enumerate(shape, 1))
    doubt = known.items_spread**2 / taught.items.count + known.spread**2 / count
    return (usual - log(known.share)) * BODIES_APART**2 / (BODIES_APART**2 + doubt)


def _variances(taught: Taught, shape: Sequence[float]) -> tuple[float, float]:
    """Of the turns of an item, and between items: analysis of variance of unequal groups."""
    count, items = taught.turns.count, taught.items.count
    scatter = taught.means.scatter(shape)
    within = max(0.0, taught.shape.scatter(shape) - scatter) / max(1, count - items)
    apart = max(0.0, scatter / count - within * items / count)
    return within, apart


def _leans(known: TimekeeperRules, taught: Taught) -> tuple[float, float]:
    """How far mean and spread of turns are from what the spread of their logarithms says.

    They are those of a lognormal distribution where nothing cuts turns off.
    """
    count, steep = taught.turns.count, taught.steepness
    scatter = max(0.0, taught.turns.squares - taught.items.squares)
    variance = scatter / max(1, count - taught.items.count)
    if variance < LEAST_VARIANCE or not steep.count:
        return known.mean_lean, known.spread_lean
    square = steep.squares / steep.count
    leans = 2 * log(max(1.0, steep.mean)), log(max(1.0, square / steep.mean**2))
    return (
        _weighed(known.mean_lean, leans[0] / variance, count, LEAN_TURNS),
        _weighed(known.spread_lean, leans[1] / variance, count, LEAN_TURNS),
    )


def _drift(known: TimekeeperRules, taught: Taught, shape: Sequence[float]) -> float:
    """The square of what turns drift by from one to the next.

    Turns that drift are farther from the mean of their item than from the one before. What the
    shape of an item explains is no drift.
    """
    steps = taught.steps
    shapeless = taught.shape.scatter(shape) - taught.means.scatter(shape)
    if steps.reach <= 0:
        return known.drift**2
    seen = (min(steps.scatter, shapeless) - steps.squares / 2) / steps.reach
    # What chance makes of it: as far as the scatter of so many turns is off by chance.
    doubt = (steps.squares / 2 / sqrt(steps.count) / steps.reach) ** 2 or LEAST_VARIANCE**2
    weight = DRIFT_APART**2 / (DRIFT_APART**2 + doubt)
    return max(0.0, weight * seen + (1 - weight) * known.drift**2)


def _carried(known: TimekeeperRules, seen: Neighbours, between: float) -> float:
    """How far an item is as the one before it was, against how far items are apart."""
    if not seen.turns or between < LEAST_VARIANCE:
        return known.carried
    alike = seen.both / seen.turns - seen.first * seen.second / seen.turns**2
    likeness = min(1.0, max(0.0, alike / between))
    return _weighed(known.carried, likeness, seen.pairs, SPREAD_ITEMS)


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
