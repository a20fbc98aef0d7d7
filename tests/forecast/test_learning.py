"""What meetings that are over teach: figures of a rules file, moved as far as they bear."""

from __future__ import annotations

from math import exp, log, sqrt
from random import Random
from typing import Any

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.learning import (
    NOTHING,
    Neighbours,
    Said,
    Sums,
    is_sound,
    rules_after,
    said_in,
    taught_by,
    taught_in,
)
from meeting_tui.forecast.pace import learn_pace
from meeting_tui.forecast.trials import Ends, Trials
from meeting_tui.meeting.floor import Next, Yield
from meeting_tui.meeting.items import CloseItem, OpenItem
from meeting_tui.meeting.sittings import OpenMeeting, Suspend
from tests.forecast.room import Room, inscribe
from tests.forecast.turn_room import NEXT, PLAN

LONG = 400
"""Turns enough that the preset hardly counts any more."""


def rules(**known: Any) -> Rules:
    held = load_rules("att-wgtr")
    plain = {"share": 0.8, "spread": 0.4, "items_spread": 0.3, "drift": 0.1, "taper": 0.0}
    return replace(held, timekeeper=replace(held.timekeeper, **plain | known))


def item(*shares: float, kind: str = "statement", tier: str = "states") -> tuple[Said, ...]:
    return tuple(Said(kind, tier, 100 * share, 100) for share in shares)


def waited(*gaps: float) -> tuple[Said, ...]:
    return tuple(Said("statement", "states", 50, 100, gap) for gap in gaps)


def after(*items: tuple[Said, ...], **known: Any) -> Rules:
    return rules_after(rules(**known), taught_by(items))


def test_of_nothing_the_rules_stay_as_they_are() -> None:
    held = rules()

    assert taught_by(()) is NOTHING
    assert taught_by([(), ()]) is NOTHING
    assert rules_after(held, NOTHING) is held


def test_few_turns_teach_little_and_many_teach_all() -> None:
    found = [after(*[item(0.4, 0.4)] * number).timekeeper.share for number in (1, 4, LONG)]

    assert 0.4 < found[1] < found[0] < 0.8
    assert found[2] == pytest.approx(0.4, rel=0.01)


def test_one_meeting_of_a_day_gives_most_of_what_there_is_to_learn() -> None:
    share = after(*[item(*[0.4] * 8)] * 7).timekeeper.share

    assert share == pytest.approx(0.4, rel=0.06)


def test_meetings_add_up_to_what_they_teach_together() -> None:
    morning, evening = item(0.4, 0.5, 0.9), item(0.7, 0.3, kind="question")
    together = taught_by([morning]) + taught_by([evening])

    assert together.meetings == 2
    assert together.turns.count == 5
    assert together == taught_by([evening]) + taught_by([morning])
    assert together + NOTHING == together


@pytest.mark.unmeasured
def test_turns_that_differ_within_items_and_items_that_differ_are_told_apart() -> None:
    apart = after(*[item(0.2, 0.2), item(0.8, 0.8)] * LONG).timekeeper
    mixed = after(*[item(0.2, 0.8)] * LONG, *[item(0.8, 0.2)] * LONG).timekeeper

    assert apart.spread < 0.1
    assert mixed.items_spread == 0.05
    assert apart.items_spread == pytest.approx(log(2), rel=0.05)
    assert mixed.spread == pytest.approx(log(2) * sqrt(2), rel=0.02)


def test_the_shape_of_items_teaches_how_far_turns_are_from_each_other() -> None:
    held = []
    for count in (9, 12, 20):
        fading = [0.5 * (1 + n / 5) ** -0.2 for n in range(count)]
        lasts = [1.0] * (count - 5) + [exp(-0.4 * near / 5) for near in range(1, 6)]
        shaped = [one * other for one, other in zip(fading, lasts, strict=True)]
        held.append(item(shaped[0] * exp(0.3), *shaped[1:]))
    found = after(*held * LONG).timekeeper

    assert found.opening == pytest.approx(0.3, abs=0.02)
    assert found.closing == pytest.approx(0.4, abs=0.02)
    assert found.fading == pytest.approx(0.2, abs=0.02)
    assert found.growth == pytest.approx(0, abs=0.02)
    assert found.share == pytest.approx(0.5, rel=0.03)
    assert found.spread < 0.05
    assert found.items_spread == 0.05
    assert found.drift < 0.03


