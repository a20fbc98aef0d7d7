"""How many more will ask for the floor while the list of the open item is open.

Requests come in two ways. When an item, or another of its segments, is taken up, those ask who
meant to speak anyway: before the first of them is heard. Then some come for every turn that is
heard, fewer and fewer; more where many asked at the beginning. Whoever asks so is heard in turn,
and others ask meanwhile. All of this is learned from earlier items of this meeting and, by the
rules of procedure, of the body's earlier meetings. With nothing to learn from, nobody is expected.
`docs/timekeeping.md` has the formulas and what they assume.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise, product
from math import exp, log, log1p, sqrt
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, TimekeeperRules
from meeting_tui.meeting.facts import ItemRun
from meeting_tui.meeting.state import MeetingState

OPENING = 300
"""Seconds in which `newcomers_early` of those ask who ask before the first turn."""
SPREAD_ITEMS = 6
"""After so many openings how far their numbers are apart counts as much as what the rules say."""
EARLY_REQUESTS = 20
"""After so many requests before a first turn their times count as much as those of the rules."""
ITEM_TURNS = 8
"""What the rules say of requests during turns counts as so many turns for each item it rests on."""
MOST_ITEMS = 20
"""Meetings of a body differ: however many items were seen, they count as so many at most."""
LATER_SPREAD = 0.3
"""How far one debate is from another in what is asked during its turns: against the mean."""
MOST_A_TURN = 0.97
"""So many requests a turn bring at most: an item ends."""
BINS = (1, 2, 3, 5, 9, 17, 33)
"""Where the classes begin in which turns are counted: by their place, and by who asked before."""
MIDDLES = (1.0, 2.0, 3.5, 6.5, 12.0, 24.0, 48.0)
"""What stands for each class."""
FADINGS = tuple(n / 8 for n in range(13))
DRAWN = tuple(n / 4 for n in range(6))
CASES = 10
"""So many numbers of requests to come are looked at, all of them equally likely."""
MOST_COUNTED = 1000
"""Of requests; behind so many the mean is looked at."""
_LEAST = 0.05
_MOST = 10**9
_CERTAIN = 0.9999
_TURNS_AHEAD = 400
_NOBODY = 0.02

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
    """How requests came in from when an item, or a segment of it, was taken up."""

    before: tuple[float, ...] = ()
    """Seconds until each of those that came before the first turn, since the newest opening."""
    during: tuple[int, ...] = ()
    """How many came during each turn, from its beginning to that of the next."""

    @property
    def later(self) -> int:
        """How many came during the turns."""
        return sum(self.during)


class Arrivals(Struct, frozen=True):
    """How requests come in."""

    mean: float
    """Requests before the first turn; 0: not known."""
    early: float
    """Share of these that are in after `OPENING`."""
    shape: float
    """One by the square of how far their number differs each time, against the mean."""
    later: float
    """Requests during the first turn where nobody asked before it."""
    fading: float
    """Those during the n-th turn are as many, times n to the power of minus this."""
    drawn: float
    """Where n asked before, they are as many, times n + 1 to the power of this."""

    def opening(self, asked: int, seconds: float) -> tuple[float, float]:
        """Mean and variance of those to come before the first turn, after so many seconds."""
        left = (1 - min(_CERTAIN, self.early)) ** (max(0.0, seconds) / OPENING)
        # Names come together, so that many at once do not tell of as many more.
        mean = left * self.mean * exp(-asked / self.mean)
        return mean, mean + mean * mean / self.shape

    def during(self, place: int, before: float) -> float:
        """Requests during the turn at that place, the first being 1, where so many asked before."""
        drawn: float = (1 + before) ** self.drawn
        return self.later * drawn * float(place**-self.fading)

    def to_come(self, item: Asked, seconds: float, waiting: float, *, is_spoken: bool) -> Newcomers:
        """The requests that are still to come, while so many wait and somebody speaks or not.

        `seconds` have passed since the item, or its segment, was taken up.
        """
        if self.mean <= 0:
            return Newcomers()
        heard, before = len(item.during), float(len(item.before))
        mean = variance = 0.0
        if not heard:
            mean, variance = self.opening(len(item.before), seconds)
            before += mean
        # What was asked during the turns so far tells of those to come.
        shape = LATER_SPREAD**-2
        expected = sum(self.during(n, before) for n in range(1, heard + 1))
        # Of the turn of whoever speaks half is over, as far as anybody knows.
        half = self.during(heard, before) / 2 if heard and is_spoken else 0.0
        livelier = (shape + item.later) / (shape + expected - half)
        later = min(MOST_A_TURN, livelier * half)
        queue = waiting + mean + later
        for place in range(heard + 1, heard + _TURNS_AHEAD):
            if queue < _NOBODY:
                break
            turn = min(1.0, queue)
            more = turn * min(MOST_A_TURN, livelier * self.during(place, before))
            queue, later = queue + more - turn, later + more
        # Each of them draws others: so they come in clusters.
        alone = max(1.0, waiting + mean) / (later + max(1.0, waiting + mean))
        variance += later / alone**2 + later**2 / (shape + item.later)
        return Newcomers(mean + later, variance)


class Asking(Struct, frozen=True, forbid_unknown_fields=True):
    """How requests came in on items that are over: sums, which add up over meetings."""

    items: int = 0
    """Times an item, or a segment, was taken up on which anybody asked."""
    requests: int = 0
    """Those before the first turn."""
    squares: int = 0
    """Of these numbers."""
    seconds: float = 0.0
    """Until each of them."""
    turns: tuple[int, ...] = (0,) * len(BINS) ** 2
    """By class of how many asked before, and by class of their place."""
    later: tuple[int, ...] = (0,) * len(BINS) ** 2
    """Requests during these."""

    def __add__(self, other: Self) -> Self:
        def added(one: object, another: object) -> object:
            if isinstance(one, tuple) and isinstance(another, tuple):
                return tuple(a + b for a, b in zip(one, another, strict=True))
            return one + another  # type: ignore[operator]

        pairs = ((getattr(self, n), getattr(other, n)) for n in self.__struct_fields__)
        return type(self)(*(added(*pair) for pair in pairs))  # type: ignore[arg-type]

    @property
    def is_whole(self) -> bool:
        """Whether these can be sums of a meeting: a file may say anything."""
        classes = len(BINS) ** 2
        return (
            self.items >= 0
            and len(self.turns) == len(self.later) == classes
            and all(0 <= each <= _MOST for each in (*self.turns, *self.later))
            and not any(n and not held for n, held in zip(self.later, self.turns, strict=True))
            and 0 <= self.requests <= self.squares * min(1, self.items)
            and self.requests**2 <= self.squares * max(1, self.items) <= _MOST
            and 0 <= self.seconds <= _MOST
        )

    def expected(self, fading: float, drawn: float) -> float:
        """Requests during these turns, if one came during a first turn that nobody waited for."""
        kinds = product(MIDDLES, MIDDLES)
        likely = [before**drawn * place**-fading for before, place in kinds]
        return float(sum(a * b for a, b in zip(self.turns, likely, strict=True)))

    def shape(self, known: TimekeeperRules) -> tuple[float, float]:
        """Fading and drawn that explain best what was asked during the turns."""
        came = sum(self.later)
        if not came:
            return known.newcomers_fading, known.newcomers_drawn
        kinds = [(log(before), log(place)) for before, place in product(MIDDLES, MIDDLES)]
        seen = [(n, *each) for n, each in zip(self.later, kinds, strict=True) if n]

        def likelihood(each: tuple[float, float]) -> float:
            fading, drawn = each
            told = sum(n * (drawn * before - fading * place) for n, before, place in seen)
            off = (fading - known.newcomers_fading) ** 2 + (drawn - known.newcomers_drawn) ** 2
            return told - came * log(self.expected(fading, drawn)) - off / 2

        return max(product(FADINGS, DRAWN), key=likelihood)

    def arrivals(self, known: TimekeeperRules, fading: float, drawn: float) -> Arrivals:
        """How requests come in, by the rules and by these."""
        weight = known.newcomers_items if known.newcomers else 0
        held = weight + self.items
        early = min(_CERTAIN, known.newcomers_early)
        usual = -OPENING / log1p(-early) if early else float(_MOST)
        waited = (EARLY_REQUESTS * usual + self.seconds) / (EARLY_REQUESTS + self.requests)
        turns = sum(self.turns)
        later = known.newcomers_later
        if turns:
            # The rules count as so many turns more, like those that were heard.
            more = ITEM_TURNS * known.newcomers_items / turns
            before = self.expected(known.newcomers_fading, known.newcomers_drawn)
            after = self.expected(fading, drawn)
            later = (more * later * before + sum(self.later)) / ((1 + more) * after)
        return Arrivals(
            mean=(weight * known.newcomers + self.requests) / held if held else 0.0,
            early=1 - exp(-OPENING / max(1.0, waited)),
            shape=max(_LEAST, known.newcomers_spread) ** -2,
            later=later,
            fading=fading,
            drawn=drawn,
        )


def asking_of(heard: Iterable[Asked]) -> Asking:
    """The sums of what is over."""
    found = Asking()
    for each in heard:
        if not (each.before or each.later):
            continue
        count, size = len(each.before), len(BINS)
        turns, later = [0] * size**2, [0] * size**2
        row = size * (bisect_right(BINS, count + 1) - 1)
        for place, came in enumerate(each.during, 1):
            column = bisect_right(BINS, place) - 1
            turns[row + column] += 1
            later[row + column] += came
        found += Asking(1, count, count * count, sum(each.before), tuple(turns), tuple(later))
    return found


def learn_arrivals(known: TimekeeperRules, heard: Iterable[Asked]) -> Arrivals:
    """How requests come in by the rules and by what is over today."""
    return asking_of(heard).arrivals(known, known.newcomers_fading, known.newcomers_drawn)


def asking_after(known: TimekeeperRules, seen: Asking) -> TimekeeperRules:
    """The figures with what earlier meetings showed of how requests come in."""
    if not seen.items:
        return known
    found, usual = seen.arrivals(known, *seen.shape(known)), seen.requests / seen.items
    spread = known.newcomers_spread**2
    if usual:
        # What is left of how far numbers are apart once chance alone has its part.
        apart = max(0.0, seen.squares / seen.items - usual * usual - usual) / (usual * usual)
        spread = (SPREAD_ITEMS * spread + seen.items * apart) / (SPREAD_ITEMS + seen.items)
    return replace(
        known,
        newcomers=_bounded("newcomers", found.mean),
        newcomers_items=min(MOST_ITEMS, known.newcomers_items + seen.items),
        newcomers_spread=_bounded("newcomers_spread", sqrt(spread)),
        newcomers_early=_bounded("newcomers_early", found.early),
        newcomers_later=_bounded("newcomers_later", found.later),
        newcomers_fading=_bounded("newcomers_fading", found.fading),
        newcomers_drawn=_bounded("newcomers_drawn", found.drawn),
    )


def _bounded(figure: str, value: float) -> float:
    least, most = TIMEKEEPER_BOUNDS[figure]
    return round(min(most, max(least, value)), 4)


def newcomers(state: MeetingState, now: datetime) -> Newcomers:
    """How many more will ask on the open item; none while its list, or no item, is open."""
    run = state.items.get(state.item or "")
    if run is None or not run.is_list_open or not _is_taught(state):
        return Newcomers()
    seen = _Seen(state)
    over = [each for item in state.items.values() for _, each in seen.parts(item)]
    arrivals = learn_arrivals(state.rules.timekeeper, over)
    since, asked = seen.last_part(run, now)
    seconds = min(run.open_seconds(now), (now - since).total_seconds())
    is_spoken = state.speaking() is not None
    return arrivals.to_come(asked, seconds, seen.waiting(run), is_spoken=is_spoken)


def _is_taught(state: MeetingState) -> bool:
    """Whether there is anything to learn from."""
    is_over = any(run.closed_at is not None for run in state.items.values())
    return is_over or state.rules.timekeeper.newcomers > 0


def items_heard(state: MeetingState) -> tuple[Asked, ...]:
    """How requests came in on each item that is over, segment by segment."""
    seen = _Seen(state)
    return tuple(each for run in state.items.values() for _, each in seen.parts(run))


class _Seen:
    """When somebody asked, and when turns began, on each item of a meeting.

    Replies wait apart, and presentations are planned: nobody need expect them. What was withdrawn
    is left out.
    """

    def __init__(self, state: MeetingState) -> None:
        kinds = state.rules.kinds
        self._state = state
        self._apart = {each.id for each in kinds if each.own_lane or each.limit_from_segment}
        self._made: Requests = defaultdict(list)
        self._begun: Requests = defaultdict(list)
        for asked in state.inscriptions.values():
            if asked.outcome != "withdrew" and asked.kind not in self._apart:
                self._made[asked.item].append(asked.inscribed_at)
        for turn in state.interventions.values():
            if state.asked_by(turn).kind not in self._apart:
                self._begun[turn.item].append(turn.given_at)

    def waiting(self, run: ItemRun) -> int:
        """How many wait on the item, and on those taken together with it."""
        asked, lists = self._state.inscriptions, self._state.lists
        names = [each for item in self._together(run) for each in lists.get(item, ())]
        return sum(asked[each].kind not in self._apart for each in names)

    def parts(self, run: ItemRun) -> Iterator[tuple[datetime, Asked]]:
        """Of an item that is over, each time it or a segment was taken up; nothing of others."""
        if run.opened_at is not None and run.closed_at is not None:
            yield from self._parts(run, (run.id,), run.closed_at)

    def last_part(self, run: ItemRun, now: datetime) -> tuple[datetime, Asked]:
        """The newest of an item that is open, and when that was."""
        return list(self._parts(run, self._together(run), now))[-1]

    def _together(self, run: ItemRun) -> tuple[str, ...]:
        joined = self._state.joined if run.id == self._state.item else ()
        return (run.id, *joined)

    def _parts(
        self, run: ItemRun, items: Sequence[str], until: datetime
    ) -> Iterator[tuple[datetime, Asked]]:
        """What was asked from each opening to the next before which somebody was heard.

        With each comes the newest opening in it: a discussion begins behind its presentation.
        """
        opened = run.opened_at or until
        made = sorted(at for item in items for at in self._made[item] if opened <= at <= until)
        begun = sorted(at for item in items for at in self._begun[item] if opened <= at <= until)
        openings = [opened, *(at for at in self._openings(run) if opened < at <= until)]
        since = [opened]
        for at in openings[1:]:
            if bisect_left(begun, at) > bisect_left(begun, since[-1]):
                since.append(at)
        ends: list[datetime | None] = [*since[1:], None]
        for start, end in zip(since, ends, strict=True):
            asked = made[bisect_left(made, start) : bisect_left(made, end) if end else None]
            turns = begun[bisect_left(begun, start) : bisect_left(begun, end) if end else None]
            first = bisect_right(asked, turns[0]) if turns else len(asked)
            places = [bisect_right(asked, at) for at in turns] + [len(asked)]
            begins = [openings[bisect_right(openings, at) - 1] for at in asked[:first]]
            before = tuple(
                (at - begin).total_seconds() for at, begin in zip(asked, begins, strict=False)
            )
            newest = [at for at in openings if end is None or at < end][-1]
            yield newest, Asked(before, tuple(b - a for a, b in pairwise(places)))

    def _openings(self, run: ItemRun) -> list[datetime]:
        item = self._state.agenda.item(run.id)
        segments = [self._state.segments.get(each.id) for each in item.segments] if item else []
        return sorted(each.opened_at for each in segments if each is not None)
