"""How many more will ask for the floor while the list of the open item is open.

Learned from how requests came in on earlier items of this meeting and, by the rules of procedure,
of the body's earlier meetings. The number of requests of an item is taken as Poisson around a mean
that differs from item to item like a gamma distribution; a share of them is in by each minute of
the item. So whoever has asked so far tells how many are still to come. With nothing to learn from,
nobody is expected. `docs/timekeeping.md` has the formulas and what they assume.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from math import exp, log1p, sqrt
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, TimekeeperRules
from meeting_tui.meeting.facts import ItemRun
from meeting_tui.meeting.state import MeetingState

OPENING = 300
"""Seconds from the first request on in which those ask who meant to speak anyway."""
SHAPE_REQUESTS = 20
"""After so many requests their times, as they were seen, count as much as those of the rules."""
SPREAD_ITEMS = 6
"""After so many items how far their numbers are apart counts as much as what the rules say."""
CASES = 10
"""So many numbers of requests to come are looked at, all of them equally likely."""
MOST_COUNTED = 1000
"""Of requests; behind so many the mean is looked at."""
_LEAST = 0.05
_MOST = 10**9

Requests = defaultdict[str, list[datetime]]
"""Item -> when somebody asked for the floor on it."""


class Newcomers(Struct, frozen=True):
    """Requests that are still to come, as far as they can be expected."""

    mean: float = 0.0
    variance: float = 0.0

    @property
    def count(self) -> int:
        """The mean as a whole number, as it is shown."""
        return int(self.mean + 0.5)

    def numbers(self) -> tuple[float, ...]:
        """Numbers of them that are equally likely, from few to many."""
        over = self.variance - self.mean
        # Gamma around the mean and Poisson around that: how likely none is, then one, two, ...
        shape = min(_MOST, self.mean * self.mean / over) if over > 0 else _MOST
        likely = exp(-shape * log1p(self.mean / shape))
        found: list[float] = []
        reached, number = likely, 0
        while len(found) < CASES and number < MOST_COUNTED:
            if reached * CASES >= len(found) + 0.5:
                found.append(number)
            else:
                likely *= (number + shape) / (number + 1) * self.mean / (shape + self.mean)
                number += 1
                reached += likely
        return (*found, *[self.mean] * (CASES - len(found)))


class Asked(Struct, frozen=True):
    """How requests come in on one item; in seconds from the first of them on.

    Requests from before the item was opened do not count. While there is none, from the opening on.
    """

    open_seconds: float
    """How long the item has been open, or was."""
    planned_seconds: float
    """What was left then of its planned time."""
    at: tuple[float, ...]
    """When they were made, the first at 0."""

    @property
    def later_seconds(self) -> float:
        """Its planned time behind the opening, at least as long as that."""
        return max(float(OPENING), self.planned_seconds - OPENING)


class Arrivals(Struct, frozen=True):
    """How requests come in on an item."""

    mean: float
    """Requests of an item on which anybody asks; 0: not known."""
    early: float
    """Share of them that are in after `OPENING`."""
    place: float
    """When the others come on average, as a share of the planned time behind it."""
    shape: float
    """Of the gamma distribution of the mean: low where items differ much."""

    def share(self, item: Asked) -> float:
        """Share of an item's requests that are in; those of its opening count as in at once."""
        later = max(0.0, item.open_seconds - OPENING)
        return 1 - (1 - self.early) * exp(-later / (self.place * item.later_seconds))

    def to_come(self, item: Asked) -> Newcomers:
        """The requests that are still to come on an item."""
        if self.mean <= 0:
            return Newcomers()
        share, shape = self.share(item), self.shape + len(item.at)
        mean = shape / (self.shape / self.mean + share) * (1 - share)
        return Newcomers(mean, mean + mean * mean / shape)


class Asking(Struct, frozen=True, forbid_unknown_fields=True):
    """How requests came in on items that are over: sums, which add up over meetings."""

    items: int = 0
    """Those on which anybody asked."""
    requests: int = 0
    squares: int = 0
    """Of the numbers of requests of the items."""
    later: int = 0
    """Requests after `OPENING`."""
    places: float = 0.0
    """When these came, as shares of the planned time behind it."""
    shares: float = 0.0
    """Of its requests, as many as an item was open long enough for."""

    def __add__(self, other: Self) -> Self:
        pairs = ((getattr(self, n), getattr(other, n)) for n in self.__struct_fields__)
        return type(self)(*(one + another for one, another in pairs))

    @property
    def is_whole(self) -> bool:
        """Whether these can be sums of a meeting: a file may say anything."""
        behind = self.requests - self.items
        return (
            self.items >= 0
            and 0 <= self.later <= behind
            and self.requests**2 <= self.squares * max(1, self.items) <= _MOST
            and 0 <= self.places <= _MOST
            and _LEAST * self.items <= self.shares <= self.items + _LEAST
        )

    def shape_after(self, known: TimekeeperRules) -> Arrivals:
        """When requests come, by the rules and by these; how many is not said."""
        # The first of an item, from which the others are counted, tells nothing of when they come.
        behind, later = self.requests - self.items, self.later
        early = SHAPE_REQUESTS * known.newcomers_early + behind - later
        place = SHAPE_REQUESTS * known.newcomers_place + self.places
        spread = max(_LEAST, known.newcomers_spread)
        return Arrivals(
            mean=0.0,
            early=early / (SHAPE_REQUESTS + behind),
            place=max(_LEAST, place / (SHAPE_REQUESTS + later)),
            shape=spread**-2,
        )

    def mean_after(self, known: TimekeeperRules) -> float:
        """How many requests an item has, by the rules and by these; 0 where nothing is known."""
        weight = known.newcomers_items if known.newcomers else 0
        held = weight + self.shares
        return (weight * known.newcomers + self.requests) / held if held else 0.0


