"""What the turns of a meeting teach about those to come."""

from __future__ import annotations

from math import exp, log, sqrt
from typing import Any

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.outlook import Outlook
from meeting_tui.forecast.pace import (
    Pace,
    TurnTaken,
    expected_share,
    learn_hand_over,
    learn_pace,
)
from meeting_tui.forecast.spread import deviations, lognormal, still_to_come

STATES = ("statement", "states")
GROUPS = ("statement", "group")


def rules(*, handover: float = 20, **known: Any) -> Rules:
    held = load_rules("att-wgtr")
    plain = {"share": 0.8, "spread": 0.4, "items_spread": 0.3, "drift": 0.0, "taper": 0.0}
    timekeeper = replace(held.timekeeper, **plain | known)
    return replace(held, timekeeper=timekeeper, handover_seconds=int(handover))


def turns(*shares: float, item: str = "1", tier: str = "states") -> list[TurnTaken]:
    return [TurnTaken(item, "statement", tier, 100 * share, 100) for share in shares]


def share(taken: list[TurnTaken], tier: str = "states", *, next_item: bool = False) -> float:
    return told(rules(), taken, "2" if next_item else "1", tier)


def told(known: Rules, taken: list[TurnTaken], item: str = "1", tier: str = "states") -> float:
    return learn_pace(known, taken, item).typical_share("statement", tier)


def test_before_anybody_has_spoken_the_rules_are_all_there_is() -> None:
    pace = learn_pace(rules(), (), "1")

    assert pace.typical_share(*STATES) == pytest.approx(0.8)
    assert pace.mean_share(*STATES) == pytest.approx(0.8 * exp(0.08))
    assert pace.spread == pytest.approx(sqrt(0.4**2 + 0.3**2))
    assert (pace.heard, pace.turns, pace.is_within_limits) == (0, 0, True)


def test_few_turns_teach_little_and_many_teach_all() -> None:
    known = [share(turns(*[0.4] * count)) for count in (0, 1, 4, 40)]

    assert known == sorted(known, reverse=True)
    assert 0.6 < known[1] < 0.8
    assert known[3] == pytest.approx(0.4, rel=0.05)


def test_the_share_of_a_kind_counts_before_that_of_its_tier_and_of_all() -> None:
    held = rules()
    kinds = [replace(each, share=1.0) for each in held.kinds if each.id == "question"]
    tiers = [replace(each, share=0.5) for each in held.tiers if each.id == "group"]
    given = replace(held, kinds=tuple(kinds), tiers=tuple(tiers))

    assert expected_share(given, "question", "group") == 1.0
    assert expected_share(given, "statement", "group") == 0.5
    assert expected_share(given, "statement", "nobody") == 0.8


def test_a_tier_has_a_pace_of_its_own_as_far_as_it_showed_one() -> None:
    taken = [turn for _ in range(8) for turn in (*turns(0.4), *turns(1.0, tier="group"))]

    assert share(taken) < 0.65 < share(taken, tier="group")
    assert share(taken) < share(taken, tier="others") < share(taken, tier="group")


def test_what_one_item_taught_holds_in_part_for_the_next() -> None:
    taken = turns(*[0.4] * 10)
    here, next_one = share(taken), share(taken, next_item=True)

    assert here < next_one < 0.8
    assert learn_pace(rules(), taken, "2").heard == 0
    assert learn_pace(rules(), taken, "2").doubt > learn_pace(rules(), taken, "1").doubt


def test_one_turn_without_an_end_teaches_no_more_than_a_long_one() -> None:
    usual = turns(*[0.8] * 5)

    assert share([*usual, *turns(100)]) == share([*usual, *turns(1000)])
    assert share([*usual, *turns(0)]) == share([*usual, *turns(0.01)])


def test_the_spread_that_was_seen_counts_more_with_every_turn() -> None:
    even = learn_pace(rules(), turns(*[0.8] * 40), "1")
    uneven = learn_pace(rules(), turns(*[0.2, 1.6] * 20), "1")

    assert even.variance < 0.4**2 < uneven.variance
    assert even.stretch < uneven.stretch


