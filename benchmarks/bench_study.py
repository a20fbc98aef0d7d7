"""How well the timekeeper foresees real debates: what the screen says of their end, and what came.

Debates are held again in meetings of ours (`held.py`) and looked at after each turn and once a
minute. What a body teaches is learned from every other of its sittings and tried on the rest, both
ways round; of four calls each is also tried after all others; what it is compared with is learned
from the same sittings. Intervals are those of whole sittings drawn again, for the debates of one
sitting are not independent of each other.

    python -m benchmarks.bench_study

prints the table of `docs/timekeeping.md`. Another body's sittings in the form of the council's
(`NAME/sittings.json` among the samples) are tried too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from random import Random
from statistics import fmean, median

from benchmarks.debates import COUNCIL, SAMPLES, Sitting, council, group_calls, house
from benchmarks.figures import Row
from benchmarks.held import Glance, glances, glances_at_full_day, state_after, without
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.learning import NOTHING, rules_after, taught_in

TITLE = "Study: the time that is left of a real debate, as the screen says it, and as it came"
QUICK = 4
SEED = 12
DRAWN = 300
"""So often whole sittings are drawn again for an interval of nine in ten."""
LEAST_KNOWN = 10
"""Of fewer cases the static table tells nothing: the nearest number of turns does."""
LENGTHS = ((1, 5), (6, 10), (11, 40), (41, 1000))
THIRDS = ("first", "second", "last")
FEWEST = 100
"""Of fewer cases nothing is asked."""


@dataclass(frozen=True, slots=True)
class Rival:
    """What can be foreseen without the program, learned from some sittings."""

    mean_turn: float
    remaining: dict[tuple[int, bool], list[float]]
    """How long debates went on with so many waiting, while somebody spoke or not."""

    def by_mean_turn(self, seen: Glance) -> float:
        """Everybody takes the mean turn, whoever speaks what is left of it."""
        begun = 0.0 if seen.spoken is None else max(0.0, self.mean_turn - seen.spoken)
        return seen.waiting * self.mean_turn + begun

    def by_table(self, seen: Glance) -> float:
        """The middle of what was left where as many were waiting."""
        is_spoken = seen.spoken is not None
        found: list[float] = []
        near = [number for number, spoken in self.remaining if spoken == is_spoken]
        for number in sorted(near, key=lambda each: abs(each - seen.waiting)):
            scale = (seen.waiting + is_spoken) / max(1, number + is_spoken)
            found += [scale * each for each in self.remaining[number, is_spoken]]
            if len(found) >= LEAST_KNOWN:
                break
        return median(found) if found else self.by_mean_turn(seen)


def rival_of(sittings: Iterable[Sitting], seen: Iterable[Glance]) -> Rival:
    """What these sittings, and what was seen of them, teach."""
    used = [turn.used for sitting in sittings for debate in sitting for turn in debate]
    remaining: defaultdict[tuple[int, bool], list[float]] = defaultdict(list)
    for each in seen:
        remaining[each.waiting, each.spoken is not None].append(each.truth)
    return Rival(fmean(used), dict(remaining))


@dataclass(frozen=True, slots=True)
class Case:
    """One look, and what two rules of thumb foresaw; None where a limit was known."""

    sitting: int
    seen: Glance
    mean_turn: float | None = None
    table: float | None = None


def tried(
    sittings: Sequence[Sitting],
    rules: Rules,
    as_held: Callable[[Sitting, int], Sitting],
    parts: int = 2,
) -> list[Case]:
    """What all sittings but a part of them teach, tried on that part; each part in turn.

    With as many parts as sittings each is tried after all others.
    """
    held = [as_held(sitting, number) for number, sitting in enumerate(sittings)]
    tries = [([n for n in range(len(held)) if n % parts == part], part) for part in range(parts)]
    folds = [(half, [n for n in range(len(held)) if n % parts != part]) for half, part in tries]
    seen: dict[int, list[Glance]] = {}
    for half, other in folds:
        prior = taught_rules((held[n] for n in other), rules)
        seen |= {n: list(glances(held[n], prior)) for n in half}
    found: list[Case] = []
    for half, other in folds:
        rival = rival_of((held[n] for n in other), (each for n in other for each in seen[n]))
        found += [
            Case(n, each, rival.by_mean_turn(each), rival.by_table(each))
            for n in half
            for each in seen[n]
        ]
    return found


def taught_rules(sittings: Iterable[Sitting], rules: Rules) -> Rules:
    """The rules with what these sittings teach, one after the other."""
    taught = NOTHING
    for sitting in sittings:
        known = rules_after(rules, taught) if taught.meetings else None
        state = state_after(sitting, known or rules)
        if state is not None:
            taught += taught_in(state, known)
    return rules_after(rules, taught)


def closed(sitting: Sitting, _number: int = 0) -> Sitting:
    """All names on the list from the beginning, and the list closed."""
    return tuple(tuple(replace(turn, asks=None) for turn in debate) for debate in sitting)


def as_asked(sitting: Sitting, _number: int = 0) -> Sitting:
    """Names on the list when they were really put there."""
    return sitting


def missing(share: float) -> Callable[[Sitting, int], Sitting]:
    """The list open, with a share of names missing until later."""
    return lambda sitting, number: without(sitting, share, SEED + number)


Figure = Callable[[Case], float]


def _error(foreseen: Callable[[Case], float | None]) -> Figure:
    return lambda case: abs(case.seen.truth - (foreseen(case) or 0.0))


def interval(cases: Sequence[Case], figure: Figure, at: float | None) -> tuple[float, float]:
    """Between which two values nine in ten of the figures lie, with whole sittings drawn again.

    The figure is the mean of that of the cases where `at` is None, else their quantile.
    """
    chance = Random(SEED)
    held = sorted({case.sitting for case in cases})
    values = sorted((figure(case), case.sitting) for case in cases)
    found = []
    for _ in range(DRAWN):
        weights = dict.fromkeys(held, 0)
        for sitting in chance.choices(held, k=len(held)):
            weights[sitting] += 1
        counts = [weights[sitting] for _, sitting in values]
        whole = sum(counts)
        if at is None:
            found.append(sum(v * w for (v, _), w in zip(values, counts, strict=True)) / whole)
        else:
            reached = accumulate(counts)
            found.append(
                next(v for (v, _), c in zip(values, reached, strict=True) if c >= at * whole)
            )
    found.sort()
    return found[DRAWN // 20], found[-1 - DRAWN // 20]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the table: of these cases, errors and how often the truth lay below."""

    what: str
    cases: Sequence[Case]
    is_aimed: bool = True

    @property
    def rivals(self) -> tuple[float | None, float | None]:
        """Median errors of number x mean turn and of the static table, or of number x limit."""
        if self.cases[0].table is None:
            return median(map(_error(lambda case: case.seen.full), self.cases)), None
        return (
            median(map(_error(lambda case: case.mean_turn), self.cases)),
            median(map(_error(lambda case: case.table), self.cases)),
        )

    @property
    def error(self) -> float:
        """Median, in seconds."""
        return median(map(_error(_middle), self.cases))

    def below(self, foreseen: Callable[[Case], float]) -> float:
        """Per cent of cases in which the truth lay below."""
        return 100 * fmean(case.seen.truth <= foreseen(case) for case in self.cases)

    def markdown(self) -> str:
        """As a row of the table in the documentation."""
        first, second = self.rivals
        sittings = len({case.sitting for case in self.cases})
        has_interval = sittings > 1
        low, high = interval(self.cases, _error(_middle), 0.5)
        between = f" ({low:,.0f}–{high:,.0f})" if has_interval else ""
        cells = [
            self.what,
            f"{len(self.cases):,} / {sittings}",
            f"{self.error:,.0f}{between}",
            f"{first:,.0f}" if first is not None else "–",
            f"{second:,.0f}" if second is not None else "–",
        ]
        for foreseen in (_middle, _late):
            low, high = interval(self.cases, _is_below(foreseen), None)
            between = f" ({100 * low:.0f}–{100 * high:.0f})" if has_interval else ""
            cells.append(f"{self.below(foreseen):.0f} %{between}")
        return f"| {' | '.join(cells)} |"

    def rows(self) -> Iterator[Row]:
        """The same for the table of benchmarks, with what is aimed at."""
        errors = tuple(map(_error(_middle), self.cases))
        told = [each for each in self.rivals if each is not None]
        aimed = self.is_aimed and len(self.cases) >= FEWEST
        row = Row(f"{self.what}: error of the pace", errors, "s", min(told), "the best rule")
        yield _with_aim(row, "better than both rules", median(errors) <= min(told), aimed)
        for named, foreseen, least, most in (
            ("pace", _middle, 45, 55),
            ("late case", _late, 85, 95),
        ):
            below = self.below(foreseen)
            row = Row(f"{self.what}: truth below the {named}", (below,), "%")
            yield _with_aim(row, f"{least}-{most} %", least <= below <= most, aimed)