def asking_of(heard: Iterable[Asked], known: TimekeeperRules) -> Asking:
    """The sums of items that are over."""
    items = [each for each in heard if each.at]
    later = [
        (at - OPENING) / each.later_seconds for each in items for at in each.at if at > OPENING
    ]
    counts = [len(each.at) for each in items]
    seen = Asking(
        items=len(items),
        requests=sum(counts),
        squares=sum(count * count for count in counts),
        later=len(later),
        places=sum(later),
    )
    found = seen.shape_after(known)
    # Of an item that was short only a share of its requests could be made.
    return replace(seen, shares=sum(max(_LEAST, found.share(each)) for each in items))


def learn_arrivals(known: TimekeeperRules, heard: Iterable[Asked]) -> Arrivals:
    """How requests come in by the rules and by the items that are over."""
    asking = asking_of(heard, known)
    return replace(asking.shape_after(known), mean=asking.mean_after(known))


def asking_after(known: TimekeeperRules, seen: Asking) -> TimekeeperRules:
    """The figures with what earlier meetings showed of how requests come in."""
    if not seen.items:
        return known
    found, usual = seen.shape_after(known), seen.requests / seen.items
    # What is left of how far numbers are apart once chance alone has its part.
    apart = max(0.0, seen.squares / seen.items - usual * usual - usual) / (usual * usual)
    spread = known.newcomers_spread**2
    apart = (SPREAD_ITEMS * spread + seen.items * apart) / (SPREAD_ITEMS + seen.items)
    return replace(
        known,
        newcomers=_bounded("newcomers", seen.mean_after(known)),
        newcomers_spread=_bounded("newcomers_spread", sqrt(apart)),
        newcomers_early=_bounded("newcomers_early", found.early),
        newcomers_place=_bounded("newcomers_place", found.place),
    )


def _bounded(figure: str, value: float) -> float:
    least, most = TIMEKEEPER_BOUNDS[figure]
    return round(min(most, max(least, value)), 4)


def newcomers(state: MeetingState, now: datetime) -> Newcomers:
    """How many more will ask on the open item; none while its list, or no item, is open."""
    run = state.items.get(state.item or "")
    if run is None or not run.is_list_open or not _is_taught(state):
        return Newcomers()
    requests = _requests(state)
    arrivals = learn_arrivals(state.rules.timekeeper, _items_heard(state, requests))
    together = (run, *(state.items[each] for each in state.joined))
    made = [at for each in together for at in _made_on(requests, each, now)]
    planned = sum(_planned_seconds(state, each) for each in together)
    return arrivals.to_come(_asked(run, now, made, planned))


def _is_taught(state: MeetingState) -> bool:
    """Whether there is anything to learn from."""
    is_over = any(run.closed_at is not None for run in state.items.values())
    return is_over or state.rules.timekeeper.newcomers > 0


def items_heard(state: MeetingState) -> tuple[Asked, ...]:
    """How requests came in on each item that is over, in the order of the agenda."""
    return tuple(_items_heard(state, _requests(state)))


def _items_heard(state: MeetingState, requests: Requests) -> Iterator[Asked]:
    for run in state.items.values():
        if run.opened_at is not None and run.closed_at is not None:
            made = _made_on(requests, run, run.closed_at)
            yield _asked(run, run.closed_at, made, _planned_seconds(state, run))


def _asked(run: ItemRun, now: datetime, made: list[datetime], planned_seconds: float) -> Asked:
    """How requests came in until `now`, at those instants."""
    lasted, opened = run.open_seconds(now), run.opened_at or now
    # Breaks are no time of the item: what was asked behind one was asked at `now` at the latest.
    after = sorted(min(lasted, (each - opened).total_seconds()) for each in made)
    first = after[0] if after else 0.0
    at = tuple(each - first for each in after)
    return Asked(lasted - first, planned_seconds - first, at)


def _requests(state: MeetingState) -> Requests:
    """When somebody asked for the list of each item; what was withdrawn is left out.

    Replies wait apart, and presentations are planned: nobody need expect them.
    """
    kinds = state.rules.kinds
    apart = {each.id for each in kinds if each.own_lane or each.limit_from_segment}
    found: Requests = defaultdict(list)
    for each in state.inscriptions.values():
        if each.outcome != "withdrew" and each.kind not in apart:
            found[each.item].append(each.inscribed_at)
    return found


def _made_on(requests: Requests, run: ItemRun, until: datetime) -> list[datetime]:
    """When requests were made on an item since it was opened."""
    since = run.opened_at or until
    return [each for each in requests[run.id] if since <= each <= until]


def _planned_seconds(state: MeetingState, run: ItemRun) -> float:
    return next(60.0 * each.minutes for each in state.agenda.items if each.id == run.id)