def test_turns_that_drift_teach_a_drift_and_turns_that_do_not_teach_none() -> None:
    chance = Random(5)

    def drifting(step: float) -> tuple[Said, ...]:
        level, shares = 0.0, []
        for _ in range(30):
            shares.append(0.5 * exp(level + chance.gauss(0, 0.2)))
            level += chance.gauss(0, step)
        return item(*shares)

    drifts = [after(*[drifting(step) for _ in range(150)]).timekeeper for step in (0.0, 0.2)]

    assert drifts[0].drift < 0.03
    assert drifts[1].drift == pytest.approx(0.2, abs=0.03)
    assert drifts[1].spread > drifts[0].spread
    assert after(item(0.5, 0.5)).timekeeper.drift == 0.1


@pytest.mark.unmeasured
def test_items_of_many_turns_teach_how_turns_go_with_their_number() -> None:
    held = [item(*[0.4 * (count / 8) ** 0.3] * count) for count in (2, 3, 5, 8, 13, 20)]
    found = after(*held * LONG).timekeeper

    assert found.growth == pytest.approx(0.3, rel=0.02)
    assert found.share == pytest.approx(0.4, rel=0.02)
    assert (found.opening, found.closing) == pytest.approx((0, 0), abs=0.01)


@pytest.mark.unmeasured
def test_last_turns_that_are_longer_and_short_turns_where_they_are_many_teach_nothing() -> None:
    held = [item(*[0.8 / count] * (count - 1), 1.2 / count) for count in (4, 8, 16)]
    found = after(*held * LONG).timekeeper

    assert (found.closing, found.growth) == (0, 0)


def test_items_as_the_one_before_teach_that_a_pace_is_carried_on() -> None:
    low, high = item(0.2, 0.2), item(0.8, 0.8)

    assert after(*[low, high] * 20).timekeeper.carried < 0.1
    assert after(*[low] * 20, *[high] * 20).timekeeper.carried > 0.8
    assert after(*[low] * 20).timekeeper.carried == 0.5
    assert after(item(0.2, 0.8)).timekeeper.carried == 0.5


def test_a_taper_of_the_rules_gives_way_to_the_turns_at_the_end() -> None:
    assert 0.1 < after(item(0.5, 0.5), taper=0.2).timekeeper.taper < 0.2
    assert after(*[item(0.5, 0.5)] * LONG, taper=0.2).timekeeper.taper < 0.02


def test_what_is_certain_by_the_rules_stays_where_no_turn_shows_another() -> None:
    same = after(item(0.5, 0.5), spread=0.0, items_spread=0.0)

    assert (same.timekeeper.growth, same.timekeeper.opening, same.timekeeper.closing) == (0, 0, 0)
    assert same.timekeeper.share == pytest.approx(0.5)


@pytest.mark.unmeasured
def test_mean_and_spread_are_right_where_limits_cut_the_longest_turns() -> None:
    cut = [0.1, 0.8, 1.0, 1.0, 1.0, 1.0]
    known = after(*[item(*cut[n:], *cut[:n]) for n in range(6)] * LONG)
    pace = learn_pace(known, (), "1")
    mean = pace.mean_share("statement", "states") * pace.of_many(6)

    assert known.timekeeper.spread_lean < known.timekeeper.mean_lean < 0.8
    assert mean == pytest.approx(sum(cut) / 6, rel=0.06)
    assert after(*[item(0.5, 0.5)] * 9).timekeeper.mean_lean == 1


@pytest.mark.unmeasured
def test_figures_stay_within_the_bounds_of_a_rules_file() -> None:
    found = after(*[item(30, 0.001, 30, 0.001)] * LONG, *[item(*[0.001] * 4)] * LONG).timekeeper

    assert found.spread == 1
    assert found.items_spread > 0.9
    assert 0.05 <= found.share <= 2
    assert after(*[item(*[n / 10 for n in range(1, 9)])] * LONG).timekeeper.taper == 0
    assert after(*[item(9.0, 9.0)] * LONG).timekeeper.share == 2


