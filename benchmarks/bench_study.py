"""How well the timekeeper foresees real debates: after each turn, the time that is left of it.

Who still speaks is known, as on a speakers' list; how long they will speak is not. What a body
teaches is taken from every other of its sittings and tried on the rest, both ways round. The script
of the full day is tried with the rules of procedure as they are, its limits are known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from benchmarks.debates import (
    SAMPLES,
    Sitting,
    council,
    full_day,
    gaps,
    group_calls,
    house,
    said_in,
)
from benchmarks.figures import Row
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.learning import NOTHING, rules_after, taught_by
from meeting_tui.forecast.outlook import Outlook
from meeting_tui.forecast.pace import TurnTaken, learn_hand_over, learn_pace

TITLE = "Study: the time that is left of a real debate, foreseen after each of its turns"
QUICK = 4
LEAST_TURNS = 4
RECESS = 900
"""A gap as long as this, in seconds, was a break of the sitting: known, once it is announced."""
AIM = 169
"""Median error (s) of an earlier sketch."""


@dataclass(frozen=True, slots=True)
class Case:
    """What was foreseen after one turn, and what came (seconds)."""

    truth: float
    middle: float
    late: float
    at_limit: float
    has_recess: bool
    left: int = 0
    size: int = 0


def cases(sitting: Sitting, rules: Rules) -> Iterator[Case]:
    """After every turn of every debate of four turns or more, the last one left aside."""
    taken: list[TurnTaken] = []
    waited: list[float] = []
    for number, debate in enumerate(sitting):
        name, between = str(number), gaps(debate)
        for place, turn in enumerate(debate, 1):
            used = turn.used
            taken.append(TurnTaken(name, turn.kind, turn.tier, used, turn.limit_seconds))
            waited += between[place - 2 : place - 1] if place > 1 else []
            if len(debate) < LEAST_TURNS or place == len(debate):
                continue
            hand_over = learn_hand_over(rules, waited)
            outlook = Outlook(learn_pace(rules, taken, name), hand_over)
            outlook.add(
                [(each.limit_seconds, (each,), "") for each in debate[place:]], hand_over.seconds
            )
            middle, late = outlook.figures()
            yield Case(
                truth=debate[-1].ends - turn.ends,
                middle=middle,
                late=late,
                at_limit=sum(each.limit_seconds for each in debate[place:]),
                has_recess=any(gap >= RECESS for gap in between[place - 1 :]),
                left=len(debate) - place,
                size=len(debate),
            )


def tried(sittings: Sequence[Sitting], rules: Rules) -> list[Case]:
    """What one half of the sittings teaches, tried on the other, both ways round."""
    halves = (sittings[::2], sittings[1::2])
    found: list[Case] = []
    for earlier, other in (halves, halves[::-1]):
        taught = sum((taught_by(said_in(sitting)) for sitting in earlier), NOTHING)
        prior = rules_after(rules, taught)
        found += [case for sitting in other for case in cases(sitting, prior)]
    return found


def rows(what: str, found: Sequence[Case], aimed: bool) -> Iterator[Row]:
    """The errors against those of the plain sum of limits, and how often the truth lay below."""
    ours = tuple(abs(case.truth - case.middle) for case in found)
    plain = tuple(abs(case.truth - case.at_limit) for case in found)
    error = Row(f"{what}: error of the middle case", ours, "s", median(plain), "number x limit")
    yield _with_aim(error, f"median {AIM} s or less", median(ours) <= AIM) if aimed else error
    yield Row(f"{what}: error of number x limit", plain, "s")
    for named, share, least, most in (
        ("middle case", [case.truth <= case.middle for case in found], 45, 55),
        ("late case", [case.truth <= case.late for case in found], 85, 95),
    ):
        below = 100 * fmean(share)
        row = Row(f"{what}: truth below the {named}", (below,), "%")
        yield _with_aim(row, f"{least}-{most} %", least <= below <= most) if aimed else row


def _with_aim(row: Row, aim: str, holds: bool) -> Row:
    return Row(row.what, row.samples, row.unit, row.against, row.against_what, aim, holds)


def run(sittings: int = 1000) -> list[Row]:
    """The rows of every body; at most so many sittings of each."""
    flat = load_rules("flat")
    table = list(rows("full day", [*_as_the_rules_are()], aimed=False))
    if not SAMPLES.is_dir():
        return table
    held = tried(council()[:sittings], flat)
    table += rows("council", held, aimed=True)
    table += rows("council, no recess", [c for c in held if not c.has_recess], aimed=False)
    table += rows("group calls", tried(group_calls()[:sittings], flat), aimed=False)
    table += rows("House", tried(house()[:sittings], flat), aimed=False)
    return table


def _as_the_rules_are() -> Iterator[Case]:
    for sitting in full_day():
        yield from cases(sitting, load_rules("att-wgtr"))
