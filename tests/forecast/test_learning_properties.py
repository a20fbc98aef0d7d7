"""What holds of learning whatever the meetings were like."""

from __future__ import annotations

from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.agenda.presets import load_rules, rules_findings
from meeting_tui.forecast.learning import NOTHING, Said, Taught, rules_after, taught_by

RULES = load_rules("att-wgtr")
turns = st.builds(
    Said,
    st.sampled_from(("statement", "question", "presentation")),
    st.sampled_from(("group", "states", "others")),
    st.floats(0, 7200),
    st.sampled_from((60, 180, 300)),
    st.none() | st.floats(0, 600),
)
meetings = st.lists(st.lists(turns, max_size=12), max_size=6).map(taught_by)


@given(meetings)
def test_what_was_learned_is_a_rules_file_that_may_be_written(taught: Taught) -> None:
    found = rules_after(RULES, taught)

    assert list(rules_findings(found)) == []
    assert 0 <= found.handover_seconds <= 120


@given(st.lists(meetings, max_size=4), st.randoms())
def test_order_of_meetings_does_not_matter(held: list[Taught], chance: object) -> None:
    known = sum(held, NOTHING)
    other = sum(held[::-1], NOTHING)
    one, two = rules_after(RULES, known), rules_after(RULES, other)

    assert one.timekeeper.share == pytest.approx(two.timekeeper.share, abs=2e-4)
    assert one.timekeeper.spread == pytest.approx(two.timekeeper.spread, abs=2e-4)
    assert one.timekeeper.items_spread == pytest.approx(two.timekeeper.items_spread, abs=2e-4)
    assert one.timekeeper.opening == pytest.approx(two.timekeeper.opening, abs=2e-4)
    assert one.timekeeper.closing == pytest.approx(two.timekeeper.closing, abs=2e-4)
    assert one.timekeeper.growth == pytest.approx(two.timekeeper.growth, abs=2e-4)
    assert (known.meetings, known.turns.count) == (other.meetings, other.turns.count)


@given(st.floats(0.1, 1.5), st.integers(2, 9), st.integers(1, 5))
def test_each_further_meeting_moves_further_from_the_preset(
    share: float, number: int, items: int
) -> None:
    said = tuple(Said("statement", "states", 1000 * share, 1000, 45) for _ in range(number))
    taught = taught_by([said] * items)
    known = NOTHING
    found = [RULES]
    for _ in range(4):
        known += taught
        found.append(rules_after(RULES, known))

    levels = [abs(log(each.timekeeper.share / RULES.timekeeper.share)) for each in found]
    gaps = [each.handover_seconds for each in found]

    assert all(one <= two + 1e-3 for one, two in pairwise(levels))
    assert all(one <= two for one, two in pairwise(gaps))
    assert abs(levels[-1]) <= abs(log(share / RULES.timekeeper.share)) + 1e-3