def test_settings_of_the_pace_matter() -> None:
    taken, one, five = turns(*[0.8] * 5, *[0.4] * 5), turns(0.4), turns(*[0.8] * 5)

    assert told(rules(drift=0.3), taken) < share(taken)
    assert told(rules(items_spread=0.6), one) < share(one)
    assert told(rules(spread=0.8), one) > share(one)
    assert told(rules(taper=0.2), five) > 0.75 * share(five)
    assert told(rules(taper=0.2), []) == pytest.approx(0.8)
    shortening = turns(*[0.8 * n**-0.2 for n in range(1, 11)])
    assert told(rules(taper=0.2), shortening) == pytest.approx(0.8 * 11**-0.2)


def test_the_first_turn_of_an_item_teaches_less_where_first_turns_are_long() -> None:
    shaped = {"opening": log(2)}

    assert told(rules(**shaped), turns(1.6)) == pytest.approx(0.8)
    assert told(rules(**shaped), turns(1.6, 0.8)) == pytest.approx(0.8)
    assert told(rules(**shaped), turns(1.6, 0.8), "2") == pytest.approx(0.8)
    assert told(rules(**shaped), turns(0.8), "2") == pytest.approx(0.8)


def test_last_turns_of_an_item_that_is_over_are_taken_as_short() -> None:
    short = [0.8, *[0.8 * 0.5 ** (near / 5) for near in range(1, 6)]]

    assert told(rules(closing=log(2)), turns(*short), "2") == pytest.approx(0.8)
    assert told(rules(), turns(*short), "2") < 0.7


def test_turns_of_an_item_of_many_are_taken_as_long() -> None:
    sixteen = turns(*[0.8 * 2**0.3] * 16)

    assert told(rules(growth=0.3), sixteen, "2") == pytest.approx(0.8)
    assert told(rules(growth=0.3), sixteen, "1") > 0.9


def test_turns_that_fade_are_taken_as_they_would_be_in_the_first_place() -> None:
    faded = turns(*[0.8 * (1 + n / 5) ** -0.4 for n in range(9)])

    assert told(rules(fading=0.4), faded) == pytest.approx(0.8)
    assert told(rules(fading=0.4), faded, "2") == pytest.approx(0.8)
    assert told(rules(), faded) < 0.7


def test_how_much_is_carried_to_the_next_item_is_a_figure_of_the_rules() -> None:
    taken = turns(*[0.4] * 10)
    found = [told(rules(carried=carried), taken, "2") for carried in (0.0, 0.5, 1.0)]

    assert found == [pytest.approx(0.8), pytest.approx(sqrt(found[2] * 0.8)), told(rules(), taken)]


def test_without_any_spread_nothing_is_learned() -> None:
    known = rules(spread=0.0, items_spread=0.0, drift=0.0)

    assert told(known, turns(0.1, 0.2, 2.0)) == pytest.approx(0.8)


def test_turns_over_their_limit_are_noted() -> None:
    assert learn_pace(rules(), turns(0.5, 1.0), "1").is_within_limits
    assert not learn_pace(rules(), turns(0.5, 1.01), "1").is_within_limits


def test_hand_overs_are_learned_and_long_gaps_cut() -> None:
    assert learn_hand_over(rules(), ()).seconds == 20
    assert learn_hand_over(rules(), [20.0] * 5).seconds == 20
    assert learn_hand_over(rules(), [8.0] * 8).seconds == 14
    assert learn_hand_over(rules(), [8.0] * 8).doubt < learn_hand_over(rules(), ()).doubt
    assert learn_hand_over(rules(), [500.0]) == learn_hand_over(rules(), [120.0])
    assert learn_hand_over(rules(), [600.0]) == learn_hand_over(rules(), ())
    assert learn_hand_over(rules(), [-5.0]) == learn_hand_over(rules(), [0.0])
    assert learn_hand_over(rules(handover=0), [30.0] * 9).seconds == 0
    assert learn_hand_over(rules(handover_turns=1), [8.0] * 8).seconds == 9
    assert learn_hand_over(rules(handover_spread=0.0), ()).variance == 0


def outlook(pace: Pace, count: int, handover: int = 20) -> Outlook:
    found = Outlook(pace, learn_hand_over(rules(handover=handover), ()))
    found.add([(100, turns(1.0), "")] * count, handover)
    return found


