"""Breaks of a sitting that no plan names: after how long the body takes one, and how long it is.

A city council that debates for hours mostly rises after two hours and a half, whatever its agenda
says. Where that is known of a body, it counts for an end as far as it is likely before it: how
likely follows from how long the sitting has gone on without a break. `docs/timekeeping.md` has the
formulas and what they assume.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime
from math import exp, log, sqrt
from typing import NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS, TimekeeperRules
from meeting_tui.meeting.state import MeetingState

SHORTEST = 900
"""Seconds without anybody on the floor from which on that was a break."""
LONGEST = 5400
"""Seconds; what was longer was the end of a sitting, or lunch."""
STEP = 600
"""Seconds: stretches without a break are counted by steps of ten minutes."""
STEPS = 24
HELD_STRETCHES = 2
"""So many stretches without a break are added to those seen, each as long as these were, ..."""
HELD_STEPS = 6
"""... and an hour at least."""
HELD_LENGTHS = 4
"""After so many breaks how long they were counts as much as what the rules say."""
POWERS = tuple(1 + n / 4 for n in range(29))
"""How fast breaks become likelier: 1 for not at all, 8 for all after nearly the same time."""
_MOST = 10**9


class Stretch(NamedTuple):
    """A part of a sitting without a break."""

    begins: datetime
    ends: datetime
    """When the last turn in it was over."""
    break_seconds: float | None
    """How long the break behind it was; None where something else came."""


class Stretches(Struct, frozen=True, forbid_unknown_fields=True):
    """How long sittings went on without a break: sums, which add up over meetings."""

    held: tuple[float, ...] = (0.0,) * STEPS
    """How many went on through each step; those that ended in it as far as they came."""
    ended: tuple[int, ...] = (0,) * STEPS
    """How many a break ended in each step."""
    lengths: float = 0.0
    """Logarithms of the seconds of these breaks."""
    squares: float = 0.0
    """Squares of these logarithms."""
    count: int = 0
    """All stretches."""

    def __add__(self, other: Self) -> Self:
        held = tuple(a + b for a, b in zip(self.held, other.held, strict=True))
        ended = tuple(a + b for a, b in zip(self.ended, other.ended, strict=True))
        lengths, squares = self.lengths + other.lengths, self.squares + other.squares
        return type(self)(held, ended, lengths, squares, self.count + other.count)

    @property
    def breaks(self) -> int:
        """How many there were."""
        return sum(self.ended)

    @property
    def is_whole(self) -> bool:
        """Whether these can be sums of a meeting: a file may say anything."""
        least, most = log(SHORTEST), log(LONGEST)
        return (
            len(self.held) == len(self.ended) == STEPS
            and all(0 <= each <= self.count for each in self.held)
            and all(each >= 0 for each in self.ended)
            and self.breaks <= self.count <= _MOST
            and (sum(self.held) > 0 or not self.breaks)
            and least * self.breaks - 1 <= self.lengths <= most * self.breaks + 1
            and self.lengths**2 - 1 <= self.squares * max(1, self.breaks) <= _MOST
        )

    @staticmethod
    def of(stretches: Sequence[Stretch]) -> Stretches:
        """The sums of these."""
        held, ended = [0.0] * STEPS, [0] * STEPS
        for each in stretches:
            seconds = min((each.ends - each.begins).total_seconds(), STEP * STEPS - 1.0)
            whole, rest = divmod(max(1.0, seconds), STEP)
            last = int(whole)
            for n in range(last):
                held[n] += 1
            held[last] += rest / STEP
            ended[last] += each.break_seconds is not None
        logs = [log(each.break_seconds) for each in stretches if each.break_seconds is not None]
        squares = sum(each * each for each in logs)
        return Stretches(tuple(held), tuple(ended), sum(logs), squares, len(stretches))


class Breaks(Struct, frozen=True):
    """The breaks that may come in the sitting that is held."""

    known: TimekeeperRules
    age: float
    """Seconds for which it has gone on without one."""
    room: float
    """Seconds until its planned end: no other break comes behind that."""

    def chance(self, seconds: float) -> float:
        """How likely there is one before so many seconds are over."""
        known = self.known
        if not known.break_minutes or seconds <= 0:
            return 0.0
        until = self.age + max(0.0, min(seconds, self.room))
        middle = 60 * max(1.0, known.break_minutes)
        grown = (until / middle) ** known.break_power - (self.age / middle) ** known.break_power
        return 1 - exp(-log(2) * grown)

    @property
    def mean(self) -> float:
        """Seconds a break takes on average."""
        return 60 * self.known.break_length * exp(self.known.break_length_spread**2 / 2)

    @property
    def variance(self) -> float:
        """Of the seconds it takes."""
        return self.mean**2 * (exp(self.known.break_length_spread**2) - 1)


def breaks_to_come(state: MeetingState, now: datetime, sitting_end: datetime) -> Breaks | None:
    """The breaks that may come; None where nothing is known of any."""
    known = state.rules.timekeeper
    if not known.break_minutes:
        return None
    age = 0.0
    if state.phase == "open":
        age = max(0.0, (now - _since(state, now)).total_seconds())
    return Breaks(known, age, max(0.0, (sitting_end - now).total_seconds()))


def _since(state: MeetingState, now: datetime) -> datetime:
    """Since when the sitting that is held has gone on without a break."""
    opened = _openings(state)[-1]
    held = stretches(state)
    if not held or held[-1].ends < opened:
        return opened
    is_break = state.floor is None and (now - held[-1].ends).total_seconds() >= SHORTEST
    return now if is_break else held[-1].begins


def stretches(state: MeetingState) -> list[Stretch]:
    """The parts of all sittings without a break, until the last turn that was given."""
    found: list[Stretch] = []
    openings = _openings(state)
    since = last = None
    for each in state.interventions.values():
        given = each.given_at
        opened = openings[max(0, bisect_right(openings, given) - 1)]
        if since is None or last is None or last < opened:
            if since is not None and last is not None:
                found.append(Stretch(since, last, None))
            since, last = opened, given
        gap = (given - last).total_seconds()
        if gap >= SHORTEST:
            found.append(Stretch(since, last, gap if gap <= LONGEST else None))
            since = given
        last = max(last, each.yielded_at or given)
    if since is not None and last is not None:
        found.append(Stretch(since, last, None))
    return found


def _openings(state: MeetingState) -> list[datetime]:
    return sorted(run.opened_at for run in state.sittings.values() if run.opened_at)


def breaks_after(known: TimekeeperRules, seen: Stretches) -> TimekeeperRules:
    """The figures with what earlier meetings showed of breaks."""
    breaks = seen.breaks
    if not breaks:
        return known
    power = max(POWERS, key=lambda each: _likelihood(seen, each))
    middle = (log(2) / _rate(seen, power)) ** (1 / power) * STEP / 60
    mean = seen.lengths / breaks
    variance = max(0.0, seen.squares / breaks - mean * mean)
    if known.break_minutes:
        middle = exp(_weighed(log(known.break_minutes), log(middle), breaks, HELD_STRETCHES))
        power = _weighed(known.break_power, power, breaks, HELD_STRETCHES)
    length = _weighed(log(60 * known.break_length), mean, breaks, HELD_LENGTHS)
    spread = _weighed(known.break_length_spread**2, variance, breaks, HELD_LENGTHS)
    return replace(
        known,
        break_minutes=_bounded("break_minutes", middle),
        break_power=_bounded("break_power", power),
        break_length=_bounded("break_length", exp(length) / 60),
        break_length_spread=_bounded("break_length_spread", sqrt(spread)),
    )


def _rate(seen: Stretches, power: float) -> float:
    """Breaks against the time in which they could come, which counts more the later it is."""
    time = sum(held * step for held, step in zip(seen.held, _steps(power), strict=True))
    added: float = max(time / seen.count, HELD_STEPS**power)
    return seen.breaks / (time + HELD_STRETCHES * added)


def _steps(power: float) -> list[float]:
    return [(n + 1) ** power - n**power for n in range(STEPS)]


def _likelihood(seen: Stretches, power: float) -> float:
    """How well breaks that become likelier so fast explain those that were seen: a logarithm."""
    came = sum(n * log(step) for n, step in zip(seen.ended, _steps(power), strict=True) if n)
    return came + seen.breaks * log(_rate(seen, power)) - log(power) ** 2


def _weighed(known: float, seen: float, count: int, weight: int) -> float:
    """What was seen so many times, against what was known, which counts as so many."""
    return (weight * known + count * seen) / (weight + count)


def _bounded(figure: str, value: float) -> float:
    least, most = TIMEKEEPER_BOUNDS[figure]
    return round(min(most, max(least, value)), 4)
