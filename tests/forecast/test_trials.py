"""How often the ends of a body's meetings lay below what was foreseen."""

from __future__ import annotations

from math import exp
from statistics import NormalDist
from typing import Any

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules, TimekeeperRules
from meeting_tui.forecast.learning import NOTHING, Said, rules_after, taught_by
from meeting_tui.forecast.trials import BINS, Ends, Trials, levels_after, tried_on

LATE = NormalDist().inv_cdf(0.9)
PLAIN = TimekeeperRules()
MANY = 4000
"""Ends enough that the rules hardly count any more."""


def rules(**known: Any) -> Rules:
    held = load_rules("att-wgtr")
    figures = {"share": 0.8, "spread": 0.4, "items_spread": 0.2, "drift": 0.0}
    return replace(held, handover_seconds=0, timekeeper=replace(PLAIN, **figures | known))


def item(*shares: float, gap: float | None = 0) -> tuple[Said, ...]:
    return tuple(Said("statement", "states", 100 * share, 100, gap) for share in shares)


def ends(distance: float, left: int, count: int) -> Ends:
    """So many ends that lie around a distance as they should around 0."""
    found = Ends()
    for n in range(100):
        end = Ends.of(distance + NormalDist().inv_cdf((n + 0.5) / 100), left)
        times = count // 100
        found += Ends(tuple(times * each for each in end.counts), times * end.logarithms)
    return found


def late_at(known: TimekeeperRules, left: float) -> float:
    """Deviations of the late case with three to the power of `left` turns left."""
    return NormalDist().inv_cdf(known.late_level) + known.late_growth * left


def test_distances_are_counted_in_bins_and_the_farthest_with_the_last() -> None:
    assert Ends.of(0.1, 1).counts[BINS // 2] == 1
    assert Ends.of(-9.0, 1).counts[0] == Ends.of(9.0, 1).counts[-1] == 1
    assert Ends.of(-9.0, 1).level(0.5) == pytest.approx(-2.9)
    assert Ends().level(0.5) == 3
    assert (Ends.of(0.0, 3) + Ends.of(0.0, 9)).count == 2


def test_levels_are_those_below_which_the_ends_lay() -> None:
    found = ends(0.3, 3, MANY)

    assert found.level(0.5) == pytest.approx(0.3, abs=0.03)
    assert found.level(0.9) == pytest.approx(0.3 + LATE, abs=0.06)


def test_every_turn_of_an_item_of_four_and_more_is_tried_but_the_last() -> None:
    found = tried_on([item(*[0.8] * 3), item(*[0.8] * 4), item(*[0.8] * 9)], rules())

    assert (found.few.count, found.many.count) == (3 + 5, 3)
    assert found.is_whole


def test_ends_lie_where_they_were_foreseen_if_turns_are_as_expected() -> None:
    as_expected = tried_on([item(*[0.8 * exp(0.08)] * 8)] * 9, rules())
    longer = tried_on([item(*[1.2] * 8)], rules(items_spread=0.05))
    shorter = tried_on([item(*[0.5] * 8)], rules(items_spread=0.05))

    assert as_expected.many.level(0.5) == pytest.approx(0, abs=0.3)
    assert longer.many.level(0.5) > 1.5
    assert shorter.many.level(0.5) < -1


def test_hand_overs_are_part_of_the_end_and_other_gaps_are_not() -> None:
    plain = tried_on([item(*[0.8] * 6)], rules())
    slow = tried_on([item(*[0.8] * 6, gap=60)], rules(handover_turns=1000))
    broken = tried_on([item(*[0.8] * 6, gap=None)], rules())

    assert slow.few.level(0.5) > plain.few.level(0.5)
    assert broken == plain


def test_what_was_certain_is_no_trial() -> None:
    certain = rules(spread=0.0, items_spread=0.0, handover_spread=0.0)

    assert tried_on([item(*[0.8] * 6)], certain) == Trials()
    assert tried_on([item(0.8, 0, 0, 0, 0)], rules()).few.count == 0


def test_without_any_end_the_levels_stay() -> None:
    known = replace(PLAIN, late_growth=0.1)

    assert levels_after(known, Trials()) is known
    assert levels_after(known, Trials(few=ends(0, 3, 100))).late_growth == 0.1


def test_levels_move_with_the_ends_and_are_held_back_while_they_are_few() -> None:
    sooner, few = (levels_after(PLAIN, Trials(ends(-0.4, 3, n))) for n in (MANY, 100))

    assert sooner.middle_level == pytest.approx(NormalDist().cdf(-0.36), abs=0.02)
    assert sooner.late_level == pytest.approx(NormalDist().cdf(LATE - 0.36), abs=0.02)
    assert sooner.middle_level < few.middle_level < 0.5
    assert sooner.late_level < few.late_level < 0.9


def test_late_case_grows_where_ends_come_later_with_many_turns_left() -> None:
    found = levels_after(PLAIN, Trials(ends(0, 3, MANY), ends(0.5, 9, MANY)))

    assert late_at(found, 1) == pytest.approx(LATE, abs=0.1)
    assert late_at(found, 2) == pytest.approx(LATE + 0.45, abs=0.1)


def test_late_case_never_comes_sooner_with_more_turns_left() -> None:
    found = levels_after(PLAIN, Trials(ends(0.5, 3, MANY), ends(0, 9, MANY)))

    assert found.late_growth == 0
    assert LATE < late_at(found, 2) < LATE + 0.5


def test_levels_stay_within_the_bounds_of_a_rules_file() -> None:
    found = levels_after(PLAIN, Trials(ends(-5, 3, MANY), ends(5, 9, MANY)))

    assert (found.late_level, found.late_growth) == (0.75, 0.5)
    assert levels_after(PLAIN, Trials(ends(5, 3, MANY))).late_level == 0.99


def test_a_meeting_is_tried_with_what_the_ones_before_taught() -> None:
    held = [item(*[0.8] * 8)]

    assert taught_by(held).trials == Trials()
    assert taught_by(held, rules()).trials == tried_on(held, rules())
    learned = rules_after(rules(), taught_by([item(*[0.2] * 8)] * 60, rules()))
    assert learned.timekeeper.late_level < 0.9
    assert NOTHING.trials.is_whole


@pytest.mark.parametrize(
    "broken",
    [
        Ends((0,) * (BINS - 1)),
        Ends((-1, *(0,) * (BINS - 1))),
        Ends(logarithms=-1.0),
    ],
)
def test_counts_that_cannot_be_are_known(broken: Ends) -> None:
    assert not Trials(few=broken).is_whole
    assert not Trials(many=broken).is_whole