def test_what_is_not_about_lengths_stays_as_the_rules_have_it() -> None:
    held, found = rules(), after(*[item(0.1, 0.9, 0.2)] * LONG)

    assert found.timekeeper.closing_words_seconds == held.timekeeper.closing_words_seconds
    assert (found.id, found.replies, found.default_limit_seconds) == (
        held.id,
        held.replies,
        held.default_limit_seconds,
    )


def test_a_turn_of_hardly_any_time_counts_as_ten_seconds() -> None:
    assert taught_by([item(0.0, 0.05)]).turns.total == pytest.approx(2 * log(10 / 100))


def test_an_item_of_one_turn_shows_how_long_turns_are_where_they_are_few() -> None:
    many, alone = item(*[0.6, 0.8] * 8), item(0.2)

    assert after(*[many] * 9, *[alone] * 30).timekeeper.growth > 0.2
    assert after(*[many] * 9).timekeeper.growth < 0.1
    # It shows nothing of how far the turns of an item are apart, nor how they lean.
    assert taught_by([alone]).steepness.count == 0
    assert taught_by([alone]).steps.count == 0


def test_tiers_and_kinds_have_the_shares_at_which_they_were_heard() -> None:
    found = after(
        *[item(0.5, 0.5), item(0.9, 0.9, tier="group"), item(0.3, 0.3, kind="question")] * LONG
    )
    tiers = {tier.id: tier.share for tier in found.tiers}
    kinds = {kind.id: kind.share for kind in found.kinds}

    assert tiers["states"] == pytest.approx(0.5, rel=0.03)
    assert tiers["group"] == pytest.approx(0.9, rel=0.03)
    assert kinds["question"] == pytest.approx(0.3, rel=0.03)
    assert (tiers["others"], kinds["statement"], kinds["reply"]) == (None, None, None)


def test_a_share_that_the_rules_have_for_a_sort_is_where_it_begins() -> None:
    held = rules()
    tiers = tuple(
        replace(tier, share=0.4) if tier.id in ("group", "others") else tier for tier in held.tiers
    )
    kinds = tuple(
        replace(kind, share=0.6) if kind.id == "statement" else kind for kind in held.kinds
    )
    taught = taught_by([item(0.8, 0.8), item(0.8, 0.8, tier="group")])
    found = rules_after(replace(held, tiers=tiers, kinds=kinds), taught)
    shares = {each.id: each.share for each in found.tiers}
    shares |= {each.id: each.share for each in found.kinds}

    assert 0.4 < (shares["group"] or 0) < 0.5
    assert shares["others"] == pytest.approx(0.4, rel=0.01)
    assert 0.6 < (shares["statement"] or 0) < 0.8


def test_of_the_gaps_only_hand_overs_teach() -> None:
    found = after(*[waited(40, 40, 0, -5, 121, 3000)] * LONG)

    assert found.handover_seconds == 40
    assert found.timekeeper.handover_spread < 0.15
    assert after(waited(40, 40, 40, 40)).handover_seconds == round((8 * 20 + 4 * 40) / 12)
    assert after(item(0.5, 0.5)).handover_seconds == 20


def test_a_rules_file_that_knows_its_hand_over_for_certain_learns_how_far_they_differ() -> None:
    spread = after(*[waited(10, 40)] * LONG, handover_spread=0.0).timekeeper.handover_spread

    assert spread == pytest.approx(log(2), rel=0.03)


def test_sums_know_their_mean_and_variance() -> None:
    assert (Sums().mean, Sums().variance, Sums.of([3]).variance) == (0, 0, 0)
    assert Sums.of([1, 3]) + Sums.of([5]) == Sums.of([1, 3, 5]) == Sums(3, 9, 35)
    assert (Sums.of([1, 3, 5]).mean, Sums.of([1, 3, 5]).variance) == (3, 4)