def test_full_time_is_a_plain_sum() -> None:
    found = outlook(learn_pace(rules(), (), "1"), 7)
    found.add_fixed(60)
    found.add_begun(30, 20, 5)

    assert found.full == 7 * 120 + 90


def test_spreads_of_turns_even_out_and_what_is_not_known_of_the_pace_does_not() -> None:
    sure = learn_pace(rules(items_spread=0.0), (), "1")
    unsure = learn_pace(rules(items_spread=0.3), (), "1")

    def lateness(pace: Pace, count: int) -> float:
        middle, late = outlook(pace, count, 0).figures()
        return late / middle

    assert lateness(sure, 1) > lateness(sure, 10) > lateness(sure, 100)
    assert lateness(sure, 1000) < 1.03
    assert lateness(unsure, 1000) > exp(deviations(0.9) * 0.3) * 0.97


def length(pace: Pace, number: int, *, behind: int = 0, before: int = 0) -> float:
    """Mean seconds of so many turns of 100 s with so many behind them."""
    found = Outlook(pace, learn_hand_over(rules(handover=0), ()), number + behind, before)
    found.add([(100, turns(1.0) * number, "")], 0)
    return found.figures()[0]


CERTAIN = {"items_spread": 0.0, "spread": 0.0}


def test_turns_at_the_end_of_a_list_are_shorter_the_last_one_most() -> None:
    pace = learn_pace(rules(closing=1.0, **CERTAIN), turns(0.8), "1")
    lasts = [80 * exp(-near / 5) for near in range(1, 6)]

    assert length(pace, 1) == pytest.approx(lasts[-1])
    assert length(pace, 5) == pytest.approx(sum(lasts))
    assert length(pace, 8) == pytest.approx(240 + sum(lasts))
    assert length(pace, 3, behind=2) == pytest.approx(sum(lasts[:3]))
    assert length(pace, 3, behind=9) == pytest.approx(240)


def test_turns_shorten_by_their_own_place_and_not_by_who_comes_behind() -> None:
    pace = learn_pace(rules(fading=0.5, **CERTAIN), turns(0.8), "1")
    second, sixth = 80 * 1.2**-0.5, 80 * 2**-0.5

    assert length(pace, 1, before=1) == length(pace, 1, behind=7, before=1)
    assert length(pace, 1, before=1) == pytest.approx(second)
    assert length(pace, 1, before=5) == pytest.approx(sixth)
    assert length(pace, 5, before=1) == pytest.approx(
        sum(80 * (1 + n / 5) ** -0.5 for n in range(1, 6))
    )


def test_limits_that_cut_turns_off_bring_mean_and_spread_down() -> None:
    free = learn_pace(rules(), (), "1")
    low = learn_pace(rules(mean_lean=0.5), (), "1")
    even = learn_pace(rules(spread_lean=0.5), (), "1")

    assert low.mean_share(*STATES) == pytest.approx(0.8 * exp(0.04))
    assert low.stretch == free.stretch == pytest.approx(exp(0.16) - 1)
    assert even.stretch == pytest.approx(exp(0.08) - 1)


def test_turns_are_longer_where_they_are_many_as_far_as_the_level_does_not_show_it() -> None:
    before = learn_pace(rules(growth=0.5, **CERTAIN), (), "1")
    shown = learn_pace(rules(growth=0.5, items_spread=1.0), turns(*[0.8] * 40), "1")

    assert length(before, 8) == pytest.approx(640)
    assert length(before, 12) == pytest.approx(12 * 80 * sqrt(1.5))
    assert length(before, 8, before=4) == pytest.approx(640 * sqrt(1.5))
    assert shown.believed > 0.9
    assert 1 < shown.of_many(160) == shown.of_many(40) < 5**0.05