def _middle(case: Case) -> float:
    return case.seen.middle


def _late(case: Case) -> float:
    return case.seen.late


def _is_below(foreseen: Callable[[Case], float]) -> Figure:
    return lambda case: float(case.seen.truth <= foreseen(case))


def _with_aim(row: Row, aim: str, holds: bool, aimed: bool) -> Row:
    return replace(row, aim=aim, holds=holds if aimed else None)


def lines(what: str, cases: Sequence[Case], is_aimed: bool = True) -> Iterator[Line]:
    """All cases of a body, and those of each sort of moment; recesses to come with and without."""
    calm = [case for case in cases if not case.seen.has_recess]
    known = [(what, cases)]
    if len(calm) < len(cases):
        known.append((f"{what}, no recess to come", calm))
    for label, held in known:
        yield Line(label, held, is_aimed)
        for part, found in _parts(held):
            if 0 < len(found) < len(held):
                yield Line(f"{label}, {part}", found, is_aimed)


def _parts(cases: Sequence[Case]) -> Iterator[tuple[str, list[Case]]]:
    seen = [(case, case.seen) for case in cases]
    yield "after each turn", [case for case, each in seen if each.spoken is None]
    for least, most in LENGTHS:
        label = f"{least}–{most} turns left" if most < LENGTHS[-1][1] else f"{least} and more"
        yield label, [case for case, each in seen if least <= each.left <= most]
    for third, label in enumerate(THIRDS):
        yield f"{label} third", [case for case, each in seen if each.third == third]