def test_lengths_are_kept_with_their_places_and_numbers() -> None:
    taught = taught_by([item(*[exp(n) for n in (2, 0, 0, 0, 0, -2)])])
    shape, means = taught.shape, taught.means

    faded = sum(log(1 + n / 5) for n in range(6)) / 6
    assert [shape.mean(n) for n in range(5)] == pytest.approx([0, 1 / 6, 0.5, faded, log(6 / 8)])
    assert [shape.together(0, 1), shape.together(1, 0)] == pytest.approx([2, 2])
    assert [shape.together(n, n) for n in (0, 1, 2, 4)] == pytest.approx([8, 5 / 6, 0.7, 0])
    assert shape.together(1, 2) == pytest.approx(-0.5)
    assert means.scatter((0, 0, 0, 0)) == pytest.approx(0)
    assert (means.count, shape.count) == (6, 6)


def test_turns_of_a_meeting_are_taken_item_by_item() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting())
    room.do("10:00", *_item("1"), inscribe("mex", "fra", "chl"), NEXT)
    room.do("10:02", Yield()).do("10:02:30", NEXT).do("10:03", Yield(), CloseItem(waiting="carry"))
    room.do("10:10", *_item("2"), inscribe("per"), NEXT)

    (first,) = said_in(room.state)

    assert [each[2:] for each in first] == [(120, 180, None), (30, 180, 30)]


def test_how_requests_came_in_is_learned_from_the_items_of_the_meeting() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting(), *_item("1"), inscribe("mex", "fra", "chl"), NEXT)
    room.do("10:02", NEXT).do("10:04", Yield(), CloseItem(waiting="carry"))

    taught = taught_in(room.state)

    assert (taught.turns.count, taught.requests.items, taught.requests.requests) == (2, 1, 3)
    assert rules_after(rules(), taught).timekeeper.newcomers >= 3
    assert taught_in(Room(PLAN).state) is NOTHING


def test_keys_that_were_not_pressed_and_pressed_by_mistake_teach_nothing() -> None:
    room = Room(PLAN).do("10:00", OpenMeeting(), *_item("1"))
    room.do("10:00", inscribe("mex", "fra", "chl", "per"), NEXT)
    room.do("11:00", NEXT).do("11:00:02", Next(insist=True)).do("11:02", Suspend())

    (only,) = said_in(room.state)

    assert [each.used_seconds for each in only] == [118]
    assert taught_by([only]).turns.count == 1


def _item(name: str) -> tuple[OpenItem]:
    return (OpenItem(name),)


def test_only_sums_that_a_meeting_can_have_are_sound() -> None:
    taught = taught_by([waited(20, 40), item(0.5, 0.9, kind="question")])
    sort, shape = ("statement", "states"), taught.shape

    assert is_sound(taught)
    assert not is_sound(NOTHING)
    for wrong in (
        replace(taught, turns=Sums(5, 1, 1)),
        replace(taught, items=Sums(5, 1, 1)),
        replace(taught, items=Sums(-1, 1, 1)),
        replace(taught, turns=Sums(4, float("nan"), 1)),
        replace(taught, turns=Sums(4, 1, 1e300)),
        replace(taught, sorts={**taught.sorts, sort: Sums(2, 41, 1)}),
        replace(taught, sorts={**taught.sorts, sort: Sums(-2, 1, 1), ("a", "b"): Sums(4, 1, 1)}),
        replace(taught, shape=replace(shape, count=3)),
        replace(taught, shape=replace(shape, sums=shape.sums[1:])),
        replace(taught, shape=replace(shape, sums=(*shape.sums[1:], 1e6))),
        replace(taught, means=replace(taught.means, products=())),
        replace(taught, neighbours=Neighbours(1, 0)),
        replace(taught, trials=Trials(Ends(()))),
        replace(taught, trials=Trials(Ends(logarithms=float("inf")))),
        replace(taught, hand_overs=Sums(3, 40, 1)),
        replace(taught, hand_overs=Sums(2, 400, 1)),
        replace(taught, hand_overs=Sums(-2, 40, 1), hand_over_logs=Sums(-2, 1, 1)),
    ):
        assert not is_sound(wrong)