def test_who_begins_an_item_speaks_longer_and_who_ends_it_shorter() -> None:
    known = rules(opening=0.5, closing=1.0, **CERTAIN)
    first, later = learn_pace(known, (), "1"), learn_pace(known, turns(0.8 * exp(0.5)), "1")

    def now(pace: Pace, behind: int) -> float:
        found = Outlook(pace, learn_hand_over(known, ()), behind, pace.heard + 1)
        return found.typical_share_now(turns(1.0)[0])

    assert [now(first, 3), now(first, 0)] == pytest.approx([0.8 * exp(0.5), 0.8])
    assert [now(later, 9), now(later, 0)] == pytest.approx([0.8, 0.8 * exp(-1)])
    faded = learn_pace(rules(fading=0.5, **CERTAIN), turns(*[0.8] * 5), "1")
    assert now(faded, 3) == pytest.approx(0.8 * 2**-0.5)


def test_levels_move_the_middle_and_the_late_case() -> None:
    taken = turns(*[0.8] * 5)

    def cases(count: int, **known: float) -> tuple[float, float]:
        return outlook(learn_pace(rules(**known), taken, "1"), count, 0).figures()

    (middle, late), (lower, _) = cases(9), cases(9, middle_level=0.4)
    assert lower < middle
    assert cases(9, late_level=0.8)[1] < late < cases(9, late_level=0.95)[1]
    assert cases(1, late_growth=0.3) == cases(1)
    assert late < cases(9, late_growth=0.3)[1] < cases(9, late_growth=0.5)[1]


def test_middle_case_is_not_later_than_full_time_while_nobody_goes_over() -> None:
    within = learn_pace(rules(), turns(*[1.0] * 40), "1")
    over = learn_pace(rules(), turns(*[1.3] * 40), "1")

    assert outlook(within, 20).figures()[0] <= outlook(within, 20).full
    assert outlook(over, 20).figures()[0] > outlook(over, 20).full


def test_time_set_apart_in_the_plan_takes_the_same_at_every_pace() -> None:
    found = outlook(learn_pace(rules(items_spread=0.0, spread=0.0), (), "1"), 0)
    found.add([(600, (), "2.2")], 20)

    assert found.full == 600
    assert found.figures() == (600, 600)


def test_a_sum_without_spread_is_itself_in_every_case() -> None:
    assert lognormal(100, 0) == (100, 0)
    assert lognormal(0, 10) == (0, 0)


def test_middle_and_deviation_of_one_lognormal_turn_are_its_own() -> None:
    spread, typical = 0.5, 80.0
    mean = typical * exp(spread**2 / 2)

    assert lognormal(mean, mean**2 * (exp(spread**2) - 1)) == pytest.approx((typical, spread))
    assert [deviations(0.5), deviations(0.9)] == pytest.approx([0, 1.2816], abs=1e-4)


@pytest.mark.parametrize("used", [0.0, 30.0, 80.0, 200.0, 400.0])
def test_what_is_left_of_a_turn_is_what_numbers_say(used: float) -> None:
    spread, typical, step = 0.5, 80.0, 0.25
    weights = [
        (length, exp(-((log(length / typical) / spread) ** 2) / 2) / length)
        for length in (used + step * (n + 0.5) for n in range(20000))
    ]
    whole = sum(weight for _, weight in weights)
    mean = sum((length - used) * weight for length, weight in weights) / whole
    square = sum((length - used) ** 2 * weight for length, weight in weights) / whole
    left, variance = still_to_come(typical, spread, used)

    assert left == pytest.approx(mean, rel=0.01)
    assert variance == pytest.approx(square - mean**2, rel=0.02)


def test_what_is_left_without_spread_and_far_beyond_all_experience() -> None:
    assert still_to_come(100, 0, 30) == (70, 0)
    assert still_to_come(100, 0, 130) == (0, 0)
    left, variance = still_to_come(10, 0.1, 1000)
    assert 0 < left < 1000
    assert variance == left**2


def test_a_step_within_an_item_is_taken_for_a_step_and_not_for_a_slope() -> None:
    known = rules(spread=0.3, items_spread=0.2, drift=0.05)
    before, behind = [0.8, 0.9, 0.85, 0.8, 0.9], [0.3, 0.28, 0.32, 0.3, 0.29]
    stepped = learn_pace(known, turns(*before, *behind), "1")
    odd = learn_pace(known, turns(*before, *before[1:], 0.5), "1")

    assert stepped.typical_share("statement", "states") < 0.45
    assert odd.typical_share("statement", "states") > 0.7