def study(sittings: int = 1000) -> Iterator[Line]:
    """The lines of every body; at most so many sittings of each."""
    for what, by_lists in (("ends of items", False), ("ends of their lists", True)):
        day = glances_at_full_day(load_rules("att-wgtr"), by_lists=by_lists)
        yield Line(f"the full day, {what}", [Case(0, each) for each in day], is_aimed=False)
    if not SAMPLES.is_dir():
        return
    flat = load_rules("flat")
    for path in sorted(SAMPLES.glob("*/sittings.json"), key=lambda path: path != COUNCIL):
        held, name = council(path)[:sittings], path.parent.name
        yield from lines(name, tried(held, flat, closed))
        for share in (25, 50):
            cases = tried(held, flat, missing(share / 100))
            yield from list(lines(f"{name}, {share} % missing", cases))[:1]
    yield from lines("W3C calls", tried(group_calls()[:sittings], flat, closed), is_aimed=False)
    calls = group_calls()[:sittings]
    others = tried(calls, flat, closed, len(calls))
    yield Line("W3C calls, each after all others", others, is_aimed=False)
    real = tried(calls, flat, as_asked)
    yield Line("W3C calls, their own queues", real, is_aimed=False)
    real = tried(calls, flat, as_asked, len(calls))
    yield Line("W3C calls, their own queues, each after all others", real, is_aimed=False)
    yield from lines("House", tried(house()[:sittings], flat, closed), is_aimed=False)


def run(sittings: int = 1000) -> list[Row]:
    """The rows of every body; at most so many sittings of each."""
    return [row for line in study(sittings) for row in line.rows()]


COLUMNS = (
    "debates",
    "looks / sittings",
    "median error, s",
    "number x mean turn",
    "static table",
    "truth below pace",
    "below late case",
)


if __name__ == "__main__":
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    for each in study():
        print(each.markdown(), flush=True)
